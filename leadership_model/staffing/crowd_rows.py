"""What a requirement asks of members without names when it is met in full, as rows of counts.

Each row has one bound and says what of the requirement it stands for, so that it can be loosened.
Left out are pairs that must not share several elements at once, or an element whose values are not
listed.
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
    Rung,
    Share,
)

Bound = Terms | None
LOW, HIGH, WHOLLY, FACT = "lo", "hi", "all", "fact"


@dataclass(frozen=True, slots=True)
class Ask:
    """One row `low <= row <= high` with one finite bound.

    `part`: what it stands for: "lo", "hi", "rung 2 lo" …, "all" where the requirement can only be
    given up, "fact" where it rests on the approved quota. One unit of slack moves the target by
    `step`; `whole`: only whole steps.
    """

    row: Terms
    low: float = -INFINITY
    high: float = INFINITY
    part: str = WHOLLY
    step: float = 1.0
    whole: bool = True


def asks(crowd: Crowd, asked: Requirement, room: int | None = None) -> Iterator[Ask]:
    """Write what a requirement asks of the counts; `room`: the approved quota of its scope."""
    lo, hi = _ends_of(crowd, asked)
    if _needs_somebody(asked):
        if not crowd.most or not crowd.fixed:
            yield Ask(crowd.held, low=1.0)
        if not crowd.most:
            return
    match asked.measure:
        case Count(condition) | Share(condition):
            yield from _bounds(crowd.satisfying(condition), lo, hi)
        case Every(condition):
            yield Ask(crowd.satisfying(condition) - crowd.held, low=0.0, part=LOW)
        case Average(element):
            yield from _average(crowd, element, asked)
        case Extent(element):
            yield from _extent(crowd, element, lo, hi)
        case Ladder(element, rungs):
            yield from _ladder(crowd, element, rungs)
        case Cover() | Distinct():
            yield from _different(crowd, asked.measure, lo, hi)
        case Concentration(element):
            yield from _shared(crowd, element, lo, hi)
        case Apart((element,)) if _closed(crowd, element):
            for count in crowd.choice(element).values():
                yield Ask(count, high=1.0)
        case Filled():
            yield from _filled(crowd, asked, room)
        case Carried(functions):
            yield from _carried(crowd, functions, lo, hi)
        case _:
            return


def room_for(asked: Requirement, most: int, room: int | None) -> tuple[int | None, int | None]:
    """Give (lo, hi) of seats to be held, inside the approved quota; the widest for any number."""
    lo, hi = _widest(asked, most)
    low, high = None if lo is None else int(lo), None if hi is None else int(hi)
    if room is None:
        return low, high
    return None if low is None else min(low, room), room if high is None else min(high, room)


def _needs_somebody(asked: Requirement) -> bool:
    """Say whether the measure of nobody is none, which meets no target."""
    share = isinstance(asked.measure, Share) and asked.lo is not None
    return share or isinstance(asked.measure, Average | Extent)


def _closed(crowd: Crowd, element: str) -> bool:
    """Say whether all values an element can have are listed."""
    meaning = crowd.meaning(element)
    return bool(meaning.values) and not meaning.open_values


def _ends_of(crowd: Crowd, asked: Requirement) -> tuple[Bound, Bound]:
    """Give the bounds as they depend on how many seats are held.

    Counts are whole, so bounds that grow with the members need no rounding. Where such a bound
    could fall below 0, or is one of a mean, the widest one of any number of members stands for it.
    """
    most = crowd.most
    fixed = (_constant(each) for each in (bounds_at(asked, most) if crowd.fixed
                                          else _widest(asked, most)))  # fmt: skip
    lo, hi = fixed
    if crowd.fixed:
        return lo, hi
    if isinstance(asked.measure, Share):
        low = None if asked.lo is None else crowd.held * float(asked.lo)
        return low, None if asked.hi is None else crowd.held * float(asked.hi)
    if isinstance(asked.measure, Average | Extent):
        return lo, hi
    if asked.lo_per:
        lo = _growing(crowd, asked.lo, asked.lo_per) or lo
    if asked.hi_per:
        hi = _growing(crowd, asked.hi, asked.hi_per) or hi
    return lo, hi


def _constant(bound: Fraction | None) -> Bound:
    return None if bound is None else Terms(constant=float(bound))


def _growing(crowd: Crowd, bound: Fraction | None, per: Fraction) -> Bound:
    if bound is None or min(bound, bound + per * crowd.most) < 0:
        return None
    return crowd.held * float(per) + float(bound)


def _widest(asked: Requirement, most: int) -> tuple[Fraction | None, Fraction | None]:
    """Give the lowest lower and the highest upper bound for any number of members."""
    ends = [bounds_at(asked, number) for number in range(most + 1)]
    lows = [low for low, _ in ends if low is not None]
    highs = [high for _, high in ends if high is not None]
    return min(lows, default=None), max(highs, default=None)


def _bounds(row: Terms, lo: Bound, hi: Bound) -> Iterator[Ask]:
    if lo is not None:
        yield Ask(row - lo, low=0.0, part=LOW)
    if hi is not None:
        yield Ask(row - hi, high=0.0, part=HIGH)


def _average(crowd: Crowd, element: str, asked: Requirement) -> Iterator[Ask]:
    lo, hi = bounds_at(asked, crowd.most) if crowd.fixed else _widest(asked, crowd.most)
    step = 1 / crowd.most
    if hi is not None:
        row = crowd.sum(element) - crowd.held * float(hi)
        yield Ask(row, high=0.0, part=HIGH, step=step, whole=False)
    if lo is not None:
        row = crowd.sum(element) - crowd.held * float(lo)
        yield Ask(row, low=0.0, part=LOW, step=step, whole=False)


def _filled(crowd: Crowd, asked: Requirement, room: int | None) -> Iterator[Ask]:
    lo, hi = room_for(asked, crowd.most, room)
    if lo is not None:
        possible = total(each.held for each in crowd.groups if each.seats.quota is not False)
        yield Ask(possible, low=float(lo), part=LOW)
    sure = total(each.held for each in crowd.groups if each.seats.quota)
    if hi is not None and hi != room:
        yield Ask(sure, high=float(hi), part=HIGH)
    if room is not None:
        yield Ask(sure, high=float(room), part=FACT)


def _carried(crowd: Crowd, functions: Sequence[str], lo: Bound, hi: Bound) -> Iterator[Ask]:
    """A function is carried where somebody on one of its seats meets that seat's sheet."""
    able = [
        total(each.able() for each in crowd.groups if function in each.seats.functions)
        for function in functions
    ]
    yield from _flagged(crowd, able, 1, lo, hi)


def _different(crowd: Crowd, measure: Cover | Distinct, lo: Bound, hi: Bound) -> Iterator[Ask]:
    """Count values that are held; where not all are listed, each member may have one of his own."""
    counts = crowd.choice(measure.element)
    if isinstance(measure, Cover):
        listed = [counts[value] for value in measure.values if value in counts]
        others = float(len(measure.values) - len(listed) if _open(crowd, measure.element) else 0)
        low = None if lo is None else lo - others
        yield from _flagged(crowd, listed, measure.each, low, hi)
    elif _closed(crowd, measure.element):
        yield from _flagged(crowd, list(counts.values()), 1, lo, hi)
    elif lo is not None and crowd.meaning(measure.element).kind != "set":
        yield Ask(crowd.held - lo, low=0.0, part=LOW)


def _open(crowd: Crowd, element: str) -> bool:
    return not _closed(crowd, element)


def _shared(crowd: Crowd, element: str, lo: Bound, hi: Bound) -> Iterator[Ask]:
    counts = list(crowd.choice(element).values())
    if hi is not None and _closed(crowd, element):
        for count in counts:
            yield Ask(count - hi, high=0.0, part=HIGH)
    if lo is not None and _closed(crowd, element):
        flags = [crowd.builder.variable("the largest", integer=True) for _ in counts]
        crowd.builder.row("one is the largest", total(flags), 1.0, 1.0)
        for flag, count in zip(flags, counts, strict=True):
            spare = (flag * -1.0 + 1.0) * float(crowd.most + 1)
            yield Ask(count + spare - lo, low=0.0, part=LOW)
    elif lo is not None:
        yield Ask(crowd.held - lo, low=0.0, part=LOW)


def _flagged(
    crowd: Crowd, counts: Sequence[Terms], each: int, lo: Bound, hi: Bound
) -> Iterator[Ask]:
    """Count how many of some counts reach `each`."""
    flags = [crowd.builder.variable("reached", integer=True) for _ in counts]
    for flag, count in zip(flags, counts, strict=True):
        crowd.builder.row("reached", flag * each - count, high=0.0)
        if hi is not None:
            rest = count - flag * float(crowd.most + 1) - float(each - 1)
            crowd.builder.row("not reached", rest, high=0.0)
    yield from _bounds(total(flags), lo, hi)


def _extent(crowd: Crowd, element: str, lo: Bound, hi: Bound) -> Iterator[Ask]:
    """At least: some two stretches that are both held lie so far apart. At most: no two do."""
    parts = [each for each in crowd.number(element) if not each.absent]
    if lo is not None:
        least, largest = _ends(crowd, parts)
        far = total(flag * e.high for flag, e in zip(largest, parts, strict=True))
        near = total(flag * e.low for flag, e in zip(least, parts, strict=True))
        yield Ask(far - near - lo, low=0.0, part=LOW, whole=False)
    if hi is not None:
        held = [_held(crowd, each) for each in parts]
        for one, first in enumerate(parts):
            for other, second in enumerate(parts):
                if second.low - first.high > hi.constant:
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
    crowd.builder.row("held", stretch.count - flag * float(crowd.most), high=0.0)
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
