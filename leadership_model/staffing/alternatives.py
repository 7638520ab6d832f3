"""Further plans that differ enough from those before them, each the best of what is left."""

from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np

from leadership_model.staffing import again
from leadership_model.staffing.linear import Linear, terms
from leadership_model.staffing.plans import plan_of
from leadership_model.staffing.problem import Problem
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solution import Plan
from leadership_model.staffing.stages import Full, Staged
from leadership_model.staffing.verify import confirm

APART = 3  # people in whom an alternative differs from every plan before it
Unit = Literal["people", "assignments"]


def others(
    problem: Problem,
    staged: Staged,
    best: Plan,
    budget: Budget,
    count: int | None = None,
    apart: int = APART,
    unit: Unit = "people",
) -> Iterator[Plan]:
    """Give further plans one by one, each confirmed, as good as the first in stages A and B.

    count: how many (default: as the options ask). apart: in how many a plan differs at least from
    each one before it: people no longer placed anew, or assignments (person and place) no longer
    made. Where no plan differs so much it may differ in fewer.
    """
    full = staged.full
    found = [best]
    wanted = problem.options.alternatives if count is None else count
    while full is not None and len(found) <= wanted:
        other = _other(problem, full, found, budget, apart, unit)
        if other is None:
            return
        confirm(problem.world, problem.teams, problem.options, other, problem.scores)
        found.append(other)
        yield other


def _other(
    problem: Problem, full: Full, earlier: Sequence[Plan], budget: Budget, most: int, unit: Unit
) -> Plan | None:
    for apart in range(min(most, max(len(plan.moves) for plan in earlier)), 0, -1):
        linear = full.linear
        for at, plan in enumerate(earlier):
            linear = _differing(problem, linear, f"other {at}", plan, apart, unit)
        answer = again.best(full, linear, budget).answer
        if answer.point is not None:
            return plan_of(problem, answer.point)
        if answer.status != "infeasible":
            return None
    return None


def _differing(
    problem: Problem, linear: Linear, name: str, plan: Plan, apart: int, unit: Unit
) -> Linear:
    """Allow all but `apart` of a plan's people to be placed anew, or of its assignments."""
    board = problem.board
    pairs = board.of_people(np.array([move.person for move in plan.moves], dtype=np.int32))
    pairs = pairs[~board.stays[pairs]]
    if unit == "assignments":
        made = {(move.person, move.to) for move in plan.moves}
        pairs = np.array(
            [pair for pair in pairs.tolist() if assignment(problem, pair) in made], dtype=np.int32
        )
    return linear.with_row(name, terms(pairs), high=float(max(0, len(plan.moves) - apart)))


def assignment(problem: Problem, pair: int) -> tuple[int, tuple[int, ...]]:
    """Say who takes which posts in a pair."""
    board = problem.board
    return int(board.person[pair]), board.places[int(board.place[pair])].posts
