"""A value that can be asked for by one click, with what the click would leave."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import marks, theme
from ui.tables.painting import paint_check


class ValueRow(QAbstractButton):
    """One value: box, words over a bar of its share, the count a click would leave."""

    def __init__(
        self,
        words: str,
        count: int,
        share: float,
        asked: bool,
        payload: object,
        unit: str = "人",
        mark: str = "",
    ) -> None:
        super().__init__()
        self.payload, self.count, self._share = payload, count, share
        self._mark = mark
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(asked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{words} {count} {unit}")
        word = "取消这个条件" if asked else f"只看“{words}”，将剩 {count:,} {unit}"
        self.setToolTip(f"{words}\n{word}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(18)
        paint_check(painter, QRectF(0, 0, side, self.height()), self.isChecked())
        count = f"{self.count:,}"
        metrics = QFontMetrics(theme.font(12))
        right = metrics.horizontalAdvance(count)
        room = QRectF(side + 3, 1, self.width() - side - right - theme.px(12), self.height() - 2)
        bar = QRectF(room)
        bar.setWidth(max(room.width() * self._share, 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accentsoft"))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text"))
        words = metrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width() - theme.px(8))
        )
        center = int(Qt.AlignmentFlag.AlignVCenter)
        lead = theme.px(5)
        if self._mark:
            box = QRectF(room.left() + lead, room.center().y() - theme.px(5), *(theme.px(10),) * 2)
            marks.paint(painter, box, self._mark)
            lead += theme.px(15)
        painter.drawText(room.adjusted(lead, 0, 0, 0), center, words)
        painter.setPen(theme.color("accent" if self.underMouse() else "text2"))
        both = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(self.rect().adjusted(0, 0, -4, 0), both, count)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
