"""Ask the rows of a run that went through once more: with rows added, or another objective."""

from dataclasses import replace

import numpy as np

from leadership_model.people.table import Ints
from leadership_model.staffing import search, stages
from leadership_model.staffing.linear import Linear
from leadership_model.staffing.search import Budget, Found
from leadership_model.staffing.stages import Full


def best(full: Full, linear: Linear, budget: Budget) -> Found:
    """Run stage C over rows added to those of the run."""
    return stages.stage_c(full, linear, _row_of_b(linear), budget)


def among(full: Full, linear: Linear, pairs: Ints, budget: Budget) -> Found:
    """Run stage C with some pairs only."""
    wanted, promises = stages.priced(full, linear, _row_of_b(linear))
    return search.among(wanted, pairs, full.problem.board.pairs, budget, promises.keep)


def largest(full: Full, linear: Linear, budget: Budget) -> float | None:
    """Give the largest value of the objective of `linear`; None where no plan was found."""
    answer = search.optimum(linear, full.problem.board.place, budget).answer
    return None if answer.point is None else answer.objective


def with_more_breaches(full: Full, linear: Linear, budget: Budget) -> Found:
    """Run stages B and C once more, for rows that allow no plan with as few new breaches."""
    kept = np.array([name != "B" for name in linear.row_names], dtype=np.bool_)
    bare = replace(full, linear=linear.with_rows_kept(kept))
    fewest = stages.stage_b(bare, budget)
    if fewest.answer.point is None:
        return fewest
    held, row = stages.with_breaches_fixed(bare, round(-fewest.answer.objective))
    return stages.stage_c(bare, held, row, budget)


def _row_of_b(linear: Linear) -> int:
    return linear.row_names.index("B") if "B" in linear.row_names else -1
