"""The price of a requirement: what the best plan gains when its bound is loosened by one.

The bound is moved for one team alone and the whole run done again, so that the plan it leads to is
an ordinary plan, confirmed like any other. What the requirement itself counts more by being easier
to meet is given apart from what the rest gains.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.target import target_of, tolerance
from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Not
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solution import Plan
from leadership_model.staffing.solve import Solved, solve
from leadership_model.structure.figures import number
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Count,
    Every,
    Extent,
    Ladder,
    Requirement,
    Share,
)

TINY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Loosened:
    """A requirement with one bound moved by one, and in words which."""

    requirement: Requirement
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a loosening is worth. Figures are points of the objective of stage C.

    gain: the whole; rest: what all but the requirement itself gain, the part other requirements,
    fits and fewer changes have in it. Where `plan` has fewer vacancies or breaches than the first
    plan, that is what the loosening brings, and gain and rest only go along. world: what the plan
    is judged in.
    """

    team: int
    requirement: str
    label: str
    text: str
    gain: float
    rest: float
    plan: Plan
    world: World
    proven: bool


def prices(
    solved: Solved, only: Sequence[tuple[int, str]] | None = None, budget: Budget | None = None
) -> Iterator[Price]:
    """Price the requirements of the chosen teams one by one, in the order of their models.

    only: (team, requirement id). Each price is a whole run; one that is 0 binds nobody.
    """
    problem, best = solved.problem, solved.result.plan
    if best is None:
        return
    world = problem.world.with_holders(best.changes)
    for change in best.teams:
        model = world.model(change.team)
        for asked in () if model is None else model.requirements:
            if only is None or (change.team, asked.id) in only:
                for each in loosened(asked, change.team, world):
                    found = _price(solved, best, change.team, asked, each, budget)
                    if found is not None:
                        yield found


def loosened(asked: Requirement, team: int, world: World) -> tuple[Loosened, ...]:
    """List the ways to move one bound of a requirement by one that could change anything.

    One is one person, value or year; of a share one person of those present. What pairs must not
    share cannot be loosened by one.
    """
    present = len(world.members(team, asked.scope))
    target = target_of(asked, present, None)
    match asked.measure:
        case Apart():
            return ()
        case Every(condition=condition):
            other = replace(
                asked, measure=Count(Not(condition)), hi=Fraction(1), tolerance=_slack(asked)
            )
            return (Loosened(requirement=other, text="允许1人例外"),)
        case Ladder():
            return tuple(_rungs(asked, asked.measure))
        case _:
            sides = (("lo", target.lo, -1), ("hi", target.hi, 1))
            return tuple(
                found
                for side, bound, step in sides
                if bound is not None and (found := _moved(asked, side, bound, step, present))
            )


def _moved(asked: Requirement, side: str, bound: float, step: int, present: int) -> Loosened | None:
    """Move one bound; None where it lies at 0 already."""
    exact = Fraction(bound).limit_denominator(1000)
    if side == "lo" and exact <= 0 and not isinstance(asked.measure, Average | Extent):
        return None
    new, slack = exact + step, tolerance(asked, exact)
    words = f"{'下限' if side == 'lo' else '上限'}由{number(exact)}放宽到{number(new)}"
    if isinstance(asked.measure, Share):
        if not present:
            return None
        new, words = new / present, f"{words}人"
    values = {side: new, f"{side}_per": Fraction(0), f"ideal_{side}": None, "tolerance": slack}
    return Loosened(requirement=replace(asked, **values), text=words)  # type: ignore[arg-type]


def _rungs(asked: Requirement, measure: Ladder) -> Iterator[Loosened]:
    slack = _slack(asked)
    for at, rung in enumerate(measure.rungs):
        for moved, words in (
            (replace(rung, at_least=rung.at_least - 1), "至少")
            if rung.at_least > 0
            else (None, ""),
            (None, "")
            if rung.at_most is None
            else (replace(rung, at_most=rung.at_most + 1), "至多"),
        ):
            if moved is None:
                continue
            rungs = (*measure.rungs[:at], moved, *measure.rungs[at + 1 :])
            before = rung.at_least if words == "至少" else rung.at_most
            after = moved.at_least if words == "至少" else moved.at_most
            yield Loosened(
                requirement=replace(asked, measure=replace(measure, rungs=rungs), tolerance=slack),
                text=f"第{at + 1}档{words}{before}人放宽到{after}人",
            )


def _slack(asked: Requirement) -> float:
    return tolerance(asked, Fraction(0))


def _price(
    solved: Solved,
    best: Plan,
    team: int,
    asked: Requirement,
    each: Loosened,
    budget: Budget | None,
) -> Price | None:
    problem = solved.problem
    model = problem.world.model(team)
    if model is None:
        return None
    listed = tuple(each.requirement if r.id == asked.id else r for r in model.requirements)
    world = problem.world.with_model(team, replace(model, requirements=listed))
    left = Budget(problem.options.limits) if budget is None else budget
    again = solve(world, problem.teams, problem.options, left)
    plan = again.result.plan
    if plan is None:
        return None
    gain = plan.objective - best.objective
    own = problem.options.weights[0] * (_own(plan, team, asked.id) - _own(best, team, asked.id))
    return Price(
        team=team,
        requirement=asked.id,
        label=asked.label,
        text=f"{asked.label}{each.text}",
        gain=gain,
        rest=gain - own,
        plan=plan,
        world=world,
        proven=again.result.status == "optimal" and solved.result.status == "optimal",
    )


def _own(plan: Plan, team: int, requirement: str) -> float:
    """Give the points a requirement brings the team's score."""
    after: Assessment = next(each.after for each in plan.teams if each.team == team)
    total = sum(each.points for each in after.findings)
    mine = (each for each in after.findings if each.requirement == requirement)
    return sum(100.0 * each.points * each.s_low / total for each in mine) if total > 0 else 0.0
