"""Both directions from one score: order, ranks, and what must not matter."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.tri import Tri
from leadership_model.matching import rank
from leadership_model.matching.fit import shown
from leadership_model.matching.reasons import explain
from leadership_model.matching.scores import Scores
from leadership_model.people.hold import Hold
from leadership_model.people.person import Person, Relative
from leadership_model.people.post import Post
from leadership_model.people.seating import VACANT
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.rules import state as state_rules
from leadership_model.rules.book import RuleBook
from tests.leadership_model.matching.conftest import MONTH, portraits

SCORES = st.tuples(st.sampled_from([0, 1, 2]), st.integers(0, 1000), st.integers(0, 300)).map(
    lambda each: (each[0], each[1] / 10, min(100.0, (each[1] + each[2]) / 10))
)


def ranking(rows):
    eligible = np.array([row[0] for row in rows])
    answer = Tri(eligible == 2, eligible >= 1)
    low, high = np.array([row[1] for row in rows]), np.array([row[2] for row in rows])
    ids = tuple(f"p{i:03}" for i in range(len(rows)))
    return rank._ranking(np.arange(len(rows), dtype=np.int32), answer, low, high, ids)


@given(st.lists(SCORES, min_size=1, max_size=30))
def test_rank_counts_those_of_the_same_eligibility_surely_above(rows):
    found = ranking(rows)
    for at, item in enumerate(found.items):
        group, _, high = rows[item]
        above = sum(
            other[0] == group and shown(other[1]) > shown(high)
            for i, other in enumerate(rows)
            if i != item
        )
        assert found.rank[at] == 1 + above


@given(st.lists(SCORES, min_size=1, max_size=30))
def test_order_is_eligibility_rank_low_high_id(rows):
    found = ranking(rows)
    keys = [
        (-rows[i][0], found.rank[at], -shown(rows[i][1]), -shown(rows[i][2]), i)
        for at, i in enumerate(found.items)
    ]
    assert keys == sorted(keys)
    assert sorted(found.items) == list(range(len(rows)))


def test_overlapping_ranges_share_a_rank():
    found = ranking([(2, 80.0, 80.0), (2, 70.0, 85.0), (2, 60.0, 60.0)])
    assert list(found.rank) == [1, 1, 3]
    assert list(found.items) == [0, 1, 2]


def test_a_difference_that_is_not_shown_is_no_difference():
    assert list(ranking([(2, 80.4, 80.4), (2, 79.6, 79.6)]).rank) == [1, 1]


def test_people_shown_alike_stand_in_the_order_of_their_ids():
    assert list(ranking([(2, 79.6, 80.0), (2, 80.4, 80.4)]).items) == [0, 1]


def test_a_half_goes_up_on_both_sides_of_a_comparison():
    # 62.5 and 63.4 are both shown as 63; rounding to the even number would show 62 and 63.
    found = ranking([(2, 63.4, 63.4), (2, 62.5, 62.5)])
    assert list(found.rank) == [1, 1]
    assert list(ranking([(2, 64.5, 64.5), (2, 63.5, 63.5)]).rank) == [1, 2]


def test_equals_stand_in_the_order_of_their_ids_however_they_were_asked_for():
    items, answer = np.array([2, 0, 1], dtype=np.int32), Tri(*np.ones((2, 3), dtype=np.bool_))
    same = np.full(3, 70.0)
    found = rank._ranking(items, answer, same, same, ("p9", "p1", "p5"))
    assert list(found.items) == [1, 2, 0]


@pytest.mark.parametrize(
    ("birth", "answers"),
    [
        ("1990-05", [True, True, True]),
        ("1970-05", [False, False, True]),  # too old for the first of the two seats
        (None, [None, None, True]),
    ],
)
def test_linked_seats_ask_what_each_of_them_asks(birth, answers):
    records = [
        Team(id="t", unit=None, name="甲班子", category="乡镇"),
        Post(id="s1", team="t", name="书记", linked="双", requires="年龄 <= 50"),
        Post(id="s2", team="t", name="主任", order=1, linked="双"),
        Post(id="s3", team="t", name="副主任", order=2),
        Person(id="p", name="甲", birth=birth and months.parse(birth)),
    ]
    world = World.of(of_records(records), MONTH, models=(), portraits=(), book=RuleBook(()))
    nobody_else = np.zeros(3, dtype=np.int32)
    found = rank.eligible(Scores(world), nobody_else, np.arange(3, dtype=np.int32))
    assert [found.at(at) for at in range(3)] == answers


def vacancies(scores):
    return np.flatnonzero(scores.world.seating.holder == VACANT)


def test_both_directions_say_the_same(scores):
    chance = random.Random(5)
    posts = chance.sample(range(len(scores.world.snapshot.posts)), 12)
    people = chance.sample(range(len(scores.world.snapshot.people)), 12)
    compared = 0
    for person in people:
        asked = np.array(posts, dtype=np.int32)
        by_person = rank.rank_posts(scores, person, asked)
        told = dict(
            zip(
                by_person.items.tolist(),
                zip(by_person.eligible, by_person.score_low, by_person.score_high, strict=True),
                strict=True,
            )
        )
        for post in posts:
            by_post = rank.rank_people(scores, post, np.array([person], dtype=np.int32))
            assert told[post] == (by_post.eligible[0], by_post.score_low[0], by_post.score_high[0])
            compared += 1
    assert compared == 144


def test_the_reasons_agree_with_the_vectors(scores):
    chance = random.Random(6)
    seen = set()
    for post in [
        *vacancies(scores)[:6],
        *chance.sample(range(len(scores.world.snapshot.posts)), 6),
    ]:
        everybody = rank.rank_people(scores, int(post))
        for at in [0, 1, *chance.sample(range(len(everybody)), 6)]:
            fit = explain(scores, int(everybody.items[at]), int(post))
            word = {2: True, 1: None, 0: False}[int(everybody.eligible[at])]
            assert fit.eligible is word, fit
            assert fit.score_low == pytest.approx(everybody.score_low[at])
            points = sum(part.points for part in fit.parts)
            if points:
                got = 100 * sum(part.got_low for part in fit.parts) / points
                assert got == pytest.approx(fit.score_low)
            assert (fit.eligible is True) <= (not [f for f in fit.failed if f.rule == "资格条件"])
            seen.add(word)
    assert {True, False} <= seen


def test_a_list_never_opens_with_one_name(scores):
    post = int(vacancies(scores)[0])
    assert len(rank.for_post(scores, post, top=1)) == 5


def test_the_present_holder_and_those_out_of_office_are_not_asked(scores):
    world = scores.world
    held = np.flatnonzero(world.seating.holder >= 0)[0]
    asked = rank.candidates(world, int(held))
    assert world.seating.holder[held] not in asked
    status = world.snapshot.people.raw("status")
    assert {status[i] for i in asked} == {"在职"}


def test_who_is_held_is_asked_for_nothing_and_counted(city_records, scores):
    world = scores.world
    post = vacancies(scores)[0]
    free = [int(each) for each in rank.candidates(world, int(post))[:2]]
    ids = [world.person_ids[each] for each in free]
    holds = [Hold(id=f"h{id}", person=id, start=MONTH, until=MONTH) for id in ids]
    made = World.of(of_records([*city_records, *holds]), MONTH, models=(), portraits=portraits())
    assert set(rank.candidates(world, int(post))) - set(rank.candidates(made, int(post))) == {*free}
    assert rank.held_back(made, int(post)) == 2
    assert rank.held_back(world, int(post)) == 0
    assert len(rank.openings(made, free[0], lower=True)) == 0
    assert len(rank.openings(world, free[0], lower=True)) > 0


def test_vacant_posts_come_first_and_lower_posts_only_when_asked(scores):
    world = scores.world
    levels = world.snapshot.people.raw("level")
    person = next(i for i, level in enumerate(levels) if level == "县处级副职")
    found = rank.rank_posts(scores, person)
    vacant = world.seating.holder[found.items] == VACANT
    assert vacant[0]
    assert not np.any(vacant[np.argmin(vacant) :])
    post_levels = world.snapshot.posts.raw("level")
    assert {post_levels[i] for i in found.items} <= {"县处级正职", "县处级副职", "厅局级副职", None}
    more = rank.rank_posts(scores, person, lower=True)
    assert "乡科级正职" in {post_levels[i] for i in more.items}


def test_root_sensitive_fields_never_change_a_score(city_records, scores):
    """Sex, ethnicity, party, health, origin and family changed for everybody: the same scores."""
    chance = random.Random(9)

    def swapped(record):
        if isinstance(record, Relative):
            return replace(record, party="民革", birth=None)
        if not isinstance(record, Person):
            return record
        absent = set(record.absent.split()) ^ (
            {"party_joined"} if record.party_joined is None else set()
        )
        return replace(
            record,
            sex=chance.choice(["男", "女", None]),
            ethnicity=chance.choice(["汉族", "彝族", None]),
            party=chance.choice(["中共党员", "民革", "群众"]),
            party_joined=None,
            absent=" ".join(sorted(absent)),
            health=chance.choice(["健康", "较差", None]),
            origin="云岭",
            birthplace="云岭",
            marriage=None,
            religion=None,
        )

    world = World.of(
        of_records([swapped(each) for each in city_records]),
        MONTH,
        models=(),
        portraits=portraits(),
    )
    other = Scores(world)
    for post in vacancies(scores):
        for ours, theirs in zip(scores.of_post(int(post)), other.of_post(int(post)), strict=True):
            np.testing.assert_array_equal(ours, theirs)


def test_falling_due_for_retirement_is_no_near_miss(scores):
    """The month of R1 is when the retirement falls due; time does not cure it."""
    world = scores.world
    near = {
        int(person)
        for each in state_rules.check(world.seating, world.book)
        if each.rule == "R1" and each.result == "fail"
        for person in each.people
    }
    assert near
    post = int(vacancies(scores)[0])
    for person in near:
        fit = explain(scores, person, post)
        assert "R1" in {failed.rule for failed in fit.failed}
        assert "R1" not in {miss.rule for miss in fit.near_miss}
