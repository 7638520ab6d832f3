import pytest

from leadership_model.assessment.target import (
    Target,
    satisfaction,
    satisfactions,
    target_of,
    verdict_of,
)
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Rung,
    Share,
)
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


@pytest.mark.parametrize(
    ("measure", "lo", "hi", "below", "above"),
    [
        (Count(WOMAN), 1, 4, 1, 3),  # floor(n / 2) + 1: 0 + 1 and 2 + 1
        (Share(WOMAN), "1/2", "3/4", 3, 4),  # of nine people: 5 and 6 of them
        (Cover("专业", ("理", "工", "农"), 1), 3, None, 2, 0),
        (Distinct("专业"), 5, None, 3, 0),
        (Concentration("籍贯"), None, 2, 0, 2),
        (Carried(("经济", "农业")), 2, None, 2, 0),
        (Filled(), 4, 6, 3, 4),
        (Average("年龄"), 40, 46, 2, 2.3),  # 5 % of the bound
        (Extent("年龄"), 8, 20, 4, 10),  # half the bound
        (Every(WOMAN), None, None, 1, 1),
        (Apart(("籍贯",)), None, None, 1, 1),
        (Ladder("年龄", (Rung(None, 40, 2), Rung(41, 50, 5), Rung(51, None, 0))), None, None, 4, 4),
    ],
    ids=lambda value: type(value).__name__.lower() if hasattr(value, "__slots__") else None,
)
def test_the_tolerance_nobody_set_is_that_of_the_kind(measure, lo, hi, below, above):
    target = target_of(requirement(measure, lo, hi), 9)
    assert (target.below, target.above) == (pytest.approx(below), pytest.approx(above))


def test_tolerance_0_forgives_nothing():
    target = target_of(requirement(Count(WOMAN), 2, 3, tolerance=0.0))
    assert [satisfaction(x, target) for x in (1, 2, 3, 4)] == [0, 1, 1, 0]
