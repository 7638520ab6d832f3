"""The stages of a staffing run, each fixed before the next.

A: open seats of the chosen teams, weighted (head 3, other 1), fewest; among equals fewest in the
first chosen team, then the second ...; then most members in each scope a requirement looks at, so
that every number of members is fixed. B: fewest new breaches in the chosen teams and teams left.
C: the largest weighted objective. 宁缺毋滥 asks B before A.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from leadership_model.staffing import search
from leadership_model.staffing.breach import limit_of
from leadership_model.staffing.demand import Demand, Written, skeleton
from leadership_model.staffing.gains import gains
from leadership_model.staffing.linear import Linear, Terms, terms, total
from leadership_model.staffing.problem import Problem
from leadership_model.staffing.promises import Promises
from leadership_model.staffing.roll import members
from leadership_model.staffing.rows import Setting, breached, satisfied
from leadership_model.staffing.search import Budget, Found
from leadership_model.staffing.solver.answer import Answer, Stop, never
from leadership_model.structure.requirement import Requirement, Scope

ALMOST = 1e-7  # the last bits of a mean must not make a requirement impossible
Heads = dict[tuple[int, Scope], int]  # members present by team and scope


@dataclass(frozen=True, slots=True, eq=False)
class Full:
    """A problem with all its rows, once the numbers of members are known.

    `score` and `breaches` are expressions; `breach_row` is the row that sums breaches (for stage
    C), `entries` the places of its values by pair.
    """

    problem: Problem
    written: Written
    linear: Linear
    score: Terms
    breaches: Terms
    present: Heads


@dataclass(frozen=True, slots=True, eq=False)
class Staged:
    """What the stages came to. `vacancies` is weighted; `answer` that of the last stage run.

    stage: the one that ended the run ("C" when all went through).
    """

    stage: str
    answer: Answer
    vacancies: int | None = None
    breaches: int | None = None
    full: Full | None = None
    proven: bool = True
    present: Heads = field(default_factory=dict)


def scopes(problem: Problem) -> Iterator[tuple[int, Scope]]:
    """List the scopes whose number of members the rows of a team need, the whole team first."""
    for team in problem.teams:
        found = dict.fromkeys((Scope(), *(r.scope for r in requirements(problem, team))))
        yield from ((team, scope) for scope in found)


def requirements(problem: Problem, team: int) -> tuple[Requirement, ...]:
    """Give the requirements of a team; none when 未配置."""
    model = problem.world.model(team)
    return () if model is None else model.requirements


def stage_a(problem: Problem, budget: Budget, at_least: int = 0) -> tuple[Answer, int, Written]:
    """Fill as many seats as possible; give the weight of open seats and the rows with it fixed.

    at_least: open seats of this weight are to stay open (宁缺毋滥 tries more and more of them).
    """
    budget.stage = "A"
    written = skeleton(problem)
    weights = problem.open_weights()
    empty = terms([problem.board.empty(at) for at in range(len(weights))], weights)
    if at_least:
        written.builder.row("A at least", empty, low=float(at_least))
    linear = written.builder.build(empty * -1.0)
    found = search.optimum(linear, problem.board.place, budget, ceiling=-float(at_least), step=1.0)
    answer = found.answer
    if answer.point is None:
        return answer, 0, written
    least = round(-answer.objective)
    written.builder.row("A", empty, high=float(least))
    if least and problem.many:
        return _settled_as_found(problem, written, answer), least + problem.open_always(), written
    if least:
        answer = _settle(problem, written, budget, answer)
    return answer, least + problem.open_always(), written


def _settle(problem: Problem, written: Written, budget: Budget, first: Answer) -> Answer:
    """Fix one after another what the seats left open leave undecided about numbers of members."""
    answer = first
    wanted = [(f"A open {team}", _open_in(problem, team) * -1.0) for team in problem.teams]
    wanted += [
        (f"A members {team} {at}", _heads(problem, team, scope))
        for at, (team, scope) in enumerate(scopes(problem))
    ]
    for name, count in wanted:
        linear = written.builder.build(count)
        found = search.optimum(linear, problem.board.place, budget, step=1.0).answer
        if found.point is None:
            return replace(answer, status="stopped", point=None)
        answer = found if found.status != "optimal" else replace(answer, point=found.point)
        most = float(round(found.objective))
        written.builder.row(name, count, most, most)
        if found.status != "optimal":
            answer = replace(found, status="feasible")
    return answer


def _settled_as_found(problem: Problem, written: Written, answer: Answer) -> Answer:
    """Of very many seats leave those open that the plan at hand leaves, without further proof."""
    if answer.point is None:
        return answer
    for at, (team, scope) in enumerate(scopes(problem)):
        count = _heads(problem, team, scope)
        most = round(float(count.values @ answer.point[count.columns]) + count.constant)
        most -= round(count.constant)
        row = count - count.constant
        written.builder.row(f"A members {team} {at}", row, float(most), float(most))
    return replace(answer, status="feasible")


def _open_in(problem: Problem, team: int) -> Terms:
    """Count the places of a team that stay empty."""
    seats = problem.seating.seats(team)
    counts = problem.board.of_posts(np.arange(seats.start, seats.stop, dtype=np.int32))
    return terms([problem.board.empty(at) for at in range(len(counts))], counts)


def _heads(problem: Problem, team: int, scope: Scope) -> Terms:
    """Count the members of a scope."""
    called = members(problem.world, problem.board, team, scope, problem.movers.at)
    return called.weigh(np.ones(len(called.people)))


def count_members(problem: Problem, answer: Answer) -> Heads:
    """Read the numbers of members off a plan of stage A."""
    point = answer.point
    if point is None:
        raise ValueError("Only a plan has members to count.")
    found: Heads = {}
    for team, scope in scopes(problem):
        row = _heads(problem, team, scope)
        found[team, scope] = round(float(row.values @ point[row.columns]) + row.constant)
    return found


def complete(problem: Problem, written: Written, present: Heads, stop: Stop = never) -> Full | None:
    """Add the rows of all requirements: satisfactions, breaches, and those made hard.

    None when `stop` said so on the way.
    """
    scores: list[Terms] = []
    breaches: list[Terms] = []
    for team in problem.teams:
        if stop():
            return None
        asked = requirements(problem, team)
        points = sum(each.points for each in asked)
        before = {each.requirement: each for each in problem.leaving.findings(team)}
        for each in asked:
            here = Setting(
                written.builder,
                problem.world,
                problem.board,
                problem.movers.at,
                team,
                present[team, each.scope],
            )
            hard = (team, each.id) in problem.options.hard
            if (each.points > 0 and points > 0) or hard:
                s = satisfied(here, each)
                if each.points > 0:
                    scores.append(s * (100.0 * each.points / points))
                if hard:
                    _demand(problem, written, team, each, s)
            breaches.append(breached(here, each, limit_of(before[each.id])))
        if asked and points <= 0:
            scores.append(Terms(constant=100.0))
    linear = written.builder.build()
    return Full(problem, written, linear, total(scores), total(breaches), present)


def _demand(problem: Problem, written: Written, team: int, asked: Requirement, s: Terms) -> None:
    name = problem.world.snapshot.teams.raw("name")[team] or "班子"
    text = f"{name}须达到要求“{asked.label}”。"
    demand = Demand(f"hard {team} {asked.id}", asked.id, team, text)
    written.add(demand, s, low=1.0 - ALMOST)


def stage_b(full: Full, budget: Budget) -> Found:
    """Find the fewest new breaches (the objective is their number, negative)."""
    budget.stage = "B"
    promises = Promises(full.problem, 0.0, -1.0)
    linear = full.linear.with_objective(full.breaches * -1.0)
    place = full.problem.board.place
    return search.optimum(
        linear, place, budget, promises.keep, ceiling=full.breaches.constant * -1.0, step=1.0
    )


def with_breaches_fixed(full: Full, most: int) -> tuple[Linear, int]:
    """Hold the number of breaches; the row has a place for every pair of a leaver."""
    pairs = full.problem.board.of_people(full.problem.leavers())
    row = Terms(
        np.concatenate([full.breaches.columns, pairs]).astype(np.int32),
        np.concatenate([full.breaches.values, np.zeros(len(pairs))]),
        full.breaches.constant,
    )
    if not len(row.columns):
        return full.linear, -1
    return full.linear.with_row("B", row, high=float(most)), len(full.linear.row_names)


def stage_c(full: Full, linear: Linear, breach_row: int, budget: Budget) -> Found:
    """Find the plan of the largest objective within what A and B came to."""
    budget.stage = "C"
    wanted, promises = priced(full, linear, breach_row)
    return search.optimum(wanted, full.problem.board.place, budget, promises.keep)


def priced(full: Full, linear: Linear, breach_row: int) -> tuple[Linear, Promises]:
    """Give the objective of stage C, and the promises in it."""
    w1 = full.problem.options.weights[0]
    promises = Promises(full.problem, w1, 0.0, breach_row)
    objective = full.score * w1 + gains(full.problem) + promises.made()
    return linear.with_objective(objective), promises


def run(problem: Problem, budget: Budget) -> Staged:
    """Run the stages in order."""
    first, fewest = _a_and_b(problem, budget)
    if problem.options.caution and fewest is not None:
        first, fewest = _cautious(problem, budget, first, fewest)
    if fewest is None or fewest.answer.point is None:
        return first
    full, proven = first.full, first.proven and fewest.answer.status == "optimal"
    if full is None:
        raise ValueError("A stage B without the rows of its problem.")
    vacancies, present = first.vacancies, first.present
    breaches = round(-fewest.answer.objective)
    linear, row = with_breaches_fixed(full, breaches)
    best = stage_c(full, linear, row, budget)
    full = replace(full, linear=best.linear)
    if best.answer.point is None:
        # Nothing found in time: the plan of stage B is a plan as well.
        best = _of_earlier(best, fewest.answer)
    return Staged("C", best.answer, vacancies, breaches, full, proven, present)


def _a_and_b(problem: Problem, budget: Budget, at_least: int = 0) -> tuple[Staged, Found | None]:
    """Run the first two stages; the state they came to, and the plan of stage B."""
    answer, vacancies, written = stage_a(problem, budget, at_least)
    if answer.point is None:
        return Staged("A", answer), None
    present = count_members(problem, answer)
    full = complete(problem, written, present)
    if full is None:
        raise ValueError("Rows nobody stopped writing are there.")
    fewest = stage_b(full, budget)
    proven = answer.status == "optimal"
    return Staged("B", fewest.answer, vacancies, None, full, proven, present), fewest


def _cautious(
    problem: Problem, budget: Budget, first: Staged, fewest: Found
) -> tuple[Staged, Found]:
    """宁缺毋滥: leave more and more seats open as long as that saves breaches."""
    chosen, best = first, fewest
    closed = problem.open_always()
    most = int(problem.open_weights().sum())
    weight = (first.vacancies or 0) - closed + 1
    while weight <= most and best.answer.point is not None and best.answer.objective < -0.5:
        state, other = _a_and_b(problem, budget, weight)
        if other is None or other.answer.point is None:
            break
        if other.answer.objective > best.answer.objective + 0.5:
            chosen, best = state, other
        weight = (state.vacancies or 0) - closed + 1
    return chosen, best


def _of_earlier(best: Found, earlier: Answer) -> Found:
    if earlier.point is None or best.answer.status == "infeasible":
        return best
    value = best.linear.evaluate(earlier.point)
    found = Answer("feasible", earlier.point, value, max(value, best.answer.bound))
    return Found(found, best.linear)
