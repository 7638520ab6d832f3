"""Staff teams: problem, stages, verification, or the clash that forbids a plan.

`solve` gives with the answer what further questions are asked of: alternatives, front, next_best,
price. `staff` gives the answer alone, with as many alternatives as the options ask for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.staffing import clash, explain, large, stages
from leadership_model.staffing.alternatives import others
from leadership_model.staffing.demand import skeleton
from leadership_model.staffing.options import Options
from leadership_model.staffing.plans import plan_of
from leadership_model.staffing.problem import Problem, build
from leadership_model.staffing.search import Budget, Clock
from leadership_model.staffing.solution import Plan, Result, gap_of
from leadership_model.staffing.solver.answer import Report, Stop, ignore, never
from leadership_model.staffing.stages import Staged
from leadership_model.staffing.verify import confirm

AGREE = 1e-6
QUICK = 60  # how many of the best fits for each of very many seats the first plan is made of


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """An answer with the problem it answers and how its stages ended."""

    problem: Problem
    staged: Staged
    result: Result


def staff(
    world: World,
    teams: Sequence[int],
    options: Options | None = None,
    stop: Stop | None = None,
    report: Report | None = None,
    clock: Clock | None = None,
) -> Result:
    """Propose who should take the open seats of some teams (positions), within the guard rails.

    The world's month is the effective month. stop: asked now and then whether to give up; the best
    plan so far is kept. report: told best value and bound. clock: seconds, for a limit of time
    over all stages. RuntimeError when a plan is not confirmed by `verify`: that is our fault.
    """
    wanted = Options() if options is None else options
    budget = Budget(wanted.limits, clock, stop or never, report or ignore)
    solved = solve(world, teams, wanted, budget)
    if not wanted.alternatives or solved.result.plan is None:
        return solved.result
    budget.report = ignore
    more = tuple(others(solved.problem, solved.staged, solved.result.plan, budget))
    return replace(solved.result, alternatives=more, steps=budget.steps)


def solve(
    world: World, teams: Sequence[int], options: Options, budget: Budget | None = None
) -> Solved:
    """Run as `staff` does, without alternatives, and keep what further questions need."""
    left = Budget(options.limits) if budget is None else budget
    problem = build(world, teams, options, QUICK)
    if problem.many:
        problem, staged, best = _many(problem, left)
    else:
        staged = stages.run(problem, left)
        best = _plan_of(problem, staged, left)
    common = Result(
        status=staged.answer.status,
        steps=left.steps,
        repeatable=options.limits.repeatable,
        rails=explain.rails(options, problem.most),
        sensitive=problem.scores.sensitive_of(
            post for team in teams for post in world.seating.seats(team)
        ),
        refusals=_refusals(problem),
    )
    if best is None:
        return Solved(problem, staged, _without_plan(problem, staged, common))
    return Solved(problem, staged, _with_plan(staged, best, common))


def _many(few: Problem, budget: Budget) -> tuple[Problem, Staged, Plan | None]:
    """Ask few people for each seat, so that there is something to show soon; then all."""
    early = large.run(few, budget, quick=True)
    first = _plan_of(few, early, budget)
    if first is not None and budget.spent:
        return few, early, first
    problem = build(few.world, few.teams, few.options)
    staged = large.run(problem, budget)
    found = _plan_of(problem, staged, budget)
    if found is None and first is not None:
        return few, early, first
    return problem, staged, _better(first, found)


def _plan_of(problem: Problem, staged: Staged, budget: Budget) -> Plan | None:
    """Read the plan off and have it confirmed; then it may be shown."""
    if staged.answer.point is None:
        return None
    plan = plan_of(problem, staged.answer.point)
    if staged.answer.status == "optimal":
        _agree(plan, staged)
    confirm(problem.world, problem.teams, problem.options, plan, problem.scores)
    budget.show(plan)
    return plan


def _better(one: Plan | None, other: Plan | None) -> Plan | None:
    """Choose the better of two plans as the stages rank them."""
    plans = [each for each in (other, one) if each is not None]
    ranked = sorted(plans, key=lambda each: (each.vacancies, each.breaches, -each.objective))
    return ranked[0] if ranked else None


def _with_plan(staged: Staged, best: Plan, common: Result) -> Result:
    bound = max(best.objective, staged.answer.bound)
    proven = staged.proven and staged.answer.status == "optimal"
    return replace(
        common,
        status="optimal" if proven else "feasible",
        objective=best.objective,
        bound=best.objective if staged.answer.status == "optimal" else bound,
        gap=0.0 if staged.answer.status == "optimal" else gap_of(best.objective, bound),
        plan=best,
        verified=True,
    )


def _agree(plan: Plan, staged: Staged) -> None:
    """The rows and the values must come to the same."""
    size = max(1.0, abs(plan.objective))
    if (
        abs(plan.objective - staged.answer.objective) > AGREE * size
        or plan.vacancies != staged.vacancies
        or plan.breaches != staged.breaches
    ):
        raise RuntimeError(
            f"Rows and values disagree: objective {staged.answer.objective} and {plan.objective}, "
            f"vacancies {staged.vacancies} and {plan.vacancies}, "
            f"breaches {staged.breaches} and {plan.breaches}."
        )


def _without_plan(problem: Problem, staged: Staged, common: Result) -> Result:
    if staged.answer.status != "infeasible":
        return replace(common, status="stopped")
    written = staged.full.written if staged.full is not None else skeleton(problem)
    linear = staged.full.linear if staged.full is not None else written.builder.build()
    impossible = clash.Impossible(problem, linear, written.demands)
    if not written.demands:
        raise UserError("所选班子没有可以配备的岗位，请换一个班子或改用重排")
    return replace(
        common,
        status="infeasible",
        clash=clash.clash(impossible),
        loosening=clash.loosen(impossible, problem.options.limits),
    )


def _refusals(problem: Problem) -> tuple[tuple[int, tuple[tuple[str, int], ...]], ...]:
    """Give for the first post of each place on which grounds how many people fell away."""
    return tuple(
        (place.posts[0], grounds)
        for place, grounds in zip(problem.board.places, problem.refusals, strict=True)
    )
