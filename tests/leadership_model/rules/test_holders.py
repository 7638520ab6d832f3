import pytest

from leadership_model.people.person import Sanction
from leadership_model.rules.holders import check
from tests.leadership_model.rules.county import BOOK, M, county, person, seated, sit
from tests.leadership_model.rules.test_qualification import row


def found(*records, teams=None, full=False, **more):
    return check(seated(county(*records, **more)), BOOK, teams, full=full)


def answers(rule, *records, **more):
    return [each.result for each in found(*records, **more) if each.rule == rule]


def rising(start, since="2022-03"):
    """Head of a township from `start`, deputy county head from `since`."""
    return [
        person(level_since=M(since), work_start=M("2001-07")),
        row(0, "2001-07", start, unit_kind="乡镇", text="副镇长", level="乡科级副职"),
        row(1, start, since, unit_kind="乡镇", text="镇长", level="乡科级正职"),
        row(2, since, None, unit_kind="县级政府", text="副县长", level="县处级副职"),
    ]


@pytest.mark.parametrize(("start", "expected"), [("2019-03", []), ("2019-04", ["fail"])])
def test_years_before_a_past_promotion(start, expected):
    records = [*rising(start), sit("dep1", "p1", promoted=True)]
    assert answers("Q5", *records) == expected


def test_only_promotions_are_asked():
    for promoted in (False, None):
        assert answers("Q5", *rising("2021-04"), sit("dep1", "p1", promoted=promoted)) == []


def test_a_past_promotion_is_told_without_a_month_and_says_when():
    results = found(*rising("2020-04"), sit("dep1", "p1", promoted=True))
    one = next(each for each in results if each.rule == "Q5")
    assert one.month is None
    assert one.evidence.startswith("任现职时（按登记核）")
    assert one.post == 1


def test_work_years_are_counted_to_the_promotion():
    records = rising("2010-03")
    young = person(level_since=M("2022-03"), work_start=M("2017-04"))
    assert answers("Q1", young, *records[1:], sit("dep1", "p1", promoted=True)) == ["fail"]


def test_nothing_before_is_unknown():
    who = person(level_since=M("2022-03"))
    assert answers("Q5", who, sit("dep1", "p1", promoted=True)) == ["unknown"]


def test_rules_younger_than_the_promotion_are_not_asked():
    records = [person(level_since=M("2013-03")), sit("dep1", "p1", since="2013-03", promoted=True)]
    assert answers("Q11", *records) == []
    assert answers("Q5", *records) == ["unknown"]


@pytest.mark.parametrize(
    ("month", "expected"),
    [("2025-12", ["fail"]), ("2025-11", []), (None, ["unknown"]), ("2026-12", [])],
)
def test_sanctions_in_force_now_are_noted(month, expected):
    held = Sanction(id="s", person="p1", kind="党内警告", month=M(month) if month else None)
    results = [each for each in found(person(), sit("dep1", "p1"), held) if each.rule == "S1"]
    assert [each.result for each in results] == expected
    assert all(each.severity == "note" for each in results)


def test_of_two_seats_each_is_told():
    held = Sanction(id="s", person="p1", kind="政务记过", month=M("2026-01"))
    records = [person(), sit("dep1", "p1"), sit("dep2", "p1"), held]
    results = found(*records)
    assert [(each.rule, each.post, each.month) for each in results] == [
        ("S5", 1, M("2027-01")),
        ("S5", 2, M("2027-01")),
    ]


def test_some_teams_and_passes():
    records = [*rising("2010-03"), sit("dep1", "p1", promoted=True)]
    assert found(*records, teams=()) == ()
    full = found(*records, teams=(0,), full=True)
    assert {"Q1", "Q2", "Q5", "S1", "S6"} <= {each.rule for each in full}
    assert tuple(each for each in full if each.result != "pass") == found(*records)
