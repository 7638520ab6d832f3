"""The way very many seats go, on small worlds held against trying everything."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.staffing import large, problem, solve
from leadership_model.staffing.options import Options
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solver.answer import Limits
from leadership_model.staffing.verify import verify
from tests.leadership_model.staffing.small import drawn, tried
from tests.leadership_model.staffing.test_solve import open_team, position


def many(patch, seed=40, join=20, most=None):
    """Take every problem for one of very many seats."""
    patch.setattr(problem, "MANY_PLACES", 0)
    patch.setattr(large, "SEED", seed)
    patch.setattr(large, "JOIN", join)
    if most is not None:
        patch.setattr(problem, "EVERYBODY", 0)
        patch.setattr(problem, "MOST_PAIRS", most)


@pytest.mark.parametrize("columns", [40, 1])
@pytest.mark.parametrize("rearrange", [False, True])
@given(st.integers(0, 10_000))
@settings(max_examples=2)
def test_the_best_of_all_lies_between_the_plan_and_the_bound(columns, rearrange, seed):
    base = drawn(seed, seats=3, people=6, vacant=2)
    options = Options(rearrange=rearrange)
    teams = [position(base)]
    with pytest.MonkeyPatch.context() as patch:
        many(patch, columns, columns)
        result = solve.staff(base, teams, options)
    vacancies, breaches, objective = tried(base, teams, options)
    assert result.status == "feasible"
    assert result.plan.vacancies == vacancies
    assert result.plan.breaches >= breaches
    if result.plan.breaches == breaches:
        assert result.objective <= objective + 1e-5
        assert result.bound >= objective - 1e-5
    assert not verify(base, teams, options, result.plan)


def test_few_of_the_best_fits_are_asked_and_that_is_said(monkeypatch):
    base = open_team(people=12)
    many(monkeypatch, most=16)  # four for each of four seats
    shown = []
    budget = Budget(Limits(), show=shown.append)
    solved = solve.solve(base, [0], Options(), budget)
    assert solved.problem.board.pairs == 16
    assert solved.problem.most == 4
    assert any("4名" in rail for rail in solved.result.rails)
    fits = solved.problem.scores.of_post(0)[0]
    kept = set(solved.problem.board.person.tolist())
    assert kept == set(sorted(range(12), key=lambda p: (-fits[p], p))[:4])
    assert len(shown) == 2
    assert not any(verify(base, [0], Options(), each) for each in shown)


def test_the_plan_of_many_is_as_good_as_the_exact_one_where_all_columns_are_near(monkeypatch):
    base = open_team(people=10)
    exact = solve.staff(base, [0], Options())
    many(monkeypatch)
    found = solve.staff(base, [0], Options())
    assert found.objective == pytest.approx(exact.objective, rel=2 * large.GOOD)
    assert found.bound >= exact.objective - 1e-6
    assert found.plan.breaches == exact.plan.breaches


def test_who_stops_after_the_first_plan_keeps_it(monkeypatch):
    base = open_team(people=10)
    many(monkeypatch)
    shown = []

    def stop():
        return bool(shown)

    solved = solve.solve(base, [0], Options(), Budget(Limits(), stop=stop, show=shown.append))
    assert solved.result.status == "feasible"
    assert shown == [solved.result.plan]
    assert not verify(base, [0], Options(), solved.result.plan)
