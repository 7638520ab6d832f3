"""Who leaves which seat by a month because an age is reached, and nothing else.

R1: whoever has surely reached the statutory month leaves every seat. R2: whoever has surely reached
the local age of leaving leading posts leaves the seats the rule speaks of. Somebody of whom the
month cannot be said stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.people.disputes import disputed
from leadership_model.people.gaps import OPEN
from leadership_model.people.retirement import Span, of_people
from leadership_model.people.seating import VACANT, Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Ints
from leadership_model.people.verified import BIRTH
from leadership_model.rules.appointment import MEANINGS
from leadership_model.rules.book import RuleBook
from leadership_model.rules.pairs import pair
from leadership_model.rules.rule import Rule
from leadership_model.rules.seat import due_months

RETIRE, STEP_DOWN = "R1", "R2"
Leaves = tuple[str, ...]  # ids of the rules that empty seats


@dataclass(frozen=True, slots=True)
class Departure:
    """A seat its holder leaves in `month`, by rule R1 or R2. Positions of person, post, team."""

    month: int
    person: int
    post: int
    team: int
    rule: str


def due(snapshot: Snapshot, rule: Rule | None) -> Span:
    """Give everybody's statutory month as rule R1 sets it; without the rule by the defaults."""
    if rule is not None:
        return due_months(snapshot, rule)
    return snapshot.remember(
        "outlook retirement",
        lambda: of_people(snapshot.people, doubted=disputed(snapshot, BIRTH)),
    )


def left(seating: Seating, book: RuleBook, leaves: Sequence[str]) -> dict[int, str]:
    """Name the seats left by the seating's month, each with the rule: post -> rule.

    A rule that is switched off at that month empties nothing, but R1 counts by its defaults.
    """
    now = book.at(seating.as_of)
    posts = np.flatnonzero(seating.holder >= 0).astype(np.int32)
    people = seating.holder[posts]
    found: dict[int, str] = {}
    if STEP_DOWN in leaves and STEP_DOWN in now and len(posts):
        pairs = pair(now, seating, people, posts, seating.as_of)
        answer = MEANINGS[STEP_DOWN](pairs, now[STEP_DOWN]).ok
        found |= dict.fromkeys(posts[~answer.possible].tolist(), STEP_DOWN)
    if RETIRE in leaves:
        high = due(seating.snapshot, now.get(RETIRE)).high[people]
        reached = (high <= seating.as_of) & (high < OPEN)
        found |= dict.fromkeys(posts[reached].tolist(), RETIRE)
    return found


def left_when(seating: Seating, book: RuleBook, last: int, leaves: Leaves) -> dict[int, int]:
    """Give the month each seat held now is left for age, the seating's or a later one up to `last`.

    Of R1 the month is on record; R2, where it is in force, is asked month by month.
    """
    posts, found = np.flatnonzero(seating.holder >= 0), dict[int, int]()
    if RETIRE in leaves:
        span = due(seating.snapshot, book.at(seating.as_of).get(RETIRE))
        high = np.maximum(span.high[seating.holder[posts]], seating.as_of)
        pairs = zip(posts.tolist(), high.tolist(), strict=True)
        found = {post: month for post, month in pairs if month <= last}
    if STEP_DOWN in leaves:
        for month in range(seating.as_of, last + 1):
            if STEP_DOWN not in book.at(month):
                continue
            columns = (seating.holder, seating.since, seating.tenure, seating.attached)
            then = Seating(seating.snapshot, month, *columns)
            for post in left(then, book, (STEP_DOWN,)):
                found[post] = min(found.get(post, month), month)
    return found


def doubtful(seating: Seating, book: RuleBook, last: int) -> Ints:
    """List the seats whose holder may reach the statutory month by `last`, but not surely."""
    posts = np.flatnonzero(seating.holder >= 0).astype(np.int32)
    span = due(seating.snapshot, book.at(seating.as_of).get(RETIRE))
    people = seating.holder[posts]
    unsure: Ints = posts[(span.low[people] <= last) & (span.high[people] > last)]
    return unsure


def emptied(seating: Seating, gone: dict[int, str]) -> Seating:
    """Leave some seats empty."""
    return seating.with_holders(dict.fromkeys(gone, VACANT))
