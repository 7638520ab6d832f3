"""Rows of one kind that hang on people, as columns, and which rows may be missing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

import numpy as np

from leadership_model.conditions.leaf import NO, YES, answer, choice_answers
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Column,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tree import Is, Part
from leadership_model.conditions.tri import Tri, constant
from leadership_model.elements.columns import any_of
from leadership_model.elements.vocabulary import ROW_NAMES
from leadership_model.errors import UserError
from leadership_model.people.kept import Kept
from leadership_model.people.table import Bools, Ints


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows that a person may have without their being recorded.

    `missing[i, j]`: person i may have a row j; of such a row only `known` columns (one value per
    j, by row name) are known.
    """

    missing: Bools
    known: Mapping[str, Column] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one kind seen at as_of. `trusted` rows mean what they say, others may match."""

    kind: str
    people: int
    owner: Ints
    trusted: Bools
    makers: Mapping[str, Callable[[], Column]]  # by column name
    gap: Gap
    _kept: Kept = field(default_factory=Kept, repr=False, compare=False)

    def column(self, name: str) -> Column:
        """Give the column of a row name, worked out once; UserError for a name unknown."""
        known = ROW_NAMES[self.kind].get(name)
        if known is None:
            raise UserError(f"{self.kind}里没有名为“{name}”的项目，请核对名称")
        return self._kept.get(name, self.makers[known.column])

    def choices(self, name: str) -> ChoiceColumn:
        """Give a column of choices."""
        found = self.column(name)
        if not isinstance(found, ChoiceColumn):
            raise TypeError(f"{name} holds no choices")
        return found

    def sets(self, name: str) -> SetColumn:
        """Give a column of sets."""
        found = self.column(name)
        if not isinstance(found, SetColumn):
            raise TypeError(f"{name} holds no sets")
        return found

    def answer(self, parts: tuple[Part, ...]) -> Tri:
        """Say which rows satisfy all parts, taking each row at its word."""
        found = self.satisfying(parts)
        whole = constant(len(self.owner), False)
        whole.sure[found.at[found.sure]], whole.possible[found.at] = True, True
        return whole

    def satisfying(self, parts: tuple[Part, ...]) -> "Satisfying":
        """Give the rows that satisfy all parts, taking each at its word.

        The first part is looked up in an index where its column holds choices; the others are
        asked of the rows that are left.
        """
        if not parts:
            everything = np.arange(len(self.owner), dtype=np.int32)
            return Satisfying(everything, np.ones(len(everything), dtype=np.bool_))
        found = self._first(parts[0])
        for part in parts[1:]:
            told = self._ask(part, taken(self.column(part.name), found.at))
            left = np.flatnonzero(told.possible)
            sure = found.sure.take(left) & told.sure.take(left)
            found = Satisfying(found.at.take(left), sure)
        return found.ascending()

    def _first(self, part: Part) -> "Satisfying":
        column = self.column(part.name)
        if (
            isinstance(column, ChoiceColumn)
            and column.at_least is None
            and not isinstance(part, Is)
        ):
            told = choice_answers(part, column, ROW_NAMES[self.kind][part.name].meaning)
            order, starts = self._kept.get(("index", part.name), lambda: _index(column))
            runs = [order[starts[i] : starts[i + 1]] for i in np.flatnonzero(told != NO).tolist()]
            at = np.concatenate([order[:0], *runs])
            return Satisfying(at, told.take(column.codes[at], mode="wrap") == YES)
        answer = self._ask(part, column)
        at = np.flatnonzero(answer.possible).astype(np.int32)
        return Satisfying(at, answer.sure[at])

    def _ask(self, part: Part, column: Column) -> Tri:
        return answer(part, column, ROW_NAMES[self.kind][part.name].meaning)

    def exists(self, parts: tuple[Part, ...]) -> Tri:
        """Say who has a row that satisfies all parts.

        True if a row surely does; unknown if one may, or if one that is not recorded may.
        """
        rows = self.answer(parts)
        sure = any_of(self.owner, rows.sure & self.trusted, self.people)
        possible = any_of(self.owner, rows.possible | ~self.trusted, self.people)
        return Tri(sure, possible | self._unrecorded(parts))

    def _unrecorded(self, parts: tuple[Part, ...]) -> Bools:
        fits = np.ones(self.gap.missing.shape[1], dtype=np.bool_)
        for part in parts:
            column = self.gap.known.get(part.name)
            if column is not None:
                meaning = ROW_NAMES[self.kind][part.name].meaning
                fits = fits & answer(part, column, meaning).possible
        found: Bools = np.any(self.gap.missing & fits, axis=1)
        return found


@dataclass(frozen=True, slots=True)
class Satisfying:
    """Rows that possibly satisfy a question, and which of them surely do."""

    at: Ints
    sure: Bools

    def ascending(self) -> "Satisfying":
        """Give the rows in their order."""
        if bool((self.at[1:] > self.at[:-1]).all()):
            return self
        order = np.argsort(self.at)
        return Satisfying(self.at[order], self.sure[order])


def _index(column: ChoiceColumn) -> tuple[Ints, Ints]:
    """Put the rows in order of their codes: run i holds code i, the last two 无 and unknown."""
    places = np.where(column.codes >= 0, column.codes, len(column.values) + 2 + column.codes)
    order = np.argsort(places, kind="stable").astype(np.int32)
    starts = np.searchsorted(places[order], np.arange(len(column.values) + 3)).astype(np.int32)
    return order, starts


def together(rows: Sequence[Ints], count: int) -> Ints:
    """Give the rows of several ascending lists once each; there are `count` rows in all."""
    filled = [each for each in rows if len(each)]
    if len(filled) == 1:
        return filled[0]
    if sum(map(len, filled)) * 16 < count:
        found = np.sort(np.concatenate([np.zeros(0, dtype=np.int32), *filled]))
        return found[np.diff(found, prepend=-1) > 0]
    mask = np.zeros(count, dtype=np.bool_)  # several times as fast as sorting many
    for each in filled:
        mask[each] = True
    return np.flatnonzero(mask).astype(np.int32)


def taken(column: Column, at: Ints) -> Column:
    """Give a column of some rows alone."""
    match column:
        case NumberColumn(low, high, absent, unknown, may):
            return NumberColumn(low[at], high[at], absent[at], unknown[at], may[at])
        case ChoiceColumn(codes, values, least):
            return ChoiceColumn(codes[at], values, None if least is None else least[at])
        case SetColumn(bits, values, more):
            return SetColumn(bits[at], values, more[at])
        case TextColumn(texts, absent):
            return TextColumn(tuple(texts[each] for each in at.tolist()), absent[at])
        case _:
            assert_never(column)


def nothing_missing(people: int) -> Gap:
    """Say that every row is recorded."""
    return Gap(np.zeros((people, 0), dtype=np.bool_))


def may_be_more(incomplete: Bools) -> Gap:
    """Say who may have further rows of which nothing is known."""
    return Gap(incomplete.reshape(-1, 1))
