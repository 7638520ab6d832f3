"""What falls due, month by month, and the years for the next grade."""

from dataclasses import replace

import pytest

from leadership_model import months
from leadership_model.assessment import grades
from leadership_model.assessment.reminders import reminders
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.people.person import Appraisal, Person, Sanction
from leadership_model.people.snapshot import of_records
from leadership_model.rules.book import with_settings
from leadership_model.store.nouns import RuleSetting
from tests.leadership_model.assessment.test_flags import COUNTY, NOW, UNIT, man, seats


def due(*records, team=COUNTY, first=NOW, last=NOW + 12):
    """Give (month, kind) of what falls due, beside the text of each."""
    world = World.of(of_records([UNIT, team, *records]), NOW)
    found = reminders(world, [assess(world, 0)], first, last)
    return {(each.month, each.kind): each.text for each in found}


def test_the_month_of_retirement():
    born = months.of(1966, 11)  # due 2027-05
    assert due(*seats(man("a", born))) == {(months.of(2027, 5), "retire"): "到法定退休年龄"}
    assert due(*seats(man("a", born)), last=months.of(2027, 4)) == {}
    only = months.of(2027, 5)
    assert len(due(*seats(man("a", born)), first=only, last=only)) == 1
    assert due(*seats(man("a", born)), first=only + 1, last=only + 9) == {}
    assert due(man("a", born)) == {}  # no seat
    assert due(*seats(man("a", None))) == {}


def test_the_local_age_of_leaving_the_post():
    on = with_settings([RuleSetting(id="R2", active=True)])
    who = seats(man("a", months.of(1970, 3)))  # a deputy: 57 in 2027-03
    world = World.of(of_records([UNIT, COUNTY, *who]), NOW, book=on)
    found = reminders(world, [assess(world, 0)], NOW, NOW + 12)
    assert [(each.month, each.kind) for each in found if each.kind == "leave"] == [
        (months.of(2027, 3), "leave")
    ]
    assert "57周岁" in next(each.text for each in found if each.kind == "leave")
    assert "leave" not in {kind for _, kind in due(*who)}  # switched off as shipped


def test_the_end_of_probation():
    who, post, tenure = seats(man("a"))
    new = replace(tenure, start=months.of(2026, 3), promoted=True)
    assert list(due(who, post, new)) == [(months.of(2027, 3), "probation")]


def test_the_end_of_the_term():
    team = replace(COUNTY, term_start=months.of(2021, 12))
    assert list(due(team=team)) == [(months.of(2026, 12), "term")]
    assert due(team=replace(team, category="市直部门")) == {}


@pytest.mark.parametrize(
    ("years", "text"), [(5, "任现职满5年"), (8, "任现职满8年"), (10, "任现职满10年")]
)
def test_five_eight_and_ten_years_in_a_post(years, text):
    who, post, tenure = seats(man("a"))
    long = replace(tenure, start=NOW + 2 - 12 * years)
    assert due(who, post, long) == {(NOW + 2, "post"): text}
    assert due(who, replace(post, level="乡科级正职"), long) == {}


def test_the_end_of_a_sanction():
    sanction = Sanction(id="s", person="a", kind="党内警告", month=NOW - 9)
    assert due(sanction, *seats(man("a"))) == {(NOW + 3, "sanction"): "党内警告影响期满"}


def test_they_come_by_month_then_kind():
    sanction = Sanction(id="s", person="a", kind="党内警告", month=NOW - 6)
    team = replace(COUNTY, term_start=NOW + 6 - 60)
    found = list(due(sanction, *seats(man("a", months.of(1966, 11))), team=team))
    assert found == [(NOW + 6, "retire"), (NOW + 6, "term"), (NOW + 6, "sanction")]


# Grades ----------------------------------------------------------------------------------------


def graded(*results, held=30, grade="四级调研员"):
    """The month (relative to NOW) the years for the next grade are reached."""
    who = Person(id="g", name="某人", grade=grade, grade_since=NOW - held)
    told = {2024: "称职", 2025: "称职"} | dict(results)
    rows = [Appraisal(id=f"a{y}", person="g", year=y, result=r) for y, r in told.items()]
    world = World.of(of_records([UNIT, COUNTY, who, *rows]), NOW)
    return int(grades.due_months(world)[0]) - NOW


def test_excellent_years_shorten_and_poor_years_do_not_count():
    assert graded() == 24 - 30  # two years for 三级调研员
    assert graded((2025, "优秀")) == -10  # since 2024-05: 20 months and six when 2025 is over
    assert graded((2024, "优秀"), (2025, "优秀")) == -12  # 18 and six in 2025-11
    assert graded((2025, "基本称职")) == 24 - 30 + 12
    assert graded((2025, "称职")) == 24 - 30
    assert graded((2023, "优秀")) == 24 - 30  # before the grade began
    assert graded((2026, "优秀")) == 24 - 30  # the year is not over


def test_no_month_without_a_grade_above_or_a_beginning():
    assert graded(grade="一级巡视员") + NOW < 0
    assert grades.next_grade("四级调研员") == "三级调研员"
    assert grades.next_grade("一级巡视员") is None
    assert grades.next_grade(None) is None


def test_a_grade_falls_due():
    who = man("a", grade="四级调研员", grade_since=NOW - 20)
    year = Appraisal(id="y", person="a", year=2025, result="称职")
    assert due(*seats(who)) == {}  # who knows how 2025 was
    found = due(year, *seats(who))
    assert found == {(NOW + 4, "grade"): "任四级调研员年限满，可晋升三级调研员"}
