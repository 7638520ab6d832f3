"""Values typed in or taken over, 熟悉领域 (marks and functions carried), and 名单."""

from collections.abc import Callable

import numpy as np

from leadership_model import months
from leadership_model.conditions.protocols import ChoiceColumn, Column, SetColumn
from leadership_model.elements import columns, spans
from leadership_model.elements.careers import careers
from leadership_model.elements.element import Element
from leadership_model.elements.source import Source
from leadership_model.elements.vocabulary import FLAG
from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.named_set import ids_of
from leadership_model.people.table import Bools, Ints

NONE = ("无", "—", "（无）", "(无)")


def column(source: Source, element: Element, name: str) -> Column:
    """Give the marks entered under a name; of several the one entered last counts."""
    texts: list[str | None] = [None] * source.count
    for person, value in _entered(source, name):
        texts[person] = value
    absent = np.fromiter((text in NONE for text in texts), np.bool_, source.count)
    match element.kind:
        case "number":
            return _numbers(element, texts, absent, _decimal)
        case "month":
            return _numbers(element, texts, absent, months.parse)
        case "choice" | "flag":
            values = FLAG if element.kind == "flag" else element.values
            return _choices(values, texts, absent)
        case "set":
            values = element.values or _named(source, name)
            bits = _bits(source, name, values)
            blank = np.fromiter((text is None for text in texts), np.bool_, source.count)
            return SetColumn(bits, values, blank)
        case _:
            plain = [None if gone else text for text, gone in zip(texts, absent, strict=True)]
            return columns.text(plain, absent)


def _entered(source: Source, name: str) -> list[tuple[int, str]]:
    """List person and value of each mark of a name, in the order they were entered."""
    table = source.snapshot["person_mark"]
    at = np.flatnonzero(table.texts("element").mask(name) & (table.owners() >= 0)).tolist()
    when, values, owners = table.raw("entered_at"), table.raw("value"), table.owners()
    at.sort(key=lambda row: (when[row] or "", row))
    return [(int(owners[row]), values[row].strip()) for row in at if values[row]]


def _decimal(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _numbers(
    element: Element,
    texts: list[str | None],
    absent: Bools,
    read: Callable[[str], float | None],
) -> Column:
    found = [None if text is None else read(text) for text in texts]
    blank = np.fromiter((value is None for value in found), np.bool_, len(found)) & ~absent
    low = np.array([element.low if value is None else value for value in found])
    high = np.array([element.high if value is None else value for value in found])
    may = blank if element.absent_possible else np.zeros_like(blank)
    return columns.interval(low, high, absent, may, blank)


def _choices(values: tuple[str, ...], texts: list[str | None], absent: Bools) -> ChoiceColumn:
    known = {value: place for place, value in enumerate(values)}
    codes = [UNKNOWN if text is None else known.setdefault(text, len(known)) for text in texts]
    return ChoiceColumn(np.where(absent, ABSENT, codes).astype(np.int32), tuple(known))


def _named(source: Source, name: str) -> tuple[str, ...]:
    names = (part for _, text in _entered(source, name) for part in text.split("、"))
    return tuple(dict.fromkeys(part for part in names if part not in NONE))


def _bits(source: Source, name: str, values: tuple[str, ...]) -> Bools:
    places = {value: place for place, value in enumerate(values)}
    bits = np.zeros((source.count, len(values)), dtype=np.bool_)
    for person, text in _entered(source, name):
        for part in text.split("、"):
            if part in places:
                bits[person, places[part]] = True
    return bits


def familiar(source: Source, element: Element, least: int) -> SetColumn:
    """Give the fields marked and the functions carried for `least` months or longer."""
    values = element.values or codes.names("functions")
    found = careers(source)
    held = found.rows.sets("职能")
    bits = _bits(source, element.label, values)
    usable = found.rows.trusted & found.job.sure & ~found.second.possible
    for place, value in enumerate(values):
        if value in held.values:
            carried = held.bits[:, held.values.index(value)]
            bits[:, place] |= _months(source, usable & carried) >= least
    # A career that was not understood, and a set of functions not known, may hide more.
    return SetColumn(bits, values, ~found.complete)


def listed(source: Source) -> SetColumn:
    """Give the names of the lists 名单 each person is on; who is on none has an empty set."""
    table, people = source.snapshot["people_set"], source.snapshot.people.positions
    values = tuple(dict.fromkeys(filter(None, table.raw("label"))))
    places = {value: place for place, value in enumerate(values)}
    bits = np.zeros((source.count, len(values)), dtype=np.bool_)
    for label, text in zip(table.raw("label"), table.raw("people"), strict=True):
        if label:
            bits[[people[id] for id in ids_of(text) if id in people], places[label]] = True
    return SetColumn(bits, values, np.zeros(source.count, dtype=np.bool_))


def _months(source: Source, mask: Bools) -> Ints:
    found, rows = careers(source), np.flatnonzero(mask)
    cut = spans.pieces(found.rows.owner[rows], found.start[rows], found.end[rows])
    return spans.total(cut, source.count)
