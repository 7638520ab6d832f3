"""Where an element or an experience filter is used: models, portraits, posts, other elements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import Condition
from leadership_model.elements import references
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.describe import describe
from leadership_model.elements.element import When
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.phrase import target
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Measure,
    Share,
)


@dataclass(frozen=True, slots=True)
class Use:
    """One place: kind (模型, 画像, 要素, 查询, 岗位), its title, what it asks, an id to go to."""

    kind: str
    title: str
    text: str
    id: str = ""


Uses = dict[str, list[Use]]


def uses(
    catalogue: Catalogue,
    models: Sequence[Model],
    portraits: Sequence[Portrait],
    sentences: Iterable[tuple[str, str, str, Condition]] = (),
) -> Uses:
    """List the uses of every element and filter by name.

    `models` are those in force; `sentences` further conditions as (kind, title, id, condition).
    """
    found: Uses = {}
    for name, use in _all(catalogue, models, portraits, sentences):
        listed = found.setdefault(name, [])
        if use not in listed:
            listed.append(use)
    return found


def names_in(condition: Condition) -> tuple[str, ...]:
    """List the elements and filters a condition asks about."""
    used = references.of_definition(When(condition))
    return (*used.elements, *used.filters)


def names_of_measure(measure: Measure) -> tuple[str, ...]:
    """List the elements and filters a requirement measures."""
    match measure:
        case Count(condition) | Share(condition) | Every(condition):
            return names_in(condition)
        case Average(name) | Extent(name) | Distinct(name) | Concentration(name):
            return (name,)
        case Ladder(element=name) | Cover(element=name):
            return (name,)
        case Apart(elements):
            return elements
        case Filled() | Carried():
            return ()


def _all(
    catalogue: Catalogue,
    models: Sequence[Model],
    portraits: Sequence[Portrait],
    sentences: Iterable[tuple[str, str, str, Condition]],
) -> Iterator[tuple[str, Use]]:
    for model in models:
        for requirement in model.requirements:
            words = f"{requirement.label} {target(requirement)}".strip()
            for name in names_of_measure(requirement.measure):
                yield name, Use("模型", model.label, words, model.id)
        yield from _of_portraits(model.portraits)
    yield from _of_portraits(portraits)
    for element in catalogue.elements:
        used = references.of_definition(element.definition)
        for name in (*used.elements, *used.filters):
            yield name, Use("要素", element.label, describe(element, catalogue), element.id)
    for kind, title, id, condition in sentences:
        for name in names_in(condition):
            yield name, Use(kind, title, write(condition), id)


def _of_portraits(portraits: Iterable[Portrait]) -> Iterator[tuple[str, Use]]:
    for portrait in portraits:
        for condition in portrait.qualifications:
            for name in names_in(condition):
                yield name, Use("画像", portrait.label, f"资格：{write(condition)}", portrait.id)
        for weight in portrait.weights:
            names: tuple[str, ...] = (weight.element,) if weight.element else ()
            if weight.condition is not None:
                names = names_in(weight.condition)
            for name in names:
                words = f"{weight.label}，{weight.points:g} 分"
                yield name, Use("画像", portrait.label, words, portrait.id)
