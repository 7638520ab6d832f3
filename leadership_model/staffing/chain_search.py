"""The search behind closing chains: whom to look at, and what the rules forbid together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadership_model.assessment.world import World
from leadership_model.matching.scores import Scores
from leadership_model.people.seating import Seating
from leadership_model.people.table import Ints
from leadership_model.staffing import candidates, guard
from leadership_model.staffing.apply import fold
from leadership_model.staffing.board import Place
from leadership_model.staffing.chain_problem import ChainProblem, Chosen, ordered
from leadership_model.staffing.conflict import Conflict, conflicts
from leadership_model.staffing.move import Move
from leadership_model.staffing.options import Options

Doubles = NDArray[np.float64]
Refusals = tuple[tuple[str, int], ...]  # on which ground how many were refused

MOST_PLACES = 150  # places looked at; beyond it the answer says that it is not proven
MOST_MILDER = 8  # rounds in which moves that must be approved are replaced
MOST_CUTS = 40  # combinations the rules forbid that are taken out one by one
SPARE = 12  # candidates of a place beyond as many as there are places, for what rules forbid


@dataclass(frozen=True, slots=True)
class Link:
    """One further move: a person takes posts (linked ones together) and leaves others open.

    opens: seats left that count and are filled by a later link; frees: seats left that do not.
    """

    person: int
    posts: tuple[int, ...]
    opens: tuple[int, ...]
    frees: tuple[int, ...]
    fit: float


@dataclass(frozen=True, slots=True)
class Ground:
    """What a closing is asked of: the seats after the plan, who is not moved, levels that count."""

    scores: Scores
    options: Options
    pins: dict[int, str]
    counts: frozenset[int]

    @property
    def seating(self) -> Seating:
        """The seats after the plan."""
        return self.scores.world.seating


def together(seating: Seating, post: int, groups: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Give the posts that go with one: its linked ones where the same person, or nobody, sits."""
    group = groups.get(post, (post,))
    same = all(int(seating.holder[each]) == int(seating.holder[post]) for each in group)
    return group if same else (post,)


def gathered(
    ground: Ground, first: list[Place], depth: int, groups: dict[int, tuple[int, ...]]
) -> tuple[ChainProblem, bool, list[Refusals]]:
    """Gather places and pairs of chains of at most `depth` moves.

    Says too whether longer chains would bring nothing new, and who was refused at each open place.
    """
    enough = len(first) + SPARE
    while True:
        problem, whole, refusals = _of_depth(ground, first, depth, groups, enough)
        if len(problem.places) + SPARE <= enough or len(problem.places) > MOST_PLACES:
            return problem, whole, refusals
        enough = len(problem.places) + SPARE


def _of_depth(
    ground: Ground,
    first: list[Place],
    depth: int,
    groups: dict[int, tuple[int, ...]],
    enough: int,
) -> tuple[ChainProblem, bool, list[Refusals]]:
    problem = ChainProblem(list(first), len(first))
    known = {post for place in first for post in place.posts}
    refusals: list[Refusals] = []
    whole, at, last, layer = True, 0, len(first), 1
    while at < len(problem.places) and len(problem.places) <= MOST_PLACES:
        place = problem.places[at]
        found = candidates.find(ground.scores, place, first, (), ground.options, ground.pins)
        refusals += [found.refusals] if at < len(first) else []
        worth = fits(ground, place)
        people, followed = _few(ground, found.people, worth, enough)
        whole = whole and not (layer == depth and len(followed))
        asked = [*people.tolist(), *(followed.tolist() if layer < depth else ())]
        problem.pairs += [(at, person, float(worth[person])) for person in asked]
        for person in asked[len(people) :]:
            for post in ground.seating.posts_of(person).tolist():
                if post in ground.counts and post not in known:
                    posts = together(ground.seating, post, groups)
                    known |= set(posts)
                    problem.places.append(Place(posts, person))
        at += 1
        if at == last:
            layer, last = layer + 1, len(problem.places)
    return problem, whole, refusals


def _few(ground: Ground, people: Ints, worth: Doubles, enough: int) -> tuple[Ints, Ints]:
    """Tell with whom a chain ends from those who must be followed, and leave out who is not needed.

    Where more people end the chain than there are places (`enough`), one of them is always free:
    the best of them suffice, and nobody who must be followed is needed.
    """
    seating = ground.seating
    held = np.array(sorted(ground.counts), dtype=np.int32)
    holders = seating.holder[held]
    followed = np.zeros(len(seating.snapshot.people), dtype=np.bool_)
    followed[holders[holders >= 0]] = True
    ends, others = people[~followed[people]], people[followed[people]]
    if len(ends) > enough:
        best = np.lexsort((ends, -worth[ends]))[:enough]
        return np.sort(ends[best]), others[:0]
    return ends, others


def fits(ground: Ground, place: Place) -> Doubles:
    """Give everybody's fit for a place, 0-1: the mean of its posts' score_low."""
    lows = [ground.scores.of_post(post)[0] for post in place.posts]
    return np.asarray(sum(lows) / len(lows) / 100.0, dtype=np.float64)


def solved(ground: Ground, problem: ChainProblem) -> tuple[Chosen, tuple[int, ...], bool]:
    """Solve; what the rules forbid together is barred and solved again. Says if nothing was barred.

    A rule looks mostly at those who sit in a team: barred is the combination of those who come into
    it or leave it, as long as nobody else does; what is found then need not be the shortest. Where
    that takes too long, each move a rule speaks of is barred by itself. Of plans with as few moves
    one without moves to be approved is preferred.
    """
    bars, milder = 0, 0
    disliked: set[tuple[int, int]] = set()
    while True:
        chosen, left = problem.solve()
        order = ordered(problem.places, dict(chosen), problem.open)
        found = against(ground.seating, ground.scores.world, links(ground, problem, order))
        broken = sorted({each.move for each in found if forbidden(each, ground.options)})
        asking = {order[each.move] for each in found if each.blocks} - disliked
        if not broken and (not asking or milder == MOST_MILDER):
            return order, left, bars == 0
        if not broken:
            milder, disliked = milder + 1, disliked | asking
            problem.dislike(asking)
            continue
        alone = bars >= MOST_CUTS
        for at in broken:
            barred = ((order[at],), ()) if alone else _touching(ground, problem, order, at)
            problem.barred.append(barred)
        bars += 1


def against(seating: Seating, world: World, found: Sequence[Link]) -> tuple[Conflict, ...]:
    """Ask the rules about links, in the seats after all of them; `move` is the place of a link."""
    moves = moves_of(seating, found, "动议")
    return conflicts(fold(seating, moves), moves, world.book, world.as_of)


def forbidden(found: Conflict, options: Options) -> bool:
    """Say whether no link may stand like this: forbidden, or in doubt while doubt keeps out.

    As for the solver, what only has to be approved may stand; it is told beside the link.
    """
    doubt = found.standing == "待核" and not options.include_unknown
    return found.result.severity == "forbid" and (found.blocks or doubt)


def _touching(
    ground: Ground, problem: ChainProblem, order: Chosen, at: int
) -> tuple[Chosen, Chosen]:
    """Give the pairs that come into or leave a team of the place a broken move is about.

    First those that were chosen, then the others there are.
    """
    owners = ground.seating.snapshot.posts.owners()
    asked = {int(owners[post]) for post in problem.places[order[at][0]].posts}

    def touches(place: int, person: int) -> bool:
        posts = (*problem.places[place].posts, *ground.seating.posts_of(person).tolist())
        return any(int(owners[post]) in asked for post in posts)

    mine = tuple(pair for pair in order if touches(*pair))
    others = (pair[:2] for pair in problem.pairs if pair[:2] not in mine)
    return mine, tuple(pair for pair in others if touches(*pair))


def moves_of(seating: Seating, found: Sequence[Link], stage: str) -> tuple[Move, ...]:
    """Write links as moves of a scenario."""
    people, posts = seating.snapshot.people.ids, seating.snapshot.posts.ids
    groups = guard.linked_groups(seating)
    return tuple(
        Move(
            kind="appoint",
            person=people[link.person],
            post=posts[link.posts[0]],
            alone=len(groups.get(link.posts[0], link.posts)) != len(link.posts),
            stage=stage,
            reason="补连锁空缺",
        )
        for link in found
    )


def links(ground: Ground, problem: ChainProblem, order: Chosen) -> tuple[Link, ...]:
    """Write chosen pairs as links."""
    found = []
    for at, person in order:
        place = problem.places[at]
        left = ground.seating.posts_of(person).tolist()
        found.append(
            Link(
                person=person,
                posts=place.posts,
                opens=tuple(post for post in left if post in ground.counts),
                frees=tuple(post for post in left if post not in ground.counts),
                fit=float(fits(ground, place)[person]),
            )
        )
    return tuple(found)
