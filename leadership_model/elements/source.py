"""What elements are worked out from: a seating, the catalogue, and what was worked out before."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

import numpy as np

from leadership_model.conditions.laid import laid_over
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tri import Tri
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.rows import Rows
from leadership_model.people.few import few
from leadership_model.people.kept import Kept, People, Read, Stands
from leadership_model.people.named_set import NamedSet
from leadership_model.people.seating import Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools

Made = TypeVar("Made")
CONFIDENCE = 60  # a career reading below this makes the row "may match"
# Beyond this share of all people working out a few alone saves nothing.
FEW = 8
# What says something of each person, of his own rows and seats alone.
OF_EACH = (NumberColumn, ChoiceColumn, SetColumn, TextColumn, Tri)


@dataclass(frozen=True, slots=True)
class Source:
    """The people at a month. `base` is the seating as recorded, `seating` may be that of a plan.

    What depends on the month only is kept once for all plans, what depends on seats per plan.
    """

    seating: Seating
    base: Seating
    catalogue: Catalogue
    confidence: int = CONFIDENCE
    _lasting: Kept = field(default_factory=Kept, repr=False, compare=False)
    _seated: Kept = field(default_factory=Kept, repr=False, compare=False)
    _few: dict[People, "Source"] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def snapshot(self) -> Snapshot:
        """All tables."""
        return self.seating.snapshot

    @property
    def as_of(self) -> int:
        """The reference month."""
        return self.seating.as_of

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self.snapshot.people)

    def keep(self, key: object, make: Callable[[], Made], *, seated: bool = False) -> Made:
        """Work something out once; `seated` says that it depends on who sits where."""
        return (self._seated if seated else self._lasting).get(key, make)

    def keep_of_each(
        self,
        key: object,
        make: Callable[[], Made],
        of_few: Callable[["Source"], Made],
        *,
        seated: bool = False,
    ) -> Made:
        """Work out once what is said of each person; after a change only of who it touched.

        `of_few` asks the same of a source of few people.
        """

        def mend(before: Made, people: People) -> Made | None:
            chosen = np.array(sorted(people), dtype=np.int32)
            return laid_over(before, of_few(self.few(people)), chosen)

        return (self._seated if seated else self._lasting).get(key, make, mend)

    def few(self, people: People) -> "Source":
        """See some people alone, in the same seats."""
        if people not in self._few:
            chosen = few(self.snapshot, np.array(sorted(people), dtype=np.int32))
            seating = chosen.seating(self.seating)
            same = self.seating is self.base
            base = seating if same else chosen.seating(self.base)
            self._few[people] = Source(seating, base, self.catalogue, self.confidence)
        return self._few[people]

    def reseated(self, seating: Seating) -> "Source":
        """Look at other seats in the same month; keep what does not depend on them."""
        people = moved_people(self.seating, seating)
        seated = self._seated.those(_never, self._ages(people), people)
        return replace(self, seating=seating, _seated=seated)

    def refreshed(self, seating: Seating, people: People | None = None) -> "Source":
        """Look at the recorded seats of a snapshot with a few other rows; keep what says the same.

        `people` are all whose rows or seats are touched, when that is known. Rows of a kind make
        their columns from the snapshot they were read from: those are not kept.
        """
        reads_same = seating.snapshot.same_as(self.snapshot)

        def stands(_key: object, value: object, reads: frozenset[Read]) -> bool:
            return not makes_columns(value) and reads_same(reads)

        touched, ages = people or People(), _never if people is None else self._ages(people)
        lasting = self._lasting.those(stands, ages, touched)
        same = seating.seats_as(self.seating)
        seated = self._seated.those(stands if same else _never, ages, touched)
        return replace(self, seating=seating, base=seating, _lasting=lasting, _seated=seated)

    def _ages(self, people: People) -> Stands:
        """Say what is worth being worked out for these people alone."""
        return of_each if len(people) * FEW < self.count else _never

    def with_catalogue(self, catalogue: Catalogue, gone: frozenset[str]) -> "Source":
        """Look through another catalogue; keep what names none of the elements and filters `gone`.

        `gone` are all whose meaning differs, with what is built from them.
        """
        lasting, seated = (
            kept.those(lambda key, _value, _reads: not _names(key, gone))
            for kept in (self._lasting, self._seated)
        )
        return replace(self, catalogue=catalogue, _lasting=lasting, _seated=seated)

    def apart(self) -> "Source":
        """Give the same people and seats, keeping nothing: for what is kept here and asks later.

        It would hold this source, and this source holds it: such a circle ends only when cyclic
        garbage is looked for, and a source of few people is made at every edit.
        """
        return replace(self, _lasting=Kept(), _seated=Kept())

    def moved(self) -> Bools:
        """Mark the people whose seats are not those recorded."""
        return self.keep("moved", self._moved, seated=True)

    def _moved(self) -> Bools:
        mask = np.zeros(self.count, dtype=np.bool_)
        other = self.seating.holder != self.base.holder
        for holder in (self.seating.holder[other], self.base.holder[other]):
            mask[holder[holder >= 0]] = True
        return mask


def _names(key: object, names: frozenset[str]) -> bool:
    """Say whether a key is about one of some elements or filters."""
    return isinstance(key, tuple) and any(isinstance(e, str) and e in names for e in key[1:])


def moved_people(before: Seating, after: Seating) -> People:
    """Give the people who sit in other seats, or since other months, by position."""
    other = (before.holder != after.holder) | (before.since != after.since)
    other |= before.tenure != after.tenure
    both = np.concatenate([before.holder[other], after.holder[other]])
    return People(both[both >= 0].tolist())


def of_each(_key: object, value: object, reads: frozenset[Read]) -> bool:
    """Say whether a value says something of each person, out of rows that name whom they touch."""
    return isinstance(value, OF_EACH) and names_people(reads)


@lru_cache(maxsize=512)  # of thousands of values few sets of columns are read
def names_people(reads: frozenset[Read]) -> bool:
    """Say whether it is known whom each of the rows read speaks of: a list names them in a text."""
    return not any(kind is NamedSet for kind, _ in reads)


def _never(_key: object, _value: object, _reads: frozenset[Read]) -> bool:
    return False


def makes_columns(value: object) -> bool:
    """Say whether a value is rows of a kind, or holds them."""
    return isinstance(getattr(value, "rows", value), Rows)
