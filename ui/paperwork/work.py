"""Papers made and written in jobs. No Qt: PDF pages are laid out here and painted elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.papers import naming
from ui.jobs import Control
from ui.loading import Engine
from ui.paperwork.kinds import Kind

if TYPE_CHECKING:
    from leadership_model.papers.form_text import FormText
    from leadership_model.papers.own_templates import OwnTemplate
    from leadership_model.papers.paper import Page, Paper
    from leadership_model.papers.spread import Spread

SHOWN = 50  # people of whom a preview shows forms


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What is to be made: of whom (positions), in which format, where to.

    `many`: a file for each person, named by `pattern`; then `target` is a folder.
    """

    world: World
    engine: Engine
    kind: Kind
    people: tuple[int, ...]
    teams: tuple[int, ...] = ()
    format: str = "pdf"
    layout: str = "standard"
    many: bool = False
    pattern: str = naming.DEFAULT
    newer: bool = False
    template: "OwnTemplate | None" = None
    target: Path = field(default_factory=Path)


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """The files written, and pages still to be painted as PDF."""

    files: tuple[Path, ...]
    paintings: "tuple[tuple[Path, Paper], ...]" = ()


def write(order: Order, control: Control) -> Written:
    """Write the files of an order; UserError where one cannot be."""
    if order.kind.group == "own":
        return _own(order, control)
    if order.kind.group == "form":
        return _forms(order, control)
    if order.kind.group == "data":
        return _data(order, control)
    return _table(order, control)


def paper(order: Order, control: Control) -> "Paper":
    """Lay an order out on pages; of forms the first SHOWN people."""
    from leadership_model.papers import sheets
    from leadership_model.papers.paper import Paper

    if order.kind.group != "form":
        return sheets.paper_of(order.kind.title, spreads(order, control))
    few = list(_texts(order, control, order.people[:SHOWN]))
    return Paper(order.kind.title, tuple(page for each in few for page in _pages(order, each)))


def spreads(order: Order, control: Control) -> "list[Spread]":
    """Make the sheets of a roster or a list of teams."""
    from leadership_model.papers import family_register, photographed, roster, team_lists

    seating = order.world.seating
    control.report(0.1)
    match order.kind.id:
        case "team_roster":
            return [team_lists.team_roster(seating, order.teams)]
        case "ledger":
            return [team_lists.ledger(seating, order.teams)]
        case "structure":
            return [team_lists.structure(seating, order.teams)]
        case "family":
            return [family_register.family_register(seating, order.people)]
        case layout:
            made = roster.roster(seating, order.people, roster.RosterNotes(layout=layout))
            if photographed.wants_photos(made):
                photos = [_photo(order, each, control) for each in order.people]
                made = photographed.photographed(made, photos)
            return [made]


def file_names(order: Order) -> tuple[str, ...]:
    """Name the files of an order with a file for each person, without ending."""
    return naming.names(order.pattern, order.world.seating, order.people)


def _photo(order: Order, person: int, control: Control) -> bytes | None:
    from leadership_model.sample import photo

    control.check()
    if order.engine is None:
        return None
    return photo.find(order.engine, order.world.snapshot, order.world.person_ids[person])


def _texts(order: Order, control: Control, people: tuple[int, ...]) -> "Iterator[FormText]":
    from leadership_model.papers import form_text

    for at, person in enumerate(people):
        control.check()
        control.report(0.9 * at / len(people), f"第 {at + 1} / {len(people)} 份")
        photo = _photo(order, person, control)
        yield form_text.form_text(order.world.snapshot, person, order.world.as_of, photo)


def _pages(order: Order, text: "FormText") -> "tuple[Page, ...]":
    from leadership_model.papers import form
    from leadership_model.papers.form_layout import LAYOUTS

    return form.paper(text, LAYOUTS[order.layout]).pages


def _forms(order: Order, control: Control) -> Written:
    from leadership_model.papers import docx, form
    from leadership_model.papers.form_layout import LAYOUTS
    from leadership_model.papers.paper import Paper

    layout = LAYOUTS[order.layout]
    texts = _texts(order, control, order.people)
    if not order.many:
        if order.format == "docx":
            docx.write(order.target, [form.pages(each, layout) for each in texts], _asking(control))
            return Written((order.target,))
        pages = tuple(page for each in texts for page in form.paper(each, layout).pages)
        return Written((), ((order.target, Paper(order.kind.title, pages)),))
    files: list[Path] = []
    paintings: list[tuple[Path, Paper]] = []
    for name, text in zip(file_names(order), texts, strict=True):
        path = order.target / f"{name}.{order.format}"
        if order.format == "docx":
            docx.write(path, [form.pages(text, layout)])
            files.append(path)
        else:
            paintings.append((path, form.paper(text, layout)))
    return Written(tuple(files), tuple(paintings))


def _asking(control: Control) -> Callable[[int], None]:
    def ask(_number: int) -> None:
        control.check()

    return ask


def _data(order: Order, control: Control) -> Written:
    from leadership_model.papers.placing import placed

    files: list[Path] = []
    for name, person in zip(file_names(order), order.people, strict=True):
        control.check()
        control.report(len(files) / max(len(order.people), 1))
        for ending, content in _written(order, person, control):
            path = order.target / f"{name}.{ending}"
            with placed(path) as partial:
                partial.write_bytes(content)
            files.append(path)
    return Written(tuple(files))


def _written(order: Order, person: int, control: Control) -> Iterator[tuple[str, bytes]]:
    """Give the files of one person: endings and contents."""
    from leadership_model.exchange import lrm, lrmx, outgoing, whole
    from leadership_model.store import imports

    photo = _photo(order, person, control)
    known = whole.of_snapshot(order.world.snapshot, person, photo)
    source = None
    if order.engine is not None:
        id = order.world.person_ids[person]
        source = imports.source_of(order.engine, id, order.format)
        if source is None and order.format == "lrm":
            source = imports.source_of(order.engine, id)
    form = outgoing.form_of(known, source)
    if order.format == "lrm":
        yield "lrm", lrm.write(form)
        if photo is not None:
            yield "pic", photo
        return
    if order.newer:
        form = outgoing.upgraded(form, known.person, order.world.as_of)
    yield "lrmx", lrmx.write(form)


def _table(order: Order, control: Control) -> Written:
    from leadership_model.papers import comma, sheets, word_spread, xlsx

    made = spreads(order, control)
    control.check()
    match order.format:
        case "pdf":
            return Written((), ((order.target, sheets.paper_of(order.kind.title, made)),))
        case "docx":
            word_spread.write(order.target, order.kind.title, made)
        case "csv":
            comma.write(order.target, made[0])
        case _:
            xlsx.write(order.target, made)
    return Written((order.target,))


def _own(order: Order, control: Control) -> Written:
    from leadership_model.papers import own_templates

    if order.template is None:
        raise UserError("模板已不在库中，请重新打开“文书”")
    people = [(each, _photo(order, each, control)) for each in order.people]
    fill = own_templates.Filling(order.world.seating, tuple(people))
    if not order.many:
        own_templates.write(order.target, order.template, fill)
        return Written((order.target,))
    files = []
    for number, name in enumerate(file_names(order)):
        control.check()
        path = order.target / f"{name}.{order.format}"
        own_templates.write(path, order.template, fill.only(number))
        files.append(path)
    return Written(tuple(files))
