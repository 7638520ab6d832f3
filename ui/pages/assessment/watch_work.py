"""预警 and 提醒 of all teams as rows, and as lists on paper. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.flags import COLOUR_WORDS, Flag, all_flags
from leadership_model.assessment.reminders import KIND_WORDS, Reminder, reminders
from leadership_model.assessment.world import World
from ui import names
from ui.jobs import Control
from ui.navigation import OpenPerson, OpenTeam, Request, ShowPeople
from ui.pages.assessment.places import short_name
from ui.pages.assessment.work import short_post
from ui.tables.cell import Cell
from ui.tables.columns import Column

if TYPE_CHECKING:
    from leadership_model.papers.spread import Spread

AHEAD = (("0", "本月"), ("3", "3 个月"), ("6", "6 个月"), ("12", "12 个月"))
YEAR = 12
TONES = {"red": "red", "blue": "accent", "yellow": "yellow", "orange": "yellow", "white": "soft"}
ORDER = ("red", "orange", "yellow", "blue", "white")


@dataclass(frozen=True, slots=True)
class Watch:
    """What stands out in a world, and what falls due within a year."""

    world: World
    flags: tuple[Flag, ...]
    dues: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class FlagRow:
    """One flag with the words shown."""

    flag: Flag
    team: str
    people: str


@dataclass(frozen=True, slots=True)
class DueRow:
    """One reminder with the words shown."""

    due: Reminder
    person: str
    place: str


def look(world: World, survey: Sequence[Assessment], control: Control) -> Watch:
    """Work out everything, once for a world."""
    found = all_flags(world, survey)
    control.check()
    return Watch(world, found, reminders(world, survey, world.as_of, world.as_of + YEAR))


def teams_of(world: World, team: int, scope: str) -> frozenset[int] | None:
    """Give the teams of a scope: all (None), those of the same area, or one."""
    if scope == "all":
        return None
    if scope == "team":
        return frozenset((team,))
    area = world.snapshot.teams.raw("area")
    return frozenset(i for i, name in enumerate(area) if name == area[team])


def flag_rows(seen: Watch, teams: frozenset[int] | None, *, unknown: bool) -> list[FlagRow]:
    """List the flags of some teams, the gravest colour first; unknown ones only if asked for."""
    wanted = "unknown" if unknown else "fail"
    snapshot = seen.world.snapshot
    chosen = [
        each
        for each in seen.flags
        if each.result == wanted and (teams is None or each.team in teams)
    ]
    chosen.sort(key=lambda each: (ORDER.index(each.colour), each.rule, each.team))
    return [
        FlagRow(
            each,
            short_name(snapshot, each.team),
            "、".join(names.person_name(snapshot, person) for person in each.people),
        )
        for each in chosen
    ]


def due_rows(seen: Watch, teams: frozenset[int] | None, ahead: int) -> list[DueRow]:
    """List what falls due by a month; people without a seat only among all."""
    world, last = seen.world, seen.world.as_of + ahead
    snapshot = world.snapshot
    found = []
    for each in seen.dues:
        if each.month > last or (teams is not None and each.team not in teams):
            continue
        person = names.person_name(snapshot, each.person) if each.person >= 0 else ""
        place = ""
        if each.post >= 0:
            post = short_post(names.post_name(snapshot, each.post))
            place = f"{short_name(snapshot, each.team)} {post}"
        if not place and each.person >= 0:
            place = names.position_text(snapshot, each.person)
        found.append(DueRow(each, person, place or short_name(snapshot, each.team)))
    return found


def flag_target(seen: Watch, row: FlagRow) -> Request:
    """Lead from a flag to the people behind it, or to the team."""
    flag, world = row.flag, seen.world
    if len(flag.people) == 1:
        return OpenPerson(world.person_ids[flag.people[0]])
    if flag.people:
        ids = tuple(world.person_ids[each] for each in flag.people)
        note = f"来自研判分析预警 · {flag.rule} {flag.detail}"
        return ShowPeople(ids, f"{row.team} {flag.title} {len(ids)} 人", note)
    return OpenTeam(world.snapshot.teams.ids[flag.team], "rules")


def due_target(seen: Watch, row: DueRow) -> Request:
    """Lead from a reminder to the person, or to the team."""
    if row.due.person >= 0:
        return OpenPerson(seen.world.person_ids[row.due.person])
    return OpenTeam(seen.world.snapshot.teams.ids[row.due.team], "analysis")


def flag_columns() -> tuple[Column, ...]:
    """The columns of the flags."""
    return (
        Column(id="colour", title="预警", width=62, cell=_colour, keys=_colours, fixed=True),
        Column(id="team", title="班子", width=190, cell=_flag_team, search=True),
        Column(id="title", title="事项", width=210, cell=_flag_title, search=True),
        Column(id="detail", title="情况", width=300, cell=_detail, tip=_detail, stretch=True),
        Column(id="people", title="涉及人员", width=150, cell=_flag_people, tip=_people_tip),
    )


def due_columns() -> tuple[Column, ...]:
    """The columns of the reminders."""
    return (
        Column(id="month", title="月份", width=84, cell=_month, keys=_months, fixed=True),
        Column(id="kind", title="事项", width=110, cell=_kind, search=True),
        Column(id="person", title="姓名", width=90, cell=_person, search=True),
        Column(id="place", title="班子、职务", width=280, cell=_place, tip=_place, search=True),
        Column(id="text", title="内容", width=280, cell=_text, tip=_text, stretch=True),
    )


def spread_of(
    seen: Watch, rows: Sequence[FlagRow | DueRow], title: str, _control: Control
) -> "Spread":
    """Put the rows shown on a sheet."""
    from leadership_model.papers import basis, notices

    rules = seen.world.book.editions()
    lines = [_line(each) for each in rows]
    flags = any(isinstance(each, FlagRow) for each in rows)
    heads = notices.FLAGS if flags else notices.DUES
    unknown = sum(isinstance(row, FlagRow) and row.flag.result == "unknown" for row in rows)
    foot = basis.basis_of(seen.world, unknown=unknown).foot
    return notices.notices(title, heads, lines, seen.world.as_of, rules=rules, basis=foot)


def _line(row: FlagRow | DueRow) -> tuple[str, ...]:
    if isinstance(row, FlagRow):
        flag = row.flag
        colour = COLOUR_WORDS[flag.colour] if flag.result == "fail" else "待核"
        return colour, row.team, f"{flag.rule} {flag.title}", flag.detail, row.people
    due = row.due
    return months.show(due.month), KIND_WORDS[due.kind], row.person, row.place, due.text


def _colour(row: FlagRow) -> Cell:
    if row.flag.result == "unknown":
        return Cell(text="待核", mark="unknown", tone="unknown")
    return Cell(chip=COLOUR_WORDS[row.flag.colour], chip_tone=TONES[row.flag.colour])


def _colours(rows: Sequence[FlagRow]) -> list[int]:
    return [ORDER.index(each.flag.colour) for each in rows]


def _flag_team(row: FlagRow) -> str:
    return row.team


def _flag_title(row: FlagRow) -> Cell:
    return Cell(text=row.flag.rule, tail=row.flag.title)


def _detail(row: FlagRow) -> str:
    return row.flag.detail


def _flag_people(row: FlagRow) -> Cell:
    return Cell(text=row.people, link=True) if row.people else Cell(text="班子整体", tone="text2")


def _people_tip(row: FlagRow) -> str:
    return row.people


def _month(row: DueRow) -> str:
    return months.show(row.due.month)


def _months(rows: Sequence[DueRow]) -> list[int]:
    return [each.due.month for each in rows]


def _kind(row: DueRow) -> str:
    return KIND_WORDS[row.due.kind]


def _person(row: DueRow) -> Cell:
    return Cell(text=row.person, link=True) if row.person else Cell(text="班子整体", tone="text2")


def _place(row: DueRow) -> str:
    return row.place


def _text(row: DueRow) -> str:
    return row.due.text
