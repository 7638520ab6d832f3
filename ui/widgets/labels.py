"""Labels: size and colour come from a role of the style sheet; long ones end in an ellipsis."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from ui import marks, theme


def label(
    text: str = "", role: str = "body", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """Make a label; roles are listed in `ui.sheet.ROLES`."""
    made = QLabel(text, parent)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


def set_role(widget: QLabel, role: str) -> None:
    """Give a label another role."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def link(text: str, slot: Callable[..., object] | None = None, tip: str = "") -> QPushButton:
    """Make a text that can be clicked and reached by Tab. `slot` must be a bound method."""
    made = QPushButton(text)
    made.setProperty("kind", "link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setToolTip(tip)
    if slot is not None:
        made.clicked.connect(slot)
    return made


class Elided(QLabel):
    """A label of one line that shortens its text to the room it has; the tool tip has it all."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = text
        super().setText(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance("…汉"), super().minimumSizeHint().height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self._whole if shown != self._whole else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class MarkLabel(QWidget):
    """The mark of a verdict or state with its word, in the verdict's text colour."""

    def __init__(
        self,
        kind: str = "unknown",
        text: str | None = None,
        size: int = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._text, self._size = kind, text, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """The word beside the mark."""
        return marks.WORDS[self._kind] if self._text is None else self._text

    def show_mark(self, kind: str, text: str | None = None) -> None:
        """Show another mark; without a text its usual word, with an empty one the mark alone."""
        self._kind, self._text = kind, text
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = _metrics(self._size)
        side = theme.px(self._size - 2)
        words = metrics.horizontalAdvance(self.text()) + theme.px(5) if self.text() else 0
        return QSize(side + words + 1, max(metrics.height(), side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme.px(self._size - 2)
        marks.paint(painter, QRectF(0, (self.height() - side) / 2, side, side), self._kind)
        if self.text():
            painter.setFont(theme.font(self._size))
            painter.setPen(theme.verdict(self._kind).text)
            room = QRectF(side + theme.px(5), 0, self.width(), self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())


def _metrics(size: int) -> QFontMetrics:
    return QFontMetrics(theme.font(size))
