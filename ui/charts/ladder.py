"""The age ladder: one rung a band, a block a person, and how many are wanted."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from leadership_model.charts.spec import Bar, Ladder
from ui import theme
from ui.charts.bars import tip
from ui.charts.spot import Spot
from ui.charts.words import bounds, number, text_tone, width, write

RUNG = 30


def natural_height(spec: Ladder) -> int:
    """Give the height the chart wants, in px at the text scale in force."""
    return theme.px(RUNG) * max(len(spec.rungs), 1)


def paint(painter: QPainter, rect: QRectF, spec: Ladder) -> tuple[Spot, ...]:
    """Paint the rungs from the top down."""
    if not spec.rungs:
        write(painter, rect, "没有可显示的数据", side="center")
        return ()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = min(rect.height() / len(spec.rungs), theme.px(RUNG + 10))
    labels = max(width(each.label) for each in spec.rungs) + theme.px(10)
    asides = max(width(_aside(each, spec.unit)) for each in spec.rungs) + theme.px(8)
    most = max(max(each.value, each.lo or 0.0) for each in spec.rungs)
    room = rect.width() - labels - asides
    step, spots = min(room / max(most, 1.0), theme.px(26)), []
    for at, rung in enumerate(spec.rungs):
        line = QRectF(rect.left(), rect.top() + at * high, rect.width(), high)
        write(painter, line, rung.label, tone="text")
        _blocks(painter, QRectF(line.left() + labels, line.top(), room, high), rung, step)
        tone = text_tone(rung.tone)
        write(painter, line, _aside(rung, spec.unit), tone=tone, side="right")
        spots.append(Spot(line, tip(rung, spec.unit), rung.ids))
    return tuple(spots)


def _aside(rung: Bar, unit: str) -> str:
    wanted = bounds(rung.lo, rung.hi)
    return f"{number(rung.value, unit)}  目标 {wanted}" if wanted else number(rung.value, unit)


def _blocks(painter: QPainter, place: QRectF, rung: Bar, step: float) -> None:
    """Paint a block for each person, an empty one with a border for each who is missing."""
    side = min(place.height() - theme.px(10), theme.px(18))
    present, wanted = round(rung.value), round(rung.lo or 0.0)
    for at in range(max(present, wanted)):
        block = QRectF(
            place.left() + at * step, place.center().y() - side / 2, max(step - 2, 1), side
        )
        if at < present:
            painter.fillRect(block, theme.color(rung.tone))
        else:
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.drawRect(block.adjusted(0.5, 0.5, -0.5, -0.5))
    if rung.hi is not None and present > rung.hi:
        x = place.left() + rung.hi * step - 1
        painter.fillRect(QRectF(x, block.top() - 3, 1.5, side + 6), theme.color("red"))
