"""What a requirement asks of members without names when it is met in full, as rows of counts.

Each row has one bound and says what of the requirement it stands for, so that it can be loosened.
Left out is what is no matter of counts: filled and carried (matters of seats and posts).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from leadership_model.staffing.crowd import Crowd, Stretch
from leadership_model.staffing.linear import INFINITY, Terms, total
from leadership_model.structure.bounds import bounds_at
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
    Requirement,
    Rung,
    Share,
)

Bound = Fraction | None
LOW, HIGH, WHOLLY = "lo", "hi", "all"


@dataclass(frozen=True, slots=True)
class Ask:
    """One row `low <= row <= high` with one finite bound.

    `part`: what it stands for: "lo", "hi", "rung 2 lo" …, or "all" where the requirement can only
    be given up. One unit of slack moves the target by `step`; `whole`: only whole steps.
    """

    row: Terms
    low: float = -INFINITY
    high: float = INFINITY
    part: str = WHOLLY
    step: float = 1.0
    whole: bool = True


def asks(crowd: Crowd, asked: Requirement) -> Iterator[Ask]:
    """Write what a requirement asks of the counts."""
    lo, hi = bounds_at(asked, crowd.size)
    match asked.measure:
        case Count(condition) | Share(condition):
            yield from _bounds(crowd.satisfying(condition), lo, hi)
        case Every(condition):
            yield Ask(crowd.satisfying(condition), low=crowd.size, part=LOW)
        case Average(element):
            yield from _average(crowd, element, lo, hi)
        case Extent(element):
            yield from _extent(crowd, element, lo, hi)
        case Ladder(element, rungs):
            yield from _ladder(crowd, element, rungs)
        case Cover(element, values, each) if crowd.meaning(element).values:
            counts = crowd.choice(element)
            listed = [counts[value] for value in values if value in counts]
            open_ones = len([value for value in values if value not in counts])
            yield from _bounds(_reached(crowd, listed, each) + float(open_ones), lo, None)
        case Distinct(element) if _closed(crowd, element):
            yield from _bounds(_reached(crowd, list(crowd.choice(element).values()), 1),
                               lo, None)  # fmt: skip
        case Concentration(element) if _closed(crowd, element) and hi is not None:
            for count in crowd.choice(element).values():
                yield Ask(count, high=float(hi), part=HIGH)
        case Apart((element,)) if _closed(crowd, element):
            for count in crowd.choice(element).values():
                yield Ask(count, high=1.0)
        case _:
            return


def _closed(crowd: Crowd, element: str) -> bool:
    """Say whether all values an element can have are listed."""
    meaning = crowd.meaning(element)
    return bool(meaning.values) and not meaning.open_values


def _bounds(row: Terms, lo: Bound, hi: Bound) -> Iterator[Ask]:
    if lo is not None:
        yield Ask(row, low=float(lo), part=LOW)
    if hi is not None:
        yield Ask(row, high=float(hi), part=HIGH)


def _average(crowd: Crowd, element: str, lo: Bound, hi: Bound) -> Iterator[Ask]:
    size = crowd.size
    if hi is not None and size:
        yield Ask(crowd.sum(element), high=float(hi) * size, part=HIGH, step=1 / size,
                  whole=False)  # fmt: skip
    if lo is not None and size:
        yield Ask(crowd.sum(element), low=float(lo) * size, part=LOW, step=1 / size,
                  whole=False)  # fmt: skip


def _extent(crowd: Crowd, element: str, lo: Bound, hi: Bound) -> Iterator[Ask]:
    """At least: some two stretches that are both held lie so far apart. At most: no two do."""
    parts = [each for each in crowd.number(element) if not each.absent]
    if lo is not None and crowd.size:
        least, largest = _ends(crowd, parts)
        far = total(flag * e.high for flag, e in zip(largest, parts, strict=True))
        near = total(flag * e.low for flag, e in zip(least, parts, strict=True))
        yield Ask(far - near, low=float(lo), part=LOW, whole=False)
    if hi is not None:
        held = [_held(crowd, each) for each in parts]
        for one, first in enumerate(parts):
            for other, second in enumerate(parts):
                if second.low - first.high > hi:
                    yield Ask(held[one] + held[other], high=1.0)


def _ends(crowd: Crowd, parts: Sequence[Stretch]) -> tuple[list[Terms], list[Terms]]:
    """Choose one stretch that is held for the least value, and one for the largest."""
    found = []
    for side in ("least", "largest"):
        flags = [crowd.builder.variable(side, integer=True) for _ in parts]
        crowd.builder.row(side, total(flags), 0.0, 1.0)
        for flag, each in zip(flags, parts, strict=True):
            crowd.builder.row(side, flag - each.count, high=0.0)
        found.append(flags)
    crowd.builder.row("both or none", total(found[0]) - total(found[1]), 0.0, 0.0)
    return found[0], found[1]


def _held(crowd: Crowd, stretch: Stretch) -> Terms:
    """Give a flag that is 1 where somebody is in a stretch."""
    flag = crowd.builder.variable("held", integer=True)
    crowd.builder.row("held", stretch.count - flag * float(crowd.size), high=0.0)
    return flag


def _ladder(crowd: Crowd, element: str, rungs: Sequence[Rung]) -> Iterator[Ask]:
    taken: list[int] = []
    parts = crowd.number(element)
    for number, rung in enumerate(rungs):
        here = [at for at, e in enumerate(parts) if at not in taken and _stands(e, rung)]
        taken += here
        row = total(parts[at].count for at in here)
        yield Ask(row, low=float(rung.at_least), part=f"rung {number} {LOW}")
        if rung.at_most is not None:
            yield Ask(row, high=float(rung.at_most), part=f"rung {number} {HIGH}")


def _stands(stretch: Stretch, rung: Rung) -> bool:
    middle = (stretch.low + stretch.high) / 2
    above = rung.low is None or middle >= rung.low
    return not stretch.absent and above and (rung.high is None or middle <= rung.high)


def _reached(crowd: Crowd, counts: Sequence[Terms], each: int) -> Terms:
    """Count how many of some counts reach `each`, at the most."""
    flags = []
    for count in counts:
        flag = crowd.builder.variable("reached", integer=True)
        crowd.builder.row("reached", flag * each - count, high=0.0)
        flags.append(flag)
    return total(flags)
