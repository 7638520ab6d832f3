"""What requirements read of people, as vectors over everybody: one source for judge and solver.

Every vector has one row more than there are people: the last row stands for somebody outside the
base, of whom nothing is known. So `vector[members]` needs no exception for outsiders.
"""

from dataclasses import dataclass
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Column,
    Meaning,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tri import Tri
from leadership_model.errors import UserError
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools, Ints

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Answers:
    """Who surely and who possibly satisfies a condition."""

    sure: Bools
    possible: Bools


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number per person as an interval inside the declared domain; low = high where known.

    `absent`: 无 for sure (low and high are 0 there); `may_be_absent`: unknown, and 无 is possible.
    """

    low: Doubles
    high: Doubles
    absent: Bools
    may_be_absent: Bools

    def floor(self, rows: Ints | slice = slice(None)) -> Doubles:
        """Give the smallest value each (or some) can have, 无 counting as 0 (for means)."""
        low, doubtful = self.low[rows], self.may_be_absent[rows]
        return np.where(doubtful, np.minimum(low, 0.0), low) if doubtful.any() else low

    def ceiling(self, rows: Ints | slice = slice(None)) -> Doubles:
        """Give the largest value each (or some) can have, 无 counting as 0 (for means)."""
        high, doubtful = self.high[rows], self.may_be_absent[rows]
        return np.where(doubtful, np.maximum(high, 0.0), high) if doubtful.any() else high


@dataclass(frozen=True, slots=True)
class Choices:
    """One value per person: a code into `values`, UNKNOWN or ABSENT.

    `domain` holds the codes an unknown value can take; `endless` says that values never seen are
    possible too, `absent_possible` that 无 is.
    """

    codes: Ints
    values: tuple[str, ...]
    domain: frozenset[int]
    endless: bool
    absent_possible: bool


@dataclass(frozen=True, slots=True)
class Sets:
    """A set of values per person: `bits[i, j]`, person i surely has value j; `open` may have more.

    `values` is the whole declared domain.
    """

    bits: Bools
    values: tuple[str, ...]
    open: Bools


def answers(answer: Tri) -> Answers:
    """Put the outsider's row under an answer."""
    return Answers(np.append(answer.sure, False), np.append(answer.possible, True))


def numbers(column: Column, meaning: Meaning) -> Numbers:
    """Read a number or month column; UserError when the column is of another kind."""
    if not isinstance(column, NumberColumn):
        raise UserError(f"要素“{meaning.name}”不是数值，不能求平均、极差或分段，请改用其他要素")
    absent = np.append(column.absent, False)
    low = np.append(column.low.astype(np.float64), meaning.low)
    high = np.append(column.high.astype(np.float64), meaning.high)
    low[absent] = high[absent] = 0.0
    return Numbers(low, high, absent, np.append(column.may_be_absent, meaning.absent_possible))


def values(column: Column, meaning: Meaning) -> Choices | Sets:
    """Read a choice, flag, text or set column; UserError when it holds numbers."""
    match column:
        case ChoiceColumn():
            return _choices(column.codes, column.values, meaning)
        case TextColumn():
            return _texts(column, meaning)
        case SetColumn():
            return _sets(column, meaning)
        case NumberColumn():
            raise UserError(f"要素“{meaning.name}”是数值，不能按取值统计，请改用其他要素")
        case _:
            assert_never(column)


def _choices(codes: Ints, seen: tuple[str, ...], meaning: Meaning) -> Choices:
    names = tuple(dict.fromkeys((*seen, *meaning.values)))
    closed = bool(meaning.values) and not meaning.open_values
    domain = meaning.values if closed else names
    at = {name: code for code, name in enumerate(names)}
    return Choices(
        np.append(codes, UNKNOWN).astype(np.int32),
        names,
        frozenset(at[name] for name in domain),
        not closed,
        meaning.absent_possible,
    )


def _texts(column: TextColumn, meaning: Meaning) -> Choices:
    known: dict[str, int] = {}
    codes = np.fromiter(
        (UNKNOWN if text is None else known.setdefault(text, len(known)) for text in column.texts),
        dtype=np.int32,
        count=len(column.texts),
    )
    codes[column.absent] = ABSENT
    return _choices(codes, tuple(known), meaning)


def _sets(column: SetColumn, meaning: Meaning) -> Sets:
    names = tuple(dict.fromkeys((*column.values, *meaning.values)))
    count = len(column.open)
    bits = np.zeros((count + 1, len(names)), dtype=np.bool_)
    bits[:count, : len(column.values)] = column.bits
    return Sets(bits, names, np.append(column.open, True))
