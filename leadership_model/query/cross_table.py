"""交叉表: people counted by two elements at once, every cell with the people behind it.

Who is 无 or 待核 in an element stands in a row or column of his own, so that a table over elements
with one value each adds up to everybody. Where somebody may stand in several rows (a set), totals
count each person once and are less than the sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from leadership_model.assessment.world import World
from leadership_model.people.table import Bools, Ints
from leadership_model.query.axis import Axis, axis

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class CrossTable:
    """`counts[r, c]` people in row r and column c; totals count each person once."""

    rows: Axis
    columns: Axis
    people: Ints = field(repr=False)
    counts: Numbers = field(repr=False)
    row_totals: tuple[int, ...]
    column_totals: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many people were counted."""
        return len(self.people)

    @property
    def sensitive(self) -> tuple[str, ...]:
        """The sensitive elements the table shows."""
        both = (self.rows, self.columns)
        return tuple(dict.fromkeys(each.element for each in both if each.sensitive))

    def count(self, row: int | None, column: int | None) -> int:
        """Give a cell; None stands for the total of a row or column."""
        if row is None:
            return self.total if column is None else self.column_totals[column]
        return self.row_totals[row] if column is None else int(self.counts[row, column])

    def share(self, row: int | None, column: int | None, of: str) -> float | None:
        """Give a cell as a share of its row or its column (`of`); None where nobody stands."""
        whole = self.count(row, None) if of == "row" else self.count(None, column)
        return self.count(row, column) / whole if whole else None

    def members(self, row: int | None, column: int | None) -> Ints:
        """Give the positions of the people of a cell, in the order they were given."""
        inside = np.ones(len(self.people), dtype=np.bool_)
        if row is not None:
            inside &= self.rows.parts[row].inside[self.people]
        if column is not None:
            inside &= self.columns.parts[column].inside[self.people]
        found: Ints = self.people[inside]
        return found


def cross(
    world: World,
    people: Sequence[int] | Ints,
    rows: str,
    columns: str,
    row_edges: Sequence[int] = (),
    column_edges: Sequence[int] = (),
) -> CrossTable:
    """Count people (positions) by two elements; UserError when one does not exist.

    Edges: the limits of bands of a number or month, else the usual ones; see `axis`.
    """
    chosen = np.asarray(people, dtype=np.int32)
    down = axis(world, rows, chosen, row_edges)
    across = axis(world, columns, chosen, column_edges)
    first, second = _marks(down, chosen), _marks(across, chosen)
    # Sums of so few ones are exact in float32, and a product of floats is many times as fast.
    counts = first.astype(np.float32) @ second.astype(np.float32).T
    return CrossTable(
        down,
        across,
        chosen,
        counts.astype(np.int32),
        tuple(int(each) for each in first.sum(axis=1)),
        tuple(int(each) for each in second.sum(axis=1)),
    )


def _marks(found: Axis, people: Ints) -> NDArray[np.bool_]:
    marks: list[Bools] = [each.inside[people] for each in found.parts]
    return np.array(marks, dtype=np.bool_).reshape(len(marks), len(people))
