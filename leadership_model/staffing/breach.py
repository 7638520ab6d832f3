"""New breaches: requirements red, or vetoes failed, after and not before; red ones that drift.

How far a requirement is from its target is taken at the kind end of what is unknown, as the
verdict red is. Nobody to measure is infinitely far.
"""

from collections.abc import Iterable

from leadership_model.assessment.finding import Finding
from leadership_model.staffing.rows import Limit

TINY = 1e-9


def distance(finding: Finding) -> float:
    """Give the smallest d among the values possible.

    The bounds of a share may cross (exactly half of three people): no value has d = 0 then.
    """
    least, most = finding.measured_low, finding.measured_high
    if least is None or most is None:
        return float("inf")
    lo = -float("inf") if finding.lo is None else finding.lo
    hi = float("inf") if finding.hi is None else finding.hi
    nearest = (min(max(bound, least), most) for bound in (lo, hi))
    return min(max(lo - x, 0.0, x - hi) for x in nearest)


def limit_of(before: Finding) -> Limit:
    """Say what a requirement may become without a new breach."""
    if before.s_high > 0.0:
        return Limit(veto=before.veto and before.s_high == 1.0)
    far = distance(before)
    return Limit(never=True) if far == float("inf") else Limit(distance=far)


def is_new(before: Finding, after: Finding) -> bool:
    """Say whether a requirement is a new breach."""
    if after.s_high > 0.0:
        return before.veto and before.s_high == 1.0 and after.s_high < 1.0
    return before.s_high > 0.0 or distance(after) > distance(before) + TINY


def new_breaches(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """List the findings after that are new breaches."""
    then = {each.requirement: each for each in before}
    return tuple(each for each in after if is_new(then[each.requirement], each))
