"""Staff teams: problem, stages, alternatives, verification, or the clash that forbids a plan."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.staffing import clash, explain, stages
from leadership_model.staffing.demand import skeleton
from leadership_model.staffing.linear import Floats, Linear, terms
from leadership_model.staffing.options import Options
from leadership_model.staffing.problem import Problem, build
from leadership_model.staffing.search import Budget, Clock
from leadership_model.staffing.solution import Plan, PlanMove, Result, gap_of, seal, worth
from leadership_model.staffing.solver.answer import Report, Stop, ignore, never
from leadership_model.staffing.stages import Full, Staged
from leadership_model.staffing.verify import confirm

APART = 3  # people in whom an alternative differs from every plan before it
AGREE = 1e-6


def staff(
    world: World,
    teams: Sequence[int],
    options: Options | None = None,
    stop: Stop | None = None,
    report: Report | None = None,
    clock: Clock | None = None,
) -> Result:
    """Propose who should take the open seats of some teams (positions), within the guard rails.

    The world's month is the effective month. stop: asked now and then whether to give up. report:
    told best value and bound. clock: seconds, for a limit of time over all stages. RuntimeError
    when a plan is not confirmed by `verify`: that is our fault.
    """
    wanted = Options() if options is None else options
    problem = build(world, teams, wanted)
    budget = Budget(wanted.limits, clock, stop or never, report or ignore)
    staged = stages.run(problem, budget)
    common = Result(
        status=staged.answer.status,
        steps=budget.steps,
        repeatable=wanted.limits.repeatable,
        rails=explain.rails(wanted),
        sensitive=problem.scores.sensitive_of(
            post for team in teams for post in world.seating.seats(team)
        ),
        refusals=_refusals(problem),
    )
    point = staged.answer.point
    if point is None:
        return _without_plan(problem, staged, common)
    return _with_plan(problem, staged, point, budget, common)


def _with_plan(
    problem: Problem, staged: Staged, point: Floats, budget: Budget, common: Result
) -> Result:
    best = plan_of(problem, point)
    if staged.answer.status == "optimal":
        _agree(best, staged)
    confirm(problem.world, problem.teams, problem.options, best, problem.scores)
    alternatives = tuple(_alternatives(problem, staged, best, budget))
    bound = max(best.objective, staged.answer.bound)
    proven = staged.proven and staged.answer.status == "optimal"
    return replace(
        common,
        status="optimal" if proven else "feasible",
        objective=best.objective,
        bound=best.objective if staged.answer.status == "optimal" else bound,
        gap=0.0 if staged.answer.status == "optimal" else gap_of(best.objective, bound),
        plan=best,
        alternatives=alternatives,
        verified=True,
        steps=budget.steps,
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


def plan_of(problem: Problem, point: Floats) -> Plan:
    """Read a plan off a solved point; its figures come from the values."""
    board, world = problem.board, problem.world
    moves = []
    for pair in np.flatnonzero(point[: board.pairs] > 0.5).tolist():
        if board.stays[pair]:
            continue
        person, posts = int(board.person[pair]), board.places[int(board.place[pair])].posts
        scores = tuple(float(problem.scores.of_post(post)[0][person]) for post in posts)
        moves.append(
            PlanMove(
                person=person,
                origin=tuple(world.seating.posts_of(person).tolist()),
                to=posts,
                score=scores,
                doubtful=bool(problem.doubtful[pair]),
                reason=_reason(problem, person, posts, scores, bool(problem.doubtful[pair])),
            )
        )
    return assemble(problem, tuple(moves))


def assemble(problem: Problem, moves: tuple[PlanMove, ...]) -> Plan:
    """Make a plan of moves, with figures worked out from the values."""
    world, owners = problem.world, problem.world.snapshot.posts.owners()
    empty = Plan(
        moves=moves,
        chain=(),
        teams=(),
        left=(),
        vacancies=0,
        breaches=0,
        objective=0.0,
        fingerprint=seal(world, moves),
    )
    found = worth(world, problem.teams, problem.options, empty.changes, problem.scores)
    chain = sorted(
        post for move in moves for post in move.origin if int(owners[post]) not in problem.teams
    )
    return replace(
        empty,
        chain=tuple(chain),
        teams=found.teams,
        left=found.left,
        vacancies=found.vacancies,
        breaches=found.breaches,
        objective=found.objective,
    )


def _reason(
    problem: Problem, person: int, posts: tuple[int, ...], scores: tuple[float, ...], doubt: bool
) -> str:
    owners = problem.world.snapshot.posts.owners()
    teams = sorted({int(owners[post]) for post in posts} & set(problem.teams))
    gains = [explain.alone(problem.world, person, posts, team) for team in teams]
    return explain.reason(problem.world, person, posts, scores, gains, doubt)


def _alternatives(problem: Problem, staged: Staged, best: Plan, budget: Budget) -> list[Plan]:
    """Find further plans, each the best of those that differ enough from all before it."""
    full = staged.full
    found = [best]
    while full is not None and len(found) <= problem.options.alternatives:
        other = _other(problem, full, found, budget)
        if other is None:
            break
        confirm(problem.world, problem.teams, problem.options, other, problem.scores)
        found.append(other)
    return found[1:]


def _other(problem: Problem, full: Full, earlier: Sequence[Plan], budget: Budget) -> Plan | None:
    for apart in range(min(APART, max(len(plan.moves) for plan in earlier)), 0, -1):
        linear = full.linear
        for at, plan in enumerate(earlier):
            linear = _differing(problem, linear, f"other {at}", plan, apart)
        row = linear.row_names.index("B") if "B" in linear.row_names else -1
        answer = stages.stage_c(full, linear, row, budget).answer
        if answer.point is not None:
            return plan_of(problem, answer.point)
        if answer.status != "infeasible":
            return None
    return None


def _differing(problem: Problem, linear: Linear, name: str, plan: Plan, apart: int) -> Linear:
    """Allow all but `apart` of a plan's people to be placed anew."""
    board = problem.board
    pairs = board.of_people(np.array([move.person for move in plan.moves], dtype=np.int32))
    row = terms(pairs[~board.stays[pairs]])
    return linear.with_row(name, row, high=float(max(0, len(plan.moves) - apart)))


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
