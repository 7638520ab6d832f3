"""Which seats somebody may take soon: open or falling open, and when what is lacking is cured."""

import numpy as np
import pytest

from leadership_model.assessment.development import openings
from leadership_model.matching import rank
from leadership_model.matching.case import standing
from leadership_model.matching.next_posts import AHEAD, next_posts
from leadership_model.matching.reasons import explain


@pytest.fixture(scope="module")
def people(scores):
    """Give some people of whom there is something to say."""
    in_office = np.flatnonzero(scores.world.snapshot.people.texts("status").mask("在职"))
    found = [int(each) for each in in_office[::23] if next_posts(scores, int(each))]
    assert len(found) >= 3
    return found[:6]


def test_every_seat_is_as_the_pair_by_itself_says(scores, people):
    world = scores.world
    months = {each.post: each.month for each in openings(world)}
    kinds = set()
    for person in people:
        for each in next_posts(scores, person):
            how = standing(explain(scores, person, each.post))
            kinds.add(how.kind)
            assert how.kind != "red"
            assert each.opens == months[each.post] <= world.as_of + AHEAD
            expected = world.as_of if how.kind == "green" else how.month
            assert each.ready == expected
            assert each.when <= world.as_of + AHEAD
    assert "green" in kinds


def test_nothing_that_could_be_taken_is_left_out(scores, people):
    world = scores.world
    person = people[0]
    listed = {each.post for each in next_posts(scores, person, most=10_000)}
    asked = set(rank.openings(world, person, lower=False).tolist())
    for each in openings(world):
        if each.post in asked and each.month <= world.as_of + AHEAD and each.post not in listed:
            how = standing(explain(scores, person, each.post))
            late = how.month is not None and max(each.month, how.month) > world.as_of + AHEAD
            assert how.kind == "red" or late or _gone(scores, person, each.month)


def _gone(scores, person, month):
    from leadership_model.rules.seat import due_months

    rule = scores.world.book["R1"]
    return due_months(scores.world.snapshot, rule).low[person] <= month


def test_the_soonest_first_and_what_is_in_doubt_last(scores, people):
    for person in people:
        found = next_posts(scores, person)
        keys = [(each.ready is None, each.when, -int(each.low + 0.5)) for each in found]
        assert keys == sorted(keys)
        assert len(next_posts(scores, person, most=1)) == min(1, len(found))
