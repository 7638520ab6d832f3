"""绩效指标 of all teams as rows: places, tasks, the items of a system. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment import performance, tasks
from leadership_model.assessment.filling import Edit
from leadership_model.assessment.performance import Node, Standing
from leadership_model.assessment.world import World
from leadership_model.people import periods
from leadership_model.people.indicator_system import PERIOD_WORDS, Item, System
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.team import TeamTask
from ui import names
from ui.pages.assessment.places import short_name

if TYPE_CHECKING:
    from leadership_model.store.signed import SignedEdit

YEARS = 3  # years results can be chosen of
Span = tuple[int, str]  # year, code of the period


@dataclass(frozen=True, slots=True)
class Row:
    """One team in the list of places; `former` is what it reached one period earlier."""

    standing: Standing
    name: str
    system: System
    former: Node | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task with the words shown."""

    team: int
    task: TeamTask
    name: str
    standing: tasks.Standing


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of a system as it is read; depth 0 are its heads."""

    item: Item
    depth: int


# ---- what can be chosen


def spans(system: System, as_of: int) -> tuple[Span, ...]:
    """Give the periods results can be asked for, the latest first; none that has not begun."""
    year = months.year_of(as_of)
    found = [
        (each, code)
        for each in range(year, year - YEARS, -1)
        if system.holds(each)
        for code in reversed(periods.offered(system.period))
    ]
    begun = periods.current(as_of, system.period)
    last = periods.last_month(*begun)
    return tuple(
        each for each in found if each[1] == periods.YEAR or periods.last_month(*each) <= last
    )


def latest(snapshot: Snapshot, system: System, as_of: int) -> Span:
    """Give the latest period anything is entered of; the present one while nothing is."""
    told = {(key[3], key[4]) for key in performance.entries(snapshot) if key[1] == system.id}
    last = periods.last_month(*periods.current(as_of, system.period))
    there = sorted((periods.last_month(*e), e) for e in told if periods.last_month(*e) <= last)
    return there[-1][1] if there else periods.current(as_of, system.period)


def former_of(system: System, span: Span) -> Span:
    """Give the period before one."""
    year, code = span
    codes = periods.CODES[system.period] if code else (periods.YEAR,)
    at = codes.index(code)
    return (year, codes[at - 1]) if at else (year - 1, codes[-1])


# ---- places


def rows(world: World, system: System, span: Span, teams: frozenset[int] | None) -> list[Row]:
    """Rank the teams of a system; `teams` narrows what is shown, not whom they stand among."""
    snapshot = world.snapshot
    held = system.at(*span)
    like = performance.teams_of(snapshot, held)
    before = former_of(system, span)
    found = []
    for each in performance.standings(snapshot, system, like, *span):
        if teams is None or each.team in teams:
            former = performance.reached(snapshot, system, each.team, *before)
            kept = former if former.told else None
            found.append(Row(each, short_name(snapshot, each.team), held, kept))
    return found


def changed_in(system: System, span: Span) -> str:
    """Say in a clause when the system changed in a period; empty where it did not."""
    spans = periods.inside(span[1], system.period)
    versions = [system.at(span[0], each) for each in spans]
    if len(set(versions)) > 1 and versions[-1].since is not None:
        begun = periods.show(*versions[-1].since)
        return f"；指标自{begun}起有调整，全年得分由各期按当期指标合成，分项为调整以后各期"
    if versions and versions[-1].since == span:
        return "；自本期起按调整后的指标计分"
    return ""


def place(each: Standing) -> str:
    """Write a place, or the places that are possible."""
    if each.best is None:
        return "未填报"
    return str(each.best) if each.best == each.worst else f"{each.best}～{each.worst}"


def points(low: float | None, high: float | None) -> str:
    """Write points, or the range they lie in."""
    if low is None or high is None:
        return names.NOTHING
    first, last = f"{low:.1f}", f"{high:.1f}"
    return first if first == last else f"{first}～{last}"


def change(row: Row) -> float | None:
    """Give the points more than one period earlier; None where either is not certain."""
    now, then = row.standing.node, row.former
    if then is None or not now.sure or not then.sure:
        return None
    return (now.low or 0.0) - (then.low or 0.0)


# ---- tasks


def task_rows(
    world: World, system: System, teams: frozenset[int] | None, kind: str
) -> list[TaskRow]:
    """List the tasks of a system; kind: all, open (not done) or overdue."""
    snapshot, found = world.snapshot, []
    for team, task in tasks.tasks(snapshot):
        if task.system != system.id or (teams is not None and team not in teams):
            continue
        stands = tasks.standing(task, world.as_of)
        wanted = {"open": ("overdue", "due", "undated"), "overdue": ("overdue",)}.get(kind)
        if wanted is None or stands in wanted:
            found.append(TaskRow(team, task, short_name(snapshot, team), stands))
    return found


def summary(found: Sequence[TaskRow]) -> str:
    """Count the tasks listed, in words."""
    stands = [row.standing for row in found]
    done = stands.count("done") + stands.count("late")
    return f"{len(stands):,} 项，已完成 {done:,}，逾期未完成 {stands.count('overdue'):,}"


# ---- the items of a system


def item_rows(system: System) -> list[ItemRow]:
    """List the items as they are read."""
    return [ItemRow(item, depth) for depth, item in system.each()]


def told_of(system: System) -> str:
    """Say of a system whom it is for, how often it is entered, its share, its ground."""
    share = f"占年度考核 {system.share:g}%" if system.share else "不计入年度考核"
    last = "" if system.last is None else str(system.last)
    first = "" if system.first is None else str(system.first)
    years = f"适用 {first or '此前'}～{last or '今后'}" if first or last else ""
    parts = (
        f"适用 {'、'.join(system.categories)}",
        f"{PERIOD_WORDS[system.period]}填报",
        share,
        years,
        system.basis and f"依据：{system.basis}",
        system.note,
    )
    return "；".join(part for part in parts if part)


def versions(system: System) -> list[tuple[System, str]]:
    """Give what held before and what holds now, the latest first, with the periods in words."""
    found = (*system.earlier, system)
    ends = [each.since for each in found[1:]]
    named = []
    for at, each in enumerate(found):
        begin = "" if each.since is None else periods.show(*each.since)
        if at < len(ends):
            named.append((each, f"{begin or '最初'}至{periods.show(*(ends[at] or (0, '')))}之前"))
        else:
            named.append((each, f"{begin}起（现行）" if begin else "现行"))
    return list(reversed(named))


def beginnings(system: System, free: Span, many: int = 6) -> tuple[Span, ...]:
    """Give the periods a change may begin with: the first free one and those after it."""
    found = [free]
    while len(found) < many:
        found.append(periods.after(*found[-1], system.period))
    return tuple(found)


# ---- edits


def signed(edit: Edit) -> "SignedEdit":
    """Make of records before and after an edit that is written and taken back as one."""
    from leadership_model.store.joint import JointEdit
    from leadership_model.store.signed import SignedEdit

    return SignedEdit(JointEdit(edit.before, edit.after))


def texts_of(snapshot: Snapshot, system: System, team: int, span: Span) -> Mapping[str, str]:
    """Give what is entered of a team in a period, by item."""
    there = performance.entries(snapshot)
    leaves = system.at(*span).leaves()
    found = {item.id: there.get((team, system.id, item.id, *span)) for item in leaves}
    return {id: each.value or "" for id, each in found.items() if each is not None}
