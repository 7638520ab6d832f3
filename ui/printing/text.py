"""Paragraphs set into a box: fixed line pitch, indents that hang, four alignments."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from leadership_model.papers.paper import Box, Paragraph
from ui.printing.faces import RESOLUTION, font, has_bold

POINT = 254 / 72 * RESOLUTION  # painter units per point
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
# Where the middle of a Chinese character lies above the baseline, in parts of its size.
MIDDLE = 0.36
MOST = 3000  # paragraphs kept while a long paper is painted


@dataclass(frozen=True, slots=True)
class _Set:
    """A paragraph set in lines: its layout and its height in painter units."""

    paragraph: Paragraph
    layout: QTextLayout
    height: float


# Paragraphs set already, by text, width and colour: the labels of a form come again and again.
Kept = dict[tuple[Paragraph, float, int], _Set]


def paint(painter: QPainter, box: Box, color: QColor, kept: Kept | None = None) -> None:
    """Paint the paragraphs of a box; coordinates are painter units.

    With `kept` a paragraph that came before is not set again; it must end before the application.
    """
    if not any(run.text for each in box.paragraphs for run in each.runs):
        return
    inner = inside(box)
    ready = [_set_once(each, inner.width(), color, kept) for each in box.paragraphs]
    total = sum(each.height for each in ready)
    free = inner.height() - total
    y = inner.top() + {"top": 0.0, "middle": free / 2, "bottom": free}[box.valign]
    painter.setPen(color)
    for each in ready:
        for index, baseline in _baselines(each, y):
            line = each.layout.lineAt(index)
            line.draw(painter, QPointF(inner.left(), baseline - line.y() - line.ascent()))
        y += each.height


def inside(box: Box) -> QRectF:
    """Give the room for text in painter units."""
    x, y, wide, high = (each * RESOLUTION for each in (box.x, box.y, box.width, box.height))
    inset = box.inset * RESOLUTION
    return QRectF(x + inset, y, wide - 2 * inset, high)


def lines_of(paragraph: Paragraph, width: float) -> list[str]:
    """Give the texts of the lines a paragraph takes at a width in painter units."""
    ready = _set(paragraph, width, QColor())
    text = ready.layout.text()
    lines = [ready.layout.lineAt(i) for i in range(ready.layout.lineCount())]
    return [text[each.textStart() : each.textStart() + each.textLength()] for each in lines]


def _set_once(paragraph: Paragraph, width: float, color: QColor, kept: Kept | None) -> _Set:
    if kept is None:
        return _set(paragraph, width, color)
    key = (paragraph, width, color.rgba())
    if key not in kept:
        if len(kept) >= MOST:
            kept.clear()
        kept[key] = _set(paragraph, width, color)
    return kept[key]


def _set(paragraph: Paragraph, width: float, color: QColor) -> _Set:
    text = "".join(run.text for run in paragraph.runs)
    first = paragraph.runs[0] if paragraph.runs else None
    layout = QTextLayout(text)
    if first is not None:
        layout.setFont(font(first.face, first.size, first.bold))
    layout.setFormats(_formats(paragraph, color))
    option = QTextOption(_ALIGN[paragraph.align])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    hanging, indent = paragraph.hanging * POINT, paragraph.indent * POINT
    if hanging:
        option.setTabStopDistance(hanging)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        left = indent + (hanging if count else 0.0)
        # A hair more, or a text that fits exactly would wrap by a rounding error.
        line.setLineWidth(max(width - left, 1.0) + 2)
        line.setPosition(QPointF(left, 0))
        count += 1
    layout.endLayout()
    return _Set(paragraph, layout, max(count, 1) * paragraph.pitch * POINT)


def _formats(paragraph: Paragraph, color: QColor) -> list[QTextLayout.FormatRange]:
    found, at = [], 0
    for run in paragraph.runs:
        each = QTextLayout.FormatRange()
        each.start, each.length = at, len(run.text)
        look = QTextCharFormat()
        look.setFont(font(run.face, run.size, run.bold))
        if run.bold and not has_bold(run.face):
            # Glyphs as large as these are drawn as shapes, which Qt does not embolden itself.
            look.setTextOutline(QPen(color, run.size * POINT / 32))
        each.format = look
        found.append(each)
        at += len(run.text)
    return found


def _baselines(ready: _Set, top: float) -> Iterator[tuple[int, float]]:
    """Give each line's baseline: the middle of its characters lies in the middle of its pitch."""
    pitch = ready.paragraph.pitch * POINT
    size = max((run.size for run in ready.paragraph.runs), default=0.0) * POINT
    for index in range(ready.layout.lineCount()):
        yield index, top + index * pitch + pitch / 2 + size * MIDDLE
