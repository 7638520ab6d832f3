"""Who of a team reaches the retirement month, the months looked at, and who would be missed.

What becomes of teams month by month: `forecast`; of one team at a few of them: `steps`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment import leaving
from leadership_model.assessment.delta import VerdictChange, compare
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.people.retirement import Span
from leadership_model.people.seating import VACANT

AHEAD = 60  # months looked ahead
STEP = 6  # months from one look to the next


@dataclass(frozen=True, slots=True)
class Leaving:
    """A member who reaches the statutory month: it lies in low..high, equal where it is known.

    `posts` are the seats held in this team. `high` is OPEN where nothing bounds it.
    """

    person: int
    posts: tuple[int, ...]
    low: int
    high: int

    @property
    def sure(self) -> bool:
        """Whether the month is known."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Fragility:
    """What becomes of a team when one member leaves and nobody follows.

    `score`: score_low after minus before, None when 未配置.
    """

    person: int
    posts: tuple[int, ...]
    after: Assessment
    score: float | None
    changes: tuple[VerdictChange, ...]


def due(world: World) -> Span:
    """Give everybody's statutory month, with the parameter of rule R1 in force."""
    return leaving.due(world.snapshot, world.book.at(world.as_of).get(leaving.RETIRE))


def leavings(world: World, team: int, ahead: int = AHEAD) -> tuple[Leaving, ...]:
    """List the members who may reach their month by as_of + ahead, the soonest first.

    Those who have reached it already are among them; who is known not to reach it is not.
    """
    span, last = due(world), world.as_of + ahead
    found = [
        Leaving(person, _seats(world, team, person), int(span.low[person]), int(span.high[person]))
        for person in _members(world, team)
        if span.low[person] <= last
    ]
    return tuple(sorted(found, key=lambda each: (each.high, each.low, each.person)))


def later(world: World, month: int) -> World:
    """See the same records at another month."""
    return world if month == world.as_of else world.at(month)


def looks(as_of: int, ahead: int = AHEAD, step: int = STEP) -> tuple[int, ...]:
    """Give the months looked at: today's and one each half-year."""
    return tuple(range(as_of, as_of + ahead + 1, step))


def fragility(world: World, team: int) -> tuple[Fragility, ...]:
    """Say for each member what breaks when he or she leaves; the heaviest loss first."""
    before = assess(world, team, with_rules=False)
    found = []
    for person in _members(world, team):
        after = assess(without(world, (person,)), team, with_rules=False)
        change = compare(before, after)
        seats = _seats(world, team, person)
        found.append(Fragility(person, seats, after, change.score_low, change.verdicts))
    return tuple(sorted(found, key=lambda each: (each.score or 0.0, each.person)))


def without(world: World, people: Sequence[int]) -> World:
    """Leave every seat of some people empty."""
    seats = np.flatnonzero(np.isin(world.seating.holder, np.array(people, dtype=np.int32)))
    return world.with_holders(dict.fromkeys(seats.tolist(), VACANT)) if people else world


def _members(world: World, team: int) -> list[int]:
    return [row for row in world.members(team).tolist() if row < world.facts.count]


def _seats(world: World, team: int, person: int) -> tuple[int, ...]:
    seats = world.seating.seats(team)
    return tuple(seat for seat in seats if int(world.seating.holder[seat]) == person)
