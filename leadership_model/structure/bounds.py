"""The bounds of a requirement for a number of members: shares and formulas of the team's size."""

import math
from fractions import Fraction

from leadership_model.structure.requirement import Requirement, Share

Bounds = tuple[Fraction | None, Fraction | None]


def bounds_at(requirement: Requirement, present: int) -> Bounds:
    """Give (lo, hi) as they hold for `present` members; None = open.

    At least p of N is >= ceil(p N), at most p is <= floor(p N); a formula a + b N is rounded the
    same way and is never below 0. Other bounds hold as they are written.
    """
    lo, hi = requirement.lo, requirement.hi
    if isinstance(requirement.measure, Share):
        least = None if lo is None else Fraction(math.ceil(lo * present))
        return least, None if hi is None else Fraction(math.floor(hi * present))
    if lo is not None and requirement.lo_per:
        lo = max(Fraction(math.ceil(lo + requirement.lo_per * present)), Fraction(0))
    if hi is not None and requirement.hi_per:
        hi = max(Fraction(math.floor(hi + requirement.hi_per * present)), Fraction(0))
    return lo, hi
