"""Rows under headings: which group an item is in, which groups are folded, what a heading says."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Groups:
    """`of[i]` is the group of item i in `labels`, which stand in their order.

    `asides` says for each group what is told behind its count. `folded` are labels.
    """

    of: Rows
    labels: tuple[str, ...]
    asides: tuple[str, ...] = ()
    folded: frozenset[str] = field(default_factory=frozenset)

    def arranged(self, rows: Rows) -> Rows:
        """Put rows together by group; inside each they keep their order."""
        return rows[np.argsort(self.of[rows], kind="stable")]

    def laid(self, rows: Rows) -> Rows:
        """Put a heading before each group of arranged rows (-1 - group); leave folded rows out."""
        found: list[Rows] = []
        groups = self.of[rows]
        for group in np.unique(groups).tolist():
            found.append(np.array([-1 - group], dtype=np.int32))
            if self.labels[group] not in self.folded:
                found.append(rows[groups == group])
        return np.concatenate(found).astype(np.int32) if found else rows

    def words(self, group: int, count: int, whole: int) -> tuple[str, str]:
        """Give what a heading says: its label, and how many of how many stand under it."""
        share = f"{100 * count / whole:.1f} %" if whole else ""
        aside = self.asides[group] if self.asides else ""
        parts = (f"{count:,} 人", share, aside)
        return self.labels[group], " · ".join(filter(None, parts))


def people_rows(shown: Rows) -> Rows:
    """Number the rows in sight from 1, headings left out (0)."""
    counted = np.cumsum(shown >= 0, dtype=np.int32)
    return np.where(shown >= 0, counted, 0).astype(np.int32)
