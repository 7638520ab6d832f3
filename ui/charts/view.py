"""A chart as a widget: values on hover, a click opens the ids behind, arrow keys walk along."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from leadership_model.charts.spec import ChartSpec
from ui import theme
from ui.charts import draw
from ui.charts.spot import Spot

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ChartView(QWidget):
    """Shows one spec of a fixed layout; lines over axes are better shown by `plot.Plot`."""

    clicked = Signal(object)  # ids behind the spot

    def __init__(self, spec: ChartSpec | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: ChartSpec | None = None
        self._spots: tuple[Spot, ...] = ()
        self._over = -1
        self._natural = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if spec is not None:
            self.show_spec(spec)

    def fill(self) -> "ChartView":
        """Take the height there is instead of the one the chart wants."""
        self._natural = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return self

    def show_spec(self, spec: ChartSpec | None) -> None:
        """Show another chart; None shows nothing. The one shown already is not painted again."""
        if spec == self._spec:
            return
        self._spec, self._spots, self._over = spec, (), -1
        self.setAccessibleName(spec.title if spec is not None else "")
        self.updateGeometry()
        self.update()

    def spec(self) -> ChartSpec | None:
        """The chart shown."""
        return self._spec

    def spots(self) -> tuple[Spot, ...]:
        """What can be pointed at, as it was painted last."""
        return self._spots

    def sizeHint(self) -> QSize:
        if self._spec is None:
            return QSize(80, 0)
        return QSize(theme.px(160), draw.natural_height(self._spec) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height() if self._natural else theme.px(80))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._spec is None:
            return
        painter = QPainter(self)
        self._spots = draw.paint(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), self._spec)
        if 0 <= self._over < len(self._spots) and (self.hasFocus() or self.underMouse()):
            wide = 2 if self.hasFocus() else 1
            painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "accentline"), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._spots[self._over].rect.adjusted(-1, -1, 1, 1), 3, 3)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._spot_at(QPointF(event.pos()))
            if at >= 0:
                QToolTip.showText(event.globalPos(), self._spots[at].tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._spot_at(event.position())
        if at != self._over:
            self._over = at
            opens = at >= 0 and bool(self._spots[at].ids)
            shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self._spot_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._spots:
            self._over = (self._over + step) % len(self._spots)
            self.setAccessibleDescription(self._spots[self._over].tip)
            center = self._spots[self._over].rect.center().toPoint()
            QToolTip.showText(self.mapToGlobal(center), self._spots[self._over].tip, self)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._over)
        else:
            super().keyPressEvent(event)

    def _spot_at(self, point: QPointF) -> int:
        hits = (at for at, each in enumerate(self._spots) if each.rect.contains(point))
        return next(hits, -1)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._spots) and self._spots[at].ids:
            self.clicked.emit(self._spots[at].ids)
