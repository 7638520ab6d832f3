"""Whether there is a plan at all, looking at few columns, as many such questions are asked.

The LP minimises by how much rows are broken. Its prices say which further columns could mend
something; when none can, what is still broken is broken for everybody. Columns that were of use
stay in play for the next question.
"""

from dataclasses import dataclass, replace

import numpy as np

from leadership_model.people.table import Ints
from leadership_model.staffing.linear import Floats, Linear, Terms
from leadership_model.staffing.solver import highs

MANY = 2_000  # with fewer columns all are looked at
SEED, JOIN = 30, 15  # columns of a place to begin with, and that join at a time
BROKEN = 1e-6
HELPS = 1e-9


@dataclass(slots=True)
class Few:
    """Columns in play. `places`: the place of each of the first columns, which may be left out."""

    places: Ints
    pool: Ints

    @classmethod
    def of(cls, places: Ints) -> "Few":
        """Begin with some of each place, spread evenly."""
        count, starts = np.bincount(places), np.searchsorted(places, places)
        rank = np.arange(len(places)) - starts
        step = np.maximum(1, count[places] // SEED) if len(places) else rank
        return cls(places, np.flatnonzero(rank % step == 0).astype(np.int32))


def possible(linear: Linear, few: Few | None = None) -> bool:
    """Say whether some point keeps all rows, whole numbers and all."""
    bare = linear.with_objective(Terms())
    if few is None or len(few.places) <= MANY:
        return highs.relax(bare).point is not None and highs.solve(bare).point is not None
    if not mended(bare, few):
        return False
    return highs.solve(_over(bare, few)).point is not None or highs.solve(bare).point is not None


def mended(linear: Linear, few: Few) -> bool:
    """Say whether all rows can be kept without integrality; columns that help join the pool."""
    linear = linear.with_objective(Terms())
    while True:
        elastic, rows = _elastic(_over(linear, few))
        relaxed = highs.relax(elastic)
        if relaxed.point is None:
            return highs.relax(linear).point is not None
        if relaxed.objective > -BROKEN:
            return True
        duals = np.zeros(len(linear.row_names))
        duals[rows] = relaxed.duals
        more = _helping(linear.reduced_costs(duals), few)
        if not len(more):
            return False
        few.pool = np.union1d(few.pool, more).astype(np.int32)


def _over(linear: Linear, few: Few) -> Linear:
    rest = np.arange(len(few.places), len(linear.names), dtype=np.int32)
    return linear.with_variables_kept(np.concatenate([few.pool, rest]))


def _helping(costs: Floats, few: Few) -> Ints:
    """Give the columns outside that mend most, some of each place."""
    outside = costs[: len(few.places)].copy()
    outside[few.pool] = 0.0
    waiting = np.flatnonzero(outside > HELPS)
    order = waiting[np.lexsort((-outside[waiting], few.places[waiting]))]
    first = np.searchsorted(few.places[order], few.places[order], side="left")
    return order[np.arange(len(order)) - first < JOIN].astype(np.int32)


def _elastic(linear: Linear) -> tuple[Linear, Ints]:
    """Let every row be broken at a cost; rows of nothing that hold are left out (which stay)."""
    empty = np.diff(linear.starts) == 0
    kept = ~(empty & (linear.row_low <= 0.0) & (linear.row_high >= 0.0))
    found = linear.with_rows_kept(kept)
    short = np.flatnonzero(np.isfinite(found.row_low))
    over = np.flatnonzero(np.isfinite(found.row_high))
    count, more = len(found.names), len(short) + len(over)
    rows = np.concatenate([found.rows_of_entries, short, over])
    order = np.argsort(rows, kind="stable")
    columns = np.concatenate([found.columns, count + np.arange(more)])[order]
    values = np.concatenate([found.values, np.ones(len(short)), -np.ones(len(over))])[order]
    wider = replace(
        found,
        names=(*found.names, *("broken",) * more),
        low=np.concatenate([found.low, np.zeros(more)]),
        high=np.concatenate([found.high, np.full(more, np.inf)]),
        integer=np.concatenate([found.integer, np.zeros(more, dtype=np.bool_)]),
        objective=np.concatenate([np.zeros(count), np.full(more, -1.0)]),
        starts=np.searchsorted(rows[order], np.arange(len(found.row_names) + 1)).astype(np.int32),
        columns=columns.astype(np.int32),
        values=values,
    )
    return wider, np.flatnonzero(kept).astype(np.int32)
