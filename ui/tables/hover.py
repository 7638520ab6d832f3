"""The row under the mouse, painted lighter."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView

from ui.tables.delegate import CellDelegate


class Hover(QObject):
    """Tells the delegate which row the mouse is over and has the two rows painted anew."""

    def __init__(self, view: QTableView, cells: CellDelegate) -> None:
        super().__init__(view)
        self._view, self._cells = view, cells
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point(self._view.rowAt(int(event.position().y())))
        elif event.type() == QEvent.Type.Leave:
            self._point(-1)
        return False

    def _point(self, row: int) -> None:
        former, self._cells.hovered = self._cells.hovered, row
        if row != former:
            height = self._view.verticalHeader().defaultSectionSize()
            viewport = self._view.viewport()
            for each in (former, row):
                if each >= 0:
                    top = self._view.rowViewportPosition(each)
                    viewport.update(0, top, viewport.width(), height)
