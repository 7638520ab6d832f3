"""下一步岗位: seats that are or fall open soon which somebody may take by then, the soonest first.

A seat counts from the month it falls open (its holder surely leaves for age), a person from the
month time alone cures what is lacking (near miss); the later of the two is when. What cannot be
decided is listed as such; what time does not cure is left out. A first look, no promise: seats
change hands for other reasons too.
"""

from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.development import openings as fall_open
from leadership_model.matching import rank
from leadership_model.matching.case import standing
from leadership_model.matching.fit import shown
from leadership_model.matching.reasons import explain_all
from leadership_model.matching.scores import Scores
from leadership_model.rules.seat import due_months

AHEAD = 24  # months
MOST = 30


@dataclass(frozen=True, slots=True)
class NextPost:
    """A seat: the month it is open, the month the person may take it (None: 待核), the score."""

    post: int
    holder: int
    opens: int
    ready: int | None
    low: float
    high: float

    @property
    def when(self) -> int:
        """The month both are given, as far as it can be said."""
        return self.opens if self.ready is None else max(self.opens, self.ready)


def next_posts(
    scores: Scores, person: int, ahead: int = AHEAD, most: int = MOST
) -> tuple[NextPost, ...]:
    """List the seats a person may take within so many months; the best score first in a month."""
    world = scores.world
    last, leaves = world.as_of + ahead, _leaves(scores, person)
    asked = set(rank.openings(world, person, lower=False).tolist())
    open_ = [each for each in fall_open(world) if each.post in asked and each.month <= last]
    fits = explain_all(scores, [(person, each.post) for each in open_], effect=False)
    found = []
    for opening, fit in zip(open_, fits, strict=True):
        how = standing(fit)
        ready = world.as_of if how.kind == "green" else how.month
        if how.kind == "red":
            continue
        made = NextPost(
            opening.post, opening.holder, opening.month, ready, fit.score_low, fit.score_high
        )
        if made.when <= last and made.when < leaves:
            found.append(made)
    ids = world.post_ids
    found.sort(key=lambda each: (each.ready is None, each.when, -shown(each.low), ids[each.post]))
    return tuple(found[:most])


def _leaves(scores: Scores, person: int) -> int:
    """Give the first month a person may have to leave for age; far away where no rule says."""
    world = scores.world
    rule = world.book.at(world.as_of).get("R1")
    if rule is None:
        return int(np.iinfo(np.int32).max)
    return int(due_months(world.snapshot, rule).low[person])
