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

        The part that leaves the fewest rows is looked up in an index of choices; the others are
        asked of the rows that are left.
        """
        if not parts:
            everything = np.arange(len(self.owner), dtype=np.int32)
            return Satisfying(everything, np.ones(len(everything), dtype=np.bool_))
        found, first = self._fewest(parts)
        for at, part in enumerate(parts):
            if at == first:
                continue
            told = self._ask(part, taken(self.column(part.name), found.at))
            left = np.flatnonzero(told.possible)
            sure = found.sure.take(left) & told.sure.take(left)
            found = Satisfying(found.at.take(left), sure)
        return found.ascending()

    def _fewest(self, parts: tuple[Part, ...]) -> "tuple[Satisfying, int]":
        """Answer the part that leaves the fewest rows, of those an index answers; say which."""
        runs = [(at, run) for at, run in enumerate(map(self._runs, parts)) if run is not None]
        if not runs:
            answer = self._ask(parts[0], self.column(parts[0].name))
            rows = np.flatnonzero(answer.possible).astype(np.int32)
            return Satisfying(rows, answer.sure[rows]), 0
        first, run = min(runs, key=_length)
        order = run.order
        rows = np.concatenate([order[:0], *(order[start:stop] for start, stop, _ in run.spans)])
        sure = np.ones(len(rows), dtype=np.bool_)
        at = 0
        for start, stop, surely in run.spans:
            sure[at : at + stop - start] = surely
            at += stop - start
        return Satisfying(rows, sure), first

    def _runs(self, part: Part) -> "Runs | None":
        """Look a part up in the index of its column; None where it has none."""
        column = self.column(part.name)
        if not isinstance(column, ChoiceColumn) or column.at_least is not None:
            return None
        if isinstance(part, Is):
            return None
        told = choice_answers(part, column, ROW_NAMES[self.kind][part.name].meaning).tolist()
        order, starts = self._kept.get(("index", part.name), lambda: _index(column))
        met = [i for i, each in enumerate(told) if each != NO]
        return Runs(order, [(starts[i], starts[i + 1], told[i] == YES) for i in met])

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
        if bool(self.sure.all()):
            return Satisfying(np.sort(self.at), self.sure)
        order = np.argsort(self.at)
        return Satisfying(self.at[order], self.sure[order])


@dataclass(frozen=True, slots=True)
class Runs:
    """Rows in the order of an index: from where to where they may satisfy a part, and surely do."""

    order: Ints
    spans: list[tuple[int, int, bool]]


def _length(found: tuple[int, Runs]) -> int:
    return sum(stop - start for start, stop, _ in found[1].spans)


def _index(column: ChoiceColumn) -> tuple[Ints, list[int]]:
    """Put the rows in order of their codes: run i holds code i, the last two 无 and unknown."""
    places = np.where(column.codes >= 0, column.codes, len(column.values) + 2 + column.codes)
    order = np.argsort(places, kind="stable").astype(np.int32)
    return order, np.searchsorted(places[order], np.arange(len(column.values) + 3)).tolist()


def together(rows: Sequence[Ints], count: int) -> Ints:
    """Give the rows of several ascending lists once each; there are `count` rows in all."""
    filled = [each for each in rows if len(each)]
    if len(filled) == 1:
        return filled[0]
    most = max(filled, key=len, default=None)
    if most is not None and (sum(map(len, filled)) - len(most)) * 16 < len(most):
        return _with_few(most, np.concatenate([each for each in filled if each is not most]))
    if sum(map(len, filled)) * 16 < count:
        found = np.sort(np.concatenate([np.zeros(0, dtype=np.int32), *filled]))
        return found[np.diff(found, prepend=-1) > 0]
    mask = np.zeros(count, dtype=np.bool_)  # several times as fast as sorting many
    for each in filled:
        mask[each] = True
    return np.flatnonzero(mask).astype(np.int32)


def _with_few(rows: Ints, few: Ints) -> Ints:
    """Put a few rows into a long ascending list, each once."""
    few = np.unique(few)
    places = np.searchsorted(rows, few)
    new = rows[np.minimum(places, len(rows) - 1)] != few
    return np.insert(rows, places[new], few[new])


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
