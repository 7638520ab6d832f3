"""Who is next, and why not somebody: held against trying everything."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.matching.scores import Scores
from leadership_model.staffing.next_best import next_in_line, why_not
from leadership_model.staffing.options import Options
from leadership_model.staffing.solve import solve
from leadership_model.staffing.verify import verify
from tests.leadership_model.staffing.small import drawn, every_plan, person, sit, team, world


def as_good(base, teams, solved):
    """List every plan with the seats filled as the first plan fills them."""
    best = solved.result.plan
    scores = Scores(base)
    after = base.with_holders(best.changes)
    size = [len(after.members(t)) for t in teams]
    for plan in every_plan(base, teams, solved.problem.options, scores):
        here = base.with_holders(plan.changes)
        if plan.vacancies == best.vacancies and [len(here.members(t)) for t in teams] == size:
            yield plan


@pytest.mark.parametrize("rearrange", [False, True])
@given(st.integers(0, 10_000))
@settings(max_examples=2)
def test_who_is_not_proposed_costs_what_the_best_plan_with_him_costs(rearrange, seed):
    base = drawn(seed, seats=3, people=6, vacant=2)
    teams = [base.snapshot.teams.positions["t"]]
    solved = solve(base, teams, Options(rearrange=rearrange))
    best, plans = solved.result.plan, list(as_good(base, teams, solved))
    for one in range(6):
        with_him = [p for p in plans if any(move.person == one for move in p.moves)]
        found = why_not(solved, one)
        if not with_him:
            assert found.plan is None
            assert found.grounds
            continue
        key = min((p.breaches, -p.objective) for p in with_him)
        assert found.more_breaches == key[0] - best.breaches
        assert found.loss == pytest.approx(best.objective + key[1], abs=1e-5)
        assert found.proven
        assert any(move.person == one for move in found.plan.moves)


@given(st.integers(0, 10_000))
@settings(max_examples=2)
def test_the_next_for_a_seat_is_the_best_with_all_others_where_they_are(seed):
    base = drawn(seed, seats=3, people=6, vacant=2)
    teams = [base.snapshot.teams.positions["t"]]
    solved = solve(base, teams, Options())
    best = solved.result.plan
    for move in best.moves:
        rest = {(m.person, m.to) for m in best.moves if m != move}
        taken = {m.person for m in best.moves}
        losses = {}
        for plan in as_good(base, teams, solved):
            here = {(m.person, m.to) for m in plan.moves}
            new = [p for p, to in here - rest if to == move.to and p not in taken]
            if rest <= here and new and plan.breaches == best.breaches:
                losses[new[0]] = best.objective - plan.objective
        found = next_in_line(solved, move.to[0], count=20)
        kept = {each.person: each.loss for each in found if each.rest_stays}
        assert kept == pytest.approx(losses, abs=1e-5)
        assert list(kept.values()) == sorted(kept.values())
        assert all(not verify(base, teams, Options(), each.plan) for each in found)


def test_what_bars_somebody_is_said():
    records = [
        person("high", level="县处级正职"),
        person("gone", status="退休"),
        person("out"),
        person("inside"),
        person("fresh"),
        person("good"),
        *team("t", [{}, {}, {}], quota=(1, 2)),
        *team("d", [{}], category="市直部门"),
        sit("t1", "inside"),
        sit("d0", "fresh", since="2026-09"),
    ]
    base = world(*records)
    at = base.snapshot.people.positions
    post = base.snapshot.posts.positions
    chosen = [base.snapshot.teams.positions["t"]]
    solved = solve(base, chosen, Options(people=frozenset(set(at.values()) - {at["out"]})))

    def grounds(name, seat="t2"):
        return " ".join(why_not(solved, at[name], post[seat]).grounds)

    assert "层次" in grounds("high")
    assert "在职" in grounds("gone")
    assert "人选范围" in grounds("out")
    assert "已在所选班子任职" in grounds("inside")
    assert "固定" in grounds("fresh")
    assert "不在本次配备范围" in grounds("good", "t1")
    assert why_not(solved, at["good"], post["t2"]).plan is not None
