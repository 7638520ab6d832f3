"""One page of a paper, painted: boxes with their borders, pictures, charts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QLine, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from leadership_model.papers.paper import Box, Drawing, Page, Picture
from ui import fonts, theme
from ui.charts import draw
from ui.printing import text
from ui.printing.faces import RESOLUTION

INK = QColor(0, 0, 0)
PIXEL = 254 / 96 * RESOLUTION  # painter units per px of a chart at 100 %


@contextmanager
def paper_look() -> Iterator[None]:
    """Let painters use the light tokens at 100 %, whatever the window looks like."""
    before = theme.look()
    theme.use(theme.Look(family=before.family or fonts.family()))
    try:
        yield
    finally:
        theme.use(before)


def paint(painter: QPainter, page: Page, dots: float, kept: text.Kept | None = None) -> None:
    """Paint a page from the origin on; `dots` are device px per tenth of a millimetre.

    `kept`: what was set on the pages before, so that it is not set again.
    """
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.scale(dots / RESOLUTION, dots / RESOLUTION)
    with paper_look():
        for box in page.boxes:
            _paint_ground(painter, box)
        for picture in page.pictures:
            _paint_picture(painter, picture)
        for drawing in page.drawings:
            _paint_drawing(painter, drawing)
        for box in page.boxes:
            text.paint(painter, box, _ink(box), kept)
        _paint_borders(painter, page.boxes)
    painter.restore()


def _rect(part: Box | Picture | Drawing) -> QRectF:
    x, y, wide, high = part.x, part.y, part.width, part.height
    return QRectF(x * RESOLUTION, y * RESOLUTION, wide * RESOLUTION, high * RESOLUTION)


def _ink(box: Box) -> QColor:
    if box.tone in ("", "head"):
        return INK
    return theme.verdict(box.tone).text


def _paint_ground(painter: QPainter, box: Box) -> None:
    if box.tone:
        head = box.tone == "head"
        color = theme.color("sunken") if head else theme.verdict(box.tone).tint
        painter.fillRect(_rect(box), color)


def _paint_borders(painter: QPainter, boxes: Sequence[Box]) -> None:
    """Draw all borders, a line that two boxes share once and the thicker ones last."""
    lines: dict[float, dict[tuple[int, int, int, int], None]] = {}
    for box in boxes:
        if not any(box.borders):
            continue
        x, y = round(box.x * RESOLUTION), round(box.y * RESOLUTION)
        far = round((box.x + box.width) * RESOLUTION)
        low = round((box.y + box.height) * RESOLUTION)
        sides = ((x, y, x, low), (x, y, far, y), (far, y, far, low), (x, low, far, low))
        for side, points in zip(sides, box.borders, strict=True):
            if points > 0:
                lines.setdefault(points, {})[side] = None
    for points in sorted(lines):
        pen = QPen(INK, points * text.POINT)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        painter.drawLines([QLine(*each) for each in lines[points]])


def _paint_picture(painter: QPainter, picture: Picture) -> None:
    image = QImage.fromData(picture.jpeg)
    if image.isNull():
        return
    room = _rect(picture)
    ratios = (room.width() / image.width(), room.height() / image.height())
    scale = max(ratios) if picture.fill else min(ratios)
    source = QRectF(0, 0, room.width() / scale, room.height() / scale)
    source.moveCenter(QRectF(image.rect()).center())
    source &= QRectF(image.rect())
    target = QRectF(0, 0, source.width() * scale, source.height() * scale)
    target.moveCenter(room.center())
    painter.drawImage(target, image, source)


def _paint_drawing(painter: QPainter, drawing: Drawing) -> None:
    room = _rect(drawing)
    painter.save()
    painter.translate(room.topLeft())
    painter.scale(PIXEL, PIXEL)
    draw.paint(painter, QRectF(0, 0, room.width() / PIXEL, room.height() / PIXEL), drawing.chart)
    painter.restore()
