"""The holders of a few teams alone: what is asked of them needs nobody else's careers.

Only worth while where the careers of everybody would have to be laid out first: after an edit of
one career, for the few teams it touches.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from leadership_model.people.few import few
from leadership_model.people.seating import Seating
from leadership_model.people.table import Ints
from leadership_model.rules.history import LAID_OUT
from leadership_model.rules.rule import RuleResult

SHARE = 8  # beyond this share of all people everybody's careers are laid out


@dataclass(frozen=True, slots=True)
class Narrow:
    """Seats as the questions see them, and who the people there are (None: everybody)."""

    seating: Seating
    people: Ints | None

    def told(self, results: Iterable[RuleResult]) -> Iterator[RuleResult]:
        """Say the results of the people of the base, by their positions there."""
        if self.people is None:
            yield from results
            return
        places = self.people.tolist()
        for each in results:
            yield replace(each, people=tuple(places[person] for person in each.people))


def narrowed(seating: Seating, posts: Ints) -> Narrow:
    """See the seats with the holders of some posts alone, where that is less work."""
    snapshot = seating.snapshot
    holders = seating.holder[posts]
    people = np.unique(holders[holders >= 0])
    if all(map(snapshot.knows, LAID_OUT)) or len(people) * SHARE > len(snapshot.people):
        return Narrow(seating, None)
    chosen = few(snapshot, people)
    return Narrow(chosen.seating(seating), chosen.people)
