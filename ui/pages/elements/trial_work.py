"""An element tried on one person: its value and where that comes from. No Qt here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.structure.usage import names_in

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.elements.element import Element


@dataclass(frozen=True, slots=True)
class TrialLine:
    """One line of a career in a trial: does it count, may it, and how many months."""

    when: str
    text: str
    counts: str  # green / unknown / ""
    months: int | None


@dataclass(frozen=True, slots=True)
class Trial:
    """One element tried on one person."""

    person: str
    name: str
    about: str
    value: str
    lines: tuple[TrialLine, ...]
    note: str


def try_on(world: "World", element: "Element", position: int) -> Trial:
    """Work one element out for one person, with the lines of the career that count."""
    from leadership_model.elements.describe import field_label
    from leadership_model.elements.element import (
        AppraisalCount,
        Band,
        CountOf,
        EducationOf,
        Ever,
        FamiliarFields,
        FieldOf,
        Group,
        MarkOf,
        MonthsAtLevel,
        MonthsIn,
        MonthsInPost,
        MonthsSameAreaLevel,
        MonthsSince,
        MonthsUntil,
        SanctionInForce,
        When,
        YearsSince,
    )
    from leadership_model.elements.shown import show_value
    from ui import names

    value = show_value(world.facts.table, element.label, position)
    lines: tuple[TrialLine, ...] = ()
    note = "直接取自该干部的登记内容"
    match element.definition:
        case MonthsIn(name) | Ever(name) | CountOf(name):
            lines = _lines(world, name, position)
            counted = sum(each.counts == "green" for each in lines)
            doubtful = sum(each.counts == "unknown" for each in lines)
            note = f"计入 {counted} 条，未计入 {len(lines) - counted - doubtful} 条"
            note += f"，{doubtful} 条把握不足" if doubtful else ""
        case MonthsUntil(of) | Band(of) | Group(of):
            lines = _parts(world, (of,), position)
            note = "由上面的要素得出"
        case When(condition):
            lines = _parts(world, names_in(condition), position)
            note = "由上面的要素判定"
        case EducationOf():
            lines = _related(world, position, "学历学位")
            note = "由登记的学历学位得出"
        case MonthsInPost() | MonthsAtLevel() | MonthsSameAreaLevel():
            lines = _related(world, position, "任职")
            note = "由任职记录和任现层次时间得出"
        case AppraisalCount():
            lines = _related(world, position, "年度考核")
            note = "由登记的年度考核得出"
        case SanctionInForce():
            lines = _related(world, position, "处分")
            note = "由登记的处分得出"
        case MarkOf() | FamiliarFields():
            lines = _related(world, position, "手工录入")
            note = "由手工录入和履历得出"
        case FieldOf(field) | YearsSince(field) | MonthsSince(field):
            lines = (TrialLine("登记内容", f"{field_label(field)}：{value}", "", None),)
        case _:
            pass
    age = names.age(world.snapshot, position, world.as_of)
    post = names.position_text(world.snapshot, position)
    about = " · ".join(each for each in (f"{age} 岁" if age is not None else "", post) if each)
    return Trial(
        world.person_ids[position],
        names.person_name(world.snapshot, position),
        about,
        value,
        lines,
        note,
    )


def _parts(world: "World", labels: tuple[str, ...], position: int) -> tuple[TrialLine, ...]:
    """Give the values of the elements another one is built from."""
    from leadership_model.elements.shown import show_value

    known = [each for each in labels if world.catalogue.element(each) is not None]
    return tuple(
        TrialLine(each, show_value(world.facts.table, each, position), "", None) for each in known
    )


def _related(world: "World", position: int, kind: str) -> tuple[TrialLine, ...]:
    """Give the recorded rows of one kind."""
    from ui.pages.elements.person_work import related

    rows = [each for each in related(world.snapshot, position) if each.kind == kind]
    return tuple(
        TrialLine(each.when, f"{each.text}　{each.note}".rstrip(), "", None) for each in rows
    )


def _lines(world: "World", name: str, position: int) -> tuple[TrialLine, ...]:
    from leadership_model.elements import careers
    from leadership_model.elements.table import FeatureTable
    from ui.pages.elements.person_work import span

    table = world.facts.table
    if not isinstance(table, FeatureTable):
        return ()
    found = careers.careers(table.source)
    marked = careers.matching(table.source, name)
    sure, possible = set(marked.sure.tolist()), set(marked.possible.tolist())
    own = (found.rows.owner == position).nonzero()[0].tolist()
    entries = world.snapshot["career_entry"]
    made = []
    for at in own:
        entry = entries.record(int(found.at[at]))
        counts = "green" if at in sure else "unknown" if at in possible else ""
        months = int(found.end[at] - found.start[at]) if counts and found.start[at] >= 0 else None
        made.append(TrialLine(span(entry.start, entry.end), entry.text or "", counts, months))
    return tuple(reversed(made))
