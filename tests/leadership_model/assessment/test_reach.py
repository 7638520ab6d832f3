from leadership_model.assessment.reach import Reach, in_office, reach
from leadership_model.conditions.tree import Compare
from leadership_model.structure.requirement import (
    Average,
    Count,
    Cover,
    Distinct,
    Every,
    Ladder,
    Rung,
)
from tests.leadership_model.assessment.cast import BLANK, NONE, requirement, world

WOMAN = Compare("性别", "=", "女")


def asked(measure, base, lo=None, need=0):
    return reach(requirement(measure, lo=lo), need, len(base.members(0)), base)


def test_who_satisfies_a_condition_surely_and_possibly():
    base = world(性别=["女", "男", BLANK, "女"])
    assert asked(Count(WOMAN), base, 1, need=1) == (Reach("性别 = 女", 2, 3, 1),)
    assert asked(Every(WOMAN), base) == (Reach("性别 = 女", 2, 3, 4),)


def test_each_rung_of_a_ladder_is_counted():
    base = world(年龄=[30, 39, 50, (38, 45)])
    rungs = (Rung(None, 40, 2), Rung(51, None, 1))
    assert asked(Ladder("年龄", rungs), base) == (
        Reach("年龄 在 ～40 之间", 2, 3, 2),
        Reach("年龄 在 51～ 之间", 0, 0, 1),
    )


def test_each_value_to_be_covered_is_counted():
    base = world(专业=["理", "理", NONE, BLANK])
    found = asked(Cover("专业", ("理", "农"), 2), base, 2, need=2)
    assert found == (Reach("专业 为 理", 2, 3, 2), Reach("专业 为 农", 0, 1, 2))
    loose = asked(Cover("专业", ("理", "农"), 2), base, 1, need=1)
    assert [each.need for each in loose] == [0, 0]


def test_different_values_are_those_somebody_has():
    base = world(专业=["理", "理", NONE, "农"])
    assert asked(Distinct("专业"), base, 3, need=3) == (Reach("专业 的不同取值", 2, 2, 3),)


def test_a_mean_is_no_matter_of_single_people():
    assert asked(Average("年龄"), world(年龄=[30])) == ()


def test_who_has_retired_does_not_count():
    base = world(性别=["女", "男"])
    assert in_office(base).tolist() == [True, True]
