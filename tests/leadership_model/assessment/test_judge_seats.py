"""Requirements on seats: how many are held, and functions carried by their holders."""

import pytest

from leadership_model.assessment.judge import judge
from leadership_model.structure.requirement import (
    Carried,
    Filled,
    Scope,
)
from tests.leadership_model.assessment.cast import (
    EMPTY,
    OUTSIDE,
    requirement,
    world,
)

# lo, hi, tolerance, sexes -> low, high, s_low, s_high, verdict. n = 2: T = 2; n = 5: T = 3.
DEPUTIES = Scope("副职")

# seats, quota of deputies, lo, hi -> x, bounds, s
FILLED = {
    "as wanted": ([0, 1, 2, 3, 4], 5, 4, 5, (4, (4, 5), 1)),
    "one short": ([0, 1, 2, 3, EMPTY], 5, 4, 5, (3, (4, 5), 0.666667)),
    "outsiders fill": ([0, 1, 2, 3, OUTSIDE], 5, 4, 5, (4, (4, 5), 1)),
    "over the model, inside the quota": ([0, 1, 2, 3, 4], 5, 1, 3, (4, (1, 3), 0.5)),
    "over the quota": ([0, 1, 2, 3, 4], 3, 3, 5, (4, (3, 3), 0)),
    "the target stays inside the quota": ([0, 1, 2, 3, EMPTY], 3, 4, 5, (3, (3, 3), 1)),
    "no quota recorded": ([0, 1, 2, 3, 4], None, 3, None, (4, (3, None), 1)),
    "the quota is the upper bound": ([0, 1, 2, 3, 4], 4, 3, None, (4, (3, 4), 1)),
}


@pytest.mark.parametrize("case", FILLED.values(), ids=FILLED)
def test_filled(case):
    seats, quota, lo, hi, (x, bounds, s) = case
    there = world(5, seats, quota=(1, quota, 0))
    found = judge(requirement(Filled(), lo, hi, scope=DEPUTIES), 0, there)
    assert (found.measured_low, found.measured_high) == (x, x)
    assert (found.lo, found.hi) == bounds
    assert round(found.s_low, 6) == round(found.s_high, 6) == s


def test_over_the_quota_no_tolerance_helps():
    there = world(5, quota=(1, 3, 0))
    found = judge(requirement(Filled(), 3, 5, scope=DEPUTIES, tolerance=10.0), 0, there)
    assert found.verdict == "red"


def test_filled_counts_seats_that_take_quota_only():
    there = world(3, posts=[{}, {"takes_quota": False}, {}], quota=(1, 3, None))
    assert judge(requirement(Filled(), 2, scope=DEPUTIES), 0, there).measured_low == 1
    assert judge(requirement(Filled(), 2), 0, there).hi == 4


def test_a_seat_of_which_the_quota_is_not_recorded_may_count():
    there = world(3, posts=[{}, {"takes_quota": None}, {}], quota=(1, 3, None))
    found = judge(requirement(Filled(), 2, scope=DEPUTIES), 0, there)
    assert (found.measured_low, found.measured_high) == (1, 2)
    assert (found.people, found.unknown_people) == ((2,), (1,))
    assert (found.s_low, found.s_high, found.verdict) == (0.5, 1, "unknown")


CARRYING = [{"functions": "党务"}, {"functions": "经济、工业"}, {"functions": "农业"}]


def test_carried_by_whoever_holds_a_post_without_a_sheet():
    asked = requirement(Carried(("经济", "农业", "城建")), 3)
    assert judge(asked, 0, world(3, posts=CARRYING)).measured_low == 2
    assert judge(asked, 0, world(3, [0, 1, EMPTY], posts=CARRYING)).measured_high == 1
    assert judge(asked, 0, world(3, [0, 1, OUTSIDE], posts=CARRYING)).measured_low == 2


def test_a_sheet_that_cannot_be_read_may_be_met():
    posts = [{"functions": "经济", "requires": "身高 >= 180"}, {"functions": "农业"}]
    found = judge(requirement(Carried(("经济", "农业")), 2), 0, world(2, posts=posts))
    assert (found.measured_low, found.measured_high) == (1, 2)
    assert (found.people, found.unknown_people) == ((1,), (0,))


def test_a_person_who_carries_two_functions_is_named_once():
    there = world(2, posts=[{"functions": "经济、农业"}, {"functions": "农业"}])
    found = judge(requirement(Carried(("经济", "农业")), 2), 0, there)
    assert (found.measured_low, found.people) == (2, (0, 1))
