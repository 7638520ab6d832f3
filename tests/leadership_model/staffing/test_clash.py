from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.staffing import clash
from leadership_model.staffing.demand import Demand, skeleton
from leadership_model.staffing.linear import Builder, terms
from leadership_model.staffing.options import Options
from leadership_model.staffing.solve import staff
from leadership_model.structure.requirement import Average, Count
from tests.leadership_model.staffing.small import (
    MODEL,
    WOMAN,
    person,
    requirement,
    sit,
    team,
    world,
)

numbers = st.integers(-4, 4)


@given(
    st.lists(st.tuples(st.lists(numbers, min_size=4, max_size=4), numbers), min_size=1, max_size=7)
)
@settings(max_examples=60)
def test_a_clash_is_irreducible(rows):
    builder, demands = Builder(), {}
    x = builder.variables("abcd", integer=True)
    for at, (values, bound) in enumerate(rows):
        name = f"row {at}"
        demands[name] = Demand(name, name, -1, name)
        builder.row(name, terms(x, values), low=float(bound))
    linear = builder.build()
    everything = frozenset(demands)
    if clash.feasible(linear, everything, demands):
        with pytest.raises(ValueError, match="possible"):
            clash.irreducible(linear, demands)
        return
    found = frozenset(clash.irreducible(linear, demands))
    assert not clash.feasible(linear, found, demands)
    assert all(clash.feasible(linear, found - {name}, demands) for name in found)


def test_an_impossible_frame_is_no_clash():
    builder = Builder()
    x = builder.variables("a")
    builder.row("frame", terms(x), low=2.0)
    with pytest.raises(ValueError, match="without any"):
        clash.irreducible(builder.build(), {})


def open_team(people, models=(MODEL,), quota=(1, 3)):
    return world(*people, *team("t", [{}, {}, {}, {}], quota=quota), models=models)


def test_a_seat_that_must_be_filled_and_has_nobody():
    base = open_team([person("p0", birth="1960-01")])
    result = staff(base, [0], Options(must_fill=frozenset({1})))
    assert result.status == "infeasible"
    assert [each.source for each in result.clash] == ["必须配齐"]
    assert "必须配上" in result.clash[0].text
    assert [each.after for each in result.loosening] == ["可以空缺"]
    assert result.plan is None
    refused = dict(result.refusals)[1]
    assert any("禁止性规则" in ground and count for ground, count in refused)


def test_the_quota_against_two_seats_that_must_be_filled():
    base = open_team([person(f"p{at}") for at in range(4)], quota=(1, 1))
    result = staff(base, [0], Options(must_fill=frozenset({1, 2})))
    assert sorted(each.source for each in result.clash) == ["N1", "必须配齐", "必须配齐"]
    assert len(result.loosening) == 1


def test_two_requirements_nobody_can_meet_together():
    young = requirement("平均年龄", Average("年龄"), hi=40)
    women = requirement("女干部", Count(WOMAN), lo=2)
    harmless = requirement("人数", Count(WOMAN), hi=4)
    model = replace(MODEL, requirements=(young, women, harmless))
    crowd = [person(f"m{at}", birth="1990-01") for at in range(4)]
    crowd += [person(f"w{at}", birth="1968-01", sex="女") for at in range(4)]
    base = open_team(crowd, [model])
    demanded = tuple((0, each.id) for each in model.requirements)
    result = staff(base, [0], Options(hard=demanded))
    assert [each.source for each in result.clash] == ["平均年龄", "女干部"]
    assert all(each.team == 0 for each in result.clash)
    assert len(result.loosening) == 1
    assert "平均年龄" in result.loosening[0].text or "女干部" in result.loosening[0].text
    one = staff(base, [0], Options(hard=demanded[1:]))
    assert one.status == "optimal"
    assert one.plan.teams[0].after.findings[1].s_low == 1.0


def test_demands_of_a_possible_problem_are_kept():
    base = open_team([person(f"p{at}", sex="男女"[at % 2]) for at in range(6)])
    result = staff(base, [0], Options(must_fill=frozenset({0, 3}), hard=((0, "女"),)))
    assert result.status == "optimal"
    assert {post for move in result.plan.moves for post in move.to} >= {0, 3}


def test_every_row_that_could_be_given_up_has_a_sentence():
    records = [person("p0"), person("p1"), *team("t", [{}, {}, {}], quota=(0, 2))]
    records += [*team("d", [{}, {}, {}], category="市直部门"), sit("d1", "p0"), sit("d2", "p1")]
    base = world(*records)
    from leadership_model.staffing.problem import build

    at = base.snapshot.teams.positions["t"]
    written = skeleton(build(base, [at], Options()))
    assert {each.source for each in written.demands.values()} == {"N1", "调出人数"}
    assert all(each.text.endswith("。") for each in written.demands.values())
