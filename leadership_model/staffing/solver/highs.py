"""Write a Linear for HiGHS and read the answer back. Knows rows and variables only."""

import highspy
import numpy as np
from highspy.highs import HighsCallbackEvent

from leadership_model.staffing.linear import Floats, Linear, Terms
from leadership_model.staffing.solver.answer import (
    Answer,
    Limits,
    Progress,
    Relaxed,
    Report,
    Status,
    Stop,
    ignore,
    never,
)

SEED = 1
GAP = 1e-9  # proven means proven: HiGHS would stop at 1e-4
CLOSE = 1e-9
MANY_ROWS = 60_000  # from there on the interior point is the faster one


def solve(
    linear: Linear, limits: Limits | None = None, stop: Stop = never, report: Report = ignore
) -> Answer:
    """Find the best integer point.

    WORKAROUND: now and then HiGHS 1.13 calls a problem infeasible that is not. Its no is asked
    again with other settings, and holds only where both say so.
    """
    answer = _solve(linear, limits, stop, report, presolve=False, seed=SEED)
    if answer.status != "infeasible" or not linear.integer.any():
        return answer
    doubt = _solve(linear, limits, stop, report, presolve=True, seed=SEED)
    if doubt.point is None or linear.violations(doubt.point):
        return answer
    other = _solve(linear, limits, stop, report, presolve=False, seed=SEED + 1)
    if other.point is not None:
        return other
    return Answer("feasible", doubt.point, doubt.objective, np.inf, doubt.steps)


def improve(
    linear: Linear,
    limits: Limits | None,
    gap: float,
    stop: Stop = never,
    report: Report = ignore,
    start: Floats | None = None,
) -> Answer:
    """Find a good integer point quickly; its bound is not to be relied on (see `_write`).

    start: a point known, from which to look for a better one.
    """
    answer = _solve(linear, limits, stop, report, presolve=True, seed=SEED, gap=gap, start=start)
    if answer.point is None or linear.violations(answer.point):
        return Answer("stopped", None, -np.inf, np.inf, answer.steps)
    return Answer("feasible", answer.point, answer.objective, np.inf, answer.steps)


def _solve(
    linear: Linear,
    limits: Limits | None,
    stop: Stop,
    report: Report,
    *,
    presolve: bool,
    seed: int,
    gap: float = 0.0,
    start: Floats | None = None,
) -> Answer:
    wanted = limits or Limits()
    model = _write(linear, integer=True)
    model.setOptionValue("random_seed", seed)
    model.setOptionValue("mip_rel_gap", gap)
    if presolve:
        model.setOptionValue("presolve", "on")
    if wanted.seconds is not None:
        model.setOptionValue("time_limit", float(wanted.seconds))
    if wanted.steps is not None:
        model.setOptionValue("mip_max_nodes", int(wanted.steps))
    if start is not None:
        known = highspy.HighsSolution()
        known.col_value = start.tolist()
        model.setSolution(known)
    stopped = _listen(model, stop, report)
    model.solve()
    info = model.getInfo()
    status = _status(model, stopped, linear)
    steps = max(1, int(info.mip_node_count))
    if status in ("infeasible", "stopped"):
        bound = -np.inf if status == "infeasible" else float(info.mip_dual_bound)
        return Answer(status, None, -np.inf, bound if linear.names else linear.constant, steps)
    point = _rounded(linear, np.array(model.getSolution().col_value, dtype=np.float64))
    value = linear.evaluate(point)
    bound = float(info.mip_dual_bound) if linear.integer.any() else value
    return Answer(status, point, value, max(value, bound), steps)


def relax(linear: Linear, limits: Limits | None = None, stop: Stop = never) -> Relaxed:
    """Find the best point without integrality, with the price of every row.

    Large problems go by the interior point, which takes a fraction of the time there.
    """
    model = _write(linear, integer=False)
    if len(linear.row_names) > MANY_ROWS:
        model.setOptionValue("solver", "ipm")
    if limits is not None and limits.seconds is not None:
        model.setOptionValue("time_limit", float(limits.seconds))
    stopped = _listen(model, stop, ignore)
    model.solve()
    if model.getModelStatus() == highspy.HighsModelStatus.kSolveError:
        model.setOptionValue("solver", "simplex")  # where the interior point gets lost
        model.solve()
    status = _status(model, stopped, linear)
    if status != "optimal":
        return Relaxed("infeasible", None, -np.inf, np.zeros(len(linear.row_names)))
    solution = model.getSolution()
    point = np.array(solution.col_value, dtype=np.float64)
    duals = np.array(solution.row_dual, dtype=np.float64)
    return Relaxed("optimal", point, linear.evaluate(point), duals)


def against(linear: Linear) -> tuple[str, ...]:
    """Name rows that cannot hold together even without integrality; none when they can."""
    model = _write(linear.with_objective(Terms()), integer=False)
    model.setOptionValue("presolve", "off")
    model.setOptionValue("solver", "simplex")
    model.solve()
    if model.getModelStatus() != highspy.HighsModelStatus.kInfeasible:
        return ()
    _, there, ray = model.getDualRay()
    if not there:
        return linear.row_names
    rows = np.flatnonzero(np.abs(np.array(ray, dtype=np.float64)) > CLOSE)
    return tuple(linear.row_names[row] for row in rows.tolist())


def _write(linear: Linear, *, integer: bool) -> highspy.Highs:
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("threads", 1)
    model.setOptionValue("random_seed", SEED)
    model.setOptionValue("mip_abs_gap", GAP)
    model.setOptionValue("mip_feasibility_tolerance", 1e-8)
    model.setOptionValue("primal_feasibility_tolerance", 1e-9)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(linear.names), len(linear.row_names)
    lp.sense_, lp.offset_ = highspy.ObjSense.kMaximize, linear.constant
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = linear.objective, linear.low, linear.high
    lp.row_lower_, lp.row_upper_ = linear.row_low, linear.row_high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_ = linear.starts, linear.columns
    lp.a_matrix_.value_ = linear.values
    if integer:
        # WORKAROUND HiGHS 3274: presolve tightens rows of columns it took for whole numbers and
        # then calls a worse point optimal. Our own pricing makes the problem small beforehand.
        model.setOptionValue("presolve", "off")
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[flag] for flag in linear.integer.astype(int).tolist()]
    if model.passModel(lp) == highspy.HighsStatus.kError:
        raise ValueError("HiGHS refuses the model: a bound or an entry makes no sense.")
    return model


def _listen(model: highspy.Highs, stop: Stop, report: Report) -> list[bool]:
    """Ask `stop` and tell `report` while the search runs; the list fills when it was stopped."""
    stopped: list[bool] = []

    def interrupt(event: HighsCallbackEvent) -> None:
        if stop():
            stopped.append(True)
            event.interrupt()

    def tell(event: HighsCallbackEvent) -> None:
        best, bound = float(event.data_out.mip_primal_bound), float(event.data_out.mip_dual_bound)
        report(Progress(best if np.isfinite(best) else None, bound))

    if stop is not never:
        model.cbMipInterrupt.subscribe(interrupt)
        model.cbSimplexInterrupt.subscribe(interrupt)
        model.cbIpmInterrupt.subscribe(interrupt)
    if report is not ignore:
        model.cbMipImprovingSolution.subscribe(tell)
        model.cbMipLogging.subscribe(tell)
    return stopped


def _status(model: highspy.Highs, stopped: list[bool], linear: Linear) -> Status:
    match model.getModelStatus():
        case highspy.HighsModelStatus.kModelEmpty:
            # Without variables HiGHS looks at no row; a row of constants may be impossible.
            return "infeasible" if linear.violations(np.zeros(0)) else "optimal"
        case highspy.HighsModelStatus.kOptimal:
            return "optimal"
        case highspy.HighsModelStatus.kInfeasible:
            return "infeasible"
        case (
            highspy.HighsModelStatus.kTimeLimit
            | highspy.HighsModelStatus.kSolutionLimit
            | highspy.HighsModelStatus.kIterationLimit
            | highspy.HighsModelStatus.kInterrupt
        ):
            found = model.getInfo().primal_solution_status == highspy.kSolutionStatusFeasible
            return "feasible" if found else "stopped"
        case other:
            if stopped:
                return "stopped"
            raise RuntimeError(f"HiGHS ended with {model.modelStatusToString(other)}.")


def _rounded(linear: Linear, point: Floats) -> Floats:
    """Make integer values whole, and work out the others again where that moved anything."""
    rounded = np.where(linear.integer, np.round(point), point)
    if not len(point) or float(np.abs(rounded - point).max()) < CLOSE:
        return rounded
    whole = linear.integer
    low, high = np.where(whole, rounded, linear.low), np.where(whole, rounded, linear.high)
    fixed = relax(linear.with_limits(low, high))
    return rounded if fixed.point is None else np.where(whole, rounded, fixed.point)
