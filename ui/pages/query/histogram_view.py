"""A small histogram with a range: drag over the bars, click one, or use the arrow keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from leadership_model.query.facets import Histogram
from ui import theme


class HistogramView(QWidget):
    """Bars with their counts; `ranged` carries the lowest and the highest value wanted."""

    ranged = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Histogram | None = None
        self._first, self._last = 0, -1
        self._pressed: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_histogram(self, shown: Histogram) -> None:
        """Show other counts; the range spans all of them."""
        self._shown = shown
        self._first, self._last = 0, len(shown.counts) - 1
        if shown.asked is not None:
            low, high = shown.asked
            inside = [
                at
                for at in range(len(shown.counts))
                if shown.edges[at + 1] > low and shown.edges[at] <= high
            ]
            if inside:
                self._first, self._last = inside[0], inside[-1]
        self.setAccessibleName(f"{shown.name}分布，{self.words()}")
        self.update()

    def words(self) -> str:
        """The range in words: 34–45."""
        if self._shown is None or not self._shown.counts:
            return "没有数据"
        low, high = self.range()
        return f"{low:g}–{high:g}" if low != high else f"{low:g}"

    def range(self) -> tuple[float, float]:
        """The values between the handles, both included."""
        assert self._shown is not None
        edges = self._shown.edges
        return edges[self._first], edges[self._last + 1] - 1

    def sizeHint(self) -> QSize:
        return QSize(200, theme.px(104))

    # ---- drawing

    def _box(self) -> QRectF:
        side = theme.px(5)
        return QRectF(self.rect()).adjusted(side, theme.px(14), -side, -theme.px(24))

    def _bar(self, at: int) -> QRectF:
        assert self._shown is not None
        box, count = self._box(), len(self._shown.counts)
        width = box.width() / count
        tallest = max(self._shown.counts) or 1
        height = box.height() * self._shown.counts[at] / tallest
        return QRectF(box.left() + at * width, box.bottom() - height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shown is None or not self._shown.counts:
            painter.setPen(theme.color("text2"))
            painter.setFont(theme.font(12))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), "没有数据")
            return
        for at, count in enumerate(self._shown.counts):
            self._paint_bar(painter, at, count)
        self._paint_handles(painter)

    def _paint_bar(self, painter: QPainter, at: int, count: int) -> None:
        assert self._shown is not None
        bar = self._bar(at)
        inside = self._first <= at <= self._last
        painter.fillRect(bar.adjusted(1, 0, -1, 0), theme.color("c1" if inside else "greys"))
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        above = QRectF(bar.left() - 12, bar.top() - theme.px(16), bar.width() + 24, theme.px(15))
        few = bar.width() >= theme.px(17)
        if count and (few or at % 2 == 0):
            painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), str(count))
        below = QRectF(
            bar.left() - 12, self.height() - theme.px(16), bar.width() + 24, theme.px(16)
        )
        if few or at % 2 == 0:
            words = f"{self._shown.edges[at]:g}"
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_handles(self, painter: QPainter) -> None:
        box = self._box()
        line = box.bottom() + theme.px(4)
        left, right = self._bar(self._first).left(), self._bar(self._last).right()
        painter.setPen(QPen(theme.color("line2"), 2))
        painter.drawLine(QPointF(box.left(), line), QPointF(box.right(), line))
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(QPointF(left, line), QPointF(right, line))
        painter.setBrush(theme.color("surface"))
        for x in (left, right):
            painter.drawEllipse(QPointF(x, line), theme.px(4), theme.px(4))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    # ---- choosing

    def _at(self, x: float) -> int:
        assert self._shown is not None
        box, count = self._box(), len(self._shown.counts)
        return max(0, min(int((x - box.left()) / max(box.width() / count, 1)), count - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._shown is None or not self._shown.counts:
            return
        x, near = event.position().x(), theme.px(7)
        left, right = self._bar(self._first).left(), self._bar(self._last).right()
        if len(self._shown.counts) > self._last - self._first + 1 and abs(x - left) <= near:
            self._pressed = self._last  # the left handle is held: the right end stays
        elif len(self._shown.counts) > self._last - self._first + 1 and abs(x - right) <= near:
            self._pressed = self._first
        else:
            self._pressed = self._at(x)
            self._first = self._last = self._pressed
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._shown is None or not self._shown.counts:
            return
        at = self._at(event.position().x())
        if self._pressed is not None:
            self._first, self._last = min(at, self._pressed), max(at, self._pressed)
            self.update()
            return
        low, high = self._shown.edges[at], self._shown.edges[at + 1] - 1
        span = f"{low:g}" if low == high else f"{low:g}–{high:g}"
        self.setToolTip(f"{self._shown.name} {span}：{self._shown.counts[at]} 人；拖动可选范围")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.ranged.emit(*self.range())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._shown is None or not self._shown.counts:
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._last = max(self._first, min(self._last + step, len(self._shown.counts) - 1))
        elif step:
            self._first = max(0, min(self._first + step, self._last))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.ranged.emit(*self.range())
        else:
            super().keyPressEvent(event)
            return
        self.update()
