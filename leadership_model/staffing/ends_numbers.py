"""The ends of extent and ladder as expressions."""

import itertools
from collections.abc import Sequence

import numpy as np

from leadership_model.assessment.measure import options_of
from leadership_model.assessment.vector import Numbers
from leadership_model.people.table import Bools, Ints
from leadership_model.staffing.ends import Ask
from leadership_model.staffing.linear import Floats, Terms, terms, total
from leadership_model.structure.requirement import Rung


def extent(ask: Ask, numbers: Numbers) -> Terms:
    """Give largest minus smallest.

    Low end: largest low minus smallest high of those who surely have a value. High end: the largest
    high minus the low of somebody else, among all who may have one.
    """
    if ask.end == "low":
        there = ~(numbers.absent | numbers.may_be_absent)
        top, bottom = numbers.low, numbers.high
    else:
        there, top, bottom = ~numbers.absent, numbers.high, numbers.low
    if not there.any():
        return Terms()
    if ask.side == "over":
        return _spread_over(ask, top, bottom, there)
    if ask.end == "low":
        return _spread_by_value(ask, top, bottom, there)
    return _spread_by_seat(ask, top, bottom, there)


def _spread_over(ask: Ask, top: Floats, bottom: Floats, there: Bools) -> Terms:
    """Lie above top - bottom of every two different members."""
    floor = min(float(top[there].min()), float(bottom[there].min()))
    ceiling = max(float(top[there].max()), float(bottom[there].max()))
    spread = ask.number("extent", 0.0, ceiling - floor)
    highs = _per_seat(ask, top, there, floor)
    lows = _per_seat(ask, bottom, there, ceiling)
    for (i, high), (j, low) in itertools.product(enumerate(highs), enumerate(lows)):
        if i != j:
            ask.below(high - low, spread)
    return spread


def _per_seat(ask: Ask, values: Floats, there: Bools, otherwise: float) -> list[Terms]:
    """Give the value of whoever takes each place, then of each fixed member."""
    roll = ask.roll
    shifted = np.where(there, values - otherwise, 0.0)
    found = []
    for place in np.unique(roll.places).tolist():
        rows = roll.places == place
        found.append(terms(roll.columns[rows], shifted[: roll.pairs][rows], otherwise))
    return found + [
        Terms(constant=float(shifted[row]) + otherwise)
        for row in range(roll.pairs, len(roll.people))
        if there[row]
    ]


def _spread_by_value(ask: Ask, top: Floats, bottom: Floats, there: Bools) -> Terms:
    """Lie below the largest top minus the smallest bottom, both of members who are present."""
    used = ask.flag("extent used", integer=False)
    return _chosen(ask, top, there, used, "top") + _chosen(ask, -bottom, there, used, "bottom")


def _chosen(ask: Ask, values: Floats, there: Bools, used: Terms, what: str) -> Terms:
    """Choose one of the values members have; those below what a fixed member has are no use."""
    roll = ask.roll
    fixed = values[roll.pairs :][there[roll.pairs :]]
    floor = float(fixed.max()) if len(fixed) else -np.inf
    rows = np.flatnonzero(there[: roll.pairs] & (values[: roll.pairs] > floor))
    numbers, of = np.unique(values[rows], return_inverse=True)
    picks = ask.builder.variables([f"{ask.name} {what} {n:g}" for n in numbers.tolist()])
    for at, pick in enumerate(picks.tolist()):
        ask.below(terms(pick), terms(roll.columns[rows[of == at]]))
    chosen, sum_of_picks = terms(picks, numbers), terms(picks)
    if len(fixed):
        own = ask.flag(f"{what} fixed", integer=False)
        chosen, sum_of_picks = chosen + own * floor, sum_of_picks + own
    ask.builder.row(ask.name, sum_of_picks - used, 0.0, 0.0)
    return chosen


def _spread_by_seat(ask: Ask, top: Floats, bottom: Floats, there: Bools) -> Terms:
    """Lie below top - bottom of two different members: choose the seat of each."""
    floor = min(0.0, float(top[there].min()), float(bottom[there].min()))
    ceiling = max(0.0, float(top[there].max()), float(bottom[there].max()))
    room = ceiling - floor
    spread = ask.number("extent", 0.0, room)
    upper, lower = ask.number("upper", floor, ceiling), ask.number("lower", floor, ceiling)
    highs = _per_seat(ask, top, there, floor)
    lows = _per_seat(ask, bottom, there, ceiling)
    firsts, seconds = [], []
    for at, (high, low) in enumerate(zip(highs, lows, strict=True)):
        first, second = ask.flag(f"highest {at}"), ask.flag(f"lowest {at}")
        ask.below(upper, high + (first * -1.0 + 1.0) * room)
        ask.below(low - (second * -1.0 + 1.0) * room, lower)
        ask.below(first + second, 1.0)
        firsts.append(first)
        seconds.append(second)
    ask.below(spread, upper - lower)
    ask.below(spread, total(firsts) * room)
    ask.below(spread, total(seconds) * room)
    ask.below(total(firsts), 1.0)
    ask.below(total(seconds), 1.0)
    ask.builder.row(ask.name, total(firsts) - total(seconds), 0.0, 0.0)
    return spread


def ladder(ask: Ask, numbers: Numbers, rungs: Sequence[Rung]) -> Terms:
    """Sum over the rungs the members missing or too many. Its target is 0: only "over" is asked.

    Members who can stand on one rung only are counted there. The others are taken together by the
    rungs they can stand on: at the low end each stands where it helps, at the high end where it
    harms most.
    """
    kinds, of = _kinds(numbers, rungs)
    there = [ask.number(f"rung {at}", 0.0, ask.size) for at in range(len(rungs))]
    for at, count in enumerate(there):
        sure = ask.roll.weigh(_of_kind((at,), kinds, of))
        ask.builder.row(ask.name, count - sure, 0.0, 0.0)
    groups = []
    for kind in sorted({kind for kind in kinds if len(kind) > 1}):
        count = ask.number(f"on {kind}", 0.0, ask.size)
        doubtful = ask.roll.weigh(_of_kind(kind, kinds, of))
        ask.builder.row(ask.name, count - doubtful, 0.0, 0.0)
        groups.append((kind, count))
    if ask.end == "low" or not groups:
        return _ladder_at_best(ask, rungs, there, groups)
    return _ladder_at_worst(ask, rungs, there, groups)


def _kinds(numbers: Numbers, rungs: Sequence[Rung]) -> tuple[list[tuple[int, ...]], Ints]:
    """Say which rungs rows can stand on: kinds, and which of them each row is of.

    Rows with equal numbers are looked at once.
    """
    code = np.zeros(len(numbers.low), dtype=np.int64)
    for part in (numbers.low, numbers.high, numbers.absent, numbers.may_be_absent):
        values, at = np.unique(part, return_inverse=True)
        code = code * max(1, len(values)) + at.ravel()
    _, first, of = np.unique(code, return_index=True, return_inverse=True)
    return [options_of(numbers, rungs, row) for row in first.tolist()], of.ravel().astype(np.int32)


def _of_kind(kind: tuple[int, ...], kinds: Sequence[tuple[int, ...]], of: Ints) -> Bools:
    """Mark the rows of a kind (kinds may be listed more than once)."""
    marks = np.array([each == kind for each in kinds], dtype=np.bool_)
    found: Bools = marks[of] if len(of) else np.zeros(0, dtype=np.bool_)
    return found


def _ladder_at_best(
    ask: Ask,
    rungs: Sequence[Rung],
    there: list[Terms],
    groups: list[tuple[tuple[int, ...], Terms]],
) -> Terms:
    counts = list(there)
    for kind, count in groups:
        steps = [ask.number(f"{kind} at {at}", 0.0, ask.size) for at in kind]
        ask.builder.row(ask.name, total(steps) - count, 0.0, 0.0)
        for at, step in zip(kind, steps, strict=True):
            if at >= 0:
                counts[at] = counts[at] + step
    misses = []
    for at, (rung, count) in enumerate(zip(rungs, counts, strict=True)):
        miss = ask.number(f"miss {at}", 0.0, ask.size + rung.at_least)
        ask.below(count * -1.0 + rung.at_least, miss)
        if rung.at_most is not None:
            spare = ask.number(f"spare {at}", 0.0, ask.size)
            ask.below(count - rung.at_most, spare)
            miss = miss + spare
        misses.append(miss)
    return total(misses)


def _ladder_at_worst(
    ask: Ask,
    rungs: Sequence[Rung],
    there: list[Terms],
    groups: list[tuple[tuple[int, ...], Terms]],
) -> Terms:
    """Lie above the sum for every choice of what each rung is blamed for.

    A sum of maxima is the largest of the sums over all choices, and for one choice (too few, too
    many or nothing, rung by rung) the worst place of a doubtful member does not depend on others.
    """
    room = float(ask.size * len(rungs) + sum(rung.at_least for rung in rungs))
    worst = ask.number("misses", 0.0, room)
    blames = [
        (0, *([-1] if rung.at_least > 0 else []), *([1] if rung.at_most is not None else []))
        for rung in rungs
    ]
    for blame in itertools.product(*blames):
        row = Terms()
        for sign, rung, count in zip(blame, rungs, there, strict=True):
            if sign:
                bound = rung.at_least if sign < 0 else rung.at_most or 0
                row = row + (count - float(bound)) * sign
        for kind, count in groups:
            row = row + count * max(0 if at < 0 else blame[at] for at in kind)
        ask.below(row, worst)
    return worst
