"""New breaches, and the limits that keep a solver from making one, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.assessment.finding import Finding
from leadership_model.assessment.target import Target, satisfactions, verdict_of
from leadership_model.staffing.breach import distance, is_new, limit_of, new_breaches


def found(low, high=None, lo=4.0, hi=None, slack=3.0, veto=False, id="r"):
    """A finding whose value lies in low..high, held against lo..hi with T = slack on both sides."""
    high = low if high is None else high
    target = Target(lo, hi, slack, slack)
    s_low, s_high = satisfactions(low, high, target)
    return Finding(
        requirement=id,
        label=id,
        dimension="结构",
        kind="count",
        verdict=verdict_of(s_low, s_high),
        measured_low=low,
        measured_high=high,
        lo=lo,
        hi=hi,
        s_low=s_low,
        s_high=s_high,
        points=10.0,
        veto=veto,
    )


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        (found(4), found(3), False),  # yellow is no breach
        (found(4), found(1), True),  # red after and not before
        (found(3), found(1), True),
        (found(1), found(1), False),  # red before as well, and no farther
        (found(1), found(0), True),  # a red one that drifts
        (found(0), found(1), False),
        (found(4), found(0, 2), False),  # it may still be yellow
        (found(0, 2), found(1), True),
        (found(4, veto=True), found(3, veto=True), True),  # a veto fails short of red
        (found(3, veto=True), found(2, veto=True), False),  # which had failed before
        (found(3, 4, veto=True), found(3, veto=True), True),  # and one that was perhaps met
        (found(4, veto=True), found(3, 4, veto=True), False),
    ],
)
def test_a_breach_is_new_when_it_was_none_before_or_drifts(before, after, new):
    assert is_new(before, after) is new
    assert new_breaches([before], [after]) == ((after,) if new else ())


@pytest.mark.parametrize(
    ("finding", "d"),
    [
        (found(1), 3),
        (found(1, 3), 1),  # taken at the kind end
        (found(1, 5), 0),
        (found(9, 10, lo=None, hi=7.0), 2),
        (found(2, 4, lo=None, hi=None), 0),
        (found(1, 2, lo=2.0, hi=1.0), 1),  # bounds of a share that cross: nothing is inside
        (found(None), float("inf")),
    ],
)
def test_how_far_a_requirement_is_from_its_target(finding, d):
    assert distance(finding) == d


numbers = st.integers(0, 8)


@st.composite
def findings(draw):
    """Draw one requirement before and after: same bounds, any intervals."""
    lo = draw(st.none() | numbers.map(float))
    hi = draw(st.none() | numbers.map(lambda n: n + (lo or 0.0)))
    slack, veto = draw(st.sampled_from([0.0, 1.0, 2.5, 4.0])), draw(st.booleans())
    ends = [sorted((draw(numbers), draw(numbers))) for _ in range(2)]
    return tuple(found(*each, lo=lo, hi=hi, slack=slack, veto=veto) for each in ends), slack


@given(findings())
def test_the_limit_of_a_solver_says_the_same(drawn):
    (before, after), slack = drawn
    limit = limit_of(before)
    low, high = limit.range_of(Target(before.lo, before.hi, slack, slack))
    inside = after.measured_high >= low - 1e-9 and after.measured_low <= high + 1e-9
    assert is_new(before, after) is not (limit.never or inside)
