"""The front of structure x fit x moves: plans of which none is worse than another in all three."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from leadership_model.people.table import Ints
from leadership_model.staffing import again
from leadership_model.staffing.gains import seats_left
from leadership_model.staffing.linear import Floats, Terms, terms
from leadership_model.staffing.options import EACH_SEAT_LEFT
from leadership_model.staffing.plans import plan_of
from leadership_model.staffing.problem import Problem
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solution import Plan, held_scores, team_scores
from leadership_model.staffing.solve import Solved
from leadership_model.staffing.stages import Full
from leadership_model.staffing.verify import confirm

SHARES = (1.0, 0.75, 0.5, 0.25, 0.0)  # of structure against fit, from one end to the other
LIMITS = 3  # how often the moves are limited further
TINY = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A plan on the front. structure: sum of team scores; fit: sum of the holders' scores.

    moves: persons whose seat changes; chain: seats left empty elsewhere; cost: moves + chain / 2.
    """

    plan: Plan
    structure: float
    fit: float
    moves: int
    chain: int

    @property
    def cost(self) -> float:
        """Say how much is moved about."""
        return self.moves + EACH_SEAT_LEFT * self.chain


def front(solved: Solved, budget: Budget | None = None) -> Iterator[Point]:
    """Give plans one by one, each confirmed, none twice; all as good in stages A and B.

    Structure is weighed against fit in five ways, each without a limit on moves and with the limit
    made narrower three times. What another plan beats in all three is still given: which that is,
    is known at the end (`undominated`).
    """
    full, best = solved.staged.full, solved.result.plan
    if full is None or best is None:
        return
    left = Budget(solved.problem.options.limits) if budget is None else budget
    first = point_of(solved.problem, best)
    seen = {best.fingerprint}
    yield first
    for limit in (None, *_limits(solved, full, first, left)):
        for share in SHARES:
            found = _at(solved, full, share, limit, left)
            if left.spent:
                return
            if found is not None and found.plan.fingerprint not in seen:
                seen.add(found.plan.fingerprint)
                yield found


def undominated(points: Iterable[Point]) -> tuple[Point, ...]:
    """Leave out what another plan is never worse than and once better; the fewest moves first."""
    listed = tuple(points)
    kept = [each for each in listed if not any(_beats(other, each) for other in listed)]
    return tuple(sorted(kept, key=lambda each: (each.cost, -each.structure, -each.fit)))


def point_of(problem: Problem, plan: Plan) -> Point:
    """Lay a plan on the three axes."""
    after = problem.world.with_holders(plan.changes)
    return Point(
        plan=plan,
        structure=team_scores(plan.teams, plan.left),
        fit=held_scores(after, problem.teams, problem.scores),
        moves=len(plan.moves),
        chain=len(plan.chain),
    )


def _beats(one: Point, other: Point) -> bool:
    ours = (one.structure, one.fit, -one.cost)
    theirs = (other.structure, other.fit, -other.cost)
    never = all(a >= b - TINY for a, b in zip(ours, theirs, strict=True))
    return never and any(a > b + TINY for a, b in zip(ours, theirs, strict=True))


def _limits(solved: Solved, full: Full, first: Point, budget: Budget) -> list[float]:
    """Choose limits of cost between the fewest possible and what the first plan takes."""
    row = _cost(solved.problem)
    linear = full.linear.with_objective(row * -1.0)
    least = again.largest(full, linear, budget)
    if least is None or -least >= first.cost - TINY:
        return []
    steps = np.linspace(first.cost, -least, LIMITS + 1)[1:]
    return sorted({float(np.floor(2 * each + TINY) / 2) for each in steps}, reverse=True)


def _at(
    solved: Solved, full: Full, share: float, limit: float | None, budget: Budget
) -> Point | None:
    problem = solved.problem
    w1, w2, w3 = problem.options.weights
    whole = w1 + w2
    small = min(w3, 1e-3 * whole)  # among equals the fewest moves
    options = replace(problem.options, weights=(whole * share, whole * (1 - share), small))
    other = replace(full, problem=replace(problem, options=options))
    linear = full.linear
    if limit is not None:
        linear = linear.with_row("moves", _cost(problem), high=limit + TINY)
    answer = again.best(other, linear, budget).answer
    if answer.point is None:
        return None
    plan = plan_of(problem, answer.point)
    confirm(problem.world, problem.teams, problem.options, plan, problem.scores)
    return point_of(problem, plan)


def _cost(problem: Problem) -> Terms:
    board = problem.board
    seats: Ints = seats_left(problem)
    each: Floats = np.where(board.stays, 0.0, 1.0 + EACH_SEAT_LEFT * seats[board.person])
    return terms(np.arange(board.pairs), each)
