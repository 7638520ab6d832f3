"""Columns of the tables of a comparison: what a line is about, today, each plan. No Qt."""

from collections.abc import Sequence
from functools import partial

from ui import theme
from ui.pages.staffing.compare_values import Line
from ui.tables.cell import Cell
from ui.tables.columns import Column

TODAY, MORE, NARROWEST = 200, 170, 150  # widths of columns


def columns_of(
    id: str, head: str, more: str, plans: Sequence[str], width: int
) -> tuple[Column, ...]:
    """One column for what a line is about, one for today, one for each plan, over a width."""
    first = 170 if id in ("totals", "people") else 300
    if id in ("moves", "rules"):
        first = max(first, width * 3 // 10)
    today = 0 if id in ("moves", "rules") else TODAY
    taken = first + today + (MORE if more else 0) + theme.px(60)
    each = max(NARROWEST, (width - taken) // max(1, len(plans)))
    found = [Column(id="head", title=head, cell=_head, width=first, fixed=True, search=True)]
    if more:
        found.append(Column(id="more", title=more, cell=_more, width=MORE, search=True))
    if today:
        found.append(Column(id="today", title="现状", cell=_today, width=today, tip=_today_tip))
    for at, title in enumerate(plans):
        cell, tip = partial(_cell, at), partial(_tip, at)
        found.append(Column(id=f"plan{at}", title=title, cell=cell, width=each, tip=tip))
    return tuple(found)


def _head(line: Line) -> Cell:
    return line.head


def _more(line: Line) -> Cell:
    return line.more


def _today_tip(line: Line) -> str:
    return line.today.plain()


def _tip(at: int, line: Line) -> str:
    return _cell(at, line).plain()


def _today(line: Line) -> Cell:
    return line.today


def _cell(at: int, line: Line) -> Cell:
    return line.cells[at] if at < len(line.cells) else Cell()
