"""How one cell is drawn, everywhere the same: from the value alone, in the tokens in force."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui import icons, marks, theme
from ui.tables.cell import Bar, Cell
from ui.widgets.bars import paint_parts
from ui.widgets.chips import TONES

_CENTER = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
_SIDES = {
    "left": _CENTER | Qt.AlignmentFlag.AlignLeft.value,
    "right": _CENTER | Qt.AlignmentFlag.AlignRight.value,
    "center": _CENTER | Qt.AlignmentFlag.AlignHCenter.value,
}
_MIDDLE = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextSingleLine.value


def metrics(size: int, bold: bool = False) -> QFontMetrics:
    """Give the metrics of a painter's font; made once a look."""
    return _metrics(size, bold, theme.stamp())


@lru_cache(maxsize=64)
def _metrics(size: int, bold: bool, stamp: object) -> QFontMetrics:  # noqa: ARG001 - part of the key
    return QFontMetrics(theme.font(size, bold))


@lru_cache(maxsize=20_000)
def _advance(text: str, size: int, bold: bool, stamp: object) -> int:
    return _metrics(size, bold, stamp).horizontalAdvance(text)


def advance(text: str, size: int, bold: bool = False) -> int:
    """Give the width of a text; remembered, because tables repeat themselves."""
    return _advance(text, size, bold, theme.stamp())


def elided(text: str, size: int, bold: bool, room: float) -> str:
    """Shorten a text with an ellipsis where the room does not hold it."""
    if advance(text, size, bold) <= room:
        return text
    return metrics(size, bold).elidedText(text, Qt.TextElideMode.ElideRight, int(room))


def paint(painter: QPainter, rect: QRectF, cell: Cell, align: str, size: int = 13) -> None:
    """Paint a cell's content into a rectangle (without ground and hairline)."""
    if cell.tint:
        painter.fillRect(rect.adjusted(2, 2, -2, -3), theme.verdict(cell.tint).tint)
    if cell.check is not None:
        paint_check(painter, rect, cell.check)
        return
    room = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
    if cell.avatar:
        room = _paint_avatar(painter, room, cell)
    if cell.bar is not None:
        room = _paint_bar(painter, room, cell, cell.bar)
    if cell.second:
        _paint_two_lines(painter, room, cell, align, size)
    elif cell.text or cell.mark or cell.icon or cell.chip or cell.tail:
        _paint_line(painter, room, cell, align, size)


def text_color(cell: Cell) -> QColor:
    """Give the colour of a cell's words; a verdict's words use its text variant."""
    if cell.link:
        return theme.color("accent")
    if cell.tone in marks.KINDS:
        return theme.verdict(cell.tone).text
    color = theme.color(cell.tone)
    return theme.mix(color, theme.color("surface"), 0.55) if cell.faint else color


def paint_check(painter: QPainter, rect: QRectF, checked: bool) -> None:
    """Paint a check box in the middle of a rectangle."""
    side = theme.px(15)
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    box.moveTo(round(box.left()) + 0.5, round(box.top()) + 0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color("accent" if checked else "line2"))
    painter.setBrush(theme.color("accent" if checked else "surface"))
    painter.drawRoundedRect(box, 3, 3)
    if checked:
        icons.paint(painter, box.adjusted(1, 1, -1, -1), "check-bold", theme.color("onaccent"))
    painter.restore()


def _paint_avatar(painter: QPainter, room: QRectF, cell: Cell) -> QRectF:
    side = min(room.height() - theme.px(8), theme.px(34 if cell.second else 20))
    box = QRectF(room.left(), room.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("greys"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(theme.color("text"))
    painter.setFont(theme.font(13 if cell.second else 12))
    painter.drawText(box, _MIDDLE, cell.avatar)
    painter.restore()
    return room.adjusted(side + theme.px(7), 0, 0, 0)


def _paint_bar(painter: QPainter, room: QRectF, cell: Cell, bar: Bar) -> QRectF:
    """Paint the bar; a text beside it keeps its own room (left of it when aligned right)."""
    words = advance(cell.text, 13, cell.bold) + theme.px(8) if cell.text else 0
    height = theme.px(8 if not cell.second else 10)
    box = QRectF(room.left(), room.center().y() - height / 2, room.width() - words, height)
    paint_parts(painter, box, bar.parts, bar.total, cell.faint)
    scale = box.width() / bar.total if bar.total else 0.0
    if bar.low is not None and bar.high is not None:
        span = QRectF(box.left() + bar.low * scale, box.top() - 2, 0, height + 4)
        span.setWidth(max((bar.high - bar.low) * scale, 2))
        painter.setPen(QPen(theme.color("text2"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(span)
    for value, tone in bar.marks:
        at = box.left() + value * scale
        painter.setPen(QPen(theme.color(tone), 1.5))
        painter.drawLine(QPointF(at, box.top() - 3), QPointF(at, box.bottom() + 3))
    gap = theme.px(7) if words else 0
    return QRectF(box.right() + gap, room.top(), words - gap, room.height())


def _paint_two_lines(painter: QPainter, room: QRectF, cell: Cell, align: str, size: int) -> None:
    half = room.height() / 2
    upper = room.adjusted(0, theme.px(4), 0, -half + theme.px(1))
    lower = room.adjusted(0, half, 0, -theme.px(5))
    _paint_line(painter, upper, cell, align, size)
    painter.setFont(theme.font(12))
    painter.setPen(theme.color("text2"))
    shown = elided(cell.second, 12, False, lower.width())
    painter.drawText(lower, side_flags(align), shown)


def side_flags(align: str) -> int:
    """Give the flags that put one line of text at the side of a column's alignment."""
    return _SIDES[align]


def _paint_line(painter: QPainter, room: QRectF, cell: Cell, align: str, size: int) -> None:
    """Paint mark, icon, text, tail and chip one after another, from the side they align to."""
    side = theme.px(10)
    lead = side + theme.px(6) if cell.mark else 0
    lead += theme.px(15) + theme.px(4) if cell.icon else 0
    chip = advance(cell.chip, 12) + theme.px(16) if cell.chip else 0
    tail = advance(cell.tail, 12) + theme.px(5) if cell.tail else 0
    free = room.width() - lead - chip
    text = elided(cell.text, size, cell.bold, free)
    width = advance(text, size, cell.bold)
    tail_text = elided(cell.tail, 12, False, free - width - theme.px(5)) if tail else ""
    whole = lead + width + (advance(tail_text, 12) + theme.px(5) if tail_text else 0) + chip
    at = room.left()
    if align == "right":
        at = room.right() - whole
    elif align == "center":
        at = room.left() + max((room.width() - whole) / 2, 0)
    if cell.mark:
        box = QRectF(at, room.center().y() - side / 2, side, side)
        marks.paint(painter, box, cell.mark, cell.faint)
        at += side + theme.px(6)
    if cell.icon:
        box = QRectF(at, room.center().y() - theme.px(15) / 2, theme.px(15), theme.px(15))
        icons.paint(painter, box, cell.icon, text_color(cell))
        at += theme.px(15) + theme.px(4)
    painter.setFont(_struck(size, cell.bold) if cell.strike else theme.font(size, cell.bold))
    painter.setPen(text_color(cell))
    painter.drawText(QRectF(at, room.top(), width + 2, room.height()), _CENTER, text)
    at += width
    if tail_text:
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        at += theme.px(5)
        painter.drawText(QRectF(at, room.top(), tail + 2, room.height()), _CENTER, tail_text)
        at += advance(tail_text, 12)
    if cell.chip:
        _paint_chip(painter, QRectF(at + theme.px(6), room.top(), chip, room.height()), cell)


def _paint_chip(painter: QPainter, room: QRectF, cell: Cell) -> None:
    ground, text = TONES[cell.chip_tone]
    box = QRectF(room.left(), 0, room.width() - theme.px(6), theme.px(18))
    box.moveTop(room.center().y() - box.height() / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(theme.font(12))
    painter.setPen(theme.color(text))
    painter.drawText(box, _MIDDLE, cell.chip)
    painter.restore()


def _struck(size: int, bold: bool) -> QFont:
    font = QFont(theme.font(size, bold))
    font.setStrikeOut(True)
    return font
