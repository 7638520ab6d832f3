"""Files made from a list of people. No Qt: written in a job."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.assessment.world import World
from leadership_model.papers.spread import Spread
from leadership_model.query.people_set import PeopleSet
from ui.jobs import Control
from ui.loading import Engine
from ui.pages.query.work import Answered

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper

Make = Callable[[Control], Spread]
TABLES = ("sheet", "document", "pdf", "comma")  # what a table can be written as


def roster_of(
    world: World, people: PeopleSet, positions: Sequence[int], control: Control
) -> Spread:
    """Make the roster with the question and its sensitive elements on it."""
    from leadership_model.papers import roster

    control.report(0.1, f"名册 {len(positions)} 人")
    notes = roster.RosterNotes(question=people.origin, sensitive=people.sensitive)
    return roster.roster(world.seating, positions, notes)


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


def write_forms(
    path: Path, world: World, positions: Sequence[int], engine: Engine, control: Control
) -> Path:
    """Write the forms of these people into one Word file, with their photos."""
    from leadership_model.papers import docx, form, form_text
    from leadership_model.sample import photo as photos

    forms = []
    for number, person in enumerate(positions):
        control.check()
        control.report(0.1 * number / max(len(positions), 1), "正在读取")
        id = world.person_ids[person]
        photo = photos.find(engine, world.snapshot, id) if engine is not None else None
        forms.append(form.pages(form_text.form_text(world.snapshot, person, world.as_of, photo)))

    def step(number: int) -> None:
        control.check()
        control.report(0.1 + 0.9 * number / len(forms), f"第 {number + 1} / {len(forms)} 份")

    docx.write(path, forms, step)
    return path
