from itertools import combinations_with_replacement, product
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment.judge import judge
from leadership_model.conditions.tree import All, Between, Compare, Not, Some, Within
from leadership_model.staffing.model_clash import Asked, clash_of
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Ladder,
    Rung,
    Scope,
    Share,
)
from tests.leadership_model.assessment.cast import MEANINGS
from tests.leadership_model.assessment.cast import world as cast
from tests.leadership_model.staffing.small import requirement

WOMAN = Compare("性别", "=", "女")
OLD, YOUNG = Compare("年龄", ">=", 45), Compare("年龄", "<", 40)


def found(size, *asked):
    return list(clash_of(Asked(asked, MEANINGS, size)))


@pytest.mark.parametrize(
    ("size", "asked", "clash"),
    [
        (9, [Average("年龄"), None, 37, Count(OLD), 7, None], True),
        (9, [Average("年龄"), None, 40, Count(OLD), 5, None], False),
        (5, [Count(OLD), 3, None, Count(YOUNG), 3, None], True),
        (6, [Count(OLD), 3, None, Count(YOUNG), 3, None], False),
        (5, [Share(WOMAN), "2/3", None, Count(WOMAN), None, 3], True),
        (3, [Distinct("专业"), 4, None, Count(WOMAN), 0, None], True),
        (3, [Cover("专业", ("理", "工"), 2), 2, None, Count(WOMAN), 0, None], True),
        (5, [Concentration("性别"), None, 2, Count(WOMAN), 0, None], True),
        (4, [Concentration("性别"), None, 2, Count(WOMAN), 0, None], False),
        (5, [Every(All((OLD, WOMAN))), None, None, Count(Not(WOMAN)), 1, None], True),
        (5, [Count(Some((OLD, YOUNG))), 5, None, Count(Between("年龄", 40, 44)), 1, None], True),
        (5, [Count(Within("性别", ("男", "女"))), None, 4, Count(WOMAN), 0, None], True),
        (
            5,
            [
                Ladder("年龄", (Rung(None, 40, 3), Rung(41, 50, 3))),
                None,
                None,
                Count(WOMAN),
                0,
                None,
            ],
            True,
        ),
        (5, [Count(All((OLD, WOMAN))), 4, None, Count(WOMAN), None, 3], True),
        (2, [Extent("年龄"), 99, None, Count(WOMAN), 0, None], True),
        (2, [Extent("年龄"), 20, None, Count(WOMAN), 0, None], False),
        (4, [Extent("年龄"), 20, None, Every(OLD), None, None], False),
        (4, [Extent("年龄"), 30, None, Every(OLD), None, None], True),
        (
            4,
            [
                Extent("年龄"),
                None,
                4,
                Ladder("年龄", (Rung(None, 30, 1), Rung(40, None, 1))),
                None,
                None,
            ],
            True,
        ),
        (
            4,
            [
                Extent("年龄"),
                None,
                15,
                Ladder("年龄", (Rung(None, 30, 1), Rung(40, None, 1))),
                None,
                None,
            ],
            False,
        ),
        (3, [Apart(("性别",)), None, None, Count(WOMAN), 0, None], True),
        (2, [Apart(("性别",)), None, None, Count(WOMAN), 0, None], False),
    ],
)
def test_what_cannot_be(size, asked, clash):
    one = requirement("一", asked[0], asked[1], asked[2])
    two = requirement("二", asked[3], asked[4], asked[5])
    assert bool(found(size, one, two)) == clash


def test_the_clash_is_named_and_nothing_else():
    young = requirement("平均年龄", Average("年龄"), hi=37)
    old = requirement("年长", Count(OLD), lo=7)
    harmless = requirement("女", Count(WOMAN), lo=1)
    assert found(9, harmless, young, old) == ["平均年龄", "年长"]
    assert found(9, harmless, old) == []


def test_requirements_of_a_part_are_left_out():
    heads = requirement("正职", Count(WOMAN), lo=9, scope=Scope("正职"))
    assert found(3, heads) == []


people = st.lists(
    st.tuples(st.integers(25, 60), st.sampled_from("男女"), st.sampled_from("理工农文")),
    min_size=1,
    max_size=6,
)


@given(people)
@settings(max_examples=60)
def test_a_team_that_exists_is_never_called_impossible(team):
    """Ask exactly for what a team is: it meets that, so there can be no clash."""
    ages, sexes, majors = zip(*team, strict=True)
    base = cast(年龄=list(ages), 性别=list(sexes), 专业=list(majors))
    measures = [
        Count(OLD),
        Count(All((OLD, WOMAN))),
        Count(Some((YOUNG, Not(WOMAN)))),
        Average("年龄"),
    ]
    measures += [Cover("专业", ("理", "农"), 2), Distinct("专业"), Concentration("性别")]
    asked = []
    for at, measure in enumerate(measures):
        x = judge(requirement("x", measure), 0, base).measured_low
        spare = 1e-4 if isinstance(measure, Average) else 0.0
        asked.append(requirement(f"r{at}", measure, lo=x - spare, hi=x + spare))
    assert found(len(team), *asked) == []


def test_requirements_on_one_role_are_held_where_roles_are_known():
    heads = requirement("正职", Count(WOMAN), lo=2, scope=Scope("正职"))
    sizes = {"正职": 1, "副职": 3, "其他": 0}
    assert clash_of(Asked((heads,), MEANINGS, sizes)) == ("正职",)
    one = requirement("女正职", Count(WOMAN), lo=1, scope=Scope("正职"))
    rest = requirement("女副职", Count(WOMAN), lo=3, scope=Scope("副职"))
    men = requirement("男", Count(Not(WOMAN)), lo=1)
    assert clash_of(Asked((one, men), MEANINGS, sizes)) == ()
    assert clash_of(Asked((one, rest), MEANINGS, sizes)) == ()
    assert clash_of(Asked((one, rest, men), MEANINGS, sizes)) == ("女正职", "女副职", "男")


def test_the_flags_of_the_catalogue_are_taken_for_what_they_mean():
    flags = {"老": OLD, "少": Not(Compare("老", "=", "是"))}
    old = requirement("老", Count(Compare("老", "=", "是")), lo=3)
    young = requirement("少", Count(Compare("少", "=", "是")), lo=3)
    assert clash_of(Asked((old, young), MEANINGS, 5)) == ()
    assert clash_of(Asked((old, young), MEANINGS, 5, flags)) == ("老", "少")


MENU = (
    Count(OLD), Count(YOUNG), Count(WOMAN), Count(Not(WOMAN)), Share(WOMAN), Average("年龄"),
    Distinct("专业"), Concentration("性别"), Cover("专业", ("理", "农"), 1),
)  # fmt: skip
AGES, SEXES, MAJORS = (18, 39, 40, 44, 45, 70), ("男", "女"), ("理", "工", "农", "文")


def _asked(draw):
    measure = draw(st.sampled_from(MENU))
    bound = draw(st.integers(25, 60)) if isinstance(measure, Average) else draw(st.integers(0, 3))
    if isinstance(measure, Share):
        bound = draw(st.sampled_from(["1/3", "1/2", "2/3", "1"]))
    lower = isinstance(measure, Distinct | Cover) or (
        not isinstance(measure, Concentration) and draw(st.booleans())
    )
    return measure, bound if lower else None, None if lower else bound


@st.composite
def models(draw):
    size = draw(st.integers(1, 3))
    asked = [_asked(draw) for _ in range(draw(st.integers(1, 5)))]
    points = [draw(st.sampled_from([0.0, 5.0, 10.0])) for _ in asked]
    return size, tuple(
        requirement(f"r{at}", measure, lo, hi, points=points[at])
        for at, (measure, lo, hi) in enumerate(asked)
    )


def met_by_somebody(asked, size):
    """Try every team whose members take the values at which anything can change."""
    if not asked:
        return True
    mean = [r for r in asked if isinstance(r.measure, Average)]
    for ages in combinations_with_replacement(AGES, size):
        if not _means_fit(mean, ages):
            continue
        for rest in product(product(SEXES, MAJORS), repeat=size):
            team = tuple((age, *other) for age, other in zip(ages, rest, strict=True))
            if all(_fits(each, team) for each in asked):
                return True
    return False


def _means_fit(asked, ages):
    """Look for a mean among those of ages that count the same for every condition."""
    size = len(ages)
    low = sum({39: 18, 44: 40, 70: 45}.get(age, age) for age in ages)
    high = sum({18: 40, 39: 40, 40: 45, 44: 45, 45: 70}.get(age, age) for age in ages)
    least = max([low, *(each.lo * size for each in asked if each.lo is not None)])
    return least <= min([high, *(each.hi * size for each in asked if each.hi is not None)])


def _fits(asked, team):
    measure, size = asked.measure, len(team)
    sexes, majors = [sex for _, sex, _ in team], [major for _, _, major in team]
    match measure:
        case Average():
            return True
        case Count(condition) | Share(condition):
            holds = {
                OLD: lambda p: p[0] >= 45, YOUNG: lambda p: p[0] < 40,
                WOMAN: lambda p: p[1] == "女", Not(WOMAN): lambda p: p[1] == "男",
            }[condition]  # fmt: skip
            x = sum(map(holds, team))
        case Distinct():
            x = len(set(majors))
        case Concentration():
            x = max(sexes.count(each) for each in SEXES)
        case Cover(_, values, _):
            x = sum(value in majors for value in values)
    lo, hi = asked.lo, asked.hi
    if isinstance(measure, Share):
        lo, hi = None if lo is None else ceil(lo * size), None if hi is None else floor(hi * size)
    return (lo is None or x >= lo) and (hi is None or x <= hi)


@given(models())
@settings(max_examples=70, deadline=None)
def test_a_clash_is_one_and_irreducible(drawn):
    size, asked = drawn
    found = clash_of(Asked(asked, MEANINGS, size))
    assert bool(found) != met_by_somebody(asked, size)
    if found:
        held = [each for each in asked if each.id in found]
        assert not met_by_somebody(held, size)
        for gone in held:
            assert met_by_somebody([each for each in held if each is not gone], size)
