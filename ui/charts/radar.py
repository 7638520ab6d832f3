"""A radar over dimensions: full marks lie on the rim, a range is drawn between its two ends."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from leadership_model.charts.spec import Axis, Radar
from ui import theme
from ui.charts.spot import Spot
from ui.charts.words import number, width, write

HEIGHT = 250  # px it wants at 100 %


def paint(painter: QPainter, rect: QRectF, spec: Radar) -> tuple[Spot, ...]:
    """Paint the radar with its labels around it."""
    count = len(spec.axes)
    if count < 3:
        write(painter, rect, "至少三个维度才能成图", side="center")
        return ()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    words = max(width(_label(each)) for each in spec.axes)
    line = theme.px(20)
    radius = min(rect.height() / 2 - line - 4, rect.width() / 2 - words * 0.8 - theme.px(10))
    radius = max(radius, theme.px(30))
    center = rect.center()
    for ring in (25, 50, 75, 100):
        edge = _outline(center, radius, [ring] * count)
        _polygon(painter, edge, theme.color("line2" if ring == 100 else "line"))
    painter.setPen(QPen(theme.color("line"), 1))
    for at in range(count):
        painter.drawLine(center, _at(center, radius, at, count))
    references = [each.reference for each in spec.axes if each.reference is not None]
    if len(references) == count:
        _polygon(painter, _outline(center, radius, references), theme.color("c6"), 1.2)
    lows, highs = [each.low for each in spec.axes], [each.high for each in spec.axes]
    if lows != highs:
        edge, dashes = _outline(center, radius, highs), Qt.PenStyle.DashLine
        _polygon(painter, edge, theme.color("accent"), 1.2, style=dashes)
    _polygon(painter, _outline(center, radius, lows), theme.color("accent"), 2, fill=0.12)
    return tuple(_corner(painter, rect, radius, at, spec) for at in range(count))


def _corner(painter: QPainter, room: QRectF, radius: float, at: int, spec: Radar) -> Spot:
    """Paint the point and the label of one axis; a long label is moved in from the edge."""
    axis, count, center = spec.axes[at], len(spec.axes), room.center()
    tone = "accent" if axis.low >= 100 else "red" if axis.high <= 0 else "yellow"
    dot, side = _at(center, radius * axis.low / 100, at, count), theme.px(4)
    painter.setPen(QPen(theme.color("surface"), 1.5))
    painter.setBrush(theme.color(tone))
    painter.drawEllipse(dot, side, side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    text, place = _label(axis), _at(center, radius + theme.px(8), at, count)
    wide, high = width(text), theme.px(18)
    across = math.sin(2 * math.pi * at / count)
    left = place.x() - wide / 2 + across * wide / 2
    up = -math.cos(2 * math.pi * at / count)
    left = max(min(left, room.right() - wide), room.left())
    box = QRectF(left, place.y() - high / 2 + up * high / 2, wide, high)
    words = "text" if tone == "accent" else f"{tone}_text"
    write(painter, box, text, tone=words, side="center")
    area = box.united(QRectF(dot.x() - 8, dot.y() - 8, 16, 16)) if axis.low > 80 else box
    return Spot(area, _tip(axis, spec.reference_label), axis.ids)


def _label(axis: Axis) -> str:
    return f"{axis.label} {axis.note}" if axis.note else axis.label


def _tip(axis: Axis, reference: str) -> str:
    low, high = number(axis.low), number(axis.high)
    score = low if low == high else f"{low}～{high}"
    lines = [f"{axis.label}：{score} / 100"]
    if axis.reference is not None:
        lines.append(f"{reference or '参照'} {number(axis.reference)}")
    return "\n".join([*lines, *(["单击查看"] if axis.ids else [])])


def _at(center: QPointF, radius: float, at: int, count: int) -> QPointF:
    angle = 2 * math.pi * at / count
    return QPointF(center.x() + radius * math.sin(angle), center.y() - radius * math.cos(angle))


def _outline(center: QPointF, radius: float, values: Sequence[float]) -> QPolygonF:
    count = len(values)
    points = [
        _at(center, radius * min(max(v, 0.0), 100.0) / 100, at, count)
        for at, v in enumerate(values)
    ]
    return QPolygonF([*points, points[0]])


def _polygon(
    painter: QPainter,
    shape: QPolygonF,
    color: QColor,
    wide: float = 1.0,
    *,
    fill: float = 0.0,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    ground = QColor(color)
    ground.setAlphaF(fill)
    painter.setPen(QPen(color, wide, style))
    painter.setBrush(ground if fill else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(shape)
    painter.setBrush(Qt.BrushStyle.NoBrush)
