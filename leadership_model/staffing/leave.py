"""What somebody's leaving does to the teams he leaves, by judging them; worked out when needed.

Judging every possible leaver would cost more than the whole search. So each starts from a promise
nobody can break (how much the team's score could rise at best, no breach) and is judged only when
the search would otherwise rely on the promise.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from leadership_model.assessment.finding import Finding
from leadership_model.assessment.judge import plainly
from leadership_model.assessment.team import scores
from leadership_model.assessment.world import World
from leadership_model.people.seating import Seating
from leadership_model.people.table import Ints
from leadership_model.staffing.breach import new_breaches
from leadership_model.structure.requirement import (
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Extent,
    Filled,
    Ladder,
    Requirement,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Left:
    """What leaving does: change of the score_low of all teams left, and new breaches there."""

    score: float
    breaches: int


@dataclass(frozen=True, slots=True)
class Leaving:
    """Effects of leaving by person. `chosen`: the teams being staffed, which do not count here."""

    world: World
    chosen: frozenset[int]
    _teams: list[dict[int, tuple[int, ...]]] = field(default_factory=list, repr=False)
    _left: dict[int, Left] = field(default_factory=dict, repr=False)
    _rooms: dict[int, float] = field(default_factory=dict, repr=False)

    def teams(self, person: int) -> tuple[int, ...]:
        """Give the teams not chosen in which a person holds seats."""
        return self._teams_of().get(person, ())

    def _teams_of(self) -> dict[int, tuple[int, ...]]:
        """Give the teams not chosen of all who hold seats in any."""
        if not self._teams:
            found: dict[int, set[int]] = {}
            owners, holder = self.world.snapshot.posts.owners(), self.world.seating.holder
            for post in np.flatnonzero(holder >= 0).tolist():
                if int(owners[post]) not in self.chosen:
                    found.setdefault(int(holder[post]), set()).add(int(owners[post]))
            self._teams.append({person: tuple(sorted(each)) for person, each in found.items()})
        return self._teams[0]

    def findings(self, team: int) -> tuple[Finding, ...]:
        """Judge a team as it is."""
        return findings(self.world, team)

    def promise(self, person: int) -> float:
        """Say by how much the scores of the teams left can rise at most."""
        return sum(self._room(team) for team in self.teams(person))

    def known(self, person: int) -> bool:
        """Say whether leaving has been judged."""
        return person in self._left

    def of(self, person: int) -> Left:
        """Judge what a person's leaving does."""
        if person not in self._left:
            self._left[person] = self._judge(person)
        return self._left[person]

    def _judge(self, person: int) -> Left:
        posts = self.world.seating.posts_of(person).tolist()
        score, breaches = 0.0, 0
        for team in self.teams(person):
            left = _left(self.world, team, person, posts, self.findings(team))
            score += left.score
            breaches += left.breaches
        return Left(score, breaches)

    def _room(self, team: int) -> float:
        if team not in self._rooms:
            self._rooms[team] = self._missing(team)
        return self._rooms[team]

    def _missing(self, team: int) -> float:
        """Sum what is missing of requirements that somebody's leaving can bring nearer."""
        model = self.world.model(team)
        if model is None:
            return 0.0
        total = sum(each.points for each in model.requirements)
        if total <= 0:
            return 0.0
        missing = sum(
            found.points * (1.0 - found.s_low)
            for asked, found in zip(model.requirements, self.findings(team), strict=True)
            if asked.points > 0 and _may_rise(asked)
        )
        return 100.0 * missing / total


def findings(world: World, team: int) -> tuple[Finding, ...]:
    """Judge all requirements of a team, without words; none when 未配置."""
    return _once_alike(world, team, "judged", lambda: _findings(world, team))


def _findings(world: World, team: int) -> tuple[Finding, ...]:
    model = world.model(team)
    return () if model is None else tuple(plainly(r, team, world) for r in model.requirements)


def _left(
    world: World, team: int, person: int, posts: list[int], before: tuple[Finding, ...]
) -> Left:
    """Judge a team without one of its people.

    What is known of those who remain does not depend on where others sit, so that the facts of
    today stand for them.
    """
    key = ("left", person)
    return _once_alike(world, team, key, lambda: _without(world, team, posts, before))


def _without(world: World, team: int, posts: list[int], before: tuple[Finding, ...]) -> Left:
    after = world.with_seats_left(posts)
    now = _findings(after, team)
    return Left(gain(before, now), len(breaches_left(world, team, before, now, posts)))


def _once_alike(world: World, team: int, key: object, make: Callable[[], T]) -> T:
    """Work out once what depends on a team's model and on its members alone.

    Shared by all seatings of the same records in which the same people sit in the team since the
    same months, and in the same other seats.
    """
    model, basis = world.model(team), world.facts.basis
    sits = world.seating.remember(("sits", team), lambda: _sits(world.seating, team))
    alike = ("alike", team, world.as_of, id(model), id(basis), key, sits)
    # With what the ids stand for, so that they are no other ones'.
    return world.once(alike, lambda: (make(), model, basis))[0]


def _sits(seating: Seating, team: int) -> tuple[bytes, ...]:
    """Say who sits in a team, and where else its members sit."""
    seats = seating.seats(team)
    held = seating.holder[seats.start : seats.stop]
    marks = np.zeros(len(seating.snapshot.people) + 2, dtype=np.bool_)  # vacant, outsider: the last
    marks[held[held >= 0]] = True
    posts = np.flatnonzero(marks[seating.holder])
    columns = (posts, seating.holder[posts], seating.since[posts], seating.tenure[posts])
    return (held.tobytes(), *(each.tobytes() for each in columns))


def gain(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> float:
    """Give score_low after minus before; 0 when 未配置."""
    return scores(after)[0] - scores(before)[0] if after and before else 0.0


def breaches_left(
    world: World,
    team: int,
    before: Iterable[Finding],
    after: Iterable[Finding],
    emptied: Iterable[int],
) -> tuple[Finding, ...]:
    """List new breaches of a team left; the emptied seats' own filled and carried are 连锁空缺."""
    model = world.model(team)
    if model is None:
        return ()
    own = {
        each.id: each for each in model.requirements if isinstance(each.measure, Filled | Carried)
    }
    posts = np.array(sorted(emptied), dtype=np.int32)
    return tuple(
        each
        for each in new_breaches(before, after)
        if not (each.requirement in own and _concerns(world, team, own[each.requirement], posts))
    )


def _concerns(world: World, team: int, asked: Requirement, posts: Ints) -> bool:
    """Say whether a requirement of filled or carried looks at one of these seats."""
    inside = np.intersect1d(world.seats(team, asked.scope), posts)
    if isinstance(asked.measure, Carried):
        return any(bool(world.carries(f)[inside].any()) for f in asked.measure.functions)
    return bool(len(inside))


def _may_rise(asked: Requirement) -> bool:
    """Say whether one member less can satisfy a requirement better."""
    if isinstance(asked.measure, Ladder):
        return any(rung.at_most is not None for rung in asked.measure.rungs)
    falling = Count | Cover | Distinct | Concentration | Carried | Filled | Extent
    return not (isinstance(asked.measure, falling) and asked.hi is None)
