"""Files made from a list of people. No Qt: written in a job."""

from collections.abc import Sequence
from pathlib import Path

from leadership_model.assessment.world import World
from leadership_model.query.people_set import PeopleSet
from ui.jobs import Control
from ui.loading import Engine
from ui.pages.query.work import Answered


def write_roster(
    path: Path, world: World, people: PeopleSet, positions: Sequence[int], control: Control
) -> Path:
    """Write the roster with the question and its sensitive elements on it."""
    from leadership_model.papers import roster, xlsx

    control.report(0.1, f"名册 {len(positions)} 人")
    notes = roster.RosterNotes(question=people.origin, sensitive=people.sensitive)
    xlsx.write(path, [roster.roster(world.seating, positions, notes)])
    return path


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


def write_figures(path: Path, world: World, answered: Answered, control: Control) -> Path:
    """Write the figures of an answer."""
    from leadership_model.papers import basis, figures, xlsx

    control.report(0.3)
    people = answered.people
    sheet = figures.figures(
        answered.summary,
        answered.distributions,
        world.as_of,
        question=people.origin,
        sensitive=people.sensitive,
        basis=basis.of_records(world.seating).foot,
    )
    xlsx.write(path, [sheet])
    return path
