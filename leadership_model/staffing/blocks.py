"""A large Linear as blocks that few rows tie together.

A block is some teams and every variable and row that speaks of them alone. What is left are rows
over pairs of several blocks (a person takes one seat in all): they tie the blocks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from leadership_model.people.table import Ints
from leadership_model.staffing.linear import Floats, Linear

TIED = -1  # block of a row that ties several


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """Which block each variable and each row of `linear` belongs to (a row: or TIED).

    columns, rows, entries: of each block, in order. ties: entries of the rows that tie.
    """

    linear: Linear
    column: Ints
    row: Ints
    columns: tuple[Ints, ...]
    rows: tuple[Ints, ...]
    entries: tuple[Ints, ...]
    ties: Ints
    owner: Ints  # row of each entry

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self.columns)

    @property
    def tied(self) -> Ints:
        """Give the rows that tie blocks."""
        return np.flatnonzero(self.row == TIED).astype(np.int32)

    def alone(self, block: int, kept: Ints, objective: Floats) -> Linear:
        """Give one block by itself, over some of its variables, for another objective."""
        return self._part(self.rows[block], self.entries[block], kept, objective)

    def together(self, chosen: Sequence[int], kept: Ints, fixed: Floats) -> Linear:
        """Give some blocks over some of their variables, everything else fixed at a point.

        `fixed`: the point, 0 for the variables of the blocks. Rows that tie stay where they speak
        of a variable kept, less what is fixed in them.
        """
        linear = self.linear
        there = np.zeros(len(linear.names), dtype=np.bool_)
        there[kept] = True
        tying = self.ties[there[linear.columns[self.ties]]]
        rows = np.concatenate([*(self.rows[each] for each in chosen), self.owner[tying]])
        entries = np.concatenate([*(self.entries[each] for each in chosen), tying])
        spent = np.bincount(
            self.owner[self.ties],
            linear.values[self.ties] * fixed[linear.columns[self.ties]],
            len(linear.row_names),
        )
        part = self._part(np.unique(rows), np.sort(entries), kept, linear.objective)
        spent = spent[np.unique(rows)]
        return replace(part, row_low=part.row_low - spent, row_high=part.row_high - spent)

    def _part(self, rows: Ints, entries: Ints, kept: Ints, objective: Floats) -> Linear:
        linear = self.linear
        at = np.full(len(linear.names), -1, dtype=np.int32)
        at[kept] = np.arange(len(kept), dtype=np.int32)
        used = entries[at[linear.columns[entries]] >= 0]
        counts = np.bincount(np.searchsorted(rows, self.owner[used]), minlength=len(rows))
        return Linear(
            names=tuple(linear.names[i] for i in kept.tolist()),
            low=linear.low[kept],
            high=linear.high[kept],
            integer=linear.integer[kept],
            objective=objective[kept],
            constant=0.0,
            row_names=tuple(linear.row_names[i] for i in rows.tolist()),
            row_low=linear.row_low[rows],
            row_high=linear.row_high[rows],
            starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
            columns=at[linear.columns[used]],
            values=linear.values[used],
        )


def split(linear: Linear, places: Ints, groups: Ints) -> Blocks:
    """Split a problem whose first variables are pairs and empty places.

    places: of each pair and then of each empty place; groups: where a place belongs (its team).
    Rows that hold nothing but pairs and empty places may tie blocks; places that any other row
    puts together are one block.
    """
    first = len(places)
    owner = linear.rows_of_entries
    counting = np.zeros(len(linear.row_names), dtype=np.bool_)
    counting[owner[linear.columns >= first]] = True
    inner = counting[owner]
    group = np.full(len(linear.names), -1, dtype=np.int32)
    group[:first] = np.unique(groups, return_inverse=True)[1][places]
    alone = len(linear.names) - first
    group[first:] = np.arange(alone, dtype=np.int32) + first
    column = _joined(group, linear.columns[inner], owner[inner], len(linear.row_names))
    low = np.full(len(linear.row_names), len(column), dtype=np.int32)
    high = np.full(len(linear.row_names), TIED, dtype=np.int32)
    np.minimum.at(low, owner, column[linear.columns])
    np.maximum.at(high, owner, column[linear.columns])
    row = np.where(low == high, high, TIED).astype(np.int32)
    count = int(column.max()) + 1 if len(column) else 0
    return Blocks(
        linear,
        column,
        row,
        _listed(column, count),
        _listed(row, count),
        _listed(row[owner], count),
        np.flatnonzero(row[owner] == TIED).astype(np.int32),
        owner,
    )


def _joined(group: Ints, columns: Ints, rows: Ints, count: int) -> Ints:
    """Join groups that share a row, until none does; number what is left 0, 1 …."""
    name, of = np.unique(group, return_inverse=True)
    leader = np.arange(len(name), dtype=np.int32)
    while True:
        least = np.full(count, len(name), dtype=np.int32)
        np.minimum.at(least, rows, leader[of[columns]])
        after = leader.copy()
        np.minimum.at(after, of[columns], least[rows])
        if np.array_equal(after, leader):
            return np.unique(leader[of], return_inverse=True)[1].astype(np.int32)
        leader = after


def _listed(label: Ints, count: int) -> tuple[Ints, ...]:
    """Give for each label the positions that carry it, in order."""
    order = np.argsort(label, kind="stable").astype(np.int32)
    ends = np.searchsorted(label[order], np.arange(count + 1))
    return tuple(order[ends[at] : ends[at + 1]] for at in range(count))
