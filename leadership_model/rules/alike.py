"""Posts that are alike for the 禁止 rules, so that all people x all posts are asked once per kind.

Most rules read only a few things of a post (its level, its area ...): posts that agree in them get
the same answers about everybody. What depends on who sits where or who is related to whom (`APART`)
has one answer for a stranger, who holds no seat and has no kin, and others for a few pairs, which
are named and have to be asked one by one. A property test holds all this equal to asking each pair.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from leadership_model.conditions.tri import Tri
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.seating import Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import family, home, kinship, recusal, seat, terms
from leadership_model.rules.appointment import MEANINGS
from leadership_model.rules.book import RuleBook
from leadership_model.rules.pairs import Pairs, pair, post_ranks
from leadership_model.rules.seats import filling, places

Codes = NDArray[np.int8]  # 2 yes, 1 cannot be said, 0 no
Reads = Callable[[Snapshot, RuleBook], Sequence[Ints]]

RELATIVES = ("A1", "A2", "A3")
APART = ("N1", "N3", "T3", *RELATIVES)


@dataclass(frozen=True, slots=True)
class Alike:
    """What the 禁止 rules say of all pairs but a few.

    `codes[kinds[post]]` answers for everybody, but for `strangers[post]`, which no answer exceeds,
    and but for the pairs (`people`, `posts`), which are asked one by one.
    """

    kinds: Ints
    codes: Codes  # kinds x people
    strangers: Codes
    people: Ints
    posts: Ints


def alike(book: RuleBook, seating: Seating, month: int) -> Alike:
    """Put the posts into kinds and ask the 禁止 rules of everybody for each kind."""
    now = book.at(month)
    barring = [rule for rule in MEANINGS if rule in now and now[rule].severity == "forbid"]
    snapshot = seating.snapshot
    found = [number_by(READS[r](snapshot, now)) for r in barring if r not in APART]
    kinds = number_by(found) if found else np.zeros(len(snapshot.posts), dtype=np.int32)
    codes = _asked(now, seating, month, [r for r in barring if r not in APART], found, kinds)
    strangers, people, posts = _apart(now, seating, month, [r for r in barring if r in APART])
    return Alike(kinds, codes, strangers, people, posts)


def code_of(answer: Tri) -> Codes:
    """Write an answer as numbers, of which the smallest counts where several are asked."""
    return answer.sure.astype(np.int8) + answer.possible.astype(np.int8)


def _asked(
    now: RuleBook,
    seating: Seating,
    month: int,
    rules: Sequence[str],
    numbers: Sequence[Ints],
    kinds: Ints,
) -> Codes:
    """Ask each rule of everybody once for each kind of posts it tells apart."""
    people = np.arange(len(seating.snapshot.people), dtype=np.int32)
    made: dict[int, Pairs] = {}

    def pairs_of(post: int) -> Pairs:
        if post not in made:
            posts = np.full(len(people), post, dtype=np.int32)
            made[post] = pair(now, seating, people, posts, month)
        return made[post]

    first = np.unique(kinds, return_index=True)[1]
    codes = np.full((len(first), len(people)), 2, dtype=np.int8)
    for rule, number in zip(rules, numbers, strict=True):
        mine = number[first]  # of each kind, the kind this rule sees
        for each in np.unique(mine).tolist():
            rows = np.flatnonzero(mine == each)
            said = code_of(MEANINGS[rule](pairs_of(int(first[rows[0]])), now[rule]).ok)
            codes[rows] = np.minimum(codes[rows], said)
    return codes


def _apart(
    now: RuleBook, seating: Seating, month: int, rules: Sequence[str]
) -> tuple[Codes, Ints, Ints]:
    """Give what strangers are told for each post, and the pairs of those who are none."""
    snapshot = seating.snapshot
    count = len(snapshot.posts)
    every = np.arange(count, dtype=np.int32)
    told = _told(snapshot)
    strange: Bools = ~seating.seated() & (kinship.kinships(snapshot).count == 0)
    strange[told] = False
    found = np.flatnonzero(strange)
    if not len(found) and len(snapshot.people):  # nobody is a stranger: each pair is asked
        all_ = np.arange(len(snapshot.people), dtype=np.int32)
        yes = np.full(count, 2, dtype=np.int8)
        return yes, np.repeat(all_, count), np.tile(every, len(all_))
    strangers = np.full(count, 2, dtype=np.int8)
    if len(found):
        asked = pair(now, seating, np.full(count, found[0], dtype=np.int32), every, month)
        for rule in rules:
            strangers = np.minimum(strangers, code_of(MEANINGS[rule](asked, now[rule]).ok))
    parts = [(np.repeat(told, count), np.tile(every, len(told)))]
    parts += [_holders(seating), _insiders(seating)]
    parts += [_kin(seating, rule) for rule in rules if rule in RELATIVES]
    people, posts = (np.concatenate(each).astype(np.int64) for each in zip(*parts, strict=True))
    keys = np.unique(people * max(count, 1) + posts)
    size = max(count, 1)
    return strangers, (keys // size).astype(np.int32), (keys % size).astype(np.int32)


def _told(snapshot: Snapshot) -> Ints:
    """Give the people of whom somebody answered a rule about one post."""
    table = snapshot["rule_check"]
    people, posts = table.ints("person"), table.ints("post")
    return np.unique(people[(people >= 0) & (posts >= 0)]).astype(np.int32)


def _holders(seating: Seating) -> tuple[Ints, Ints]:
    posts = np.flatnonzero(seating.holder >= 0)
    return seating.holder[posts], posts.astype(np.int32)


def _insiders(seating: Seating) -> tuple[Ints, Ints]:
    """Pair everybody who fills a quota with the posts of that quota."""
    group, full = places(seating.snapshot).group, filling(seating)
    size = max(len(places(seating.snapshot).quota), 1)
    order = np.argsort(group, kind="stable")
    inside = full.inside % size
    low = np.searchsorted(group[order], inside, side="left")
    high = np.searchsorted(group[order], inside, side="right")
    many = high - low
    start = np.repeat(low - np.concatenate([[0], np.cumsum(many)[:-1]]), many)
    posts = order[np.arange(int(many.sum())) + start]
    return np.repeat(full.inside // size, many).astype(np.int32), posts.astype(np.int32)


def _kin(seating: Seating, rule: str) -> tuple[Ints, Ints]:
    """Pair everybody who has kin with the posts in which a relative would be met."""
    related = np.flatnonzero(kinship.kinships(seating.snapshot).count > 0).astype(np.int32)
    count = len(seating.snapshot.posts)
    people = np.repeat(related, count)
    posts = np.tile(np.arange(count, dtype=np.int32), len(related))
    met = np.unique(recusal.meetings(seating, people, posts, rule).pair)
    return people[met], posts[met]


def number_by(columns: Sequence[Ints]) -> Ints:
    """Number the posts by what stands in some columns: equal numbers, equal values."""
    if not columns:
        raise ValueError("A rule reads something of a post, or it is asked once for all")
    found = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        values, number = np.unique(column, return_inverse=True)
        found = found * max(len(values), 1) + number
        found = np.unique(found, return_inverse=True)[1].astype(np.int64)
    return found.astype(np.int32)


def _texts(values: Sequence[object]) -> Ints:
    """Number values of any kind by where they stand first."""
    seen: dict[object, int] = {}
    return np.array([seen.setdefault(each, len(seen)) for each in values], dtype=np.int32)


# ---- what each rule reads of a post


def _nothing(snapshot: Snapshot, _book: RuleBook) -> Sequence[Ints]:
    return (np.zeros(len(snapshot.posts), dtype=np.int32),)


def _level(snapshot: Snapshot, _book: RuleBook) -> Sequence[Ints]:
    return (post_ranks(snapshot),)


def _party(snapshot: Snapshot, _book: RuleBook) -> Sequence[Ints]:
    category = snapshot.teams.texts("category").codes
    kind = np.append(category, UNKNOWN)[snapshot.posts.ints("team")]
    return post_ranks(snapshot), snapshot.posts.ints("party_post"), kind


def _regulator(snapshot: Snapshot, _book: RuleBook) -> Sequence[Ints]:
    return (_flags(family.regulators(snapshot)),)


def _county(snapshot: Snapshot, _book: RuleBook) -> Sequence[Ints]:
    heads = snapshot.posts.texts("area_head").mask("县")
    areas = _texts(seat.area_of_posts(snapshot))
    return _flags(heads), np.where(heads, areas, UNKNOWN).astype(np.int32)


def _city(snapshot: Snapshot, _book: RuleBook) -> Sequence[Ints]:
    return (_flags(home.city_posts(snapshot)),)


def _township(snapshot: Snapshot, _book: RuleBook) -> Sequence[Ints]:
    heads, unit = home.township_posts(snapshot), places(snapshot).unit
    areas = _texts(seat.area_of_posts(snapshot))
    inside = (np.where(heads, each, UNKNOWN).astype(np.int32) for each in (unit, areas))
    return _flags(heads), *inside


def _nationality(snapshot: Snapshot, _book: RuleBook) -> Sequence[Ints]:
    return (_texts(seat.autonomies(snapshot)),)


def _leaving(snapshot: Snapshot, book: RuleBook) -> Sequence[Ints]:
    return (seat.leaving_ages(snapshot, book["R2"]),)


def _term(snapshot: Snapshot, _book: RuleBook) -> Sequence[Ints]:
    return _flags(terms.in_scope(snapshot)), post_ranks(snapshot)


def _flags(marks: Bools) -> Ints:
    return marks.astype(np.int32)


# Every rule but those APART; the rest read the level of a post and no more.
READS: Mapping[str, Reads] = MappingProxyType(
    dict.fromkeys((rule for rule in MEANINGS if rule not in APART), _level)
    | {
        "Q9": _party,
        "A4": _regulator,
        "A5": _county,
        "A6": _city,
        "A7": _township,
        "M1": _nationality,
        "R1": _nothing,
        "R2": _leaving,
        "T4": _term,
    }
)
