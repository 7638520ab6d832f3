import numpy as np
import pytest

from leadership_model.rules.appointment import eligible
from leadership_model.rules.book import RuleBook, with_settings
from leadership_model.rules.seat import short_name
from tests.leadership_model.rules.county import AS_OF, BOOK, M, at, county, person, seated, sit
from tests.leadership_model.rules.test_book import Setting
from tests.leadership_model.rules.test_qualification import answer, ask

P1 = person()
OTHERS = [person(f"x{i}") for i in (1, 2, 3)]


# N1 asked of the seat as it would be -----------------------------------------------------------


def full_deputies(*more):
    return [*OTHERS, *(sit(f"dep{i}", f"x{i}") for i in (1, 2, 3)), *more]


def test_a_vacant_seat_inside_the_quota_passes():
    seats = [*OTHERS[:2], sit("dep1", "x1"), sit("dep2", "x2")]
    assert ask("N1", P1, *seats, post="dep3").result == "pass"


def test_a_replaced_holder_is_gone():
    assert ask("N1", P1, *full_deputies(), post="dep1").result == "pass"


@pytest.mark.parametrize(("quota", "expected"), [(1, "fail"), (2, "pass"), (None, "unknown")])
def test_over_the_quota(quota, expected):
    seats = [*OTHERS[:1], sit("dep1", "x1")]
    found = ask("N1", P1, *seats, post="dep2", team={"quota_deputy": quota})
    assert found.result == expected


def test_the_persons_own_seat_is_left():
    seats = [*OTHERS[:1], sit("dep1", "x1"), sit("dep2", "p1")]
    team = {"quota_deputy": 2}
    assert ask("N1", P1, *seats, post="dep3", team=team).result == "pass"
    assert ask("N1", P1, *seats, post="dep2", team=team).result == "pass"
    assert ask("N1", P1, *seats, post="dep1", team={"quota_deputy": 1}).result == "pass"


def test_a_holder_of_two_seats_still_counts_by_the_other():
    seats = [*OTHERS[:1], sit("dep1", "x1"), sit("dep2", "x1")]
    assert ask("N1", P1, *seats, post="dep1", team={"quota_deputy": 1}).result == "fail"


def test_outsiders_take_quota():
    seats = [sit("dep1", None), sit("dep2", None, since="2023-01")]
    assert ask("N1", P1, *seats, post="dep3", team={"quota_deputy": 2}).result == "fail"
    assert ask("N1", P1, *seats, post="dep2", team={"quota_deputy": 2}).result == "pass"


def test_seats_without_quota_are_not_asked():
    deputy = {"takes_quota": False}
    assert ask("N1", P1, post="dep1", deputy=deputy, team={"quota_deputy": 0}) is None


@pytest.mark.parametrize(("quota", "expected"), [(None, None), (0, "fail"), (1, "pass")])
def test_other_members_have_a_quota_only_where_one_is_recorded(quota, expected):
    found = ask("N1", P1, post="dep1", deputy={"role": "其他"}, team={"quota_other": quota})
    assert (found and found.result) == expected


# A5 home area ----------------------------------------------------------------------------------

HOME = {"head": {"area_head": "县"}}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"hometown": "青石县"}, "fail"),
        ({"hometown": "白水县"}, "pass"),
        ({"hometown": "白水县", "origin": "云溪青石", "birthplace": "云溪青石"}, "pass"),
        ({"hometown": None}, "unknown"),
        ({"hometown": None, "origin": "云溪青石"}, "unknown"),
    ],
)
def test_home_area(fields, expected):
    assert ask("A5", person(**fields), **HOME).result == expected


def test_home_area_hint_names_the_field_but_never_decides():
    hint = "相同，成长地待核"
    assert (
        f"籍贯与任职地{hint}"
        in ask("A5", person(hometown=None, origin="云溪青石"), **HOME).evidence
    )
    born = person(hometown=None, birthplace="云溪青石")
    assert f"出生地与任职地{hint}" in ask("A5", born, **HOME).evidence
    assert hint not in ask("A5", person(hometown=None), **HOME).evidence


def test_home_area_is_asked_of_the_seven_county_posts_only():
    assert ask("A5", person(hometown="青石县")) is None
    assert ask("A5", person(hometown="青石县"), head={"area_head": "乡"}) is None


def test_home_area_of_a_team_without_area_is_unknown():
    assert ask("A5", person(), team={"area": None}, **HOME).result == "unknown"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("青石县", "青石"),
        ("龙泉彝族傣族自治县", "龙泉"),
        ("红河区", "红河"),
        ("市直", "市直"),
    ],
)
def test_short_names_of_areas(name, short):
    assert short_name(name) == short


# M1 head of an autonomous county ---------------------------------------------------------------

AUTONOMOUS = {"unit": {"area_kind": "自治县", "autonomy": "彝族、傣族"}}


@pytest.mark.parametrize(
    ("ethnicity", "expected"),
    [("彝族", "pass"), ("傣族", "pass"), ("汉族", "fail"), ("哈尼族", "fail"), (None, "unknown")],
)
def test_head_of_an_autonomous_county(ethnicity, expected):
    assert ask("M1", person(ethnicity=ethnicity), **AUTONOMOUS).result == expected


def test_only_the_head_of_its_government():
    assert ask("M1", person(), post="dep1", **AUTONOMOUS) is None
    assert ask("M1", person(), team={"category": "县级党委"}, **AUTONOMOUS) is None
    assert ask("M1", person()) is None


def test_groups_on_no_record_leave_it_unknown():
    assert ask("M1", person(), unit={"area_kind": "自治县"}).result == "unknown"


# R1 retirement ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("early", "expected"),
    [
        ("2026-11", ("fail", "forbid", M("2026-11"))),
        ("2026-12", ("fail", "note", M("2026-12"))),
        ("2027-05", ("fail", "note", M("2027-05"))),
        ("2027-06", ("pass", "note", None)),
    ],
)
def test_reached_and_soon_due(early, expected):
    found = ask("R1", person(early_retirement=M(early)))
    assert (found.result, found.severity, found.month) == expected


@pytest.mark.parametrize(
    ("fields", "open_to"),
    [
        ({"early_retirement": M("2026-10")}, False),
        ({"early_retirement": M("2026-11")}, False),  # reached in the month itself
        ({"early_retirement": M("2026-12")}, True),
        ({"birth": None, "birth_year": 1964}, False),  # a man of the year is 60 in 2024
        ({"birth": None, "birth_year": 1967}, True),
        ({"birth": None}, None),
    ],
)
def test_nobody_is_put_up_from_the_month_of_retirement_on(fields, open_to):
    """What bars many people at once is what is explained of one."""
    snapshot = county(person(**fields))
    only = RuleBook(tuple(rule for rule in BOOK.rules if rule.id == "R1"))
    head = np.array([at(snapshot.posts, "head")])
    assert eligible(only, seated(snapshot), np.array([0]), head, AS_OF).at(0) is open_to


def test_retirement_by_birth_and_by_the_line_of_women():
    found = ask("R1", person(sex="女", birth=M("1970-06"), level="县处级副职"))
    assert found.result == "pass"
    book = with_settings([Setting("R1", parameters='{"county_women_years": 55}')])
    found = ask("R1", person(sex="女", birth=M("1970-06"), level="县处级副职"), book=book)
    assert (found.result, found.severity) == ("fail", "forbid")


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1965, ("unknown", "forbid")),  # due between 2025-02 and 2026-03
        (1966, ("unknown", "note")),  # due between 2026-05 and 2027-06
        (1980, ("pass", "note")),
    ],
)
def test_birth_known_by_year_only(year, expected):
    month = {1965: M("2025-06"), 1966: M("2025-11"), 1980: M("2026-11")}[year]
    found = ask("R1", person(birth=None, birth_year=year), month=month)
    assert (found.result, found.severity) == expected


LOCAL = with_settings([Setting("R2", active=True)])


@pytest.mark.parametrize(
    ("post", "birth", "expected"),
    [
        ("head", "1968-12", "pass"),
        ("head", "1968-11", "fail"),
        ("dep1", "1969-12", "pass"),
        ("dep1", "1969-11", "fail"),
        ("dep1", None, "unknown"),
    ],
)
def test_local_age_of_leaving(post, birth, expected):
    who = person(birth=M(birth) if birth else None)
    assert ask("R2", who, post=post, book=LOCAL).result == expected


@pytest.mark.parametrize(("year", "expected"), [(1967, "fail"), (1968, "unknown"), (1969, "pass")])
def test_local_age_by_the_year_of_birth(year, expected):
    assert ask("R2", person(birth=None, birth_year=year), book=LOCAL).result == expected


def test_local_age_is_asked_of_heads_and_deputies_only():
    old = person(birth=M("1960-01"))
    assert ask("R2", old, post="dep1", deputy={"role": "其他"}, book=LOCAL) is None
    assert ask("R2", old) is None


def test_unknown_birth_cannot_be_judged():
    assert answer("R1", person(birth=None)) == ("unknown", None)
