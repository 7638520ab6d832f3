"""The only table model of the program: rows are items, columns are data, cells are prepared.

Sorting and filtering change one array, `shown`: the items in sight, in their order. Cells are
prepared when a row is first looked at. Ids are texts and belong to items, so selections, checks
and the current row survive sorting, filtering and new rows.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from ui.tables import order
from ui.tables.cell import EMPTY, Cell, cell_of
from ui.tables.columns import Column, Item
from ui.tables.filters import Filters
from ui.tables.groups import Groups
from ui.tables.places import Places

Index = QModelIndex
SortKey = tuple[str, bool]  # column id, descending
KEPT = 3000  # rows whose prepared cells are kept

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}
# Put together once: Qt asks for flags twice a cell and paint, and enum arithmetic is slow.
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_CHECKED_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsUserCheckable
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_CHECK = Qt.ItemDataRole.CheckStateRole


class RowModel(QAbstractTableModel):
    """Rows of items in columns; `ids[i]` is the id of item i."""

    checks_changed = Signal()
    arranged = Signal()  # other rows are in sight, or in another order

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.items: Sequence[Item] = ()
        self.ids: Sequence[str] = ()
        self.shown: NDArray[np.int32] = np.zeros(0, dtype=np.int32)
        self.sort_keys: tuple[SortKey, ...] = ()
        self.checked: set[str] = set()
        self.check_column: int | None = None
        self.groups: Groups | None = None
        self._order: NDArray[np.int32] = self.shown  # without headings, folded rows too
        self._filters = Filters()
        self._cells: dict[int, dict[int, Cell]] = {}
        self._ranks: dict[str, order.Ranks] = {}
        self._texts: dict[str, Sequence[str]] = {}
        self._places: Places | None = None

    # ---- what is shown

    def show(
        self,
        columns: Sequence[Column],
        items: Sequence[Item],
        ids: Sequence[str],
        groups: Groups | None = None,
    ) -> None:
        """Show other items; sort keys and filters stay in force where their columns remain."""
        if len(items) != len(ids):
            raise ValueError(f"{len(items)} items, but {len(ids)} ids")
        self.beginResetModel()
        self.columns, self.items, self.ids = tuple(columns), items, ids
        known = {column.id for column in self.columns}
        self.sort_keys = tuple(key for key in self.sort_keys if key[0] in known)
        values = self._filters.values
        self._filters.values = {id: each for id, each in values.items() if id in known}
        self.groups = groups
        self._forget()
        self.checked = self.checked and self.checked & set(ids)
        self.shown = self._arrange()
        self.endResetModel()
        self.arranged.emit()

    def refresh_cells(self) -> None:
        """Prepare the cells anew: the same items have other contents (not another order)."""
        self._forget()
        self._say_changed()

    def sort_by(self, keys: Sequence[SortKey]) -> None:
        """Sort by columns, the first counting most; an empty list restores the given order."""
        self.sort_keys = tuple(keys)
        self._rearrange()

    def filter_text(self, words: str) -> None:
        """Keep the rows that hold every one of the words in a column that is searched."""
        self._filters.words = words.strip().lower()
        self._rearrange(reset=True)

    def filter_values(self, column: str, values: Iterable[str] | None) -> None:
        """Keep the rows whose text in a column is one of these; None lifts the filter."""
        self._filters.values.pop(column, None)
        if values is not None:
            self._filters.values[column] = frozenset(values)
        self._rearrange(reset=True)

    def clear_filters(self) -> None:
        """Show every row again."""
        self._filters.words, self._filters.values = "", {}
        self._rearrange(reset=True)

    @property
    def value_filters(self) -> Mapping[str, frozenset[str]]:
        """The filters by value in force, by column."""
        return self._filters.values

    @property
    def filtered(self) -> bool:
        """Whether rows are hidden by a filter."""
        return self._filters.any

    # ---- asked by views and pages

    def cell(self, row: int, column: int) -> Cell:
        """Give a prepared cell by its place in sight."""
        item = int(self.shown[row])
        if item < 0:
            return EMPTY
        if column == self.check_column:
            return Cell(check=self.ids[item] in self.checked)
        return self._prepared(item, column)

    def plain_of(self, item: int, columns: Iterable[int]) -> list[str]:
        """Give what stands in some columns of an item as plain text; nothing of it is kept."""
        row = self.items[item]
        return [cell_of(self.columns[column].cell(row)).plain() for column in columns]

    def id_at(self, row: int) -> str:
        """Give the id of a row in sight; of a heading an empty text."""
        at = int(self.shown[row])
        return self.ids[at] if at >= 0 else ""

    def item_at(self, row: int) -> Item:
        """Give the item of a row in sight; of a heading None."""
        at = int(self.shown[row])
        return self.items[at] if at >= 0 else None

    def shown_ids(self) -> tuple[str, ...]:
        """Give the ids that are not filtered away, in their order; those of folded groups too."""
        ids = self.ids
        return tuple(ids[i] for i in self._order.tolist())

    def row_of(self, id: str) -> int | None:
        """Give the place of an id in sight."""
        self._places = self._places or Places(self.ids, self.shown)
        return self._places.row(id)

    def texts(self, column: str) -> Sequence[str]:
        """Give the plain texts of a column, of all items."""
        if column not in self._texts:
            self._texts[column] = self._column(column).texts_of(self.items)
        return self._texts[column]

    def set_checked(self, ids: Iterable[str], checked: bool) -> None:
        """Check or uncheck rows by id."""
        (self.checked.update if checked else self.checked.difference_update)(ids)
        if self.check_column is not None and len(self.shown):
            at = self.check_column
            self.dataChanged.emit(self.index(0, at), self.index(len(self.shown) - 1, at), [_CHECK])
        self.checks_changed.emit()

    # ---- asked by Qt

    def rowCount(self, parent: Index | None = None) -> int:  # type: ignore[override]
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index | None = None) -> int:  # type: ignore[override]
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:  # type: ignore[override]
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self.cell(index.row(), index.column()).plain()
        if role == _TIP:
            return self._tip(index)
        if role == _ALIGNMENT:
            return _ALIGN[self.columns[index.column()].align]
        if role == _CHECK and index.column() == self.check_column:
            done = self.id_at(index.row()) in self.checked
            return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = _CHECK) -> bool:  # type: ignore[override]
        if role != _CHECK or not index.isValid() or index.column() != self.check_column:
            return False
        self.set_checked([self.id_at(index.row())], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return column.title
        if role == _ALIGNMENT:
            return _ALIGN[column.align]
        if role == _TIP:
            return column.heading_tip or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:  # type: ignore[override]
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CHECKED_FLAGS if index.column() == self.check_column else _FLAGS

    # ---- arranging

    def _rearrange(self, *, reset: bool = False) -> None:
        if reset or self.groups is not None:
            self.beginResetModel()
            self.shown = self._arrange()
            self._places = None
            self.endResetModel()
        else:
            self._remap(self._arrange())
        self.arranged.emit()

    def _remap(self, fresh: NDArray[np.int32]) -> None:
        """Put the same rows in another order and take persistent indices along."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        place = np.zeros(len(self.items), dtype=np.int32)
        place[fresh] = np.arange(len(fresh), dtype=np.int32)
        former, self.shown, self._positions = self.shown, fresh, None
        after = [self.index(int(place[former[each.row()]]), each.column()) for each in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> NDArray[np.int32]:
        passed = self._filters.mask(len(self.items), self.columns, self.texts)
        rows = np.flatnonzero(passed).astype(np.int32)
        rows = order.sort(rows, [(self._rank(id), down) for id, down in self.sort_keys])
        self._order = rows if self.groups is None else self.groups.arranged(rows)
        return rows if self.groups is None else self.groups.laid(self._order)

    def _rank(self, id: str) -> order.Ranks:
        if id not in self._ranks:
            column = self._column(id)
            keys = self.texts(id) if column.keys is None else column.keys(self.items)
            self._ranks[id] = order.ranks_of(keys)
        return self._ranks[id]

    def _column(self, id: str) -> Column:
        return next(column for column in self.columns if column.id == id)

    def _prepared(self, item: int, column: int) -> Cell:
        """Give a cell, prepared when it is asked for first: most columns are out of sight."""
        if item not in self._cells and len(self._cells) > KEPT:
            self._cells.clear()
        cells = self._cells.setdefault(item, {})
        found = cells.get(column)
        if found is None:
            found = cells[column] = cell_of(self.columns[column].cell(self.items[item]))
        return found

    def _tip(self, index: Index) -> str | None:
        column, item = self.columns[index.column()], self.item_at(index.row())
        return column.tip(item) if column.tip is not None and item is not None else None

    def _forget(self) -> None:
        self._cells, self._ranks, self._texts = {}, {}, {}
        self._filters.forget()
        self._places = None

    def _say_changed(self) -> None:
        if len(self.shown) and self.columns:
            last = self.index(len(self.shown) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def check_column() -> Column:
    """Make the column of boxes for a short list."""
    return Column(id="check", title="", cell=_nothing, width=34, align="center", fixed=True)


def _nothing(_: Item) -> Cell:
    return EMPTY
