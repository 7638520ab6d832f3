"""A heat map: rows x columns of marks on tinted cells, each with a short text."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from leadership_model.charts.spec import HeatCell, HeatMap
from ui import marks, theme
from ui.charts.spot import Spot
from ui.charts.words import text_tone, width, write

ROW = 28
HEAD = 26
_RINGS = {"ring": "unknown", "dashed": "unconfigured", "veto": "veto"}


def natural_height(spec: HeatMap) -> int:
    """Give the height the chart wants, in px at the text scale in force."""
    return theme.px(HEAD) + theme.px(ROW) * max(len(spec.rows), 1)


def mark_of(cell: HeatCell) -> str:
    """Name the mark of a cell; an empty text for a cell that carries none."""
    if cell.pattern in _RINGS:
        return _RINGS[cell.pattern]
    names = {"green": "green", "yellow": "yellow", "red": "red", "grey": "unknown", "veto": "veto"}
    return names.get(cell.tone, "")


def paint(painter: QPainter, rect: QRectF, spec: HeatMap) -> tuple[Spot, ...]:
    """Paint the map; column heads are shortened where they do not fit."""
    if not spec.rows or not spec.columns:
        write(painter, rect, "没有可显示的数据", side="center")
        return ()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    longest = max(width(each, 13) for each in spec.rows) + theme.px(10)
    labels, head = min(longest, rect.width() * 0.3), theme.px(HEAD)
    step = min((rect.width() - labels) / len(spec.columns), theme.px(120))
    row = min((rect.height() - head) / len(spec.rows), theme.px(ROW + 6))
    left, top = rect.left() + labels, rect.top() + head
    for at, name in enumerate(spec.columns):
        write(painter, QRectF(left + at * step, rect.top(), step, head), name, side="center")
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.drawLine(QPointF(rect.left(), top - 0.5), QPointF(left + step * len(spec.columns), top))
    for at, name in enumerate(spec.rows):
        place = QRectF(rect.left(), top + at * row, labels - theme.px(6), row)
        write(painter, place, name, tone="text", size=13)
    spots = []
    for cell in spec.cells:
        box = QRectF(left + cell.column * step, top + cell.row * row, step, row)
        paint_cell(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), cell)
        spots.append(Spot(box, _tip(spec, cell), (cell.id,) if cell.id else ()))
    return tuple(spots)


def paint_cell(painter: QPainter, box: QRectF, cell: HeatCell) -> None:
    """Paint one cell: tint, mark, text."""
    kind = mark_of(cell)
    painter.setPen(Qt.PenStyle.NoPen)
    if kind:
        painter.setBrush(theme.verdict(kind).tint)
    elif cell.tone != "none":
        painter.setBrush(theme.mix(theme.color(cell.tone), theme.color("surface"), cell.strength))
    painter.drawRoundedRect(box, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = theme.px(9)
    text = width(cell.text) if cell.text else 0.0
    gap = theme.px(4) if kind and text else 0
    whole = (side if kind else 0) + gap + text
    left = box.center().x() - whole / 2
    if whole > box.width():
        left, text = box.left() + 2, 0.0 if kind else box.width() - 4
    if kind:
        at = left if text else box.center().x() - side / 2
        marks.paint(painter, QRectF(at, box.center().y() - side / 2, side, side), kind)
        left += side + gap
    if text:
        tone = text_tone("grey" if kind in ("unknown", "unconfigured") else cell.tone)
        write(painter, QRectF(left, box.top(), text + 1, box.height()), cell.text, tone=tone)


def _tip(spec: HeatMap, cell: HeatCell) -> str:
    head = f"{spec.rows[cell.row]} · {spec.columns[cell.column]}"
    word = marks.WORDS.get(mark_of(cell), "")
    said = " ".join(filter(None, (word, cell.text)))
    return "\n".join(filter(None, (head, said, cell.note)))
