"""The widget of a `Sheet`: all rows in sight, every cell with a request can be clicked.

Arrow keys walk over the cells that lead somewhere, Enter or Space opens, Ctrl+C copies the table.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from ui import marks, theme
from ui.tables import clipboard, painting
from ui.widgets.sheet import Band, Sheet, SheetCell

EMPTY = Sheet(columns=(), rows=())
ROW = 29
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
WRAP = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWrapAnywhere)
SIDES = {
    "left": int(Qt.AlignmentFlag.AlignLeft),
    "right": int(Qt.AlignmentFlag.AlignRight),
    "center": int(Qt.AlignmentFlag.AlignHCenter),
}


@dataclass(frozen=True, slots=True)
class _Placed:
    row: int
    column: int
    rect: QRectF
    cell: SheetCell


class Grid(QWidget):
    """Shows a sheet; `opened` carries the request of the cell that was clicked."""

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = EMPTY
        self._placed: tuple[_Placed, ...] = ()
        self._current: tuple[int, int] | None = None
        self._over: tuple[int, int] | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another table; of the one shown already nothing is painted again."""
        if sheet == self._sheet:
            return
        self._sheet, self._current, self._over = sheet, None, None
        self._place()
        self.updateGeometry()
        self.update()

    def sheet(self) -> Sheet:
        """The table shown."""
        return self._sheet

    def rect_of(self, row: int, column: int) -> QRectF:
        """Give where a cell lies."""
        return next(p.rect for p in self._placed if (p.row, p.column) == (row, column))

    # ---- measuring

    def _heading(self) -> int:
        return theme.px(26 if self._sheet.heading_lines == 1 else 42)

    def sizeHint(self) -> QSize:
        rows = theme.px(ROW) * len(self._sheet.rows)
        return QSize(theme.px(self._wanted()), self._heading() + rows + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(min(self._wanted(), 320)), self.sizeHint().height())

    def _wanted(self) -> int:
        return sum(each.width for each in self._sheet.columns)

    def _widths(self) -> list[float]:
        columns = self._sheet.columns
        widths = [float(theme.px(each.width)) for each in columns]
        taken: float = sum(widths)
        spare = self.width() - taken
        shares = sum(each.stretch for each in columns)
        if spare > 0 and shares:
            return [w + spare * c.stretch / shares for w, c in zip(widths, columns, strict=True)]
        if spare < 0 and taken:
            return [width * self.width() / taken for width in widths]
        return widths

    def _place(self) -> None:
        widths, high, top = self._widths(), theme.px(ROW), self._heading()
        lefts = [sum(widths[:at]) for at in range(len(widths))]
        self._placed = tuple(
            _Placed(
                row, at, QRectF(lefts[at], top + row * high, widths[at], high * cell.rows), cell
            )
            for row, cells in enumerate(self._sheet.rows)
            for at, cell in enumerate(cells)
            if cell is not None
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._place()
            self.updateGeometry()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter)
        for placed in self._placed:
            if placed.rect.toRect().intersects(event.rect()):
                self._paint_cell(painter, placed)
        painter.end()

    def _paint_heads(self, painter: QPainter) -> None:
        left, high = 0.0, self._heading()
        painter.setFont(theme.font(12))
        for column, width in zip(self._sheet.columns, self._widths(), strict=True):
            room = QRectF(left, 0, width, high).adjusted(theme.px(8), 0, -theme.px(8), 0)
            painter.setPen(theme.color("text2"))
            if self._sheet.heading_lines > 1:
                room = QRectF(left, 0, width, high).adjusted(3, 0, -3, 0)
                whole = painting.elided(column.title, 12, False, room.width() * 2 - theme.px(14))
                painter.drawText(room, WRAP | SIDES[column.align], whole)
            else:
                whole = painting.elided(column.title, 12, False, room.width())
                painter.drawText(room, painting.side_flags(column.align), whole)
            left += width
        painter.fillRect(QRectF(0, high - 1, self.width(), 1), theme.color("line2"))

    def _paint_cell(self, painter: QPainter, placed: _Placed) -> None:
        rect, at = placed.rect, (placed.row, placed.column)
        if placed.cell.request is not None and at == self._over:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.color("sunken"))
        bottom = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(bottom, theme.color("line"))
        if placed.cell.band is not None:
            paint_band(painter, rect.adjusted(theme.px(8), 0, -theme.px(8), 0), placed.cell.band)
        else:
            align = self._sheet.columns[placed.column].align
            painting.paint(painter, rect, placed.cell.cell, align)
        if self.hasFocus() and at == self._current:
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -2.5), 3, 3)

    # ---- pointing and keys

    def _at(self, point: QPointF) -> _Placed | None:
        return next((each for each in self._placed if each.rect.contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        over = None if found is None else (found.row, found.column)
        if over != self._over:
            self._over = over
            live = found is not None and found.cell.request is not None
            shape = Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._current = (found.row, found.column)
            self.update()
            self._open(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None:
            first = next((each for each in self._placed if each.cell.request is not None), None)
            self._current = None if first is None else (first.row, first.column)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setMimeData(clipboard.make(self._sheet.texts()))
        elif (
            Qt.Key(event.key()) in ARROWS
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._walk(*ARROWS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            found = next((p for p in self._placed if (p.row, p.column) == self._current), None)
            if found is not None:
                self._open(found)
        else:
            super().keyPressEvent(event)

    def _walk(self, down: int, right: int) -> None:
        """Go to the nearest cell in a direction that leads somewhere."""
        row, column = self._current or (0, -1)
        live = {(p.row, p.column): p for p in self._placed if p.cell.request is not None}
        reach = range(1, max(len(self._sheet.rows), len(self._sheet.columns)) + 1)
        steps = ((row + down * n, column + right * n) for n in reach)
        found = next((at for at in steps if at in live), None)
        if found is not None:
            self._current = found
            self.setAccessibleDescription(live[found].cell.tip or live[found].cell.cell.plain())
            self.update()

    def _open(self, placed: _Placed) -> None:
        if placed.cell.request is not None:
            self.opened.emit(placed.cell.request)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found, point = self._at(QPointF(event.pos())), event.pos()
            text = self._head_tip(point.x()) if point.y() < self._heading() else ""
            if found is not None:
                text = found.cell.tip
            QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
            return True
        return super().event(event)

    def _head_tip(self, x: float) -> str:
        left = 0.0
        for column, width in zip(self._sheet.columns, self._widths(), strict=True):
            if left <= x < left + width:
                return column.tip
            left += width
        return ""


def paint_band(painter: QPainter, room: QRectF, band: Band) -> None:
    """Paint a scale with the target as a green band and the measured value as its mark."""
    y, thick = room.center().y(), theme.px(10)
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
    left = room.left() + room.width() * (0.0 if band.lo is None else band.place(band.lo))
    right = room.left() + room.width() * (1.0 if band.hi is None else band.place(band.hi))
    if band.lo is not None or band.hi is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.mix(theme.color("green"), theme.color("surface"), 0.32))
        wide = max(right - left, theme.px(3))
        painter.drawRoundedRect(QRectF(left, y - thick / 2, wide, thick), 2, 2)
    first = room.left() + room.width() * band.place(band.low)
    last = room.left() + room.width() * band.place(band.high)
    tone, side = theme.verdict(band.verdict).mark, theme.px(10)
    if last - first > 1:
        painter.setPen(QPen(tone, 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(first, y), QPointF(last, y))
    for x in dict.fromkeys((round(first), round(last))):
        place = min(max(x - side / 2, room.left()), room.right() - side)
        marks.paint(painter, QRectF(place, y - side / 2, side, side), band.verdict)
