"""Who sat in the seats before: tenures that ended, from the résumés, so that past months are full.

A line of somebody's résumé that names the very office of a seat becomes a tenure of that seat where
nobody else held it, or somebody without a seat is given such a line; what is left over was held by
people who have left the base since.
"""

import heapq
import random
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people import codes
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.tenure import Tenure
from leadership_model.sample.chance import share, stream
from leadership_model.sample.classes import HEAD
from leadership_model.sample.layout import Layout, Slot
from leadership_model.sample.names import draw_name
from leadership_model.sample.recast import ABOVE, Line, Office, Recasting, office_of, recasting
from leadership_model.sample.register import Register
from leadership_model.sample.rule_truths import in_scope

BACK = 75  # months before the reference month in which no seat is to be empty for long
PAUSE = 6  # a seat may be empty so long between two holders
LONG = 46  # months the longest of those holders sat who have left since


@dataclass(frozen=True, slots=True)
class _Search:
    """What is left to place, and who came to a seat since the term of its team began."""

    source: random.Random
    register: Register
    lines: dict[Office, list[Line]]
    recasting: Recasting
    moved: frozenset[str]


def seat_former(register: Register, layout: Layout, seed: int, shown: Set[str]) -> None:
    """Record who held each seat before its first recorded holder, back to `BACK` months ago.

    The résumés of people in `shown` stay as they are.
    """
    seated = frozenset(each.person or "" for each in register.tenures.values())
    lines = [each for each in _joined(register) if each.end > register.as_of - BACK - PAUSE]
    free = [each for each in lines if each.person not in seated | shown]
    rewriting = recasting(register, seed, free, layout.slots)
    search = _Search(stream(seed, "former"), register, _by_office(lines), rewriting, seated)
    first: dict[str, int] = {}
    for tenure in register.tenures.values():
        if tenure.start is not None:
            first[tenure.post or ""] = min(tenure.start, first.get(tenure.post or "", 1 << 20))
    queue = [
        (-min(first.get(post.id, register.as_of) for post in slot.posts), at)
        for at, slot in enumerate(layout.slots)
    ]
    heapq.heapify(queue)
    while queue:
        until, at = heapq.heappop(queue)
        start = _before(search, layout.slots[at], -until)
        if start > register.as_of - BACK:
            heapq.heappush(queue, (-start, at))
    rewriting.finish()


def _before(search: _Search, slot: Slot, until: int) -> int:
    """Record who held a seat until a month, or somebody who has left; give since when."""
    used = search.recasting.used
    fitting = (each for each in search.lines.get(office_of(slot), ()) if each.key not in used)
    line = next((each for each in fitting if each.end <= until and _may(search, slot, each)), None)
    if line is None or line.end < until - PAUSE:
        line = search.recasting.take(slot, until - PAUSE, until) or line
    if line is None or line.end < until - LONG:
        start = until - search.source.randint(20, LONG)
        _note_gone(search, slot, start, until)
        return start
    if line.end < until - PAUSE:
        _note_gone(search, slot, line.end, until)
    used.add(line.key)
    _note(search, slot, line)
    return line.start


def _note_gone(search: _Search, slot: Slot, start: int, until: int) -> None:
    """Record somebody who is no longer in the base; now and then the seat stood empty after."""
    name = draw_name(search.source, "男", "汉族")
    note = "已调离本库" if share(search.source, 0.6) else "已退休"
    end = until - search.source.choice((0, 0, 0, 1, 2))
    for post in slot.posts:
        key = new("n", search.source)
        held = Tenure(id=key, post=post.id, outsider=name, start=start, end=end, note=note)
        search.register.former.append(held)


def _note(search: _Search, slot: Slot, line: Line) -> None:
    number = search.source.randint(1, 180)
    document = f"云任〔{months.year_of(line.start)}〕{number}号"
    for at, post in enumerate(slot.posts):
        search.register.former.append(
            Tenure(
                id=new("n", search.source),
                post=post.id,
                person=line.person,
                kind="兼任" if at > 0 and post.post_kind == "部门正职" else "任职",
                start=line.start,
                end=line.end,
                promoted=line.promoted,
                document=document if share(search.source, 0.6) else None,
            )
        )


def _may(search: _Search, slot: Slot, line: Line) -> bool:
    """Keep to one change within a term (T2): who came to a seat in it did not come before too."""
    team = search.register.teams[slot.team]
    begun = team.term_start
    scoped = any(in_scope(team, post) for post in slot.posts)
    if not scoped or begun is None or line.start <= begun:
        return True
    return line.person not in search.moved


def _by_office(lines: Iterable[Line]) -> dict[Office, list[Line]]:
    """Sort lines by the office they name, last end first."""
    found: dict[Office, list[Line]] = {}
    for line in sorted(lines, key=lambda each: (-each.end, each.key)):
        found.setdefault(line.office, []).append(line)
    return found


def _joined(register: Register) -> Iterator[Line]:
    """Join the posts of each line; what is still open, has no months or is unclear is left out."""
    parts: dict[str, dict[int, list[CareerEntry]]] = {}
    for row in register.rows:
        if isinstance(row, CareerEntry) and row.kind == "任职" and not row.secondment:
            parts.setdefault(row.person or "", {}).setdefault(row.line, []).append(row)
    for person, lines in parts.items():
        yield from _of_person(register.people[person], list(lines.values()), register.as_of)


def _of_person(person: Person, lines: list[list[CareerEntry]], as_of: int) -> Iterator[Line]:
    ranks, reached = codes.ranks("levels"), 0
    for at, posts in enumerate(lines):
        rank = max(ranks.get(row.level or "", 0) for row in posts)
        promoted, reached = rank > reached, max(rank, reached)
        start, end = posts[0].start, posts[0].end
        if start is None or end is None or not start < end <= as_of:
            continue
        if person.work_start is not None and start < person.work_start:
            continue
        last = at == len(lines) - 2 and at > 0 and lines[at - 1][0].level == HEAD
        rises = last and person.level is None and posts[0].level == HEAD and person.grade in ABOVE
        yield Line(person.id, start, end, tuple(posts), promoted or rises, rises)
