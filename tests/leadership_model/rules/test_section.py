"""Q14: promotion to posts of 乡科级."""

import pytest

from leadership_model.people.person import Education
from tests.leadership_model.rules.county import AS_OF, M, person
from tests.leadership_model.rules.test_qualification import ask, row

TEAM = {"category": "乡镇"}
HEAD = {"level": "乡科级正职"}
DEPUTY = {"level": "乡科级副职"}
COLLEGE = Education(id="e", person="p1", mode="全日制", schooling="大专")
SCHOOL = Education(id="e", person="p1", mode="全日制", schooling="中专")


def to_deputy(who, *records):
    return ask("Q14", who, *records, post="dep1", team=TEAM, deputy=DEPUTY)


def to_head(who, *records):
    return ask("Q14", who, *records, team=TEAM, head=HEAD)


def clerk(months, **fields):
    given = {"level": "科员", "level_since": AS_OF - months, "resume": None}
    return person(**{**given, **fields})


@pytest.mark.parametrize(
    ("months", "expected"), [(35, ("fail", M("2026-12"))), (36, ("pass", None))]
)
def test_three_years_as_clerk_by_the_record(months, expected):
    found = to_deputy(clerk(months), COLLEGE)
    assert (found.result, found.month) == expected


def test_a_complete_career_decides_and_time_cures():
    rows = [row(0, "2024-01", None, level="科员", kind="任职")]
    found = to_deputy(clerk(34, level_since=M("2024-01"), resume="略"), *rows, COLLEGE)
    assert (found.result, found.month) == ("fail", M("2027-01"))
    assert found.have == "科员2年10个月"


def test_other_work_may_be_equal_to_it():
    rows = [
        row(0, "2015-01", "2024-01", kind="任职", unit_kind="中小学"),
        row(1, "2024-01", None, level="科员", kind="任职"),
    ]
    found = to_deputy(clerk(34, level_since=M("2024-01"), resume="略"), *rows, COLLEGE)
    assert (found.result, found.severity) == ("unknown", "warn")
    assert "是否相当按本地规定核" in found.evidence


def test_less_than_college_fails_and_none_on_record_is_unknown():
    assert to_deputy(clerk(60), SCHOOL).result == "fail"
    assert to_deputy(clerk(60)).result == "unknown"


@pytest.mark.parametrize(("months", "expected"), [(23, "fail"), (24, "pass")])
def test_two_years_as_deputy_before_head(months, expected):
    who = person(level="乡科级副职", level_since=AS_OF - months)
    found = to_head(who, SCHOOL)
    assert found.result == expected
    assert found.month == (AS_OF + 1 if expected == "fail" else None)


def test_it_is_not_asked_above_nor_without_promotion():
    assert ask("Q14", person(level="乡科级正职")) is None  # to 县处级
    assert to_head(person(level="乡科级正职")) is None
    assert to_deputy(person()) is None


def test_a_grade_counts_as_clerk_years():
    who = person(level=None, absent="level", grade="一级科员", grade_since=AS_OF - 36, resume=None)
    assert to_deputy(who, COLLEGE).result == "pass"
    short = person(
        level=None, absent="level", grade="一级科员", grade_since=AS_OF - 35, resume=None
    )
    assert to_deputy(short, COLLEGE).result != "pass"
    lower = person(
        level=None, absent="level", grade="二级科员", grade_since=AS_OF - 60, resume=None
    )
    assert to_deputy(lower, COLLEGE).result == "unknown"
