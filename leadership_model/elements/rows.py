"""Rows of one kind that hang on people, as columns, and which rows may be missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from leadership_model.conditions.leaf import answer
from leadership_model.conditions.protocols import ChoiceColumn, Column, SetColumn
from leadership_model.conditions.tree import Part
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
        found = constant(len(self.owner), True)
        for part in parts:
            column = self.column(part.name)
            found = found & answer(part, column, ROW_NAMES[self.kind][part.name].meaning)
        return found

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


def nothing_missing(people: int) -> Gap:
    """Say that every row is recorded."""
    return Gap(np.zeros((people, 0), dtype=np.bool_))


def may_be_more(incomplete: Bools) -> Gap:
    """Say who may have further rows of which nothing is known."""
    return Gap(incomplete.reshape(-1, 1))
