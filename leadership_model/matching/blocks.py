"""The best posts of every person, in blocks of people: memory stays what one block takes.

Every person sees a column of posts as one entry with a number of posts; the few posts that stand
otherwise for him are entries of their own. Ranks are counted over entries, and only the entries
that can hold one of the first posts are opened.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadership_model.matching.best import SIDE, TOP, Best
from leadership_model.matching.grid import Grid
from leadership_model.matching.rank import rank_posts
from leadership_model.people.codes import ranks
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.table import Bools, Ints

BLOCK = 2048  # people
ODD = 40  # posts that stand otherwise for a person; whoever has more is ranked alone
Longs = NDArray[np.int64]
NEVER = np.int64(1) << 40  # above every key; a key times the number of columns fits 63 bits


@dataclass(frozen=True, slots=True)
class _Posts:
    """The posts of all columns one after the other, inside a column by id."""

    every: Ints
    starts: Ints
    counts: Ints

    @staticmethod
    def of(made: Grid) -> "_Posts":
        every = np.lexsort((made.order, made.columns)).astype(np.int32)
        counts = np.bincount(made.columns, minlength=len(made.portraits)).astype(np.int32)
        return _Posts(every, (np.cumsum(counts) - counts).astype(np.int32), counts)


@dataclass(frozen=True, slots=True)
class _Odd:
    """Pairs of a block that are no part of a column: own posts (code -1) and those told otherwise.

    `person` counts from the beginning of the block.
    """

    person: Ints
    post: Ints
    code: Ints


def best_posts(made: Grid, top: int = TOP, *, lower: bool = False, block: int = BLOCK) -> Best:
    """Give for every person the best posts, vacant ones first; see `rank.rank_posts`."""
    count = len(made.candidates)
    found, posts = Best.room(count, top), _Posts.of(made)
    if not len(made.columns):
        return found
    open_ = _open(made, lower=lower)
    alone: list[int] = []
    for start in range(0, count, block):
        people = np.arange(start, min(start + block, count), dtype=np.int32)
        odd = _odd(made, start, len(people))
        many = np.bincount(odd.person, minlength=len(people))
        _write(found, made, posts, people, odd, open_(people), int(min(many.max(), ODD)))
        alone += (start + np.flatnonzero((many > ODD) & made.candidates[people])).tolist()
    for person in alone:
        _rank_alone(found, made, person, lower=lower)
    return found


def _rank_alone(found: Best, made: Grid, person: int, *, lower: bool) -> None:
    ranking = rank_posts(made.scores, person, lower=lower)
    rows = slice(0, min(found.items.shape[1], len(ranking)))
    found.items[person] = -1
    found.items[person, rows] = ranking.items[rows]
    found.eligible[person, rows] = ranking.eligible[rows]
    found.rank[person, rows] = ranking.rank[rows]
    found.low[person, rows] = np.floor(ranking.score_low[rows] + 0.5)
    found.high[person, rows] = np.floor(ranking.score_high[rows] + 0.5)


def _open(made: Grid, *, lower: bool) -> Callable[[Ints], Bools]:
    """Say which columns may be asked for whom: none below one's own level, none of the held."""
    order, snapshot = ranks("levels"), made.scores.world.snapshot
    texts = snapshot.posts.texts("level")
    names = np.array([order.get(each, UNKNOWN) for each in texts.table] + [0, 0], dtype=np.int32)
    seat = np.where(made.levels >= 0, names[made.levels], made.levels)
    own = snapshot.people.texts("level").mapped(order)

    def asked(people: Ints) -> Bools:
        mine = own[people][:, None]
        fits: Bools = (mine <= 0) | (seat >= mine) | (seat == UNKNOWN)
        if lower:
            fits = np.ones_like(fits)
        return fits & ~made.held[people][:, None]

    return asked


def _odd(made: Grid, start: int, size: int) -> _Odd:
    holder = made.scores.world.seating.holder
    own = np.flatnonzero((holder >= start) & (holder < start + size))
    told = np.flatnonzero((made.people >= start) & (made.people < start + size))
    return _Odd(
        np.concatenate([holder[own], made.people[told]]).astype(np.int32) - start,
        np.concatenate([own, made.posts[told]]).astype(np.int32),
        np.concatenate([np.full(len(own), -1), made.codes[told]]).astype(np.int32),
    )


def _write(
    found: Best, made: Grid, posts: _Posts, people: Ints, odd: _Odd, open_: Bools, most: int
) -> None:
    """Rank a block: columns as entries, then the odd pairs, then the posts of the best entries."""
    size, columns, top = len(people), len(made.portraits), found.items.shape[1]
    code = np.stack([made.code(c, people) for c in range(columns)], axis=1).astype(np.int64)
    low = made.low[np.ix_(made.portraits, people)].T.astype(np.int64)
    high = made.high[np.ix_(made.portraits, people)].T.astype(np.int64)
    count = np.where(open_, posts.counts[None, :], 0).astype(np.int64)
    at = made.columns[odd.post]
    asked = open_[odd.person, at]
    np.subtract.at(count, (odd.person[asked], at[asked]), 1)
    told = asked & (odd.code >= 0)
    extra = (odd.person[told].astype(np.int64), at[told], odd.code[told].astype(np.int64))
    above = _above(code, low, count, extra, low[extra[0], extra[1]])
    rows = np.arange(size)[:, None]
    key = _key(made.vacant[None, :], code, above[rows, code, high], low, high)
    key = np.where(count > 0, key, NEVER)
    first = made.order[posts.every[posts.starts]]
    take = min(columns, top + most)
    tie = np.argsort(np.argsort(first)).astype(np.int64)
    best = _smallest(key * columns + tie[None, :], take)
    opened = _opened(posts, key, count, best, top, most)
    e_low, e_high = low[extra[0], extra[1]], high[extra[0], extra[1]]
    e_key = _key(made.vacant[extra[1]], extra[2], above[extra[0], extra[2], e_high], e_low, e_high)
    everyone = np.concatenate([opened[0], extra[0]])
    every = np.concatenate([opened[1], odd.post[told]]).astype(np.int64)
    keys = np.concatenate([opened[2], e_key])
    mine = np.isin(opened[0] << 32 | opened[1], odd.person.astype(np.int64) << 32 | odd.post)
    keys[: len(mine)][mine] = NEVER
    order = np.lexsort((made.order[every], keys, everyone))
    _lay(found, people, everyone[order], every[order], keys[order])


def _above(
    code: Longs, low: Longs, count: Longs, extra: tuple[Longs, Ints, Longs], e_low: Longs
) -> Longs:
    """Give per person, answer and score how many posts stand with score_low above it."""
    size = len(code)
    base = np.arange(size)[:, None] * (3 * SIDE)
    flat = (base + code * SIDE + low).ravel()
    shape = size * 3 * SIDE
    found = np.bincount(flat, weights=count.ravel(), minlength=shape)
    found += np.bincount(extra[0] * (3 * SIDE) + extra[2] * SIDE + e_low, minlength=shape)
    cells = found.reshape(size, 3, SIDE).astype(np.int64)
    upto = np.cumsum(cells, axis=2)
    return upto[:, :, -1:] - upto


def _key(vacant: Bools, code: Longs, above: Longs, low: Longs, high: Longs) -> Longs:
    """Write the order of a list as one number: vacant, eligible, rank, score_low, score_high."""
    found = (~vacant).astype(np.int64) * 3 + 2 - code
    found = (found << 20) + above
    return ((found << 7) + 100 - low << 7) + 100 - high


def _smallest(keys: Longs, take: int) -> NDArray[np.intp]:
    """Give the columns of the smallest keys of each row, in their order."""
    if take < keys.shape[1]:
        part = np.argpartition(keys, take - 1, axis=1)[:, :take]
    else:
        part = np.broadcast_to(np.arange(keys.shape[1]), keys.shape)
    rows = np.arange(len(keys))[:, None]
    return part[rows, np.argsort(keys[rows, part], axis=1)]


def _opened(
    posts: _Posts, key: Longs, count: Longs, best: NDArray[np.intp], top: int, most: int
) -> tuple[Longs, Longs, Longs]:
    """Open the entries that can hold one of the first posts: (person, post, key)."""
    rows = np.arange(len(key))[:, None]
    keys, counts = key[rows, best], count[rows, best]
    before = np.cumsum(counts, axis=1) - counts
    fresh = np.ones_like(keys, dtype=np.bool_)
    fresh[:, 1:] = keys[:, 1:] != keys[:, :-1]
    run = np.maximum.accumulate(np.where(fresh, np.arange(keys.shape[1])[None, :], 0), axis=1)
    before = before[rows, run]
    kept = (before < top) & (keys < NEVER)
    person, place = np.nonzero(kept)
    column = best[person, place]
    length = np.minimum(posts.counts[column], top + most - before[person, place])
    start = np.repeat(posts.starts[column] - (np.cumsum(length) - length), length)
    opened = posts.every[start + np.arange(int(length.sum()))]
    return (
        np.repeat(person, length).astype(np.int64),
        opened.astype(np.int64),
        np.repeat(keys[person, place], length),
    )


def _lay(found: Best, people: Ints, person: Longs, post: Longs, keys: Longs) -> None:
    """Write the first posts of each person; rows are in order."""
    top = found.items.shape[1]
    begin = np.searchsorted(person, np.arange(len(people)))
    place = np.arange(len(person)) - begin[person]
    kept = (place < top) & (keys < NEVER)
    row, at, key = people[person[kept]], place[kept], keys[kept]
    found.items[row, at] = post[kept]
    found.high[row, at] = 100 - (key & 127)
    found.low[row, at] = 100 - (key >> 7 & 127)
    found.rank[row, at] = 1 + (key >> 14 & (1 << 20) - 1)
    found.eligible[row, at] = 2 - (key >> 34) % 3
