"""Time spent in rows, per person: overlapping rows count once. Vectorised over all rows at once.

Rows are given in order of (person, start). A span is start <= month < end; spans that touch are
one stretch.
"""

from dataclasses import dataclass

import numpy as np

from leadership_model.people.table import Ints

_WIDE = 1 << 22  # more than any month, so that one person's ends never reach into the next one's


@dataclass(frozen=True, slots=True)
class Pieces:
    """Each row's own months, those no earlier row of the person covers, and its stretch."""

    owner: Ints
    months: Ints
    stretch: Ints  # a number per unbroken stretch, ascending
    until: Ints  # the latest end so far within the person


def pieces(owner: Ints, start: Ints, end: Ints) -> Pieces:
    """Cut rows in order of (owner, start) so that no month counts twice."""
    base = owner.astype(np.int64) * _WIDE
    stop = np.maximum(end, start)
    latest = np.maximum.accumulate(base + stop)
    before = np.empty_like(latest)
    before[:1] = -1
    before[1:] = latest[:-1]
    before -= base  # negative where the row before belongs to somebody else
    own = np.maximum(stop - np.maximum(start, before), 0)
    return Pieces(
        owner,
        own.astype(np.int32),
        np.cumsum(start > before).astype(np.int32),
        (latest - base).astype(np.int32),
    )


def total(cut: Pieces, count: int) -> Ints:
    """Sum the months of each of `count` people."""
    return np.bincount(cut.owner, weights=cut.months, minlength=count).astype(np.int32)


def longest(cut: Pieces, count: int) -> Ints:
    """Give the longest unbroken stretch of each of `count` people."""
    best = np.zeros(count, dtype=np.int32)
    if len(cut.owner):
        first = np.flatnonzero(np.diff(cut.stretch, prepend=-1))
        np.maximum.at(best, cut.owner[first], np.add.reduceat(cut.months, first))
    return best


def running(cut: Pieces, count: int, month: int) -> Ints:
    """Give the months of the stretch that reaches up to `month`; 0 where it broke off before."""
    found = np.zeros(count, dtype=np.int32)
    if len(cut.owner):
        first = np.flatnonzero(np.diff(cut.stretch, prepend=-1))
        last = np.append(first[1:], len(cut.owner)) - 1
        reaches = cut.until[last] >= month
        found[cut.owner[first[reaches]]] = np.add.reduceat(cut.months, first)[reaches]
    return found
