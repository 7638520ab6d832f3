"""Conditions that cannot hold together: 年龄 <= 30 且 年龄 >= 40. Said before anybody is blamed.

Only what the sentence itself shows is said: two lines under one 且 that ask one element for values
no person can have at once. Nothing said does not mean that somebody is found.
"""

import itertools
from collections.abc import Iterator

from leadership_model import months
from leadership_model.conditions.protocols import Meaning, Names
from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import (
    All,
    Between,
    Compare,
    Condition,
    Is,
    Leaf,
    Not,
    Some,
    Value,
    Within,
)

_Range = tuple[float, bool, float, bool]  # low, whether it belongs, high, whether it belongs
_ALL: _Range = (float("-inf"), True, float("inf"), True)


def contradictions(condition: Condition, names: Names) -> tuple[str, ...]:
    """Name each pair of lines that exclude each other, a sentence each."""
    return tuple(_of(condition, names))


def _of(node: Condition, names: Names) -> Iterator[str]:
    match node:
        case All(parts):
            for part in parts:
                yield from _of(part, names)
            asked = [leaf for part in parts for leaf in _joined(part)]
            for first, second in itertools.combinations(asked, 2):
                if excluded(first, second, names):
                    yield f"“{write(first)}”与“{write(second)}”不能同时成立，请去掉或放宽其中一条"
        case Some(parts):
            for part in parts:
                yield from _of(part, names)
        case Not(part):
            yield from _of(part, names)
        case _:
            return


def _joined(node: Condition) -> Iterator[Leaf]:
    """Give the lines that must hold for a part of 且 to hold."""
    match node:
        case All(parts):
            for part in parts:
                yield from _joined(part)
        case Some() | Not():
            return
        case _:
            yield node


def excluded(first: Leaf, second: Leaf, names: Names) -> bool:
    """Say whether no value at all satisfies both lines."""
    name = getattr(first, "name", None)
    if name is None or name != getattr(second, "name", None):
        return False
    states = {each.state for each in (first, second) if isinstance(each, Is)}
    if states:
        if isinstance(first, Is) and isinstance(second, Is):
            return len(states) > 1
        # What is 待核 may still surely lie within limits; 无 compares with nothing but by ≠.
        plain = any(isinstance(each, Compare) and each.op == "≠" for each in (first, second))
        return "无" in states and not plain
    meaning = names.meaning(name)
    if meaning is None or meaning.kind == "set":
        return False
    one, other = _values(first), _values(second)
    if one is not None and other is not None:
        return not set(one) & set(other)
    ranges = [_ranges(each, meaning) for each in (first, second)]
    if ranges[0] is None or ranges[1] is None:
        return False
    return not any(_meet(a, b) for a in ranges[0] for b in ranges[1])


def _values(leaf: Leaf) -> tuple[Value, ...] | None:
    match leaf:
        case Compare(_, "=", value):
            return (value,)
        case Within(_, values):
            return values
        case _:
            return None


def _ranges(leaf: Leaf, meaning: Meaning) -> list[_Range] | None:
    """Give the ranges of places a line lets through; None when it is not about an order."""
    values: tuple[Value, ...]
    match leaf:
        case Compare(_, op, value) if op != "≠":
            values = (value,)
        case Between(_, low, high):
            values = (low, high)
        case Within(_, listed):
            values = listed
        case _:
            return None
    places = [_place(each, meaning) for each in values]
    if any(each is None for each in places):
        return None
    known = [each for each in places if each is not None]
    match leaf:
        case Compare(_, "<" | "<=" as op):
            return [(_ALL[0], True, known[0], op == "<=")]
        case Compare(_, ">" | ">=" as op):
            return [(known[0], op == ">=", _ALL[2], True)]
        case Between():
            return [(known[0], True, known[1], True)]
        case _:
            return [(each, True, each, True) for each in known]


def _place(value: Value, meaning: Meaning) -> float | None:
    if meaning.kind == "number":
        return float(value)
    if meaning.kind == "month":
        month = months.parse(str(value))
        return None if month is None else float(month)
    rank = meaning.ranks.get(str(value))
    return None if rank is None else float(rank)


def _meet(one: _Range, other: _Range) -> bool:
    low, high = max(one[0], other[0]), min(one[2], other[2])
    if low != high:
        return low < high
    ends = [each[1] for each in (one, other) if each[0] == low]
    ends += [each[3] for each in (one, other) if each[2] == high]
    return all(ends)
