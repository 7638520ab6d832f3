"""Chips (short facts on a tinted ground) and tokens (parts of a sentence that can be changed)."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import icons, marks, theme

# tone -> (ground, text)
TONES = {
    "": ("greys", "text"),
    "soft": ("greys", "text2"),
    "accent": ("accentsoft", "accent"),
    "green": ("green_tint", "green_text"),
    "yellow": ("yellow_tint", "yellow_text"),
    "red": ("red_tint", "red_text"),
    "grey": ("grey_tint", "grey_text"),
}


class Chip(QWidget):
    """A short text on a tinted ground, perhaps with a mark; `clicked` when it can be clicked."""

    clicked = Signal()

    def __init__(
        self, text: str, tone: str = "", mark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._mark = text, tone, mark
        self._live, self._tight = False, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The text shown."""
        return self._text

    def show_text(self, text: str, tone: str | None = None, mark: str | None = None) -> None:
        """Show another text, tone or mark."""
        self._text = text
        self._tone = self._tone if tone is None else tone
        self._mark = self._mark if mark is None else mark
        self.updateGeometry()
        self.update()

    def make_live(self) -> "Chip":
        """Let it be clicked and reached by Tab."""
        self._live = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return self

    def make_tight(self) -> "Chip":
        """Leave less room at the sides, where many stand in a row."""
        self._tight = True
        return self

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(12))
        extra = theme.px(13 if self._tight else 15) if self._mark else 0
        side = theme.px(3 if self._tight else 7)
        return QSize(metrics.horizontalAdvance(self._text) + extra + 2 * side, theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, text = TONES[self._tone]
        painter.setPen(theme.color("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = theme.px(3 if self._tight else 7)
        if self._mark:
            side = theme.px(11)  # the least at which the rings of two states differ
            marks.paint(painter, QRectF(left, (self.height() - side) / 2, side, side), self._mark)
            left += theme.px(13 if self._tight else 15)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color(text))
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._live and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        if self._live and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class Token(QPushButton):
    """A part of a sentence: 28 px chip with a chevron; 2 px ring while its picker is open."""

    def __init__(self, text: str, *, fixed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "token")
        self.setProperty("opened", "false")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if not fixed:
            self.setIcon(icons.icon("chevron-down", "accent"))
            self.setIconSize(QSize(theme.px(13), theme.px(13)))
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button outside a dialog answers to Space alone; a sentence is walked with Tab and Enter.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_opened(self, opened: bool) -> None:
        """Draw the ring that says its picker is open."""
        self.setProperty("opened", "true" if opened else "false")
        self.style().unpolish(self)
        self.style().polish(self)
