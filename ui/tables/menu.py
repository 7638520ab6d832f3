"""The menu under the right mouse button: filter by this value, copy, choose columns."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ui.tables.rows import RowModel

if TYPE_CHECKING:
    from ui.tables.view import TableView


class CellMenu(QMenu):
    """Built for one cell; what was chosen is told by `what` and `value` of the action's data."""

    def __init__(
        self, rows: RowModel, index: QModelIndex, opens: str, parent: QWidget, *, joins: bool
    ) -> None:
        super().__init__(parent)
        column = rows.columns[index.column()]
        text = rows.cell(index.row(), index.column()).plain()
        if opens:
            self._put(opens, "open", None, "Space")
        if joins:
            self._put("加入模拟配备方案", "join", None, "Ctrl+G")
        if opens or joins:
            self.addSeparator()
        if text:
            short = text if len(text) <= 16 else text[:15] + "…"
            self._put(f"只看 {column.title} = {short}", "only", (column.id, text))
            self._put(f"不看 {column.title} = {short}", "without", (column.id, text))
        if rows.filtered:
            self._put("清除筛选", "clear", None)
        self.addSeparator()
        self._put(f"按 {column.title} 升序", "sort", (column.id, False))
        self._put(f"按 {column.title} 降序", "sort", (column.id, True))
        self.addSeparator()
        self._put("复制单元格", "copy-cell", text)
        self._put("复制所选各行", "copy", None, "Ctrl+C")

    def _put(self, text: str, what: str, value: object, keys: str = "") -> None:
        action = QAction(f"{text}\t{keys}" if keys else text, self)
        action.setData((what, value))
        self.addAction(action)


class HeadingMenu(QMenu):
    """Built for the heading of a group of rows."""

    def __init__(self, label: str, checks: bool, parent: QWidget) -> None:
        super().__init__(parent)
        entries = [("折叠或展开本组\tSpace", "fold"), ("复制本组", "copy-group")]
        entries += [("勾选本组，或取消勾选", "check")] if checks else []
        for text, what in (*entries, ("全部折叠", "fold-all"), ("全部展开", "unfold-all")):
            action = QAction(text, self)
            action.setData((what, label))
            self.addAction(action)


class ColumnMenu(QMenu):
    """Built for the header: which columns are visible, and back to how they were."""

    def __init__(self, rows: RowModel, hidden: frozenset[str], parent: QWidget) -> None:
        super().__init__(parent)
        for column in rows.columns:
            if column.fixed or not column.title or not (column.listed or column.id not in hidden):
                continue
            action = QAction(column.title, self)
            action.setCheckable(True)
            action.setChecked(column.id not in hidden)
            action.setData(("column", column.id))
            self.addAction(action)
        self.addSeparator()
        reset = QAction("恢复默认列", self)
        reset.setData(("reset", None))
        self.addAction(reset)


class CellMenus(QObject):
    """Opens the menu of a cell and does what was chosen. `opens`: words for the card, or empty."""

    def __init__(self, view: "TableView", opens: str) -> None:
        super().__init__(view)
        self._view, self._opens = view, opens
        view.customContextMenuRequested.connect(self._on_asked)

    def make(self, index: QModelIndex) -> QMenu | None:
        """Make the menu for a cell or a heading; None where there is none."""
        heading = self._view.rows.heading_at(index.row()) if index.isValid() else None
        if heading is not None:
            menu = HeadingMenu(heading[0], self._view.check_at() >= 0, self._view)
            menu.triggered.connect(self._on_heading)
            menu.aboutToHide.connect(menu.deleteLater)
            return menu
        if not index.isValid() or index.column() == self._view.check_at():
            return None
        self._view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.NoUpdate
        )
        joins = self._view.joins()
        made = CellMenu(self._view.rows, index, self._opens, self._view, joins=joins)
        made.triggered.connect(self._on_chosen)
        made.aboutToHide.connect(made.deleteLater)
        return made

    def _on_asked(self, place: QPoint) -> None:
        menu = self.make(self._view.indexAt(place))
        if menu is not None:
            menu.popup(self._view.viewport().mapToGlobal(place))

    def _on_heading(self, action: QAction) -> None:
        what, label = action.data()
        rows = self._view.rows
        match what:
            case "fold":
                self._view.fold(label)
            case "fold-all" | "unfold-all":
                every = () if rows.groups is None else rows.groups.labels
                rows.fold(every, what == "fold-all")
            case "check":
                self._view.toggle(rows.ids_of_group(label))
            case _:
                self._view.copy_ids(rows.ids_of_group(label))

    def _on_chosen(self, action: QAction) -> None:
        what, value = action.data()
        view = self._view
        match what:
            case "open":
                view.opened.emit(view.current_id())
            case "join":
                view.join()
            case "copy":
                view.copy()
            case "copy-cell":
                QApplication.clipboard().setText(value)
            case "sort":
                view.sort_by((value,))
            case "clear":
                view.rows.clear_filters()
            case _:
                column, text = value
                every = {text} if what == "only" else set(view.rows.texts(column)) - {text}
                view.rows.filter_values(column, every)
