"""The painter of any spec: for the view on screen and for drawings on paper."""

from typing import assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from leadership_model.charts.spec import (
    Bars,
    ChartSpec,
    Dial,
    HeatMap,
    Ladder,
    Lines,
    Pyramid,
    Radar,
    Timeline,
)
from ui import theme
from ui.charts import bars, curves, dial, heat, ladder, pyramid, radar, timeline
from ui.charts.spot import Spot


def paint(painter: QPainter, rect: QRectF, spec: ChartSpec) -> tuple[Spot, ...]:
    """Paint a chart into a rectangle; the spots say what lies where."""
    match spec:
        case Bars():
            return bars.paint(painter, rect, spec)
        case Pyramid():
            return pyramid.paint(painter, rect, spec)
        case Ladder():
            return ladder.paint(painter, rect, spec)
        case Radar():
            return radar.paint(painter, rect, spec)
        case Dial():
            return dial.paint(painter, rect, spec)
        case HeatMap():
            return heat.paint(painter, rect, spec)
        case Timeline():
            return timeline.paint(painter, rect, spec)
        case Lines():
            return curves.paint(painter, rect, spec)
        case _:
            assert_never(spec)


def natural_height(spec: ChartSpec) -> int:
    """Give the height a chart wants, in px at the text scale in force."""
    match spec:
        case Bars():
            return bars.natural_height(spec)
        case Pyramid():
            return pyramid.natural_height(spec)
        case Ladder():
            return ladder.natural_height(spec)
        case Radar():
            return theme.px(radar.HEIGHT)
        case Dial():
            return theme.px(dial.HEIGHT)
        case HeatMap():
            return heat.natural_height(spec)
        case Timeline():
            return timeline.natural_height(spec)
        case Lines():
            return theme.px(curves.HEIGHT)
        case _:
            assert_never(spec)
