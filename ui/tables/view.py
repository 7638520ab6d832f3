"""The table every page uses, with the habits people bring from a spreadsheet.

Header click sorts, Shift+click adds a key; Ctrl+C copies the selected rows as a table; typing
jumps to a row; the right mouse button filters by a value; Space, double click and Ctrl+I open the
card; widths, order and visibility of columns are remembered under the table's name.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui import theme
from ui.settings import Settings
from ui.tables import clipboard, jump
from ui.tables.columns import Column, Item
from ui.tables.delegate import CellDelegate
from ui.tables.fixed import FixedTable
from ui.tables.groups import Groups
from ui.tables.headed import HeadedRows
from ui.tables.headings import Headings
from ui.tables.hover import Hover
from ui.tables.keeper import ColumnKeeper
from ui.tables.menu import CellMenus
from ui.tables.numbers import Numbers
from ui.tables.rows import SortKey, check_column
from ui.widgets.empty import EmptyState

SelectionFlag = QItemSelectionModel.SelectionFlag


class TableView(FixedTable):
    """Shows items in columns; speaks of rows by their ids only."""

    chosen = Signal(object)  # id of the current row
    opened = Signal(object)  # id whose card is asked for: Space, double click, Ctrl+I
    activated_id = Signal(object)  # Enter
    checks_changed = Signal()
    arranged = Signal()  # sorted or filtered
    copied = Signal(object)  # how many rows are on the clipboard

    def __init__(
        self,
        settings: Settings,
        name: str,
        *,
        checks: bool = False,
        opens: str = "打开干部卡片",
        row_height: int = 0,
        numbered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if numbered:
            self.setVerticalHeader(Numbers(self))
        self.name, self._checks = name, checks
        self._row_height = row_height
        self.rows = HeadedRows(self)
        self._empty: EmptyState | None = None
        self._placed: tuple[tuple[str, int], ...] = ()
        self._cells = CellDelegate(self.rows, self)
        self._heads = Headings(self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self._heads)
        self.keeper = ColumnKeeper(self, settings)
        self.menus = CellMenus(self, opens)
        self._hover = Hover(self, self._cells)
        self._copying = clipboard.Copying(self.rows, self.copied.emit, self)
        self._dress()
        self._connect()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().setVisible(isinstance(self.verticalHeader(), Numbers))
        self._set_height()

    def set_row_height(self, height: int) -> None:
        """Make rows so high (px at 100 %); 0: as high as the settings say."""
        self._row_height = height
        self._set_height()

    def _set_height(self) -> None:
        heads = self.verticalHeader()
        heads.setMinimumSectionSize(10)
        wanted = theme.px(self._row_height) if self._row_height else theme.row_height()
        if heads.defaultSectionSize() != wanted:
            heads.setDefaultSectionSize(wanted)

    def _connect(self) -> None:
        self._heads.sort_asked.connect(self._on_sort_asked)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_click)
        self.rows.checks_changed.connect(self.checks_changed)
        self.rows.arranged.connect(self._on_arranged)

    # ---- what pages ask

    def show_rows(
        self,
        columns: Sequence[Column],
        items: Sequence[Item],
        ids: Sequence[str],
        groups: Groups | None = None,
    ) -> None:
        """Show other items; selection, current row, sort and place are kept by id."""
        selected, current = self.selected_ids(), self.current_id()
        top = self.verticalScrollBar().value()
        wanted = (check_column(), *columns) if self._checks else tuple(columns)
        placed = tuple((column.id, column.width) for column in wanted)
        self.rows.check_column = 0 if self._checks else None
        self.rows.show(wanted, items, ids, groups)
        if placed != self._placed:
            self._placed = placed
            self.keeper.place()
            if self.keeper.sort_keys():
                self.rows.sort_by(self.keeper.sort_keys())
        self.select_ids(selected, current=current, scroll=False)
        self.verticalScrollBar().setValue(top)

    def selected_ids(self) -> tuple[str, ...]:
        """Give the ids of the selected rows, in the order in sight."""
        return tuple(filter(None, map(self.rows.id_at, self.selected_rows())))

    def checked_ids(self) -> tuple[str, ...]:
        """Give the ids whose box is checked, in the given order of items."""
        return tuple(id for id in self.rows.ids if id in self.rows.checked)

    def current_id(self) -> str:
        """Give the id of the current row, or an empty text."""
        return self.rows.id_at(at.row()) if (at := self.currentIndex()).isValid() else ""

    def select_ids(
        self, ids: Sequence[str], *, current: str | None = None, scroll: bool = True
    ) -> None:
        """Select rows by id; the first one becomes current unless another is named."""
        chosen = QItemSelection()
        last = max(len(self.rows.columns) - 1, 0)
        places = [row for row in map(self.rows.row_of, ids) if row is not None]
        for row in places:
            chosen.select(self.rows.index(row, 0), self.rows.index(row, last))
        self.selectionModel().select(chosen, SelectionFlag.ClearAndSelect | SelectionFlag.Rows)
        at = self.rows.row_of(current) if current else (places[0] if places else None)
        if at is not None:
            index = self.rows.index(at, self._first_column())
            self.selectionModel().setCurrentIndex(index, SelectionFlag.NoUpdate)
            if scroll:
                self.scrollTo(index)

    def sort_by(self, keys: Sequence[SortKey]) -> None:
        """Sort by (column id, descending), the first counting most."""
        self.rows.sort_by(keys)
        self.keeper.remember()

    def filter_text(self, words: str) -> None:
        """Keep the rows that hold all of the words."""
        selected, current = self.selected_ids(), self.current_id()
        self.rows.filter_text(words)
        self.select_ids(selected, current=current, scroll=False)

    def set_empty(
        self,
        icon: str,
        title: str,
        text: str,
        button: str = "",
        slot: Callable[..., object] | None = None,
    ) -> None:
        """Say what is shown while there are no rows."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = EmptyState(icon, title, text, button, slot, self.viewport())
        self._on_arranged()

    # ---- habits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        current = self.current_id()
        if self.turn_heading(key):
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_whole()
        elif key == Qt.Key.Key_Space and control and self._checks:
            self.toggle(self.selected_ids())
        elif current and (key == Qt.Key.Key_I if control else key == Qt.Key.Key_Space):
            self.opened.emit(current)
        elif current and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_id.emit(current)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Jump to the next row one of whose searched columns begins with what was typed."""
        row = jump.find(self.rows, search, self.currentIndex().row())
        if row is not None:
            index = self.rows.index(row, self._first_column())
            whole = SelectionFlag.ClearAndSelect | SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, whole)
            self.scrollTo(index)

    def copy(self) -> None:
        """Copy the selected rows with their headings, the visible columns in their order."""
        # Rows may be sorted meanwhile; their items stay.
        items = [int(self.rows.shown[row]) for row in self.selected_rows()]
        self._copying.start(items, self.shown_columns())

    def copy_ids(self, ids: Sequence[str]) -> None:
        """Copy rows by id, under the headings of their groups."""
        self._copying.start(self.rows.with_headings(ids), self.shown_columns())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        heading = self.rows.heading_at(at.row()) if left and at.isValid() else None
        if heading is not None:
            self.press_heading(heading[0], event.position().x())
        elif left and at.isValid() and at.column() == self.check_at():
            id = self.rows.id_at(at.row())
            self.rows.set_checked([id], id not in self.rows.checked)
        super().mouseReleaseEvent(event)

    # ---- slots

    def _on_sort_asked(self, section: int, further: bool) -> None:
        column = self.rows.columns[section]
        if section == self.check_at():
            self.toggle(self.rows.shown_ids())
            return
        former = dict(self.rows.sort_keys)
        down = not former[column.id] if column.id in former else False
        if further:
            former[column.id] = down
            self.sort_by(tuple(former.items()))
        else:
            self.sort_by(((column.id, down),))

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and (id := self.rows.id_at(index.row())):
            self.chosen.emit(id)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() != self.check_at() and (id := self.rows.id_at(index.row())):
            self.opened.emit(id)

    def _on_arranged(self) -> None:
        self._cells.hovered = -1
        self._heads.viewport().update()
        if self._empty is not None:
            self._empty.setVisible(self.rows.rowCount() == 0)
            self._empty.setGeometry(self.viewport().rect())
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keeper.stretch()
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._placed:
            self._set_height()
            self.keeper.place()

    def check_at(self) -> int:
        """Give the place of the column of boxes, -1 where there is none."""
        return -1 if self.rows.check_column is None else self.rows.check_column

    def _first_column(self) -> int:
        """Give the logical place of the first visible column, where the accent edge is."""
        heads = self._heads
        sections = (heads.logicalIndex(i) for i in range(heads.count()))
        found = next((s for s in sections if not heads.isSectionHidden(s)), 0)
        self._cells.first_column = found
        return found
