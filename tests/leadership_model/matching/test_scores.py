"""The score of one person and one post, worked out by hand."""

import numpy as np
import pytest

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import NumberColumn
from leadership_model.conditions.tree import Compare
from leadership_model.matching import scores
from leadership_model.matching.fit import shown
from leadership_model.matching.portraits import portrait_of
from leadership_model.matching.reasons import structure_delta
from leadership_model.matching.scores import Scores
from leadership_model.people.person import Education, Person
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.structure.model import Model, Portrait, Weight
from leadership_model.structure.requirement import Count, Requirement

MONTH = 2026 * 12 + 10


def world_of(weights, people, **more):
    records = [
        Team(id="t", unit=None, name="乡镇班子", category="乡镇", quota_head=1, quota_deputy=2),
        Post(id="s1", team="t", name="书记", role="正职", order=1, level="乡科级正职"),
        Post(id="s2", team="t", name="副镇长", order=2, level="乡科级副职"),
        *people,
    ]
    portrait = Portrait(id="g", label="通用", category="乡镇", weights=weights)
    return World.of(of_records(records), MONTH, models=(), portraits=(portrait,), **more)


def score(weights, person, *rows):
    low, high = Scores(world_of(weights, [person, *rows])).of_post(0)
    return low[0], high[0]


AGE = (Weight(label="年龄", points=10, element="年龄", start=50, full=40),)
SCHOOL = (Weight(label="学历", points=30, condition=Compare("学历", ">=", "大学")), *AGE)


@pytest.mark.parametrize(("age", "points"), [(40, 100), (39, 100), (45, 50), (50, 0), (51, 0)])
def test_a_graded_number_is_linear_between_its_ends(age, points):
    person = Person(id="p", name="甲", birth=MONTH - 12 * age)
    assert score(AGE, person) == (pytest.approx(points), pytest.approx(points))


def test_a_graded_score_has_no_digits_of_a_shorter_float():
    third = (Weight(label="年龄", points=10, element="年龄", start=50, full=38),)
    low, _ = score(third, Person(id="p", name="甲", birth=MONTH - 12 * 42))
    assert low == 100.0 * (10 * ((42 - 50) / (38 - 50))) / 10


def test_a_year_of_birth_alone_gives_a_range():
    low, high = score(AGE, Person(id="p", name="甲", birth_year=1981))
    assert (low, high) == (pytest.approx(50), pytest.approx(60))


@pytest.mark.parametrize(
    ("low", "high", "absent", "may_be", "ends"),
    [
        (6, 6, False, False, (0.5, 0.5)),
        (6, 9, False, False, (0.5, 0.75)),
        (6, 9, False, True, (0, 0.75)),  # may be 无, which is worth nothing
        (0, 0, True, False, (0, 0)),
    ],
)
def test_a_graded_number_known_within_bounds_counts_at_both_ends(low, high, absent, may_be, ends):
    ints = [np.array([end], dtype=np.float32) for end in (low, high)]
    marks = [np.array([mark]) for mark in (absent, low != high or may_be, may_be)]
    weight = Weight(label="次数", points=10, element="次数", start=0, full=12)
    found = scores._graded(NumberColumn(*ints, *marks), weight)
    assert tuple(float(end[0]) for end in found) == ends


def test_unknown_is_from_nothing_to_all():
    assert score(SCHOOL, Person(id="p", name="甲")) == (0, 100)


def test_points_are_shares_of_all_points():
    person = Person(id="p", name="甲", birth=MONTH - 12 * 60)
    rows = [
        Education(id="e", person="p", mode="全日制", schooling="大学", absent=""),
        Education(id="f", person="p", mode="在职", absent="schooling degree"),
    ]
    assert score(SCHOOL, person, *rows) == (pytest.approx(75), pytest.approx(75))


def test_a_post_without_weights_scores_nothing():
    assert score((), Person(id="p", name="甲")) == (0, 0)


@pytest.mark.parametrize(("score_", "word"), [(79.49, 79), (79.5, 80), (80.5, 81), (0.0, 0)])
def test_a_half_goes_up(score_, word):
    assert shown(score_) == word


def test_the_closest_portrait_wins():
    team = Team(id="t", unit=None, name="x", category="乡镇", place=None)
    post = Post(id="s", team="t", name="书记", role="正职", post_kind="党委书记")
    general = Portrait(id="a", label="", category="乡镇")
    heads = Portrait(id="b", label="", category="乡镇", role="正职")
    kind = Portrait(id="c", label="", category="乡镇", post_kind="党委书记")
    own = Portrait(id="d", label="", category="县级党委", post="s")
    other = Portrait(id="e", label="", category="街道")
    assert portrait_of(post, team, (other,)) is None
    assert portrait_of(post, team, (other, general)) is general
    assert portrait_of(post, team, (general, heads)) is heads
    assert portrait_of(post, team, (heads, kind, general)) is kind
    assert portrait_of(post, team, (general, heads, kind, own)) is own
    assert (
        portrait_of(post, team, (Portrait(id="f", label="", category="乡镇", role="副职"),)) is None
    )


def test_structure_effect_is_with_less_without_or_less_the_holder():
    young = Requirement(
        id="y",
        dimension="年龄",
        label="年轻",
        measure=Count(Compare("年龄", "<=", 40)),
        lo=1,
        points=10,
    )
    model = Model(id="m", category="乡镇", label="m", requirements=(young,))
    people = [
        Person(id="a", name="甲", birth=MONTH - 12 * 35),
        Person(id="b", name="乙", birth=MONTH - 12 * 55),
        Tenure(id="n", post="s1", person="b", start=MONTH - 30),
    ]
    world = World.of(of_records([*world_records(), *people]), MONTH, models=(model,), portraits=())
    a, b = 0, 1
    assert structure_delta(Scores(world), a, 1, (1,)) == 100
    assert structure_delta(Scores(world), a, 0, (0,)) == 100
    assert structure_delta(Scores(world), b, 1, (1,)) == 0
    free = world.with_holders({0: a})
    assert structure_delta(Scores(free), b, 0, (0,)) == -100


def world_records():
    return [
        Team(id="t", unit=None, name="乡镇班子", category="乡镇", quota_head=1, quota_deputy=2),
        Post(id="s1", team="t", name="书记", role="正职", order=1, level="乡科级正职"),
        Post(id="s2", team="t", name="副镇长", order=2, level="乡科级副职"),
    ]


def test_linked_seats_go_together():
    people = [Person(id="a", name="甲")]
    records = [
        Team(id="t", unit=None, name="x", category="乡镇"),
        Team(id="u", unit=None, name="y", category="乡镇"),
        Post(id="s", team="t", name="书记", linked="g"),
        Post(id="v", team="u", name="主任", linked="g"),
        Post(id="w", team="u", name="副主任", order=3),
        *people,
    ]
    found = Scores(World.of(of_records(records), MONTH, models=(), portraits=()))
    at = found.world.snapshot.posts.positions
    assert found.linked(at["s"]) == (at["s"], at["v"])
    assert found.linked(at["w"]) == (at["w"],)
    assert [list(each) for each in found.partners()] == [[at["v"], at["s"], -1]]
    assert np.array_equal(found.portrait_numbers(), [0, 0, 0])
