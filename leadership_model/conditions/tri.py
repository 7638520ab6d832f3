"""Three-valued answers for many people at once."""

from dataclasses import dataclass

import numpy as np

from leadership_model.people.table import Bools


@dataclass(frozen=True, slots=True)
class Tri:
    """Who surely satisfies a question and who possibly does; `sure` is a part of `possible`."""

    sure: Bools
    possible: Bools

    @property
    def unknown(self) -> Bools:
        """Mark those of whom it cannot be said."""
        return self.possible & ~self.sure

    def __and__(self, other: "Tri") -> "Tri":
        return Tri(self.sure & other.sure, self.possible & other.possible)

    def __or__(self, other: "Tri") -> "Tri":
        return Tri(self.sure | other.sure, self.possible | other.possible)

    def __invert__(self) -> "Tri":
        return Tri(~self.possible, ~self.sure)

    def at(self, position: int) -> bool | None:
        """Give one answer: True, False or None for unknown."""
        return True if self.sure[position] else None if self.possible[position] else False


def certain(mask: Bools) -> Tri:
    """Make an answer without unknowns."""
    return Tri(mask, mask)


def constant(count: int, value: bool | None) -> Tri:
    """Give the same answer for everybody."""
    return Tri(
        np.full(count, value is True, dtype=np.bool_), np.full(count, value is not False, np.bool_)
    )
