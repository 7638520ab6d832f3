"""职级晋升 as rows: who reaches the years when, of whom it cannot be said, the quotas. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadership_model import ids, months
from leadership_model.assessment.grade_places import (
    Quota,
    Rise,
    check,
    doubtful,
    quotas,
    rises,
)
from leadership_model.assessment.grades import Reasons
from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.papers import grade_list
from leadership_model.people.grade_quota import GradeQuota
from ui.jobs import Control
from ui.tables.cell import Cell
from ui.tables.columns import Column

if TYPE_CHECKING:
    from leadership_model.papers.spread import Spread
    from leadership_model.store.joint import JointEdit

AHEAD = 24  # months
MARKS = {"free": "green", "full": "red", "unknown": "unknown", "none": "unconfigured"}


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of 职级 in a world: lists over AHEAD months, and the quotas."""

    world: World
    sure: tuple[Rise, ...]
    open: tuple[Rise, ...]
    quotas: tuple[Quota, ...]
    told: Reasons


@dataclass(frozen=True, slots=True)
class Row:
    """One person with the words shown."""

    rise: Rise
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """One approved number with the words shown."""

    quota: Quota
    texts: tuple[str, ...]


def look(world: World, control: Control) -> Seen:
    """Work everything out, once for a world."""
    sure, open_ = rises(world, AHEAD), doubtful(world, AHEAD)
    control.check()
    return Seen(world, sure, open_, quotas(world), Reasons.of(world))


def inside(seen: Seen, team: int, scope: str) -> frozenset[int] | None:
    """Give the units of a scope: all (None), those of the team's area, or the team's own."""
    if scope == "all":
        return None
    teams, units = seen.world.snapshot.teams, seen.world.snapshot["unit"]
    if scope == "unit":
        return frozenset((int(teams.ints("unit")[team]),))
    area = teams.raw("area")[team]
    return frozenset(at for at, name in enumerate(units.raw("area")) if name == area)


def rows(seen: Seen, units: frozenset[int] | None, kind: str, ahead: str) -> list[Row]:
    """List who falls due: `ahead` is `passed`, or how many months from now on; `open`: 待核."""
    of, now = seen.world.snapshot.people.ints("unit"), seen.world.as_of
    last = now + (0 if ahead == "passed" else int(ahead))
    first = -1 if ahead == "passed" else now
    if kind == "open":
        chosen = [each for each in seen.open if each.low <= last]
    else:
        chosen = [each for each in seen.sure if first < each.high <= last]
    return [
        Row(each, _texts(seen, each, kind))
        for each in chosen
        if units is None or int(of[each.person]) in units
    ]


def _texts(seen: Seen, rise: Rise, kind: str) -> tuple[str, ...]:
    return grade_list.line(seen.world, rise, seen.told.at(rise.person), open_=kind == "open")


def quota_rows(seen: Seen, units: frozenset[int] | None) -> list[QuotaRow]:
    """List the quotas of some units."""
    return [
        QuotaRow(each, grade_list.quota_line(seen.world, each))
        for each in seen.quotas
        if units is None or each.unit in units
    ]


def summary(found: Sequence[Row]) -> str:
    """Count the rows and how many have a place."""
    free = sum(each.rise.place in ("free", "same") for each in found)
    none = sum(each.rise.place == "none" for each in found)
    parts = [f"{len(found):,} 人", f"有空额 {free}"]
    parts += [f"职数未录入 {none}"] if none else []
    return " · ".join(parts)


def spreads(
    seen: Seen,
    kind: str,
    found: Sequence[Row],
    listed: Sequence[QuotaRow],
    title: str,
    _control: Control,
) -> "tuple[Spread, ...]":
    """Put what is shown on sheets, the quotas with it."""
    shown = [row.rise for row in found]
    sure, open_ = (shown if kind == each else None for each in ("due", "open"))
    return grade_list.grade_list(seen.world, sure, open_, [e.quota for e in listed], title)


# ---- quotas


def typed(record: GradeQuota, unit: str, grades: Sequence[str], texts: Sequence[str]) -> GradeQuota:
    """Read what was typed: 核定职数, 起始月份, 依据; UserError with a sentence."""
    number, start, note = (each.strip() for each in texts)
    if not number.isdecimal():
        raise UserError("核定职数应填不小于 0 的整数")
    month = months.parse(start) if start else None
    if start and month is None:
        raise UserError(f"起始月份应写成 2026-11 的样子，不能是“{start}”")
    made = replace(
        record,
        unit=unit,
        grades="、".join(grades),
        quota=int(number),
        start=month,
        note=note or None,
    )
    check(made)
    return made


def fresh(world: World, team: int) -> GradeQuota:
    """Begin a number for the unit of a team."""
    units = world.snapshot["unit"].ids
    unit = int(world.snapshot.teams.ints("unit")[team])
    return GradeQuota(
        id=ids.new("q"), unit=units[unit] if unit >= 0 else None, grades=None, quota=0
    )


def edit(before: GradeQuota | None, after: GradeQuota | None) -> "JointEdit":
    """Make the edit that adds, changes or deletes a number."""
    from leadership_model.store.joint import JointEdit

    return JointEdit(
        () if before is None else (before,),
        () if after is None else (after,),
        title="核定职级职数",
        subject=(after or before).unit or "",  # type: ignore[union-attr]
    )


def stored(world: World, id: str) -> GradeQuota | None:
    """Find a number by its id."""
    table = world.snapshot["grade_quota"]
    at = table.positions.get(id, -1)
    return None if at < 0 else table.record(at)


# ---- columns


def columns() -> tuple[Column, ...]:
    """The columns of the people."""
    return (
        Column(id="month", title="年限满月份", width=110, cell=_month, keys=_months, fixed=True),
        Column(id="name", title="姓名", width=76, cell=_name, search=True),
        Column(id="post", title="单位及职务", width=200, cell=_post, tip=_post, search=True),
        Column(id="grade", title="现职级", width=104, cell=_grade, search=True),
        Column(id="since", title="任职级时间", width=92, cell=_since),
        Column(id="next", title="可晋升职级", width=104, cell=_next, search=True),
        Column(id="why", title="年限", width=190, cell=_why, tip=_why, stretch=True),
        Column(id="place", title="职数", width=112, cell=_place),
    )


def _month(row: Row) -> str:
    return row.texts[0]


def _months(found: Sequence[Row]) -> list[int]:
    return [each.rise.high for each in found]


def _name(row: Row) -> Cell:
    return Cell(text=row.texts[1], link=True)


def _post(row: Row) -> str:
    return row.texts[2]


def _grade(row: Row) -> str:
    return row.texts[3]


def _since(row: Row) -> str:
    return row.texts[4]


def _next(row: Row) -> str:
    return row.texts[5]


def _why(row: Row) -> str:
    return row.texts[6]


def _place(row: Row) -> Cell:
    tone = {"free": "green", "full": "red", "unknown": "unknown"}.get(row.rise.place, "text2")
    return Cell(text=row.texts[7], mark=MARKS.get(row.rise.place, ""), tone=tone)


def quota_columns() -> tuple[Column, ...]:
    """The columns of the quotas."""
    return (
        Column(id="unit", title="单位", width=220, cell=_unit, search=True),
        Column(id="grades", title="职级", width=260, cell=_grades, search=True, stretch=True),
        Column(id="quota", title="核定", width=70, cell=_quota, align="right"),
        Column(id="held", title="现有", width=130, cell=_held),
        Column(id="free", title="空额", width=80, cell=_free, align="right"),
        Column(id="start", title="起始", width=84, cell=_start),
        Column(id="note", title="依据", width=160, cell=_note, tip=_note),
    )


def _unit(row: QuotaRow) -> str:
    return row.texts[0]


def _grades(row: QuotaRow) -> str:
    return row.texts[1]


def _quota(row: QuotaRow) -> str:
    return row.texts[2]


def _held(row: QuotaRow) -> Cell:
    return Cell(text=row.texts[3], link=bool(row.quota.holders))


def _free(row: QuotaRow) -> Cell:
    over = row.quota.free is not None and row.quota.free[1] < 0
    return Cell(text=row.texts[4], tone="red" if over else "text")


def _start(row: QuotaRow) -> str:
    return row.texts[5]


def _note(row: QuotaRow) -> str:
    return row.texts[6]
