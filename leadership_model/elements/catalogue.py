"""The catalogue: all elements and experience filters, what their names mean, what is sensitive."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, assert_never

from leadership_model import seed
from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
    Condition,
    Contains,
    Exists,
    Grades,
    Is,
    Not,
    Part,
    Some,
    Within,
)
from leadership_model.elements import codec, references
from leadership_model.elements.element import Element, ExperienceFilter, MarkOf
from leadership_model.elements.vocabulary import FLAG, ROW_NAMES
from leadership_model.errors import UserError
from leadership_model.people import codes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Elements and filters by name; implements Names.

    UserError when two share a name, an element is built from one that does not exist, or from
    itself by a detour.
    """

    elements: tuple[Element, ...]
    filters: tuple[ExperienceFilter, ...] = ()
    _elements: dict[str, Element] = field(init=False, repr=False, compare=False)
    _filters: dict[str, ExperienceFilter] = field(init=False, repr=False, compare=False)
    _meanings: dict[str, Meaning] = field(init=False, repr=False, compare=False)
    _sensitive: dict[str, bool] = field(init=False, repr=False, compare=False)
    _seated: dict[str, bool] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        elements = {each.label: each for each in self.elements}
        filters = {each.name: each for each in self.filters}
        _demand_distinct([each.label for each in self.elements], "要素名称")
        _demand_distinct([each.id for each in self.elements], "要素编号")
        _demand_distinct([each.name for each in self.filters], "经历名称")
        for name, value in (
            ("_elements", elements),
            ("_filters", filters),
            ("_meanings", {label: meaning_of(each) for label, each in elements.items()}),
            ("_sensitive", {}),
            ("_seated", {}),
        ):
            object.__setattr__(self, name, value)
        for label in elements:
            self._settle(label, ())

    def element(self, label: str) -> Element | None:
        """Give an element by its label."""
        return self._elements.get(label)

    def filter(self, name: str) -> ExperienceFilter | None:
        """Give an experience filter by its name."""
        return self._filters.get(name)

    def meaning(self, name: str) -> Meaning | None:
        """Say what an element's name means; None when there is no such element."""
        return self._meanings.get(name)

    def filter_parts(self, name: str) -> tuple[Part, ...] | None:
        """Give the parts of all branches of a filter; None when there is no such filter."""
        found = self._filters.get(name)
        return None if found is None else tuple(part for b in found.branches for part in b)

    def row_meaning(self, rows: str, name: str) -> Meaning | None:
        """Say what a name means inside the brackets about rows of one kind."""
        found = ROW_NAMES.get(rows, {}).get(name)
        return None if found is None else found.meaning

    def row_names(self, rows: str) -> Sequence[str]:
        """List the names that rows of one kind have."""
        return tuple(ROW_NAMES.get(rows, {}))

    def element_names(self) -> Sequence[str]:
        """List the labels of all elements that are offered."""
        return tuple(label for label, each in self._elements.items() if not each.retired)

    def filter_names(self) -> Sequence[str]:
        """List the names of all experience filters that are offered."""
        return tuple(name for name, each in self._filters.items() if not each.retired)

    def sensitive(self, label: str) -> bool:
        """Say whether an element is sensitive: it is, or is built from what is."""
        return self._sensitive.get(label, False)

    def sensitive_in(self, tree: Condition) -> tuple[str, ...]:
        """List the sensitive names a condition asks about, in the order they stand there."""
        return tuple(dict.fromkeys(self._sensitive_names(tree)))

    def seated(self, label: str) -> bool:
        """Say whether an element depends on who sits where."""
        return self._seated.get(label, True)

    def with_own(
        self,
        elements: Iterable[Mapping[str, Any]] = (),
        filters: Iterable[Mapping[str, Any]] = (),
    ) -> "Catalogue":
        """Lay a user's own elements and filters over these; an equal id or name replaces."""
        own_filters = [codec.filter_from(each, self, "自定义经历") for each in filters]
        laid = _laid(self.filters, own_filters, "name")
        bodies = list(elements)
        replaced = {str(body.get("id")) for body in bodies}
        first = tuple(each for each in self.elements if each.id not in replaced)
        read = codec.elements_from(
            [(body, "自定义要素") for body in bodies], first, laid, Catalogue
        )
        return Catalogue(_laid(self.elements, read, "id"), laid)

    def with_element(self, element: Element) -> "Catalogue":
        """Put an element in the place of the one with its id, or at the end; see the class."""
        return Catalogue(_laid(self.elements, (element,), "id"), self.filters)

    def with_filter(self, found: ExperienceFilter) -> "Catalogue":
        """Put an experience filter in the place of the one with its name, or at the end."""
        return Catalogue(self.elements, _laid(self.filters, (found,), "name"))

    def _settle(self, label: str, above: tuple[str, ...]) -> None:
        """Work out what is sensitive and seated, parts first; refuse what cannot be worked out."""
        if label in above:
            chain = " → ".join((*above[above.index(label) :], label))
            raise UserError(f"要素定义循环引用：{chain}，请改其中一个的定义")
        if label in self._sensitive:
            return
        uses = references.of_definition(self._elements[label].definition)
        self._demand_known(label, uses)
        for part in uses.elements:
            self._settle(part, (*above, label))
        self._sensitive[label] = (
            uses.sensitive
            or any(self._sensitive[part] for part in uses.elements)
            or any(self._filter_sensitive(name) for name in uses.filters)
        )
        self._seated[label] = uses.seated or any(self._seated[part] for part in uses.elements)

    def _demand_known(self, label: str, uses: references.References) -> None:
        for part in uses.elements:
            if part not in self._elements:
                raise UserError(f"要素“{label}”引用了不存在的要素“{part}”")
        for name in uses.filters:
            if name not in self._filters:
                raise UserError(f"要素“{label}”引用了不存在的经历“{name}”")

    def _filter_sensitive(self, name: str) -> bool:
        parts = self.filter_parts(name) or ()
        return any(_row_sensitive("履历", part) for part in parts)

    def _sensitive_names(self, tree: Condition) -> Iterator[str]:
        match tree:
            case All(parts) | Some(parts):
                for part in parts:
                    yield from self._sensitive_names(part)
            case Not(part):
                yield from self._sensitive_names(part)
            case Career(_, what):
                if isinstance(what, str):
                    yield from (what,) if self._filter_sensitive(what) else ()
                else:
                    yield from (each.name for each in what if _row_sensitive("履历", each))
            case Exists(rows, wanted):
                if rows == "亲属":
                    yield rows
                yield from (each.name for each in wanted if _row_sensitive(rows, each))
            case Grades():
                return
            case Compare(name) | Between(name) | Within(name) | Contains(name) | Is(name):
                if self.sensitive(name):
                    yield name
            case _:
                assert_never(tree)


def _laid(kept: tuple[T, ...], own: Iterable[T], key: str) -> tuple[T, ...]:
    """Lay own things over those there are: each in the place of its equal, the others behind."""
    found = {getattr(each, key): each for each in kept}
    for each in own:
        found[getattr(each, key)] = each
    return tuple(found.values())


def _row_sensitive(rows: str, part: Part) -> bool:
    found = ROW_NAMES[rows].get(part.name)
    return found is not None and found.sensitive


def _demand_distinct(names: Sequence[str], what: str) -> None:
    for name in names:
        if names.count(name) > 1:
            raise UserError(f"{what}“{name}”重复，请改其中一个")


def meaning_of(element: Element) -> Meaning:
    """Give what an element means in a question."""
    values = FLAG if element.kind == "flag" else element.values
    return Meaning(
        element.label,
        element.kind,
        values,
        element.ranks,
        element.low,
        element.high,
        element.unit,
        element.absent_possible,
        open_values=element.kind in ("choice", "set") and (not values or element.open_values),
        whole=element.kind == "number" and not isinstance(element.definition, MarkOf),
    )


@codes.remembered
def shipped() -> Catalogue:
    """Give the catalogue the program ships: data/elements and data/experience."""
    empty = Catalogue(())
    filters = [
        codec.filter_from(body, empty, name)
        for name in seed.names("experience")
        for body in seed.read(name)["filter"]
    ]
    bodies = [
        (body, name) for name in seed.names("elements") for body in seed.read(name)["element"]
    ]
    return Catalogue(codec.elements_from(bodies, (), tuple(filters), Catalogue), tuple(filters))
