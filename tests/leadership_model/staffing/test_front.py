"""The front of structure x fit x moves."""

from itertools import pairwise

import pytest

from leadership_model.matching.scores import Scores
from leadership_model.staffing.front import Point, front, point_of, undominated
from leadership_model.staffing.options import Options
from leadership_model.staffing.solve import solve
from leadership_model.staffing.verify import verify
from tests.leadership_model.staffing.small import drawn, every_plan
from tests.leadership_model.staffing.test_solve import open_team


def test_points_lie_where_their_plans_are_and_none_twice():
    base = open_team(people=9)
    solved = solve(base, [0], Options())
    points = list(front(solved))
    assert len({each.plan.fingerprint for each in points}) == len(points) > 1
    for each in points:
        assert each == point_of(solved.problem, each.plan)
        assert not verify(base, [0], Options(), each.plan)
    assert points[0].plan == solved.result.plan
    w1, w2, w3 = solved.problem.options.weights
    for each in points:
        value = w1 * each.structure + w2 * each.fit - 10 * w3 * each.cost
        assert value == pytest.approx(each.plan.objective, abs=1e-6)


@pytest.mark.parametrize("seed", range(2))
def test_the_ends_are_the_best_there_are(seed):
    base = drawn(seed, seats=3, people=6, vacant=2)
    team = base.snapshot.teams.positions["t"]
    options = Options(rearrange=True)
    solved = solve(base, [team], options)
    points = list(front(solved))
    best = solved.result.plan
    every = [
        point_of(solved.problem, plan)
        for plan in every_plan(base, [team], options, Scores(base))
        if (plan.vacancies, plan.breaches) == (best.vacancies, best.breaches)
    ]
    kept = undominated(points)
    assert max(p.structure for p in kept) == pytest.approx(max(p.structure for p in every))
    assert max(p.fit for p in kept) == pytest.approx(max(p.fit for p in every))
    assert all(a.cost <= b.cost for a, b in pairwise(kept))


def test_a_plan_that_is_beaten_is_left_out():
    plan = solve(open_team(people=5), [0], Options()).result.plan
    places = [(60.0, 200.0, 3), (60.0, 200.0, 4), (61.0, 190.0, 4), (50.0, 199.0, 3)]
    points = [Point(plan=plan, structure=s, fit=f, moves=m, chain=0) for s, f, m in places]
    assert undominated(points) == (points[0], points[2])
