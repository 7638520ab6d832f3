"""The header of a table: 28 px, notes' size, the sort shown as an arrow after the title."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from ui import theme
from ui.tables import painting
from ui.tables.fixed import FixedTable
from ui.tables.rows import RowModel


class Headings(QHeaderView):
    """Draws titles; a click asks to sort by a column, with Shift as a further key."""

    sort_asked = Signal(int, bool)

    def __init__(self, model: RowModel, parent: FixedTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows, self._fixed = model, parent
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(theme.px(24))
        self._pressed = self._place = -1

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(28))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        column = self._rows.columns[section]
        painter.fillRect(rect, theme.color("surface"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line2"))
        keys = self._rows.sort_keys
        at = next((i for i, key in enumerate(keys) if key[0] == column.id), None)
        arrow = ""
        if at is not None:
            arrow = ("↓" if keys[at][1] else "↑") + (str(at + 1) if len(keys) > 1 else "")
        room = QRectF(rect).adjusted(theme.px(8), 0, -theme.px(8), -1)
        free = room.width() - (painting.advance(arrow, 12) + theme.px(3) if arrow else 0)
        text = painting.elided(column.title, 12, False, free)
        filtered = column.id in self._rows.value_filters
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("accent" if arrow or filtered else "text2"))
        flags = painting.side_flags(column.align)
        painter.drawText(room, flags, f"{text} {arrow}" if arrow else text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sections, left = self._fixed.fixed_sections(), 0
        if not sections:
            return
        painter = QPainter(self.viewport())
        for section in sections:
            rect = QRect(left, 0, self.sectionSize(section), self.height())
            self.paintSection(painter, rect, section)
            left += rect.width()
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._fixed.fixed_at(event.position().toPoint().x())
        if self._pressed >= 0:  # it can be sorted by, not moved: another column lies under it
            self._size, self._place = self.sectionSize(self._pressed), -2
            return
        self._pressed = self.logicalIndexAt(event.position().toPoint())
        self._size = self.sectionSize(self._pressed) if self._pressed >= 0 else 0
        self._place = self.visualIndex(self._pressed) if self._pressed >= 0 else -1
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._place == -2:
            at, self._place = self._fixed.fixed_at(event.position().toPoint().x()), -1
            if at == self._pressed and event.button() == Qt.MouseButton.LeftButton:
                self.sort_asked.emit(at, further)
            return
        super().mouseReleaseEvent(event)
        at = self.logicalIndexAt(event.position().toPoint())
        same = self._pressed >= 0 and at == self._pressed
        if not same or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.sectionSize(at) == self._size and self.visualIndex(at) == self._place:
            self.sort_asked.emit(at, further)
