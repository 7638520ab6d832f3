"""What elements are worked out from: a seating, the catalogue, and what was worked out before."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np

from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.rows import Rows
from leadership_model.people.kept import Kept, Read
from leadership_model.people.seating import Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools

Made = TypeVar("Made")
CONFIDENCE = 60  # a career reading below this makes the row "may match"


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

    def reseated(self, seating: Seating) -> "Source":
        """Look at other seats in the same month; keep what does not depend on them."""
        return replace(self, seating=seating, _seated=Kept())

    def refreshed(self, seating: Seating) -> "Source":
        """Look at the recorded seats of a snapshot with a few other rows; keep what says the same.

        Rows of a kind make their columns from the snapshot they were read from: those are not kept.
        """
        now, was = seating.snapshot, self.snapshot

        def stands(_key: object, value: object, reads: frozenset[Read]) -> bool:
            return not makes_columns(value) and now.says_the_same(was, reads)

        lasting = self._lasting.those(stands)
        seated = self._seated.those(stands) if seating.seats_as(self.seating) else Kept()
        return replace(self, seating=seating, base=seating, _lasting=lasting, _seated=seated)

    def with_catalogue(self, catalogue: Catalogue, gone: frozenset[str]) -> "Source":
        """Look through another catalogue; keep what names none of the elements and filters `gone`.

        `gone` are all whose meaning differs, with what is built from them.
        """
        lasting, seated = (
            kept.those(lambda key, _value, _reads: not _names(key, gone))
            for kept in (self._lasting, self._seated)
        )
        return replace(self, catalogue=catalogue, _lasting=lasting, _seated=seated)

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


def makes_columns(value: object) -> bool:
    """Say whether a value is rows of a kind, or holds them."""
    return isinstance(getattr(value, "rows", value), Rows)
