"""How the values of one element spread over all people: known, 无, unknown, and bars of values."""

import math
from dataclasses import dataclass

import numpy as np

from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Column,
    Meaning,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.people.gaps import ABSENT
from leadership_model.people.table import Bools, Ints

MOST_BARS = 14  # further values are put together as 其他
WIDTHS = (1, 2, 5, 6, 10, 12, 20, 24, 50, 60, 100, 120, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Who has a value, who is 无, of whom nothing (or not enough) is known; one of the three."""

    known: Bools
    absent: Bools
    unknown: Bools


@dataclass(frozen=True, slots=True)
class Share:
    """One bar: its words and the positions of its people."""

    label: str
    people: Ints


def gaps(column: Column) -> Gaps:
    """Sort the people by what is known of an element."""
    match column:
        case NumberColumn():
            absent, unknown = column.absent, column.unknown & ~column.absent
        case ChoiceColumn():
            absent = column.codes == ABSENT
            unknown = (column.codes < 0) & ~absent
        case SetColumn():
            unknown = column.open & ~column.bits.any(axis=1)
            absent = np.zeros_like(unknown)
        case TextColumn():
            absent = column.absent
            unknown = np.array([text is None for text in column.texts], dtype=np.bool_) & ~absent
    return Gaps(~absent & ~unknown, absent, unknown)


def shares(column: Column, meaning: Meaning) -> tuple[Share, ...]:
    """Put the people with a value into bars: bands of a number, values, members of a set."""
    known = gaps(column).known
    match column:
        case NumberColumn():
            return _bands(column.low, known, meaning)
        case ChoiceColumn():
            return _values(column, known, meaning)
        case SetColumn():
            found = [(v, np.flatnonzero(column.bits[:, i])) for i, v in enumerate(column.values)]
            none = np.flatnonzero(known & ~column.bits.any(axis=1))
            listed = [Share(v, rows.astype(np.int32)) for v, rows in found if len(rows)]
            listed.sort(key=lambda each: -len(each.people))
            return (
                *_shortened(listed),
                *([Share("没有", none.astype(np.int32))] * bool(len(none))),
            )
        case TextColumn():
            return (Share("已填写", np.flatnonzero(known).astype(np.int32)),)


def _values(column: ChoiceColumn, known: Bools, meaning: Meaning) -> tuple[Share, ...]:
    """Count the values: ranked ones in their order, others by number of people."""
    found = {
        value: np.flatnonzero(known & (column.codes == code)).astype(np.int32)
        for code, value in enumerate(column.values)
    }
    listed = [Share(value, rows) for value, rows in found.items() if len(rows)]
    if meaning.ranks:
        listed.sort(key=lambda each: -meaning.ranks.get(each.label, -1))
    elif meaning.values and not meaning.open_values:
        order = {value: at for at, value in enumerate(meaning.values)}
        listed.sort(key=lambda each: order.get(each.label, len(order)))
    else:
        listed.sort(key=lambda each: -len(each.people))
    return _shortened(listed)


def _shortened(listed: list[Share]) -> tuple[Share, ...]:
    """Put what goes beyond the number of bars together."""
    if len(listed) <= MOST_BARS:
        return tuple(listed)
    large = sorted(listed, key=lambda each: -len(each.people))[: MOST_BARS - 1]
    names = {each.label for each in large}
    kept = [each for each in listed if each.label in names]
    rest = np.concatenate([each.people for each in listed if each.label not in names])
    return (*kept, Share("其他", np.unique(rest).astype(np.int32)))


def _bands(values: np.ndarray, known: Bools, meaning: Meaning) -> tuple[Share, ...]:
    """Put numbers into bands of a round width; months into years."""
    rows = np.flatnonzero(known).astype(np.int32)
    if not len(rows):
        return ()
    numbers = values[rows].astype(np.float64)
    if meaning.kind == "month":
        numbers = np.floor(numbers / 12)
    if len(np.unique(numbers)) <= MOST_BARS and meaning.kind != "month":
        return tuple(Share(f"{n:g}", rows[numbers == n]) for n in np.unique(numbers))
    # The farthest few must not stretch the scale: 98 of 100 people give the width.
    low = float(np.percentile(numbers, 1, method="lower"))
    high = float(np.percentile(numbers, 99, method="higher"))
    wanted = max((high - low) / (MOST_BARS - 3), 1.0)
    width = next((each for each in WIDTHS if each >= wanted), WIDTHS[-1])
    first, last = math.floor(low / width) * width, math.floor(high / width) * width
    edges = np.arange(first, last + width, width)
    place = np.clip(np.digitize(numbers, edges) - 1, 0, len(edges) - 1)
    bars = []
    for at, edge in enumerate(edges.tolist()):
        inside = rows[place == at]
        label = _band_label(edge, width, at, len(edges), inside, numbers[place == at])
        bars.append(Share(label, inside))
    return tuple(bars)


def _band_label(
    edge: float, width: float, at: int, count: int, inside: Ints, numbers: np.ndarray
) -> str:
    if at == count - 1 and len(inside) and numbers.max() >= edge + width:
        return f"≥{edge:g}"
    if at == 0 and len(inside) and numbers.min() < edge:
        return f"<{edge + width:g}"
    return f"{edge:g}" if width == 1 else f"{edge:g}–{edge + width - 1:g}"
