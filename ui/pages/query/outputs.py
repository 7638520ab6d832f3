"""Files made from a list of people. No Qt: written in a job."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.assessment.world import World
from leadership_model.papers.spread import Spread
from leadership_model.query.people_set import PeopleSet
from ui.jobs import Control
from ui.pages.query.work import Answered
from ui.tables.cell import cell_of
from ui.tables.columns import Column

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper

Make = Callable[[Control], Spread]
# what the file of a layout is called
TITLES = {
    "discussion": "讨论任免干部名单",
    "motion": "近期动议干部一览表",
    "team": "班子花名册",
}
TABLES = ("sheet", "document", "pdf", "comma")  # what a table can be written as


@dataclass(frozen=True, slots=True)
class Seen:
    """How the list looks: an official layout, else columns (heading, cell) as they stand; groups.

    `groups` are (words of a unit row, people under it); with them the people stand in their order.
    """

    layout: str = "roster"
    columns: tuple[Column, ...] = ()
    groups: tuple[tuple[str, tuple[int, ...]], ...] = ()


def roster_of(
    world: World, people: PeopleSet, positions: Sequence[int], seen: Seen, control: Control
) -> Spread:
    """Make the roster with the question and its sensitive elements on it, as the list looks."""
    from leadership_model.papers import roster

    control.report(0.1, f"名册 {len(positions)} 人")
    notes = roster.RosterNotes(
        question=people.origin,
        sensitive=people.sensitive,
        layout=seen.layout or "roster",
        unknown=len(people.unknown_ids),
    )
    if seen.layout:
        return roster.roster(world.seating, positions, notes, seen.groups)
    return roster.made(
        world.seating,
        notes,
        [("", each.title) for each in seen.columns],
        [
            (words, [_texts(seen.columns, each, control) for each in inside])
            for words, inside in seen.groups or (("", positions),)
        ],
        widths=[max(each.width / 9.0, 5.0) for each in seen.columns],
        left=[each.align == "left" and each.stretch for each in seen.columns],
        title="干部名册",
    )


def _texts(columns: Sequence[Column], person: int, control: Control) -> list[str]:
    control.check()
    return [cell_of(each.cell(person)).plain() for each in columns]


def figures_of(world: World, answered: Answered, control: Control) -> Spread:
    """Make the figures of an answer."""
    from leadership_model.papers import basis, figures

    control.report(0.3)
    people = answered.people
    return figures.figures(
        answered.summary,
        answered.distributions,
        world.as_of,
        question=people.origin,
        sensitive=people.sensitive,
        basis=basis.of_records(world.seating).foot,
    )


def written(make: Make, path: Path, control: Control) -> Path:
    """Write a table: by the ending of the name a workbook, a Word file or comma-separated text."""
    from leadership_model.papers import comma, word_spread, xlsx

    spread = make(control)
    match path.suffix.lower():
        case ".csv":
            comma.write(path, spread)
        case ".docx":
            word_spread.write(path, path.stem, [spread])
        case _:
            xlsx.write(path, [spread])
    return path


def paged(make: Make, title: str, control: Control) -> "Paper":
    """Lay a table out on pages, for PDF and the printer."""
    from leadership_model.papers import sheets

    return sheets.paper_of(title, [make(control)])
