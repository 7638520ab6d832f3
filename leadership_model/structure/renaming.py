"""Entries of code lists in requirements, portraits and models, called by another name."""

from dataclasses import replace

from leadership_model.elements import renaming as below
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.renaming import Names
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.requirement import (
    Carried,
    Count,
    Cover,
    Every,
    Measure,
    Requirement,
    Share,
)


def model(found: Model, catalogue: Catalogue, names: Names) -> Model:
    """Put present names into a model."""
    return replace(
        found,
        requirements=tuple(requirement(each, catalogue, names) for each in found.requirements),
        portraits=tuple(portrait(each, catalogue, names) for each in found.portraits),
        seen=tuple(requirement(each, catalogue, names) for each in found.seen),
        seen_portraits=tuple(portrait(each, catalogue, names) for each in found.seen_portraits),
    )


def requirement(found: Requirement, catalogue: Catalogue, names: Names) -> Requirement:
    """Put present names into a requirement: its scope, its condition, the values it lists."""
    scope = found.scope
    if scope.function is not None:
        scope = replace(scope, function=names("functions", scope.function))
    return replace(found, scope=scope, measure=_measure(found.measure, catalogue, names))


def portrait(found: Portrait, catalogue: Catalogue, names: Names) -> Portrait:
    """Put present names into a portrait."""
    return replace(
        found,
        post_kind=None if found.post_kind is None else names("post_kinds", found.post_kind),
        qualifications=tuple(
            below.condition(each, catalogue, names) for each in found.qualifications
        ),
        weights=tuple(
            each
            if each.condition is None
            else replace(each, condition=below.condition(each.condition, catalogue, names))
            for each in found.weights
        ),
    )


def _measure(found: Measure, catalogue: Catalogue, names: Names) -> Measure:
    match found:
        case Count(tree) | Share(tree) | Every(tree):
            return replace(found, condition=below.condition(tree, catalogue, names))
        case Cover(element, values):
            listed = below.list_of(element, catalogue)
            called = tuple(names(listed, each) for each in values)
            return replace(found, values=called) if listed else found
        case Carried(functions):
            return Carried(tuple(names("functions", each) for each in functions))
        case _:
            return found
