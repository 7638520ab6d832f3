"""The score dial: an arc of 240 degrees, with the red and the green line and the state inside."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from leadership_model.charts.spec import Dial
from ui import marks, theme
from ui.charts.spot import Spot
from ui.charts.words import number, width, write

HEIGHT = 210  # px it wants at 100 %
SIZES = (36, 28, 22, 18, 15)  # of the score, the largest that stays clear of the arc
START, SWEEP = 210.0, 240.0  # degrees, counted against the clock from three o'clock


def paint(painter: QPainter, rect: QRectF, spec: Dial) -> tuple[Spot, ...]:
    """Paint the dial; without a score only its state."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # The arc reaches three quarters of its circle down; above it stand the words of a line.
    side = min((rect.height() - theme.px(62)) / 0.75, rect.width() - theme.px(130))
    box = QRectF(0, 0, side, side)
    box.moveCenter(QPointF(rect.center().x(), rect.top() + side / 2 + theme.px(32)))
    wide = max(side * 0.06, 6.0)
    _zones(painter, box.adjusted(-wide * 0.9, -wide * 0.9, wide * 0.9, wide * 0.9), spec, wide)
    _arc(painter, box, 0, 100, theme.color("greys"), wide)
    tone = theme.verdict(spec.state)
    if spec.low is not None and spec.high is not None:
        faint = QColor(tone.mark)
        faint.setAlphaF(0.35)
        _arc(painter, box, 0, spec.low, tone.mark, wide)
        _arc(painter, box, spec.low, spec.high, faint, wide)
        painter.setPen(QPen(tone.mark, wide * 0.45))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(_point(box, spec.low), wide * 0.62, wide * 0.62)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    _lines(painter, box, spec, wide)
    _middle(painter, box, spec)
    note = QRectF(rect.left(), rect.bottom() - theme.px(22), rect.width(), theme.px(20))
    write(painter, note, spec.note, side="center")
    return (Spot(box, _tip(spec), spec.ids),)


def score_text(low: float | None, high: float | None) -> str:
    """Write a score: 82.0, 71.5～80.0 where data is missing, a dash without a model."""
    if low is None or high is None:
        return "–"
    first, last = f"{low:.1f}", f"{high:.1f}"
    return first if first == last else f"{first}～{last}"


def _middle(painter: QPainter, box: QRectF, spec: Dial) -> None:
    text = score_text(spec.low, spec.high)
    fitting = (size for size in SIZES if width(text, size) < box.width() * 0.72)
    size = next(fitting, SIZES[-1])
    high = theme.px(44)
    figure = QRectF(box.left(), box.center().y() - high * 0.75, box.width(), high)
    write(painter, figure, text, tone="text", size=size, side="center")
    side, word = theme.px(12), spec.label
    wide = side + theme.px(6) + width(word, 14)
    left, y = box.center().x() - wide / 2, figure.bottom() + theme.px(12)
    marks.paint(painter, QRectF(left, y - side / 2, side, side), spec.state)
    room = QRectF(left + side + theme.px(6), y - theme.px(10), wide, theme.px(20))
    write(painter, room, word, tone=theme.verdict(spec.state).text, size=14)


def _zones(painter: QPainter, box: QRectF, spec: Dial, wide: float) -> None:
    """Paint a thin rim of the three zones outside the arc."""
    for start, end, name in (
        (0.0, spec.red, "red"),
        (spec.red, spec.green, "yellow"),
        (spec.green, 100.0, "green"),
    ):
        color = QColor(theme.color(name))
        color.setAlphaF(0.35)
        _arc(painter, box, start, end, color, wide * 0.35)


def _lines(painter: QPainter, box: QRectF, spec: Dial, wide: float) -> None:
    for value, name, word in ((spec.red, "red", "红线"), (spec.green, "green", "绿线")):
        inner = _point(box.adjusted(wide, wide, -wide, -wide), value)
        outer = _point(box.adjusted(-wide * 1.6, -wide * 1.6, wide * 1.6, wide * 1.6), value)
        painter.setPen(QPen(theme.color(name), 2))
        painter.drawLine(inner, outer)
        text = f"{word} {number(value)}"
        long, high = width(text), theme.px(18)
        grown = wide * 2.2
        at = _point(box.adjusted(-grown, -grown, grown, grown), value)
        left = at.x() if at.x() > box.center().x() + box.width() * 0.2 else at.x() - long / 2
        top = at.y() - (high if at.y() < box.center().y() - box.height() * 0.3 else high / 2)
        write(painter, QRectF(left, top, long, high), text, tone=f"{name}_text")


def _arc(
    painter: QPainter, box: QRectF, start: float, end: float, color: QColor, wide: float
) -> None:
    if end <= start:
        return
    pen = QPen(color, wide)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    first = START - SWEEP * start / 100
    painter.drawArc(box, round(first * 16), round(-SWEEP * (end - start) / 100 * 16))


def _point(box: QRectF, value: float) -> QPointF:
    angle = math.radians(START - SWEEP * value / 100)
    radius = box.width() / 2
    return QPointF(
        box.center().x() + radius * math.cos(angle), box.center().y() - radius * math.sin(angle)
    )


def _tip(spec: Dial) -> str:
    score = score_text(spec.low, spec.high)
    return (
        f"{spec.title} {score}\n{spec.label}\n红线 {number(spec.red)} · 绿线 {number(spec.green)}"
    )
