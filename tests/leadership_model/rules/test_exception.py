import pytest

from leadership_model.people.person import Education
from tests.leadership_model.rules.county import M, person
from tests.leadership_model.rules.test_qualification import answer, ask, row


def school(schooling):
    return Education(id="e", person="p1", mode="在职", schooling=schooling)


@pytest.mark.parametrize(
    ("schooling", "expected"),
    [("大专", "pass"), ("省（区、市）委党校大专", "pass"), ("中专", "fail"), (None, "unknown")],
)
def test_schooling_for_county_posts(schooling, expected):
    assert ask("Q6", person(), school(schooling)).result == expected


def test_schooling_for_bureau_posts_is_a_step_higher():
    bureau = {"head": {"level": "厅局级副职"}}
    who = person(level="县处级正职")
    assert ask("Q6", who, school("大专"), **bureau).result == "fail"
    assert ask("Q6", who, school("中央党校大学"), **bureau).result == "pass"
    assert ask("Q6", who, school("大专"), **bureau).severity == "warn"


@pytest.mark.parametrize(
    ("level", "expected"),
    [("县处级副职", "pass"), ("乡科级正职", "fail"), ("乡科级副职", "fail"), (None, "unknown")],
)
def test_step_by_step(level, expected):
    assert ask("Q10", person(level=level)).result == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2025-11", ("pass", None)), ("2025-12", ("fail", M("2026-12")))],
)
def test_no_promotion_within_a_year_of_the_last(since, expected):
    assert answer("Q11", person(level_since=M(since))) == expected


@pytest.mark.parametrize(
    ("level", "expected"), [("乡科级正职", "pass"), ("乡科级副职", "fail"), ("科员", "fail")]
)
def test_two_levels_are_never_passed_over(level, expected):
    assert answer("Q11", person(level=level)) == (expected, None)


def test_limits_with_nothing_recorded():
    assert answer("Q11", person(level=None, level_since=None)) == ("unknown", None)
    assert answer("Q11", person(level_since=None)) == ("unknown", None)
    none = person(level=None, level_since=None, absent="level")
    assert answer("Q11", none) == ("fail", None)


def test_limits_of_a_grade_are_for_local_rules():
    who = person(level=None, level_since=None, grade="二级主任科员")
    assert ask("Q11", who, post="dep1").result == "unknown"
    assert ask("Q10", who, post="dep1").result == "unknown"
    assert ask("Q3", who, post="dep1").result == "unknown"


def test_two_posts_at_the_level_below():
    level = {"level": "乡科级正职"}
    one, two = (
        row(0, "2012-01", "2015-01", text="甲镇镇长", **level),
        row(1, "2015-01", None, text="甲镇党委书记", **level),
    )
    who = person(level="乡科级正职")
    assert ask("Q3", who, one, post="dep1").result == "fail"
    assert ask("Q3", who, one, two, post="dep1").result == "pass"
    again = row(1, "2015-01", None, text="甲镇镇长", **level)
    assert ask("Q3", who, one, again, post="dep1").result == "fail"
    unread = row(1, "2015-01", None, text="甲镇党委书记")
    assert ask("Q3", who, one, unread, post="dep1").result == "unknown"
    assert ask("Q3", who, one, two, post="dep1", month=M("2014-12")).result == "fail"
