"""What follows from a definition: the kind of value it gives, its unit, domain and values."""

from dataclasses import replace
from typing import assert_never

from leadership_model import months
from leadership_model.conditions.protocols import Kind
from leadership_model.elements import element as kinds
from leadership_model.elements import fields
from leadership_model.elements.catalogue import Catalogue, shipped
from leadership_model.elements.element import Element
from leadership_model.elements.vocabulary import (
    DISCIPLINES,
    FIRST_MONTH,
    LAST_MONTH,
    LONGEST_CAREER,
    coded,
)

LONGEST_LIFE = 100  # years
ALWAYS_THERE = ("birth", "work_start")  # months nobody is without
MOST_LINES = 99  # lines of one 简历


def settled(element: Element, catalogue: Catalogue) -> Element:
    """Give an element the kind, unit and domain its definition leads to; a mark keeps its own."""
    found = element.definition
    match found:
        case kinds.FieldOf(name):
            return _as_field(element, name)
        case kinds.YearsSince(name):
            return _number(element, "年", 0, LONGEST_LIFE, name not in ALWAYS_THERE)
        case kinds.MonthsSince(name):
            return _number(element, "月", 0, 12 * LONGEST_LIFE, name not in ALWAYS_THERE)
        case kinds.MonthsUntil():
            return _number(element, "月", -LONGEST_CAREER, LONGEST_CAREER, absent=True)
        case kinds.MonthsIn():
            return _number(element, "月", 0, LONGEST_CAREER)
        case kinds.CountOf():
            return _number(element, "条", 0, MOST_LINES)
        case kinds.AppraisalCount(years):
            return _number(element, "次", 0, years)
        case kinds.MonthsInPost() | kinds.MonthsAtLevel() | kinds.MonthsSameAreaLevel():
            return _number(element, "月", 0, LONGEST_CAREER, absent=True)
        case kinds.Ever() | kinds.SanctionInForce() | kinds.When():
            return _plain(element, "flag", absent=False)
        case kinds.RetirementMonth():
            low, high = months.of(2000, 1), months.of(2075, 12)
            return replace(_month(element, absent=False), low=low, high=high)
        case kinds.EducationOf(_, what):
            return _education(element, what)
        case kinds.Band(of, _, labels):
            return replace(_plain(element, "choice", absent=_absent(of, catalogue)), values=labels)
        case kinds.Group(of, mapping):
            groups = tuple(dict.fromkeys(group for _, group in mapping))
            return replace(_plain(element, "choice", absent=_absent(of, catalogue)), values=groups)
        case kinds.FamiliarFields():
            values = coded(element.label, "functions").values
            return replace(_plain(element, "set", absent=False), values=values)
        case kinds.MarkOf():
            return element
        case _:
            assert_never(found)


def with_kind(element: Element, kind: Kind) -> Element:
    """Give a mark another kind of value; nothing of the former domain is left."""
    match kind:
        case "number":
            return _number(element, element.unit, 0, 100, absent=True)
        case "month":
            return _month(element, absent=True)
        case "choice" | "set":
            return replace(_plain(element, kind, absent=True), values=element.values)
        case "flag" | "text":
            return _plain(element, kind, absent=True)
        case _:
            assert_never(kind)


def _as_field(element: Element, name: str) -> Element:
    """Take over kind and domain from the shipped element of the same field."""
    for each in shipped().elements:
        if each.definition == kinds.FieldOf(name):
            return replace(
                each,
                id=element.id,
                label=element.label,
                group=element.group,
                help=element.help,
                retired=element.retired,
            )
    match fields.KINDS.get(name, "text"):
        case "month":
            return _month(replace(element, definition=kinds.FieldOf(name)), absent=True)
        case "choice":
            return _plain(element, "choice", absent=True)
        case "flag":
            return _plain(element, "flag", absent=True)
        case "set":
            return _plain(element, "set", absent=False)
        case _:
            return _plain(element, "text", absent=True)


def _education(element: Element, what: str) -> Element:
    if what in ("学历", "学位"):
        meaning = coded(element.label, "education" if what == "学历" else "degrees")
        made = _plain(element, "choice", absent=True)
        return replace(made, values=meaning.values, ranks=dict(meaning.ranks))
    if what == "学科门类":
        return replace(_plain(element, "choice", absent=True), values=DISCIPLINES)
    return _plain(element, "text", absent=True)


def _absent(of: str, catalogue: Catalogue) -> bool:
    below = catalogue.element(of)
    return below is None or below.absent_possible


def _plain(element: Element, kind: Kind, *, absent: bool) -> Element:
    return replace(
        element,
        kind=kind,
        unit="",
        low=0.0,
        high=0.0,
        values=(),
        ranks={},
        absent_possible=absent,
        open_values=False,
    )


def _number(element: Element, unit: str, low: float, high: float, absent: bool = False) -> Element:
    return replace(_plain(element, "number", absent=absent), unit=unit, low=low, high=high)


def _month(element: Element, *, absent: bool) -> Element:
    return replace(_plain(element, "month", absent=absent), low=FIRST_MONTH, high=LAST_MONTH)
