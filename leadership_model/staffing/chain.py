"""Chains 连锁空缺: the seats a plan leaves open, and the fewest further moves that close them.

Whoever takes an open seat leaves his own. A seat at a level that counts must then be filled too, by
somebody who may leave another, until somebody comes whose seat does not count or who has none. The
guard rails are the solver's: eligible for sure, no lower level, not pinned, nobody the plan moves.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import count

from leadership_model.matching.scores import Scores
from leadership_model.people.seating import VACANT, Seating
from leadership_model.staffing import guard
from leadership_model.staffing.apply import fold
from leadership_model.staffing.board import Place
from leadership_model.staffing.chain_search import (
    MOST_PLACES,
    Ground,
    Link,
    Refusals,
    against,
    gathered,
    links,
    moves_of,
    solved,
    together,
)
from leadership_model.staffing.conflict import demoted
from leadership_model.staffing.options import Options
from leadership_model.staffing.situation import Situation

UNREGISTERED = ""  # in a choice of levels: posts whose level is not on record


@dataclass(frozen=True, slots=True)
class Closing:
    """What closes the chains. `left`: open seats nobody can take, with who was refused on what.

    proven: no way has fewer seats left open, nor fewer moves with as many.
    """

    links: tuple[Link, ...]
    left: tuple[tuple[int, Refusals], ...]
    proven: bool


def open_posts(situation: Situation) -> tuple[int, ...]:
    """List the seats open under a plan: those it empties, and the vacant ones of its teams."""
    seating = situation.world.seating
    quota = seating.snapshot.posts.ints("takes_quota")
    board = [post for team in situation.teams for post in seating.seats(team)]
    found = dict.fromkeys((*situation.folded.vacancies, *board))
    return tuple(
        post for post in found if int(seating.holder[post]) == VACANT and int(quota[post]) != 0
    )


def at_levels(seating: Seating, posts: Sequence[int], levels: Collection[str]) -> tuple[int, ...]:
    """Give those of the posts that stand at one of the levels."""
    raw = seating.snapshot.posts.raw("level")
    return tuple(post for post in posts if (raw[post] or UNREGISTERED) in levels)


def close(
    situation: Situation,
    opened: Sequence[int],
    levels: Collection[str],
    options: Options | None = None,
) -> Closing:
    """Propose the fewest further moves after which no seat at the levels chosen is open.

    `opened`: posts to be closed; those not at the levels, or held, are passed over. Seats that were
    vacant elsewhere before stay so.
    """
    ground = _ground(situation, levels, options or Options())
    groups = guard.linked_groups(ground.seating)
    first = _open_places(ground, opened, groups)
    if not first:
        return Closing((), (), proven=True)
    for depth in count(1):
        problem, whole, refusals = gathered(ground, first, depth, groups)
        order, left, exact = solved(ground, problem)
        # A chain longer than was looked at has more than `depth` moves, every other at least one.
        enough = not left and len(order) <= len(first) + depth
        full = len(problem.places) > MOST_PLACES
        if whole or enough or full:
            missing = tuple((first[at].posts[0], refusals[at]) for at in left)
            proven = exact and not full and (whole or enough)
            return Closing(links(ground, problem, order), missing, proven=proven)
    raise AssertionError("the loop ends by returning")


def verify(
    situation: Situation, opened: Sequence[int], levels: Collection[str], closing: Closing
) -> tuple[str, ...]:
    """Work a closing out anew from the seats alone; list what is wrong with it, nothing if right.

    Asked: no seat of those to be closed or left by a link is open at the levels, except what the
    closing says; no rule forbids it; nobody's level falls; nobody moves twice.
    """
    seating = situation.world.seating
    after = fold(seating, moves_of(seating, closing.links, "动议"))
    told = {post for post, _ in closing.left}
    left = [*opened, *(post for link in closing.links for post in (*link.opens, *link.frees))]
    wrong = [
        f"{situation.base.post_ids[post]} is still open"
        for post in at_levels(seating, tuple(dict.fromkeys(left)), levels)
        if int(after.seating.holder[post]) == VACANT and not _excused(seating, post, told)
    ]
    people = [link.person for link in closing.links]
    if len(set(people)) < len(people):
        wrong.append("somebody moves twice")
    if set(after.bench) - set(situation.folded.bench):
        wrong.append("somebody is left without a seat")
    found = against(seating, situation.world, closing.links)
    wrong += [
        f"move {each.move} breaks {each.result.rule}"
        for each in found
        if each.blocks and each.result.severity == "forbid"
    ]
    wrong += [f"person {person} falls in level" for person in demoted(after, seating)]
    return tuple(wrong)


def _excused(seating: Seating, post: int, told: set[int]) -> bool:
    group = guard.linked_groups(seating).get(post, (post,))
    return bool(told & set(group))


def _ground(situation: Situation, levels: Collection[str], options: Options) -> Ground:
    """Nobody whom the plan moves is moved again, except who waits on the bench."""
    world, folded = situation.world, situation.folded
    moved = {int(holder) for holder in folded.changes.values() if holder >= 0}
    options = replace(
        options,
        pinned=options.pinned | frozenset(folded.pinned),
        excluded=options.excluded | frozenset(moved) | frozenset(folded.retired),
    )
    every = tuple(range(len(world.seating.holder)))
    counting = frozenset(at_levels(world.seating, every, levels))
    quota = world.snapshot.posts.ints("takes_quota")
    counting = frozenset(post for post in counting if int(quota[post]) != 0)
    pins = guard.pins(situation.base.seating, world.book, options)
    return Ground(Scores(world), options, pins, counting)


def _open_places(
    ground: Ground, opened: Sequence[int], groups: dict[int, tuple[int, ...]]
) -> list[Place]:
    found: dict[tuple[int, ...], None] = {}
    for post in opened:
        if post in ground.counts and int(ground.seating.holder[post]) == VACANT:
            found[together(ground.seating, post, groups)] = None
    return [Place(posts, VACANT) for posts in found]
