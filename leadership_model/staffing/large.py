"""Stages B and C at once for very many seats, within a limit of time, and how far from proof.

The LP is solved over few columns, and those join that could help (columns priced by the rows). Its
value and what the columns outside could still bring is a bound for every plan. Whole numbers are
then sought among the columns the LP uses, and among more and more of those near them. A breach
costs so much that nothing else outweighs it.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from leadership_model.people.table import Ints
from leadership_model.staffing import stages
from leadership_model.staffing.gains import gains
from leadership_model.staffing.linear import Floats, Linear
from leadership_model.staffing.problem import Problem
from leadership_model.staffing.promises import Promises
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solver import highs
from leadership_model.staffing.solver.answer import Answer, Limits, Progress, Status
from leadership_model.staffing.stages import Full, Staged

HARM = 1000.0  # points of the objective a new breach costs
SEED, JOIN = 40, 20  # columns of a place to begin with, and that join at a time
NEAR = (5.0, 20.0, 60.0)  # how far from being used further columns may be, in points
GOOD = 5e-4  # a gap with which nobody looks further
ENOUGH = 1e-4  # what columns outside may still bring, as a share of the bound
SLACK = 1e-6
PRICING = 0.5  # with this share of the time left no further columns are priced
SHARE = 0.5  # of the time left that one search for whole numbers may take


@dataclass(slots=True)
class Large:
    """A search on its way: rows with promises kept, columns in play, the best point, the bound."""

    problem: Problem
    promises: Promises
    linear: Linear
    budget: Budget
    joined: Ints
    point: Floats | None = None
    value: float = -np.inf
    bound: float = np.inf
    costs: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def gap(self) -> float:
        """Give (bound - value) / |value|."""
        return (self.bound - self.value) / max(1.0, abs(self.value))

    def answer(self) -> Answer:
        """Give what was found."""
        status: Status = "stopped" if self.point is None else "feasible"
        return Answer(status, self.point, self.value, self.bound)


def run(problem: Problem, budget: Budget, quick: bool = False) -> Staged:
    """Run stage A, then B and C together. What is found is never called proven.

    quick: be content with the first plan.
    """
    filled, vacancies, written = stages.stage_a(problem, budget)
    if filled.point is None:
        return Staged("A", filled)
    present = stages.count_members(problem, filled)
    full = stages.complete(problem, written, present)
    answer, linear = together(full, filled.point, budget, quick)
    if answer.point is None:
        return Staged("C", answer, vacancies, None, full, False, present)
    breaches = _breaches(full, answer.point)
    harm = HARM * breaches
    told = replace(answer, objective=answer.objective + harm, bound=answer.bound + harm)
    plain, _ = stages.priced(full, linear, -1)
    held, _ = stages.with_breaches_fixed(replace(full, linear=plain), breaches)
    return Staged("C", told, vacancies, breaches, replace(full, linear=held), False, present)


def together(
    full: Full, filled: Floats, budget: Budget, quick: bool = False
) -> tuple[Answer, Linear]:
    """Find a good plan, begun with the columns of one that fills the seats.

    Objective and bound are those of C less HARM for each new breach.
    """
    problem = full.problem
    budget.stage = "C"
    w1 = problem.options.weights[0]
    promises = Promises(problem, w1, -HARM)
    objective = full.score * w1 + full.breaches * -HARM + gains(problem) + promises.made()
    linear = full.linear.with_objective(objective)
    large = Large(problem, promises, linear, budget, _seed(problem, linear, filled))
    whole = budget.left()
    while not budget.spent and not _late(whole, budget):
        used = _relax(large)
        if used is None:
            break
        if large.point is None:
            _whole(large, used)
        more = _price(large)
        if not len(more) or (quick and large.point is not None):
            break
        large.joined = np.union1d(large.joined, more).astype(np.int32)
    for near in NEAR:
        if quick or large.gap <= GOOD or budget.spent or not len(large.costs):
            break
        chosen = np.flatnonzero(large.costs >= -near).astype(np.int32)
        _whole(large, np.intersect1d(chosen, large.joined).astype(np.int32))
    return large.answer(), large.linear


def _late(whole: Limits | None, budget: Budget) -> bool:
    """Say whether what is left should go to the search for whole numbers."""
    left = budget.left()
    if whole is None or left is None or whole.seconds is None or left.seconds is None:
        return False
    return left.seconds < PRICING * whole.seconds


def _seed(problem: Problem, linear: Linear, filled: Floats) -> Ints:
    """Begin with the columns of each place worth most by themselves, and with who sits there."""
    board = problem.board
    values = linear.objective[: board.pairs]
    order = np.lexsort((np.arange(board.pairs), -values, board.place))
    first = np.searchsorted(board.place[order], board.place[order], side="left")
    best = order[np.arange(board.pairs) - first < SEED]
    needed = board.stays | (filled[: board.pairs] > 0.5)
    return np.union1d(best, np.flatnonzero(needed)).astype(np.int32)


def _relax(large: Large) -> Ints | None:
    """Solve the LP over the columns in play, with facts; give the columns it uses."""
    count = large.problem.board.pairs
    while True:
        after = large.promises.keep(large.linear, large.joined)
        if after is large.linear:
            break
        large.linear = after
    kept = _kept(large.linear, large.joined, count)
    left = large.budget.left()
    relaxed = highs.relax(large.linear.with_variables_kept(kept), left, large.budget.stop)
    if relaxed.point is None:
        return None
    costs = large.linear.reduced_costs(relaxed.duals)
    costs[kept] = np.minimum(costs[kept], 0.0)
    large.costs = costs[:count]
    outside = np.zeros(len(large.problem.board.places))
    np.maximum.at(outside, large.problem.board.place, large.costs)
    large.bound = min(large.bound, relaxed.objective + float(outside.sum()))
    large.budget.tell(Progress(large.value if large.point is not None else None, large.bound))
    used = relaxed.point[: len(large.joined)] > SLACK
    return large.joined[used | large.problem.board.stays[large.joined]]


def _price(large: Large) -> Ints:
    """Give the columns outside that could help most, some of each place; none when few help."""
    place, costs = large.problem.board.place, large.costs
    waiting = np.flatnonzero(costs > SLACK)
    outside = np.zeros(len(large.problem.board.places))
    np.maximum.at(outside, place[waiting], costs[waiting])
    if outside.sum() <= ENOUGH * max(1.0, abs(large.bound)):
        return np.zeros(0, dtype=np.int32)
    order = waiting[np.lexsort((-costs[waiting], place[waiting]))]
    first = np.searchsorted(place[order], place[order], side="left")
    return order[np.arange(len(order)) - first < JOIN].astype(np.int32)


def _whole(large: Large, columns: Ints) -> None:
    """Look for a better plan among some columns."""
    left = large.budget.left()
    if left is None:
        return
    linear, count = large.linear, large.problem.board.pairs
    kept = _kept(linear, columns, count)
    limits = left if left.seconds is None else Limits(max(0.1, left.seconds * SHARE), left.steps)
    answer = highs.improve(
        linear.with_variables_kept(kept), limits, GOOD / 2, large.budget.stop, large.budget.tell
    )
    if answer.point is None or answer.objective <= large.value:
        return
    point = np.zeros(len(linear.names))
    point[kept] = answer.point
    large.point, large.value = point, answer.objective
    large.budget.tell(Progress(large.value, large.bound))


def _breaches(full: Full, point: Floats) -> int:
    """Count the new breaches of a plan, those of teams left included."""
    problem = full.problem
    row = full.breaches
    taken = np.flatnonzero(point[: problem.board.pairs] > 0.5)
    gone = np.intersect1d(problem.board.person[taken], problem.leavers()).tolist()
    here = round(float(row.values @ point[row.columns]) + row.constant)
    return here + sum(problem.leaving.of(person).breaches for person in gone)


def _kept(linear: Linear, columns: Ints, count: int) -> Ints:
    return np.concatenate([columns, np.arange(count, len(linear.names), dtype=np.int32)])
