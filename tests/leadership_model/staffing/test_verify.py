from dataclasses import replace

import pytest

from leadership_model.matching.scores import Scores
from leadership_model.people.person import Kinship
from leadership_model.staffing.options import Options
from leadership_model.staffing.plans import figured
from leadership_model.staffing.solution import PlanMove, gap_of, seal
from leadership_model.staffing.solve import staff
from leadership_model.staffing.verify import confirm, verify
from tests.leadership_model.staffing.small import (
    drawn,
    person,
    sit,
    team,
    world,
)


@pytest.fixture(scope="module")
def base():
    crowd = [
        person("p0", birth="1975-02"),
        person("p1", birth="1982-02", sex="女"),
        person("p2", birth="1979-05"),
        person("low", level="乡科级正职"),
        person("high", level="县处级正职"),
        person("old", birth="1960-01"),
        person("kin"),
        Kinship(id="k", person="kin", relative="p2", title="兄", state="待核"),
    ]
    seats = [*team("t", [{}, {}, {}, {}], quota=(1, 2)), sit("t3", "p2")]
    other = [*team("d", [{}, {"level": "乡科级副职"}], category="市直部门"), sit("d1", "p0")]
    return world(*crowd, *seats, *other)


def people(base, *names):
    return [base.snapshot.people.positions[name] for name in names]


USUAL = Options()


def a_plan(base, options=USUAL, **moves):
    """A plan by hand with honest figures: post = person."""
    scores = Scores(base)
    posts = base.snapshot.posts.positions
    made = []
    for post, who in moves.items():
        at = people(base, who)[0]
        origin = tuple(base.seating.posts_of(at).tolist())
        score = (float(scores.of_post(posts[post])[0][at]),)
        made.append(PlanMove(person=at, origin=origin, to=(posts[post],), score=score))
    return figured(base, (base.snapshot.teams.positions["t"],), options, tuple(made), scores)


def wrong(base, plan, options=USUAL):
    return "；".join(verify(base, [base.snapshot.teams.positions["t"]], options, plan))


def test_an_honest_plan_is_confirmed(base):
    plan = a_plan(base, t0="high", t1="p1")
    assert wrong(base, plan) == ""
    confirm(base, [base.snapshot.teams.positions["t"]], Options(), plan)


def test_swapped_people_are_refused(base):
    plan = a_plan(base, t1="p1", t0="p0")
    one, two = plan.moves
    swapped = (replace(one, to=two.to), replace(two, to=one.to))
    assert "不一致" in wrong(base, replace(plan, moves=swapped))


def test_swapped_people_are_refused_even_when_sealed_anew(base):
    plan = a_plan(base, t1="p1")
    other = replace(plan.moves[0], person=people(base, "kin")[0])
    forged = replace(plan, moves=(other,), fingerprint=seal(base, (other,)))
    assert "匹配分" in wrong(base, forged)


@pytest.mark.parametrize(
    ("moves", "words"),
    [
        ({"t0": "p1", "t1": "p1"}, "两处岗位"),
        ({"t1": "low", "t2": "p1"}, "核定职数"),
        ({"t1": "high"}, "职务层次降低"),
        ({"t1": "old"}, "不符合任职条件"),
        ({"t1": "kin"}, "亲属回避"),
        ({"t3": "p1"}, "仍有人任职"),
        ({"t1": "p2"}, "补缺方式"),
        ({"d0": "p1"}, "以外的岗位"),
    ],
)
def test_what_breaks_a_guard_rail_is_refused(base, moves, words):
    assert words in wrong(base, a_plan(base, **moves))


def test_where_somebody_sits_is_held_against_the_seats(base):
    plan = a_plan(base, t1="p0")  # from a seat of the department
    assert wrong(base, plan) == ""
    forgotten = replace(plan, moves=(replace(plan.moves[0], origin=()),))
    assert "现任岗位" in wrong(base, forgotten)
    invented = replace(
        a_plan(base, t1="p1").moves[0], origin=(base.snapshot.posts.positions["d1"],)
    )
    assert "现任岗位" in wrong(base, replace(plan, moves=(invented,)))


def test_whoever_is_pinned_stays(base):
    options = Options(pinned=frozenset({base.snapshot.posts.positions["d1"]}))
    assert "已固定" in wrong(base, a_plan(base, options, t1="p0"), options)


def test_people_in_doubt_join_by_a_switch_only():
    unborn = world(person("p", birth=None), *team("t", [{}, {}]))  # whether retired is not known
    for options, words in ((USUAL, "不符合任职条件"), (Options(include_unknown=True), "")):
        found = wrong(unborn, a_plan(unborn, options, t1="p"), options)
        assert (words in found) if words else found == ""


def test_a_team_not_chosen_loses_one_person_at_most():
    crowd = [person("p0"), person("p1")]
    seats = [*team("t", [{}, {}, {}]), *team("d", [{}, {}, {}], category="市直部门")]
    base = world(*crowd, *seats, sit("d1", "p0"), sit("d2", "p1"))
    assert wrong(base, a_plan(base, t1="p0")) == ""
    assert "不止一人" in wrong(base, a_plan(base, t1="p0", t2="p1"))


def test_kinship_that_is_not_confirmed_can_be_passed_over(base):
    options = Options(unconfirmed_kin=True)
    assert wrong(base, a_plan(base, options, t1="kin"), options) == ""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"objective": 1.0}, "目标值"),
        ({"vacancies": 9}, "空缺"),
        ({"breaches": 9}, "新增问题"),
        ({"teams": ()}, "涉及的班子"),
    ],
)
def test_figures_that_are_not_so_are_refused(base, change, words):
    assert words in wrong(base, replace(a_plan(base, t1="p1"), **change))


def test_demands_are_held(base):
    options = Options(must_fill=frozenset({base.snapshot.posts.positions["t0"]}))
    assert "必须配齐" in wrong(base, a_plan(base, options, t1="p1"), options)
    hard = Options(hard=((base.snapshot.teams.positions["t"], "女"),))
    assert "必须达到" in wrong(base, a_plan(base, hard, t1="p0"), hard)


def test_an_unconfirmed_plan_is_our_fault(base):
    with pytest.raises(RuntimeError, match="not confirmed"):
        confirm(base, [base.snapshot.teams.positions["t"]], Options(), a_plan(base, t1="old"))


def test_rearranging_changes_few_and_puts_nobody_out():
    records = [person(f"p{at}") for at in range(5)]
    base = world(
        *records, *team("t", [{} for _ in range(4)]), *(sit(f"t{at}", f"p{at}") for at in (1, 2, 3))
    )
    options = Options(rearrange=True)
    plan = a_plan(base, options, t1="p2", t2="p3", t3="p1")
    assert "调整人数超过" in wrong(base, plan, options)
    assert "仍有人任职" in wrong(base, a_plan(base, options, t1="p4"), options)
    assert wrong(base, a_plan(base, options, t0="p2"), options) == ""


def test_every_accepted_plan_of_a_run_is_confirmed():
    base = drawn(3, seats=4, people=10)
    at = base.snapshot.teams.positions["t"]
    result = staff(base, [at], Options(alternatives=2))
    for plan in (result.plan, *result.alternatives):
        assert verify(base, [at], Options(), plan) == ()


def test_the_gap_is_relative_to_the_objective_but_never_to_less_than_one():
    assert gap_of(200.0, 210.0) == pytest.approx(0.05)
    assert gap_of(0.5, 0.7) == pytest.approx(0.2)
    assert gap_of(5.0, 4.0) == 0.0
