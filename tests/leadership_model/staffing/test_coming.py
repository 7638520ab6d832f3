"""Breaks in the coming years: found by the half-year, fresh and spared by a plan."""

import pytest

from leadership_model.assessment.outlook import looks
from leadership_model.assessment.steps import steps
from leadership_model.assessment.world import World
from leadership_model.people.seating import VACANT
from leadership_model.people.snapshot import of_records
from leadership_model.rules.book import shipped
from leadership_model.staffing.coming import Break, breaks, outcome, years_of
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Count
from tests.leadership_model.staffing.small import AS_OF, WOMAN, person, requirement, sit, team

MODEL = Model(
    id="m",
    category="县级政府",
    label="政府",
    requirements=(requirement("女", Count(WOMAN), lo=1),),
)


@pytest.fixture(scope="module")
def base():
    crowd = (
        person("old", birth="1968-01", sex="女"),  # her statutory month lies within five years
        person("young", birth="1985-01", sex="女"),
        person("man", birth="1985-01"),
    )
    seats = (sit("t0", "man"), sit("t1", "old"))
    made = of_records((*crowd, *team("t", [{}, {}, {}]), *seats))
    return World.of(made, AS_OF, models=(MODEL,), portraits=(), book=shipped())


def put(base, **holders):
    people, posts = base.snapshot.people.positions, base.snapshot.posts.positions
    return {posts[p]: people[who] if who else VACANT for p, who in holders.items()}


def test_the_last_woman_leaves_and_the_requirement_breaks_by_then(base):
    years = years_of(base, (0,))
    (found,) = breaks(years, {}, 0)
    assert (found.requirement, found.label) == ("女", "女")
    reds = [
        step.month
        for step in steps(years.worlds, 0)
        if step.assessment.findings[0].verdict == "red"
    ]
    assert AS_OF < found.month == reds[0] <= AS_OF + 60
    assert found.month in looks(AS_OF)


def test_a_younger_woman_spares_it(base):
    years = years_of(base, ())
    before, after = breaks(years, {}, 0), breaks(years, put(base, t2="young"), 0)
    assert after == ()
    assert outcome(before, after, AS_OF).spared == before
    assert outcome(after, before, AS_OF).fresh == before


def test_what_breaks_today_is_no_break_to_come(base):
    years = years_of(base, ())
    after = breaks(years, put(base, t1=""), 0)
    assert after == (Break(0, "女", "女", AS_OF),)
    found = outcome(breaks(years, {}, 0), after, AS_OF)
    assert (found.fresh, found.spared) == ((), ())
    assert outcome((), after, AS_OF).fresh == ()
    assert outcome(after, (), AS_OF).spared == ()
