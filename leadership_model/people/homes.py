"""成长地 of those who hold one of the seven posts of rule A5 (公务员回避规定, article 5), as work.

The rule asks where the head of a county's Party committee, government, discipline commission,
organisation department, court, procuratorate or public security grew up. Origin and place of birth
only hint at it.
"""

from dataclasses import dataclass
from typing import Literal

from leadership_model.people.gaps import ABSENT
from leadership_model.people.seating import Seating

HomeState = Literal["unknown", "same", "elsewhere", "absent"]


@dataclass(frozen=True, slots=True)
class HomeRow:
    """Who holds which post (positions), and what is known. `area`: of the post's team."""

    person: int
    post: int
    area: str | None
    origin: str | None
    birthplace: str | None
    hometown: str | None
    state: HomeState
    hint: str


def rows(seating: Seating) -> tuple[HomeRow, ...]:
    """List the holders of posts that rule A5 asks about, open ones first, then by team."""
    found = [_row(seating, post) for post in _posts(seating)]
    rank = {"unknown": 0, "same": 1, "absent": 2, "elsewhere": 3}
    return tuple(sorted(found, key=lambda row: (rank[row.state], not row.hint, row.post)))


def open_count(seating: Seating) -> int:
    """Count the holders whose 成长地 is not known."""
    return sum(row.state == "unknown" for row in rows(seating))


def _posts(seating: Seating) -> list[int]:
    heads = seating.snapshot.posts.texts("area_head").mask("县")
    return [int(at) for at in (heads & (seating.holder >= 0)).nonzero()[0]]


def _row(seating: Seating, post: int) -> HomeRow:
    snapshot = seating.snapshot
    people, person = snapshot.people, int(seating.holder[post])
    team = int(snapshot.posts.owners()[post])
    area = snapshot.teams.raw("area")[team] if team >= 0 else None
    hometown = people.raw("hometown")[person]
    origin, birthplace = people.raw("origin")[person], people.raw("birthplace")[person]
    state: HomeState = "unknown"
    if int(people.texts("hometown").codes[person]) == ABSENT:
        state = "absent"
    elif hometown:
        state = "same" if hometown == area else "elsewhere"
    return HomeRow(
        person, post, area, origin, birthplace, hometown, state,
        _hint(area, origin, birthplace) if state == "unknown" else "",
    )  # fmt: skip


def _hint(area: str | None, origin: str | None, birthplace: str | None) -> str:
    if not area:
        return ""
    stem = area[:2]
    named = [w for w, text in (("籍贯", origin), ("出生地", birthplace)) if text and stem in text]
    return f"{'、'.join(named)}与任职地相同" if named else ""
