"""Lines of résumés written anew: somebody who waits in no seat once held one that needs a holder.

Only people without a seat are asked, and only lines that stand in their résumé as they were typed;
the months stay, so that nothing else in a career moves. The level stays too, but for researchers
(调研员), whose last post may have been one level up.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from operator import attrgetter

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.career import CareerEntry
from leadership_model.sample.chance import stream
from leadership_model.sample.classes import DEPUTY, HEAD
from leadership_model.sample.job import Row
from leadership_model.sample.layout import Slot
from leadership_model.sample.place import CITY_AREA
from leadership_model.sample.register import Register

ABOVE = ("一级调研员", "二级调研员", "三级调研员")


Office = tuple[tuple[str | None, str, str, str | None], ...]  # unit, post kind, role, level


@dataclass(frozen=True, slots=True)
class Line:
    """One main line of a résumé that ended: whose, its months, its posts.

    `promoted`: the level is above that of the line before. `rises`: the post may be one level up.
    """

    person: str
    start: int
    end: int
    rows: tuple[CareerEntry, ...]
    promoted: bool = False
    rises: bool = False

    @property
    def office(self) -> Office:
        """Give what it names."""
        return tuple((r.unit, r.post_kind or "", r.role or "", r.level) for r in self.rows)

    @property
    def key(self) -> tuple[str, int]:
        """Tell it from all others."""
        return self.person, self.rows[0].line


@dataclass(slots=True)
class Recasting:
    """The lines by area and level, those used, and what to write in their place (by entry id)."""

    register: Register
    seed: int
    city: str
    calls: tuple[str, ...]  # the areas as lines call them
    areas: tuple[str, ...]
    spare: dict[tuple[str, str], list[Line]] = field(default_factory=dict)
    used: set[tuple[str, int]] = field(default_factory=set)
    written: dict[str, list[CareerEntry]] = field(default_factory=dict)

    def take(self, slot: Slot, earliest: int, latest: int) -> Line | None:
        """Find somebody who left a post of the seat's level in these months, and give it to him.

        Those of the same area and kind of unit go first; to a county's own seats people also come
        from elsewhere.
        """
        wanted, kind, area = (
            slot.job.rows[0].level or "",
            slot.job.rows[0].unit_kind,
            slot.place.area,
        )
        areas = [area, *(each for each in self.areas if each != area and wanted == DEPUTY)]
        for place, level in product(areas, (wanted, HEAD) if wanted == DEPUTY else (wanted,)):
            lines = self.spare.get((place, level), [])
            low = bisect_left(lines, earliest, key=attrgetter("end"))
            high = bisect_right(lines, latest, key=attrgetter("end"))
            fitting = [each for each in lines[low:high] if level == wanted or each.rises]
            fitting.sort(key=lambda each: (each.rows[0].unit_kind != kind, -each.end))
            for line in fitting:
                lines.remove(line)
                if self._write(line, slot):
                    return line
        return None

    def _write(self, line: Line, slot: Slot) -> bool:
        """Put the office into entries and résumé; say False where the text is not as typed."""
        person, first = self.register.people[line.person], line.rows[0]
        old = first.text or ""
        starts = ((each + call, each) for each in ("", self.city) for call in self.calls)
        prefix = next((each for start, each in starts if old.startswith(start)), None)
        if prefix is None and first.area == CITY_AREA:
            prefix = ""  # nothing of a department of the city says how areas are written
        if prefix is None or line.key in self.used:
            return False
        span = f"{months.show(line.start)}--{months.show(line.end)}"
        typed = (person.resume or "").split("\n")
        at = [i for i, text in enumerate(typed) if text.startswith(span) and text.endswith(old)]
        if len(at) != 1:
            return False
        text = prefix + slot.job.text
        typed[at[0]] = typed[at[0]].removesuffix(old) + text
        self.register.change(line.person, resume="\n".join(typed))
        self.used.add(line.key)
        source = stream(self.seed, "recast", first.id)
        for number, row in enumerate(slot.job.rows):
            key = first.id if number == 0 else new("c", source)
            self.written.setdefault(first.id, []).append(_entry(first, key, text, row))
        for other in line.rows[1:]:
            self.written[other.id] = []
        return True

    def finish(self) -> None:
        """Lay what was written into the register."""
        rows = self.register.rows
        self.register.rows = [each for row in rows for each in self.written.get(row.id, [row])]


def office_of(slot: Slot) -> Office:
    """Give what a line names that is about a seat."""
    return tuple((row.unit, row.post_kind, row.role, row.level) for row in slot.job.rows)


def recasting(
    register: Register, seed: int, lines: Collection[Line], slots: Sequence[Slot]
) -> Recasting:
    """Sort lines by area and level."""
    city = next(unit.name or "" for unit in register.units if unit.area_kind == "地级市")
    calls = dict.fromkeys(slot.place.call for slot in slots if slot.place.area != CITY_AREA)
    areas = tuple(dict.fromkeys(slot.place.area for slot in slots))
    found = Recasting(register, seed, city, tuple(calls), areas)
    for line in sorted(lines, key=lambda each: (each.end, each.person)):
        first = line.rows[0]
        found.spare.setdefault((first.area or "", first.level or ""), []).append(line)
    return found


def _entry(first: CareerEntry, key: str, text: str, row: Row) -> CareerEntry:
    return replace(
        first,
        id=key,
        text=text,
        unit_text=row.unit_text,
        unit_kind=row.unit_kind,
        area=row.area,
        unit=row.unit,
        post_kind=row.post_kind,
        level=row.level,
        role=row.role,
        functions="、".join(row.functions) or None,
    )
