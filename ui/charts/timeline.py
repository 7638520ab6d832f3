"""Lanes of stretches over months: a career by kind of unit, gaps and marked months visible."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from leadership_model import months
from leadership_model.charts.spec import Stretch, Timeline
from ui import theme
from ui.charts.spot import Spot
from ui.charts.words import width, write

LANE = 16
FOOT = 20


def natural_height(spec: Timeline) -> int:
    """Give the height the chart wants, in px at the text scale in force."""
    return theme.px(LANE) * max(len(spec.lanes), 1) + theme.px(FOOT) + theme.px(4)


def paint(painter: QPainter, rect: QRectF, spec: Timeline) -> tuple[Spot, ...]:
    """Paint the lanes with their years below."""
    if not spec.lanes or spec.end <= spec.start:
        write(painter, rect, "没有可显示的数据", side="center")
        return ()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    labels = max(width(each) for each in spec.lanes) + theme.px(8)
    lanes = rect.adjusted(labels, theme.px(2), -2, -theme.px(FOOT))
    high = min(lanes.height() / len(spec.lanes), theme.px(LANE + 10))
    lanes.setHeight(high * len(spec.lanes))
    scale = lanes.width() / (spec.end - spec.start)
    for at, name in enumerate(spec.lanes):
        y = lanes.top() + (at + 1) * high
        write(painter, QRectF(rect.left(), y - high, labels, high), name)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(QPointF(lanes.left(), y - 0.5), QPointF(lanes.right(), y - 0.5))
    spots = [_gap(painter, lanes, scale, spec, gap) for gap in spec.gaps]
    spots += [_stretch(painter, lanes, scale, high, spec, each) for each in spec.stretches]
    spots += [_mark(painter, lanes, scale, spec, each) for each in spec.marks]
    _years(painter, lanes, scale, spec)
    # What was painted last lies on top and answers first.
    return tuple(reversed(spots))


def _stretch(
    painter: QPainter, lanes: QRectF, scale: float, high: float, spec: Timeline, each: Stretch
) -> Spot:
    left = lanes.left() + (each.start - spec.start) * scale
    wide = max((min(each.end, spec.end) - each.start) * scale - 1, 2)
    thick = min(high - 4, theme.px(11))
    box = QRectF(left, lanes.top() + (each.lane + 0.5) * high - thick / 2, wide, thick)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(each.tone))
    painter.drawRoundedRect(box, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    until = "至今" if each.open else months.show_iso(each.end)
    parts = (f"{months.show_iso(each.start)} — {until}", each.label, each.note)
    return Spot(box.adjusted(0, -2, 0, 2), "\n".join(filter(None, parts)), each.ids)


def _gap(
    painter: QPainter, lanes: QRectF, scale: float, spec: Timeline, gap: tuple[int, int]
) -> Spot:
    """Paint a gap across all lanes: a yellow veil with dashed edges."""
    left = lanes.left() + (gap[0] - spec.start) * scale
    box = QRectF(left, lanes.top(), max((gap[1] - gap[0]) * scale, 3), lanes.height())
    veil = QColor(theme.color("yellow_tint"))
    painter.fillRect(box, veil)
    painter.setPen(QPen(theme.color("yellow"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(box.topLeft(), box.bottomLeft())
    painter.drawLine(box.topRight(), box.bottomRight())
    first, last = months.show_iso(gap[0]), months.show_iso(gap[1])
    return Spot(box, f"空档 {first} 至 {last}，{gap[1] - gap[0]} 个月，待核")


def _mark(
    painter: QPainter, lanes: QRectF, scale: float, spec: Timeline, mark: tuple[int, str]
) -> Spot:
    x = lanes.left() + (min(max(mark[0], spec.start), spec.end) - spec.start) * scale
    painter.setPen(QPen(theme.color("accent"), 1.5))
    painter.drawLine(QPointF(x, lanes.top() - 2), QPointF(x, lanes.bottom()))
    return Spot(
        QRectF(x - 3, lanes.top(), 6, lanes.height()), f"{months.show_iso(mark[0])} {mark[1]}"
    )


def _years(painter: QPainter, lanes: QRectF, scale: float, spec: Timeline) -> None:
    """Write years below, as many as stand apart."""
    wide = width("2000") + theme.px(10)
    first, last = months.year_of(spec.start) + 1, months.year_of(spec.end)
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100) if n * 12 * scale >= wide)
    free = lanes.left() - wide
    for year in range(first - first % step, last + 1, step):
        x = lanes.left() + (year * 12 - spec.start) * scale
        if x < lanes.left() or x > lanes.right():
            continue
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.drawLine(QPointF(x, lanes.bottom()), QPointF(x, lanes.bottom() + 3))
        box = QRectF(x - wide / 2, lanes.bottom() + 2, wide, theme.px(FOOT - 2))
        box.moveLeft(min(box.left(), lanes.right() - wide))
        if box.left() >= free:
            write(painter, box, str(year), side="center")
            free = box.right()
