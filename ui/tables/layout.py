"""What the user did to the columns of a table, between the settings and its header."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView

from ui import theme
from ui.settings import TableLayout
from ui.tables.columns import Column
from ui.tables.rows import SortKey


def apply(heads: QHeaderView, columns: Sequence[Column], layout: TableLayout) -> None:
    """Give the header the widths, order and visibility remembered, or those of the columns."""
    for section, column in enumerate(columns):
        width = layout.widths.get(column.id, 0) or column.width
        heads.resizeSection(section, theme.px(width))
        heads.setSectionHidden(section, not is_shown(column, layout))
    places = {column.id: section for section, column in enumerate(columns)}
    wanted = [places[id] for id in layout.order if id in places]
    if len(wanted) == len(columns):
        for visual, section in enumerate(wanted):
            heads.moveSection(heads.visualIndex(section), visual)


def is_shown(column: Column, layout: TableLayout) -> bool:
    """Say whether a column is visible: as the user decided, else as it is declared."""
    if column.id in layout.shown:
        return True
    return column.shown and column.id not in layout.hidden


def remember(
    heads: QHeaderView,
    columns: Sequence[Column],
    sort_keys: Sequence[SortKey],
    layout: TableLayout,
) -> None:
    """Write what the header shows into the layout, at 100 % text scale."""
    sections = sorted(range(len(columns)), key=heads.visualIndex)
    layout.order = [columns[section].id for section in sections]
    scale = theme.look().scale / 100
    for section, column in enumerate(columns):
        if not heads.isSectionHidden(section) and not column.stretch:
            layout.widths[column.id] = round(heads.sectionSize(section) / scale)
    layout.sort = [("-" if down else "") + id for id, down in sort_keys]


def sort_of(layout: TableLayout, columns: Sequence[Column]) -> tuple[SortKey, ...]:
    """Read the sort keys remembered."""
    known = {column.id for column in columns}
    keys = ((text.removeprefix("-"), text.startswith("-")) for text in layout.sort)
    return tuple(key for key in keys if key[0] in known)


def set_shown(column: Column, shown: bool, layout: TableLayout) -> None:
    """Remember that the user wants to see a column, or not."""
    layout.shown = [id for id in layout.shown if id != column.id] + ([column.id] if shown else [])
    layout.hidden = [id for id in layout.hidden if id != column.id] + ([] if shown else [column.id])
