"""A pyramid: two sides of bars that grow away from the labels in the middle."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from leadership_model.charts.spec import Bar, Pyramid
from ui import theme
from ui.charts.bars import tip
from ui.charts.spot import Spot
from ui.charts.words import number, width, write

ROW = 24


def natural_height(spec: Pyramid) -> int:
    """Give the height the chart wants, in px at the text scale in force."""
    return theme.px(ROW) * (len(spec.bands) + 1)


def paint(painter: QPainter, rect: QRectF, spec: Pyramid) -> tuple[Spot, ...]:
    """Paint the bands, the oldest at the top, under the names of both sides."""
    if not spec.bands:
        write(painter, rect, "没有可显示的数据", side="center")
        return ()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = min(rect.height() / (len(spec.bands) + 1), theme.px(ROW + 6))
    middle = max(width(left.label) for left, _ in spec.bands) + theme.px(16)
    side = (rect.width() - middle) / 2
    words = max(width(number(bar.value)) for pair in spec.bands for bar in pair) + theme.px(8)
    largest = max(*(bar.value for pair in spec.bands for bar in pair), 1.0)
    scale, spots = max(side - words, 4.0) / largest, []
    left_room = QRectF(rect.left(), rect.top(), side, high)
    right_room = QRectF(rect.right() - side, rect.top(), side, high)
    write(painter, left_room, _head(spec.left_label, spec, 0), side="right")
    write(painter, right_room, _head(spec.right_label, spec, 1))
    for at, (left, right) in enumerate(reversed(spec.bands), 1):
        top = rect.top() + at * high
        between = QRectF(rect.left() + side, top, middle, high)
        write(painter, between, left.label, tone="text", side="center")
        first = QRectF(rect.left(), top, side, high)
        second = QRectF(rect.right() - side, top, side, high)
        _bar(painter, first, left, scale, leftwards=True)
        _bar(painter, second, right, scale, leftwards=False)
        spots += [
            Spot(room, f"{name} {tip(bar, spec.unit)}", bar.ids)
            for room, bar, name in (
                (first, left, spec.left_label),
                (second, right, spec.right_label),
            )
        ]
    return tuple(spots)


def _head(label: str, spec: Pyramid, side: int) -> str:
    total = sum(pair[side].value for pair in spec.bands)
    return f"{label} {number(total, spec.unit)}"


def _bar(painter: QPainter, room: QRectF, bar: Bar, scale: float, *, leftwards: bool) -> None:
    thick, length = min(theme.px(13), room.height() - 4), bar.value * scale
    top, gap = room.center().y() - thick / 2, theme.px(5)
    if leftwards:
        painter.fillRect(QRectF(room.right() - length, top, length, thick), theme.color(bar.tone))
        aside = QRectF(room.left(), room.top(), room.width() - length - gap, room.height())
        write(painter, aside, number(bar.value), tone="text", side="right")
    else:
        painter.fillRect(QRectF(room.left(), top, length, thick), theme.color(bar.tone))
        place = room.adjusted(length + gap, 0, 0, 0)
        write(painter, place, number(bar.value), tone="text")
