"""What 要素库 shows, as values: no Qt here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadership_model.charts.spec import Bar, Bars
from leadership_model.elements.describe import KIND_WORDS, source_of
from leadership_model.errors import UserError
from leadership_model.structure.usage import Use, Uses, uses

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.conditions.tree import Condition
    from leadership_model.elements.element import Element, ExperienceFilter
    from ui.jobs import Control
    from ui.loading import Engine

FILTER = "filter:"  # before the name of an experience filter, as an id of the list


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element of the list with how many people are known, 无 and unknown."""

    element: "Element"
    source: str
    sensitive: bool
    known: int
    absent: int
    unknown: int
    used: int

    @property
    def kind(self) -> str:
        """The kind in a word, with its unit."""
        word = KIND_WORDS[self.element.kind]
        return f"{word} · {self.element.unit}" if self.element.unit else word

    @property
    def share(self) -> float:
        """Of 100 people, of how many it is known (无 is known as well)."""
        total = self.known + self.absent + self.unknown
        return 100.0 * (self.known + self.absent) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class FilterRow:
    """One experience filter of the list: how many ever passed it, and of how many it is unknown."""

    filter: "ExperienceFilter"
    people: int
    unknown: int
    used: int


Question = tuple[str, str, str, "Condition"]  # kind, title, id, condition


@dataclass(frozen=True, slots=True)
class Library:
    """All elements and filters, where each name is used, and the questions that are kept."""

    rows: tuple[ElementRow, ...]
    uses: Uses
    filters: tuple[FilterRow, ...] = ()
    questions: tuple[Question, ...] = ()


def library(world: "World", engine: "Engine", control: "Control") -> Library:
    """Work out every element; for a job. `engine` is None where no database stands behind."""
    asked = questions(world, engine)
    found = uses(world.catalogue, world.models, world.portraits, asked)
    rows = []
    elements = world.catalogue.elements
    for at, element in enumerate(elements):
        control.check()
        control.report(at / len(elements))
        rows.append(row_of(world, element, len(found.get(element.label, ()))))
    filters = []
    for each in world.catalogue.filters:
        control.check()
        answer = world.facts.table.career("曾任", each.name, "累计", None)
        unknown = int((answer.possible & ~answer.sure).sum())
        filters.append(
            FilterRow(each, int(answer.sure.sum()), unknown, len(found.get(each.name, ())))
        )
    return Library(tuple(rows), found, tuple(filters), asked)


def row_of(world: "World", element: "Element", used: int) -> ElementRow:
    """Count of how many people an element is known."""
    from leadership_model.elements.spread import gaps

    states = gaps(world.facts.column(element.label))
    return ElementRow(
        element,
        source_of(element.definition),
        world.catalogue.sensitive(element.label),
        int(states.known.sum()),
        int(states.absent.sum()),
        int(states.unknown.sum()),
        used,
    )


def values_of(world: "World", name: str) -> tuple[str, ...]:
    """List the values of a choice that occur among all people."""
    from leadership_model.conditions.protocols import ChoiceColumn

    if not name or world.catalogue.element(name) is None:
        return ()
    column = world.facts.column(name)
    return column.values if isinstance(column, ChoiceColumn) else ()


def career_values(world: "World", name: str) -> tuple[str, ...]:
    """List the values of an open item of career rows that occur, for example areas."""
    meaning = world.catalogue.row_meaning("履历", name)
    if meaning is None or not meaning.open_values:
        return ()
    return tuple(sorted(world.snapshot["career_entry"].texts("area").table))


def questions(world: "World", engine: "Engine") -> tuple[Question, ...]:
    """Read the requirement sheets of posts and the kept questions as conditions."""
    from leadership_model.conditions.sentence import parse
    from leadership_model.query.common import common

    sheets: dict[str, int] = {}
    for text in world.snapshot.posts.raw("requires"):
        if text:
            sheets[text] = sheets.get(text, 0) + 1
    made = [("岗位", f"{count} 个岗位的资格条件", text, text) for text, count in sheets.items()]
    saved: list[Any] = list(common())
    if engine is not None:
        from leadership_model.store.load import saved_queries

        saved = list(saved_queries(engine)) or saved
    made += [("查询", each.label, each.sentence, each.sentence) for each in saved]
    found: list[Question] = []
    for kind, title, id, text in made:
        try:
            found.append((kind, title, id, parse(text, world.catalogue)))
        except UserError:
            continue  # a sentence that cannot be read any more is reported where it is kept
    return tuple(found)


def posts_with(world: "World", sheet: str) -> tuple[str, ...]:
    """Give the ids of the posts with a requirement sheet."""
    posts = world.snapshot.posts
    return tuple(id for id, text in zip(posts.ids, posts.raw("requires"), strict=True)
                 if text == sheet)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Detail:
    """One element over all people."""

    row: ElementRow
    chart: Bars
    known: tuple[str, ...]
    absent: tuple[str, ...]
    unknown: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    uses: tuple[Use, ...]
    levels: tuple[tuple[str, int, int], ...]  # level, known (with 无), all
    world: "World"  # in which the element stands as it is shown


def detail(world: "World", row: ElementRow, used: tuple[Use, ...], control: "Control") -> Detail:
    """Spread one element over all people; for a job."""
    from leadership_model.elements.spread import gaps, shares

    label = row.element.label
    column, meaning = world.facts.column(label), world.facts.meaning(label)
    states, ids = gaps(column), world.person_ids
    control.check()

    def named(mask) -> tuple[str, ...]:  # type: ignore[no-untyped-def]  # noqa: ANN001
        return tuple(ids[at] for at in mask.nonzero()[0].tolist())

    bars = tuple(
        Bar(label=each.label, value=len(each.people),
            ids=tuple(ids[at] for at in each.people.tolist()))
        for each in shares(column, meaning)
    )  # fmt: skip
    counted = row.element.kind in ("number", "month")
    long = bool(bars) and not counted and max(len(bar.label) for bar in bars) > 6
    chart = Bars(title=f"{label}的分布", bars=bars, unit="人", horizontal=long)
    return Detail(
        row,
        chart,
        named(states.known),
        named(states.absent),
        named(states.unknown),
        _figures(column, states.known, row),
        used,
        _levels(world, ~states.unknown),
        world,
    )


def _figures(column, known, row: ElementRow) -> tuple[tuple[str, str], ...]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Give middle, smallest and largest of a number; the commonest value of a choice."""
    import numpy as np

    from leadership_model import months
    from leadership_model.conditions.protocols import NumberColumn

    if not isinstance(column, NumberColumn) or not known.any():
        return ()
    values = column.low[known].astype(float)

    def shown(value: float) -> str:
        if row.element.kind == "month":
            return months.show_iso(int(value))
        return f"{value:g} {row.element.unit}".strip()

    made = [
        ("中位数", shown(float(np.percentile(values, 50, method="lower")))),
        ("最小", shown(float(values.min()))),
        ("最大", shown(float(values.max()))),
    ]
    if row.element.kind == "number":
        made.insert(1, ("平均", f"{values.mean():.1f} {row.element.unit}".strip()))
    return tuple(made)


def _levels(world: "World", known) -> tuple[tuple[str, int, int], ...]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Count by level band of how many people the element is known."""
    import numpy as np

    from leadership_model.people import codes

    level = world.snapshot.people.texts("level").mapped(codes.ranks("levels"))
    ranks = codes.ranks("levels")
    bands = (
        ("县处级及以上", level >= ranks["县处级副职"]),
        ("乡科级", (level >= ranks["乡科级副职"]) & (level < ranks["县处级副职"])),
        ("其他", level < ranks["乡科级副职"]),
    )
    return tuple(
        (name, int(np.count_nonzero(mask & known)), int(np.count_nonzero(mask)))
        for name, mask in bands
    )
