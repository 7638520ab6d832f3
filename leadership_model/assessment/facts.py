"""The vectors every requirement reads, each worked out once per month and seating."""

from dataclasses import dataclass, field
from typing import Any, Protocol, Self

from leadership_model.assessment import vector
from leadership_model.assessment.vector import Answers, Choices, Numbers, Sets
from leadership_model.conditions.mask import mask
from leadership_model.conditions.protocols import Column, Columns, Meaning
from leadership_model.conditions.tree import Condition
from leadership_model.conditions.tri import Tri
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import When
from leadership_model.elements.references import of_definition
from leadership_model.errors import UserError
from leadership_model.people.seating import Seating


class SeatedColumns(Columns, Protocol):
    """Columns of one seating that can be asked for another. The feature table implements it."""

    @property
    def catalogue(self) -> Catalogue:
        """Say which elements depend on who sits where."""

    def reseated(self, seating: Seating) -> Self:
        """Give the same people seated otherwise; columns that do not depend on seats are kept."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Columns and answers over all people, cached. The vectors are shared: do not change them."""

    table: SeatedColumns
    _cache: dict[tuple[str, Any], Any] = field(default_factory=dict, repr=False, compare=False)
    _bound: dict[tuple[str, Any], bool] = field(default_factory=dict, repr=False, compare=False)

    @property
    def count(self) -> int:
        """How many people there are; also the row of an outsider in the longer vectors."""
        return self.table.count

    def tri(self, condition: Condition) -> Tri:
        """Answer a condition for everybody."""
        key = ("tri", condition)
        if key not in self._cache:
            self._cache[key] = mask(condition, self.table)
        return self._cache[key]  # type: ignore[no-any-return]

    def column(self, name: str) -> Column:
        """Give the column of an element."""
        key = ("column", name)
        if key not in self._cache:
            self._cache[key] = self.table.column(name)
        return self._cache[key]  # type: ignore[no-any-return]

    def answers(self, condition: Condition) -> Answers:
        """Answer a condition for everybody and, in the last row, for an outsider."""
        key = ("answers", condition)
        if key not in self._cache:
            self._cache[key] = vector.answers(self.tri(condition))
        return self._cache[key]  # type: ignore[no-any-return]

    def numbers(self, name: str) -> Numbers:
        """Give a number element of everybody and an outsider."""
        key = ("numbers", name)
        if key not in self._cache:
            meaning = self.meaning(name)
            self._cache[key] = vector.numbers(self.column(name), meaning)
        return self._cache[key]  # type: ignore[no-any-return]

    def values(self, name: str) -> Choices | Sets:
        """Give a choice, flag, text or set element of everybody and an outsider."""
        key = ("values", name)
        if key not in self._cache:
            meaning = self.meaning(name)
            self._cache[key] = vector.values(self.column(name), meaning)
        return self._cache[key]  # type: ignore[no-any-return]

    def meaning(self, name: str) -> Meaning:
        """Say what an element means; UserError when there is no such element."""
        found = self.table.meaning(name)
        if found is None:
            raise UserError(f"没有名为“{name}”的要素，请在要素目录里核对名称")
        return found

    def reseated(self, seating: Seating) -> "Facts":
        """Give the facts of another seating; what does not depend on who sits where is kept."""
        kept = {}
        for key, value in list(self._cache.items()):
            if key not in self._bound:
                self._bound[key] = self.depends_on_seats(key[1])
            if not self._bound[key]:
                kept[key] = value
        return Facts(self.table.reseated(seating), kept, self._bound)

    def depends_on_seats(self, asked: Condition | str) -> bool:
        """Say whether the answer to a condition, or an element, depends on who sits where."""
        catalogue = self.table.catalogue
        if isinstance(asked, str):
            return catalogue.seated(asked)
        uses = of_definition(When(asked))
        return uses.seated or any(catalogue.seated(name) for name in uses.elements)
