"""An element as the rows or columns of a table: its values, or bands of it; 无 and 待核 apart.

Bands of a number are written by the last value of each (35,40,45: up to 35, 36 to 40, 41 to 45,
over 45); of a time in months and of a calendar month by the first (12,36: under 12, 12 to 35, from
36 on; 1990,2000: before 1990, 1990 to 1999, from 2000 on). Somebody of whom a number is known only
within limits stands in a band that holds all of them, else under 待核.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Column,
    Meaning,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tree import Between, Compare, Condition, Contains, Is
from leadership_model.elements.spread import gaps
from leadership_model.errors import UserError
from leadership_model.people.table import Bools, Ints

MOST = 30  # values that stand by themselves; the others together are 其他
OTHERS, NONE, OPEN = "其他", "无", "待核"
AGES = (35, 40, 45, 50, 54, 59)
SPANS = (12, 36, 60, 120)
SPAN_UNITS = ("月", "个月")
MOST_EDGES = 20
_AT_ONCE = (",", "，", "、", "；", ";", " ")


@dataclass(frozen=True, slots=True)
class Part:
    """One row or column: its words and who belongs to it (all people); `condition` says it."""

    label: str
    inside: Bools
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """The parts of an element. `overlaps`: somebody may stand in several of them."""

    element: str
    parts: tuple[Part, ...]
    overlaps: bool = False
    sensitive: bool = False


def banded(meaning: Meaning) -> bool:
    """Say whether an element is put into bands."""
    return meaning.kind in ("number", "month")


def read_edges(text: str, meaning: Meaning) -> tuple[int, ...]:
    """Read the limits of bands, written with commas; UserError with a sentence otherwise."""
    for each in _AT_ONCE:
        text = text.replace(each, " ")
    parts = text.split()
    example = "1990,2000,2010" if meaning.kind == "month" else "12,36,60"
    example = example if meaning.kind == "month" or meaning.unit in SPAN_UNITS else "35,40,45"
    if not parts or not all(each.lstrip("-").isdecimal() for each in parts):
        raise UserError(f"“{meaning.name}”的分段请写成以逗号分开的整数，例如 {example}")
    found = tuple(int(each) for each in parts)
    if any(first >= last for first, last in itertools.pairwise(found)):
        raise UserError(f"“{meaning.name}”的分段应从小到大、不重复，请改正")
    if len(found) > MOST_EDGES:
        raise UserError(f"“{meaning.name}”至多分 {MOST_EDGES + 1} 段，请减少")
    if meaning.kind == "month" and not all(1900 <= each <= 2100 for each in found):
        raise UserError(f"“{meaning.name}”按年份分段，请填写 1900 到 2100 之间的年份")
    return found


def usual_edges(world: World, element: str) -> tuple[int, ...]:
    """Give limits of bands for who has set none: the usual ones, else of about equal numbers."""
    meaning = _meaning(world, element)
    if meaning.unit in SPAN_UNITS:
        return SPANS
    if element == "年龄":
        return AGES
    column = world.facts.column(element)
    assert isinstance(column, NumberColumn)
    known = gaps(column).known
    values = np.floor(column.low[known]).astype(np.int64)
    if meaning.kind == "month":
        values = values // 12
    if not len(values):
        return (0,) if meaning.kind == "number" else (2000,)
    cuts = np.quantile(values, (0.2, 0.4, 0.6, 0.8)).astype(np.int64)
    return tuple(int(each) for each in np.unique(cuts))


def axis(world: World, element: str, people: Ints, edges: Sequence[int] = ()) -> Axis:
    """Part all people by an element; values that none of `people` has are left out.

    UserError when there is no such element.
    """
    meaning = _meaning(world, element)
    column = world.facts.column(element)
    found: list[Part]
    match column:
        case NumberColumn():
            found = list(_bands(column, meaning, edges or usual_edges(world, element)))
        case ChoiceColumn():
            found = list(_values(column, meaning, people))
        case SetColumn():
            held = column.bits[people].sum(axis=0)
            order = sorted(np.flatnonzero(held).tolist(), key=lambda at: (-int(held[at]), at))
            found = [
                Part(column.values[at], column.bits[:, at], Contains(element, column.values[at]))
                for at in order[:MOST]
            ]
            rest: Bools = np.isin(np.arange(len(column.values)), order[MOST:])
            rest = (column.bits & rest).sum(axis=1) > 0
            found += [Part(OTHERS, rest)] if len(order) > MOST else []
            found.append(Part(NONE, ~column.bits.any(axis=1) & ~column.open))
        case TextColumn():
            found = list(_texts(column, element, people))
    inside: Bools = np.zeros(world.facts.count, dtype=np.bool_)
    for each in found:
        inside = inside | each.inside
    absent = gaps(column).absent & ~inside
    found.append(Part(NONE, absent, Is(element, "无")))
    open_ = ~inside & ~absent
    found.append(Part(OPEN, open_, _open(element, column)))
    # A band stays although nobody is in it: the bands together say what was asked.
    kept = tuple(
        each
        for each in found
        if (banded(meaning) and each.label not in (NONE, OPEN)) or each.inside[people].any()
    )
    overlaps = isinstance(column, SetColumn)
    return Axis(element, kept, overlaps, world.catalogue.sensitive(element))


def _open(element: str, column: Column) -> Condition | None:
    """Say 待核 as a condition; of a number it is also who is between two bands."""
    return None if isinstance(column, NumberColumn) else Is(element, "待核")


def _meaning(world: World, element: str) -> Meaning:
    meaning = world.facts.meaning(element) if world.catalogue.element(element) else None
    if meaning is None:
        raise UserError(f"没有名为“{element}”的要素，请另选一个")
    return meaning


def _bands(column: NumberColumn, meaning: Meaning, edges: Sequence[int]) -> Iterator[Part]:
    absent = column.absent | column.may_be_absent
    for low, high, label in _limits(meaning, edges):
        inside = ~absent & (column.low >= low) & (column.high <= high)
        yield Part(label, inside, _between(meaning, low, high))


def _between(meaning: Meaning, low: float, high: float) -> Condition:
    def value(place: float) -> str | int:
        return months.show(int(place)) if meaning.kind == "month" else int(place)

    if np.isinf(low):
        return (
            Compare(meaning.name, "<=", value(high))
            if meaning.whole or (meaning.kind == "month")
            else Compare(meaning.name, "<", value(np.floor(high) + 1))
        )
    if np.isinf(high):
        return Compare(meaning.name, ">=", value(low))
    return Between(meaning.name, value(low), value(high))


def _limits(meaning: Meaning, edges: Sequence[int]) -> Iterator[tuple[float, float, str]]:
    """Give lowest, highest and words of each band."""
    step = 1.0
    firsts = [float(each) for each in edges]
    spans = meaning.unit in SPAN_UNITS
    if meaning.kind == "month":
        firsts = [each * 12.0 for each in edges]
    elif not spans:
        firsts = [each + step for each in edges]
    lows = [-np.inf, *firsts]
    highs = [*(each - step for each in firsts), np.inf]
    for at, (low, high) in enumerate(zip(lows, highs, strict=True)):
        yield low, high, _words(meaning, edges, at, spans=spans)


def _words(meaning: Meaning, edges: Sequence[int], at: int, *, spans: bool) -> str:
    unit = meaning.unit
    first = edges[at - 1] if at else None
    last = edges[at] if at < len(edges) else None
    if meaning.kind == "month":
        if first is None:
            return f"{last}年以前"
        if last is None:
            return f"{first}年以后"
        return f"{first}年" if last == first + 1 else f"{first}–{last - 1}年"
    if spans:
        years = all(each % 12 == 0 for each in edges)
        size, unit = (12, "年") if years else (1, "个月")
        if first is None:
            return f"不满{(last or 0) // size}{unit}"
        if last is None:
            return f"{first // size}{unit}以上"
        return f"{first // size}–{last // size}{unit}"
    if first is None:
        return f"{last}{unit}以下"
    if last is None:
        return f"{first + 1}{unit}以上"
    return f"{last}{unit}" if last == first + 1 else f"{first + 1}–{last}"


def _values(column: ChoiceColumn, meaning: Meaning, people: Ints) -> Iterator[Part]:
    """Give the values of a choice: the highest first, without ranks the most frequent first."""
    codes = column.codes
    held = codes[people]
    counts = np.bincount(held[held >= 0], minlength=len(column.values)).tolist()
    ranks = meaning.ranks

    def place(at: int) -> tuple[int, int, int]:
        rank = ranks.get(column.values[at], -1) if ranks else 0
        return -rank, 0 if ranks else -counts[at], at

    order = sorted((at for at, count in enumerate(counts) if count), key=place)
    alone = order if len(order) <= MOST else order[: MOST - 1]
    for at in alone:
        yield Part(column.values[at], codes == at, Compare(meaning.name, "=", column.values[at]))
    if len(order) > len(alone):
        rest = np.ones(len(column.values) + 1, dtype=np.bool_)
        rest[alone], rest[-1] = False, False
        yield Part(OTHERS, rest[np.maximum(codes, -1)])


def _texts(column: TextColumn, element: str, people: Ints) -> Iterator[Part]:
    counts: dict[str, int] = {}
    for at in people.tolist():
        text = column.texts[at]
        if text is not None:
            counts[text] = counts.get(text, 0) + 1
    order = sorted(counts, key=lambda text: (-counts[text], text))
    alone = order if len(order) <= MOST else order[: MOST - 1]
    place = {text: at for at, text in enumerate(alone)}
    codes = np.array(
        [-1 if text is None else place.get(text, len(alone)) for text in column.texts],
        dtype=np.int32,
    )
    for at, text in enumerate(alone):
        yield Part(text, codes == at, Compare(element, "=", text))
    if len(order) > len(alone):
        yield Part(OTHERS, codes == len(alone))
