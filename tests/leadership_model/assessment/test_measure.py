"""Laws: judge agrees with a slow second reading, and no filling of the unknown leaves the interval."""

import itertools
import math
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment import measure
from leadership_model.assessment.judge import judge
from leadership_model.assessment.vector import Numbers
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
    Share,
)
from tests.leadership_model.assessment.cast import (
    BLANK,
    FIELDS,
    MEANINGS,
    NONE,
    WOMAN,
    requirement,
    world,
)

KNOWN: dict[str, Any] = {
    "年龄": st.integers(36, 44),
    "分数": st.integers(0, 4) | st.just(NONE),
    "性别": st.sampled_from(["男", "女"]),
    "专业": st.sampled_from(["理", "工", "农", "文", NONE]),
    "籍贯": st.sampled_from(["易溪", "江岭", "湖阳"]),
    "领域": st.sets(st.sampled_from(FIELDS)).map(lambda s: "、".join(f for f in FIELDS if f in s)),
}
DOUBTFUL: dict[str, Any] = {
    "年龄": st.tuples(st.integers(37, 40), st.integers(0, 3)).map(lambda t: (t[0], sum(t))),
    "分数": st.just(BLANK) | st.just((2, 5)),
    "性别": st.just(BLANK),
    "专业": st.just(BLANK),
    "籍贯": st.just(BLANK),
    "领域": st.just(BLANK) | KNOWN["领域"].map(lambda text: text + "+"),
}
STEPS = (Rung(None, 38, 1), Rung(39, 40, 0, 1), Rung(42, None, 1, 2))
SCORES = (Rung(0, 1, 1), Rung(3, 4, 1, 1))
MEASURES = (
    Count(WOMAN),
    Share(WOMAN),
    Every(WOMAN),
    Average("年龄"),
    Average("分数"),
    Extent("年龄"),
    Extent("分数"),
    Ladder("年龄", STEPS),
    Ladder("分数", SCORES),
    Cover("专业", ("理", "工"), 1),
    Cover("专业", ("理", "工", "农", "文"), 2),
    Cover("性别", ("男", "女"), 2),
    Cover("领域", ("经济", "农业"), 2),
    Distinct("专业"),
    Distinct("性别"),
    Distinct("籍贯"),
    Distinct("领域"),
    Concentration("专业"),
    Concentration("性别"),
    Concentration("籍贯"),
    Concentration("领域"),
    Apart(("籍贯",)),
    Apart(("籍贯", "专业")),
    Apart(("领域",)),
)
HULLS = (Apart,)  # their ends need not be reached


@st.composite
def requirements(draw):
    asked = draw(st.sampled_from(MEASURES))
    if isinstance(asked, Ladder | Every | Apart):
        return requirement(asked, tolerance=draw(st.sampled_from([None, 0.0, 2.0])))
    if isinstance(asked, Share):
        number: st.SearchStrategy[Any] = st.fractions(0, 1, max_denominator=5)
    elif isinstance(asked, Average):
        number = st.integers(1, 44)
    else:
        number = st.integers(0, 4)
    lo, hi = sorted((draw(number), draw(number)))
    shape = draw(st.sampled_from(["lo", "hi", "both"]))
    tolerance = draw(st.sampled_from([None, None, 0.0, 3.0]))
    return requirement(
        asked,
        None if shape == "hi" else lo,
        None if shape == "lo" else hi,
        tolerance=tolerance,
    )


def elements_of(asked):
    if isinstance(asked, Count | Share | Every):
        return ("性别",)
    return asked.elements if isinstance(asked, Apart) else (asked.element,)


@st.composite
def casts(draw, asked, most=4, doubt=True):
    size = draw(st.integers(0, most))
    values = {}
    for name in elements_of(asked):
        one = KNOWN[name] | DOUBTFUL[name] if doubt else KNOWN[name]
        values[name] = draw(st.lists(one, min_size=size, max_size=size))
    return values


def fillings(name, value):
    """List all values a person may turn out to have."""
    meaning = MEANINGS[name]
    none = [NONE] if meaning.absent_possible else []
    if name == "领域":
        rest = (
            [f for f in FIELDS if f not in value] if value == BLANK or value.endswith("+") else []
        )
        held = set() if value == BLANK else set(value.rstrip("+").split("、"))
        more = itertools.chain.from_iterable(itertools.combinations(rest, k) for k in range(5))
        return ["、".join(f for f in FIELDS if f in held | set(extra)) for extra in more]
    if value == BLANK and meaning.kind == "number":
        return [*range(int(meaning.low), int(meaning.high) + 1), *none]
    if value == BLANK:
        return [
            *(meaning.values or ("易溪", "江岭", "湖阳", "新一", "新二", "新三", "新四")),
            *none,
        ]
    return list(range(value[0], value[1] + 1)) if isinstance(value, tuple) else [value]


def slow(asked, values):
    """Measure known data by the book, person by person."""
    people = [dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True)]
    match asked:
        case Count() | Share():
            return sum(p["性别"] == "女" for p in people)
        case Every():
            return sum(p["性别"] != "女" for p in people)
        case Average(name):
            numbers = [0 if p[name] == NONE else p[name] for p in people]
            return Fraction(sum(numbers), len(people)) if people else None
        case Extent(name):
            numbers = [p[name] for p in people if p[name] != NONE]
            return (max(numbers) - min(numbers) if numbers else 0) if people else None
        case Ladder(name, rungs):
            return sum(slow_rung(rung, [p[name] for p in people]) for rung in rungs)
        case Cover(name, wanted, each):
            return sum(sum(v in held(p[name]) for p in people) >= each for v in wanted)
        case Distinct(name):
            return len({v for p in people for v in held(p[name])})
        case Concentration(name):
            found = [v for p in people for v in held(p[name])]
            return max((found.count(v) for v in found), default=0)
        case Apart(names):
            pairs = itertools.combinations(people, 2)
            return sum(all(held(a[n]) & held(b[n]) for n in names) for a, b in pairs)


def held(value):
    return set() if value in (NONE, "") else set(value.split("、"))


def slow_rung(rung, values):
    low = -math.inf if rung.low is None else rung.low
    high = math.inf if rung.high is None else rung.high
    there = sum(v != NONE and low <= v <= high for v in values)
    most = math.inf if rung.at_most is None else rung.at_most
    return max(rung.at_least - there, 0, there - most)


def slow_satisfaction(asked, x, present):
    """Say how far x satisfies, in fractions, straight from the definition."""
    kind, lo, hi = asked.measure, asked.lo, asked.hi
    if isinstance(kind, Share) and not present and lo is not None:
        return 0
    if x is None:
        return 0
    if isinstance(kind, Share):
        lo = None if lo is None else math.ceil(lo * present)
        hi = None if hi is None else math.floor(hi * present)
    if isinstance(kind, Ladder | Every | Apart):
        lo = hi = 0
    short = lo is not None and x < lo
    distance = lo - x if short else x - hi if hi is not None and x > hi else 0
    if distance == 0:
        return 1
    n = lo if short else hi
    if asked.tolerance is not None:
        slack: Fraction | int = Fraction(asked.tolerance)
    elif isinstance(kind, Average):
        slack = Fraction(n) * Fraction(1, 20)
    elif isinstance(kind, Extent):
        slack = Fraction(n) / 2
    elif isinstance(kind, Every | Apart):
        slack = 1
    elif isinstance(kind, Ladder):
        slack = sum(rung.at_least for rung in kind.rungs) // 2 + 1
    else:
        slack = math.floor(Fraction(n) / 2) + 1
    return max(0, 1 - Fraction(distance) / slack) if slack else 0


@given(st.data())
@settings(max_examples=300)
def test_judge_agrees_with_a_second_reading_of_known_data(data):
    asked = data.draw(requirements())
    values = data.draw(casts(asked.measure, most=7, doubt=False))
    found = judge(asked, 0, world(**values))
    size = len(next(iter(values.values())))
    x = slow(asked.measure, values)
    s = slow_satisfaction(asked, x, size)
    nobody = isinstance(asked.measure, Share) and asked.lo is not None and not size
    if x is None or nobody:
        assert found.measured_low is found.measured_high is None
    else:
        assert found.measured_low == found.measured_high
        assert abs(found.measured_low - x) < 1e-6
    assert abs(found.s_low - s) < 1e-6
    assert found.s_low == found.s_high
    assert found.verdict == ("green" if s == 1 else "yellow" if s > 0 else "red")


@given(st.data())
@settings(max_examples=300)
def test_no_filling_of_the_unknown_leaves_the_interval(data):
    asked = data.draw(requirements())
    values = data.draw(casts(asked.measure, most=3))
    found = judge(asked, 0, world(**values))
    size = len(next(iter(values.values())))
    options = [[fillings(name, value) for value in row] for name, row in values.items()]
    seen = []
    for filled in itertools.product(*itertools.chain.from_iterable(options)):
        rows = [filled[i * size : (i + 1) * size] for i in range(len(values))]
        x = slow(asked.measure, dict(zip(values, rows, strict=True)))
        s = slow_satisfaction(asked, x, size)
        assert found.s_low - 1e-6 <= s <= found.s_high + 1e-6
        if found.measured_low is not None and found.measured_high is not None:
            assert found.measured_low - 1e-6 <= x <= found.measured_high + 1e-6
            seen.append(x)
    if seen and not isinstance(asked.measure, HULLS):
        assert abs(min(seen) - found.measured_low) < 1e-6
        assert abs(max(seen) - found.measured_high) < 1e-6


@given(st.data())
def test_the_order_of_members_does_not_matter(data):
    asked = data.draw(requirements())
    values = data.draw(casts(asked.measure))
    size = len(next(iter(values.values())))
    order = data.draw(st.permutations(range(size)))
    one = judge(asked, 0, world(**values))
    other = judge(asked, 0, world(size, seats=list(order), **values))
    assert (one.measured_low, one.measured_high) == (other.measured_low, other.measured_high)
    assert (one.s_low, one.s_high, one.verdict) == (other.s_low, other.s_high, other.verdict)


@given(st.lists(KNOWN["性别"] | DOUBTFUL["性别"], max_size=6))
def test_one_more_who_qualifies_never_lowers_a_count(people):
    asked = requirement(Count(WOMAN), 3)
    before = judge(asked, 0, world(len(people), 性别=people))
    after = judge(asked, 0, world(性别=[*people, "女"]))
    assert before.measured_low is not None
    assert after.measured_low == before.measured_low + 1
    assert after.s_low >= before.s_low


@given(st.lists(st.tuples(st.integers(18, 70), st.integers(0, 30)), min_size=1, max_size=9))
def test_a_ladder_with_many_unknown_is_bounded_by_a_hull(ages):
    low = np.array([age for age, _ in ages], dtype=np.float64)
    high = np.minimum(low + np.array([more for _, more in ages]), 70)
    never = np.zeros(len(ages), dtype=np.bool_)
    numbers = Numbers(low, high, never, never)
    members = np.arange(len(ages), dtype=np.int32)
    rungs = (Rung(None, 35, 2), Rung(36, 45, 2), Rung(46, 50, 1, 2), Rung(51, None, 0, 1))
    options = [measure.options_of(numbers, rungs, int(member)) for member in members]
    fixed = [sum(each == (at,) for each in options) for at in range(len(rungs))]
    doubtful = [each for each in options if len(each) > 1]
    exact = measure._ladder_ends(rungs, fixed, doubtful)
    hull = measure._ladder_hull(rungs, fixed, doubtful)
    assert hull[0] <= exact[0] <= exact[1] <= hull[1]


def test_a_ladder_of_strangers_is_measured_in_good_time():
    rungs = tuple(Rung(low, low + 4, 1, 2) for low in range(20, 60, 5))
    there = world(40, 年龄=[BLANK] * 40)
    found = judge(requirement(Ladder("年龄", rungs)), 0, there)
    assert (found.measured_low, found.measured_high) == (0, 8 * 38)


def test_who_may_have_no_value_may_stand_on_no_rung():
    there = world(2, 分数=[7, BLANK])
    found = judge(requirement(Ladder("分数", (Rung(None, None, 2),))), 0, there)
    assert (found.measured_low, found.measured_high) == (0, 1)
