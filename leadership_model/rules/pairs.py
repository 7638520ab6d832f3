"""What the appointment rules are asked of: person x post x month, as arrays of equal length."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from leadership_model.conditions.tri import Tri
from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.seating import Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import history
from leadership_model.rules.book import RuleBook
from leadership_model.rules.rule import Rule

SANCTIONS = ("S1", "S2", "S3", "S4", "S5", "S6")
Words = tuple[str, str, str]  # have, need, evidence


@dataclass(frozen=True, slots=True)
class Standing:
    """The level each person holds: a rank in low..high (0 = none) and the month it began.

    `by_grade`: holds a grade 职级 and no level. `since` UNKNOWN where no record says.
    """

    low: Ints
    high: Ints
    since: Ints
    by_grade: Bools


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs asked about. `target`: rank of the post's level, UNKNOWN when not recorded.

    `above`: whether the post's level lies above the person's, the question most rules begin with.
    `periods`: months of effect of each kind of sanction, as the rules in use set them. `book`:
    those rules.
    """

    seating: Seating
    people: Ints
    posts: Ints
    months: Ints
    target: Ints
    standing: Standing
    above: Tri
    periods: Mapping[str, float]
    book: RuleBook
    known: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot the positions belong to."""
        return self.seating.snapshot

    def __len__(self) -> int:
        return len(self.people)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One rule's answers. `ok`: passes, or is not asked. `asked`: it may have to be asked.

    `month`: first month it passes by time alone, UNKNOWN where time does not cure it. `words`
    makes have, need and evidence of one pair.
    """

    ok: Tri
    asked: Bools
    month: Ints
    words: Callable[[int], Words]


def lasting(ok: Tri, asked: Bools, words: Callable[[int], Words]) -> Verdicts:
    """Give the answers of a rule that time alone never cures."""
    return Verdicts(ok, asked, np.full(len(asked), UNKNOWN, np.int32), words)


Meaning = Callable[[Pairs, Rule], Verdicts]


def pair(
    book: RuleBook,
    seating: Seating,
    people: Ints,
    posts: Ints,
    months: Ints | int,
    *,
    before: bool = False,
) -> Pairs:
    """Make pairs; `months` one for all or one each.

    `before`: judged by what was held just before `months`, for appointments made in the past.
    """
    each = np.broadcast_to(np.asarray(months, dtype=np.int32), people.shape)
    snapshot = seating.snapshot
    target = post_ranks(snapshot)[posts]
    standing = stand(snapshot, people, each - 1 if before else each, past=before)
    above = Tri((target >= 0) & (target > standing.high), (target < 0) | (target > standing.low))
    periods = sanction_periods(book)
    return Pairs(seating, people, posts, each, target, standing, above, periods, book)


def sanction_periods(book: RuleBook) -> Mapping[str, float]:
    """Give the months of effect of each kind of sanction, as the parameters of S1-S6 set them."""
    rules = (book[rule] for rule in SANCTIONS if rule in book)
    kinds = codes.names("sanctions")
    return {k: v for rule in rules for k, v in rule.parameters.items() if k in kinds}


def level_ranks(snapshot: Snapshot) -> Ints:
    """Give the rank of each person's recorded level; UNKNOWN or ABSENT where there is none."""
    return snapshot.remember(
        "rules level ranks",
        lambda: snapshot.people.texts("level").mapped(codes.ranks("levels")),
    )


def post_ranks(snapshot: Snapshot) -> Ints:
    """Give the rank of each post's level; UNKNOWN when not recorded."""
    return snapshot.remember(
        "rules post ranks",
        lambda: np.maximum(snapshot.posts.texts("level").mapped(codes.ranks("levels")), UNKNOWN),
    )


def stand(snapshot: Snapshot, people: Ints, at_month: Ints, *, past: bool = False) -> Standing:
    """Say which level each person holds at the end of a month and since when.

    The recorded level counts when it had begun by then; else, and where `past` asks for a time
    the record may not reach, the career rows say; else the level is unknown.
    """
    table = snapshot.people
    rank = level_ranks(snapshot)[people]
    since = table.ints("level_since")[people]
    graded = table.texts("grade").codes[people] >= 0
    begun = (since >= 0) & (since <= at_month) | ((since < 0) & (not past))
    recorded = (rank >= 0) & begun
    none = (rank == ABSENT) & ~graded
    by_grade = (rank < 0) & graded
    low = np.select([recorded, none | by_grade], [rank, 0], UNKNOWN).astype(np.int32)
    since = np.where(recorded & (since >= 0), since, UNKNOWN).astype(np.int32)
    _ask_careers(snapshot, people, at_month, low, since)
    high = np.where(low == UNKNOWN, history.TOP_RANK, low).astype(np.int32)
    return Standing(np.maximum(low, 0).astype(np.int32), high, since, by_grade)


def _ask_careers(snapshot: Snapshot, people: Ints, at_month: Ints, rank: Ints, since: Ints) -> None:
    """Fill in place, from the career rows, the ranks and beginnings the record does not give."""
    missing = np.flatnonzero(rank == UNKNOWN)
    rank[missing] = history.rank_at(snapshot, people[missing], at_month[missing])
    dateless = np.flatnonzero((rank > 0) & (since < 0))
    for value in np.unique(rank[dateless]):
        rows = dateless[rank[dateless] == value]
        runs = history.levels(snapshot, int(value))
        since[rows] = runs.since(people[rows], at_month[rows])
