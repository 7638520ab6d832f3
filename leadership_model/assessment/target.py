"""The target of a requirement as applied to one team, and how far a measured value satisfies it.

d = max(lo - x, 0, x - hi); s = 1 where d = 0, else max(0, 1 - d / T). T is the author's, else by
kind with n = the bound that is broken: floor(n / 2) + 1 for numbers of people or values, 5 % of n
for means, n / 2 for extents, 1 for every and apart, floor(sum of the rungs' minima / 2) + 1 for
ladders. T = 0: s = 0 as soon as d > 0. Over the approved quota s = 0 whatever T.
"""

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

from leadership_model.assessment.finding import Verdict
from leadership_model.structure.bounds import bounds_at
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
    Requirement,
    Share,
)

TINY = 1e-9  # a mean of whole numbers may miss its bound by the last bit of a float


@dataclass(frozen=True, slots=True)
class Target:
    """Bounds as applied (None = open), the tolerance below and above them, and a hard ceiling."""

    lo: float | None
    hi: float | None
    below: float
    above: float
    ceiling: int | None = None


def target_of(requirement: Requirement, present: int = 0, quota: int | None = None) -> Target:
    """Apply a requirement's target: to `present` members (share), inside `quota` (filled)."""
    lo, hi = _bounds(requirement, present, quota)
    return Target(
        None if lo is None else float(lo),
        None if hi is None else float(hi),
        0.0 if lo is None else tolerance(requirement, lo),
        0.0 if hi is None else tolerance(requirement, hi),
        quota if isinstance(requirement.measure, Filled) else None,
    )


def ideal_of(requirement: Requirement, present: int) -> Target | None:
    """Apply the ideal band as a target; None where there is none."""
    if requirement.ideal_lo is None and requirement.ideal_hi is None:
        return None
    none = Fraction(0)
    band = replace(
        requirement,
        lo=requirement.ideal_lo,
        hi=requirement.ideal_hi,
        lo_per=none,
        hi_per=none,
    )
    return target_of(band, present)


def tolerance(requirement: Requirement, bound: Fraction) -> float:
    """Give T for a broken bound: the author's, else that of the kind."""
    if requirement.tolerance is not None:
        return requirement.tolerance
    match requirement.measure:
        case Count() | Share() | Cover() | Distinct() | Concentration() | Filled() | Carried():
            return _half(bound)
        case Average():
            return float(bound) / 20
        case Extent():
            return float(bound) / 2
        case Ladder(rungs=rungs):
            return _half(Fraction(sum(rung.at_least for rung in rungs)))
        case Every() | Apart():
            return 1.0
        case _:
            assert_never(requirement.measure)


def satisfaction(x: float | None, target: Target) -> float:
    """Say how far a measured value satisfies a target, 0 to 1; nobody to measure satisfies none."""
    if x is None or (target.ceiling is not None and x > target.ceiling):
        return 0.0
    if target.lo is not None and target.lo - x > TINY:
        return _short(target.lo - x, target.below)
    if target.hi is not None and x - target.hi > TINY:
        return _short(x - target.hi, target.above)
    return 1.0


def satisfactions(low: float | None, high: float | None, target: Target) -> tuple[float, float]:
    """Give the smallest and the largest satisfaction over an interval of measured values.

    s falls away on both sides of the target, so the ends hold its minimum. Its maximum is 1 where
    the interval touches the target, else at an end; where a share's bounds cross (between 2/5 and
    3/5 of three people) at the value nearest to one of them.
    """
    if low is None or high is None:
        return 0.0, 0.0
    if low == high:
        only = satisfaction(low, target)
        return only, only
    ends = (satisfaction(low, target), satisfaction(high, target))
    inner = [min(max(b, low), high) for b in (target.lo, target.hi) if b is not None]
    return min(ends), max(*ends, *(satisfaction(x, target) for x in inner))


def verdict_of(s_low: float, s_high: float) -> Verdict:
    """Judge by the two satisfactions: unknown where they do not agree on a verdict."""
    if s_low == 1.0:
        return "green"
    if s_high == 0.0:
        return "red"
    return "yellow" if s_low > 0.0 and s_high < 1.0 else "unknown"


def _bounds(
    requirement: Requirement, present: int, quota: int | None
) -> tuple[Fraction | None, Fraction | None]:
    lo, hi = bounds_at(requirement, present)
    match requirement.measure:
        case Ladder() | Every() | Apart():
            return Fraction(0), Fraction(0)
        case Filled() if quota is not None:
            room = Fraction(quota)
            return None if lo is None else min(lo, room), room if hi is None else min(hi, room)
        case _:
            return lo, hi


def _half(bound: Fraction) -> float:
    return float(math.floor(bound / 2) + 1)


def _short(distance: float, slack: float) -> float:
    return max(0.0, 1.0 - distance / slack) if slack > 0 else 0.0
