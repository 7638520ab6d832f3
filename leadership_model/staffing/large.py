"""Stages B and C at once for very many seats, within a limit of time, and how far from proof.

The LP is solved over few columns; those join that could help (columns priced by the rows), those
far from being used leave. The columns it uses give a first plan. Its prices tell what every team
(block) would do for itself, which bounds all plans closer than the LP does; and groups of teams
that want each other's people are then solved anew, one after another. A breach costs so much that
nothing else outweighs it.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from leadership_model.people.table import Bools, Ints
from leadership_model.staffing import blocks, stages
from leadership_model.staffing.gains import gains
from leadership_model.staffing.linear import Floats, Linear
from leadership_model.staffing.outlook import Outlook, outlook
from leadership_model.staffing.problem import Problem
from leadership_model.staffing.promises import Promises
from leadership_model.staffing.regroup import NEAR, SIZE, Regroup
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solver import highs
from leadership_model.staffing.solver.answer import Answer, Limits, Progress, Status
from leadership_model.staffing.stages import Full, Staged

HARM = 1000.0  # points of the objective a new breach costs
SEED, JOIN = 15, 10  # columns of a place to begin with, and that join at a time
LEAVE = 20.0  # so many points from being used a column leaves
ROUNDS = 30  # after so many LPs no further columns are priced
GOOD = 5e-4  # a gap with which nobody looks further
ENOUGH = 1e-4  # what columns outside may still bring, as a share of the bound
SAME = 1e-6  # an LP better by less, as a share, is the same
SLACK = 1e-6
PRICING = 0.6  # with this share of the time left no further columns are priced
CLOSE = 5.0  # points from being used up to which columns are searched together
FEW = 9_000  # columns that can be searched together
SHARE = 0.25  # of the time left that one search for whole numbers may take


@dataclass(slots=True)
class Large:
    """A search on its way: columns in play, the best point, the bound, prices of rows."""

    problem: Problem
    linear: Linear
    budget: Budget
    joined: Ints
    needed: Ints  # columns that stay in play
    point: Floats | None = None
    value: float = -np.inf
    bound: float = np.inf
    relaxed: float = -np.inf
    costs: Floats = field(default_factory=lambda: np.zeros(0))
    duals: Floats = field(default_factory=lambda: np.zeros(0))
    used: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int32))

    @property
    def gap(self) -> float:
        """Give (bound - value) / |value|."""
        return (self.bound - self.value) / max(1.0, abs(self.value))

    def tell(self) -> None:
        """Report what is known."""
        best = None if self.point is None else self.value
        self.budget.tell(Progress(best, self.bound))

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
    full = stages.complete(problem, written, present, budget.stop)
    if full is None:
        return Staged("B", Answer("stopped", None, -np.inf, np.inf), vacancies)
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
    linear = _facts(full)
    needed = np.flatnonzero(problem.board.stays | (filled[: problem.board.pairs] > 0.5))
    seed = _seed(problem, linear, needed.astype(np.int32))
    large = Large(problem, linear, budget, seed, needed.astype(np.int32))
    _price_columns(large, quick)
    if not quick and len(large.duals) and large.gap > GOOD:
        _by_blocks(large)
    return large.answer(), large.linear


def _facts(full: Full) -> Linear:
    """Give the objective with everybody's leaving judged, and bounds as close as rows make them."""
    problem = full.problem
    w1 = problem.options.weights[0]
    promises = Promises(problem, w1, -HARM)
    objective = full.score * w1 + full.breaches * -HARM + gains(problem) + promises.made()
    linear = full.linear.with_objective(objective)
    every = np.arange(problem.board.pairs, dtype=np.int32)
    return promises.keep(linear, every).tightened()


def _price_columns(large: Large, quick: bool) -> None:
    """Let columns join and leave until the LP knows all that matter; search what it uses."""
    whole, last = large.budget.left(), -np.inf
    for _ in range(ROUNDS):
        if large.budget.spent or not _relax(large):
            break
        if quick:
            _whole(large, np.union1d(large.used, large.needed).astype(np.int32))
            if large.point is not None:
                return
        still = large.relaxed - last <= SAME * abs(large.relaxed)
        more, last = _price(large), large.relaxed
        if not len(more) or still or _late(whole, large.budget):
            break
        large.joined = np.union1d(_staying(large), more).astype(np.int32)
    paying = np.flatnonzero(large.costs[: large.problem.board.pairs] >= -CLOSE)
    for chosen in (large.used, np.intersect1d(paying, large.joined).astype(np.int32)):
        if len(chosen) <= FEW and not large.budget.spent:
            _whole(large, np.union1d(chosen, large.needed).astype(np.int32))


def _by_blocks(large: Large) -> None:
    """Bound the plan by what each block would do, and solve groups of blocks anew."""
    board = large.problem.board
    owners = large.problem.world.snapshot.posts.owners()
    groups = np.array([owners[place.posts[0]] for place in board.places], dtype=np.int32)
    places = np.concatenate([board.place, np.arange(len(board.places), dtype=np.int32)])
    parts = blocks.split(large.linear, places, groups)
    always = np.zeros(board.pairs, dtype=np.bool_)
    always[np.union1d(large.used, large.needed)] = True
    if large.point is not None:
        always |= large.point[: board.pairs] > 0.5
    beyond = np.concatenate([always, np.ones(len(large.linear.names) - board.pairs, np.bool_)])
    view = outlook(parts, places, large.duals, beyond, large.budget)
    large.bound = min(large.bound, view.bound)
    large.tell()
    if large.point is not None and not large.budget.spent:
        _regroup(large, parts, view, always)


def _regroup(large: Large, parts: blocks.Blocks, view: Outlook, always: Bools) -> None:
    """Solve groups of blocks anew until nothing is gained any more."""
    assert large.point is not None
    search = Regroup(parts, large.problem.board, view, always, large.budget, large.point)
    for near in NEAR:
        vain, search.tried = 0, np.zeros(parts.count)
        while vain <= 2 * parts.count // SIZE and large.gap > GOOD and not large.budget.spent:
            gained = search.improve(near)
            vain = 0 if gained > SLACK else vain + 1
            if gained > 0.0:
                large.point = search.point
                large.value = large.linear.evaluate(search.point)
                large.tell()


def _late(whole: Limits | None, budget: Budget) -> bool:
    """Say whether what is left should go to the search for whole numbers."""
    left = budget.left()
    if whole is None or left is None or whole.seconds is None or left.seconds is None:
        return False
    return left.seconds < PRICING * whole.seconds


def _seed(problem: Problem, linear: Linear, needed: Ints) -> Ints:
    """Begin with the columns of each place worth most by themselves, and with who sits there."""
    board = problem.board
    values = linear.objective[: board.pairs]
    order = np.lexsort((np.arange(board.pairs), -values, board.place))
    first = np.searchsorted(board.place[order], board.place[order], side="left")
    best = order[np.arange(board.pairs) - first < SEED]
    return np.union1d(best, needed).astype(np.int32)


def _relax(large: Large) -> bool:
    """Solve the LP over the columns in play; say whether it could be solved."""
    board = large.problem.board
    kept = _kept(large.linear, large.joined, board.pairs)
    left = large.budget.left()
    relaxed = highs.relax(large.linear.with_variables_kept(kept), left, large.budget.stop)
    if relaxed.point is None:
        return False
    costs = large.linear.reduced_costs(relaxed.duals)
    costs[kept] = np.minimum(costs[kept], 0.0)
    large.costs, large.duals, large.relaxed = costs, relaxed.duals, relaxed.objective
    outside = np.zeros(len(board.places))
    np.maximum.at(outside, board.place, costs[: board.pairs])
    large.bound = min(large.bound, relaxed.objective + float(outside.sum()))
    large.tell()
    large.used = large.joined[relaxed.point[: len(large.joined)] > SLACK]
    return True


def _staying(large: Large) -> Ints:
    """Give the columns in play that are used, needed, or not far from being used."""
    near = large.joined[large.costs[large.joined] >= -LEAVE]
    return np.union1d(np.union1d(near, large.used), large.needed).astype(np.int32)


def _price(large: Large) -> Ints:
    """Give the columns outside that could help most, some of each place; none when few help."""
    place = large.problem.board.place
    costs = large.costs[: len(place)]
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
        linear.with_variables_kept(kept),
        limits,
        GOOD / 2,
        large.budget.stop,
        large.budget.tell,
        None if large.point is None else large.point[kept],
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
