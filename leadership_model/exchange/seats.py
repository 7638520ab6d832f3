"""Units, teams, posts and who holds them, as a package tells them: what the base would gain.

Nothing of the base is overwritten: where it says otherwise, the piece is offered but not taken.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from leadership_model import ids, months
from leadership_model.exchange.package import Row, Tables, named, number, says_yes, value
from leadership_model.people import codes
from leadership_model.people.post import Post
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.team import Team
from leadership_model.people.tenure import FILLING, Tenure
from leadership_model.people.unit import Unit

Record = Unit | Team | Post | Tenure
WORDS = {"unit": "单位", "team": "班子", "post": "岗位", "tenure": "任职"}
TAKEN_SEAT, OTHER_VALUE = "岗位已有任职人", "库中已有不同的值"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One record to be written. `key` stays the same when the proposal is worked out again.

    `needs` are keys of pieces that have to be taken with it. `doubt` says why it is not `taken` of
    itself; `before` is the record of the base it would change, None for a new one.
    """

    key: str
    kind: str
    record: Record
    text: str
    before: Record | None = None
    old: str = ""
    needs: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def taken(self) -> bool:
        """Whether it is taken unless somebody says otherwise."""
        return not self.doubt


def propose(
    snapshot: Snapshot,
    tables: Tables,
    who: Mapping[str, tuple[str, str]],
    source: random.Random | None = None,
) -> tuple[Piece, ...]:
    """Work out what the tables B01 and A02 add to the base.

    `who` gives id and name of a person by the key in the tables; others are left out.
    """
    desk = _Desk(snapshot, who, source)
    rows = sorted(tables.get("B01", ()), key=_depth)
    for row in rows:
        desk.unit(row)
    seats = [row for row in tables.get("A02", ()) if says_yes(row.get("A0201D"))]
    for row in sorted(seats, key=_place):
        if says_yes(row.get("A0255", "1")):
            desk.seat(row)
    return tuple(desk.linked())


def chosen(pieces: Iterable[Piece], said: Mapping[str, bool]) -> tuple[Piece, ...]:
    """List the pieces to be written: taken by themselves or by choice, with all they need."""
    made: dict[str, Piece] = {}
    listed = tuple(pieces)
    offered = {each.key for each in listed}
    for each in listed:
        taken = said.get(each.key, each.taken)
        if taken and all(key in made or key not in offered for key in each.needs):
            made[each.key] = each
    return tuple(made.values())


@dataclass(slots=True)
class _Desk:
    """A proposal in the making, with what the base holds by name and code."""

    snapshot: Snapshot
    who: Mapping[str, tuple[str, str]]
    source: random.Random | None
    pieces: dict[str, Piece] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)  # by the package's code
    keys: dict[str, str] = field(default_factory=dict)  # id of a new record -> its piece
    known: dict[str, Unit] = field(default_factory=dict)  # by name and by code
    teams: dict[str, list[Team]] = field(default_factory=lambda: defaultdict(list))
    posts: dict[str, list[Post]] = field(default_factory=lambda: defaultdict(list))
    holders: dict[str, str] = field(default_factory=dict)  # post -> person, now
    held: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for unit in self.snapshot["unit"].records():
            for name in (unit.code, unit.name):
                if name:
                    self.known.setdefault(name, unit)
        for team in self.snapshot["team"].records():
            self.teams[team.unit].append(team)
        for post in self.snapshot["post"].records():
            self.posts[post.team].append(post)
        for tenure in self.snapshot["tenure"].records():
            if tenure.end is None and tenure.kind in FILLING:
                self.holders[tenure.post] = tenure.person or ""

    def unit(self, row: Row) -> None:
        """Find or propose a unit, and the quotas of its team."""
        code, name = value(row, "B0111"), value(row, "B0101")
        if not name:
            return
        unit = self.known.get(name) or self.known.get(value(row, "B0114"))
        if unit is None:
            parent = self.units.get(value(row, "B0121"))
            unit = Unit(
                id=ids.new("u", self.source),
                name=name,
                short_name=value(row, "B0104") or None,
                code=value(row, "B0114") or code or None,
                parent=parent.id if parent else None,
                area=parent.area if parent else None,
                level=named(value(row, "B0127"), "levels") or None,
                order=number(row, "SORTID") or 0,
            )
            needs = self._needs(unit.parent)
            above = f"（上级：{parent.name}）" if parent else ""
            self._add("unit", f"unit {name}", unit, f"{name}{above}", needs)
            self.known[name] = unit
        self.units[code] = self.units[name] = unit
        head, deputy = number(row, "B0183"), number(row, "B0185")
        if head is not None or deputy is not None:
            self._quotas(self._team(unit), head, deputy)

    def _team(self, unit: Unit) -> Team | None:
        """Give the one team of a unit, a new one where there is none; None where there are more."""
        there = self.teams[unit.id]
        if not there:
            team = Team(
                id=ids.new("t", self.source),
                unit=unit.id,
                name=f"{unit.name}领导班子",
                area=unit.area,
            )
            self._add("team", f"team {unit.name}", team, str(team.name), self._needs(unit.id))
            there.append(team)
        return there[0] if len(there) == 1 else None

    def _quotas(self, team: Team | None, head: int | None, deputy: int | None) -> None:
        if team is None:
            return
        wanted = replace(
            team,
            quota_head=team.quota_head if head is None else head,
            quota_deputy=team.quota_deputy if deputy is None else deputy,
        )
        if wanted == team:
            return
        self.teams[str(team.unit)] = [wanted]
        if team.id in self.keys:
            key = self.keys[team.id]
            text = f"{wanted.name}（{_quota(wanted)}）"
            self.pieces[key] = replace(self.pieces[key], record=wanted, text=text)
            return
        differs = any(
            old is not None and old != new
            for old, new in (
                (team.quota_head, wanted.quota_head),
                (team.quota_deputy, wanted.quota_deputy),
            )
        )
        key = f"quota {team.name} {team.id}"
        self.pieces[key] = Piece(
            key=key, kind="team", record=wanted, before=team, old=f"职数：{_quota(team)}",
            text=f"{team.name}职数：{_quota(wanted)}", doubt=OTHER_VALUE if differs else "",
        )  # fmt: skip

    def seat(self, row: Row) -> None:
        """Find or propose a post and who holds it now."""
        unit = self.units.get(value(row, "A0201B")) or self.units.get(value(row, "A0201A"))
        unit = unit or self.known.get(value(row, "A0201A"))
        person, _ = self.who.get(row.get("A0000", ""), (None, ""))
        name = value(row, "A0215A")
        if unit is None or person is None or not name:
            return
        there = self.teams[unit.id]
        team = self._team(unit) if len(there) < 2 else None
        listed = [
            post
            for each in ([team] if team else there)
            for post in self.posts[each.id]
            if post.name == name
        ]
        if any(self.holders.get(post.id) == person for post in listed):
            return
        vacant = next((post for post in listed if post.id not in self.holders), None)
        if vacant is None and team is None:
            return
        post, doubt = vacant, ""
        if post is None and team is not None:
            post = self._post(row, team, name)
            doubt = TAKEN_SEAT if listed and team.id not in self.keys else ""
            self._add(
                "post",
                f"post {unit.name} {name} {row.get('A0000')}",
                post,
                f"{name}（{post.role}），{team.name}",
                self._needs(team.id),
                doubt,
            )
            self.posts[team.id].append(post)
        if post is not None:
            self._hold(row, unit, post, person, doubt)

    def _post(self, row: Row, team: Team, name: str) -> Post:
        said = value(row, "A0201E")
        head, deputy = said in ("1", "正职"), said.startswith("3") or "副" in said
        level = named(value(row, "A0221"), "levels")
        return Post(
            id=ids.new("s", self.source),
            team=team.id,
            name=name,
            order=number(row, "A0225") or 0,
            level=level if level in codes.names("levels") else None,
            role="正职" if head else "副职" if deputy else "其他",
            takes_quota=not says_yes(row.get("A0248")),
        )

    def _hold(self, row: Row, unit: Unit, post: Post, person: str, doubt: str) -> None:
        since = months.parse_date(value(row, "A0243"))
        tenure = Tenure(
            id=ids.new("n", self.source),
            post=post.id,
            person=person,
            start=since[0] if since else None,
            document=value(row, "A0245") or None,
        )
        begun = f"（{months.show(tenure.start)}起）" if tenure.start is not None else ""
        _, who = self.who[row.get("A0000", "")]
        text = f"{who} 任 {post.name}{begun}，{unit.name}"
        key = f"tenure {unit.name} {post.name} {row.get('A0000')}"
        self._add("tenure", key, tenure, text, self._needs(post.id), doubt)
        self.holders[post.id] = person
        if post.id in self.keys:
            self.held[person, str(post.team)].append(post.id)

    def _needs(self, id: str | None) -> tuple[str, ...]:
        return (self.keys[id],) if id in self.keys else ()

    def _add(
        self,
        kind: str,
        key: str,
        record: Record,
        text: str,
        needs: tuple[str, ...],
        doubt: str = "",
    ) -> None:
        self.keys[record.id] = key
        self.pieces[key] = Piece(
            key=key, kind=kind, record=record, text=text, needs=needs, doubt=doubt
        )

    def linked(self) -> Iterator[Piece]:
        """Give all pieces; new posts one person holds in one team are linked (联职)."""
        for (person, _), posts in self.held.items():
            for id in posts if len(posts) > 1 else ():
                piece = self.pieces[self.keys[id]]
                if isinstance(piece.record, Post):
                    together = replace(piece.record, linked=f"{person}/{posts[0]}")
                    self.pieces[piece.key] = replace(piece, record=together)
        yield from self.pieces.values()


def _quota(team: Team) -> str:
    head, deputy = ("待核" if n is None else str(n) for n in (team.quota_head, team.quota_deputy))
    return f"正职 {head}，副职 {deputy}"


def _depth(row: Row) -> tuple[int, str]:
    code = value(row, "B0111")
    return len(code), code


def _place(row: Row) -> tuple[str, int, int]:
    return value(row, "A0201B"), number(row, "A0225") or 999, number(row, "A0223") or 999


def order(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Put pieces in the order in which they can be written: units, teams, posts, tenures."""
    ranks = {kind: at for at, kind in enumerate(WORDS)}
    return tuple(sorted(pieces, key=lambda each: ranks[each.kind]))
