"""The front as a chart: structure across, fit upwards, people moved in the circle; one picked."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.pages.staffing.further import Spot

RADIUS = 10
TICKS = 3


class FrontView(QWidget):
    """Shows spots; `picked` carries the number of the one clicked or walked to by arrow keys."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.spots: tuple[Spot, ...] = ()
        self.current = -1
        self._empty = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("结构、人岗与调整人数的前沿图")

    def sizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(140))

    def show_spots(self, spots: tuple[Spot, ...], empty: str = "") -> None:
        """Show other plans; what was picked stays picked where it is still there."""
        former = self.spots[self.current].fingerprint if 0 <= self.current < len(self.spots) else ""
        self.spots, self._empty = spots, empty
        marks = [each.fingerprint for each in spots]
        self.current = marks.index(former) if former in marks else -1
        self.setAccessibleDescription("；".join(each.words for each in spots) or empty)
        self.update()

    # ---- places

    def _room(self) -> QRectF:
        left, bottom = theme.px(46), theme.px(34)
        room = QRectF(self.rect()).adjusted(left, theme.px(16), -theme.px(18), -bottom)
        side = theme.px(RADIUS)
        return room.adjusted(side, side, -side, -side)

    def _spans(self) -> tuple[float, float, float, float]:
        across, up = [each.structure for each in self.spots], [each.fit for each in self.spots]
        return min(across), max(across), min(up), max(up)

    def place(self, number: int) -> QPointF:
        """Say where a spot lies."""
        room, spot = self._room(), self.spots[number]
        left, right, low, high = self._spans()
        x = 0.5 if right - left < 1e-9 else (spot.structure - left) / (right - left)
        y = 0.5 if high - low < 1e-9 else (spot.fit - low) / (high - low)
        return QPointF(room.left() + x * room.width(), room.bottom() - y * room.height())

    def at(self, where: QPointF) -> int:
        """Give the spot below a point, the last painted first; -1 where there is none."""
        for number in reversed(range(len(self.spots))):
            away = self.place(number) - where
            if away.x() ** 2 + away.y() ** 2 <= (theme.px(RADIUS) + 3) ** 2:
                return number
        return -1

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12))
        if not self.spots:
            painter.setPen(theme.color("text2"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect(), flags, self._empty)
            return
        self._paint_axes(painter)
        for number in range(len(self.spots)):
            self._paint_spot(painter, number)

    def _paint_axes(self, painter: QPainter) -> None:
        room, side = self._room(), theme.px(RADIUS)
        frame = room.adjusted(-side, -side, side, side)
        left, right, low, high = self._spans()
        metrics = QFontMetrics(theme.font(12))
        for step in range(TICKS):
            part = step / (TICKS - 1)
            x, y = room.left() + part * room.width(), room.bottom() - part * room.height()
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            painter.setPen(theme.color("text2"))
            if high - low > 1e-9 or step == 1:
                text = f"{low + part * (high - low):.0f}"
                box = QRectF(0, y - 9, frame.left() - theme.px(5), 18)
                painter.drawText(box, int(_RIGHT), text)
            if right - left > 1e-9 or step == 1:
                text = f"{left + part * (right - left):.1f}"
                wide = metrics.horizontalAdvance(text)
                painter.drawText(QPointF(x - wide / 2, frame.bottom() + theme.px(14)), text)
        painter.drawText(QPointF(theme.px(4), theme.px(12)), "人岗")
        words = "结构得分合计 →（圈内为调整人数）"
        wide = metrics.horizontalAdvance(words)
        painter.drawText(QPointF(frame.right() - wide, self.height() - theme.px(4)), words)

    def _paint_spot(self, painter: QPainter, number: int) -> None:
        here, chosen, side = self.place(number), number == self.current, theme.px(RADIUS)
        painter.setPen(QPen(theme.color("accent"), 2 if chosen or self.hasFocus() else 1))
        painter.setBrush(theme.color("accent" if chosen else "accentsoft"))
        painter.drawEllipse(here, side, side)
        painter.setPen(theme.color("onaccent" if chosen else "text"))
        box = QRectF(here.x() - side, here.y() - side, 2 * side, 2 * side)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self.spots[number].moves))

    # ---- hands

    def _pick(self, number: int) -> None:
        if 0 <= number < len(self.spots):
            self.current = number
            self.update()
            self.picked.emit(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pick(self.at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        found = step.get(Qt.Key(event.key()))
        if found is None or not self.spots:
            super().keyPressEvent(event)
        else:
            self._pick(min(max(self.current + found, 0), len(self.spots) - 1))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.at(QPointF(event.pos()))
            if number >= 0:
                QToolTip.showText(event.globalPos(), self.spots[number].words, self)
                return True
        return super().event(event)


_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
