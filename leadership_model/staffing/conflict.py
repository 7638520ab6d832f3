"""What the rules say against the moves of a scenario, and whether an exception was granted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadership_model.people.seating import Seating
from leadership_model.rules.appointment import explain_pairs
from leadership_model.rules.book import RuleBook
from leadership_model.rules.rule import RuleResult
from leadership_model.staffing import guard
from leadership_model.staffing.apply import Folded
from leadership_model.staffing.move import STAGES, Move

Standing = Literal["不得例外", "待批复", "已批复", "待本级批准", "已批准", "待核"]
DECISION = STAGES.index("讨论决定")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A rule against one move (its place in the list). `blocks`: not to be decided like this."""

    move: int
    result: RuleResult
    standing: Standing
    blocks: bool


def conflicts(
    folded: Folded, moves: Iterable[Move], book: RuleBook, month: int
) -> tuple[Conflict, ...]:
    """Ask the rules about every appointment that stands, in the seats as they would be.

    Candidates after the first are asked as if they took the seat. Fail and unknown only.
    """
    seating = folded.seating
    groups = guard.linked_groups(seating)
    people, posts = seating.snapshot.people.positions, seating.snapshot.posts.positions
    asked: list[tuple[int, Move, int, int]] = []
    for at, move in enumerate(moves):
        if move.kind != "appoint" or move.person is None or move.post is None:
            continue
        person, first = people[move.person], posts[move.post]
        if move.order == 1 and int(seating.holder[first]) != person:
            continue
        asked += [(at, move, person, post) for post in groups.get(first, (first,))]
    if not asked:
        return ()
    who = np.array([person for _, _, person, _ in asked], dtype=np.int32)
    where = np.array([post for _, _, _, post in asked], dtype=np.int32)
    answers = explain_pairs(book, seating, who, where, month, full=False)
    return tuple(
        _conflict(at, move, each)
        for (at, move, _, _), results in zip(asked, answers, strict=True)
        for each in results
        if each.severity != "note"
    )


def demoted(folded: Folded, base: Seating) -> tuple[int, ...]:
    """List the people who hold a seat in both and whose 职务层次 surely falls: only by hand."""
    posts = np.array(sorted(folded.changes), dtype=np.int32)
    posts = posts[folded.seating.holder[posts] >= 0]
    holders = folded.seating.holder[posts]
    seated = base.seated()[holders]
    _, possible = guard.keeps_level(base, holders, posts)
    return tuple(sorted({int(person) for person in holders[seated & ~possible]}))


def _conflict(at: int, move: Move, result: RuleResult) -> Conflict:
    if result.result == "unknown":
        return Conflict(at, result, "待核", blocks=False)
    hard = result.severity == "forbid"
    stored = bool(result.exception)  # an exception on record, besides what the move says itself
    match result.waiver:
        case "none":
            return Conflict(at, result, "不得例外", blocks=hard)
        case "superior":
            granted = stored or (bool(move.reply) and move.reply_month is not None)
            return Conflict(at, result, "已批复" if granted else "待批复", blocks=not granted)
        case "local":
            granted = stored or (bool(move.approver) and bool(move.reason))
            return Conflict(at, result, "已批准" if granted else "待本级批准", blocks=not granted)
