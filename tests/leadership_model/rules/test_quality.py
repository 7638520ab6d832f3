import pytest

from leadership_model.people.person import Education, Relative
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules.book import with_settings
from leadership_model.rules.faults import PEOPLE, TEAMS
from leadership_model.rules.quality import check
from tests.leadership_model.rules.county import AS_OF, BOOK, M, person
from tests.leadership_model.rules.test_book import Setting

SCHOOL = {
    "mode": "全日制",
    "schooling": "大学",
    "degree": "法学学士",
    "school": "云溪大学",
    "major": "法学",
    "start": M("1996-09"),
    "end": M("2000-07"),
}


def tidy(**fields):
    """A person with nothing to complain about."""
    given = {
        "unit": "u",
        "health": "健康",
        "post_text": "青石县副县长",
        "resume": "2022.03--  青石县副县长",
        "birth_date": "19780512",
        "id_number": "530000197805120011",
    }
    return person(**{**given, **fields})


def school(id="e", **fields):
    return Education(id=id, person="p1", **{**SCHOOL, **fields})


def relative(title, id="", **fields):
    return Relative(
        id=f"r{title}{id}", person="p1", title=title, name="某某", **{"birth_year": 1950, **fields}
    )


def faults(*records, team=None, who=None, extra=True):
    base = [Unit(id="u", name="青石县人民政府")]
    base.append(
        Team(id="t", unit="u", name="政府", **{"quota_head": 1, "quota_deputy": 4, **(team or {})})
    )
    base.append(Post(id="post", team="t", name="副县长"))
    if extra:
        base.append(school())
    found = check(of_records([*base, who or tidy(), *records]), AS_OF)
    return [(each.rule, each.field) for each in found]


def test_nothing_to_complain_about():
    assert faults() == []


def test_order_and_words():
    found = check(of_records([tidy(sex=None, has_photo=False)]), AS_OF)
    assert [each.rule for each in found] == ["D01", "D11", "D21"]
    assert all(each.have and each.need and each.evidence.endswith("。") for each in found)
    assert found[0].people == (0,)


@pytest.mark.parametrize(
    "field",
    ["sex", "birth", "ethnicity", "health", "work_start", "unit", "post_text", "resume"],
)
def test_needed_fields(field):
    assert faults(who=tidy(**{field: None})) == [("D01", field)]
    if field in ("health", "work_start", "resume"):
        assert faults(who=tidy(**{field: None, "absent": field})) == []


def test_blank_is_empty_and_a_year_of_birth_is_enough():
    assert faults(who=tidy(name="  ")) == [("D01", "name")]
    assert faults(who=tidy(birth=None, birth_year=1978)) == []


@pytest.mark.parametrize("text", ["197805", "19780532", "1978.5.1", "一九七八年五月"])
def test_dates_of_eight_digits(text):
    assert faults(who=tidy(birth_date=text)) == [("D02", "birth_date")]
    assert faults(who=tidy(birth_date=None)) == []


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("云", [("D03", "origin")]),
        ("云溪", [("D14", "origin")]),
        ("云溪省", [("D14", "origin")]),
        ("云溪青石", []),
        ("北京", []),
        (None, []),
    ],
)
def test_origin(origin, expected):
    assert faults(who=tidy(origin=origin)) == expected


@pytest.mark.parametrize(
    ("party", "second", "expected"),
    [
        ("无党派", "民盟", [("D04", "other_parties")]),
        ("群众", "民盟", [("D04", "other_parties")]),
        (None, "民盟", [("D04", "other_parties")]),
        ("中共党员", "民盟", []),
        ("群众", None, []),
    ],
)
def test_second_party(party, second, expected):
    assert faults(who=tidy(party=party, other_parties=second)) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2001-06", [("D05", "tenure.start")]),
        ("2001-07", []),
        ("2026-11", []),
        ("2026-12", [("D05", "tenure.start")]),
    ],
)
def test_appointment_between_start_of_work_and_now(start, expected):
    held = Tenure(id="h", post="post", person="p1", start=M(start))
    assert faults(held) == expected


def test_ended_appointments_are_looked_at_too():
    held = Tenure(id="h", post="post", person="p1", start=M("2001-01"), end=M("2005-01"))
    assert faults(held) == [("D05", "tenure.start")]


def test_left_without_a_month():
    assert faults(who=tidy(status="退休")) == [("D06", "status_month")]
    assert faults(who=tidy(status="退休", status_month=AS_OF)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"start": None}, [("D07", "education.start")]),
        ({"school": None}, [("D07", "education.school")]),
        ({"start": None, "schooling": "高中", "degree": None}, []),
        ({"start": None, "schooling": "中专", "degree": None}, [("D07", "education.start")]),
        ({"start": None, "absent": "start"}, []),
        ({"end": M("1996-09")}, [("D08", "education.end")]),
        ({"end": M("1996-10")}, []),
        ({"end": None}, [("D09", "education.end"), ("D15", "education.end")]),
        ({"end": None, "degree": None}, [("D15", "education.end")]),
        ({"major": None}, [("D15", "education.major")]),
        ({"major": None, "end": None, "schooling": "高中", "degree": None}, []),
    ],
)
def test_education(fields, expected):
    assert faults(school(**fields), extra=False) == expected


def test_two_faulty_rows_are_one_fault():
    rows = school("e1", major=None), school("e2", major=None, mode="在职")
    assert faults(*rows) == [("D15", "education.major")]


@pytest.mark.parametrize(
    ("field", "month", "expected"),
    [
        ("party_joined", "1996-05", []),
        ("party_joined", "1996-04", [("D10", "party_joined")]),
        ("work_start", "1994-05", []),
        ("work_start", "1994-04", [("D18", "work_start")]),
    ],
)
def test_too_young(field, month, expected):
    assert faults(who=tidy(**{field: M(month)})) == expected


def test_photo():
    assert faults(who=tidy(has_photo=False)) == [("D11", "has_photo")]
    assert faults(who=tidy(has_photo=None)) == [("D11", "has_photo")]


@pytest.mark.parametrize(
    ("quota", "expected"),
    [
        ({"quota_head": None}, [("D12", "quota_head"), ("D16", "quota_head")]),
        ({"quota_deputy": None}, [("D12", "quota_deputy")]),
        ({"quota_head": 2}, []),
        ({"quota_head": 3}, [("D16", "quota_head")]),
        ({"quota_other": None}, []),
    ],
)
def test_quotas_of_teams(quota, expected):
    assert faults(team=quota) == expected


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        ("1960-12", []),
        ("1960-11", [("D13", "birth")]),
        ("2008-11", []),
        ("2008-12", [("D13", "birth")]),
    ],
)
def test_age_in_service(birth, expected):
    fields = {"birth": M(birth), "party_joined": None, "work_start": None, "absent": "work_start"}
    assert faults(who=tidy(**fields)) == expected
    left = tidy(**fields, status="退休", status_month=AS_OF)
    assert faults(who=left) == []


def test_family():
    assert faults(relative("父亲"), relative("母亲")) == []
    assert faults(relative("养父"), relative("继母")) == []
    assert faults(relative("父亲")) == [("D22", "mother")]
    assert faults(relative("妻子")) == [("D22", "father"), ("D22", "mother")]
    undated = [relative("父亲", birth_year=None), relative("母亲")]
    assert faults(*undated) == [("D17", "relative.birth")]
    assert faults(relative("父亲", birth_year=None, deceased=True), relative("母亲")) == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("530000197805120011", []),
        ("530000197805120021", [("D19", "id_number")]),
        ("530000780512002", []),
        (None, []),
    ],
)
def test_sex_digit(number, expected):
    assert faults(who=tidy(id_number=number)) == expected


def test_present_seat_in_the_resume():
    held = Tenure(id="h", post="post", person="p1", start=M("2022-03"))
    assert faults(held) == []
    assert faults(held, who=tidy(resume="2022.03--  青石县县长")) == [("D20", "resume")]
    gone = Tenure(id="h", post="post", person="p1", start=M("2022-03"), end=AS_OF)
    assert faults(gone, who=tidy(resume="2022.03--  青石县县长")) == []


def test_full_time_education():
    assert faults(extra=False) == [("D21", "education")]
    assert faults(school(mode="在职"), extra=False) == [("D21", "education")]
    none = Education(id="e", person="p1", mode="全日制", absent="schooling")
    assert faults(none, extra=False) == []


def test_every_data_rule_can_be_switched_off():
    records = [tidy(sex=None, has_photo=False), Team(id="t", unit=None, name="某班子")]
    off = with_settings([Setting(rule, active=False) for rule in (*PEOPLE, *TEAMS)])
    assert check(of_records(records), AS_OF)
    assert check(of_records(records), AS_OF, off) == ()


def test_severities_follow_errors_warnings_hints():
    kinds = [BOOK[f"D{n:02}"].severity for n in range(1, 23)]
    assert kinds == ["forbid"] * 12 + ["warn"] * 5 + ["note"] * 5
