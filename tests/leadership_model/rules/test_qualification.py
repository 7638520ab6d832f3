import numpy as np
import pytest

from leadership_model.people.career import CareerEntry
from leadership_model.rules.appointment import explain
from leadership_model.rules.book import with_settings
from leadership_model.rules.qualification import span
from tests.leadership_model.rules.county import AS_OF, BOOK, M, at, county, person, seated
from tests.leadership_model.rules.test_book import Setting


def ask(rule, who, *records, post="head", month=AS_OF, book=BOOK, **more):
    snapshot = county(who, *records, **more)
    found = explain(
        book, seated(snapshot), at(snapshot.people, "p1"), at(snapshot.posts, post), month
    )
    return next((each for each in found if each.rule == rule), None)


def answer(*arguments, **named):
    found = ask(*arguments, **named)
    return found and (found.result, found.month)


def row(i, start, end, **fields):
    given = {"unit_kind": "乡镇", "sure": 100}
    ends = M(end) if end else None
    return CareerEntry(
        id=f"c{i}", person="p1", line=i, start=M(start), end=ends, **{**given, **fields}
    )


# Q1: five years of work ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2021-11", ("pass", None)),
        ("2021-12", ("fail", M("2026-12"))),
        (None, ("unknown", None)),
    ],
)
def test_five_years_of_work(start, expected):
    who = person(level="乡科级正职", work_start=M(start) if start else None)
    assert answer("Q1", who, post="dep1") == expected


def test_rules_of_county_level_are_not_asked_for_township_posts():
    who = person(level="乡科级副职")
    assert ask("Q1", who, post="dep1", deputy={"level": "乡科级正职"}) is None


def test_not_asked_on_the_persons_own_level():
    assert ask("Q1", person(work_start=M("2025-01")), post="dep1") is None


# Q2: two years at the grassroots ---------------------------------------------------------------


@pytest.mark.parametrize(("end", "expected"), [("2012-01", "pass"), ("2011-12", "fail")])
def test_exactly_two_years_at_the_grassroots(end, expected):
    who = person(level="乡科级正职")
    assert answer("Q2", who, row(0, "2010-01", end), post="dep1") == (expected, None)


def test_grassroots_still_running_tells_the_month():
    who = person(level="乡科级正职")
    found = answer("Q2", who, row(0, "2025-05", None), post="dep1")
    assert found == ("fail", M("2027-05"))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "学习"},
        {"kind": "其间"},
        {"kind": "跨段"},
        {"secondment": True},
        {"unit_kind": "市直部门"},
    ],
)
def test_what_is_no_grassroots_work(fields):
    who = person(level="乡科级正职")
    assert answer("Q2", who, row(0, "2005-01", "2015-01", **fields), post="dep1") == ("fail", None)


def test_secondment_counts_when_the_department_says_so():
    who, held = person(level="乡科级正职"), row(0, "2005-01", "2015-01", secondment=True)
    book = with_settings([Setting("Q2", parameters='{"secondment": 1}')])
    assert answer("Q2", who, held, post="dep1", book=book) == ("pass", None)


def test_two_posts_at_once_count_once():
    who = person(level="乡科级正职")
    rows = row(0, "2010-01", "2011-06"), row(1, "2010-06", "2011-06")
    assert answer("Q2", who, *rows, post="dep1") == ("fail", None)


def test_doubtful_reading_or_no_resume_leaves_it_unknown():
    who = person(level="乡科级正职")
    assert answer("Q2", who, row(0, "2005-01", "2015-01", sure=30), post="dep1") == (
        "unknown",
        None,
    )
    assert answer("Q2", person(level="乡科级正职", resume=None), post="dep1") == ("unknown", None)


def test_the_forms_own_answer_decides_only_where_the_career_does_not():
    fields = {"level": "乡科级正职", "grassroots": True}
    assert answer("Q2", person(resume=None, **fields), post="dep1") == ("pass", None)
    assert answer("Q2", person(**fields), post="dep1") == ("fail", None)


def test_grassroots_after_the_month_is_not_seen():
    who = person(level="乡科级正职", level_since=M("2008-01"))
    found = answer("Q2", who, row(0, "2010-01", "2012-01"), post="dep1", month=M("2011-12"))
    assert found == ("fail", M("2012-01"))


# Q4, Q5: years at the level below --------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2024-11", ("pass", None)),
        ("2024-12", ("fail", M("2026-12"))),
    ],
)
def test_two_years_as_deputy(since, expected):
    assert answer("Q4", person(level_since=M(since))) == expected
    assert ask("Q5", person(level_since=M(since))) is None


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2023-11", ("pass", None)),
        ("2023-12", ("fail", M("2026-12"))),
    ],
)
def test_three_years_as_head_of_the_lower_level(since, expected):
    who = person(level="乡科级正职", level_since=M(since))
    assert answer("Q5", who, post="dep1") == expected
    assert ask("Q4", who, post="dep1") is None


def test_time_does_not_cure_a_level_passed_over():
    who = person(level="乡科级正职", level_since=M("2010-01"))
    assert answer("Q4", who) == ("fail", None)


def test_beginning_on_no_record_is_taken_from_the_career():
    who = person(level_since=None)
    rows = (
        row(0, "2015-01", "2025-01", level="乡科级正职"),
        row(1, "2025-01", None, level="县处级副职"),
    )
    assert answer("Q4", who, *rows) == ("fail", M("2027-01"))
    assert answer("Q4", who) == ("unknown", None)


def test_posts_in_a_row_at_one_level_count_together():
    who = person(level_since=None)
    rows = (
        row(0, "2022-01", "2025-06", level="县处级副职"),
        row(1, "2025-06", None, level="县处级副职"),
    )
    assert answer("Q4", who, *rows) == ("pass", None)


def test_a_grade_without_a_level_is_for_local_rules():
    who = person(level=None, level_since=None, grade="三级调研员", grade_since=M("2020-01"))
    found = ask("Q4", who)
    assert found.result == "unknown"
    assert "职级转任领导职务按本地规定核" in found.evidence
    book = with_settings([Setting("Q4", parameters='{"grade_unknown": 0}')])
    assert answer("Q4", who, book=book) == ("pass", None)
    late = person(level=None, level_since=None, grade="三级调研员", grade_since=M("2025-01"))
    assert answer("Q4", late, book=book) == ("fail", M("2027-01"))


def test_nothing_recorded_is_unknown_and_nothing_held_fails():
    assert answer("Q4", person(level=None, level_since=None)) == ("unknown", None)
    assert answer("Q4", person(level=None, level_since=None, absent="level")) == ("fail", None)


def test_a_post_whose_level_is_unknown_cannot_be_judged():
    found = ask("Q4", person(), head={"level": None})
    assert found.result == "unknown"


# Q9: Party age ---------------------------------------------------------------------------------

COMMITTEE = {"team": {"category": "县级党委"}, "head": {"party_post": True}}


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        ("2023-11", ("pass", None)),
        ("2023-12", ("fail", M("2026-12"))),
        (None, ("unknown", None)),
    ],
)
def test_three_years_in_the_party_for_a_county_committee(joined, expected):
    who = person(party_joined=M(joined) if joined else None)
    assert answer("Q9", who, **COMMITTEE) == expected


def test_party_age_is_asked_of_party_posts_only():
    assert ask("Q9", person(party="群众", party_joined=None)) is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"party": "民盟"}, "fail"),
        ({"party": "预备党员"}, "fail"),
        ({"party": None}, "unknown"),
        ({"party": None, "party_joined": None, "absent": "party_joined"}, "fail"),
        ({"party": None, "party_joined": M("2025-01")}, "fail"),
    ],
)
def test_who_is_no_member_is_refused(fields, expected):
    assert ask("Q9", person(**fields), **COMMITTEE).result == expected


def test_other_party_posts_ask_for_membership_alone():
    other = {"team": {"category": "市直部门"}, "head": {"party_post": True}}
    assert ask("Q9", person(party_joined=M("2026-01")), **other).result == "pass"
    assert ask("Q9", person(party_joined=None), **other).result == "pass"
    assert ask("Q9", person(party="群众"), **other).result == "fail"


def test_five_years_for_a_city_committee():
    city = {
        "team": {"category": None},
        "head": {"party_post": True, "level": "厅局级副职"},
    }
    fields = {"level": "县处级正职"}
    assert answer("Q9", person(party_joined=M("2021-12"), **fields), **city) == (
        "fail",
        M("2026-12"),
    )
    assert answer("Q9", person(party_joined=M("2021-11"), **fields), **city) == ("pass", None)


def test_words_are_chinese_and_complete():
    found = ask("Q4", person(level_since=M("2025-06")))
    assert found.have == "县处级副职1年5个月"
    assert found.need == "任县处级副职满2年"
    assert found.evidence == "2025.06起任县处级副职，至今1年5个月。"


def test_spans_in_words():
    assert [span(n) for n in (0, 7, 12, 30)] == ["0个月", "7个月", "1年", "2年6个月"]
    assert np.isscalar(AS_OF)
