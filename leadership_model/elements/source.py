"""What elements are worked out from: a seating, the catalogue, and what was worked out before."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

import numpy as np

from leadership_model.elements.catalogue import Catalogue
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
    _lasting: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)
    _seated: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

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
        kept = self._seated if seated else self._lasting
        if key not in kept:
            kept[key] = make()
        return cast(Made, kept[key])

    def reseated(self, seating: Seating) -> "Source":
        """Look at other seats in the same month; keep what does not depend on them."""
        return replace(self, seating=seating, _seated={})

    def moved(self) -> Bools:
        """Mark the people whose seats are not those recorded."""
        return self.keep("moved", self._moved, seated=True)

    def _moved(self) -> Bools:
        mask = np.zeros(self.count, dtype=np.bool_)
        other = self.seating.holder != self.base.holder
        for holder in (self.seating.holder[other], self.base.holder[other]):
            mask[holder[holder >= 0]] = True
        return mask
