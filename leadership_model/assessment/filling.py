"""What is entered of indicator systems and tasks, as records before and after an edit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from leadership_model import ids
from leadership_model.assessment.performance import NONE, entries, number, scored
from leadership_model.errors import UserError
from leadership_model.people import periods
from leadership_model.people.indicator_system import Item, System, entry_of, faults, stored, systems
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.team import Indicator, SystemEntry, TeamTask

Span = tuple[int, str]  # year, code of the period
Values = Mapping[tuple[int, str], str | None]  # (team, item) -> text, None = not known


@dataclass(frozen=True, slots=True)
class Edit:
    """Records as they are stored and as they shall be; same id = same record."""

    before: tuple[Any, ...]
    after: tuple[Any, ...]

    def __bool__(self) -> bool:
        return self.before != self.after


def clean(item: Item, text: str) -> str | None:
    """Bring a typed value into the form it is kept in, None for an empty one; UserError else."""
    value = text.strip()
    if not value or value == NONE:
        return value or None
    found = number(value)
    if found is None or found < 0:
        raise UserError(f"“{item.name}”应填不小于 0 的数字或“无”，现为“{value}”")
    most = 100.0 if item.unit == "%" else max(item.target, item.floor)
    if item.unit in ("%", "分") and found > most:
        raise UserError(f"“{item.name}”应在 0 到 {most:g} 之间，现为“{value}”")
    return f"{found:g}"


def filled(snapshot: Snapshot, system: System, year: int, period: str, values: Values) -> Edit:
    """Make the edit that sets entries of a period; an entry that stays as it is has no part in it.

    The teams whose entries change stand on both sides, so that their versions are checked.
    """
    leaves = {each.id for each in system.at(year, period).leaves()}
    there = entries(snapshot)
    before: list[Any] = []
    after: list[Any] = []
    touched: dict[int, None] = {}
    for (team, item), text in values.items():
        if item not in leaves:
            raise UserError(f"指标体系“{system.name}”中没有编号为“{item}”的指标")
        was = there.get((team, system.id, item, year, period))
        if text == (None if was is None else was.value):
            continue
        touched[team] = None
        before += [] if was is None else [was]
        if text is not None and was is not None:
            after.append(replace(was, value=text))
        elif text is not None:
            after.append(
                Indicator(
                    id=ids.new("i"),
                    team=snapshot.teams.ids[team],
                    year=year,
                    name=item,
                    value=text,
                    system=system.id,
                    period=period or None,
                )
            )
    teams = tuple(snapshot.teams.record(team) for team in touched)
    return Edit((*teams, *before), (*teams, *after))


def tasked(snapshot: Snapshot, teams: Sequence[int], task: TeamTask) -> Edit:
    """Make the edit that gives a task to some teams; a team that has it already is left out."""
    table = snapshot["team_task"]
    known = {(each.team, each.title, each.due) for each in table.records()}
    found = [snapshot.teams.record(team) for team in teams]
    owners = [each for each in found if (each.id, task.title, task.due) not in known]
    made = [replace(task, id=ids.new("k"), team=each.id) for each in owners]
    return Edit(tuple(owners), (*owners, *made))


def followed(
    snapshot: Snapshot, changed: Iterable[TeamTask], gone: Iterable[TeamTask] = ()
) -> Edit:
    """Make the edit that changes or takes away tasks as they are stored."""
    table, dropped = snapshot["team_task"], tuple(gone)
    known = {each.id: each for each in table.records()}
    new = tuple(each for each in changed if known.get(each.id) not in (None, each))
    old = tuple(known[each.id] for each in (*new, *dropped) if each.id in known)
    at = snapshot.teams.positions
    names = dict.fromkeys(each.team for each in old if each.team in at)
    teams = tuple(snapshot.teams.record(at[name]) for name in names if name is not None)
    return Edit((*teams, *old), (*teams, *new))


def defined(snapshot: Snapshot, system: System, since: Span | None = None) -> Edit:
    """Make the edit that keeps a system as it stands; UserError where it cannot be used.

    Where figures were entered by what it was, that stays for those periods, and what is new begins
    with the period `since` (at the earliest, and where None, the one after them).
    """
    wrong = faults(system)
    if wrong:
        raise UserError("；".join(wrong[:3]))
    names = {each.name: each.id for each in _others(snapshot, system.id)}
    if system.name in names:
        raise UserError(f"已有名为“{system.name}”的指标体系，请换一个名称")
    was = _stored(snapshot, system.id)
    made = entry_of(_following(snapshot, system, since))
    if was is None:
        return Edit((), (made,))
    return Edit((was,), (replace(was, name=made.name, body=made.body, retired=False),))


def first_free(snapshot: Snapshot, system: System) -> Span | None:
    """Give the first period after those figures were entered of; None while there are none."""
    told = scored(snapshot, system.id)
    return periods.after(*told[-1], system.period) if told else None


def _following(snapshot: Snapshot, system: System, since: Span | None) -> System:
    """Lay a changed system behind what figures were entered by."""
    was = next((each for each in systems(snapshot) if each.id == system.id), None)
    told = scored(snapshot, system.id)
    if was is None or not told:
        return system
    _check_years(system, told)
    if system.period != was.period:
        raise UserError(f"“{was.name}”已有填报，填报周期不能再改，请复制为新的指标体系")
    bare = replace(system, since=was.since, earlier=was.earlier)
    if _counts(system) == _counts(was):
        return bare
    free = periods.after(*told[-1], was.period)
    begin = since or free
    if periods.last_month(*begin) < periods.last_month(*free):
        last, first = periods.show(*told[-1]), periods.show(*free)
        raise UserError(f"“{was.name}”到{last}已有得分，改动只能自{first}起使用，此前各期不变")
    if was.since is not None and not any(was.at(*each) is was for each in told):
        return replace(bare, since=begin)
    return replace(bare, since=begin, earlier=(*was.earlier, replace(was, earlier=())))


def _counts(system: System) -> tuple[object, ...]:
    """Give what scores depend on."""
    return system.items, system.share, system.categories


def _check_years(system: System, told: Sequence[Span]) -> None:
    for year in (told[0][0], told[-1][0]):
        if not system.holds(year):
            raise UserError(f"{year} 年已有得分，起止年度应把 {year} 年包括在内")


def withdrawn(snapshot: Snapshot, system: System) -> Edit:
    """Make the edit that takes a system out of use; what was entered of it stays."""
    was = _stored(snapshot, system.id)
    if was is None:
        return Edit((), (entry_of(system, retired=True),))
    return Edit((was,), (replace(was, retired=True),))


def restored(snapshot: Snapshot, entry: SystemEntry) -> Edit:
    """Make the edit that takes a system into use again."""
    was = _stored(snapshot, entry.id)
    return Edit((), ()) if was is None else Edit((was,), (replace(was, retired=False),))


def _stored(snapshot: Snapshot, id: str) -> SystemEntry | None:
    return next((each for each in stored(snapshot) if each.id == id), None)


def _others(snapshot: Snapshot, id: str) -> list[System]:
    return [each for each in systems(snapshot) if each.id != id]
