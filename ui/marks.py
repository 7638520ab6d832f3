"""Marks of verdicts and states, drawn as shapes: colour never stands alone.

green = circle, yellow = triangle, red = square, veto = square with a bar cut out, unknown = ring,
unconfigured = dashed ring (solid below 11 px, where dashes cannot be told apart).
"""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui import theme

KINDS = ("green", "yellow", "red", "veto", "unknown", "unconfigured")
WORDS = {
    "green": "达标",
    "yellow": "接近",
    "red": "不达标",
    "veto": "一票否决",
    "unknown": "待核",
    "unconfigured": "未配置",
}


def paint(painter: QPainter, rect: QRectF, kind: str, faint: bool = False) -> None:
    """Paint the mark of a verdict or state, centred in `rect` and as large as its shorter side."""
    size = min(rect.width(), rect.height())
    box = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
    color = theme.verdict(kind).mark
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if faint:
        painter.setOpacity(0.45)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    match kind:
        case "green" | "pass":
            painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        case "yellow":
            painter.drawPolygon(_triangle(box))
        case "red" | "fail":
            painter.drawRect(box.adjusted(0.8, 0.8, -0.8, -0.8))
        case "veto":
            _paint_veto(painter, box.adjusted(0.5, 0.5, -0.5, -0.5))
        case _:
            _paint_ring(painter, box, kind == "unconfigured" and size >= 11)
    painter.restore()


def _triangle(box: QRectF) -> QPolygonF:
    low = box.bottom() - box.height() * 0.06
    high = box.top() + box.height() * 0.06
    return QPolygonF(
        [QPointF(box.center().x(), high), QPointF(box.right(), low), QPointF(box.left(), low)]
    )


def _paint_veto(painter: QPainter, box: QRectF) -> None:
    """Paint a square and leave a bar open in it, so that any ground shows through."""
    bar = QRectF(0, 0, box.width() * 0.56, box.height() * 0.2)
    bar.moveCenter(box.center())
    painter.drawRect(QRectF(box.left(), box.top(), box.width(), bar.top() - box.top()))
    painter.drawRect(QRectF(box.left(), bar.bottom(), box.width(), box.bottom() - bar.bottom()))
    painter.drawRect(QRectF(box.left(), bar.top(), bar.left() - box.left(), bar.height()))
    painter.drawRect(QRectF(bar.right(), bar.top(), box.right() - bar.right(), bar.height()))


def _paint_ring(painter: QPainter, box: QRectF, dashed: bool) -> None:
    width = max(1.4, box.width() * 0.14)
    pen = QPen(painter.brush().color(), width)
    half = width / 2 + 0.3
    if dashed:
        length = math.pi * (box.width() - 2 * half) / width
        pen.setDashPattern([length / 14 * 1.1, length / 14 * 0.9])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(half, half, -half, -half))
