"""Rows about two relatives: rules A1-A3 among people who may be moved.

A pair is refused where a relative stays for good; it waits where the relative may still be moved;
two candidates are kept apart where their new seats would meet.
"""

from dataclasses import dataclass

import numpy as np

from leadership_model.people.seating import Seating
from leadership_model.people.table import Bools, Ints
from leadership_model.rules.book import RuleBook
from leadership_model.rules.kinship import kinships
from leadership_model.rules.recusal import Meetings, meetings
from leadership_model.staffing.board import Board

RULES = ("A1", "A2", "A3")


@dataclass(frozen=True, slots=True)
class Clash:
    """Taking `pair` meets a relative.

    apart: not together with `others`, the relative's new place. Else the relative sits there now,
    and one of `others`, his ways out, must be taken too.
    """

    rule: str
    pair: int
    others: tuple[int, ...]
    apart: bool


def refused(
    seating: Seating,
    book: RuleBook,
    people: Ints,
    posts: Ints,
    movable: Bools,
    unconfirmed: bool,
) -> Bools:
    """Mark the pairs (people x posts, equal length) that meet a relative who will not be moved.

    movable: per person, whether something is decided about him.
    """
    barred = np.zeros(len(people), dtype=np.bool_)
    for rule in _in_use(seating, book):
        met = meetings(seating, people, posts, rule)
        counts = met.confirmed | (not unconfirmed)
        barred[met.pair[counts & ~movable[met.other]]] = True
    return barred


def clashes(seating: Seating, book: RuleBook, board: Board, unconfirmed: bool) -> tuple[Clash, ...]:
    """List what is left to decide between relatives about whom both something is decided."""
    of = kinships(seating.snapshot).of
    decided = frozenset(board.person.tolist())
    related = [
        person
        for person in sorted(decided)
        if any(
            kin.other in decided and (kin.confirmed or not unconfirmed)
            for kin in of.get(person, ())
        )
    ]
    if not related:
        return ()
    pairs = board.of_people(np.array(related, dtype=np.int32))
    found: dict[tuple[object, ...], Clash] = {}
    for rule in _in_use(seating, book):
        for each in (
            *_where_they_sit(seating, rule, board, pairs, unconfirmed),
            *_where_they_go(seating, rule, board, pairs, unconfirmed),
        ):
            found.setdefault((each.pair, each.others, each.apart), each)
    return tuple(found.values())


def _in_use(seating: Seating, book: RuleBook) -> tuple[str, ...]:
    now = book.at(seating.as_of)
    return tuple(rule for rule in RULES if rule in now and now[rule].severity == "forbid")


def _asked(board: Board, pairs: Ints) -> tuple[Ints, Ints, Ints]:
    """Spread pairs over the posts of their places: pair, person, post."""
    rows = [
        (pair, int(board.person[pair]), post)
        for pair in pairs.tolist()
        if not board.stays[pair]
        for post in board.places[int(board.place[pair])].posts
    ]
    table = np.array(rows, dtype=np.int32).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


def _counted(met: Meetings, unconfirmed: bool) -> list[int]:
    return np.flatnonzero(met.confirmed | (not unconfirmed)).tolist()


def _where_they_sit(
    seating: Seating, rule: str, board: Board, pairs: Ints, unconfirmed: bool
) -> list[Clash]:
    """The relative sits there now: somebody decided about may be moved away first."""
    pair, person, post = _asked(board, pairs)
    met = meetings(seating, person, post, rule)
    result = []
    for row in _counted(met, unconfirmed):
        mine = board.of_people(np.array([met.other[row]], dtype=np.int32))
        if not len(mine):
            continue
        away = tuple(mine[~board.stays[mine]].tolist())
        result.append(Clash(rule, int(pair[met.pair[row]]), away, apart=False))
    return result


def _where_they_go(
    seating: Seating, rule: str, board: Board, pairs: Ints, unconfirmed: bool
) -> list[Clash]:
    """The relative is put into another place: lay him there and ask again."""
    pair, person, post = _asked(board, pairs)
    result = []
    for theirs in pairs.tolist():
        if board.stays[theirs]:
            continue
        other = int(board.person[theirs])
        seats = board.places[int(board.place[theirs])].posts
        there = seating.with_holders(dict.fromkeys(seats, other))
        kin = {each.other for each in kinships(seating.snapshot).of.get(other, ())}
        rows = np.flatnonzero(
            np.isin(person, sorted(kin)) & (board.place[pair] != board.place[theirs])
        )
        met = meetings(there, person[rows], post[rows], rule)
        result += [
            Clash(rule, int(pair[rows[met.pair[at]]]), (theirs,), apart=True)
            for at in _counted(met, unconfirmed)
            if int(met.other[at]) == other and int(met.seat[at]) in seats
        ]
    return result
