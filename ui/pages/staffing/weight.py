"""A weight as five blocks: click, wheel-free, arrow keys; the figure stands in the tool tip."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

MOST = 5
BLOCK, GAP = 11, 3


class WeightBar(QWidget):
    """A word and five blocks; `picked` when the user set another value (0 to 5)."""

    picked = Signal(object)

    def __init__(self, word: str, tip: str) -> None:
        super().__init__()
        self._word, self._tip, self._value = word, tip, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_value(0)

    def value(self) -> int:
        """The weight shown."""
        return self._value

    def show_value(self, value: int) -> None:
        """Show another weight; nothing is announced."""
        self._value = max(0, min(value, MOST))
        self.setToolTip(f"{self._tip}：{self._value}（点击或用左右键改变，0 为不计）")
        self.setAccessibleName(f"{self._word}权重 {self._value}")
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(12)).horizontalAdvance(self._word)
        blocks = theme.px(BLOCK + GAP) * MOST
        return QSize(words + theme.px(8) + blocks + theme.px(4), theme.px(24))

    def _left(self) -> float:
        return QFontMetrics(theme.font(12)).horizontalAdvance(self._word) + theme.px(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        middle = QRectF(self.rect())
        painter.drawText(
            middle.adjusted(2, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self._word
        )
        side, at = theme.px(BLOCK), self._left()
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(MOST):
            painter.setBrush(theme.color("accent" if number < self._value else "greys"))
            box = QRectF(at, middle.center().y() - side * 0.6, side, side * 1.2)
            painter.drawRoundedRect(box, 2, 2)
            at += side + theme.px(GAP)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(middle.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = (event.position().x() - self._left()) / theme.px(BLOCK + GAP)
        wanted = 0 if at < 0 else int(at) + 1
        # A click on the last block lit puts it out again: 1 becomes 0.
        self._pick(wanted - 1 if wanted == self._value else wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._pick(self._value + step)

    def _pick(self, value: int) -> None:
        before = self._value
        self.show_value(value)
        if self._value != before:
            self.picked.emit(self._value)
