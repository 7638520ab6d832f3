"""The best assignment of some people to some posts: one person a post, one post a person.

As many posts as can be are filled; among equals those assignments count first that need fewest
pairs of whom it cannot be said (待核), then the sum of the scores. Pairs that are not eligible are
left out. The sum counts score_low; how far it may be above is told beside. It weighs scores alone:
neither the teams nor rules about two people are looked at, which the plan does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadership_model.matching.rank import eligible
from leadership_model.matching.scores import Doubles, Scores
from leadership_model.people.table import Ints
from leadership_model.rules.alike import Codes, code_of

Longs = NDArray[np.int64]
MOST = 60  # people or posts: what a matrix on a screen can show


@dataclass(frozen=True, slots=True)
class Chosen:
    """One pair of an assignment: rows of the people and posts given. `sure`: surely eligible."""

    person: int
    post: int
    low: float
    high: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Assignment:
    """Pairs in the order of the posts, the sums of their scores, and posts nobody can take."""

    pairs: tuple[Chosen, ...]
    low: float
    high: float
    open: tuple[int, ...]

    @property
    def doubtful(self) -> int:
        """How many pairs wait for a fact to be verified."""
        return sum(not each.sure for each in self.pairs)


@dataclass(frozen=True, slots=True)
class Table:
    """Eligibility (2 yes, 1 it cannot be said, 0 no) and scores of people x posts."""

    codes: Codes
    low: Doubles
    high: Doubles


def table(scores: Scores, people: Sequence[int], posts: Sequence[int]) -> Table:
    """Measure every pair; a post's present holder keeps it, so that pair is none."""
    holder = scores.world.seating.holder
    who = np.repeat(np.array(people, dtype=np.int32), len(posts))
    where = np.tile(np.array(posts, dtype=np.int32), len(people))
    codes = code_of(eligible(scores, who, where))
    codes[holder[where] == who] = 0
    low, high = np.zeros((2, len(people), len(posts)))
    for at, post in enumerate(posts):
        least, most = scores.of_post(post)
        low[:, at], high[:, at] = least[list(people)], most[list(people)]
    return Table(codes.reshape(len(people), len(posts)), low, high)


def best(found: Table) -> Assignment:
    """Give the best assignment of all."""
    size = min(found.codes.shape)
    if not size:
        return _assignment(found, ())
    # One filled post outweighs all doubt, one doubt all scores; whole numbers of a millionth point.
    worth = np.round(found.low * 1e6).astype(np.int64)
    doubt = np.int64(100_000_000 * (size + 1))
    filled = doubt * (size + 1)
    value = np.where(found.codes > 0, filled + worth - doubt * (found.codes == 1), 0)
    across = value.shape[0] > value.shape[1]
    taken = _cheapest(-value.T if across else -value)
    pairs = [(column, row) if across else (row, column) for row, column in taken]
    return _assignment(found, [pair for pair in pairs if found.codes[pair] > 0])


def _cheapest(cost: Longs) -> list[tuple[int, int]]:
    """Give each row a column of its own at the least cost in all; no fewer columns than rows.

    Shortest augmenting paths (the Hungarian method, Kuhn 1955, Jonker and Volgenant 1987): exact in
    whole numbers, the inner loop over columns is a vector.
    """
    rows, columns = cost.shape
    far = np.int64(1) << 62
    row_price, price = np.zeros(rows, dtype=np.int64), np.zeros(columns, dtype=np.int64)
    holder = np.full(columns, -1)  # column -> row
    for row in range(rows):
        least, before = np.full(columns, far), np.full(columns, -1)
        done = np.zeros(columns, dtype=np.bool_)
        at, here = -1, row
        while here >= 0:
            way = cost[here] - row_price[here] - price
            nearer = ~done & (way < least)
            least[nearer], before[nearer] = way[nearer], at
            at = int(np.argmin(np.where(done, far, least)))
            step = least[at]
            row_price[row] += step
            row_price[holder[done]] += step
            price[done] -= step
            least[~done] -= step
            done[at] = True
            here = int(holder[at])
        while at >= 0:
            former = int(before[at])
            holder[at] = row if former < 0 else holder[former]
            at = former
    return [(int(row), column) for column, row in enumerate(holder) if row >= 0]


def greedy(found: Table) -> Assignment:
    """Give what taking the best pair left, again and again, comes to: sure pairs first."""
    taken: list[tuple[int, int]] = []
    order = np.lexsort((-found.low.ravel(), -found.codes.ravel()))
    rows, columns = np.divmod(order, max(found.codes.shape[1], 1))
    people, posts = set[int](), set[int]()
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        if found.codes[row, column] == 0:
            break
        if row not in people and column not in posts:
            people.add(row)
            posts.add(column)
            taken.append((row, column))
    return _assignment(found, taken)


def fit_order(found: Table) -> tuple[Ints, Ints]:
    """Order people and posts by best fit: who is best anywhere first, posts hard to fill last.

    People by the number of posts they surely may take with their best score there; posts by the
    best score of anybody who may take them.
    """
    open_ = np.where(found.codes > 0, found.low + (found.codes == 2) * 1000, -1.0)
    people = np.argsort(-open_.max(axis=1, initial=-1.0), kind="stable").astype(np.int32)
    posts = np.argsort(-open_.max(axis=0, initial=-1.0), kind="stable").astype(np.int32)
    return people, posts


def _assignment(found: Table, taken: Sequence[tuple[int, int]]) -> Assignment:
    pairs = tuple(
        Chosen(
            row,
            column,
            float(found.low[row, column]),
            float(found.high[row, column]),
            bool(found.codes[row, column] == 2),
        )
        for row, column in sorted(taken, key=lambda pair: pair[1])
    )
    held = {each.post for each in pairs}
    free = tuple(post for post in range(found.codes.shape[1]) if post not in held)
    return Assignment(pairs, sum(p.low for p in pairs), sum(p.high for p in pairs), free)
