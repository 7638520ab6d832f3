"""Recusal of relatives, A1-A3: whom would a person meet in a seat, and where.

A confirmed relation fails, a candidate is unknown until somebody confirms or dismisses it.
"""

from dataclasses import dataclass

import numpy as np

from leadership_model.conditions.tri import Tri
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.seating import Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules.kinship import kinships
from leadership_model.rules.pairs import Pairs, Verdicts, Words, lasting
from leadership_model.rules.rule import Rule
from leadership_model.rules.runs import Positions, expand
from leadership_model.rules.seats import places

FEW = 8  # the seats of so few are looked for one by one
NEEDS = {
    "A1": "不与亲属在同一领导班子任职",
    "A2": "不与亲属有直接上下级领导关系",
    "A3": "不在亲属任领导的单位从事组织人事、纪检监察、审计、财务工作",
}


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs (by index) whose person meets a relative: who, at which seat (-1 none), confirmed."""

    pair: Positions
    other: Ints
    seat: Ints
    confirmed: Bools
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kindred:
    """All relations as arrays, sorted by person: `start[i]:start[i + 1]` are those of person i."""

    start: Positions
    other: Ints
    confirmed: Bools
    title: tuple[str, ...]


NOBODY_MET = Meetings(
    np.zeros(0, np.int64),
    np.zeros(0, np.int32),
    np.zeros(0, np.int32),
    np.zeros(0, np.bool_),
    (),
)


def no_relatives(pairs: Pairs, rule: Rule) -> Verdicts:
    """A1, A2, A3: in this seat the person meets no relative in the relation the rule forbids."""
    met = meetings(pairs.seating, pairs.people, pairs.posts, rule.id)
    sure, possible = np.ones(len(pairs), np.bool_), np.ones(len(pairs), np.bool_)
    sure[met.pair] = False
    possible[met.pair[met.confirmed]] = False

    def words(i: int) -> Words:
        rows = np.flatnonzero(met.pair == i)
        if not len(rows):
            return "无登记的亲属回避情形", NEEDS[rule.id], "仅就已登记亲属，没有应回避的情形。"
        first = rows[np.argsort(~met.confirmed[rows], kind="stable")[0]]
        return words_met(pairs.snapshot, met, int(first), rule.id)

    return lasting(Tri(sure, possible), np.ones(len(pairs), np.bool_), words)


def words_met(snapshot: Snapshot, met: Meetings, row: int, rule: str) -> Words:
    """Say of one meeting who the relative is, where he sits and whether it is confirmed."""
    name = snapshot.people.raw("name")[met.other[row]] or "姓名待核"
    state = "已确认" if met.confirmed[row] else "待确认"
    seat = int(met.seat[row])
    where = "在相关单位工作"
    if seat >= 0:
        team = int(snapshot.posts.ints("team")[seat])
        body = snapshot.teams.raw("name")[team] if team >= 0 else None
        where = f"任{body or ''}{snapshot.posts.raw('name')[seat] or '职务待核'}"
    have = f"亲属{name}（{met.title[row]}，{state}）"
    return have, NEEDS[rule], f"家庭成员登记与{name}相符（{met.title[row]}，{state}），其{where}。"


def meetings(seating: Seating, people: Ints, posts: Ints, rule: str) -> Meetings:
    """Find who would meet which relative. The relative's hold on the very seat is over."""
    snapshot = seating.snapshot
    kin = snapshot.remember("rules kindred", lambda: _kindred(snapshot))
    pair, edge = expand(kin.start, people)
    other = kin.other[edge]
    if not len(other):  # as in most teams
        return NOBODY_MET
    row, seat = _seats_of(seating, other)
    if rule == "A3":  # an unseated relative may work in the unit too
        row = np.concatenate([row, np.arange(len(other))])
        seat = np.concatenate([seat, np.full(len(other), -1, np.int32)])
    post, who = posts[pair[row]], other[row]
    clash = _clash(snapshot, rule, post, seat, who) & (seat != post)
    keep = np.flatnonzero(clash)
    return Meetings(
        pair[row[keep]],
        who[keep],
        seat[keep],
        kin.confirmed[edge[row[keep]]],
        tuple(kin.title[e] for e in edge[row[keep]]),
    )


def _clash(snapshot: Snapshot, rule: str, post: Ints, seat: Ints, who: Ints) -> Bools:
    """Say whether holding `post` clashes with a relative in `seat` (-1: unseated)."""
    at, seated = places(snapshot), seat >= 0
    if rule == "A1":
        same = (at.team[post] == at.team[seat]) & (at.team[post] >= 0)
        return np.asarray(seated & same & at.member[post] & at.member[seat])
    if rule == "A2":
        over = (at.upper[post] == at.unit[seat]) & (at.unit[seat] >= 0)
        under = (at.upper[seat] == at.unit[post]) & (at.unit[post] >= 0)
        return np.asarray(seated & (over | under) & at.leader[post] & at.leader[seat])
    works = snapshot.people.ints("unit")[who]
    units = snapshot["unit"]
    desk = np.append(units.ints("personnel") == 1, False)[works]
    parent = np.append(units.ints("parent"), UNKNOWN)[works]
    desk = np.where(seated, at.desk[seat], desk)
    parent = np.where(seated, at.parent[seat], np.where(works >= 0, parent, UNKNOWN))
    their = at.leader[post] & desk & (parent == at.unit[post]) & (parent >= 0)
    mine = seated & at.leader[seat] & at.desk[post] & (at.parent[post] == at.unit[seat])
    return np.asarray(their | (mine & (at.parent[post] >= 0)))


def _kindred(snapshot: Snapshot) -> _Kindred:
    """Put all relations into arrays."""
    found = kinships(snapshot)
    rows = [kin for person in sorted(found.of) for kin in found.of[person]]
    return _Kindred(
        np.concatenate([[0], np.cumsum(found.count, dtype=np.int64)]),
        np.array([kin.other for kin in rows], dtype=np.int32),
        np.array([kin.confirmed for kin in rows], dtype=np.bool_),
        tuple(kin.title for kin in rows),
    )


def _seats_of(seating: Seating, people: Ints) -> tuple[Positions, Ints]:
    """Give the seats of each of some people as (index into people, post), in order."""
    if len(people) <= FEW:
        row, seat = np.nonzero(people[:, None] == seating.holder[None, :])
        return row, seat.astype(np.int32)
    starts, seats = seating.remember("rules seats of people", lambda: _all_seats(seating))
    row, at = expand(starts, people)
    return row, seats[at].astype(np.int32)


def _all_seats(seating: Seating) -> tuple[Positions, Positions]:
    """Give the seats of each person as (starts, posts)."""
    held = np.flatnonzero(seating.holder >= 0)
    order = held[np.argsort(seating.holder[held], kind="stable")]
    wanted = np.arange(len(seating.snapshot.people) + 1)
    return np.searchsorted(seating.holder[order], wanted), order
