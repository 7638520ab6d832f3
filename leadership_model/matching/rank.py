"""Rank people for a post and posts for a person, from the same vectors."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from leadership_model.assessment.world import World
from leadership_model.conditions.tri import Tri
from leadership_model.matching.fit import AT_LEAST_ROWS, Fit
from leadership_model.matching.reasons import explain_all
from leadership_model.matching.scores import Doubles, Scores
from leadership_model.people.codes import ranks
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.held import available, held
from leadership_model.people.seating import VACANT
from leadership_model.people.table import Bools, Ints
from leadership_model.rules.appointment import eligible as rules_eligible


@dataclass(frozen=True, slots=True)
class Ranking:
    """A whole ranking as arrays, best first: positions, eligibility (2 yes, 1 unknown, 0 no), rank.

    `items` are people when asked for a post, posts when asked for a person.
    """

    items: Ints
    eligible: NDArray[np.int8]
    score_low: Doubles
    score_high: Doubles
    rank: Ints

    def __len__(self) -> int:
        return len(self.items)


def rank_people(
    scores: Scores, post: int, people: Ints | None = None, *, above: bool = True
) -> Ranking:
    """Rank people for a post; all in office but its present holder unless others are named.

    Without `above` people whose own level is above the post's are left out.
    """
    world = scores.world
    if people is None:
        people = candidates(world, post, above=above)
    answer = eligible(scores, people, np.full(len(people), post, dtype=np.int32))
    low, high = scores.of_post(post)
    return _ranking(people, answer, low[people], high[people], world.person_ids)


def rank_posts(
    scores: Scores, person: int, posts: Ints | None = None, *, lower: bool = False
) -> Ranking:
    """Rank posts for a person: vacant seats first, then the order of every list.

    Posts below the person's own level are left out unless `lower`; the person's own are not asked.
    """
    world = scores.world
    if posts is None:
        posts = openings(world, person, lower=lower)
    answer = eligible(scores, np.full(len(posts), person, dtype=np.int32), posts)
    low, high = scores.of_person(person, posts)
    found = _ranking(posts, answer, low, high, world.post_ids)
    vacant = world.seating.holder[found.items] == VACANT
    return _taken(found, np.argsort(~vacant, kind="stable"))


def for_post(
    scores: Scores, post: int, people: Ints | None = None, top: int | None = 20
) -> tuple[Fit, ...]:
    """Give the best `top` people for a post, each in full (at least five, or all)."""
    ranking = rank_people(scores, post, people)
    people = ranking.items[: _rows(top)].tolist()
    return _ranked(scores, ranking, [(person, post) for person in people])


def for_person(
    scores: Scores,
    person: int,
    posts: Ints | None = None,
    top: int | None = 20,
    *,
    lower: bool = False,
) -> tuple[Fit, ...]:
    """Give the best `top` posts for a person, vacant first (at least five, or all)."""
    ranking = rank_posts(scores, person, posts, lower=lower)
    items = ranking.items[: _rows(top)].tolist()
    return _ranked(scores, ranking, [(person, post) for post in items])


def eligible(scores: Scores, people: Ints, posts: Ints) -> Tri:
    """Say of each pair whether all 禁止 rules and 资格 conditions hold (arrays of equal length).

    A linked post 联职 asks them of every seat that goes with it.
    """
    answer = _asked(scores, people, posts)
    sure, possible = answer.sure.copy(), answer.possible.copy()
    for partners in scores.partners():
        pairs = np.flatnonzero(partners[posts] >= 0)
        beside = _asked(scores, people[pairs], partners[posts[pairs]])
        sure[pairs] &= beside.sure
        possible[pairs] &= beside.possible
    return Tri(sure, possible)


def _asked(scores: Scores, people: Ints, posts: Ints) -> Tri:
    """Ask rules and 资格 of each pair, one seat at a time."""
    world = scores.world
    answer = rules_eligible(world.book, world.seating, people, posts, world.as_of)
    sheets = scores.sheet_numbers()[posts]
    sure, possible = answer.sure.copy(), answer.possible.copy()
    for number in np.unique(sheets):
        at = np.flatnonzero(sheets == number)
        sheet = scores.qualified(int(posts[at[0]]))
        sure[at] &= sheet.sure[people[at]]
        possible[at] &= sheet.possible[people[at]]
    return Tri(sure, possible)


def candidates(world: World, post: int, *, above: bool = True) -> Ints:
    """Give the people who can be asked for a post: 在职, not held 暂缓, not its present holder.

    Without `above` only those for whom it is no step down, as far as levels are known.
    """
    in_office = available(world.seating.snapshot, world.as_of)
    holder = int(world.seating.holder[post])
    if holder >= 0:
        in_office[holder] = False
    if not above:
        in_office &= ~steps_down(world, post)
    return np.flatnonzero(in_office).astype(np.int32)


def held_back(world: World, post: int, *, above: bool = True) -> int:
    """Count who would be asked for a post but is held 暂缓使用; lists tell this number alone."""
    back = world.seating.snapshot.people.texts("status").mask("在职")
    back &= held(world.seating.snapshot, world.as_of)
    if not above:
        back &= ~steps_down(world, post)
    holder = int(world.seating.holder[post])
    return int(np.count_nonzero(back)) - int(holder >= 0 and back[holder])


def steps_down(world: World, post: int) -> Bools:
    """Say of each person whether their own level is above the post's, as far as both are known."""
    order = ranks("levels")
    seat = int(world.seating.snapshot.posts.texts("level").mapped(order)[post])
    own = world.seating.snapshot.people.texts("level").mapped(order)
    higher: Bools = (own > seat) & (seat > 0)
    return higher


def openings(world: World, person: int, *, lower: bool) -> Ints:
    """Give the posts that can be asked for a person: not the own ones, not below the own level.

    None at all for somebody held 暂缓使用.
    """
    table = world.seating.snapshot.posts
    if held(world.seating.snapshot, world.as_of)[person]:
        return np.zeros(0, dtype=np.int32)
    asked: Bools = world.seating.holder != person
    if not lower:
        order = ranks("levels")
        own = world.seating.snapshot.people.texts("level").mapped(order)[person]
        levels = table.texts("level").mapped(order)
        if own > 0:
            asked = asked & ((levels >= own) | (levels == UNKNOWN))
    return np.flatnonzero(asked).astype(np.int32)


def _rows(top: int | None) -> int | None:
    return None if top is None else max(top, AT_LEAST_ROWS)


def _ranked(scores: Scores, ranking: Ranking, pairs: Sequence[tuple[int, int]]) -> tuple[Fit, ...]:
    fits = explain_all(scores, pairs)
    return tuple(replace(fit, rank=int(ranking.rank[row])) for row, fit in enumerate(fits))


def _ranking(
    items: Ints, answer: Tri, low: Doubles, high: Doubles, ids: tuple[str, ...]
) -> Ranking:
    """Order by eligibility, rank, score_low, score_high, id; all scores as shown, whole numbers."""
    eligible = answer.sure.astype(np.int8) + answer.possible.astype(np.int8)
    low_shown, high_shown = np.floor(low + 0.5), np.floor(high + 0.5)
    rank = np.zeros(len(items), dtype=np.int32)
    for group in (0, 1, 2):
        inside = np.flatnonzero(eligible == group)
        lows = np.sort(low_shown[inside])
        above = len(lows) - np.searchsorted(lows, high_shown[inside], side="right")
        rank[inside] = 1 + above
    keys = np.array([ids[item] for item in items])
    order = _order(eligible, rank, low_shown, high_shown, keys)
    return _taken(Ranking(items, eligible, low, high, rank), order)


def _order(
    eligible: NDArray[np.int8], rank: Ints, low: Doubles, high: Doubles, keys: NDArray[np.str_]
) -> NDArray[np.intp]:
    """Sort by the first, among equals by the next ...; people shown alike stand by their ids."""
    return np.lexsort((keys, -high, -low, rank, -eligible))


def _taken(ranking: Ranking, order: NDArray[np.intp]) -> Ranking:
    return Ranking(
        ranking.items[order],
        ranking.eligible[order],
        ranking.score_low[order],
        ranking.score_high[order],
        ranking.rank[order],
    )
