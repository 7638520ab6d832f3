"""Education as columns: highest 学历 or 学位, and school, major and discipline that go with it."""

import numpy as np

from leadership_model.conditions.protocols import ChoiceColumn, Column, TextColumn
from leadership_model.conditions.tree import Compare
from leadership_model.elements import columns
from leadership_model.elements.collections import MODES, rows_of
from leadership_model.elements.element import Element
from leadership_model.elements.source import Source
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.disputes import disputed
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools, Ints
from leadership_model.people.verified import EDUCATION

# what a definition asks for -> the name of the row column
ROW_NAMES = {
    "学历": "学历",
    "学位": "学位层次",
    "专业": "专业",
    "院校": "院校",
    "学科门类": "学科门类",
}
RANKED = {"学历": "education", "学位": "degrees"}
_NONE = -1  # no education of that way is known


def column(source: Source, element: Element, mode: str, what: str) -> Column:
    """Give what `what` says of the highest education of 全日制, 在职 or both (全部).

    Of both, with one not recorded, the highest is unknown but surely reaches the recorded one.
    """
    modes = MODES if mode == "全部" else (mode,)
    if what not in ROW_NAMES or not set(modes) <= set(MODES):
        raise UserError(f"要素“{element.label}”的教育定义有误：{mode}、{what}")
    if what in RANKED:
        return _highest(source, modes, what)
    return _with_highest(source, modes, what)


def _doubted(source: Source) -> Bools:
    """Mark the people of whom nothing recorded about their education counts: it is in dispute."""
    return disputed(source.snapshot, EDUCATION)


def _best(source: Source, mode: str, what: str) -> tuple[Ints, Ints, Bools]:
    """Give the highest rank of one way, the row that holds it, and who may have a higher one."""
    return source.keep(("best", mode, what), lambda: _find_best(source, mode, what))


def _find_best(source: Source, mode: str, what: str) -> tuple[Ints, Ints, Bools]:
    rows = rows_of(source, "教育")
    found = rows.choices(ROW_NAMES[what])
    ranks = codes.ranks(RANKED[what])
    lookup = np.array([*(ranks.get(value, UNKNOWN) for value in found.values), ABSENT, UNKNOWN])
    own = rows.answer((Compare("形式", "=", mode),)).sure
    rank = lookup[found.codes]
    best = np.full(source.count, _NONE, dtype=np.int32)
    row = np.full(source.count, -1, dtype=np.int32)
    at = np.flatnonzero(own & (rank >= 0))
    at = at[np.lexsort((rank[at], rows.owner[at]))]
    best[rows.owner[at]] = rank[at]  # ranks ascend within a person, so the highest one stays
    row[rows.owner[at]] = at
    read = columns.any_of(rows.owner, own, source.count)
    unread = columns.any_of(rows.owner, own & (rank == UNKNOWN), source.count)
    return best, row, ~read | unread


def _over(source: Source, modes: tuple[str, ...], what: str) -> tuple[Ints, Ints, Bools]:
    """Give the best of several ways, its row, and who may have a higher one not recorded.

    全日制 comes first among equals.
    """
    best, row, unsure = _best(source, modes[0], what)
    for mode in modes[1:]:
        rank, at, open_ = _best(source, mode, what)
        better = rank > best
        best, row = np.where(better, rank, best), np.where(better, at, row)
        unsure = unsure | open_
    top = max(codes.ranks(RANKED[what]).values())
    return best.astype(np.int32), row.astype(np.int32), unsure & (best < top)


def _highest(source: Source, modes: tuple[str, ...], what: str) -> ChoiceColumn:
    found = rows_of(source, "教育").choices(ROW_NAMES[what])
    best, row, unsure = _over(source, modes, what)
    code = np.where(row >= 0, np.append(found.codes, UNKNOWN)[row], ABSENT)
    doubted = _doubted(source)
    unsure, best = unsure | doubted, np.where(doubted, _NONE, best)
    return ChoiceColumn(
        np.where(unsure, UNKNOWN, code).astype(np.int32),
        found.values,
        np.where(unsure & (best >= 0), code, UNKNOWN).astype(np.int32),
    )


def _with_highest(source: Source, modes: tuple[str, ...], what: str) -> Column:
    """Give the major, school or discipline of the highest education that is recorded.

    They speak of what is on record by definition: a way left empty on the form does not make the
    major recorded beside it unknown.
    """
    best, row, unsure = _over(source, modes, "学历")
    doubted = _doubted(source)
    none = (best == _NONE) & ~unsure & ~doubted
    row = np.where(doubted, -1, row)
    found = rows_of(source, "教育").column(ROW_NAMES[what])
    if isinstance(found, ChoiceColumn):
        code = np.append(found.codes, UNKNOWN)[row]
        return ChoiceColumn(np.where(none, ABSENT, code).astype(np.int32), found.values)
    if not isinstance(found, TextColumn):
        raise TypeError(f"{what} is neither choice nor text")
    texts = (*found.texts, None)
    gone = none | np.append(found.absent, False)[row]
    return columns.text([texts[at] for at in row.tolist()], gone)
