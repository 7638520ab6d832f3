"""How long a person has been at the present level: without a break, and in the present area."""

import numpy as np

from leadership_model.conditions.protocols import ChoiceColumn, NumberColumn
from leadership_model.elements import columns, fields, seats, spans
from leadership_model.elements.careers import Careers, careers
from leadership_model.elements.element import Element
from leadership_model.elements.source import Source
from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools, Ints


def _ranks(column: ChoiceColumn) -> Ints:
    """Translate levels into ranks; gaps keep their codes, what has no rank is unknown."""
    ranks = codes.ranks("levels")
    lookup = np.array([*(ranks.get(v, UNKNOWN) for v in column.values), ABSENT, UNKNOWN])
    return lookup[column.codes].astype(np.int32)


def _at_level(source: Source, found: Careers) -> tuple[Ints, Ints, Bools]:
    """Give the level rank of each row, that of its person, and which rows count at all."""
    level = found.rows.choices("职务层次")
    own = _ranks(fields.choice_of(source, "level"))[found.rows.owner]
    counts = found.job.sure & ~found.second.possible & (found.start >= 0)
    return _ranks(level), own, counts


def months_at_level(source: Source, element: Element) -> NumberColumn:
    """Give the months without a break, up to as_of, at the present level or higher.

    At least the time since the recorded start of the level; 无 for who has no level.
    """
    found = careers(source)
    rank, own, counts = _at_level(source, found)
    sure = counts & found.rows.trusted & (rank >= own) & (own >= 0)
    maybe = counts & (own >= 0) & ((rank >= own) | (rank == UNKNOWN) | ~found.rows.trusted)
    since = fields.month_of(source, "level_since")
    recorded = np.where(since.blank | since.absent, 0, source.as_of - since.low)
    low = np.maximum(_running(source, found, sure), recorded)
    high = np.maximum(_running(source, found, maybe), recorded)
    return _bounded(source, element, low, high, found.complete)


def months_same_area(source: Source, element: Element) -> NumberColumn:
    """Give the months, summed, at the present level in the present area."""
    found = careers(source)
    at, settled = source.keep("rows at level", lambda: _rows_at_level(source, found))
    here = _same_area(source, found, at)
    low, high = (
        spans.total(
            spans.pieces(found.rows.owner[rows], found.start[rows], found.end[rows]), source.count
        )
        for rows in (at[settled & (here == 1)], at[~found.rows.trusted[at] | (here != 0)])
    )
    known = found.complete & (seats.area(source).codes >= 0)
    return _bounded(source, element, low, high, known)


def _rows_at_level(source: Source, found: Careers) -> tuple[Ints, Bools]:
    """Give the rows that may be at the person's present level, and which surely are."""
    rank, own, counts = _at_level(source, found)
    same = counts & (rank == own) & (own >= 0)
    maybe = counts & (same | ((rank == UNKNOWN) & (own >= 0)) | ~found.rows.trusted)
    at = np.flatnonzero(maybe).astype(np.int32)
    return at, (same & found.rows.trusted)[at]


def _same_area(source: Source, found: Careers, at: Ints) -> Ints:
    """Say for each row `at` whether it was served in the person's present area."""
    column, here = found.rows.choices("地区"), seats.area(source)
    places = {name: place for place, name in enumerate(here.table)}
    lookup = [*(places.get(v, len(places)) for v in column.values), ABSENT, UNKNOWN]
    there = np.array(lookup, dtype=np.int32)[column.codes[at]]
    own = here.codes[found.rows.owner[at]]
    return np.where((there >= 0) & (own >= 0), there == own, UNKNOWN).astype(np.int32)


def _running(source: Source, found: Careers, rows: Bools) -> Ints:
    at = np.flatnonzero(rows)
    cut = spans.pieces(found.rows.owner[at], found.start[at], found.end[at])
    return spans.running(cut, source.count, source.as_of)


def _bounded(source: Source, element: Element, low: Ints, high: Ints, known: Bools) -> NumberColumn:
    """Make a column of 无 without a level; what is not known reaches up to the domain's end."""
    level = fields.choice_of(source, "level").codes
    blank = level == UNKNOWN
    start = np.where(blank, element.low, low)
    stop = np.where(known & ~blank, high, np.maximum(high, element.high))
    return columns.interval(start, stop, level == ABSENT, blank, blank)
