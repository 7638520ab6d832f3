"""Both writers of a Linear, held against each other and against trying everything."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.staffing.linear import Builder, terms
from leadership_model.staffing.solver import cpsat, highs
from leadership_model.staffing.solver.answer import Limits

SOLVERS = [highs.solve, cpsat.solve]
numbers = st.integers(-5, 9)


def problem(costs, rows):
    builder = Builder()
    x = builder.variables([f"x{i}" for i in range(len(costs))], integer=True)
    s = builder.variable("s")
    for at, (values, bound) in enumerate(rows):
        builder.row(f"r{at}", terms(x, values), high=float(bound))
    builder.row("s", s - terms(x, 0.25), high=0.0)
    return builder.build(terms(x, costs) + s * 2.5 + 1.0)


def best(linear):
    count = len(linear.names) - 1
    found = -np.inf
    for choice in itertools.product((0.0, 1.0), repeat=count):
        point = np.array([*choice, min(1.0, sum(choice) * 0.25)])
        if not linear.violations(point):
            found = max(found, linear.evaluate(point))
    return found


@pytest.mark.parametrize("solve", SOLVERS)
@given(
    st.lists(numbers, min_size=5, max_size=5),
    st.lists(st.tuples(st.lists(numbers, min_size=5, max_size=5), st.integers(-6, 12)), max_size=4),
)
@settings(max_examples=25)
def test_solvers_find_what_trying_everything_finds(solve, costs, rows):
    linear = problem(costs, rows)
    answer, expected = solve(linear), best(linear)
    if expected == -np.inf:
        assert answer.status == "infeasible"
        assert answer.point is None
    else:
        assert answer.status == "optimal"
        assert answer.objective == pytest.approx(expected, abs=1e-6)
        assert answer.bound == pytest.approx(expected, abs=1e-3)
        assert not linear.violations(answer.point)


def knapsack(seed=1, count=60):
    source = np.random.default_rng(seed)
    builder = Builder()
    x = builder.variables([f"x{i}" for i in range(count)], integer=True)
    for row in range(8):
        builder.row(f"r{row}", terms(x, source.integers(1, 60, count)), high=300.0)
    return builder.build(terms(x, source.integers(10, 60, count)))


def test_steps_are_repeatable_and_the_bound_holds():
    linear = knapsack()
    first, second = (highs.solve(linear, Limits(steps=3)) for _ in range(2))
    assert first.status == "feasible"
    assert first.point.tolist() == second.point.tolist()
    assert first.bound == second.bound > first.objective


def test_relaxation_bounds_the_integer_optimum_and_prices_every_column():
    linear = knapsack(count=20)
    relaxed = highs.relax(linear)
    costs = linear.reduced_costs(relaxed.duals)
    assert relaxed.objective >= highs.solve(linear).objective - 1e-7
    assert (costs[relaxed.point < 1e-9] < 1e-7).all()
    assert (costs[relaxed.point > 1 - 1e-9] > -1e-7).all()


def test_a_search_that_is_stopped_says_so():
    answer = highs.solve(knapsack(count=300), stop=lambda: True)
    assert answer.status in ("stopped", "feasible")


def test_progress_is_reported():
    seen = []
    answer = highs.solve(knapsack(), Limits(steps=20), report=seen.append)
    assert any(each.best is not None and each.best <= answer.bound for each in seen)


def test_nothing_to_decide_is_decided():
    answer = highs.solve(Builder().build(terms([], []) + 4.0))
    assert (answer.status, answer.objective, answer.bound) == ("optimal", 4.0, 4.0)


@pytest.mark.parametrize("limits", [{"seconds": 0}, {"steps": 0}])
def test_limits_that_allow_nothing_are_refused(limits):
    with pytest.raises(ValueError, match="求解"):
        Limits(**limits)


def test_a_run_limited_by_time_is_not_repeatable():
    assert not Limits(seconds=1).repeatable
    assert Limits(steps=5).repeatable


def test_cpsat_keeps_limits_and_stops():
    linear = knapsack(count=40)
    assert cpsat.solve(linear, Limits(steps=50)).status in ("optimal", "feasible")
    limited = cpsat.solve(linear, Limits(seconds=30))
    assert limited.objective == pytest.approx(highs.solve(linear).objective, abs=1e-6)
    assert cpsat.solve(linear, stop=lambda: True).status == "stopped"
