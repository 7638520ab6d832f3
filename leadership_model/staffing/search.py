"""Find the best point of a large problem exactly, looking at few of its columns.

Most candidates can be shown never to matter. The LP is solved over some columns; the price of the
rows tells what any other column could bring (its reduced cost), and those that could help join.
When none is left the LP bound z holds for all columns, and a plan with value L is at hand from the
columns that joined. A column j with z + cost_j < L is in no better plan, so only the others are put
into the last search: what that proves is proved for everybody.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from leadership_model.people.table import Ints
from leadership_model.staffing import possible
from leadership_model.staffing.linear import Floats, Linear
from leadership_model.staffing.solver import highs
from leadership_model.staffing.solver.answer import (
    Answer,
    Limits,
    Progress,
    Report,
    Stop,
    ignore,
    never,
)

FEW = 400  # problems with fewer columns are searched whole
JOIN = 150  # columns that join at a time
SEED = 30  # columns of a place to begin with
MANY_NEEDED = 20_000  # more columns than this are not begun with because rows need one of them
SLACK = 1e-7

# Replace promises by facts for some columns; the same Linear when nothing had to be replaced.
Refine = Callable[[Linear, Ints], Linear]
Clock = Callable[[], float]


def unseen(_: object) -> None:
    """Show nobody."""


@dataclass(slots=True)
class Budget:
    """What is left of the limits of a whole run. Without a clock each search gets all seconds."""

    limits: Limits
    clock: Clock | None = None
    stop: Stop = never
    report: Report = ignore
    steps: int = 0
    began: float = field(default=0.0)
    stage: str = ""
    show: Callable[[Any], None] = unseen  # told every confirmed plan (solution.Plan) on the way

    def __post_init__(self) -> None:
        self.began = self.clock() if self.clock is not None else 0.0

    @property
    def spent(self) -> bool:
        """Whether nothing is left, or the user stopped."""
        left = self.left()
        return self.stop() or left is None

    def left(self) -> Limits | None:
        """Give what the next search may use; None when there is nothing left."""
        seconds, steps = self.limits.seconds, self.limits.steps
        if seconds is not None and self.clock is not None:
            seconds -= self.clock() - self.began
        if steps is not None:
            steps -= self.steps
        if (seconds is not None and seconds <= 0) or (steps is not None and steps < 1):
            return None
        return Limits(seconds, steps)

    def solve(self, linear: Linear) -> Answer:
        """Search a problem whole with what is left."""
        left = self.left()
        if left is None or self.stop():
            return Answer("stopped", None, -np.inf, np.inf)
        report = ignore if self.report is ignore else self.tell
        answer = highs.solve(linear, left, self.stop, report)
        self.steps += answer.steps
        return answer

    def tell(self, progress: Progress) -> None:
        """Report with the stage and the seconds so far."""
        seconds = self.clock() - self.began if self.clock is not None else None
        self.report(replace(progress, stage=self.stage, seconds=seconds))


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """An answer in the variables of the whole problem, and the problem with its promises kept."""

    answer: Answer
    linear: Linear


def same(linear: Linear, _: Ints) -> Linear:
    """Refine nothing: every number is a fact."""
    return linear


def optimum(
    linear: Linear,
    pairs: Ints,
    budget: Budget,
    refine: Refine = same,
    ceiling: float = np.inf,
    step: float = 0.0,
) -> Found:
    """Find the best point. `pairs` (place of each of the first columns): those may be left out.

    ceiling: a value nothing can lie above; a point that reaches it is the best at once. step: by
    how much a better plan is better at the least (1 where the objective counts).
    """
    count = len(pairs)
    if count <= FEW:
        return _whole(linear, count, budget, refine)
    joined = _seed(linear, pairs)
    if np.isfinite(ceiling):
        linear = _refined(linear, joined, refine)
        answer = _over(linear, joined, count, budget)
        if answer.point is not None and answer.objective >= ceiling - SLACK:
            return Found(_with_bound(answer, ceiling), linear)
    grown = _grow(linear, joined, pairs, refine, budget)
    if grown.impossible:
        return Found(Answer("infeasible", None, -np.inf, -np.inf), grown.linear)
    if not grown.possible:
        return _whole(grown.linear, count, budget, refine)
    return _finish(grown, count, budget, refine, step)


def among(
    linear: Linear, columns: Ints, count: int, budget: Budget, refine: Refine = same
) -> Found:
    """Find the best point that uses, of the first `count` columns, only some."""
    linear = _refined(linear, columns, refine)
    return Found(_over(linear, columns, count, budget), linear)


def _whole(linear: Linear, count: int, budget: Budget, refine: Refine) -> Found:
    """Search with all columns; promises are kept as soon as a plan relies on them."""
    if count > FEW:
        linear = _refined(linear, np.arange(count, dtype=np.int32), refine)
    while True:
        answer = budget.solve(linear)
        if answer.point is None:
            return Found(answer, linear)
        used = np.flatnonzero(answer.point[:count] > 0.5).astype(np.int32)
        after = refine(linear, used)
        if after is linear:
            return Found(answer, linear)
        linear = after


def _seed(linear: Linear, pairs: Ints) -> Ints:
    """Begin with the columns of each place worth most by themselves, and those that are needed.

    Needed are the columns of rows that ask for something and hold nothing but pairs: incumbents
    who must sit somewhere.
    """
    values = linear.objective[: len(pairs)]
    order = np.lexsort((np.arange(len(pairs)), -values, pairs))
    first = np.searchsorted(pairs[order], pairs[order], side="left")
    best = order[np.arange(len(pairs)) - first < SEED]
    rows = linear.rows_of_entries
    others = np.bincount(rows[linear.columns >= len(pairs)], minlength=len(linear.row_names))
    asking = (linear.row_low > 0) & (others == 0)
    needed = linear.columns[asking[rows]]
    if len(needed) > MANY_NEEDED:  # of each row the best, who sits there being among them
        needed = needed[np.lexsort((-values[needed], rows[asking[rows]]))]
        owners = np.sort(rows[asking[rows]])
        needed = needed[np.arange(len(needed)) - np.searchsorted(owners, owners) < SEED]
    return np.union1d(best, needed).astype(np.int32)


def _refined(linear: Linear, columns: Ints, refine: Refine) -> Linear:
    """Replace the promises of some columns until all are facts."""
    while True:
        after = refine(linear, columns)
        if after is linear:
            return linear
        linear = after


@dataclass(frozen=True, slots=True, eq=False)
class _Grown:
    """The columns that joined, the LP bound z over all, and the reduced costs of all columns.

    Promises kept on the way are kept in `linear`: nobody may go on with an earlier one.
    """

    linear: Linear
    joined: Ints
    possible: bool
    bound: float
    costs: Floats
    impossible: bool = False  # shown: no column mends what is broken


def _grow(linear: Linear, joined: Ints, pairs: Ints, refine: Refine, budget: Budget) -> _Grown:
    """Let columns join until none could help; not possible when those found allow no plan."""
    count, mended = len(pairs), False
    while True:
        kept = _kept(joined, count, len(linear.names))
        relaxed = highs.relax(linear.with_variables_kept(kept))
        if relaxed.point is None and not mended and not budget.stop():
            few, mended = possible.Few(pairs, joined), True
            if not possible.mended(linear, few):
                nothing = linear.objective[:count]
                return _Grown(linear, joined, False, -np.inf, nothing, impossible=True)
            joined = few.pool
            continue
        if relaxed.point is None or budget.stop():
            return _Grown(linear, joined, False, np.inf, linear.objective[:count])
        while True:
            costs = linear.reduced_costs(relaxed.duals)
            costs[kept] = np.minimum(costs[kept], 0.0)
            waiting = np.flatnonzero(costs[:count] > SLACK)
            best = waiting[np.lexsort((waiting, -costs[waiting]))][:JOIN].astype(np.int32)
            after = refine(linear, best)
            if after is linear:
                break
            linear = after
        stale = refine(linear, joined)
        if not len(best) and stale is linear:
            return _Grown(linear, joined, True, relaxed.objective, costs[:count])
        linear = stale
        joined = np.union1d(joined, best).astype(np.int32)


def _finish(grown: _Grown, count: int, budget: Budget, refine: Refine, step: float) -> Found:
    linear, joined, bound, costs = grown.linear, grown.joined, grown.bound, grown.costs
    answer = _over(linear, joined, count, budget)
    if answer.point is None and answer.status != "infeasible":
        return Found(_with_bound(answer, bound), linear)
    best = answer.objective
    while True:
        # A column outside that could still be part of a better plan, its promise kept first.
        outside = np.setdiff1d(np.flatnonzero(bound + costs >= best + step - SLACK), joined)
        after = refine(linear, outside.astype(np.int32))
        if after is linear:
            break
        costs = costs + (after.objective - linear.objective)[:count]
        linear = after
    if len(outside) and best + step < bound + SLACK:
        joined = np.union1d(joined, outside).astype(np.int32)
        again = _over(linear, joined, count, budget)
        worse = again.point is None or (
            again.status != "optimal" and again.objective < answer.objective
        )
        if worse and answer.point is not None:
            return Found(_with_bound(answer, bound, proven=False), linear)
        answer = again
    if answer.status == "optimal":
        return Found(answer, linear)
    return Found(_with_bound(answer, min(bound, max(answer.bound, answer.objective))), linear)


def _kept(joined: Ints, count: int, size: int) -> Ints:
    return np.concatenate([joined, np.arange(count, size, dtype=np.int32)])


def _over(linear: Linear, joined: Ints, count: int, budget: Budget) -> Answer:
    """Search with some columns and give the point in terms of all."""
    kept = _kept(joined, count, len(linear.names))
    answer = budget.solve(linear.with_variables_kept(kept))
    if answer.point is None:
        return answer
    point = np.zeros(len(linear.names))
    point[kept] = answer.point
    return Answer(answer.status, point, answer.objective, answer.bound, answer.steps)


def _with_bound(answer: Answer, bound: float, *, proven: bool = True) -> Answer:
    status = answer.status if proven or answer.status != "optimal" else "feasible"
    return Answer(status, answer.point, answer.objective, bound, answer.steps)
