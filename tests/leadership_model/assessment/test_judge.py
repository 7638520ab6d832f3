"""Every kind at its borders, worked out by hand."""

from fractions import Fraction

import pytest

from leadership_model.assessment.judge import judge, kind_of
from leadership_model.errors import UserError
from leadership_model.structure.requirement import (
    Average,
    Concentration,
    Count,
    Distinct,
    Extent,
    Filled,
    Ladder,
    Rung,
    Scope,
    Share,
)
from tests.leadership_model.assessment.cast import (
    BLANK,
    NONE,
    OUTSIDE,
    WOMAN,
    outcome,
    requirement,
    sexes,
    world,
)

THIRD = Fraction(1, 3)
STEPS = Ladder("年龄", (Rung(None, 40, 2), Rung(41, 50, 2), Rung(51, None, 0, 1)))


# lo, hi, tolerance, sexes -> low, high, s_low, s_high, verdict. n = 2: T = 2; n = 5: T = 3.
COUNTS = {
    "exactly lo": (2, None, None, "女女男", (2, 2, 1, 1, "green")),
    "lo - 1 is half way": (2, None, None, "女男男", (1, 1, 0.5, 0.5, "yellow")),
    "lo - T is nothing": (2, None, None, "男男男", (0, 0, 0, 0, "red")),
    "exactly hi": (None, 2, None, "女女男", (2, 2, 1, 1, "green")),
    "hi + 1": (None, 2, None, "女女女", (3, 3, 0.5, 0.5, "yellow")),
    "hi 0 has T = 1": (None, 0, None, "女男", (1, 1, 0, 0, "red")),
    "lo 1 has T = 1": (1, None, None, "男男", (0, 0, 0, 0, "red")),
    "lo 5 has T = 3": (5, None, None, "女女女男", (3, 3, 0.333333, 0.333333, "yellow")),
    "the author's T": (2, None, 4.0, "男男男", (0, 0, 0.5, 0.5, "yellow")),
    "T = 0 forgives nothing": (2, None, 0.0, "女男男", (1, 1, 0, 0, "red")),
    "T = 0 at the bound": (2, None, 0.0, "女女男", (2, 2, 1, 1, "green")),
    "unknown may reach": (2, None, None, "女？男", (1, 2, 0.5, 1, "unknown")),
    "unknown does not matter": (1, None, None, "女？男", (1, 2, 1, 1, "green")),
    "unknown cannot help": (4, None, 1.0, "女？男", (1, 2, 0, 0, "red")),
    "unknown within yellow": (4, None, None, "女女？男", (2, 3, 0.333333, 0.666667, "yellow")),
    "from red to yellow": (2, None, 1.5, "？男男", (0, 1, 0, 0.333333, "unknown")),
    "over or inside a band": (1, 1, None, "女？？", (1, 3, 0, 1, "unknown")),
    "nobody": (1, None, None, "", (0, 0, 0, 0, "red")),
    "nobody is not too many": (None, 1, None, "", (0, 0, 1, 1, "green")),
}


@pytest.mark.parametrize("case", COUNTS.values(), ids=COUNTS)
def test_count(case):
    lo, hi, tolerance, people, expected = case
    asked = requirement(Count(WOMAN), lo, hi, tolerance=tolerance)
    assert outcome(judge(asked, 0, world(性别=sexes(people)))) == expected


# share, people -> bounds as applied, x, s
SHARES = {
    "1/3 of 8 is 3": (THIRD, None, "女女女男男男男男", (3, None), (3, 3, 1, 1, "green")),
    "2 of 8 are not 1/3": (THIRD, None, "女女男男男男男男", (3, None), (2, 2, 0.5, 0.5, "yellow")),
    "1/3 of 9 is 3": (THIRD, None, "女女女男男男男男男", (3, None), (3, 3, 1, 1, "green")),
    "at most 1/3 of 8 is 2": (None, THIRD, "女女男男男男男男", (None, 2), (2, 2, 1, 1, "green")),
    "3 of 8 are too many": (None, THIRD, "女女女男男男男男", (None, 2), (3, 3, 0.5, 0.5, "yellow")),
    "1/2 of 1 is 1": (Fraction(1, 2), None, "男", (1, None), (0, 0, 0, 0, "red")),
    "all of 3": (1, None, "女女女", (3, None), (3, 3, 1, 1, "green")),
    "unknown counts below": (THIRD, None, "女？男男男男男男", (3, None), (1, 2, 0, 0.5, "unknown")),
    "nobody and at least": (THIRD, None, "", (0, None), (None, None, 0, 0, "red")),
    "nobody and at most": (None, THIRD, "", (None, 0), (0, 0, 1, 1, "green")),
    # Between 2/5 and 3/5 of three people: at least 2 and at most 1.
    "crossed bounds": ("2/5", "3/5", "女男男", (2, 1), (1, 1, 0.5, 0.5, "yellow")),
    "crossed and unknown": ("2/5", "3/5", "？？？", (2, 1), (0, 3, 0, 0.5, "unknown")),
}


@pytest.mark.parametrize("case", SHARES.values(), ids=SHARES)
def test_share(case):
    lo, hi, people, bounds, expected = case
    found = judge(requirement(Share(WOMAN), lo, hi), 0, world(性别=sexes(people)))
    assert outcome(found) == expected
    assert (found.lo, found.hi) == bounds


AVERAGES = {
    "exactly hi": (None, 46, [45, 47], (46, 46, 1, 1, "green")),
    "half of 5 %": (None, 40, [40, 42], (41, 41, 0.5, 0.5, "yellow")),
    "5 % over": (None, 40, [41, 43], (42, 42, 0, 0, "red")),
    "5 % of 46.5 is 2.325": (None, "46.5", [47, 47], (47, 47, 0.784946, 0.784946, "yellow")),
    "a third is no rounding fault": (
        None,
        "121/3",
        [40, 40, 41],
        (40.333333, 40.333333, 1, 1, "green"),
    ),
    "below lo": (40, None, [39, 39], (39, 39, 0.5, 0.5, "yellow")),
    "birth known by year": (None, 40, [40, (39, 40)], (39.5, 40, 1, 1, "green")),
    "unknown has the whole domain": (None, 40, [40, BLANK], (29, 55, 0, 1, "unknown")),
    "nobody": (None, 46, [], (None, None, 0, 0, "red")),
}


@pytest.mark.parametrize("case", AVERAGES.values(), ids=AVERAGES)
def test_average(case):
    lo, hi, ages, expected = case
    found = judge(requirement(Average("年龄"), lo, hi), 0, world(年龄=ages))
    low, high, *rest = outcome(found)
    assert (low, high) == (
        pytest.approx(expected[0], abs=1e-6),
        pytest.approx(expected[1], abs=1e-6),
    )
    assert tuple(rest) == expected[2:]


def test_mean_counts_what_does_not_exist_as_0_over_everybody():
    found = judge(requirement(Average("分数"), 2), 0, world(分数=[8, NONE]))
    assert (found.measured_low, found.measured_high) == (4, 4)
    found = judge(requirement(Average("分数"), 2), 0, world(分数=[8, (2, 6)]))
    assert (found.measured_low, found.measured_high) == (5, 7)


EXTENTS = {
    "exactly lo": (8, None, [40, 48, 44], (8, 8, 1, 1, "green")),
    "half of lo short": (8, None, [40, 44], (4, 4, 0, 0, "red")),
    "a quarter short": (8, None, [40, 46], (6, 6, 0.5, 0.5, "yellow")),
    "one person": (8, None, [40], (0, 0, 0, 0, "red")),
    "one unknown person differs from nobody": (8, None, [BLANK], (0, 0, 0, 0, "red")),
    "unknown": (None, 8, [40, (45, 50)], (5, 10, 0.5, 1, "unknown")),
    "unknown between known": (10, None, [40, 50, (42, 44)], (10, 10, 1, 1, "green")),
    "overlap may be equal": (None, 0, [(40, 44), (42, 50)], (0, 10, 0, 1, "unknown")),
    "nobody": (None, 8, [], (None, None, 0, 0, "red")),
}


@pytest.mark.parametrize("case", EXTENTS.values(), ids=EXTENTS)
def test_extent(case):
    lo, hi, ages, expected = case
    found = judge(requirement(Extent("年龄"), lo, hi), 0, world(年龄=ages))
    assert outcome(found) == expected


def test_extent_leaves_out_what_does_not_exist():
    found = judge(requirement(Extent("分数"), 3), 0, world(分数=[8, NONE, 5]))
    assert (found.measured_low, found.measured_high) == (3, 3)
    found = judge(requirement(Extent("分数"), 3), 0, world(分数=[8, 5, BLANK]))
    assert (found.measured_low, found.measured_high) == (3, 8)


# sum of the minima 4: T = 3
LADDERS = {
    "as wanted": ([40, 38, 41, 50, 51], (0, 0, 1, 1, "green")),
    "one missing": ([40, 45, 50, 51], (1, 1, 0.666667, 0.666667, "yellow")),
    "one missing, one too many": ([40, 45, 50, 51, 60], (2, 2, 0.333333, 0.333333, "yellow")),
    "three missing": ([40], (3, 3, 0, 0, "red")),
    "nobody": ([], (4, 4, 0, 0, "red")),
    "on one of two rungs": ([40, 45, 50, (39, 41)], (0, 1, 0.666667, 1, "unknown")),
    "unknown inside one rung": ([40, (30, 40), 45, 50], (0, 0, 1, 1, "green")),
    "two unknown of whom one fits": ([40, 45, (40, 41), (40, 41)], (0, 1, 0.666667, 1, "unknown")),
    "unknown may spoil": ([40, 38, 41, 50, 51, BLANK], (0, 1, 0.666667, 1, "unknown")),
}


@pytest.mark.parametrize("case", LADDERS.values(), ids=LADDERS)
def test_ladder(case):
    ages, expected = case
    found = judge(requirement(STEPS), 0, world(年龄=ages))
    assert outcome(found) == expected
    assert (found.lo, found.hi) == (0, 0)


def test_ladder_keeps_a_gap_between_rungs_and_what_does_not_exist_off_them():
    rungs = Ladder("分数", (Rung(0, 2, 1), Rung(6, 9, 1)))
    assert judge(requirement(rungs), 0, world(分数=[1, 4])).measured_low == 1
    assert judge(requirement(rungs), 0, world(分数=[1, NONE])).measured_low == 1
    found = judge(requirement(rungs), 0, world(分数=[1, (5, 6)]))
    assert (found.measured_low, found.measured_high) == (0, 1)
    found = judge(requirement(rungs), 0, world(分数=[1, (6, 9)]))
    assert (found.measured_low, found.measured_high) == (0, 0)


def test_outsiders_are_members_of_whom_nothing_is_known():
    there = world(2, [0, 1, OUTSIDE, OUTSIDE], 性别=sexes("女男"), 年龄=[40, 40])
    found = judge(requirement(Count(WOMAN), 2), 0, there)
    assert outcome(found) == (1, 3, 0.5, 1, "unknown")
    assert (found.people, found.unknown_people) == ((0,), ())
    assert "库外 2 人" in found.detail
    share = judge(requirement(Share(WOMAN), "1/2"), 0, there)
    assert (share.lo, share.measured_high) == (2, 3)
    assert judge(requirement(Average("年龄"), None, 40), 0, there).measured_low == 29
    assert judge(requirement(Distinct("籍贯")), 0, there).measured_high == 4


def test_a_person_with_two_seats_counts_once():
    there = world(2, [0, 0, 1], 性别=sexes("女男"))
    assert judge(requirement(Count(WOMAN), 2), 0, there).measured_low == 1


def test_only_members_count():
    there = world(posts=[{}, {"member": False}], 性别=sexes("女女"))
    assert judge(requirement(Count(WOMAN), 2), 0, there).measured_low == 1


def test_scope_by_role_and_by_function():
    there = world(
        posts=[{"functions": "党务"}, {"functions": "经济、工业"}, {"functions": "农业"}],
        性别=sexes("女女男"),
    )
    heads = requirement(Count(WOMAN), 1, scope=Scope("正职"))
    assert judge(heads, 0, there).people == (0,)
    farming = requirement(Count(WOMAN), 1, scope=Scope(function="农业"))
    assert outcome(judge(farming, 0, there)) == (0, 0, 0, 0, "red")
    both = requirement(Count(WOMAN), 1, scope=Scope("正职", "经济"))
    assert judge(both, 0, there).measured_low == 0


def test_detail_says_what_is_there_what_is_wanted_and_the_ideal():
    there = world(性别=sexes("女男？"), 年龄=[40, 45, 50])
    asked = requirement(Count(WOMAN), 2)
    assert judge(asked, 0, there).detail == "现有 1～2 人，目标不少于 2 人，待核 1 人"
    better = requirement(Count(WOMAN), 1, ideal_lo=3)
    assert (
        judge(better, 0, there).detail
        == "现有 1～2 人，目标不少于 1 人，待核 1 人，还可优化，理想不少于 3"
    )
    mean = requirement(Average("年龄"), None, 46)
    assert judge(mean, 0, there).detail == "平均 45 岁，目标不多于 46 岁"
    share = requirement(Share(WOMAN), "1/3")
    assert (
        judge(share, 0, there).detail == "3 人中有 1～2 人，目标不少于 1 人（至少 1/3），待核 1 人"
    )


def test_kinds_have_the_names_files_use():
    assert kind_of(Concentration("籍贯")) == "concentration"
    assert judge(requirement(Filled(), 1), 0, world(1)).kind == "filled"


@pytest.mark.parametrize(
    ("measure", "sentence"),
    [
        (Average("身高"), "没有名为“身高”的要素"),
        (Average("性别"), "要素“性别”不是数值"),
        (Distinct("年龄"), "要素“年龄”是数值"),
    ],
)
def test_a_model_that_asks_nonsense_is_refused_with_a_sentence(measure, sentence):
    with pytest.raises(UserError, match=sentence):
        judge(requirement(measure, 1), 0, world(2))
