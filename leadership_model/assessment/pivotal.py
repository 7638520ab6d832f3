"""关键少数: who alone holds a requirement up, and which single change of holder moves its verdict.

A change puts one person into one seat with the posts linked to it (联职), or leaves one empty.
Whoever comes gives up every other seat; whoever made room keeps the other seats he or she may hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from leadership_model.assessment import likeness
from leadership_model.assessment.finding import Assessment, Finding, Verdict
from leadership_model.assessment.judge import judge
from leadership_model.assessment.outlook import without
from leadership_model.assessment.survey import Pause, go_on
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.people.codes import ranks
from leadership_model.people.held import available
from leadership_model.people.seating import VACANT
from leadership_model.people.table import Ints
from leadership_model.rules.appointment import eligible
from leadership_model.structure.requirement import Requirement

# Green is surely met; what cannot be said may still be; yellow is nearly met, red is not.
HEIGHT: dict[Verdict, int] = {"red": 0, "yellow": 1, "unknown": 2, "green": 3}
BEST = 5  # changes named in full
TRIED = 8  # people of each seat whose effect on the whole team is worked out


@dataclass(frozen=True, slots=True)
class Departure:
    """A member whose leaving moves the verdict of a requirement."""

    person: int
    after: Verdict


@dataclass(frozen=True, slots=True)
class Key:
    """One requirement: who alone holds it up (`holds`), whose leaving would lift it (`weighs`)."""

    requirement: str
    verdict: Verdict
    holds: tuple[Departure, ...]
    weighs: tuple[Departure, ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """One seat: of the `pool` who may sit there, who would repair the requirement or break it.

    `exact` is False where the requirement reads what depends on who sits where: the lists then go
    by one person of each kind, and only those named in a `Repair` were asked one by one.
    """

    post: int
    pool: int
    repairs: tuple[int, ...]
    breaks: tuple[int, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that makes a requirement green, and what it does to the team.

    `score`: score_low after minus before; `falls`: labels of requirements that get worse by it.
    """

    post: int
    person: int
    score: float
    falls: tuple[str, ...]


@dataclass(slots=True)
class Pools:
    """Who may sit in a seat: asked once a seat, good for one world."""

    world: World
    _kept: dict[int, Ints] = field(default_factory=dict, repr=False)

    def of(self, post: int) -> Ints:
        """Give who is 在职, surely passes rules and 资格 of a seat, and would take no step down.

        Whoever is held 暂缓使用 is in no pool. Members of the team are left out; a level that is
        not recorded is no step down. Posts linked to the seat are asked as well.
        """
        if post not in self._kept:
            self._kept[post] = self._asked(post)
        return self._kept[post]

    def _asked(self, post: int) -> Ints:
        world, order = self.world, ranks("levels")
        people, posts = world.snapshot.people, world.snapshot.posts
        open_ = available(world.snapshot, world.as_of)
        held = world.seating.holder[world.seats(int(posts.owners()[post]))]
        open_[held[held >= 0]] = False
        found = np.flatnonzero(open_).astype(np.int32)
        levels = people.texts("level").mapped(order)
        for each in world.seating.linked(post):
            seat = int(posts.texts("level").mapped(order)[each])
            if seat > 0:
                found = found[levels[found] <= seat]
            found = found[world.sheet(each).sure[found]]
            if len(found):
                where = np.full(len(found), each)
                answer = eligible(world.book, world.seating, found, where, world.as_of)
                found = found[answer.sure]
        return found


def key_members(
    world: World, team: int, requirements: Sequence[Requirement] | None = None
) -> tuple[Key, ...]:
    """Say of each requirement of a team's model whose leaving alone moves its verdict."""
    if requirements is None:
        model = world.model(team)
        requirements = () if model is None else model.requirements
    members = [row for row in world.members(team).tolist() if row < world.facts.count]
    left = [(person, without(world, (person,))) for person in members]
    return tuple(_key(world, team, each, left) for each in requirements)


def swaps(
    world: World,
    team: int,
    requirement: Requirement,
    pools: Pools,
    pause: Pause = go_on,
) -> tuple[Swap, ...]:
    """Say of each member seat of a team who of its pool would repair or break a requirement.

    People alike in what the requirement reads of them are judged once. Of seats linked with each
    other in one team the first stands for all. `pause` is called between the seats and may raise
    to stop.
    """
    before = judge(requirement, team, world).verdict
    exact = not likeness.seated(world, requirement)
    found = []
    seats = world.seats(team).tolist()
    for post in seats:
        if any(each in seats and each < post for each in world.seating.linked(post)):
            continue
        pause()
        pool = pools.of(post)
        height = _heights(world, team, requirement, post, pool)
        repairs = pool[height == HEIGHT["green"]] if before != "green" else pool[:0]
        breaks = pool[height < HEIGHT[before]]
        swap = Swap(post, len(pool), tuple(repairs.tolist()), tuple(breaks.tolist()), exact)
        if swap.repairs or swap.breaks:
            found.append(swap)
    return tuple(found)


def best(
    world: World, team: int, requirement: Requirement, found: Sequence[Swap], limit: int = BEST
) -> tuple[Repair, ...]:
    """Name the changes that repair a requirement and do most for the team as a whole.

    Of each seat a few people are tried, those nearest to its level first. Order: fewest other
    requirements made worse, then the score, then seats and people in their order.
    """
    before = assess(world, team, with_rules=False)
    made = []
    for swap in found:
        for person in _nearest(world, swap)[:TRIED]:
            after = assess(placed(world, swap.post, person), team, with_rules=False)
            repair = _repair(requirement, before, after, swap.post, person)
            if repair is not None:
                made.append(repair)
    made.sort(key=lambda each: (len(each.falls), -each.score, each.post, each.person))
    return tuple(made[:limit])


def placed(world: World, post: int, person: int) -> World:
    """Put a person into a seat and those linked to it; every other seat of theirs is left empty."""
    changes = dict.fromkeys(world.seating.posts_of(person).tolist(), VACANT)
    return world.with_holders(changes | dict.fromkeys(world.seating.linked(post), person))


def _key(
    world: World, team: int, requirement: Requirement, left: Sequence[tuple[int, World]]
) -> Key:
    before = judge(requirement, team, world).verdict
    after = [Departure(who, judge(requirement, team, gone).verdict) for who, gone in left]
    return Key(
        requirement.id,
        before,
        tuple(each for each in after if HEIGHT[each.after] < HEIGHT[before]),
        tuple(each for each in after if HEIGHT[each.after] > HEIGHT[before]),
    )


def _heights(world: World, team: int, requirement: Requirement, post: int, pool: Ints) -> Ints:
    """Give how high the verdict stands with each person of a pool in a seat."""
    if not len(pool):
        return pool
    rows = likeness.alike(world, requirement, post, pool)
    _, first, group = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    heights = [
        HEIGHT[judge(requirement, team, placed(world, post, int(person))).verdict]
        for person in pool[first]
    ]
    judged: Ints = np.array(heights, dtype=np.int32)[group.reshape(-1)]
    return judged


def _nearest(world: World, swap: Swap) -> list[int]:
    """Order those who repair: nearest to the seat's level, then as in every list."""
    order = ranks("levels")
    seat = int(world.snapshot.posts.texts("level").mapped(order)[swap.post])
    own = world.snapshot.people.texts("level").mapped(order)
    return sorted(swap.repairs, key=lambda person: (abs(int(own[person]) - seat), person))


def _repair(
    requirement: Requirement, before: Assessment, after: Assessment, post: int, person: int
) -> Repair | None:
    """Describe a change; None where it does not repair the requirement after all."""
    then = {each.requirement: each for each in before.findings}
    falls = []
    for each in after.findings:
        if each.requirement == requirement.id and each.verdict != "green":
            return None
        if HEIGHT[each.verdict] < _height(then.get(each.requirement)):
            falls.append(each.label)
    gain = (after.score_low or 0.0) - (before.score_low or 0.0)
    return Repair(post, person, round(gain, 9), tuple(falls))


def _height(finding: Finding | None) -> int:
    return -1 if finding is None else HEIGHT[finding.verdict]
