"""Stretches of months per person, overlaps counted once: how long, and since when without a gap."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadership_model.people.gaps import OPEN, UNKNOWN
from leadership_model.people.table import Ints

Positions = NDArray[np.int64]
STEP = 1 << 21  # a person's months stay below it, so that person x STEP + month sorts both at once


@dataclass(frozen=True, slots=True)
class Runs:
    """Disjoint stretches start <= month < end, sorted by person and start; touching ones joined.

    `keys` = person x STEP + start; `before` = months of all earlier stretches in the array.
    """

    keys: NDArray[np.int64]
    person: Ints
    start: Ints
    end: Ints
    before: NDArray[np.int64]
    first: Ints

    def total(self, people: Ints, until: Ints) -> Ints:
        """Count the months of each person that lie before `until`."""
        at = self._at(people, until)
        found = (at >= 0) & (self.person[at] == people) if len(self.keys) else at >= 0
        at = np.where(found, at, 0)
        if not len(self.keys):
            return np.zeros(len(people), dtype=np.int32)
        part = np.minimum(self.end[at], until) - self.start[at]
        whole = self.before[at] - self.before[self.first[people]]
        return np.where(found, whole + part, 0).astype(np.int32)

    def since(self, people: Ints, at_month: Ints) -> Ints:
        """Give the start of the stretch that holds at a month; UNKNOWN where none does."""
        if not len(self.keys):
            return np.full(len(people), UNKNOWN, dtype=np.int32)
        at = self._at(people, at_month + 1)
        held = (at >= 0) & (self.person[at] == people) & (self.end[at] > at_month)
        return np.where(held, self.start[at], UNKNOWN).astype(np.int32)

    def _at(self, people: Ints, until: Ints) -> NDArray[np.int64]:
        """Find the last stretch of each person that starts before a month; else somebody else's."""
        keys = people.astype(np.int64) * STEP + np.minimum(np.maximum(until, 0), OPEN + 1)
        return np.searchsorted(self.keys, keys, side="left") - 1


def join(count: int, person: Ints, start: Ints, end: Ints) -> Runs:
    """Join rows (any order; ends after starts) of `count` people into stretches."""
    keep = (end > start) & (start >= 0)
    person, start, end = person[keep], start[keep], end[keep]
    # Rows of a table lie almost in this order, which a stable sort of one key takes advantage of.
    order = np.argsort(person.astype(np.int64) * STEP + start, kind="stable")
    return joined(count, person[order], start[order], end[order])


def joined(count: int, person: Ints, start: Ints, end: Ints) -> Runs:
    """Join rows that lie in order of person and start, each with an end after its start."""
    base = person.astype(np.int64) * STEP
    reach = np.maximum.accumulate(base + end) if len(base) else base
    fresh = np.ones(len(base), dtype=np.bool_)
    fresh[1:] = base[1:] + start[1:] > reach[:-1]
    heads = np.flatnonzero(fresh)
    tails = np.append(heads[1:], len(base)) - 1 if len(heads) else heads
    person, start = person[heads], start[heads]
    end = (reach[tails] - person.astype(np.int64) * STEP).astype(np.int32)
    lengths = end.astype(np.int64) - start
    before = np.concatenate([[0], np.cumsum(lengths)[:-1]]) if len(lengths) else lengths
    first = np.searchsorted(person, np.arange(count)).astype(np.int32)
    first = np.minimum(first, max(len(person) - 1, 0)).astype(np.int32)
    return Runs(person.astype(np.int64) * STEP + start, person, start, end, before, first)


def expand(starts: Positions | Ints, owners: Ints) -> tuple[Positions, Positions]:
    """Give one row per item of each owner: (index into owners, index into items)."""
    first, last = starts[owners], starts[owners + 1]
    count = last - first
    index = np.repeat(np.arange(len(owners)), count)
    inner = np.arange(len(index)) - np.repeat(np.cumsum(count) - count, count)
    return index, first[index] + inner
