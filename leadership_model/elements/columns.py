"""Arrays of a snapshot as columns that questions can be asked of."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadership_model.conditions.protocols import (
    ChoiceColumn,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.elements.vocabulary import FLAG
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools, Ints, Texts

Numbers = NDArray[Any]


def choice(texts: Texts, at: Ints | None = None) -> ChoiceColumn:
    """Take a column of codes as it is, or only its rows `at`."""
    return ChoiceColumn(texts.codes if at is None else texts.codes[at], texts.table)


def flags(codes: Ints) -> ChoiceColumn:
    """Make a flag from 1, 0, UNKNOWN and ABSENT."""
    return ChoiceColumn(codes.astype(np.int32), FLAG)


def flag_of(mask: Bools) -> ChoiceColumn:
    """Make a flag of which every answer is known."""
    return ChoiceColumn(mask.astype(np.int32), FLAG)


def numbers(
    values: Ints, low: float, high: float, *, absent_possible: bool = False
) -> NumberColumn:
    """Make numbers that cannot be negative; what is unknown lies in low..high."""
    unknown, absent = values == UNKNOWN, values == ABSENT
    known = values.astype(np.float32)
    return NumberColumn(
        np.where(unknown, np.float32(low), known),
        np.where(unknown, np.float32(high), known),
        absent,
        unknown,
        unknown if absent_possible else np.zeros_like(unknown),
    )


def interval(
    low: Numbers,
    high: Numbers,
    absent: Bools,
    may_be_absent: Bools | None = None,
    blank: Bools | None = None,
) -> NumberColumn:
    """Make numbers of which only low..high is known; unknown where the two differ.

    `blank` marks what is unknown although its interval is a single number.
    """
    start, stop = np.asarray(low, dtype=np.float32), np.asarray(high, dtype=np.float32)
    may = np.zeros_like(absent) if may_be_absent is None else may_be_absent & ~absent
    unknown = (start != stop) | may
    if blank is not None:
        unknown = unknown | blank
    return NumberColumn(start, stop, absent, unknown & ~absent, may)


def text(values: Sequence[str | None], absent: Bools | None = None) -> TextColumn:
    """Make a text column; None is unknown unless marked 无."""
    gone = np.zeros(len(values), dtype=np.bool_) if absent is None else absent
    return TextColumn(tuple(values), gone)


def sets(texts: Texts, values: tuple[str, ...], at: Ints, *, empty_known: Bools) -> SetColumn:
    """Make sets from names joined by 、; an empty cell is an empty set where `empty_known`.

    Names that `values` does not list are left out.
    """
    places = {value: place for place, value in enumerate(values)}
    table = np.zeros((len(texts.table) + 1, len(values)), dtype=np.bool_)
    for code, joined in enumerate(texts.table):
        held = [places[name] for name in joined.split("、") if name in places]
        table[code, held] = True
    codes = texts.codes[at]
    bits = table.take(np.where(codes >= 0, codes, len(texts.table)), axis=0)
    return SetColumn(bits, values, (codes == UNKNOWN) & ~empty_known)


def pick(values: Sequence[str | None], at: Ints) -> tuple[str | None, ...]:
    """Take some rows of a column as stored."""
    return tuple(values[row] for row in at.tolist())


def any_of(owner: Ints, rows: Bools, count: int) -> Bools:
    """Mark the people who own a marked row."""
    found = np.zeros(count, dtype=np.bool_)
    found[owner.take(np.flatnonzero(rows))] = True  # thrice as fast as owner[rows]
    return found
