"""Write a Linear for CP-SAT (OR-Tools) and read the answer back.

CP-SAT thinks in integers: continuous variables are put on a grid. Its integer part is therefore
kept and the continuous part worked out again exactly by an LP.
"""

from typing import TYPE_CHECKING

import numpy as np

from leadership_model.staffing.linear import Floats, Linear
from leadership_model.staffing.solver import highs
from leadership_model.staffing.solver.answer import Answer, Limits, Status, Stop, never

if TYPE_CHECKING:
    from ortools.linear_solver.python import model_builder as builder

SEED = 1
GRID = 1e5  # steps per unit of a continuous variable


def solve(linear: Linear, limits: Limits | None = None, stop: Stop = never) -> Answer:
    """Find the best integer point; optimal to the grid's 1e-5.

    `stop` is asked before the search only: this wheel of OR-Tools takes no callback of Python.
    """
    if stop():
        return Answer("stopped", None, -np.inf, np.inf)
    from ortools.linear_solver.python import model_builder as builder

    wanted = limits or Limits()
    model, columns = _write(linear, builder.Model())  # type: ignore[no-untyped-call]
    solver = builder.Solver("sat")
    lines = [f"mip_var_scaling:{GRID}", f"random_seed:{SEED}", "num_workers:1"]
    if wanted.steps is not None:
        lines.append(f"max_deterministic_time:{wanted.steps / 10}")
    solver.set_solver_specific_parameters(" ".join(lines))
    if wanted.seconds is not None:
        solver.set_time_limit_in_seconds(float(wanted.seconds))
    status = _status(solver.solve(model))
    if status in ("infeasible", "stopped"):
        return Answer(status, None, -np.inf, -np.inf if status == "infeasible" else np.inf)
    found = np.array([solver.value(column) for column in columns], dtype=np.float64)
    point = _polish(linear, found)
    value = linear.evaluate(point)
    return Answer(status, point, value, max(value, float(solver.best_objective_bound)))


def _write(
    linear: Linear, model: "builder.Model"
) -> "tuple[builder.Model, list[builder.Variable]]":
    from ortools.linear_solver.python.model_builder import LinearExpr

    columns = [
        model.new_var(low, high, flag, name)
        for low, high, flag, name in zip(
            linear.low.tolist(),
            linear.high.tolist(),
            linear.integer.tolist(),
            linear.names,
            strict=True,
        )
    ]
    for i, name in enumerate(linear.row_names):
        entries = slice(int(linear.starts[i]), int(linear.starts[i + 1]))
        chosen = [columns[j] for j in linear.columns[entries]]
        row = LinearExpr.weighted_sum(chosen, linear.values[entries].tolist())
        model.add_linear_constraint(row, linear.row_low[i], linear.row_high[i], name)
    model.maximize(
        LinearExpr.weighted_sum(columns, linear.objective.tolist(), constant=linear.constant)
    )
    return model, columns


def _status(found: "builder.SolveStatus") -> Status:
    from ortools.linear_solver.python.model_builder import SolveStatus

    match found:
        case SolveStatus.OPTIMAL:
            return "optimal"
        case SolveStatus.FEASIBLE:
            return "feasible"
        case SolveStatus.INFEASIBLE | SolveStatus.MODEL_INVALID:
            return "infeasible"
        case _:
            return "stopped"


def _polish(linear: Linear, found: Floats) -> Floats:
    whole = np.flatnonzero(linear.integer)
    fixed = linear
    rounded = np.round(found)
    if len(whole):
        low, high = linear.low.copy(), linear.high.copy()
        low[whole] = high[whole] = rounded[whole]
        fixed = linear.with_limits(low, high)
    relaxed = highs.relax(fixed)
    return found if relaxed.point is None else np.where(linear.integer, rounded, relaxed.point)
