"""What each block would do if the rows that tie it to others had a price: a bound for all plans.

With a price on every row that ties blocks, each block chooses for itself. What the blocks bring
then, and what the prices are worth, no plan exceeds: the rows within a block are kept whole, so the
bound lies below that of the LP. A block is solved over the columns that could matter to it; the
others are shown to bring less by the LP's own prices.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np

from leadership_model.people.table import Bools, Ints
from leadership_model.staffing.blocks import Blocks
from leadership_model.staffing.linear import Floats
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solver import highs
from leadership_model.staffing.solver.answer import Limits

NEAR = 40.0  # points of reduced cost within which columns are looked at first
EACH = 10.0  # seconds one block may take
AT_ONCE = 2  # blocks solved side by side where time limits the run


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """What a block would like best: its variables that are not 0, their values, value and bound."""

    columns: Ints
    values: Floats
    value: float
    bound: float


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """The wishes of all blocks at some prices. `objective`: with prices; `costs`: reduced costs."""

    wishes: tuple[Wish, ...]
    bound: float
    objective: Floats
    costs: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Priced:
    """Blocks at prices of all rows, and what the LP allows each block at most."""

    blocks: Blocks
    objective: Floats
    costs: Floats
    most: Floats
    always: Bools
    first: int


def outlook(blocks: Blocks, places: Ints, duals: Floats, always: Bools, budget: Budget) -> Outlook:
    """Ask every block what it would do.

    places: of each pair and each empty place; duals: a price for each row; always: columns a block
    must be able to choose.
    """
    linear = blocks.linear
    prices = _possible(blocks, duals)
    objective = linear.reduced_costs(np.where(blocks.row < 0, prices, 0.0))
    costs = linear.reduced_costs(prices)
    worth = _worth(blocks, prices)
    free = linear.constant + float(worth[blocks.row < 0].sum())
    most = _most(blocks, places, costs, worth)
    priced = _Priced(blocks, objective, costs, most, always, len(places))
    ask = partial(_wish, priced, budget)
    with ThreadPoolExecutor(1 if budget.limits.repeatable else AT_ONCE) as hands:
        wishes = tuple(hands.map(ask, range(blocks.count)))
    bound = free + sum(wish.bound for wish in wishes)
    return Outlook(wishes, bound, objective, costs)


def _possible(blocks: Blocks, duals: Floats) -> Floats:
    """Leave out prices that only rounding gives: of an end a row does not have."""
    linear = blocks.linear
    nothing = ((duals > 0) & ~np.isfinite(linear.row_high)) | (
        (duals < 0) & ~np.isfinite(linear.row_low)
    )
    return np.where(nothing, 0.0, duals)


def _worth(blocks: Blocks, prices: Floats) -> Floats:
    """Give for each row what its price is worth at most."""
    end = np.where(prices > 0, blocks.linear.row_high, blocks.linear.row_low)
    return np.where(prices == 0, 0.0, prices * np.where(prices == 0, 0.0, end))


def _most(blocks: Blocks, places: Ints, costs: Floats, worth: Floats) -> Floats:
    """Bound each block by prices alone: one column of each place, every other as it pays."""
    linear, first = blocks.linear, len(places)
    found = np.zeros(blocks.count)
    inside = blocks.row >= 0
    np.add.at(found, blocks.row[inside], worth[inside])
    best = np.full(int(places.max()) + 1, -np.inf)
    np.maximum.at(best, places, costs[:first])
    of = np.zeros(len(best), dtype=np.int32)
    of[places] = blocks.column[:first]
    np.add.at(found, of, best)
    rest = costs[first:]
    ends = np.where(rest > 0, linear.high[first:], linear.low[first:])
    pays = np.where(rest == 0, 0.0, rest * np.where(rest == 0, 0.0, ends))
    np.add.at(found, blocks.column[first:], pays)
    return found


def _wish(priced: _Priced, budget: Budget, block: int) -> Wish:
    """Solve one block over the columns near being used, then over all that could matter."""
    columns, most = priced.blocks.columns[block], float(priced.most[block])
    none = Wish(columns[:0], np.zeros(0), -np.inf, most)
    near = NEAR
    for _ in range(2):
        left = budget.left()
        if left is None or budget.stop():
            return none
        seconds = None if left.seconds is None else min(EACH, left.seconds)
        looked = (columns >= priced.first) | priced.always[columns]
        kept = columns[looked | (priced.costs[columns] >= -near)]
        part = priced.blocks.alone(block, kept, priced.objective)
        answer = highs.solve(part, Limits(seconds, left.steps), budget.stop)
        if answer.status == "infeasible" and len(kept) < len(columns):
            near = np.inf
            continue
        if answer.point is None:
            return none
        beyond = most - near if len(kept) < len(columns) else -np.inf
        there = np.flatnonzero(answer.point)
        bound = min(most, max(answer.bound, beyond))
        none = Wish(kept[there], answer.point[there], answer.objective, bound)
        if beyond <= answer.objective or not np.isfinite(most):
            return none
        near = most - answer.objective
    return none
