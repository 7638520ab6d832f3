"""The best of every ranking at once, both ways: for each post people, for each person posts.

The same order, ranks and scores as `rank.rank_people` and `rank.rank_posts`, column by column and
in blocks of people (`grid`), so that memory does not grow with people x posts. People of one column
with the same answer and the same scores stand in one cell; a rank is worked out for cells.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadership_model.matching.grid import Grid
from leadership_model.people.codes import ranks
from leadership_model.people.table import Ints
from leadership_model.rules.alike import Codes

TOP = 20
Longs = NDArray[np.int64]
SIDE = 101  # scores as shown: 0 to 100
CELLS = 3 * SIDE * SIDE


@dataclass(frozen=True, slots=True)
class Best:
    """Rows of rankings: per post (or person) the best, best first; `items` -1 beyond the last.

    eligible: 2 yes, 1 it cannot be said, 0 no. Scores as shown.
    """

    items: Ints
    eligible: Codes
    rank: Ints
    low: Ints
    high: Ints

    @staticmethod
    def room(rows: int, top: int) -> "Best":
        """Make room for so many rankings."""
        ints = (np.full((rows, top), each, dtype=np.int32) for each in (-1, 0, 0, 0))
        items, *rest = ints
        return Best(items, np.zeros((rows, top), dtype=np.int8), *rest)


def best_people(made: Grid, top: int = TOP, *, above: bool = True) -> Best:
    """Give for every post the best people; see `rank.rank_people`."""
    found = Best.room(len(made.columns), top)
    order = np.argsort(made.columns, kind="stable")
    ends = np.cumsum(np.bincount(made.columns, minlength=len(made.portraits)))
    starts = np.searchsorted(made.posts, np.arange(len(made.columns) + 1))
    for column, end in enumerate(ends.tolist()):
        cells = _Cells.of(made, column, above=above)
        first = end - int(np.count_nonzero(made.columns == column))
        for post in order[first:end].tolist():
            at = slice(int(starts[post]), int(starts[post + 1]))
            holder = int(made.scores.world.seating.holder[post])
            cells.write(found, post, holder, made.people[at], made.codes[at])
    return found


@dataclass(frozen=True, slots=True)
class _Cells:
    """The candidates of a column by cell: answer, score_low, score_high as one number."""

    cell: NDArray[np.int16]  # of each person; -1 for those who are no candidates
    codes: Longs  # cells that occur
    counts: Longs
    starts: Longs
    people: Longs  # candidates by cell, inside a cell by id

    @staticmethod
    def of(made: Grid, column: int, *, above: bool) -> "_Cells":
        portrait = made.portraits[column]
        code = made.code(column, slice(None)).astype(np.int16)
        cell = (code * SIDE + made.low[portrait]) * SIDE + made.high[portrait]
        asked = made.candidates if above else made.candidates & ~_higher(made, column)
        people = np.flatnonzero(asked)
        people = people[np.argsort(cell[people], kind="stable")]
        counts = np.bincount(cell[people], minlength=CELLS)
        codes = np.flatnonzero(counts)
        counts = counts[codes]
        cell[~asked] = -1
        return _Cells(cell, codes, counts, np.cumsum(counts) - counts, people)

    def write(self, found: Best, row: int, holder: int, people: Ints, codes: Codes) -> None:
        """Write the best of one post: the column without its holder, with those told otherwise."""
        other = [(int(p), int(c)) for p, c in zip(people, codes, strict=True) if self.cell[p] >= 0]
        gone = {person for person, _ in other}
        if holder >= 0 and self.cell[holder] >= 0:
            gone.add(holder)
        cells, counts, starts = self.codes, self.counts, self.starts
        added: dict[int, list[int]] = {}
        if gone:
            counts = counts.copy()
            for person in gone:
                counts[np.searchsorted(cells, self.cell[person])] -= 1
        for person, code in other:
            moved = code * SIDE * SIDE + int(self.cell[person]) % (SIDE * SIDE)
            added.setdefault(moved, []).append(person)
        if added:
            cells, counts, starts = _joined(cells, counts, starts, added)
        self._fill(found, row, (cells, counts, starts), gone, added)

    def _members(self, cell: int, start: int, wanted: int, gone: set[int]) -> list[int]:
        """Give the first of a cell who are not gone."""
        if start < 0:
            return []
        there = self.people[start : start + wanted + len(gone)]
        return [p for p in there[self.cell[there] == cell].tolist() if p not in gone]

    def _fill(
        self,
        found: Best,
        row: int,
        table: tuple[Longs, Longs, Longs],
        gone: set[int],
        added: dict[int, list[int]],
    ) -> None:
        cells, counts, starts = table
        top, done = found.items.shape[1], 0
        for group in (2, 1, 0):
            low = np.searchsorted(cells, group * SIDE * SIDE)
            high = np.searchsorted(cells, (group + 1) * SIDE * SIDE)
            inside, many = cells[low:high], counts[low:high]
            rank = _ranks(inside, many)
            least, most = inside // SIDE % SIDE, inside % SIDE
            for at in np.lexsort((-most, -least, rank)).tolist():
                if done == top:
                    return
                members = self._members(int(inside[at]), int(starts[low + at]), top - done, gone)
                members = sorted([*members, *added.get(int(inside[at]), ())])[: top - done]
                here = slice(done, done + len(members))
                found.items[row, here] = members
                found.eligible[row, here] = group
                found.rank[row, here] = rank[at]
                found.low[row, here], found.high[row, here] = least[at], most[at]
                done += len(members)


def _joined(
    cells: Longs, counts: Longs, starts: Longs, added: dict[int, list[int]]
) -> tuple[Longs, Longs, Longs]:
    """Lay people told otherwise into their cells; a cell that is new starts nowhere (-1)."""
    fresh = np.setdiff1d(np.array(sorted(added)), cells)
    cells = np.concatenate([cells, fresh])
    counts = np.concatenate([counts, np.zeros(len(fresh), dtype=counts.dtype)])
    starts = np.concatenate([starts, np.full(len(fresh), -1, dtype=starts.dtype)])
    order = np.argsort(cells)
    cells, counts, starts = cells[order], counts[order], starts[order]
    for cell, people in added.items():
        counts[np.searchsorted(cells, cell)] += len(people)
    return cells, counts, starts


def _ranks(cells: Longs, counts: Longs) -> Ints:
    """Give 1 + how many of a group stand with score_low above each cell's score_high."""
    lows = np.bincount(cells // SIDE % SIDE, weights=counts, minlength=SIDE)
    upto = np.cumsum(lows)
    found: Ints = (1 + upto[-1] - upto[cells % SIDE]).astype(np.int32)
    return found


def _higher(made: Grid, column: int) -> NDArray[np.bool_]:
    """Mark whom a post of this column would be a step down for."""
    order, snapshot = ranks("levels"), made.scores.world.snapshot
    texts = snapshot.posts.texts("level")
    level = made.levels[column]
    seat = order.get(texts.table[level], -1) if level >= 0 else -1
    own = snapshot.people.texts("level").mapped(order)
    higher: NDArray[np.bool_] = (own > seat) & (seat > 0)
    return higher
