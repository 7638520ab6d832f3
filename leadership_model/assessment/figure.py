"""One figure of the first page: how many, what it counts, of whom it cannot be said."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadership_model.people.table import Bools
from leadership_model.rules.rule import RuleResult

Kind = Literal["people", "teams", "posts", "issues"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: its count, short facts beside it, and what it counts (positions, by `kind`).

    `count` may exceed `behind` where a unit of counting is a pair or an issue. `doubtful`
    are those of whom it cannot be said; `urgent` says that the figure should be none.
    """

    id: str
    label: str
    count: int
    behind: tuple[int, ...]
    kind: Kind
    title: str
    notes: tuple[str, ...] = ()
    doubtful: tuple[int, ...] = ()
    urgent: bool = False


def people_of(results: Iterable[RuleResult]) -> tuple[int, ...]:
    """Give the people results are about, each once."""
    return tuple(dict.fromkeys(person for each in results for person in each.people))


def rows(mask: Bools) -> tuple[int, ...]:
    """Give the positions that are marked."""
    return tuple(int(i) for i in np.flatnonzero(mask))
