"""What the parts of the bars stand for: a square and a name each, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.tables.painting import advance, elided


class Legend(QWidget):
    """Painted; what does not fit stands in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[tuple[str, float, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[tuple[str, float, str]]) -> None:
        """Show (name, points out of 100, tone)."""
        self._parts = tuple(parts)
        words = "\n".join(f"{name} {points:.0f} 分" for name, points, _ in parts)
        self.setToolTip(words)
        self.setAccessibleName(f"匹配度的组成：{words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(12))
        at, side = float(theme.px(12)), theme.px(9)
        for name, points, tone in self._parts:
            room = self.width() - at - side - theme.px(10)
            if room < theme.px(60):
                break
            words = elided(f"{name} {points:.0f}", 12, False, room)
            box = QRectF(at, (self.height() - side) / 2, side, side)
            painter.fillRect(box, theme.color(tone))
            painter.setPen(theme.color("text2"))
            at += side + theme.px(4)
            place = QRectF(at, 0, room, self.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
            at += advance(words, 12) + theme.px(12)
