"""One leaf question asked of one column, three-valued.

A comparison with 无 is false, its ≠ true. An unknown value stays unknown, unless the interval of a
number, or what is known to be reached of an ordered choice, decides the question.
"""

import operator
from collections.abc import Callable, Container, Sequence
from typing import assert_never

import numpy as np

from leadership_model import months
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Column,
    Meaning,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tree import (
    Between,
    Compare,
    Contains,
    Is,
    Operator,
    Part,
    Value,
    Within,
)
from leadership_model.conditions.tri import Tri, certain
from leadership_model.errors import UserError
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools

NO, MAYBE, YES = 0, 1, 2
_COMPARED: dict[Operator, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "≠": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}
_ONLY = {1 << each: each for each in (NO, MAYBE, YES)}  # sets of one answer, as bits


def answer(part: Part, column: Column, meaning: Meaning) -> Tri:
    """Ask one leaf of one column; ask a question of the wrong kind and a UserError says so."""
    if isinstance(part, Is):
        return certain(_state(part, column))
    match column:
        case NumberColumn():
            return _number(part, column, meaning)
        case ChoiceColumn():
            return _choice(part, column, meaning)
        case SetColumn():
            return _set(part, column)
        case TextColumn():
            return _text(part, column)
        case _:
            assert_never(column)


def number_of(value: Value, meaning: Meaning) -> float:
    """Give the number a value stands for; months are written 2004.10."""
    if not isinstance(value, str):
        return float(value)
    found = months.parse(value) if meaning.kind == "month" else None
    if found is None:
        raise UserError(f"“{meaning.name}”不能与“{value}”比较")
    return float(found)


def wrong_kind(part: Part) -> UserError:
    """Say that a question does not fit the kind of its element."""
    return UserError(f"对“{part.name}”不能这样提问，请改用适合这一要素的比较方式")


def _state(part: Is, column: Column) -> Bools:
    """Mark who is in the state asked for; every person is in exactly one of the three."""
    match column:
        case NumberColumn(absent=absent, unknown=unknown):
            pass
        case ChoiceColumn(codes=codes):
            absent, unknown = codes == ABSENT, codes == UNKNOWN
        case SetColumn(bits=bits, open=unknown):
            absent = ~unknown & ~bits.any(axis=1)
        case TextColumn(texts=texts, absent=absent):
            empty = np.fromiter((text is None for text in texts), np.bool_, len(texts))
            unknown = empty & ~absent
        case _:
            assert_never(column)
    match part.state:
        case "已知":
            return ~absent & ~unknown
        case "待核":
            return unknown & ~absent
        case "无":
            return absent
        case _:
            assert_never(part.state)


def _number(part: Part, column: NumberColumn, meaning: Meaning) -> Tri:
    low, high = column.low, column.high
    beyond = isinstance(part, Compare) and part.op == "≠"
    match part:
        case Compare(_, op, value):
            sure, possible = _interval(op, low, high, np.float32(number_of(value, meaning)))
        case Between(_, first, last):
            start, stop = number_of(first, meaning), number_of(last, meaning)
            sure, possible = (low >= start) & (high <= stop), (high >= start) & (low <= stop)
        case Within(_, values):
            wanted = [np.float32(number_of(value, meaning)) for value in values]
            possible = np.logical_or.reduce([(low <= each) & (each <= high) for each in wanted])
            sure = possible & (low == high)
        case _:
            raise wrong_kind(part)
    if beyond:
        return Tri(sure | column.absent, possible | column.absent | column.may_be_absent)
    return Tri(sure & ~column.absent & ~column.may_be_absent, possible & ~column.absent)


def _interval(
    op: Operator, low: np.ndarray, high: np.ndarray, value: np.float32
) -> tuple[Bools, Bools]:
    """Say whether every, and whether some, number of low..high compares so with the value."""
    match op:
        case "=":
            return (low == value) & (high == value), (low <= value) & (value <= high)
        case "≠":
            return (high < value) | (low > value), (low != value) | (high != value)
        case ">":
            return low > value, high > value
        case ">=":
            return low >= value, high >= value
        case "<":
            return high < value, low < value
        case "<=":
            return high <= value, low <= value
        case _:
            assert_never(op)


def choice_answers(part: Part, column: ChoiceColumn, meaning: Meaning) -> np.ndarray:
    """Answer once per distinct value; 无 and unknown are the two answers at the end.

    ABSENT is -2 and UNKNOWN -1, so that looking codes up from the end finds them.
    """
    beyond = isinstance(part, Compare) and part.op == "≠"
    ends = (YES if beyond else NO, MAYBE)
    return np.array([*_answers(part, column.values, meaning), *ends], dtype=np.int8)


def _choice(part: Part, column: ChoiceColumn, meaning: Meaning) -> Tri:
    """Look every person's code up among the answers."""
    answers = choice_answers(part, column, meaning)
    found = answers.take(column.codes, mode="wrap")
    sure, possible = found == YES, found != NO
    if column.at_least is not None:
        bounded = np.flatnonzero((column.codes == UNKNOWN) & (column.at_least >= 0))
        if len(bounded):
            reached = _reached(part, column.values, meaning)
            said = reached[column.at_least[bounded]]
            sure[bounded], possible[bounded] = said == YES, said != NO
    return Tri(sure, possible)


def _answers(part: Part, values: Sequence[str], meaning: Meaning) -> list[int]:
    """Ask a leaf of each of some values of a choice."""
    match part:
        case Compare(_, "=", value):
            return [YES if each == value else NO for each in values]
        case Compare(_, "≠", value):
            return [NO if each == value else YES for each in values]
        case Within(_, wanted):
            return [YES if each in wanted else NO for each in values]
        case Compare(_, op, value):
            bound, compared = _rank(value, meaning), _COMPARED[op]
            return _by_rank(
                values, meaning, {each for each in meaning.ranks.values() if compared(each, bound)}
            )
        case Between(_, first, last):
            low, high = _rank(first, meaning), _rank(last, meaning)
            return _by_rank(values, meaning, range(low, high + 1))
        case _:
            raise wrong_kind(part)


def _rank(value: Value, meaning: Meaning) -> int:
    """Give the rank of a value asked for."""
    found = meaning.ranks.get(str(value))
    if found is None:
        raise UserError(f"“{value}”不在“{meaning.name}”的次序之内，不能比较高低")
    return found


def _by_rank(values: Sequence[str], meaning: Meaning, fits: Container[int]) -> list[int]:
    """Answer by rank; a recorded value that has no rank cannot be compared: unknown."""
    ranks = map(meaning.ranks.get, values)
    return [MAYBE if rank is None else YES if rank in fits else NO for rank in ranks]


def _reached(part: Part, values: Sequence[str], meaning: Meaning) -> np.ndarray:
    """Answer for unknown values of which a lower bound is known, per bound."""
    answered, bits = dict[int, int](), 0
    for value, said in zip(meaning.values, _answers(part, meaning.values, meaning), strict=True):
        rank = meaning.ranks.get(value)
        if rank is None:
            bits |= 1 << said
        else:
            answered[rank] = answered.get(rank, 0) | 1 << said
    # From the highest rank down: which answers the values from there on give, as bits.
    from_there = dict[int | None, int]()
    for rank in sorted({*meaning.ranks.values()}, reverse=True):
        bits |= answered.get(rank, 0)
        from_there[rank] = bits
    answers = [_ONLY.get(from_there.get(meaning.ranks.get(each), bits), MAYBE) for each in values]
    return np.array([*answers, MAYBE], dtype=np.int8)


def _set(part: Part, column: SetColumn) -> Tri:
    if not isinstance(part, Contains):
        raise wrong_kind(part)
    if part.value in column.values:
        sure = column.bits[:, column.values.index(str(part.value))]
    else:
        sure = np.zeros(len(column.open), dtype=np.bool_)
    return Tri(sure, sure | column.open)


def _text(part: Part, column: TextColumn) -> Tri:
    match part:
        case Compare(_, ("=" | "≠") as op, value):
            wanted = str(value)
            sure = _each(column, lambda text: (text == wanted) == (op == "="))
            beyond = op == "≠"
        case Within(_, values):
            several = frozenset(str(value) for value in values)
            sure, beyond = _each(column, lambda text: text in several), False
        case Contains(_, value):
            piece = str(value)
            sure, beyond = _each(column, lambda text: piece in text), False
        case _:
            raise wrong_kind(part)
    if beyond:
        sure = sure | column.absent
    empty = np.fromiter((text is None for text in column.texts), np.bool_, len(column.texts))
    return Tri(sure, sure | (empty & ~column.absent))


def _each(column: TextColumn, asked: Callable[[str], bool]) -> Bools:
    """Ask every text that is known."""
    answers = (text is not None and asked(text) for text in column.texts)
    return np.fromiter(answers, np.bool_, len(column.texts))
