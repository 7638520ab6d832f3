"""What somebody's leaving does to the teams he leaves, by judging them; worked out when needed.

Judging every possible leaver would cost more than the whole search. So each starts from a promise
nobody can break (how much the team's score could rise at best, no breach) and is judged only when
the search would otherwise rely on the promise.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from leadership_model.assessment.finding import Finding
from leadership_model.assessment.judge import judge, measure_of, target_in
from leadership_model.assessment.target import satisfactions
from leadership_model.assessment.team import scores
from leadership_model.assessment.world import World
from leadership_model.people.seating import VACANT
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
    _findings: dict[int, tuple[Finding, ...]] = field(default_factory=dict, repr=False)
    _left: dict[int, Left] = field(default_factory=dict, repr=False)
    _rooms: dict[int, float] = field(default_factory=dict, repr=False)

    def teams(self, person: int) -> tuple[int, ...]:
        """Give the teams not chosen in which a person holds seats."""
        owners = self.world.snapshot.posts.owners()
        found = {int(owners[post]) for post in self.world.seating.posts_of(person).tolist()}
        return tuple(sorted(found - self.chosen))

    def findings(self, team: int) -> tuple[Finding, ...]:
        """Judge a team as it is."""
        if team not in self._findings:
            self._findings[team] = findings(self.world, team)
        return self._findings[team]

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
        after = self.world.with_holders(dict.fromkeys(posts, VACANT))
        score, breaches = 0.0, 0
        for team in self.teams(person):
            then, now = self.findings(team), findings(after, team)
            score += gain(then, now)
            breaches += len(breaches_left(self.world, team, then, now, posts))
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
        rising = [each for each in model.requirements if each.points > 0 and _may_rise(each)]
        missing = sum(each.points * (1.0 - _satisfied(each, team, self.world)) for each in rising)
        return 100.0 * missing / total


def findings(world: World, team: int) -> tuple[Finding, ...]:
    """Judge all requirements of a team; none when 未配置."""
    model = world.model(team)
    return () if model is None else tuple(judge(r, team, world) for r in model.requirements)


def _satisfied(asked: Requirement, team: int, world: World) -> float:
    """Give s_low as judge does, without the words."""
    measured = measure_of(asked, team, world)
    return satisfactions(measured.low, measured.high, target_in(asked, team, world))[0]


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
