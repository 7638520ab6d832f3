"""Small bars drawn by hand: a bar of parts with a gap of one pixel, and a progress bar."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


def paint_parts(
    painter: QPainter,
    rect: QRectF,
    parts: Sequence[tuple[float, str]],
    total: float,
    faint: bool = False,
) -> None:
    """Paint (value, tone) one after another over a track that stands for `total`."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, theme.color("greys"))
    at, scale = rect.left(), rect.width() / total if total > 0 else 0.0
    for value, tone in parts:
        width = value * scale
        if width <= 0:
            continue
        color = QColor(theme.color(tone))
        color.setAlphaF(0.4 if faint else 1.0)
        painter.fillRect(QRectF(at, rect.top(), max(width - 1, 1), rect.height()), color)
        at += width
    painter.restore()


class StackedBar(QWidget):
    """Parts as (value, tone, id); `clicked` carries the id of the part under the mouse."""

    clicked = Signal(object)

    def __init__(self, height: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[tuple[float, str, str], ...] = ()
        self._total: float | None = None
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(
        self, parts: Sequence[tuple[float, str, str]], total: float | None = None
    ) -> None:
        """Show other parts; `total` is what the whole width stands for (default: their sum)."""
        self._parts, self._total = tuple(parts), total
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        pairs = [(value, tone) for value, tone, _ in self._parts]
        total = sum(value for value, _ in pairs) if self._total is None else self._total
        paint_parts(QPainter(self), QRectF(self.rect()), pairs, total)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        total = self._total or sum(value for value, _, _ in self._parts)
        at = event.position().x() / max(self.width(), 1) * total
        for value, _, id in self._parts:
            if at < value:
                self.clicked.emit(id)
                return
            at -= value


class Progress(QWidget):
    """A thin bar, 0 to 1; None shows that something goes on without saying how far.

    Qt's own bar paints everything that waits to be painted whenever it moves; this one waits too.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def value(self) -> int:
        """How far it is, 0 to 1000."""
        return self._value

    def show_fraction(self, fraction: float | None) -> None:
        """Show how far something is."""
        # A bar without an end would run an animation for ever; a short stub says "begun".
        value = 40 if fraction is None else round(fraction * 1000)
        if value != self._value:
            self._value = value
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        done = self.width() * min(self._value, 1000) / 1000
        for width, tone in ((float(self.width()), "greys"), (done, "accent")):
            painter.setBrush(theme.color(tone))
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), 3, 3)
