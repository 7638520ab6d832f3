"""Who may take a place: rules about one person, 资格 conditions, level; asked cheapest first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.tri import Tri, constant
from leadership_model.matching.scores import Scores
from leadership_model.people.held import held
from leadership_model.people.table import Bools, Ints
from leadership_model.rules.appointment import eligible
from leadership_model.rules.book import RuleBook
from leadership_model.rules.seats import ROLES
from leadership_model.rules.seats import places as layout_of
from leadership_model.staffing import guard, kin
from leadership_model.staffing.board import Place
from leadership_model.staffing.options import Options

AS_ROWS = ("N1", *kin.RULES)  # rules about two people or a team: rows, not refused pairs
RULED = "触犯禁止性规则或情况待核"
ASKED = 3  # how many are asked for each that is kept
Ask = Callable[[Ints], Tri]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Who may take a place (ascending), whether that is sure, and how many each ground refused."""

    people: Ints
    doubtful: Bools
    refusals: tuple[tuple[str, int], ...]


def find(
    scores: Scores,
    place: Place,
    places: Sequence[Place],
    teams: Sequence[int],
    options: Options,
    pins: dict[int, str],
) -> Found:
    """Ask of everybody whether he may take a place; cheap questions first."""
    world = scores.world
    sure = _free(world, teams, options, pins)
    back = held(world.snapshot, world.as_of)
    playing = [p.holder for p in places if p.holder >= 0 and p.holder not in options.excluded]
    sure[playing] = True
    waiting = int(np.count_nonzero(sure & back))
    sure &= ~back
    if place.holder >= 0:
        sure[place.holder] = False  # staying is asked nothing
    people = np.flatnonzero(sure).astype(np.int32)
    held_back = (("暂缓使用", waiting),) if waiting else ()
    return _joined(Found(people[:0], sure[:0], held_back), _asked(scores, place, people, options))


def find_best(
    scores: Scores,
    places: Sequence[Place],
    teams: Sequence[int],
    options: Options,
    pins: dict[int, str],
    most: int,
) -> list[Found]:
    """Ask for many places at once of those who fit best: so many of each are kept."""
    world = scores.world
    free = _free(world, teams, options, pins)
    free[[p.holder for p in places if p.holder >= 0 and p.holder not in options.excluded]] = True
    people = np.flatnonzero(free & ~held(world.snapshot, world.as_of)).astype(np.int32)
    first = [_best(scores, place, people, options, ASKED * most) for place in places]
    pairs = np.concatenate([people[:0], *(each.people for each in first)])
    lengths = [len(each.people) for each in first]
    of = np.repeat(np.arange(len(places)), lengths)
    sure, possible = np.ones((2, len(pairs)), dtype=np.bool_)
    book = without(world.book, AS_ROWS)
    for at in range(max((len(place.posts) for place in places), default=0)):
        here = np.flatnonzero(np.array([len(p.posts) > at for p in places], dtype=np.bool_)[of])
        posts = np.array([p.posts[min(at, len(p.posts) - 1)] for p in places], dtype=np.int32)[of]
        answer = eligible(book, world.seating, pairs[here], posts[here], world.as_of)
        sure[here] &= answer.sure
        possible[here] &= answer.possible
    kept = possible if options.include_unknown else sure
    ends = np.cumsum([0, *lengths])
    return [
        _cut(each, kept[start:stop], sure[start:stop], most)
        for each, start, stop in zip(first, ends[:-1], ends[1:], strict=True)
    ]


def _best(scores: Scores, place: Place, people: Ints, options: Options, most: int) -> Found:
    """Give those who fit best among whom no cheap question refuses, the best first."""
    people = people[people != place.holder]
    fits = np.sum([scores.of_post(post)[0][people] for post in place.posts], axis=0)
    people = people[np.argsort(-fits, kind="stable")[: 2 * most]]
    found = _asked(scores, place, people, options, skip=(RULED,))
    return Found(found.people[:most], found.doubtful[:most], found.refusals)


def _cut(found: Found, kept: Bools, sure: Bools, most: int) -> Found:
    """Keep so many of those the rules allow, in ascending order."""
    chosen = np.flatnonzero(kept)[:most]
    order = np.argsort(found.people[chosen], kind="stable")
    people = found.people[chosen][order]
    doubtful = (found.doubtful | ~sure)[chosen][order]
    return Found(people, doubtful, (*found.refusals, (RULED, int(np.count_nonzero(~kept)))))


def _asked(
    scores: Scores, place: Place, people: Ints, options: Options, skip: tuple[str, ...] = ()
) -> Found:
    """Ask some people, in their order; `skip`: questions left out."""
    doubtful = np.zeros(len(people), dtype=np.bool_)
    refusals: list[tuple[str, int]] = []
    for ground, ask in _grounds(scores, place, options):
        if ground in skip:
            continue
        answer = ask(people)
        kept = answer.possible if options.include_unknown else answer.sure
        refusals.append((ground, int(np.count_nonzero(~kept))))
        doubtful = (doubtful | ~answer.sure)[kept]
        people = people[kept]
    return Found(people, doubtful, tuple(refusals))


def _joined(one: Found, other: Found) -> Found:
    people = np.concatenate([one.people, other.people])
    order = np.argsort(people, kind="stable")
    counts: dict[str, int] = {}
    for ground, count in (*one.refusals, *other.refusals):
        counts[ground] = counts.get(ground, 0) + count
    doubtful = np.concatenate([one.doubtful, other.doubtful])[order]
    return Found(people[order], doubtful, tuple(counts.items()))


def against(scores: Scores, place: Place, person: int, options: Options) -> tuple[str, ...]:
    """Say on which grounds a person may not take a place."""
    one = np.array([person], dtype=np.int32)
    found = []
    for ground, ask in _grounds(scores, place, options):
        answer = ask(one)
        if not bool((answer.possible if options.include_unknown else answer.sure)[0]):
            found.append(ground)
    return tuple(found)


def _free(
    world: World,
    teams: Sequence[int],
    options: Options,
    pins: dict[int, str],
) -> Bools:
    """Mark people in office who are not pinned, not excluded and hold no seat in a chosen team."""
    seating, snapshot = world.seating, world.snapshot
    free = snapshot.people.texts("status").mask("在职")
    free[sorted(options.excluded)] = False
    seats = np.flatnonzero(seating.holder >= 0)
    inside = np.isin(snapshot.posts.owners()[seats], list(teams))
    pinned = np.isin(seats, sorted(pins))
    free[seating.holder[seats[inside | pinned]]] = False
    return free


def _grounds(scores: Scores, place: Place, options: Options) -> tuple[tuple[str, Ask], ...]:
    """Give the questions that decide about one person and one place, with the words for a no."""
    world = scores.world
    book = without(world.book, AS_ROWS)

    def pool(people: Ints) -> Tri:
        named = constant(len(people), True)
        if options.people is not None:
            inside = np.isin(people, sorted(options.people))
            named = Tri(inside, inside)
        return named if options.pool is None else named & _of(world.facts.tri(options.pool), people)

    def level(people: Ints) -> Tri:
        """The highest seat of the place decides: who takes linked seats gains by it."""
        sure, possible = np.zeros((2, len(people)), dtype=np.bool_)
        for post in place.posts:
            one, other = guard.keeps_level(world.seating, people, _same(post, people))
            sure, possible = sure | one, possible | other
        return Tri(sure, possible)

    def qualified(people: Ints) -> Tri:
        return _every([_of(scores.qualified(post), people) for post in place.posts])

    def allowed(people: Ints) -> Tri:
        return _every(
            [
                eligible(book, world.seating, people, _same(post, people), world.as_of)
                for post in place.posts
            ]
        )

    def quota(people: Ints) -> Tri:
        known = not _quota_unknown(world, place)
        return Tri(np.full(len(people), known), np.ones(len(people), dtype=np.bool_))

    return (
        ("不在人选范围", pool),
        ("职务层次会降低", level),
        ("不符合岗位资格条件", qualified),
        (RULED, allowed),
        ("核定职数未登记", quota),
    )


def without(book: RuleBook, rules: Sequence[str]) -> RuleBook:
    """Leave rules out of a book."""
    return RuleBook(tuple(rule for rule in book.rules if rule.id not in rules))


def _of(answer: Tri, people: Ints) -> Tri:
    return Tri(answer.sure[people], answer.possible[people])


def _every(answers: Sequence[Tri]) -> Tri:
    result = answers[0]
    for each in answers[1:]:
        result = result & each
    return result


def _same(post: int, people: Ints) -> Ints:
    return np.full(len(people), post, dtype=np.int32)


def _quota_unknown(world: World, place: Place) -> bool:
    """Say whether a seat fills a quota that is not recorded (that of 其他 may be missing)."""
    layout = layout_of(world.snapshot)
    groups = [int(layout.group[post]) for post in place.posts]
    return any(
        group >= 0 and int(layout.quota[group]) < 0 and ROLES[group % len(ROLES)] != "其他"
        for group in groups
    )
