"""The seats of a team as a list whose rows are dragged, or moved by Alt+Up and Alt+Down."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.widgets.lists import TwoLineList

MOVE_TIP = "拖动一行，或按 Alt+↑、Alt+↓，调整岗位在班子内的次序"


class SeatList(TwoLineList):
    """`moved` carries the row that goes and the row it goes to. Moves only when `movable`."""

    moved = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.movable = False
        self._pressed: QPoint | None = None
        self._from, self._to = -1, -1

    def set_movable(self, movable: bool) -> None:
        """Let rows be moved."""
        self.movable = movable
        self.setToolTip(MOVE_TIP if movable else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = self.indexAt(event.position().toPoint())
        if self.movable and event.button() == Qt.MouseButton.LeftButton and at.isValid():
            self._pressed, self._from = event.position().toPoint(), at.row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        if (place - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._to = self._row_near(place)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        begun, to = self._from, self._to
        self._pressed, self._from, self._to = None, -1, -1
        self.unsetCursor()
        self.viewport().update()
        super().mouseReleaseEvent(event)
        if begun >= 0 and to >= 0 and to != begun:
            self.moved.emit(begun, to)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        row = self.currentIndex().row()
        if self.movable and alt and step and 0 <= row + step < len(self.items()) and row >= 0:
            self.moved.emit(row, row + step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._to < 0 or self._to == self._from:
            return
        rect = self.visualRect(self.model().index(self._to, 0))
        y = rect.bottom() if self._to > self._from else rect.top()
        painter = QPainter(self.viewport())
        line = QRectF(rect.left(), y - 1, rect.width(), 2)
        painter.fillRect(line, theme.color("accent"))
        painter.end()

    def _row_near(self, place: QPoint) -> int:
        """Give the row a drop at a place goes to; below the last row it is the last one."""
        at = self.indexAt(place)
        if at.isValid():
            return at.row()
        return 0 if place.y() < 0 else len(self.items()) - 1
