from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment.judge import judge
from leadership_model.conditions.tree import All, Between, Compare, Not, Some, Within
from leadership_model.staffing.model_clash import clash_of_model
from leadership_model.structure.requirement import (
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
from tests.leadership_model.staffing.small import MODEL, requirement

WOMAN = Compare("性别", "=", "女")
OLD, YOUNG = Compare("年龄", ">=", 45), Compare("年龄", "<", 40)


def found(size, *asked, **more):
    model = replace(MODEL, requirements=asked)
    return [each.source for each in clash_of_model(model, MEANINGS, size, **more)]


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
        (2, [Extent("年龄"), 99, None, Count(WOMAN), 0, None], False),
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
    assert found(9, harmless, young, old, only=("女", "年长")) == []
    model = replace(MODEL, requirements=(young, old))
    assert clash_of_model(model, MEANINGS, 9)[0].text == "9人的班子要满足“平均年龄”。"


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
