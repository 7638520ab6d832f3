"""Lines over a common x for paper, where no plot widget is at hand; `plot` shows them on screen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from leadership_model import months
from leadership_model.charts.spec import Line, Lines
from ui import theme
from ui.charts.spot import Spot
from ui.charts.words import number, width, write

FOOT = 20
HEIGHT = 200  # px it wants at 100 %


def extent(values: list[float]) -> tuple[float, float]:
    """Give the room an axis shows: all values, and never an empty span."""
    low, high = min(values), max(values)
    return (low - 0.5, high + 0.5) if low == high else (low, high)


def corners(line: Line) -> list[tuple[float, float]]:
    """Give the points to join: with steps, a value holds until the next x."""
    if not line.steps:
        return list(line.points)
    made: list[tuple[float, float]] = []
    for x, y in line.points:
        if made:
            made.append((x, made[-1][1]))
        made.append((x, y))
    return made


def paint(painter: QPainter, rect: QRectF, spec: Lines) -> tuple[Spot, ...]:
    """Paint the lines with the ends of their axes and their names at the right."""
    points = [point for line in spec.lines for point in line.points]
    if not points:
        write(painter, rect, "没有可显示的数据", side="center")
        return ()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    across, up = extent([x for x, _ in points]), extent([y for _, y in points])
    left = max(width(number(round(each, 1))) for each in up) + theme.px(8)
    right = max(width(each.label) for each in spec.lines) + theme.px(10)
    plot = rect.adjusted(left, theme.px(8), -right, -theme.px(FOOT))

    def place(point: tuple[float, float]) -> QPointF:
        return QPointF(
            plot.left() + (point[0] - across[0]) / (across[1] - across[0]) * plot.width(),
            plot.bottom() - (point[1] - up[0]) / (up[1] - up[0]) * plot.height(),
        )

    shapes = [QPolygonF([place(point) for point in corners(line)]) for line in spec.lines]
    if spec.shade is not None:
        _shade(painter, shapes[spec.shade[0]], shapes[spec.shade[1]])
    _axes(painter, plot, across, up, spec)
    for line, shape in zip(spec.lines, shapes, strict=True):
        style = Qt.PenStyle.DashLine if line.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.color(line.tone), 2, style))
        painter.drawPolyline(shape)
        if line.points:
            box = QRectF(plot.right() + theme.px(6), shape.last().y() - 9, right, 18)
            write(painter, box, line.label, tone="text")
    return ()


def _shade(painter: QPainter, first: QPolygonF, last: QPolygonF) -> None:
    ground = QColor(theme.color("accent"))
    ground.setAlphaF(0.12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPolygon(QPolygonF([*first.toList(), *reversed(last.toList())]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _axes(
    painter: QPainter,
    plot: QRectF,
    across: tuple[float, float],
    up: tuple[float, float],
    spec: Lines,
) -> None:
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.drawLine(plot.topLeft(), plot.bottomLeft())
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())
    high = theme.px(18)
    for value, y in ((up[0], plot.bottom()), (up[1], plot.top())):
        box = QRectF(plot.left() - 100, y - high / 2, 100 - theme.px(5), high)
        write(painter, box, number(round(value, 1)), side="right")
    for value, side in ((across[0], "left"), (across[1], "right")):
        text = months.show_iso(round(value)) if spec.x_months else number(round(value, 1))
        box = QRectF(plot.left(), plot.bottom() + 2, plot.width(), high)
        write(painter, box, text, side=side)
    write(
        painter,
        QRectF(plot.left(), plot.bottom() + 2, plot.width(), high),
        spec.x_label,
        side="center",
    )
