import pytest

from leadership_model.assessment.target import (
    Target,
    satisfaction,
    satisfactions,
    target_of,
    verdict_of,
)
from leadership_model.structure.requirement import Average, Count, Filled, Share
from tests.leadership_model.assessment.cast import WOMAN, requirement


@pytest.mark.parametrize(
    ("s_low", "s_high", "verdict"),
    [
        (1, 1, "green"),
        (0, 0, "red"),
        (0.5, 0.5, "yellow"),
        (0.1, 0.9, "yellow"),
        (0, 1, "unknown"),
        (0.5, 1, "unknown"),
        (0, 0.5, "unknown"),
    ],
)
def test_verdict(s_low, s_high, verdict):
    assert verdict_of(s_low, s_high) == verdict


def test_each_bound_has_its_own_tolerance():
    target = target_of(requirement(Count(WOMAN), 2, 6))
    assert (target.below, target.above) == (2, 4)
    assert (satisfaction(1, target), satisfaction(7, target)) == (0.5, 0.75)


def test_nobody_to_measure_satisfies_nothing():
    target = target_of(requirement(Average("年龄"), None, 46))
    assert satisfaction(None, target) == 0
    assert satisfactions(None, None, target) == (0, 0)


def test_an_interval_around_a_target_touches_it():
    assert satisfactions(1, 9, Target(4, 5, 3, 3)) == (0, 1)
    assert satisfactions(5, 9, Target(4, 5, 3, 3)) == (0, 1)
    assert satisfactions(6, 7, Target(4, 5, 3, 3)) == (1 - 2 / 3, 1 - 1 / 3)


def test_a_share_is_applied_to_those_present():
    asked = requirement(Share(WOMAN), "1/3", "2/3")
    assert [(target_of(asked, n).lo, target_of(asked, n).hi) for n in (8, 9, 0)] == [
        (3, 5),
        (3, 6),
        (0, 0),
    ]


def test_over_the_quota_nothing_is_satisfied():
    target = target_of(requirement(Filled(), 1, 3, tolerance=9.0), 0, 5)
    assert satisfaction(5, target) == pytest.approx(1 - 2 / 9)
    assert satisfaction(6, target) == 0
