"""Who reaches the retirement month when, what then becomes of the team, and who holds it up."""

from fractions import Fraction

import pytest

from leadership_model import months
from leadership_model.assessment.outlook import (
    due,
    fragility,
    leavings,
    looks,
    without,
)
from leadership_model.assessment.world import World
from leadership_model.people.gaps import OPEN
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import VACANT
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Filled, Requirement

AS_OF = months.of(2026, 11)
FILLED = Requirement(
    id="seats", dimension="职数", label="职数配备", measure=Filled(), lo=Fraction(3), points=10.0
)
MODEL = Model(id="m", category="县级党委", label="县委", requirements=(FILLED,))
BIRTHS = (months.of(1964, 12), months.of(1970, 1), months.of(1980, 1))  # the first: 60 and no delay


def team_world(births=BIRTHS, **first):
    records = [
        Unit(id="u", name="易溪县"),
        Team(id="t", unit="u", name="县委", category="县级党委"),
    ]
    for at, birth in enumerate(births):
        more = first if at == 0 else {}
        fields = {"birth": birth, "sex": "男", "level": "县处级副职"} | more
        records.append(Person(id=f"p{at}", name=f"甲{at}", **fields))
        records.append(Post(id=f"s{at}", team="t", name="常委", order=at))
        records.append(Tenure(id=f"n{at}", post=f"s{at}", person=f"p{at}", start=AS_OF - 20))
    snapshot = of_records(records)
    return World.of(snapshot, AS_OF, models=(MODEL,), portraits=())


def test_the_soonest_leaves_first_and_the_young_are_not_named():
    world = team_world()
    found = leavings(world, 0)
    assert [each.person for each in found] == [0, 1]
    assert found[0].low == found[0].high == months.of(2024, 12)
    assert found[0].sure
    assert found[0].posts == (0,)
    # Born 1970-01, men's line: 60 years and 16 steps of one month.
    assert found[1].high == months.of(2031, 5)


@pytest.mark.parametrize(("ahead", "count"), [(53, 1), (54, 2)])
def test_the_last_month_looked_at_counts(ahead, count):
    assert len(leavings(team_world(), 0, ahead)) == count


def test_an_unknown_birth_may_be_due_at_any_time():
    found = leavings(team_world((BIRTHS[2],), birth=None), 0)
    assert [(each.low, each.high) for each in found] == [(0, OPEN)]
    assert not found[0].sure


def test_a_year_of_birth_bounds_the_month():
    world = team_world((BIRTHS[2],), birth=None, birth_year=1968)
    (found,) = leavings(world, 0)
    assert found.low < found.high < OPEN
    assert int(due(world).low[0]) == found.low


def test_half_years_from_today_to_the_last():
    assert looks(AS_OF, 12, 6) == (AS_OF, AS_OF + 6, AS_OF + 12)
    assert len(looks(AS_OF)) == 11


def test_each_member_is_missed():
    world = team_world()
    found = fragility(world, 0)
    assert {each.person for each in found} == {0, 1, 2}
    assert {each.score for each in found} == {-50.0}
    assert all(each.after.vacancies == each.posts for each in found)
    assert [change.after for change in found[0].changes] == ["yellow"]


def test_without_empties_every_seat_and_leaves_the_world_alone():
    world = team_world()
    after = without(world, (1,))
    assert after.seating.holder.tolist() == [0, VACANT, 2]
    assert world.seating.holder.tolist() == [0, 1, 2]
    assert without(world, ()) is world
