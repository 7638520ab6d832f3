"""Whole runs on small worlds, held against trying everything."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.conditions.tree import Compare
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.staffing import search
from leadership_model.staffing.options import Options
from leadership_model.staffing.solve import staff
from leadership_model.staffing.solver.answer import Limits
from leadership_model.structure.requirement import Count
from tests.leadership_model.staffing import small
from tests.leadership_model.staffing.small import (
    MODEL,
    OTHER,
    drawn,
    person,
    requirement,
    sit,
    team,
    tried,
    world,
)

MODES = {
    "fill": Options(),
    "rearrange": Options(rearrange=True),
    "unknown": Options(include_unknown=True, unconfirmed_kin=True),
    "caution": Options(caution=True),
    "pool": Options(pool=Compare("年龄", "<", 52), weights=(1.0, 0.0, 5.0)),
}
RANKS = codes.ranks("levels")


def position(base, name="t"):
    return base.snapshot.teams.positions[name]


@pytest.mark.parametrize("narrow", [False, True], ids=["whole", "by columns"])
@pytest.mark.parametrize("mode", MODES)
@given(st.integers(0, 10_000))
@settings(max_examples=5)
def test_the_plan_is_the_best_of_all(mode, narrow, seed):
    options = MODES[mode]
    base = drawn(seed, seats=3 if options.rearrange else 4, people=8)
    with pytest.MonkeyPatch.context() as patch:
        if narrow:  # the way large problems go, from one column a place
            for name in ("FEW", "SEED", "JOIN"):
                patch.setattr(search, name, int(name != "FEW"))
        result = staff(base, [position(base)], options)
    assert result.status == "optimal"
    assert result.verified
    assert result.gap == 0.0
    vacancies, breaches, objective = tried(base, [position(base)], options)
    assert (result.plan.vacancies, result.plan.breaches) == (vacancies, breaches)
    assert result.objective == pytest.approx(objective, abs=1e-5)


@given(st.integers(0, 10_000))
@settings(max_examples=8)
def test_two_teams_are_staffed_together(seed):
    base = drawn(seed, seats=3, people=7, vacant=2)
    teams = [position(base, "d"), position(base)]
    result = staff(base, teams)
    vacancies, breaches, objective = tried(base, teams, Options())
    assert (result.plan.vacancies, result.plan.breaches) == (vacancies, breaches)
    assert result.objective == pytest.approx(objective, abs=1e-5)


@given(st.integers(0, 10_000), st.booleans())
@settings(max_examples=15)
def test_nobody_is_moved_down_or_out(seed, rearrange):
    base = drawn(seed, seats=5, people=12, vacant=2)
    result = staff(base, [position(base)], Options(rearrange=rearrange))
    after = base.with_holders(result.plan.changes).seating
    snapshot = base.snapshot
    levels, posts = snapshot.people.raw("level"), snapshot.posts.raw("level")
    for move in result.plan.moves:
        assert all(RANKS[posts[post]] >= RANKS[levels[move.person]] for post in move.to)
    for post in base.seating.seats(position(base)):
        holder = int(base.seating.holder[post])
        assert holder < 0 or after.seated()[holder]


def test_an_alternative_differs_in_three_people_or_as_many_as_possible():
    base = open_team(people=12)
    result = staff(base, [position(base)], Options(alternatives=3))
    plans = [result.plan, *result.alternatives]
    assert len(plans) == 4
    people = [{move.person for move in plan.moves} for plan in plans]
    assert all(len(one - other) >= 3 for i, one in enumerate(people) for other in people[:i])
    assert all(a.objective >= b.objective - 1e-6 for a, b in pairwise(plans))
    few = open_team(people=5)
    result = staff(few, [position(few)], Options(alternatives=1))
    assert len(result.plan.moves) == 4
    assert len(result.alternatives) == 1


def open_team(people, quota=(1, 3), seats=4, models=(MODEL, OTHER)):
    crowd = [
        person(f"p{at:02}", birth=f"19{70 + at}-03", sex="男女"[at % 2], level="县处级副职")
        for at in range(people)
    ]
    return world(*crowd, *team("t", [{}] * seats, quota=quota), models=models)


def test_steps_make_the_same_plan_again():
    base = open_team(people=14)
    first, second = (staff(base, [position(base)], Options(limits=Limits(steps=50))) for _ in "ab")
    assert first == second
    assert first.repeatable


def test_a_limit_of_time_is_said():
    base = open_team(people=6)
    ticks = iter(range(1000))
    options = Options(limits=Limits(seconds=600))
    result = staff(base, [position(base)], options, clock=lambda: float(next(ticks)))
    assert result.status == "optimal"
    assert not result.repeatable


def test_who_stops_at_once_gets_no_plan():
    base = open_team(people=6)
    assert staff(base, [position(base)], stop=lambda: True).status == "stopped"


def test_quota_leaves_seats_open():
    base = open_team(people=8, quota=(1, 1))
    result = staff(base, [position(base)])
    assert result.plan.vacancies == 2
    assert len(result.plan.moves) == 2


def test_the_head_is_filled_before_a_deputy():
    base = open_team(people=1)
    result = staff(base, [position(base)])
    assert [move.to for move in result.plan.moves] == [(0,)]
    assert result.plan.vacancies == 3


def test_weights_change_the_plan():
    """The younger man fits better, the woman is what the team lacks."""
    crowd = [person("man", birth="1990-01"), person("woman", birth="1972-01", sex="女")]
    records = [*crowd, *team("t", [{}, {}], quota=(0, 1)), person("head", level="县处级正职")]
    lacking = replace(MODEL, requirements=(replace(MODEL.requirements[0], veto=False),))
    base = world(*records, sit("t0", "head"), models=[lacking])
    chosen = {}
    for weights in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)):
        result = staff(base, [position(base)], Options(weights=weights))
        chosen[weights] = [base.person_ids[move.person] for move in result.plan.moves]
    assert list(chosen.values()) == [["woman"], ["man"]]
    vetoed = world(*records, sit("t0", "head"), models=[replace(MODEL, requirements=(OTHER_VETO,))])
    result = staff(vetoed, [position(vetoed)], Options(weights=(0.0, 1.0, 0.0)))
    assert [vetoed.person_ids[move.person] for move in result.plan.moves] == ["woman"]


OTHER_VETO = requirement("不全男", Count(Compare("性别", "=", "男")), hi=1, veto=True)


def test_a_reason_names_fit_and_what_the_team_gains():
    base = open_team(people=6)
    result = staff(base, [position(base)])
    assert all("匹配" in move.reason and "得分" in move.reason for move in result.plan.moves)
    assert any("不代替民主推荐" in rail for rail in result.rails)


def test_a_seat_left_elsewhere_is_told():
    records = [
        person("p0"),
        *team("t", [{}, {}], quota=(0, 1)),
        *team("d", [{}, {}], category="市直部门"),
    ]
    base = world(*records, sit("d1", "p0"), person("head", level="县处级正职"), sit("t0", "head"))
    result = staff(base, [position(base)])
    assert result.plan.chain == (base.snapshot.posts.positions["d1"],)
    assert result.plan.moves[0].origin == result.plan.chain
    assert "将空出" in result.plan.moves[0].reason
    assert [change.team for change in result.plan.left] == [position(base, "d")]


def test_at_most_one_leaves_a_team_that_was_not_chosen():
    records = [person("p0"), person("p1"), *team("t", [{}, {}, {}], quota=(0, 2))]
    records += team("d", [{}, {}, {}], category="市直部门")
    base = world(*records, sit("d1", "p0"), sit("d2", "p1"))
    result = staff(base, [position(base)])
    assert len(result.plan.moves) == 1


def test_pinned_people_stay_and_can_be_freed():
    records = [
        person("p0"),
        *team("t", [{}, {}], quota=(0, 1)),
        *team("d", [{}, {}], category="市直部门"),
    ]
    base = world(*records, sit("d1", "p0", since="2026-05"))
    assert not staff(base, [position(base)]).plan.moves
    freed = Options(unpinned=frozenset({base.snapshot.posts.positions["d1"]}))
    assert len(staff(base, [position(base)], freed).plan.moves) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"weights": (0.0, 0.0, 0.0)}, "权重"),
        ({"weights": (1.0, -1.0, 1.0)}, "权重"),
        ({"most_changed": Fraction(3, 2)}, "比例"),
        ({"alternatives": -1}, "备选"),
    ],
)
def test_options_that_make_no_sense_are_refused(options, words):
    with pytest.raises(UserError, match=words):
        Options(**options)


@pytest.mark.parametrize(
    ("teams", "options", "words"),
    [
        ([], Options(), "至少选择"),
        ([0, 0], Options(), "两次"),
        ([0, 1], Options(caution=True), "宁缺毋滥"),
    ],
)
def test_teams_that_make_no_sense_are_refused(teams, options, words):
    with pytest.raises(UserError, match=words):
        staff(drawn(1), teams, options)


def test_a_team_without_a_model_counts_nothing():
    base = open_team(people=5, models=())
    result = staff(base, [position(base)])
    assert result.status == "optimal"
    assert result.plan.breaches == 0
    assert result.plan.teams[0].after.score_low is None


def test_elements_of_the_seat_are_read_as_they_will_be():
    """Two newcomers: nobody is new in post yet, and both will be."""
    asked = requirement("新任", Count(small.NEW), hi=1)
    crowd = [person("p0"), person("p1"), *team("t", [{}, {}, {}], quota=(1, 2))]
    model = replace(MODEL, requirements=(asked,))
    base = world(*crowd, person("old", level="县处级正职"), sit("t0", "old"), models=[model])
    result = staff(base, [position(base)])
    assert len(result.plan.moves) == 2
    assert result.plan.teams[0].after.findings[0].measured_low == 2


def hard_team():
    """Thirty people who differ in little: the search needs more than a step or two."""
    crowd = [
        person(f"p{at:02}", birth=small.M("1968-01") + 7 * at % 200, sex="男男女"[at % 3])
        for at in range(30)
    ]
    return world(*crowd, *team("t", [{}] * 6, quota=(1, 5)), models=(MODEL, OTHER))


def test_a_run_cut_short_tells_how_far_it_is():
    base = hard_team()
    best = staff(base, [position(base)])
    seen = set()
    for steps in range(1, 6):
        result = staff(base, [position(base)], Options(limits=Limits(steps=steps)))
        seen.add(result.status)
        if result.plan is None:
            assert result.status == "stopped"
            continue
        assert result.verified
        assert result.objective <= best.objective + 1e-6 <= result.bound + 2e-6
        assert (result.gap == 0.0) == (result.objective == result.bound)
    assert "stopped" in seen
    assert best.status == "optimal"


def test_nothing_to_fill_is_a_plan_without_moves():
    base = world(person("p0"), *team("t", [{"role": "副职"}], quota=(0, 1)), sit("t0", "p0"))
    result = staff(base, [position(base)])
    assert (result.status, result.plan.moves, result.plan.vacancies) == ("optimal", (), 0)


def test_an_unrecorded_quota_is_not_taken_for_a_yes():
    base = open_team(people=4, quota=(None, None))
    result = staff(base, [position(base)])
    assert result.plan.moves == ()
    assert all(dict(grounds)["核定职数未登记"] for _, grounds in result.refusals)
    let_in = staff(base, [position(base)], Options(include_unknown=True))
    assert len(let_in.plan.moves) == 4
    assert all(move.doubtful and "待核" in move.reason for move in let_in.plan.moves)


def test_excluded_people_are_not_proposed():
    base = open_team(people=4)
    result = staff(base, [position(base)], Options(excluded=frozenset({0, 1})))
    assert {move.person for move in result.plan.moves} == {2, 3}


def test_progress_is_told():
    seen = []
    base = hard_team()
    staff(base, [position(base)], report=seen.append)
    assert all(each.best is None or each.best <= each.bound + 1e-6 for each in seen)
