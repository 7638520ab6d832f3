"""A scale with a tick for each member: where they stand, how close together, the mean."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.charts.words import number, width, write
from ui.pages.assessment.spreads import Scale, Tick

HEAD, STRIP, FOOT = 20, 26, 18
YEAR_STEPS = (1, 2, 5, 10, 20)
MONTH_STEPS = (6, 12, 24, 60, 120)
FEW = 8  # so few ticks are found from farther away
CROWD = 30  # from here on ticks lie over each other, and where they are many it is darker


class Ticks(QWidget):
    """Shows one scale; `clicked` carries the id of the member under the mouse."""

    clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: Scale | None = None
        self._over = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, scale: Scale) -> None:
        """Show another scale."""
        self._scale, self._over = scale, -1
        self.setAccessibleName(f"{scale.title}，{len(scale.ticks)} 个")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(HEAD + STRIP + FOOT))

    # ---- geometry

    def _bounds(self) -> tuple[float, float]:
        ticks = self._scale.ticks if self._scale is not None else ()
        if not ticks:
            return 0.0, 1.0
        low, high = min(each.low for each in ticks), max(each.high for each in ticks)
        room = max((high - low) * 0.08, 1.0)
        top = self._scale.top if self._scale is not None else None
        return max(low - room, 0.0), high + room if top is None else min(high + room, top + 0.5)

    def _x(self, value: float) -> float:
        low, high = self._bounds()
        left, wide = theme.px(4), self.width() - theme.px(8)
        return left + (value - low) / (high - low) * wide

    def _places(self) -> list[float]:
        """Give where each tick stands; members with the same value stand side by side."""
        ticks = self._scale.ticks if self._scale is not None else ()
        places: list[float] = []
        seen: dict[float, int] = {}
        crowd = len(ticks) > CROWD
        for each in ticks:
            before = 0 if crowd else seen.get(each.low, 0)
            seen[each.low] = before + 1
            places.append(self._x(each.low) + before * theme.px(4))
        return places

    def x_of(self, person: str) -> float:
        """Give where a member's tick is."""
        ticks = self._scale.ticks if self._scale is not None else ()
        at = next(at for at, each in enumerate(ticks) if each.person == person)
        return self._places()[at]

    def _nearest(self, x: float) -> int:
        apart = [abs(place - x) for place in self._places()]
        best = min(range(len(apart)), key=apart.__getitem__, default=-1)
        reach = theme.px(10 if len(apart) > FEW else 40)
        return best if best >= 0 and apart[best] <= reach else -1

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        scale = self._scale
        if scale is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = QRectF(0, 0, self.width(), theme.px(HEAD))
        write(painter, head, scale.title, tone="text", size=13)
        write(painter, head, _aside(scale), side="right")
        top, high = theme.px(HEAD), theme.px(STRIP)
        painter.fillRect(QRectF(0, top, self.width(), high), theme.color("sunken"))
        self._paint_axis(painter, top + high)
        if scale.mean is not None:
            x = self._x(scale.mean)
            painter.setPen(QPen(theme.color("text2"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, top), QPointF(x, top + high))
        for at, (tick, x) in enumerate(zip(scale.ticks, self._places(), strict=True)):
            self._paint_tick(painter, tick, x, QRectF(0, top, 0, high), at == self._over)
        painter.end()

    def _paint_tick(
        self, painter: QPainter, tick: Tick, x: float, strip: QRectF, over: bool
    ) -> None:
        last, middle = self._x(tick.high), strip.center().y()
        inset = 0 if over else theme.px(5)
        if tick.high > tick.low:
            painter.setPen(QPen(theme.color("grey"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, middle), QPointF(last, middle))
        color = QColor(theme.color("accent"))
        if self._scale is not None and len(self._scale.ticks) > CROWD and not over:
            color.setAlphaF(0.3)
        painter.setPen(QPen(color, 3 if over else 2))
        painter.drawLine(QPointF(x, strip.top() + inset), QPointF(x, strip.bottom() - inset))

    def _paint_axis(self, painter: QPainter, y: float) -> None:
        low, high = self._bounds()
        steps = (
            MONTH_STEPS if self._scale is not None and self._scale.unit == "个月" else YEAR_STEPS
        )
        wide = width("000") + theme.px(14)
        per = self.width() / max(high - low, 1e-9)
        step = next((each for each in steps if each * per >= wide), steps[-1] * 2)
        value = (int(low) // step + 1) * step
        while value <= high:
            x = self._x(value)
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.drawLine(QPointF(x, y), QPointF(x, y + 3))
            box = QRectF(x - wide / 2, y + 2, wide, theme.px(FOOT - 2))
            if box.right() <= self.width() + theme.px(12) and box.left() >= -theme.px(12):
                write(painter, box, number(value), side="center")
            value += step

    # ---- pointing and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._nearest(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._open(self._nearest(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._scale.ticks) if self._scale is not None else 0
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None and count and self._scale is not None:
            order = sorted(range(count), key=self._low)
            place = order.index(self._over) if self._over in order else -1 if step > 0 else 0
            self._point(order[(place + step) % count])
            x = round(self._x(self._scale.ticks[self._over].low))
            QToolTip.showText(self.mapToGlobal(QPointF(x, 0).toPoint()), self._tip(), self)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self._open(self._over)
        else:
            super().keyPressEvent(event)

    def _low(self, at: int) -> float:
        return self._scale.ticks[at].low if self._scale is not None else 0.0

    def _point(self, at: int) -> None:
        if at != self._over:
            self._over = at
            shape = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.setAccessibleDescription(self._tip())
            self.update()

    def _open(self, at: int) -> None:
        if at >= 0 and self._scale is not None:
            self.clicked.emit(self._scale.ticks[at].person)

    def _tip(self) -> str:
        if self._over < 0 or self._scale is None:
            return ""
        tick, unit = self._scale.ticks[self._over], self._scale.unit
        low, high = number(tick.low), number(tick.high)
        return f"{tick.name} {low if low == high else f'{low}～{high}'} {unit}"

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._tip()
            QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
            return True
        return super().event(event)


def _aside(scale: Scale) -> str:
    parts = []
    if scale.mean is not None:
        parts.append(f"平均 {number(round(scale.mean, 1))} {scale.unit}")
    if scale.unknown:
        parts.append(scale.rest.format(scale.unknown))
    return " · ".join(parts)
