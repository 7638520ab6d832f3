"""What the careers on record say for the rules: levels held, grassroots work, completeness.

Each table is worked out once per snapshot. Only rows of kind 任职 count, never 挂职 unless asked
for; rows whose reading is below the set confidence only may count.
"""

from dataclasses import dataclass

import numpy as np

from leadership_model.people import codes
from leadership_model.people.career import CONFIDENCE
from leadership_model.people.disputes import disputed
from leadership_model.people.gaps import OPEN, UNKNOWN
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.people.verified import CAREER
from leadership_model.rules.runs import STEP, Runs, join, joined

TOP_RANK = max(codes.ranks("levels").values())
# Keys under which a snapshot keeps what it takes longest to lay out of everybody's careers.
LAID_OUT = ("rules held rows", ("rules levels", 1))


@dataclass(frozen=True, slots=True)
class Grassroots:
    """Months of 基层工作经历: `surely` from sure rows, `possibly` from doubtful rows as well.

    `open`: the career may hold more than the rows say. `recorded`: the form's own flag.
    """

    surely: Runs
    possibly: Runs
    open: Bools
    recorded: Bools


def grassroots(snapshot: Snapshot, *, secondment: bool) -> Grassroots:
    """Give the stretches of grassroots work: posts in unit kinds of the list, no time of study."""
    return snapshot.remember(
        ("rules grassroots", secondment), lambda: _grassroots(snapshot, secondment)
    )


def levels(snapshot: Snapshot, rank: int) -> Runs:
    """Give the stretches in which people held a level of this rank or higher, by their careers."""
    return snapshot.remember(("rules levels", rank), lambda: _levels(snapshot, rank))


def rank_at(snapshot: Snapshot, people: Ints, at_month: Ints) -> Ints:
    """Give the rank of the level held at a month by the career; UNKNOWN where no row says."""
    found = np.full(len(people), UNKNOWN, dtype=np.int32)
    if not len(people):
        return found
    for rank in range(1, TOP_RANK + 1):
        found[levels(snapshot, rank).since(people, at_month) >= 0] = rank
    return found


def held_rows(snapshot: Snapshot) -> tuple[Bools, Bools]:
    """Mark the career rows that are posts held, and those that were surely read."""
    return snapshot.remember("rules held rows", lambda: (_held(snapshot), _sure(snapshot)))


def row_ranks(snapshot: Snapshot) -> Ints:
    """Give the rank of the level of every career row; UNKNOWN where the reading gave none."""
    return snapshot.remember(
        "rules row ranks",
        lambda: snapshot["career_entry"].texts("level").mapped(codes.ranks("levels")),
    )


def complete(snapshot: Snapshot) -> Bools:
    """Mark the people whose career is complete: a résumé, every line of it surely understood."""
    return snapshot.remember("rules complete careers", lambda: _complete(snapshot))


def _complete(snapshot: Snapshot) -> Bools:
    rows, count = snapshot["career_entry"], len(snapshot.people)
    has = snapshot.people.texts("resume").codes != UNKNOWN
    doubtful = np.zeros(count, dtype=np.bool_)
    owner = rows.owners()
    bad = (~_sure(snapshot) | (rows.ints("start") < 0)) & (owner >= 0)
    doubtful[owner[bad]] = True
    answer: Bools = has & ~doubtful
    return answer


def _sure(snapshot: Snapshot) -> Bools:
    """Mark the rows read at or above the set confidence."""
    least = int(snapshot.settings.get("confidence", CONFIDENCE))
    rows = snapshot["career_entry"]
    doubted = np.append(disputed(snapshot, CAREER), False)[rows.owners()]
    sure: Bools = (rows.ints("sure") >= least) & ~doubted
    return sure


def _held(snapshot: Snapshot, *, secondment: bool = False) -> Bools:
    """Mark the rows that are posts held."""
    rows = snapshot["career_entry"]
    held = rows.texts("kind").mask("任职") & (rows.owners() >= 0)
    return held if secondment else held & (rows.ints("secondment") != 1)


def _grassroots(snapshot: Snapshot, secondment: bool) -> Grassroots:
    rows, count = snapshot["career_entry"], len(snapshot.people)
    kind = rows.texts("unit_kind")
    held = _held(snapshot, secondment=secondment)
    known = kind.mask(*codes.career_words("grassroots"))
    surely = held & known & _sure(snapshot)
    possibly = held & (known | (kind.codes == UNKNOWN) | ~_sure(snapshot))
    return Grassroots(
        _joined(snapshot, surely),
        _joined(snapshot, possibly),
        ~complete(snapshot),
        snapshot.people.ints("grassroots")[:count] == 1,
    )


def _levels(snapshot: Snapshot, rank: int) -> Runs:
    person, start, end, ranks = snapshot.remember("rules ranked rows", lambda: _ranked(snapshot))
    high = ranks >= rank
    return joined(len(snapshot.people), person[high], start[high], end[high])


def _ranked(snapshot: Snapshot) -> tuple[Ints, Ints, Ints, Ints]:
    """Give person, start, end and rank of the rows that surely are posts held, in order."""
    rows, (held, sure) = snapshot["career_entry"], held_rows(snapshot)
    start, end = rows.ints("start"), np.minimum(rows.ints("end"), OPEN)
    chosen = np.flatnonzero(held & sure & (start >= 0) & (end > start))
    order = np.argsort(rows.owners()[chosen].astype(np.int64) * STEP + start[chosen], kind="stable")
    at = chosen[order]
    return rows.owners()[at], start[at], end[at], row_ranks(snapshot)[at]


def _joined(snapshot: Snapshot, chosen: Bools) -> Runs:
    """Join the chosen career rows of each person."""
    rows = snapshot["career_entry"]
    end = np.minimum(rows.ints("end")[chosen], OPEN)
    return join(len(snapshot.people), rows.owners()[chosen], rows.ints("start")[chosen], end)
