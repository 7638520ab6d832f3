"""The career as lanes by kind of unit: bars over the years, gaps visible, words on hover."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from leadership_model import months
from ui import theme
from ui.card.facts import LANES, CardFacts, Stretch

ROW, HEAD, FOOT, LEFT = 16, 2, 18, 34


class CareerLanes(QWidget):
    """Draws the stretches of one person; the height follows the number of lanes in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches: tuple[Stretch, ...] = ()
        self._gaps: tuple[tuple[int, int], ...] = ()
        self._start = self._end = 0
        self._lanes: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_career(self, facts: CardFacts, since: int | None = None) -> None:
        """Show a career; with `since` the axis begins there, so that several can be compared."""
        self._stretches, self._gaps = facts.stretches, facts.gaps
        used = {each.lane for each in self._stretches}
        self._lanes = [lane for lane in LANES if lane in used]
        first = min((each.start for each in self._stretches), default=facts.as_of)
        first = first if since is None else since
        self._start, self._end = first - first % 12, facts.as_of + 6
        self.setAccessibleName("履历时间轴")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, theme.px(HEAD + FOOT + ROW * len(self._lanes)))

    def stretch_at(self, point: QPointF) -> Stretch | None:
        """Give the stretch under a point."""
        for each in reversed(self._stretches):
            if self._box(each).adjusted(0, -2, 0, 2).contains(point):
                return each
        return None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.stretch_at(QPointF(event.pos()))
            if found is not None:
                QToolTip.showText(event.globalPos(), found.text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._lanes:
            return
        painter = QPainter(self)
        painter.setFont(theme.font(12))
        for row, lane in enumerate(self._lanes):
            top = theme.px(HEAD + ROW * row)
            painter.setPen(theme.color("text2"))
            name = QRectF(0, top, theme.px(LEFT), theme.px(ROW))
            painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), lane)
            y = top + theme.px(ROW) - 0.5
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(theme.px(LEFT), y), QPointF(self.width(), y))
        self._paint_stretches(painter)
        self._paint_gaps(painter)
        self._paint_years(painter)

    def _paint_stretches(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for each in self._stretches:
            color = QColor(theme.color(each.tone))
            color.setAlphaF(0.5 if each.faint else 1.0)
            painter.setBrush(color)
            painter.drawRoundedRect(self._box(each), 1.5, 1.5)

    def _paint_gaps(self, painter: QPainter) -> None:
        bottom = theme.px(HEAD + ROW * len(self._lanes))
        for start, end in self._gaps:
            left, right = self._x(start), self._x(end)
            shade = QColor(theme.color("yellow"))
            shade.setAlphaF(0.16)
            painter.fillRect(QRectF(left, 0, max(right - left, 2), bottom), shade)
            painter.setPen(QPen(theme.color("yellow"), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(left, 0), QPointF(left, bottom))
        painter.setPen(QPen(theme.color("accent"), 1.4))
        now = self._x(self._end - 6)
        painter.drawLine(QPointF(now, 0), QPointF(now, bottom))

    def _paint_years(self, painter: QPainter) -> None:
        painter.setPen(theme.color("text2"))
        first, last = months.year_of(self._start), months.year_of(self._end)
        step = 5 if last - first <= 22 else 10
        top = theme.px(HEAD + ROW * len(self._lanes)) + 2
        width = theme.px(36)
        for year in range(first + (-first) % step, last + 1, step):
            at = min(max(self._x(year * 12), theme.px(LEFT) + width / 2), self.width() - width / 2)
            box = QRectF(at - width / 2, top, width, theme.px(FOOT) - 2)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(year))

    def _box(self, each: Stretch) -> QRectF:
        top = theme.px(HEAD + ROW * self._lanes.index(each.lane)) + theme.px(3)
        left, right = self._x(each.start), self._x(each.end)
        return QRectF(left, top, max(right - left - 1, 2), theme.px(ROW - 7))

    def _x(self, month: int) -> float:
        left = theme.px(LEFT) + 2
        return left + (month - self._start) / max(self._end - self._start, 1) * (
            self.width() - left
        )
