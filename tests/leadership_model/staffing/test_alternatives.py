"""Alternatives differ as asked, and are the best that do."""

import pytest

from leadership_model.matching.scores import Scores
from leadership_model.staffing.alternatives import others
from leadership_model.staffing.options import Options
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solve import solve
from tests.leadership_model.staffing.small import drawn, every_plan
from tests.leadership_model.staffing.test_solve import open_team


@pytest.mark.parametrize("apart", [1, 2, 4])
def test_alternatives_differ_in_as_many_assignments_as_asked(apart):
    base = open_team(people=9)
    solved = solve(base, [0], Options())
    budget = Budget(solved.problem.options.limits)
    first = solved.result.plan
    found = list(others(solved.problem, solved.staged, first, budget, 3, apart, "assignments"))
    assert len(found) == 3
    made = [{(m.person, m.to) for m in plan.moves} for plan in (first, *found)]
    assert all(len(a - b) >= apart for i, a in enumerate(made) for b in made[:i])


@pytest.mark.parametrize("seed", range(3))
def test_the_next_plan_is_the_best_that_differs(seed):
    base = drawn(seed, seats=3, people=8, vacant=2)
    team = base.snapshot.teams.positions["t"]
    solved = solve(base, [team], Options())
    first = solved.result.plan
    mine = {m.person for m in first.moves}
    plans = [
        plan.objective
        for plan in every_plan(base, [team], Options(), Scores(base))
        if (plan.vacancies, plan.breaches) == (first.vacancies, first.breaches)
        and len(mine & {m.person for m in plan.moves}) <= max(0, len(mine) - 1)
    ]
    budget = Budget(solved.problem.options.limits)
    found = list(others(solved.problem, solved.staged, first, budget, 1, 1))
    assert bool(found) == bool(plans)
    if found:
        assert found[0].objective == pytest.approx(max(plans), abs=1e-5)
