"""A mixed-integer linear problem as one frozen value that belongs to no solver.

    maximise    objective . v + constant
    subject to  row_low <= A v <= row_high,  low <= v <= high,  some v integer

It knows variables and rows, and nothing of requirements, rules or people.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadership_model.people.table import Bools, Ints

Floats = NDArray[np.float64]
INFINITY = float("inf")
TOLERANCE = 1e-6
SHORT = 64  # entries of a row up to which a set sees doubles sooner than an array


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """A linear expression: values . v[columns] + constant. A column may occur more than once."""

    columns: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    values: Floats = field(default_factory=lambda: np.zeros(0, dtype=np.float64))
    constant: float = 0.0

    def __add__(self, other: "Terms | float") -> "Terms":
        if not isinstance(other, Terms):
            return replace(self, constant=self.constant + other)
        return Terms(
            np.concatenate([self.columns, other.columns]),
            np.concatenate([self.values, other.values]),
            self.constant + other.constant,
        )

    def __sub__(self, other: "Terms | float") -> "Terms":
        return self + (other * -1.0 if isinstance(other, Terms) else -other)

    def __mul__(self, factor: float) -> "Terms":
        return Terms(self.columns, self.values * factor, self.constant * factor)


def terms(columns: ArrayLike, values: ArrayLike = 1.0, constant: float = 0.0) -> Terms:
    """Make an expression; one value for all columns, or one for each. Zeros are left out."""
    found = np.atleast_1d(np.asarray(columns, dtype=np.int32))
    numbers = np.broadcast_to(np.asarray(values, dtype=np.float64), found.shape)
    kept = numbers != 0.0
    return Terms(found[kept], numbers[kept], float(constant))


def total(parts: Iterable[Terms]) -> Terms:
    """Add expressions up."""
    all_parts = tuple(parts)
    if not all_parts:
        return Terms()
    return Terms(
        np.concatenate([part.columns for part in all_parts]),
        np.concatenate([part.values for part in all_parts]),
        sum(part.constant for part in all_parts),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """The problem. Row i has the entries `starts[i]:starts[i + 1]` of `columns` and `values`.

    Shapes: n variables, m rows. Rows carry names; a name of the form `group: rest` belongs to the
    group, which is what can be taken away and named when the problem is impossible.
    """

    names: tuple[str, ...]
    low: Floats
    high: Floats
    integer: Bools
    objective: Floats
    constant: float
    row_names: tuple[str, ...]
    row_low: Floats
    row_high: Floats
    starts: Ints
    columns: Ints
    values: Floats

    def __post_init__(self) -> None:
        count, rows = len(self.names), len(self.row_names)
        if not len(self.low) == len(self.high) == len(self.integer) == len(self.objective) == count:
            raise ValueError("Every variable needs two bounds, a kind and an objective value.")
        if not len(self.row_low) == len(self.row_high) == len(self.starts) - 1 == rows:
            raise ValueError("Every row needs two bounds and a place for its entries.")
        used = self.columns
        if len(used) and not 0 <= int(used.min()) <= int(used.max()) < count:
            raise ValueError("A row speaks of a variable that does not exist.")

    @property
    def rows_of_entries(self) -> Ints:
        """Give for each entry the row it stands in."""
        return np.repeat(np.arange(len(self.row_names), dtype=np.int32), np.diff(self.starts))

    def evaluate(self, point: Floats) -> float:
        """Give the value of the objective at a point (shape n)."""
        return float(self.objective @ point) + self.constant

    def activity(self, point: Floats) -> Floats:
        """Give A v, shape m."""
        products = self.values * point[self.columns]
        return _sums(self.rows_of_entries, products, len(self.row_names))

    def violations(self, point: Floats, tolerance: float = TOLERANCE) -> tuple[str, ...]:
        """Name the rows, bounds and integrality conditions a point breaks."""
        activity = self.activity(point)
        slack = tolerance * np.maximum(1.0, np.abs(activity))
        rows = (activity < self.row_low - slack) | (activity > self.row_high + slack)
        outside = (point < self.low - tolerance) | (point > self.high + tolerance)
        broken = self.integer & (np.abs(point - np.round(point)) > tolerance)
        return (
            *(self.row_names[i] for i in np.flatnonzero(rows)),
            *(self.names[i] for i in np.flatnonzero(outside | broken)),
        )

    def reduced_costs(self, duals: Floats) -> Floats:
        """Give objective - A^T duals, shape n: what one more of each variable would bring."""
        priced = self.values * duals[self.rows_of_entries]
        return self.objective - _sums(self.columns, priced, len(self.names))

    def with_objective(self, objective: Terms) -> Self:
        """Ask for something else of the same variables and rows."""
        values = _sums(objective.columns, objective.values, len(self.names))
        return replace(self, objective=values, constant=objective.constant)

    def with_row(
        self, name: str, row: Terms, low: float = -INFINITY, high: float = INFINITY
    ) -> Self:
        """Add one row low <= row <= high."""
        columns, values = _merged(row, len(self.names))
        return replace(
            self,
            row_names=(*self.row_names, name),
            row_low=np.append(self.row_low, low - row.constant),
            row_high=np.append(self.row_high, high - row.constant),
            starts=np.append(self.starts, self.starts[-1] + len(columns)).astype(np.int32),
            columns=np.concatenate([self.columns, columns]),
            values=np.concatenate([self.values, values]),
        )

    def with_limits(self, low: Floats, high: Floats) -> Self:
        """Give the variables other bounds (shape n each)."""
        return replace(self, low=low, high=high)

    def tightened(self) -> Self:
        """Lower the bounds of integer variables that a row of nothing negative holds down."""
        rows = self.rows_of_entries
        plain = np.isfinite(self.row_high) & (self.row_high >= 0)
        plain[rows[(self.values < 0) | (self.low[self.columns] < 0)]] = False
        used = np.flatnonzero(plain[rows] & self.integer[self.columns] & (self.values > 0))
        high = self.high.copy()
        most = np.floor(self.row_high[rows[used]] / self.values[used] + TOLERANCE)
        np.minimum.at(high, self.columns[used], most)
        return self.with_limits(self.low, np.maximum(high, self.low))

    def with_rows_kept(self, kept: Bools) -> Self:
        """Leave rows out (shape m)."""
        entries = kept[self.rows_of_entries]
        counts = np.diff(self.starts)[kept]
        return replace(
            self,
            row_names=tuple(self.row_names[i] for i in np.flatnonzero(kept)),
            row_low=self.row_low[kept],
            row_high=self.row_high[kept],
            starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
            columns=self.columns[entries],
            values=self.values[entries],
        )

    def with_variables_kept(self, kept: Ints) -> Self:
        """Leave variables out (they are held at 0); `kept` are the positions that stay."""
        place = np.full(len(self.names), -1, dtype=np.int32)
        place[kept] = np.arange(len(kept), dtype=np.int32)
        entries = place[self.columns] >= 0
        counts = np.bincount(self.rows_of_entries[entries], minlength=len(self.row_names))
        return replace(
            self,
            names=tuple(self.names[i] for i in kept),
            low=self.low[kept],
            high=self.high[kept],
            integer=self.integer[kept],
            objective=self.objective[kept],
            starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
            columns=place[self.columns[entries]],
            values=self.values[entries],
        )


def _sums(places: Ints, numbers: Floats, count: int) -> Floats:
    """Add numbers up by place; an empty list of numbers gives zeros of the right kind."""
    return np.bincount(places, numbers, count).astype(np.float64)


def _merged(row: Terms, count: int) -> tuple[Ints, Floats]:
    """Add up entries of one column; most rows have none twice, which is cheap to see."""
    if len(row.columns) <= SHORT:
        different = len(set(row.columns.tolist()))
    else:
        seen = np.zeros(count, dtype=np.bool_)
        seen[row.columns] = True
        different = int(np.count_nonzero(seen))
    if different == len(row.columns):
        return row.columns, row.values
    sums = _sums(row.columns, row.values, count)
    columns = np.flatnonzero(sums).astype(np.int32)
    return columns, sums[columns]


class Builder:
    """Collects variables and rows; `build` makes the value."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._bounds = np.zeros((2, 64))  # low, high; longer than needed
        self._integer: list[Bools] = []
        self._rows: list[_Rows] = []

    @property
    def count(self) -> int:
        """How many variables there are so far."""
        return len(self._names)

    def limits(self) -> tuple[Floats, Floats]:
        """Give the bounds of the variables so far (shape n each)."""
        return self._bounds[0, : self.count], self._bounds[1, : self.count]

    def variables(
        self, names: Sequence[str], low: float = 0.0, high: float = 1.0, *, integer: bool = False
    ) -> Ints:
        """Add variables with the same bounds; give their positions."""
        first, count = len(self._names), len(names)
        if first + count > self._bounds.shape[1]:
            longer = np.zeros((2, 2 * (first + count)))
            longer[:, :first] = self._bounds[:, :first]
            self._bounds = longer
        self._bounds[0, first : first + count] = low
        self._bounds[1, first : first + count] = high
        self._names.extend(names)
        self._integer.append(np.full(count, integer, dtype=np.bool_))
        return np.arange(first, first + count, dtype=np.int32)

    def variable(
        self, name: str, low: float = 0.0, high: float = 1.0, *, integer: bool = False
    ) -> Terms:
        """Add one variable; give it as an expression."""
        return terms(self.variables((name,), low, high, integer=integer))

    def row(self, name: str, row: Terms, low: float = -INFINITY, high: float = INFINITY) -> None:
        """Add low <= row <= high; a row without variables is kept: it may be impossible."""
        columns, values = _merged(row, len(self._names))
        ends = np.array([[low], [high]]) - row.constant
        self._rows.append(_Rows((name,), [len(columns)], columns, values, ends))

    def rows(self, names: Sequence[str], sizes: Sequence[int], columns: Ints, ends: Floats) -> None:
        """Add rows that sum columns, no row a column twice: how many each, and ends (2 x rows)."""
        self._rows.append(_Rows(tuple(names), list(sizes), columns, np.ones(len(columns)), ends))

    def build(self, objective: Terms | None = None) -> Linear:
        """Make the value, with an objective to maximise."""
        count = len(self._names)
        sizes = [size for each in self._rows for size in each.sizes]
        ends = np.concatenate([np.zeros((2, 0)), *(each.ends for each in self._rows)], axis=1)
        ints = np.zeros(0, dtype=np.int32)
        linear = Linear(
            names=tuple(self._names),
            low=self._bounds[0, :count].copy(),
            high=self._bounds[1, :count].copy(),
            integer=np.concatenate([np.zeros(0, dtype=np.bool_), *self._integer]),
            objective=np.zeros(count, dtype=np.float64),
            constant=0.0,
            row_names=tuple(name for each in self._rows for name in each.names),
            row_low=ends[0],
            row_high=ends[1],
            starts=np.cumsum([0, *sizes]).astype(np.int32),
            columns=np.concatenate([ints, *(each.columns for each in self._rows)]),
            values=np.concatenate([np.zeros(0), *(each.values for each in self._rows)]),
        )
        return linear if objective is None else linear.with_objective(objective)


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """Some rows one after another, as they were added."""

    names: tuple[str, ...]
    sizes: list[int]
    columns: Ints
    values: Floats
    ends: Floats
