"""The vectors every requirement reads, each worked out once per month and seating."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Protocol, Self, TypeVar, cast

import numpy as np

from leadership_model.assessment import vector
from leadership_model.assessment.vector import Answers, Choices, Numbers, Sets
from leadership_model.conditions.laid import laid_over
from leadership_model.conditions.mask import mask
from leadership_model.conditions.protocols import Column, Columns, Meaning
from leadership_model.conditions.tree import Condition
from leadership_model.conditions.tri import Tri
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import When
from leadership_model.elements.references import of_definition
from leadership_model.elements.source import FEW, moved_people, names_people
from leadership_model.errors import UserError
from leadership_model.people.kept import Kept, People, Read, Stands
from leadership_model.people.seating import Seating
from leadership_model.people.table import Ints

T = TypeVar("T")


class SeatedColumns(Columns, Protocol):
    """Columns of one seating that can be asked for another. The feature table implements it."""

    @property
    def catalogue(self) -> Catalogue:
        """Say which elements depend on who sits where."""

    def reseated(self, seating: Seating) -> Self:
        """Give the same people seated otherwise; columns that do not depend on seats are kept."""

    @property
    def seating(self) -> Seating:
        """Who sits where."""

    def refreshed(self, seating: Seating, people: People | None = None) -> Self:
        """Give the columns of a snapshot with a few other rows; those that stand are kept."""

    def few(self, people: People) -> Self:
        """Give the columns of some people alone, in ascending order of position."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Columns and answers over all people, cached. The vectors are shared: do not change them.

    What does not depend on who sits where is kept once for all seatings.
    """

    table: SeatedColumns
    _kept: Kept = field(default_factory=Kept, repr=False, compare=False)
    _seated: Kept = field(default_factory=Kept, repr=False, compare=False)
    _bound: dict[tuple[str, Any], bool] = field(default_factory=dict, repr=False, compare=False)
    _few: dict[People, "Facts"] = field(default_factory=dict, init=False, repr=False, compare=False)
    # How many people there are; also the row of an outsider in the longer vectors.
    count: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", self.table.count)

    @property
    def basis(self) -> object:
        """Give what is the same for all seatings of the same records at the same month."""
        return self._kept

    def tri(self, condition: Condition) -> Tri:
        """Answer a condition for everybody."""
        return self._keep(
            ("tri", condition), lambda: mask(condition, self.table), lambda few: few.tri(condition)
        )

    def column(self, name: str) -> Column:
        """Give the column of an element."""
        key = ("column", name)
        return self._room(key).get(key, lambda: self.table.column(name))

    def answers(self, condition: Condition) -> Answers:
        """Answer a condition for everybody and, in the last row, for an outsider."""
        key = ("answers", condition)
        return self._keep(
            key, lambda: vector.answers(self.tri(condition)), lambda few: few.answers(condition)
        )

    def read_of(self, members: Ints) -> "Facts | FactsOf":
        """Give the same vectors to somebody who reads no other rows than these."""
        aged = self._kept.has_aged or self._seated.has_aged
        return FactsOf(self, People(members.tolist())) if aged else self

    def numbers(self, name: str) -> Numbers:
        """Give a number element of everybody and an outsider."""
        meaning = self.meaning(name)
        return self._keep(
            ("numbers", name),
            lambda: vector.numbers(self.column(name), meaning),
            lambda few: few.numbers(name),
        )

    def values(self, name: str) -> Choices | Sets:
        """Give a choice, flag, text or set element of everybody and an outsider."""
        meaning = self.meaning(name)
        return self._keep(
            ("values", name),
            lambda: vector.values(self.column(name), meaning),
            lambda few: few.values(name),
        )

    def meaning(self, name: str) -> Meaning:
        """Say what an element means; UserError when there is no such element."""
        found = self.table.meaning(name)
        if found is None:
            raise UserError(f"没有名为“{name}”的要素，请在要素目录里核对名称")
        return found

    def reseated(self, seating: Seating) -> "Facts":
        """Give the facts of another seating; what does not depend on who sits where is kept."""
        people = moved_people(self.table.seating, seating)
        seated = self._seated.those(_never, self._ages(people), people)
        return Facts(self.table.reseated(seating), self._kept, seated, self._bound)

    def refreshed(self, seating: Seating, people: People | None = None) -> "Facts":
        """Give the facts of the recorded seats of a snapshot with a few other rows.

        What was worked out from columns that are the same is kept. `people`: all whose rows or
        seats are touched, by position; None where that is not known.
        """
        was = self.table.seating
        reads_same = seating.snapshot.same_as(was.snapshot)

        def stands(_key: Hashable, _value: object, reads: frozenset[Read]) -> bool:
            return reads_same(reads)

        touched, ages = people or People(), None if people is None else self._ages(people)
        kept = self._kept.those(stands, ages, touched)
        same = seating.seats_as(was)
        seated = self._seated.those(stands if same else _never, ages, touched)
        return Facts(self.table.refreshed(seating, people), kept, seated, self._bound)

    def seen_through(self, table: SeatedColumns, gone: frozenset[str]) -> "Facts":
        """Give the facts of a table with another catalogue; what names none of `gone` is kept."""
        kept, seated = (
            each.those(lambda key, _value, _reads: not _names(key, gone))
            for each in (self._kept, self._seated)
        )
        return Facts(table, kept, seated)

    def of_others(self, key: tuple[str, Any], people: People) -> object | None:
        """Give what has aged under a key where it still is right for some people; else None."""
        return self._room(key).of_others(key, people)

    def _keep(
        self, key: tuple[str, Any], make: Callable[[], T], of_few: Callable[["Facts"], T]
    ) -> T:
        """Work something out once; after a change only of the people it touched."""

        def mend(before: T, people: People) -> T | None:
            if people not in self._few:
                self._few[people] = Facts(self.table.few(people), _bound=self._bound)
            chosen = np.array(sorted(people), dtype=np.int32)
            return laid_over(before, of_few(self._few[people]), chosen)

        return self._room(key).get(key, make, mend)

    def _room(self, key: tuple[str, Any]) -> Kept:
        return self._seated if self._is_bound(key) else self._kept

    def _ages(self, people: People) -> Stands | None:
        """Say what is worth being worked out for these people alone: all but the columns."""
        return _but_columns if len(people) * FEW < self.count else None

    def _is_bound(self, key: Hashable) -> bool:
        """Say whether what is kept under a key depends on who sits where."""
        asked = cast("tuple[str, Condition | str]", key)
        found = self._bound.get(asked)
        if found is None:
            found = self._bound[asked] = self.depends_on_seats(asked[1])
        return found

    def depends_on_seats(self, asked: Condition | str) -> bool:
        """Say whether the answer to a condition, or an element, depends on who sits where."""
        catalogue = self.table.catalogue
        if isinstance(asked, str):
            return catalogue.seated(asked)
        uses = of_definition(When(asked))
        return uses.seated or any(catalogue.seated(name) for name in uses.elements)


@dataclass(frozen=True, slots=True)
class FactsOf:
    """The vectors as they are right for some rows: what has aged of others only is not mended."""

    facts: Facts
    people: People

    @property
    def count(self) -> int:
        """How many people there are; also the row of an outsider."""
        return self.facts.count

    def meaning(self, name: str) -> Meaning:
        """Say what an element means; UserError when there is no such element."""
        return self.facts.meaning(name)

    def answers(self, condition: Condition) -> Answers:
        """Answer a condition."""
        found = self.facts.of_others(("answers", condition), self.people)
        return self.facts.answers(condition) if found is None else cast("Answers", found)

    def numbers(self, name: str) -> Numbers:
        """Give a number element."""
        found = self.facts.of_others(("numbers", name), self.people)
        return self.facts.numbers(name) if found is None else cast("Numbers", found)

    def values(self, name: str) -> Choices | Sets:
        """Give a choice, flag, text or set element."""
        found = self.facts.of_others(("values", name), self.people)
        return self.facts.values(name) if found is None else cast("Choices | Sets", found)


def _but_columns(key: Hashable, _value: object, reads: frozenset[Read]) -> bool:
    column = cast("tuple[str, Condition | str]", key)[0] == "column"  # the table has them
    return not column and names_people(reads)


def _never(_key: Hashable, _value: object, _reads: frozenset[Read]) -> bool:
    return False


def _names(key: Hashable, names: frozenset[str]) -> bool:
    """Say whether what is kept under a key is about one of some elements or filters."""
    asked = cast("tuple[str, Condition | str]", key)[1]
    if isinstance(asked, str):
        return asked in names
    uses = of_definition(When(asked))
    return not names.isdisjoint((*uses.elements, *uses.filters))
