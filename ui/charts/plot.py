"""Lines over axes on screen, by pyqtgraph, in the colours of the theme; values on hover."""

from itertools import pairwise
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadership_model import months
from leadership_model.charts.spec import Line, Lines
from ui import theme
from ui.charts.curves import corners
from ui.charts.words import number


class _Months(pg.AxisItem):  # type: ignore[misc]
    """An axis that writes month indices as 2026-11."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        whole = [round(each) for each in values]
        return [months.show_iso(each) if each > 0 else "" for each in whole]

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        """Set ticks at the turn of years, far enough apart for their words."""
        most = max(size / theme.px(90), 1.0)
        steps = (1, 3, 6, 12, 24, 60, 120, 240)
        return [(next((n for n in steps if (high - low) / n <= most), 600), 0)]


class Plot(QWidget):
    """Shows `Lines`; the wheel and the mouse do not move it, so that a page can be scrolled."""

    def __init__(self, spec: Lines | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: Lines | None = None
        self._plot: Any = None
        self._rule: Any = None
        self._text: Any = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._on_repaletted)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        if spec is not None:
            self.show_spec(spec)

    def spec(self) -> Lines | None:
        """The lines shown."""
        return self._spec

    def show_spec(self, spec: Lines) -> None:
        """Show other lines."""
        self._spec = spec
        if self._plot is not None:
            self._plot.scene().sigMouseMoved.disconnect(self._on_moved)
            self._box.removeWidget(self._plot)
            self._plot.close()
            self._plot.deleteLater()
        self._plot = self._make(spec)
        self._box.addWidget(self._plot)
        self.setAccessibleName(spec.title)

    def values_at(self, x: float) -> str:
        """Say what the lines are at an x: one line of text each."""
        if self._spec is None:
            return ""
        head = months.show_iso(round(x)) if self._spec.x_months else number(round(x, 1))
        rows = [f"{self._spec.x_label} {head}".strip()]
        for line in self._spec.lines:
            value = _value(line, x)
            if value is not None:
                rows.append(f"{line.label} {number(round(value, 1))}")
        return "\n".join(rows)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt is walking over all widgets now: taking one away under its feet would crash.
        if event.type() == QEvent.Type.PaletteChange and self._spec is not None:
            self._later.start()

    def _on_repaletted(self) -> None:
        if self._spec is not None:
            self.show_spec(self._spec)

    def _make(self, spec: Lines) -> Any:  # noqa: ANN401 - pyqtgraph has no types
        axes = {"bottom": _Months("bottom")} if spec.x_months else {}
        plot = pg.PlotWidget(background=theme.color("surface"), axisItems=axes)
        item = plot.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.showGrid(x=False, y=True, alpha=0.15)
        for side, text in (("bottom", spec.x_label), ("left", spec.y_label)):
            axis = item.getAxis(side)
            axis.setPen(theme.color("line2"))
            axis.setTextPen(theme.color("text2"))
            axis.setTickFont(theme.font(12))
            axis.label.setFont(theme.font(12))
            axis.enableAutoSIPrefix(False)  # seconds and points are never told in thousandths
            if text:
                item.setLabel(side, text, color=theme.tokens().text2)
        ends = [line.points[-1][1] for line in spec.lines if line.points]
        drawn = [self._draw(item, line, max(ends, default=0.0)) for line in spec.lines]
        if spec.shade is not None:
            ground = QColor(theme.color("accent"))
            ground.setAlphaF(0.14)
            first, last = spec.shade
            item.addItem(pg.FillBetweenItem(drawn[first], drawn[last], brush=ground))
        self._rule = pg.InfiniteLine(angle=90, pen=pg.mkPen(theme.color("accentline"), width=1))
        self._rule.hide()
        self._text = pg.TextItem(
            color=theme.color("text"), fill=theme.color("surface"), border=theme.color("line2")
        )
        self._text.setFont(theme.font(12))
        self._text.hide()
        item.addItem(self._rule, ignoreBounds=True)
        item.addItem(self._text, ignoreBounds=True)
        plot.scene().sigMouseMoved.connect(self._on_moved)
        return plot

    def _draw(self, item: Any, line: Line, top: float) -> Any:  # noqa: ANN401 - no types
        points = corners(line)
        style = Qt.PenStyle.DashLine if line.dashed else Qt.PenStyle.SolidLine
        pen = pg.mkPen(theme.color(line.tone), width=2, style=style)
        curve = item.plot([x for x, _ in points], [y for _, y in points], pen=pen, antialias=True)
        if points:
            # The highest line is named above its end, the others below theirs.
            above = 1 if points[-1][1] >= top else 0
            label = pg.TextItem(
                line.label,
                color=theme.color("text2"),
                anchor=(1, above),
                fill=theme.color("surface"),
            )
            label.setFont(theme.font(12))
            label.setPos(*points[-1])
            item.addItem(label, ignoreBounds=True)
        return curve

    def _on_moved(self, point: QPointF) -> None:
        item = self._plot.getPlotItem()
        inside = item.sceneBoundingRect().contains(point)
        self._rule.setVisible(inside)
        self._text.setVisible(inside)
        if inside:
            at = item.vb.mapSceneToView(point)
            self._rule.setPos(at.x())
            self._text.setText(self.values_at(at.x()))
            left = at.x() < sum(item.vb.viewRange()[0]) / 2
            self._text.setAnchor((0, 0) if left else (1, 0))
            self._text.setPos(at.x(), item.vb.viewRange()[1][1])

    def leaveEvent(self, event: QEvent) -> None:
        if self._rule is not None:
            self._rule.hide()
            self._text.hide()


def _value(line: Line, x: float) -> float | None:
    """Read a line at an x: the last value with steps, between two points otherwise."""
    points = line.points
    if not points or not points[0][0] <= x <= points[-1][0]:
        return None
    for (x0, y0), (x1, y1) in pairwise(points):
        if x0 <= x <= x1:
            share = 0.0 if line.steps or x1 == x0 else (x - x0) / (x1 - x0)
            return y1 if line.steps and x == x1 else y0 + (y1 - y0) * share
    return points[-1][1]
