"""Entries of code lists in questions, elements and filters, called by another name."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import assert_never

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
    Value,
    Within,
)
from leadership_model.elements import element as kinds
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import Definition, Element, ExperienceFilter
from leadership_model.elements.vocabulary import ROW_NAMES
from leadership_model.people.renaming import AREAS, FIELDS, TAG

Names = Callable[[str, str], str]  # list and name -> present name
LISTS = "people_sets"  # the names of lists of people, which are entries of no code list
_FIELDS: Mapping[str, str] = MappingProxyType(
    {field: listed for listed, fields in FIELDS.items() for kind, field in fields
     if kind == "person"}
    | {"area": AREAS, "post_kind": "post_kinds"}
)  # fmt: skip
_COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        rows: {field: listed for listed, fields in FIELDS.items() for kind, field in fields
               if kind == table}
        for rows, table in (("履历", "career_entry"), ("任职", "career_entry"),
                            ("教育", "education"), ("处分", "sanction"))
    }
)  # fmt: skip


def list_of(label: str, catalogue: Catalogue) -> str:
    """Say which list the values of an element come from; empty when from none of these."""
    found = catalogue.element(label)
    match None if found is None else found.definition:
        case kinds.FieldOf("lists"):
            return LISTS
        case kinds.FieldOf(field):
            return _FIELDS.get(field, "")
        case kinds.EducationOf(_, "学历"):
            return "education"
        case kinds.FamiliarFields():
            return "functions"
        case kinds.MarkOf(name):
            return TAG + name
        case _:
            return ""


def condition(tree: Condition, catalogue: Catalogue, names: Names) -> Condition:
    """Put present names into a question."""
    match tree:
        case All(parts):
            return All(tuple(condition(each, catalogue, names) for each in parts))
        case Some(parts):
            return Some(tuple(condition(each, catalogue, names) for each in parts))
        case Not(part):
            return Not(condition(part, catalogue, names))
        case Career(_, what):
            if isinstance(what, str):
                return tree
            return replace(tree, what=tuple(row_part("履历", each, names) for each in what))
        case Exists(rows, parts):
            return replace(tree, parts=tuple(row_part(rows, each, names) for each in parts))
        case Grades():
            return tree
        case Compare(name) | Between(name) | Within(name) | Contains(name) | Is(name):
            return _part(tree, list_of(name, catalogue), names)
        case _:
            assert_never(tree)


def row_part(rows: str, part: Part, names: Names) -> Part:
    """Put present names into one part of a question about rows."""
    named = ROW_NAMES[rows].get(part.name)
    listed = "" if named is None else _COLUMNS.get(rows, {}).get(named.column, "")
    return _part(part, listed, names)


def _part(part: Part, listed: str, names: Names) -> Part:
    if not listed:
        return part

    def called(value: Value) -> Value:
        return names(listed, value) if isinstance(value, str) else value

    match part:
        case Compare() | Contains():
            return replace(part, value=called(part.value))
        case Within():
            return replace(part, values=tuple(dict.fromkeys(called(each) for each in part.values)))
        case Between() | Is():
            return part
        case _:
            assert_never(part)


def definition(found: Definition, catalogue: Catalogue, names: Names) -> Definition:
    """Put present names into the definition of an element."""
    match found:
        case kinds.When(tree):
            return kinds.When(condition(tree, catalogue, names))
        case kinds.Group(of, mapping):
            listed = list_of(of, catalogue)
            pairs = tuple((names(listed, value), group) for value, group in mapping)
            return replace(found, mapping=pairs) if listed else found
        case kinds.SanctionInForce(chosen):
            return replace(found, kinds=tuple(names("sanctions", each) for each in chosen))
        case _:
            return found


def element(found: Element, catalogue: Catalogue, names: Names) -> Element:
    """Put present names into an element; of a hand-entered one into its values."""
    if isinstance(found.definition, kinds.MarkOf):
        listed = TAG + found.definition.name
        return replace(found, values=tuple(names(listed, each) for each in found.values))
    return replace(found, definition=definition(found.definition, catalogue, names))


def experience(found: ExperienceFilter, names: Names) -> ExperienceFilter:
    """Put present names into an experience filter."""
    branches = tuple(tuple(row_part("履历", p, names) for p in branch) for branch in found.branches)
    return replace(found, branches=branches)
