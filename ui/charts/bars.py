"""Bars, lying or standing; a histogram is standing bars with edges."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from leadership_model.charts.spec import Bar, Bars
from ui import theme
from ui.charts.spot import Spot
from ui.charts.words import bounds, number, width, write

ROW = 26
FOOT = 20
HEAD = 18
APART = 6  # px at least between two labels


def natural_height(spec: Bars) -> int:
    """Give the height the chart wants, in px at the text scale in force."""
    return theme.px(ROW) * max(len(spec.bars), 1) if spec.horizontal else theme.px(150)


def paint(painter: QPainter, rect: QRectF, spec: Bars) -> tuple[Spot, ...]:
    """Paint the bars into a rectangle."""
    if not spec.bars:
        write(painter, rect, "没有可显示的数据", side="center")
        return ()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return _lying(painter, rect, spec) if spec.horizontal else _standing(painter, rect, spec)


def tip(bar: Bar, unit: str) -> str:
    """Say what a bar stands for."""
    wanted = bounds(bar.lo, bar.hi)
    parts = [f"{bar.label}：{number(bar.value, unit)}"]
    parts += [f"目标 {wanted}"] if wanted else []
    parts += [bar.note] if bar.note else []
    return "\n".join([*parts, *(["单击查看"] if bar.ids else [])])


def _top(spec: Bars) -> float:
    reach = [max(each.value, each.lo or 0.0, each.hi or 0.0) for each in spec.bars]
    return max(*reach, 1e-9) if len(reach) > 1 else max(reach[0], 1e-9)


def _lying(painter: QPainter, rect: QRectF, spec: Bars) -> tuple[Spot, ...]:
    row = min(rect.height() / len(spec.bars), theme.px(ROW + 8))
    label_room = min(max(width(each.label) for each in spec.bars) + theme.px(8), rect.width() * 0.4)
    number_room = max(width(number(each.value, spec.unit)) for each in spec.bars) + theme.px(8)
    track = QRectF(rect.left() + label_room, 0, rect.width() - label_room - number_room, 0)
    scale, spots = track.width() / _top(spec), []
    for at, bar in enumerate(spec.bars):
        line = QRectF(rect.left(), rect.top() + at * row, rect.width(), row)
        place = QRectF(track.left(), line.center().y() - theme.px(6), track.width(), theme.px(12))
        painter.fillRect(place, theme.color("greys"))
        _band(painter, place, bar, scale)
        filled = QRectF(place.left(), place.top(), bar.value * scale, place.height())
        painter.fillRect(filled, theme.color(bar.tone))
        label = QRectF(line.left(), line.top(), label_room - theme.px(6), row)
        write(painter, label, bar.label, tone="text")
        aside = QRectF(track.right() + theme.px(6), line.top(), number_room - theme.px(6), row)
        write(painter, aside, number(bar.value, spec.unit), tone="text")
        spots.append(Spot(line, tip(bar, spec.unit), bar.ids))
    return tuple(spots)


def _band(painter: QPainter, place: QRectF, bar: Bar, scale: float) -> None:
    """Paint the target as a green tint on the track, its lower bound as a line."""
    if bar.lo is None and bar.hi is None:
        return
    left = place.left() + (bar.lo or 0.0) * scale
    right = place.right() if bar.hi is None else place.left() + bar.hi * scale
    band = QRectF(left, place.top() - 2, max(right - left, 2), place.height() + 4)
    painter.fillRect(band, theme.color("green_tint"))
    painter.setPen(QPen(theme.color("green"), 1.2))
    for x in {left} if bar.hi is None else {left, right} if bar.lo is not None else {right}:
        painter.drawLine(QPointF(x, band.top()), QPointF(x, band.bottom()))


def _standing(painter: QPainter, rect: QRectF, spec: Bars) -> tuple[Spot, ...]:
    head = theme.px(HEAD)
    labels = [] if spec.edges else [bar.label for bar in spec.bars]
    step, foot = rect.width() / len(spec.bars), theme.px(FOOT)
    lines = 2 if any(width(each) + theme.px(APART) > step for each in labels) else 1
    plot = rect.adjusted(0, head, 0, -foot * lines)
    scale, spots = plot.height() / _top(spec), []
    gap = 1.0 if spec.edges else min(step * 0.25, theme.px(14))
    for at, bar in enumerate(spec.bars):
        left = plot.left() + at * step
        column = QRectF(left, rect.top(), step, rect.height())
        high = bar.value * scale
        body = QRectF(left + gap / 2, plot.bottom() - high, step - gap, high)
        _target_lines(painter, plot, bar, body, scale)
        painter.fillRect(body, theme.color(bar.tone))
        if step >= width(number(bar.value)) and (bar.value or not spec.edges):
            room = QRectF(left, body.top() - head, step, head)
            write(painter, room, number(bar.value), tone="text", side="center")
        spots.append(Spot(column, tip(bar, spec.unit), bar.ids))
    for room, text in zip(label_rooms(plot, labels, lines), labels, strict=True):
        write(painter, room, text, side="center")
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())
    _edge_labels(painter, plot, spec, foot)
    return tuple(spots)


def label_rooms(plot: QRectF, labels: Sequence[str], lines: int) -> list[QRectF]:
    """Give each label its room below its bar; with two lines neighbours stand one below another."""
    step, foot = plot.width() / max(len(labels), 1), theme.px(FOOT)
    rooms = []
    for at, text in enumerate(labels):
        wide = min(max(step, width(text)), step * lines - theme.px(APART) * (lines - 1))
        middle = plot.left() + (at + 0.5) * step
        left = min(max(middle - wide / 2, plot.left()), plot.right() - wide)
        rooms.append(QRectF(left, plot.bottom() + at % lines * foot, wide, foot))
    return rooms


def _target_lines(painter: QPainter, plot: QRectF, bar: Bar, body: QRectF, scale: float) -> None:
    painter.setPen(QPen(theme.color("green"), 1.5, Qt.PenStyle.DashLine))
    for bound in (bar.lo, bar.hi):
        if bound is not None:
            y = plot.bottom() - bound * scale
            painter.drawLine(QPointF(body.left() - 2, y), QPointF(body.right() + 2, y))


def _edge_labels(painter: QPainter, plot: QRectF, spec: Bars, foot: float) -> None:
    """Write numbers under the edges of a histogram, as many as stand apart."""
    if not spec.edges:
        return
    step, free = plot.width() / max(len(spec.edges) - 1, 1), plot.left() - foot
    for at, edge in enumerate(spec.edges):
        text = number(edge)
        wide = width(text) + theme.px(6)
        x = min(max(plot.left() + at * step - wide / 2, plot.left()), plot.right() - wide)
        if x >= free:
            write(painter, QRectF(x, plot.bottom(), wide, foot), text, side="center")
            free = x + wide
