"""职级职数 and the monthly list of who may rise: years reached, and whether a place is free.

A number is approved for a body and all bodies below it, for one grade or for several that share
it. Rising within grades that share a number takes no further place. Without a number on record
nothing is said of places: 职数未录入.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadership_model.assessment import grades
from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.gaps import OPEN, names_of
from leadership_model.people.grade_quota import GradeQuota

Place = Literal["free", "full", "unknown", "none", "same"]
PLACE_WORDS = {
    "free": "有空额",
    "full": "无空额",
    "unknown": "空额待核",
    "none": "职数未录入",
    "same": "不另占职数",
}
SEPARATOR = "、"


@dataclass(frozen=True, slots=True)
class Quota:
    """One approved number with who holds its grades; `doubtful` may hold one of them."""

    record: GradeQuota
    unit: int
    grades: tuple[str, ...]
    holders: tuple[int, ...]
    doubtful: tuple[int, ...]

    @property
    def free(self) -> tuple[int, int] | None:
        """How many places are free, at least and at most; None where no number is recorded."""
        if self.record.quota is None:
            return None
        most = self.record.quota - len(self.holders)
        return most - len(self.doubtful), most


@dataclass(frozen=True, slots=True)
class Rise:
    """One person who may rise: the month lies in low..high, equal where it is known."""

    person: int
    grade: str
    next: str
    low: int
    high: int
    place: Place
    free: tuple[int, int] | None

    @property
    def sure(self) -> bool:
        """Whether the month is known."""
        return self.low == self.high


def rises(world: World, ahead: int) -> tuple[Rise, ...]:
    """List who surely reaches the years by as_of + ahead, the earliest month first.

    Who reached them before is among them: the place may still be wanting.
    """
    due = grades.spans(world)
    found = np.flatnonzero(due.asked & (due.high <= world.as_of + ahead))
    return _listed(world, due, found.tolist())


def doubtful(world: World, ahead: int) -> tuple[Rise, ...]:
    """List who may reach the years by then, or not: records are missing."""
    due = grades.spans(world)
    last = world.as_of + ahead
    found = np.flatnonzero(due.asked & (due.low <= last) & (due.high > last))
    return _listed(world, due, found.tolist())


def _listed(world: World, due: grades.Due, found: Iterable[int]) -> tuple[Rise, ...]:
    names, known = world.snapshot.people.raw("grade"), quotas(world)
    units = Units.of(world)
    made = []
    for person in found:
        grade = names[person] or ""
        above = grades.next_grade(grade) or ""
        place, free = _place(known, units, person, grade, above)
        low, high = int(due.low[person]), int(due.high[person])
        made.append(Rise(person, grade, above, low, high, place, free))
    return tuple(sorted(made, key=lambda each: (each.high, each.low, each.person)))


@dataclass(frozen=True, slots=True)
class Units:
    """The unit of each person, and the bodies above each unit."""

    of_person: list[int]
    parent: list[int]

    @staticmethod
    def of(world: World) -> "Units":
        """Read them once for many questions."""
        snapshot = world.snapshot
        return Units(
            snapshot.people.ints("unit").tolist(), snapshot["unit"].ints("parent").tolist()
        )

    def line(self, person: int) -> Iterator[int]:
        """Give a person's unit and those above it; a ring of parents ends."""
        seen: set[int] = set()
        unit = self.of_person[person]
        while unit >= 0 and unit not in seen:
            seen.add(unit)
            yield unit
            unit = self.parent[unit]


def quotas(world: World) -> tuple[Quota, ...]:
    """Give the approved numbers in force at the month, with who holds their grades.

    Of several for one unit and the same grades the latest holds.
    """
    table = world.snapshot["grade_quota"]
    units = world.snapshot["unit"].positions
    latest: dict[tuple[int, tuple[str, ...]], GradeQuota] = {}
    records: list[GradeQuota] = [table.record(row) for row in range(len(table))]
    for each in sorted(records, key=lambda record: (record.start or 0, record.id)):
        unit = units.get(each.unit or "", -1)
        if unit >= 0 and (each.start or 0) <= world.as_of:
            latest[unit, names_in(each.grades)] = each
    inside = _inside(world) if latest else {}
    return tuple(
        _quota(world, each, unit, names, inside.get(unit, ()))
        for (unit, names), each in sorted(latest.items())
    )


def _quota(
    world: World, record: GradeQuota, unit: int, names: tuple[str, ...], people: Sequence[int]
) -> Quota:
    table = world.snapshot.people
    held, gone = table.raw("grade"), table.raw("absent")
    holders = tuple(each for each in people if held[each] in names)
    open_ = tuple(
        each for each in people if held[each] is None and "grade" not in names_of(gone[each] or "")
    )
    return Quota(record, unit, names, holders, open_)


def _inside(world: World) -> dict[int, list[int]]:
    """Give the people in office of each unit and of those below it."""
    units = Units.of(world)
    here = np.flatnonzero(world.snapshot.people.texts("status").mask("在职"))
    found: dict[int, list[int]] = {}
    for person in here.tolist():
        for unit in units.line(person):
            found.setdefault(unit, []).append(person)
    return found


def _place(
    known: Sequence[Quota], units: Units, person: int, grade: str, above: str
) -> tuple[Place, tuple[int, int] | None]:
    """Say whether a place in the grade above is free for a person: every number must allow it."""
    line = set(units.line(person))
    asked = [each for each in known if each.unit in line and above in each.grades]
    if not asked:
        return "none", None
    more = [each for each in asked if grade not in each.grades]
    if not more:
        return "same", None
    free = [each.free for each in more]
    if any(each is None for each in free):
        return "unknown", None
    least, most = min(f[0] for f in free if f), min(f[1] for f in free if f)
    place: Place = "free" if least > 0 else "full" if most <= 0 else "unknown"
    return place, (least, most)


def names_in(text: str | None) -> tuple[str, ...]:
    """Read the grades of a number, the highest first."""
    ranks = codes.ranks("grades")
    found = [each.strip() for each in (text or "").split(SEPARATOR) if each.strip()]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: -ranks.get(each, 0)))


def check(record: GradeQuota) -> None:
    """Refuse a number that cannot be one; UserError with a sentence."""
    ranks, found = codes.ranks("grades"), names_in(record.grades)
    if not record.unit:
        raise UserError("请选定职级职数所属的单位")
    if not found:
        raise UserError("请选定职级，几个职级共用职数时一并选上")
    wrong = [each for each in found if each not in ranks]
    if wrong:
        raise UserError(f"没有“{wrong[0]}”这个职级，请从职级代码中选择")
    if record.quota is None or record.quota < 0:
        raise UserError("核定职数应填不小于 0 的整数")


def open_end(rise: Rise) -> bool:
    """Whether nothing bounds the month: the beginning of the grade is not on record."""
    return rise.high >= OPEN
