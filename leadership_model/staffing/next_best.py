"""Who is next for a seat, and why somebody is not proposed: what bars him, or what he costs."""

from dataclasses import dataclass

import numpy as np

from leadership_model.people.held import held
from leadership_model.people.seating import VACANT
from leadership_model.people.table import Ints
from leadership_model.staffing import again, candidates, explain
from leadership_model.staffing.linear import terms
from leadership_model.staffing.plans import plan_of
from leadership_model.staffing.problem import Problem
from leadership_model.staffing.search import Budget, Found
from leadership_model.staffing.solution import Plan
from leadership_model.staffing.solve import Solved
from leadership_model.staffing.stages import Full
from leadership_model.staffing.verify import confirm


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """Somebody else for a seat: the best plan in which he takes it, and how much less it is worth.

    loss: points of the objective. rest_stays: everybody else is where the first plan has him.
    """

    person: int
    plan: Plan
    loss: float
    rest_stays: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """Why somebody is not proposed.

    grounds: what bars him, in Chinese (`plan` is None then). Else the best plan with him, its loss
    in points of the objective, and how many new breaches it has more. proven: that no plan with
    him is better.
    """

    person: int
    grounds: tuple[str, ...] = ()
    plan: Plan | None = None
    loss: float = 0.0
    more_breaches: int = 0
    proven: bool = False


def next_in_line(
    solved: Solved, post: int, count: int = 3, budget: Budget | None = None
) -> tuple[Instead, ...]:
    """List who would take a seat of the plan instead, the least loss first.

    All others stay where the plan has them; where that allows nobody (somebody's way back into his
    old seat is taken) the rest of the plan may change. Every plan is confirmed.
    """
    full, best = solved.staged.full, solved.result.plan
    place = place_of(solved.problem, post)
    if full is None or best is None or place < 0:
        return ()
    left = Budget(solved.problem.options.limits) if budget is None else budget
    board = solved.problem.board
    barred = [board.person[pair] for pair in _taken(solved.problem, best) if
              int(board.place[pair]) == place]  # fmt: skip
    found: list[Instead] = []
    while len(found) < count:
        other = _instead(solved, full, best, place, np.array(barred, dtype=np.int32), left)
        if other is None:
            break
        found.append(other)
        barred.append(np.int32(other.person))
    return tuple(sorted(found, key=lambda each: (each.loss, each.person)))


def why_not(
    solved: Solved, person: int, post: int | None = None, budget: Budget | None = None
) -> WhyNot:
    """Say why a person is not proposed for a post, or for any."""
    problem, full, best = solved.problem, solved.staged.full, solved.result.plan
    left = Budget(problem.options.limits) if budget is None else budget
    pairs = problem.board.of_people(np.array([person], dtype=np.int32))
    pairs = pairs[~problem.board.stays[pairs]]
    if post is not None:
        pairs = pairs[problem.board.place[pairs] == place_of(problem, post)]
    if not len(pairs):
        return WhyNot(person=person, grounds=barred(problem, person, post))
    if full is None or best is None:
        return WhyNot(person=person, grounds=("测算没有得出方案，无法比较",))
    linear = full.linear.with_row("with him", terms(pairs), low=1.0)
    found = again.best(full, linear, left)
    if found.answer.status == "infeasible":
        found = again.with_more_breaches(full, linear, left)
    if found.answer.point is None:
        impossible = found.answer.status == "infeasible"
        words = "安排此人须多留空缺，或超出调整、调出人数的限制" if impossible else "计算被停止"
        return WhyNot(person=person, grounds=(words,))
    plan = _confirmed(problem, found)
    return WhyNot(
        person=person,
        plan=plan,
        loss=best.objective - plan.objective,
        more_breaches=plan.breaches - best.breaches,
        proven=found.answer.status == "optimal" and solved.result.status == "optimal",
    )


def barred(problem: Problem, person: int, post: int | None = None) -> tuple[str, ...]:
    """Say what keeps a person from a post of the problem, or from all of them."""
    world = problem.world
    if post is not None and place_of(problem, post) < 0:
        return ("该岗位不在本次配备范围",)
    if not world.snapshot.people.texts("status").mask("在职")[person]:
        return ("不是在职人员",)
    if held(world.snapshot, world.as_of)[person]:
        return ("暂缓使用",)
    if person in problem.options.excluded:
        return ("本次不列入人选",)
    seats = world.seating.posts_of(person).tolist()
    pinned = [problem.pins[each] for each in seats if each in problem.pins]
    if pinned:
        return tuple(f"已固定不动：{each}" for each in dict.fromkeys(pinned))
    owners = world.snapshot.posts.owners()
    playing = {place.holder for place in problem.board.places}
    if person not in playing and any(int(owners[each]) in problem.teams for each in seats):
        return ("已在所选班子任职，本次不调整",)
    asked = range(len(problem.board.places)) if post is None else (place_of(problem, post),)
    found: list[str] = []
    for at in asked:
        place = problem.board.places[at]
        grounds = candidates.against(problem.scores, place, person, problem.options)
        rules = [text for p in place.posts for text in explain.why_not(world, person, p)]
        found += [*grounds, *rules] or ["亲属回避（A1—A3，含未确认的）"]
    return tuple(dict.fromkeys(found))


def place_of(problem: Problem, post: int) -> int:
    """Give the place a post belongs to, -1 when it is not in play."""
    places = enumerate(problem.board.places)
    return next((at for at, place in places if post in place.posts), -1)


def _instead(
    solved: Solved, full: Full, best: Plan, place: int, barred: Ints, budget: Budget
) -> Instead | None:
    problem, board = solved.problem, solved.problem.board
    here = board.of_place(place)
    free = here[~np.isin(board.person[here], barred)]
    taken = _taken(problem, best)
    rest = taken[board.place[taken] != place]
    linear = full.linear.with_row("rest", terms(rest), low=float(len(rest)))
    linear = linear.with_row("seat taken", terms(free), low=1.0)
    found = again.among(full, linear, np.union1d(rest, free).astype(np.int32), budget)
    stays = found.answer.point is not None
    if not stays:
        found = again.best(
            full, full.linear.with_row("somebody else", terms(free), low=1.0), budget
        )
    if found.answer.point is None:
        return None
    plan = _confirmed(problem, found)
    taker = int(board.person[here[found.answer.point[here] > 0.5][0]])
    return Instead(person=taker, plan=plan, loss=best.objective - plan.objective, rest_stays=stays)


def _taken(problem: Problem, plan: Plan) -> Ints:
    """Give the pairs a plan takes, those that stay included."""
    board, after = problem.board, problem.seating.with_holders(plan.changes)
    holder = [int(after.holder[place.posts[0]]) for place in board.places]
    sits = np.array(holder, dtype=np.int32)
    chosen = (sits[board.place] == board.person) & (sits[board.place] != VACANT)
    return np.flatnonzero(chosen).astype(np.int32)


def _confirmed(problem: Problem, found: Found) -> Plan:
    if found.answer.point is None:
        raise ValueError("Only a point gives a plan.")
    plan = plan_of(problem, found.answer.point)
    confirm(problem.world, problem.teams, problem.options, plan, problem.scores)
    return plan
