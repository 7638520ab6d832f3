"""All people x all posts without a matrix: posts alike in everything a fit reads are one column.

A column answers for each of its posts: who is eligible (2 yes, 1 it cannot be said, 0 no) and the
scores as shown, whole numbers. Pairs in which a post differs from its column for one person (its
quota, a relative, an answer about the seat) are named. So 8,155 x 3,200 pairs are a few hundred
vectors, however many posts there are.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from leadership_model.matching.rank import eligible
from leadership_model.matching.scores import Scores
from leadership_model.people.held import available, held
from leadership_model.people.seating import VACANT
from leadership_model.people.table import Bools, Ints
from leadership_model.rules.alike import Codes, alike, code_of, number_by

Shown = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a world. `columns[post]`: the column a post is in.

    `seats`: per column the kinds, sheets and strangers' answers of a post and of those linked to it
    (联职), all of which have to hold. `people`, `posts`, `codes`: the pairs that differ, by post.
    """

    scores: Scores
    columns: Ints
    portraits: Ints  # column -> portrait
    levels: Ints  # column -> level of its posts
    vacant: Bools  # column -> whether its posts are vacant
    seats: tuple[tuple[tuple[int, int, int], ...], ...]
    rules: Codes  # kinds x people
    sheets: Codes  # sheets x people
    low: Shown  # portraits x people
    high: Shown
    people: Ints
    posts: Ints
    codes: Codes
    held: Bools
    candidates: Bools  # 在职 and not held
    order: Ints  # place of each post by its id

    def code(self, column: int, people: slice | Ints) -> Codes:
        """Say of some people how they stand to the posts of a column."""
        size = len(self.rules[0, people])
        found = np.full(size, 2, dtype=np.int8)
        for kind, sheet, stranger in self.seats[column]:
            np.minimum(found, self.rules[kind, people], out=found)
            np.minimum(found, self.sheets[sheet, people], out=found)
            np.minimum(found, np.int8(stranger), out=found)
        return found


def grid(scores: Scores) -> Grid:
    """Lay out all pairs of a world."""
    world = scores.world
    seating, posts = world.seating, world.snapshot.posts
    found = alike(world.book, seating, world.as_of)
    partners, sheets = scores.partners(), scores.sheet_numbers()
    own = number_by((found.kinds, sheets, found.strangers.astype(np.int32)))
    beside = [np.where(each >= 0, own[each], -1) for each in partners]
    vacant = seating.holder == VACANT
    parts = (scores.portrait_numbers(), posts.texts("level").codes, vacant.astype(np.int32))
    columns = number_by((own, *beside, *parts)) if len(posts) else np.zeros(0, dtype=np.int32)
    first = np.unique(columns, return_index=True)[1]
    seats = tuple(
        tuple(
            (int(found.kinds[seat]), int(sheets[seat]), int(found.strangers[seat]))
            for seat in scores.linked(post)
        )
        for post in first.tolist()
    )
    low, high = _shown(scores)
    made = Grid(
        scores,
        columns,
        scores.portrait_numbers()[first],
        posts.texts("level").codes[first],
        vacant[first],
        seats,
        found.codes,
        _sheets(scores),
        low,
        high,
        *_none(),
        held(world.snapshot, world.as_of),
        available(world.snapshot, world.as_of),
        np.argsort(np.argsort(np.array(world.post_ids))).astype(np.int32),
    )
    return _with_pairs(made, *_linked(found.people, found.posts, partners))


def _linked(people: Ints, posts: Ints, partners: tuple[Ints, ...]) -> tuple[Ints, Ints]:
    """Name a pair for the posts linked to its post as well."""
    more = [(people, posts)]
    for each in partners:
        there = each[posts] >= 0
        more.append((people[there], each[posts[there]]))
    whole = tuple(np.concatenate(each) for each in zip(*more, strict=True))
    keys = np.unique(whole[1].astype(np.int64) << 32 | whole[0])
    return (keys & 0xFFFFFFFF).astype(np.int32), (keys >> 32).astype(np.int32)


def _with_pairs(made: Grid, people: Ints, posts: Ints) -> Grid:
    """Ask the named pairs one by one and keep those that differ from their column."""
    world = made.scores.world
    asked = made.candidates[people] & (world.seating.holder[posts] != people)
    people, posts = people[asked], posts[asked]
    codes = code_of(eligible(made.scores, people, posts))
    usual = np.zeros(len(people), dtype=np.int8)
    columns = made.columns[posts]
    for column in np.unique(columns).tolist():
        at = np.flatnonzero(columns == column)
        usual[at] = made.code(column, people[at])
    kept = codes != usual
    return replace(made, people=people[kept], posts=posts[kept], codes=codes[kept])


def _none() -> tuple[Ints, Ints, Codes]:
    empty = np.zeros(0, dtype=np.int32)
    return empty, empty, np.zeros(0, dtype=np.int8)


def _sheets(scores: Scores) -> Codes:
    numbers = scores.sheet_numbers()
    first = np.unique(numbers, return_index=True)[1]
    found = [code_of(scores.qualified(int(post))) for post in first]
    return np.array(found, dtype=np.int8).reshape(len(first), len(scores.world.snapshot.people))


def _shown(scores: Scores) -> tuple[Shown, Shown]:
    """Give the scores by portrait as they are shown."""
    numbers = scores.portrait_numbers()
    first = np.unique(numbers, return_index=True)[1]
    shape = (len(first), len(scores.world.snapshot.people))
    low, high = np.zeros(shape, dtype=np.uint8), np.zeros(shape, dtype=np.uint8)
    for at, post in enumerate(first.tolist()):
        least, most = scores.of_post(post)
        low[at], high[at] = np.floor(least + 0.5), np.floor(most + 0.5)
    return low, high
