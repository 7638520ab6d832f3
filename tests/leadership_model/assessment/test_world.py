"""The world with the shipped catalogue, models and rules."""

import pytest

from leadership_model.assessment.delta import delta, touched
from leadership_model.assessment.judge import judge
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.people.person import Education, Person
from leadership_model.people.post import Post
from leadership_model.people.seating import OUTSIDER, VACANT
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.requirement import Carried, Count, Filled, Scope
from tests.leadership_model.assessment.cast import WOMAN, requirement

AS_OF = 2026 * 12 + 10


def person(id, sex="男", birth=1980 * 12, schooling="大学", **more):
    yield Person(id=id, name=id, sex=sex, birth=birth, **more)
    if schooling:
        yield Education(id=f"e-{id}", person=id, mode="全日制", schooling=schooling)


def town():
    """Two teams: 甲 leads the Party committee and, linked, sits in the government too."""
    yield Unit(id="u1", name="易溪县委")
    yield Unit(id="u2", name="易溪县政府")
    yield Team(
        id="t1",
        unit="u1",
        name="易溪县委",
        category="县级党委",
        quota_head=1,
        quota_deputy=2,
        quota_other=1,
    )
    yield Team(
        id="t2", unit="u2", name="易溪县政府", category="县级政府", quota_head=1, quota_deputy=2
    )
    yield Team(id="t3", unit="u2", name="开发区", category="功能区")
    people = (
        person("p1"),
        person("p2", "女"),
        person("p3", schooling=None),
        person("p4"),
        person("p5", birth=1960 * 12),
    )
    for each in people:
        yield from each
    posts = (
        ("s1", "t1", "正职", "党务", None),
        ("s2", "t1", "副职", "经济、农业", "学历 >= 大学 且 年龄 <= 55"),
        ("s3", "t1", "其他", "武装", None),
        ("s4", "t2", "正职", "经济", "年龄 >="),
        ("s5", "t2", "副职", None, None),
    )
    for order, (id, team, role, functions, requires) in enumerate(posts):
        yield Post(
            id=id,
            team=team,
            name="岗",
            order=order,
            role=role,
            functions=functions,
            requires=requires,
            linked="长" if id in ("s2", "s4") else None,
        )
    for seat, holder in (("s1", "p1"), ("s2", "p2"), ("s4", "p2"), ("s5", "p3")):
        yield Tenure(id=f"n-{seat}", post=seat, person=holder, start=AS_OF - 20)
    yield Tenure(id="n-s3", post="s3", outsider="某政委", start=AS_OF - 20)


@pytest.fixture(scope="module")
def world():
    return World.of(of_records(town()), AS_OF)


def test_positions_and_ids(world):
    assert world.as_of == AS_OF
    assert world.person_ids == ("p1", "p2", "p3", "p4", "p5")
    assert world.post_ids == ("s1", "s2", "s3", "s4", "s5")
    assert world.seats(1).tolist() == [3, 4]
    assert world.members(0).tolist() == [0, 1, 5]
    assert world.members(1).tolist() == [1, 2]


def test_models_are_those_of_the_category(world):
    assert world.model(0).id == "shipped-county-party"
    assert world.model(2) is None


def test_a_function_is_carried_by_whoever_meets_the_sheet(world):
    carried = requirement(Carried(("经济", "农业", "党务")), 3)
    assert judge(carried, 0, world).people == (1, 0)
    # p3 has no education on record: whether the sheet is met cannot be said.
    other = world.with_holders({1: 2})
    found = judge(carried, 0, other)
    assert (found.measured_low, found.measured_high) == (1, 3)
    assert (found.people, found.unknown_people) == ((0,), (2,))
    assert judge(carried, 0, world.with_holders({1: 4})).measured_high == 1
    stranger = judge(carried, 0, world.with_holders({1: OUTSIDER}))
    assert (stranger.measured_low, stranger.measured_high) == (1, 3)


def test_a_sheet_that_cannot_be_read_decides_nothing(world):
    found = judge(requirement(Carried(("经济",)), 1), 1, world)
    assert (found.measured_low, found.measured_high) == (0, 1)


def test_quota_of_a_scope(world):
    assert [world.quota(0, Scope(role)) for role in ("全部", "正职", "副职", "其他")] == [
        4,
        1,
        2,
        1,
    ]
    assert world.quota(0, Scope("副职", "经济")) is None
    assert world.quota(1) == 3
    assert world.quota(2) is None
    assert judge(requirement(Filled(), 1, scope=Scope("其他")), 0, world).hi == 1


def test_a_linked_holder_counts_once_in_each_team(world):
    women = requirement(Count(WOMAN), 1)
    assert judge(women, 0, world).measured_low == 1
    assert judge(women, 1, world).measured_low == 1


def test_a_change_touches_all_teams_of_the_people(world):
    assert touched(world, world.with_holders({1: 3})) == (0, 1)
    assert touched(world, world.with_holders({0: 3})) == (0,)
    assert touched(world, world.with_holders({4: VACANT})) == (1,)


def test_delta_assesses_what_is_touched(world):
    after = world.with_holders({1: VACANT})
    first, second = delta(world, after)
    assert (first.team, second.team) == (0, 1)
    women = next(each for each in first.verdicts if each.requirement == "women")
    assert (women.before, women.after) == ("green", "unknown")
    assert first.score_low is not None
    assert first.score_low < 0
    (only,) = delta(world, after, teams=[1], with_rules=False)
    assert (only.verdicts, only.score_low) == ((), 0.0)


def test_another_seating_judges_as_a_world_made_anew(world):
    moved = world.with_holders({1: 3, 3: 3})
    records = [
        each for each in town() if not (isinstance(each, Tenure) and each.post in ("s2", "s4"))
    ]
    since = moved.seating.since[1]
    records += [Tenure(id=f"n-{s}", post=s, person="p4", start=int(since)) for s in ("s2", "s4")]
    fresh = World.of(of_records(records), AS_OF)
    for team in range(3):
        assert assess(moved, team, with_rules=False) == assess(fresh, team, with_rules=False)


def test_all_teams_give_what_each_gives_with_rules(world):
    found = assess_all(world, full=True)
    assert found == tuple(assess(world, team, full=True) for team in range(3))
    assert [each.state for each in found][2] == "unconfigured"
    assert any(each.result == "pass" for one in found for each in one.rules)
    short = assess_all(world)
    assert all(each.result != "pass" for one in short for each in one.rules)


def test_no_model_at_all():
    bare = World.of(of_records(town()), AS_OF, models=())
    assert {each.state for each in assess_all(bare, with_rules=False)} == {"unconfigured"}


def test_portraits_of_the_model_go_before_the_general_ones(world):
    own = Portrait(id="own", label="书记", category="县级党委", role="正职")
    model = Model(id="m", category="县级党委", label="县委", portraits=(own,))
    there = World.of(of_records(town()), AS_OF, models=(model,))
    assert there.portraits_of(0) == (own, *there.portraits)
    assert there.portraits_of(2) == world.portraits


def test_models_and_portraits_can_be_handed_in(world):
    assert World.of(of_records(town()), AS_OF, portraits=()).portraits == ()
    assert world.portraits
    assert world.book["N1"].severity == "forbid"
