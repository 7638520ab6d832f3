"""How a cell of the colour map is painted; from a picture made once for all like it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from ui import marks, theme
from ui.charts.words import width, write
from ui.pages.home.map_layout import CellBox

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment

INSET = 1.5


class Sprites:
    """Pictures of cells in the look in force; a map owns one and they end with it."""

    def __init__(self) -> None:
        self._stamp: object = None
        self._made: dict[tuple[object, ...], QPixmap] = {}

    def paint(
        self, painter: QPainter, cell: CellBox, found: "Assessment | None", dense: bool
    ) -> None:
        """Paint a cell; without an assessment it is empty."""
        if self._stamp != theme.stamp():
            self._stamp, self._made = theme.stamp(), {}
        state = found.state if found is not None else ""
        text = _score(found, dense) if found is not None and cell.large else ""
        size, ratio = cell.rect.size(), painter.device().devicePixelRatioF()
        key = (state, text, size.width(), size.height(), cell.large, dense, ratio)
        if key not in self._made:
            self._made[key] = _picture(
                state, text, QRectF(QPointF(0, 0), size), cell.large, dense, ratio
            )
        place = QPointF(round(cell.rect.left()), round(cell.rect.top()))
        painter.drawPixmap(place, self._made[key])


def _picture(
    state: str, text: str, rect: QRectF, large: bool, dense: bool, ratio: float
) -> QPixmap:
    """Make the picture of a cell: ground, mark and, where it fits, the score."""
    made = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    down = 2 if large else 0
    box = rect.adjusted(INSET, INSET + down, -INSET, -INSET - down)
    _ground(painter, box, state)
    if state:
        _mark(painter, box, state, text, theme.px(7 if dense else 10 if large else 8), dense)
    painter.end()
    return made


def _mark(painter: QPainter, box: QRectF, state: str, text: str, side: int, dense: bool) -> None:
    long = width(text) if text else 0.0
    gap = theme.px(3 if dense else 5) if text else 0
    if side + gap + long > box.width():
        text, long, gap = "", 0.0, 0
    left = box.center().x() - (side + gap + long) / 2
    marks.paint(painter, QRectF(left, box.center().y() - side / 2, side, side), state)
    if text:
        room = QRectF(left + side + gap, box.top(), long + 1, box.height())
        write(painter, room, text, tone=theme.verdict(state).text)


def paint_ring(painter: QPainter, rect: QRectF, large: bool) -> None:
    """Paint the ring of the cell pointed at."""
    down = 2 if large else 0
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 2))
    box = rect.adjusted(INSET, INSET + down, -INSET, -INSET - down)
    painter.drawRoundedRect(box, 4, 4)


def _ground(painter: QPainter, box: QRectF, state: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if state == "unconfigured":
        # Small rings look alike: what has no model stands in an outline without a tint.
        painter.setPen(QPen(theme.color("line2"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(theme.verdict(state).tint if state else theme.color("greys"))
    painter.drawRoundedRect(box, 3, 3)


def _score(assessment: "Assessment", dense: bool) -> str:
    """Write a score for a cell; of a range a narrow cell has the lower end alone."""
    low, high = assessment.score_low, assessment.score_high
    if low is None or high is None:
        return ""
    if f"{low:.1f}" == f"{high:.1f}":
        return f"{low:.1f}" if low < 100 else "100"
    return f"≥ {low:.0f}" if dense else f"{low:.0f}～{high:.0f}"
