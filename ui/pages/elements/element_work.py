"""An element or experience filter that is being changed, and what the change would do. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Union

from leadership_model.elements import edit, filter_edit, soundness
from leadership_model.elements.describe import Piece, pieces
from leadership_model.elements.edit import Choices
from leadership_model.elements.element import Element, Ever, ExperienceFilter
from leadership_model.structure.usage import Use
from ui.pages.elements import library_work as work

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.world import World
    from leadership_model.elements.catalogue import Catalogue
    from leadership_model.matching.effect import Effect
    from leadership_model.store.definitions import DefinitionsEdit
    from ui.jobs import Control

Subject = Union[Element, ExperienceFilter]  # noqa: UP007 - used at run time by isinstance below
MANY = 3  # uses named in a refusal


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being changed: as it is stored (None: new), and as it is to be."""

    before: Subject | None
    after: Subject

    @property
    def dirty(self) -> bool:
        """Say whether there is anything to save."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft over all people, and what it would change."""

    draft: Draft
    detail: work.Detail
    effect: "Effect"
    broken: tuple[str, ...]
    after: "World"


def name_of(subject: Subject) -> str:
    """Give the name of an element or filter."""
    return subject.label if isinstance(subject, Element) else subject.name


def id_of(subject: Subject) -> str:
    """Give the id under which the library lists it."""
    return subject.id if isinstance(subject, Element) else work.FILTER + subject.name


def sentence_of(subject: Subject, catalogue: "Catalogue") -> tuple[Piece, ...]:
    """Give the sentence of a definition in pieces."""
    if isinstance(subject, Element):
        return pieces(subject, catalogue)
    return filter_edit.pieces(subject)


def head_of(subject: Subject) -> tuple[Piece, ...]:
    """Give name, group, domain and help in pieces."""
    return edit.head(subject) if isinstance(subject, Element) else filter_edit.head(subject)


def choices(subject: Subject, slot: str, world: "World") -> Choices:
    """Say what a piece can become."""
    if isinstance(subject, Element):
        of = getattr(subject.definition, "of", "")
        return edit.choices(subject, slot, world.catalogue, work.values_of(world, of))
    listed: Sequence[str] = ()
    if slot.startswith("value."):
        name = next(p.text for p in _before(filter_edit.pieces(subject), slot))
        listed = work.career_values(world, name)
    return filter_edit.choices(subject, slot, world.catalogue, listed)


def _before(found: tuple[Piece, ...], slot: str) -> tuple[Piece, ...]:
    """Give the piece that names the item a value is asked of."""
    wanted = slot.replace("value.", "name.")
    return tuple(piece for piece in found if piece.slot == wanted)


def changed(subject: Subject, slot: str, picked: object, catalogue: "Catalogue") -> Subject:
    """Give it with one piece chosen anew; UserError when it cannot be."""
    if isinstance(subject, Element):
        return edit.edited(subject, slot, picked, catalogue)
    return filter_edit.edited(subject, slot, picked, catalogue)


def catalogue_with(draft: Draft, catalogue: "Catalogue") -> "Catalogue":
    """Give the catalogue with the draft in it; UserError for a circle or a missing part."""
    if isinstance(draft.after, Element):
        return catalogue.with_element(draft.after)
    if isinstance(draft.before, ExperienceFilter) and draft.before.name != draft.after.name:
        kept = tuple(each for each in catalogue.filters if each.name != draft.before.name)
        catalogue = replace_filters(catalogue, kept)
    return catalogue.with_filter(draft.after)


def replace_filters(catalogue: "Catalogue", filters: tuple[ExperienceFilter, ...]) -> "Catalogue":
    """Give the catalogue with other filters."""
    from leadership_model.elements.catalogue import Catalogue

    return Catalogue(catalogue.elements, filters)


def faults(draft: Draft, catalogue: "Catalogue", uses: Sequence[Use]) -> tuple[str, ...]:
    """List why a draft cannot be saved: it is not sound, or it is used under another name."""
    after = draft.after
    if draft.before is not None and name_of(draft.before) != name_of(after) and uses:
        return (f"“{name_of(draft.before)}”{used_words(uses)}，不能改名；可以复制为新的一个再改",)
    if isinstance(after, Element):
        return soundness.faults(after, catalogue)
    found = soundness.filter_faults(after, catalogue)
    taken = catalogue.filter(after.name)
    renamed = draft.before is None or name_of(draft.before) != after.name
    if renamed and taken is not None:
        return (*found, f"已经有名为“{after.name}”的经历筛选，请换一个名称")
    return found


def used_words(uses: Sequence[Use]) -> str:
    """Say where something is used: 用在 5 处（模型 A、画像 B…）."""
    named = [f"{use.kind} {use.title}" for use in uses[:MANY]]
    more = "等" if len(uses) > MANY else ""
    return f"用在 {len(uses)} 处（{'、'.join(named)}{more}）"


def preview(
    world: "World",
    draft: Draft,
    library: work.Library,
    survey: "tuple[Assessment, ...] | None",
    control: "Control",
) -> Preview:
    """Work out a sound draft over all people, and its effect; for a job."""
    from leadership_model.assessment.replaced import with_catalogue
    from leadership_model.matching.effect import effect
    from leadership_model.structure.breakage import broken
    from leadership_model.structure.sheet import sheets_in

    after = with_catalogue(world, catalogue_with(draft, world.catalogue))
    control.check()
    used = tuple(library.uses.get(name_of(draft.after), ()))
    detail = detail_of(after, draft.after, used, control)
    sheets = sheets_in(world.snapshot, world.catalogue)
    lost = broken(
        world.catalogue, after.catalogue, world.models, world.portraits, library.questions, sheets
    )
    if lost:
        from leadership_model.matching.effect import Effect

        return Preview(draft, detail, Effect((), (), (), ()), lost, after)
    asked = [(title, c) for kind, title, _, c in library.questions if kind == "查询"]
    return Preview(draft, detail, effect(world, after, asked, survey, control.check), (), after)


def detail_of(
    world: "World", subject: Subject, used: tuple[Use, ...], control: "Control"
) -> work.Detail:
    """Spread an element, or who ever passed a filter, over all people."""
    if isinstance(subject, Element):
        return work.detail(world, work.row_of(world, subject, len(used)), used, control)
    from leadership_model.assessment.replaced import with_catalogue

    element = as_element(subject)
    seen = with_catalogue(world, world.catalogue.with_element(element))
    return work.detail(seen, work.row_of(seen, element, len(used)), used, control)


def as_element(found: ExperienceFilter) -> Element:
    """Give an experience filter as the element that says who ever passed it."""
    return Element(
        id=work.FILTER + found.name,
        label=found.name + "（曾任）",
        group="经历筛选",
        kind="flag",
        definition=Ever(found.name),
        absent_possible=False,
        help=found.help,
    )


def saving(draft: Draft) -> "DefinitionsEdit":
    """Give the write of a draft; for the writer, which takes it back exactly."""
    from leadership_model.store.definitions import Change, DefinitionsEdit

    return DefinitionsEdit((Change(draft.before, draft.after),))


def retired(subject: Subject) -> Subject:
    """Give it retired, or offered again."""
    return replace(subject, retired=not subject.retired)


def subject_of(catalogue: "Catalogue", id: str) -> Subject | None:
    """Give the element or filter the library lists under an id."""
    listed: tuple[Subject, ...] = (*catalogue.elements, *catalogue.filters)
    return next((each for each in listed if id_of(each) == id), None)


def columns_of(path: Path) -> dict[str, tuple[str, ...]]:
    """Read the columns of a roster that can be values."""
    from leadership_model.exchange import mark_column

    sheet = mark_column.read(path)
    return {heading: sheet.column(heading) for heading in sheet.values()}


def from_column(heading: str, values: tuple[str, ...], catalogue: "Catalogue") -> Element:
    """Make a hand-entered element of a column: its name, and the kind its values speak for."""
    from leadership_model.elements import starts
    from leadership_model.elements.domain import with_kind
    from leadership_model.elements.element import MarkOf
    from leadership_model.exchange.mark_column import kind_of

    label = starts.free_name(heading, {each.label for each in catalogue.elements})
    made = with_kind(starts.begin("mark", catalogue), kind_of(values))
    made = replace(made, label=label, definition=MarkOf(label))
    if made.kind == "number":
        numbers = [float(value) for value in values if value and value != "无"]
        made = replace(made, low=min(0.0, *numbers, 0.0), high=max(100.0, *numbers))
    return made
