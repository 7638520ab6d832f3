"""The ends of cover, distinct and concentration as expressions."""

import itertools
from collections.abc import Sequence

import numpy as np

from leadership_model.assessment.vector import Choices, Sets
from leadership_model.errors import UserError
from leadership_model.people.gaps import UNKNOWN
from leadership_model.staffing.ends import Ask, reached
from leadership_model.staffing.linear import Terms, total

MANY_VALUES = 10


def cover(ask: Ask, values: Choices | Sets, wanted: Sequence[str], each: int) -> Terms:
    """Count the wanted values that `each` members or more hold."""
    if isinstance(values, Sets):
        return total(
            reached(ask, _held_of_set(ask, values, values.values.index(value)), each, value)
            for value in wanted
            if value in values.values
        )
    if ask.end == "low":
        return _covered(ask, values, wanted, each)
    if ask.side == "under":
        return _coverable(ask, values, wanted, each)
    return _coverable_at_most(ask, values, wanted, each)


def distinct(ask: Ask, values: Choices | Sets) -> Terms:
    """Count the different values among the members; 无 is no value."""
    if isinstance(values, Sets):
        seen = total(
            reached(ask, ask.roll.weigh(values.bits[:, j]), 1, name)
            for j, name in enumerate(values.values)
            if values.bits[:, j].any()
        )
        if ask.end == "low" or not values.open.any():
            return seen
        return _or_all(ask, seen, ask.roll.weigh(values.open), len(values.values))
    present = {c: reached(ask, _held(ask, values, c), 1, f"value {c}") for c in _codes(values)}
    seen, blank = total(present.values()), _held(ask, values, UNKNOWN)
    if ask.end == "low":
        return seen if values.absent_possible else _seen_or_one(ask, seen, present, blank)
    if values.endless:
        return seen + blank
    outside = total(flag for code, flag in present.items() if code not in values.domain)
    return _smaller(ask, seen + blank, outside + float(len(values.domain)))


def concentration(ask: Ask, values: Choices | Sets) -> Terms:
    """Give the largest number of members who share one value."""
    if isinstance(values, Sets):
        held = [_held_of_set(ask, values, j) for j in range(len(values.values))]
        return _largest(ask, held)
    counts = {code: _held(ask, values, code) for code in _codes(values)}
    blank = _held(ask, values, UNKNOWN)
    options = list(counts.values())
    if ask.end == "high":
        joined = [row + blank for c, row in counts.items() if values.endless or c in values.domain]
        return _largest(ask, [*options, *joined, blank])
    if values.absent_possible or not _any(blank):
        return _largest(ask, options)
    inside = total(row for code, row in counts.items() if code in values.domain) + blank
    return _largest(ask, options, blank if values.endless else inside, values)


def _held(ask: Ask, values: Choices, code: int) -> Terms:
    return ask.roll.weigh(values.codes == code)


def _held_of_set(ask: Ask, values: Sets, at: int) -> Terms:
    return ask.sum(values.bits[:, at], values.bits[:, at] | values.open)


def _codes(values: Choices) -> list[int]:
    """List the values somebody has."""
    return [code for code in np.unique(values.codes).tolist() if code >= 0]


def _any(row: Terms) -> bool:
    return bool(len(row.columns)) or row.constant != 0.0


def _covered(ask: Ask, values: Choices, wanted: Sequence[str], each: int) -> Terms:
    """What the known values cover, and one more where everybody must take a wanted value.

    That is so when the domain is closed, lies inside the wanted values and holds no more than
    `each` - 1 of every value without overflowing.
    """
    codes = [values.values.index(value) if value in values.values else -9 for value in wanted]
    flags = [reached(ask, _held(ask, values, c), each, f"value {c}") for c in codes if c >= 0]
    covered = total(flags)
    if values.absent_possible or values.endless or not values.domain <= set(codes):
        return covered
    known = [code for code in codes if code >= 0]
    inside = [code for code in known if code in values.domain]
    crowd = total(_held(ask, values, code) for code in (*inside, UNKNOWN))
    threshold = len(inside) * (each - 1) + 1
    if ask.most(crowd) < threshold:
        return covered
    if ask.side == "under":
        forced = ask.flag("forced")
        ask.below(forced * threshold, crowd)
        for code, flag in zip(known, flags, strict=True):
            if code in values.domain:
                ask.below(forced + flag, 1.0)
        return covered + forced
    forced = reached(ask, crowd, threshold, "forced")
    outside = [f for code, f in zip(known, flags, strict=True) if code not in values.domain]
    result = ask.number("cover", 0.0, len(codes))
    ask.below(covered, result)
    ask.below(total(outside) + forced, result)
    return result


def _coverable(ask: Ask, values: Choices, wanted: Sequence[str], each: int) -> Terms:
    """What the known and the unknown can cover together: unknown members are dealt out."""
    blank = _held(ask, values, UNKNOWN)
    dealt, flags = [], []
    for at, value in enumerate(wanted):
        code = values.values.index(value) if value in values.values else -9
        row = _held(ask, values, code)
        if values.endless or code in values.domain:
            share = ask.number(f"dealt {at}", 0.0, max(0.0, ask.most(blank)))
            dealt.append(share)
            row = row + share
        flag = ask.flag(f"covered {at}")
        ask.below(flag * each, row)
        flags.append(flag)
    ask.below(total(dealt), blank)
    return total(flags)


def _coverable_at_most(ask: Ask, values: Choices, wanted: Sequence[str], each: int) -> Terms:
    """Lie above what can be covered: a set of values can be as soon as its gaps find the blanks."""
    if len(wanted) > MANY_VALUES:
        raise UserError(
            f"“覆盖至多”类要求列了 {len(wanted)} 个取值，配备测算最多支持 {MANY_VALUES} 个"
        )
    blank = _held(ask, values, UNKNOWN)
    gaps, sure = [], []
    for at, value in enumerate(wanted):
        code = values.values.index(value) if value in values.values else -9
        row = _held(ask, values, code)
        if not (values.endless or code in values.domain):
            sure.append(reached(ask, row, each, f"covered {at}"))
            continue
        gap, full = ask.number(f"gap {at}", 0.0, each), ask.flag(f"full {at}")
        ask.below(gap, (full * -1.0 + 1.0) * each)
        ask.below(gap, row * -1.0 + each + full * max(0.0, ask.most(row)))
        gaps.append(gap)
    result = ask.number("cover", 0.0, len(wanted))
    most = ask.most(blank) + 1.0
    for size in range(1, len(gaps) + 1):
        for chosen in itertools.combinations(gaps, size):
            fits = ask.flag(f"fits {size}")
            ask.below(blank + 1.0 - fits * most, total(chosen))
            ask.below(total(sure) + fits * size, result)
    ask.below(total(sure), result)
    return result


def _or_all(ask: Ask, seen: Terms, doubt: Terms, count: int) -> Terms:
    """Say `seen`, or all values of the domain as soon as one member may hold more."""
    opened = reached(ask, doubt, 1, "open")
    result = ask.number("distinct", 0.0, count)
    if ask.side == "under":
        ask.below(result, seen + opened * count)
    else:
        ask.below(seen, result)
        ask.below(opened * count, result)
    return result


def _seen_or_one(ask: Ask, seen: Terms, present: dict[int, Terms], blank: Terms) -> Terms:
    """Say `seen`, or 1 where nothing is known of members who must have some value."""
    if not _any(blank):
        return seen
    one = reached(ask, blank, 1, "some")
    if ask.side == "under":
        for flag in present.values():
            ask.below(one + flag, 1.0)
        return seen + one
    result = ask.number("distinct", 0.0, ask.size)
    ask.below(seen, result)
    ask.below(one, result)
    return result


def _smaller(ask: Ask, one: Terms, other: Terms) -> Terms:
    """Give the smaller of two expressions."""
    top = max(ask.most(one), ask.most(other))
    result = ask.number("smaller", min(0.0, ask.least(one), ask.least(other)), top)
    if ask.side == "under":
        ask.below(result, one)
        ask.below(result, other)
    else:
        second = ask.flag("second smaller")
        ask.below(one - second * max(0.0, ask.most(one)), result)
        ask.below(other - (second * -1.0 + 1.0) * max(0.0, ask.most(other)), result)
    return result


def _largest(
    ask: Ask, options: list[Terms], crowd: Terms | None = None, values: Choices | None = None
) -> Terms:
    """Give the largest of several counts, and of what a crowd must bring together at least.

    Members who all must have a value of a closed domain of n values put at least crowd / n on one
    of them; in an endless one they put 1 on one.
    """
    most = max(1.0, float(ask.size))
    size = 0 if crowd is None or values is None or values.endless else len(values.domain)
    result = ask.number("most", 0.0, most if crowd is None else ask.size, integer=True)
    if ask.side == "over":
        for row in options:
            ask.below(row, result)
        if crowd is not None:
            ask.below(crowd, result * (size or max(1.0, ask.most(crowd))))
        return result
    room = max(most, float(ask.size))
    choices = []
    for at, row in enumerate(options):
        choice = ask.flag(f"largest {at}")
        ask.below(result, row + (choice * -1.0 + 1.0) * room)
        choices.append(choice)
    if crowd is not None:
        choice = ask.flag("crowded")
        free = (choice * -1.0 + 1.0) * room
        if size:
            ask.below(result * size - (size - 1.0), crowd + free * size)
        else:
            ask.below(result, free + 1.0)
            ask.below(result, crowd + free)
        choices.append(choice)
    none = ask.flag("nobody")
    ask.below(result, (none * -1.0 + 1.0) * room)
    ask.builder.row(ask.name, total([*choices, none]), 1.0, 1.0)
    return result
