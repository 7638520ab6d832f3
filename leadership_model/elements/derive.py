"""One definition as a column over all people."""

from typing import assert_never

import numpy as np

from leadership_model.conditions.mask import mask
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Column,
    Columns,
    NumberColumn,
)
from leadership_model.conditions.tri import Tri
from leadership_model.elements import (
    careers,
    columns,
    education,
    fields,
    levels,
    marks,
    records,
)
from leadership_model.elements.element import (
    AppraisalCount,
    Band,
    CountOf,
    EducationOf,
    Element,
    Ever,
    FamiliarFields,
    FieldOf,
    Group,
    MarkOf,
    MonthsAtLevel,
    MonthsIn,
    MonthsInPost,
    MonthsSameAreaLevel,
    MonthsSince,
    MonthsUntil,
    RetirementMonth,
    SanctionInForce,
    When,
    YearsSince,
)
from leadership_model.elements.fields import Months
from leadership_model.elements.source import Source
from leadership_model.errors import UserError
from leadership_model.people import retirement
from leadership_model.people.disputes import disputed
from leadership_model.people.gaps import ABSENT, OPEN, UNKNOWN
from leadership_model.people.verified import BIRTH

ELSE = "*"  # in a group: every value that is not named


def derive(element: Element, source: Source, table: Columns) -> Column:
    """Work out an element for everybody; `table` gives the elements it is built from."""
    match element.definition:
        case FieldOf(name):
            return _field(element, source, name)
        case YearsSince(name):
            return _since(element, source.as_of, fields.month_of(source, name), 12)
        case MonthsSince(name):
            return _since(element, source.as_of, fields.month_of(source, name), 1)
        case MonthsUntil(name):
            return _until(_numbers(table, name), source.as_of)
        case MonthsIn(name, longest):
            return careers.months_served(source, name, longest=longest)
        case Ever(name):
            return _flag(careers.served(source, name))
        case CountOf(name):
            return careers.lines_served(source, name)
        case EducationOf(mode, what):
            return education.column(source, element, mode, what)
        case AppraisalCount(years, grade):
            return records.appraisals(source, years, grade)
        case SanctionInForce(kinds):
            return _flag(records.sanctioned(source, kinds))
        case MonthsInPost():
            return _since(element, source.as_of, fields.month_of(source, "post_since"), 1)
        case MonthsAtLevel():
            return levels.months_at_level(source, element)
        case MonthsSameAreaLevel():
            return levels.months_same_area(source, element)
        case RetirementMonth():
            return _retirement(element, source)
        case Band() as band:
            return _band(band, _numbers(table, band.of))
        case Group(name, mapping):
            return _group(dict(mapping), table.column(name))
        case When(condition):
            return _flag(mask(condition, table))
        case MarkOf(name):
            return marks.column(source, element, name)
        case FamiliarFields(months):
            return marks.familiar(source, element, months)
        case _:
            assert_never(element.definition)


def _flag(answer: Tri) -> ChoiceColumn:
    codes = np.where(answer.sure, 1, np.where(answer.possible, UNKNOWN, 0))
    return columns.flags(codes.astype(np.int32))


def _numbers(table: Columns, name: str) -> NumberColumn:
    found = table.column(name)
    if not isinstance(found, NumberColumn):
        raise UserError(f"要素“{name}”不是数字或年月，请改用它的要素定义")
    return found


def _field(element: Element, source: Source, name: str) -> Column:
    match fields.KINDS.get(name):
        case "choice" | "flag":
            return fields.choice_of(source, name)
        case "text":
            return fields.text_of(source, name)
        case "month":
            return _month(element, source, fields.month_of(source, name))
        case "set":
            return marks.listed(source)
        case _:
            raise UserError(f"要素“{element.label}”的字段 {name} 不存在，请核对要素定义")


def _month(element: Element, source: Source, found: Months) -> NumberColumn:
    """Give a recorded month; one not known lies inside the declared domain, not after as_of."""
    low = np.where(found.blank, element.low, found.low)
    high = np.where(found.blank, max(element.low, min(element.high, source.as_of)), found.high)
    return columns.interval(low, high, found.absent, found.may_be_absent, found.blank)


def _since(element: Element, as_of: int, found: Months, unit: int) -> NumberColumn:
    """Count the completed units of time from a month to as_of; the month itself is reached."""
    low = np.where(found.blank, element.low, (as_of - found.high) // unit)
    high = np.where(found.blank, element.high, (as_of - found.low) // unit)
    return columns.interval(low, high, found.absent, found.may_be_absent, found.blank)


def _until(found: NumberColumn, as_of: int) -> NumberColumn:
    return NumberColumn(
        found.low - np.float32(as_of),
        found.high - np.float32(as_of),
        found.absent,
        found.unknown,
        found.may_be_absent,
    )


def _retirement(element: Element, source: Source) -> NumberColumn:
    due = retirement.of_people(source.snapshot.people, doubted=disputed(source.snapshot, BIRTH))
    blank = (due.low <= 0) | (due.high >= OPEN)
    low = np.where(due.low <= 0, element.low, due.low)
    high = np.where(due.high >= OPEN, element.high, due.high)
    nobody = np.zeros(source.count, dtype=np.bool_)
    return columns.interval(low, np.maximum(low, high), nobody, nobody, blank)


def _band(band: Band, found: NumberColumn) -> ChoiceColumn:
    """Put numbers into bands; an interval inside one band is known."""
    edges = np.array(band.edges, dtype=np.float32)
    low = np.searchsorted(edges, found.low, side="right")
    high = np.searchsorted(edges, found.high, side="right")
    settled = (low == high) & ~found.may_be_absent
    codes = np.where(found.absent, ABSENT, np.where(settled, low, UNKNOWN))
    return ChoiceColumn(codes.astype(np.int32), band.labels)


def _group(mapping: dict[str, str], found: Column) -> ChoiceColumn:
    """Put the values of a choice into groups; a value in no group is unknown, unless * is one."""
    if not isinstance(found, ChoiceColumn):
        raise UserError("只有选项要素可以归组，请核对要素定义")
    labels = tuple(dict.fromkeys(mapping.values()))
    rest = labels.index(mapping[ELSE]) if ELSE in mapping else UNKNOWN
    places = [labels.index(mapping[v]) if v in mapping else rest for v in found.values]
    lookup = np.array([*places, ABSENT, UNKNOWN], dtype=np.int32)
    return ChoiceColumn(lookup[found.codes], labels)
