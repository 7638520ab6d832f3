"""Requirements on values members have, and on every one of them."""

import pytest

from leadership_model.assessment.judge import judge
from leadership_model.structure.requirement import (
    Apart,
    Concentration,
    Cover,
    Distinct,
    Every,
)
from tests.leadership_model.assessment.cast import (
    BLANK,
    NONE,
    WOMAN,
    outcome,
    requirement,
    sexes,
    world,
)

# lo, hi, tolerance, sexes -> low, high, s_low, s_high, verdict. n = 2: T = 2; n = 5: T = 3.
# wanted 理 工, k -> people
COVERS = {
    "both": (1, ["理", "工"], (2, 2)),
    "one": (1, ["理", "文"], (1, 1)),
    "twice each": (2, ["理", "理", "工"], (1, 1)),
    "unknown may fill": (1, ["理", BLANK], (1, 2)),
    "one unknown cannot fill two": (1, [BLANK], (0, 1)),
    "two unknown can": (1, [BLANK, BLANK], (0, 2)),
    "one unknown completes a pair": (2, ["理", BLANK, "工", BLANK], (0, 2)),
    "one unknown, two pairs open": (2, ["理", "工", BLANK], (0, 1)),
    "none": (1, [NONE], (0, 0)),
    "nobody": (1, [], (0, 0)),
}


@pytest.mark.parametrize("case", COVERS.values(), ids=COVERS)
def test_cover_of_a_choice(case):
    each, majors, (low, high) = case
    asked = requirement(Cover("专业", ("理", "工"), each), 2)
    found = judge(asked, 0, world(专业=majors))
    assert (found.measured_low, found.measured_high) == (low, high)


def test_an_unknown_choice_must_be_something():
    # 男 and 女 are all there is, and it cannot be 无: three unknown people hold a pair of one.
    asked = requirement(Cover("性别", ("男", "女"), 2), 2)
    found = judge(asked, 0, world(性别=[BLANK] * 3))
    assert (found.measured_low, found.measured_high) == (1, 1)
    found = judge(asked, 0, world(性别=[BLANK] * 2))
    assert (found.measured_low, found.measured_high) == (0, 1)
    found = judge(asked, 0, world(性别=["男", "男", BLANK, BLANK]))
    assert (found.measured_low, found.measured_high) == (1, 2)


SETS = {
    "one person holds two": (1, ["经济、农业"], (2, 2)),
    "one of two": (1, ["经济"], (1, 1)),
    "open": (1, ["经济+"], (1, 2)),
    "unknown holds any number": (1, [BLANK], (0, 2)),
    "twice each": (2, ["经济、农业", "经济+"], (1, 2)),
}


@pytest.mark.parametrize("case", SETS.values(), ids=SETS)
def test_cover_of_a_set(case):
    each, fields, (low, high) = case
    found = judge(requirement(Cover("领域", ("经济", "农业"), each), 2), 0, world(领域=fields))
    assert (found.measured_low, found.measured_high) == (low, high)


DISTINCT = {
    "two": ("专业", ["理", "工", "理"], (2, 2)),
    "none is no value": ("专业", ["理", NONE], (1, 1)),
    "unknown may be new": ("专业", ["理", BLANK], (1, 2)),
    "no more than there are": ("专业", ["理", "工", "农", BLANK, BLANK], (3, 4)),
    "unknown may all be 无": ("专业", [BLANK, BLANK], (0, 2)),
    "unknown is something": ("性别", [BLANK, BLANK], (1, 2)),
    "places are endless": ("籍贯", ["易溪", BLANK, BLANK], (1, 3)),
    "texts": ("院校", ["甲大学", "甲大学", NONE], (1, 1)),
    "unknown texts are endless": ("院校", ["甲大学", BLANK, BLANK], (1, 3)),
    "sets": ("领域", ["经济、农业", "农业"], (2, 2)),
    "open set": ("领域", ["经济、农业+"], (2, 4)),
    "nobody": ("专业", [], (0, 0)),
}


@pytest.mark.parametrize("case", DISTINCT.values(), ids=DISTINCT)
def test_distinct(case):
    element, held, (low, high) = case
    found = judge(requirement(Distinct(element), 4), 0, world(**{element: held}))
    assert (found.measured_low, found.measured_high) == (low, high)


CONCENTRATION = {
    "three share": ("籍贯", ["易溪", "易溪", "江岭", "易溪"], (3, 3)),
    "unknown may join": ("籍贯", ["易溪", "易溪", BLANK], (2, 3)),
    "unknown alone": ("籍贯", [BLANK, BLANK], (1, 2)),
    "none is no value": ("专业", [NONE, NONE], (0, 0)),
    "none or the same": ("专业", ["理", BLANK], (1, 2)),
    "two values, three people": ("性别", [BLANK, BLANK, BLANK], (2, 3)),
    "spread over what is free": ("性别", ["男", "男", BLANK, BLANK], (2, 4)),
    "set": ("领域", ["经济、农业", "农业", "法治+"], (2, 3)),
    "nobody": ("籍贯", [], (0, 0)),
}


@pytest.mark.parametrize("case", CONCENTRATION.values(), ids=CONCENTRATION)
def test_concentration(case):
    element, held, (low, high) = case
    found = judge(requirement(Concentration(element), None, 3), 0, world(**{element: held}))
    assert (found.measured_low, found.measured_high) == (low, high)


def test_concentration_names_those_who_share():
    found = judge(
        requirement(Concentration("籍贯"), None, 1), 0, world(籍贯=["江岭", "易溪", "易溪", BLANK])
    )
    assert found.people == (1, 2)
    assert found.unknown_people == (3,)


EVERY = {
    "all": ("女女", (0, 0, 1, 1, "green")),
    "one breaks": ("女男", (1, 1, 0, 0, "red")),
    "one may break": ("女？", (0, 1, 0, 1, "unknown")),
    "nobody": ("", (0, 0, 1, 1, "green")),
}


@pytest.mark.parametrize("case", EVERY.values(), ids=EVERY)
def test_every(case):
    people, expected = case
    found = judge(requirement(Every(WOMAN)), 0, world(性别=sexes(people)))
    assert outcome(found) == expected


def test_every_names_who_breaks_it():
    found = judge(requirement(Every(WOMAN), tolerance=2.0), 0, world(性别=sexes("女男？")))
    assert (found.people, found.unknown_people) == ((1,), (2,))
    assert outcome(found) == (1, 2, 0, 0.5, "unknown")


APART = {
    "all different": (["易溪", "江岭"], (0, 0)),
    "one pair": (["易溪", "易溪", "江岭"], (1, 1)),
    "three alike are three pairs": (["易溪"] * 3, (3, 3)),
    "unknown": (["易溪", BLANK], (0, 1)),
}


@pytest.mark.parametrize("case", APART.values(), ids=APART)
def test_apart(case):
    places, (low, high) = case
    found = judge(requirement(Apart(("籍贯",))), 0, world(籍贯=places))
    assert (found.measured_low, found.measured_high) == (low, high)


def test_apart_asks_for_all_elements_at_once():
    asked = requirement(Apart(("籍贯", "专业")))
    assert judge(asked, 0, world(籍贯=["易溪"] * 2, 专业=["理", "工"])).measured_high == 0
    assert judge(asked, 0, world(籍贯=["易溪"] * 2, 专业=["理", "理"])).measured_low == 1
    assert judge(asked, 0, world(籍贯=["易溪"] * 2, 专业=[NONE, NONE])).measured_high == 0
    assert judge(requirement(Apart(("领域",))), 0, world(领域=["经济", "农业+"])).measured_high == 1
    assert judge(requirement(Apart(("领域",))), 0, world(领域=["经济", "农业"])).measured_high == 0
