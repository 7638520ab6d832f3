"""What a staffing run proposes, and what a plan is worth, worked out from the values alone.

Nothing here knows rows or solvers: `worth` is the second opinion `verify` holds a plan against.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.matching.scores import Scores
from leadership_model.people.seating import VACANT
from leadership_model.staffing import guard
from leadership_model.staffing.breach import new_breaches
from leadership_model.staffing.leave import breaches_left, gain
from leadership_model.staffing.options import (
    EACH_CHANGE,
    EACH_SEAT_LEFT,
    HEAD_WEIGHT,
    OTHER_WEIGHT,
    Options,
)
from leadership_model.staffing.solver.answer import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMove:
    """One person takes posts (one, or linked ones) and leaves those held before.

    score: the person's score_low for each of the posts. doubtful: eligible only as 待核.
    """

    person: int
    origin: tuple[int, ...]
    to: tuple[int, ...]
    score: tuple[float, ...] = ()
    doubtful: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TeamChange:
    """A team before and after."""

    team: int
    before: Assessment
    after: Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A proposal. `chain`: 连锁空缺, seats elsewhere that fall empty. `fingerprint` seals it."""

    moves: tuple[PlanMove, ...]
    chain: tuple[int, ...]
    teams: tuple[TeamChange, ...]
    left: tuple[TeamChange, ...]
    vacancies: int
    breaches: int
    objective: float
    fingerprint: str

    @property
    def changes(self) -> dict[int, int]:
        """Say who sits where: post -> person or VACANT, seats left included."""
        gone = {post: VACANT for move in self.moves for post in move.origin}
        return gone | {post: move.person for move in self.moves for post in move.to}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashItem:
    """One demand of an irreducible clash. `source`: id of a rule or requirement, or a rail.

    people: who is concerned; posts: which seats. Of a requirement, those who could be its members
    are meant by the posts alone.
    """

    source: str
    team: int
    text: str
    people: tuple[int, ...] = ()
    posts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loosening:
    """What to give up at the least: a bound moved, or a demand dropped."""

    requirement: str
    before: str
    after: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a staffing run came to. Objective, bound and gap speak of stage C.

    `sensitive`: which sensitive elements act on the fits, each with its legal basis.
    `steps`: search steps used; `repeatable`: whether the same run gives the same plan anywhere.
    """

    status: Status
    objective: float | None = None
    bound: float | None = None
    gap: float | None = None
    plan: Plan | None = None
    alternatives: tuple[Plan, ...] = ()
    clash: tuple[ClashItem, ...] = ()
    loosening: tuple[Loosening, ...] = ()
    verified: bool = False
    steps: int = 0
    repeatable: bool = True
    rails: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()
    refusals: tuple[tuple[int, tuple[tuple[str, int], ...]], ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What a change of seats is worth: the three stages' figures and the teams touched."""

    vacancies: int
    breaches: int
    objective: float
    teams: tuple[TeamChange, ...]
    left: tuple[TeamChange, ...]


def worth(
    world: World, teams: Sequence[int], options: Options, changes: Mapping[int, int], scores: Scores
) -> Worth:
    """Work out what a change of seats is worth. `changes` names the seats left as well.

    C = w1 (sum of score_low of the chosen teams + sum over teams left of after - before)
    + w2 (sum over all seats of the chosen teams of the holder's score_low, empty 0)
    - 10 w3 (persons whose seat changes + 1/2 for each seat left empty elsewhere).
    """
    after = world.with_holders(changes)
    owners = world.snapshot.posts.owners()
    emptied = sorted(guard.emptied(world.seating, changes))
    elsewhere = [post for post in emptied if int(owners[post]) not in teams]
    chosen = tuple(_change(world, after, team) for team in teams)
    left_teams = sorted({int(owners[post]) for post in elsewhere})
    left = tuple(_change(world, after, team) for team in left_teams)
    w1, w2, w3 = options.weights
    score = team_scores(chosen, left)
    held = held_scores(after, teams, scores)
    moved = len(changed_people(world, after))
    cost = moved + EACH_SEAT_LEFT * len(elsewhere)
    return Worth(
        vacancies=open_weight(after, teams),
        breaches=sum(len(new_breaches(c.before.findings, c.after.findings)) for c in chosen)
        + sum(
            len(breaches_left(world, c.team, c.before.findings, c.after.findings, emptied))
            for c in left
        ),
        objective=w1 * score + w2 * held - EACH_CHANGE * w3 * cost,
        teams=chosen,
        left=left,
    )


def team_scores(chosen: Iterable[TeamChange], left: Iterable[TeamChange]) -> float:
    """Sum the score_low of the chosen teams, and what it gains in the teams left."""
    score = sum(each.after.score_low or 0.0 for each in chosen)
    return score + sum(gain(each.before.findings, each.after.findings) for each in left)


def held_scores(world: World, teams: Iterable[int], scores: Scores) -> float:
    """Sum the fits of the holders of all seats of some teams."""
    return sum(
        float(scores.of_post(post)[0][holder])
        for team in teams
        for post in world.seating.seats(team)
        if (holder := int(world.seating.holder[post])) >= 0
    )


def changed_people(world: World, after: World) -> tuple[int, ...]:
    """List the people whose seats are others than before and who sit somewhere."""
    then, now = world.seating.holder, after.seating.holder
    posts = np.flatnonzero(then != now)
    people = sorted({int(now[post]) for post in posts.tolist() if int(now[post]) >= 0})
    return tuple(people)


def open_weight(world: World, teams: Iterable[int]) -> int:
    """Weigh the vacant seats of some teams: 3 for a head's, 1 for another."""
    heads = world.snapshot.posts.texts("role").mask("正职")
    return sum(
        HEAD_WEIGHT if heads[post] else OTHER_WEIGHT
        for team in teams
        for post in world.seating.seats(team)
        if int(world.seating.holder[post]) == VACANT
    )


def _change(world: World, after: World, team: int) -> TeamChange:
    return TeamChange(
        team, assess(world, team, with_rules=False), assess(after, team, with_rules=False)
    )


def seal(world: World, moves: Iterable[PlanMove]) -> str:
    """Give the fingerprint of who goes where, by ids: a plan whose people change is another one."""
    people, posts = world.person_ids, world.post_ids
    lines = sorted(
        f"{people[move.person]}>{'+'.join(posts[post] for post in move.to)}" for move in moves
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def gap_of(objective: float, bound: float) -> float:
    """Give (bound - objective) / max(1, |objective|), never negative."""
    return max(0.0, bound - objective) / max(1.0, abs(objective))
