"""Appraisals and sanctions as columns."""

import numpy as np

from leadership_model.conditions.protocols import NumberColumn
from leadership_model.conditions.tree import Compare, Part, Within
from leadership_model.conditions.tri import Tri
from leadership_model.elements import columns
from leadership_model.elements.collections import past_years, rows_of, years_without
from leadership_model.elements.source import Source


def appraisals(source: Source, years: int, grade: str) -> NumberColumn:
    """Count the last calendar years with that result; a year without a row may have it."""
    return source.keep(("appraisals", years, grade), lambda: _appraisals(source, years, grade))


def _appraisals(source: Source, years: int, grade: str) -> NumberColumn:
    table = source.snapshot["appraisal"]
    span = past_years(source, years)
    owner, year, result = table.owners(), table.ints("year"), table.texts("result")
    near = (owner >= 0) & (year >= span[0]) & (year <= span[-1])
    given = np.zeros((source.count, years), dtype=np.bool_)
    open_ = years_without(source, span)
    for codes, marks in ((result.mask(grade), given), (result.codes < 0, open_)):
        rows = np.flatnonzero(near & codes)
        marks[owner[rows], year[rows] - span[0]] = True
    low = given.sum(axis=1)
    high = (given | open_).sum(axis=1)
    return columns.interval(low, high, np.zeros(source.count, dtype=np.bool_))


def graded(source: Source, years: int, grade: str, times: int) -> Tri:
    """Say who had a result at least so often in the last calendar years."""
    found = appraisals(source, years, grade)
    return Tri(found.low >= times, found.high >= times)


def sanctioned(source: Source, kinds: tuple[str, ...]) -> Tri:
    """Say on whom a sanction (of these kinds, any when none is named) takes effect at as_of."""
    parts: tuple[Part, ...] = (Compare("影响期内", "=", "是"),)
    if kinds:
        parts = (Within("类别", kinds), *parts)
    return rows_of(source, "处分").exists(parts)
