"""Where the teams of a category stand against one requirement: dots over the measured value."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from leadership_model.assessment.phrase import show
from ui import marks, theme
from ui.pages.structure.effect_work import Dot, Standing

NAMED = 14  # dots in all up to which each bears its name
SMALLEST = 4.0  # pixels between two dots where very many must find room


@dataclass(frozen=True, slots=True)
class _Place:
    rect: QRectF
    dot: Dot


class StandingView(QWidget):
    """Paints the target band, the tolerance beside it and a mark per team; a click opens it."""

    opened = Signal(object)  # id of a team

    def __init__(self) -> None:
        super().__init__()
        self._standing: Standing | None = None
        self._places: list[_Place] = []
        self._at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("各班子对这条要求的现状")

    def show_standing(self, standing: Standing | None) -> None:
        """Show another requirement's standing."""
        self._standing, self._at = standing, -1
        self.update()

    def standing(self) -> Standing | None:
        """What is shown."""
        return self._standing

    def sizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(170))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme.px(200), 240), theme.px(62))

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12))
        self._places = []
        if self._standing is None or not self._standing.dots:
            painter.setPen(theme.color("text2"))
            words = "这一类目前没有班子" if self._standing else "选择一条要求，看各班子的现状"
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
            return
        room = QRectF(self.rect()).adjusted(4, 2, -4, -theme.px(22))
        low, high = _range(self._standing)
        self._paint_bands(painter, room, low, high)
        self._paint_axis(painter, room, low, high)
        self._paint_dots(painter, room, low, high)

    def _x(self, value: float, room: QRectF, low: float, high: float) -> float:
        return room.left() + (value - low) / max(high - low, 1e-9) * room.width()

    def _paint_bands(self, painter: QPainter, room: QRectF, low: float, high: float) -> None:
        standing = self._standing
        assert standing is not None
        lo = low if standing.lo is None else standing.lo - _half(standing)
        hi = high if standing.hi is None else standing.hi + _half(standing)
        if standing.lo is None and standing.hi is None:
            return
        left, right = (
            self._x(max(lo, low), room, low, high),
            self._x(min(hi, high), room, low, high),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        bands = []
        if standing.lo is not None and standing.below:
            start = self._x(max(lo - standing.below, low), room, low, high)
            bands.append((start, left))
        if standing.hi is not None and standing.above:
            end = self._x(min(hi + standing.above, high), room, low, high)
            bands.append((right, end))
        for start, end in bands:
            box = QRectF(start, room.top(), max(end - start, 0), room.height())
            painter.fillRect(box, theme.color("yellow_tint"))
            if end - start > theme.px(46):
                _words(painter, box, "容差带", "yellow_text")
        box = QRectF(left, room.top(), max(right - left, 3), room.height())
        painter.fillRect(box, theme.color("green_tint"))
        _words(painter, box, _target_words(standing), "green_text")
        painter.setPen(QPen(theme.color("text3"), 1, Qt.PenStyle.DashLine))
        for value in (standing.former_lo, standing.former_hi):
            if value is not None:
                offset = -_half(standing) if value == standing.former_lo else _half(standing)
                x = self._x(value + offset, room, low, high)
                painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))

    def _paint_axis(self, painter: QPainter, room: QRectF, low: float, high: float) -> None:
        standing = self._standing
        assert standing is not None
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setPen(theme.color("text2"))
        foot = QRectF(0, room.bottom() + 2, 0, theme.px(20))
        measure = painter.fontMetrics().horizontalAdvance
        widest = max(measure(f"{show(float(round(v)))} {standing.unit}") for v in (low, high))
        for value in _ticks(low, high, int(room.width() // (widest + theme.px(10)))):
            x = self._x(value, room, low, high)
            text = f"{show(value)} {standing.unit}"
            width = measure(text) + 4
            left = min(max(x - width / 2, room.left()), room.right() - width)
            box = QRectF(left, foot.top(), width, foot.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_dots(self, painter: QPainter, room: QRectF, low: float, high: float) -> None:
        standing = self._standing
        assert standing is not None
        measured = [dot for dot in standing.dots if dot.low is not None]
        measured.sort(key=lambda each: (each.low or 0.0, each.name))
        names = max((painter.fontMetrics().horizontalAdvance(d.name) for d in measured), default=0)
        side, row = theme.px(11), theme.px(18)
        wide = side + names + theme.px(10)
        piles = self._piles(measured, wide, room, low, high)
        fits = max(int((room.height() - theme.px(20)) / row), 1)
        named = len(measured) <= NAMED and max(map(len, piles), default=0) <= fits
        step = float(row)
        if not named:
            piles = self._piles(measured, theme.px(9) + 3, room, low, high)
            step = self._step(piles, room, low, high)
            side = min(theme.px(9), max(round(step) - 1, 3))
            fits = max(int((room.height() - theme.px(18)) / step), 1)
        for pile in piles:
            columns = -(-len(pile) // fits)
            for at, dot in enumerate(pile):
                column, level = divmod(at, fits)
                x = self._x(dot.low or 0.0, room, low, high) + (column - (columns - 1) / 2) * step
                y = room.bottom() - step * (level + 1) + (step - side) / 2 - 2
                self._paint_dot(painter, QRectF(x - side / 2, y, side, side), dot, named, room)

    def _step(self, piles: list[list[Dot]], room: QRectF, low: float, high: float) -> float:
        """Give the largest distance of dots at which no pile reaches into the next."""
        places = [self._x(pile[0].low or 0.0, room, low, high) for pile in piles]
        gaps = [b - a for a, b in pairwise(places)] or [room.width()]
        gap, most = min(gaps), max(map(len, piles), default=1)
        step = float(theme.px(9) + 3)
        while step > SMALLEST:
            fits = max(int((room.height() - theme.px(18)) / step), 1)
            if -(-most // fits) * step <= gap:
                break
            step -= 0.5
        return step

    def _piles(
        self, dots: list[Dot], wide: float, room: QRectF, low: float, high: float
    ) -> list[list[Dot]]:
        """Pile up the dots (in order of x) that would lie on one another."""
        piles: list[list[Dot]] = []
        begun = -1e9
        for dot in dots:
            x = self._x(dot.low or 0.0, room, low, high)
            if not piles or x - begun >= wide:
                piles.append([])
                begun = x
            piles[-1].append(dot)
        return piles

    def _paint_dot(
        self, painter: QPainter, box: QRectF, dot: Dot, named: bool, room: QRectF
    ) -> None:
        marks.paint(painter, box, dot.verdict)
        place = box.adjusted(-2, -2, 2, 2)
        if named:
            width = painter.fontMetrics().horizontalAdvance(dot.name)
            left = box.right() + 5
            if left + width > room.right():
                left = box.left() - 5 - width
            words = QRectF(left, box.top() - 4, width + 2, box.height() + 8)
            painter.setPen(theme.color("text"))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), dot.name)
            place = place.united(words)
        if self.hasFocus() and len(self._places) == self._at:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, 3, 3)
        self._places.append(_Place(place, dot))

    # ---- pointing

    def dots(self) -> tuple[tuple[QRectF, Dot], ...]:
        """What can be pointed at, as painted last."""
        return tuple((each.rect, each.dot) for each in self._places)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            dot = self._dot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), _tip(dot) if dot else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._dot_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dot = self._dot_at(event.position())
        if dot is not None:
            self.opened.emit(dot.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._places:
            self._at = (self._at + step) % len(self._places)
            place = self._places[self._at]
            self.setAccessibleDescription(_tip(place.dot))
            corner = self.mapToGlobal(place.rect.bottomLeft().toPoint())
            QToolTip.showText(corner, _tip(place.dot), self)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space) and 0 <= self._at < len(
            self._places
        ):
            self.opened.emit(self._places[self._at].dot.id)
        else:
            super().keyPressEvent(event)

    def _dot_at(self, point: QPointF) -> Dot | None:
        return next((each.dot for each in self._places if each.rect.contains(point)), None)


def _tip(dot: Dot) -> str:
    return f"{dot.name}　{marks.WORDS[dot.verdict]}\n{dot.detail}\n单击打开研判"


def _words(painter: QPainter, box: QRectF, text: str, tone: str) -> None:
    painter.setPen(theme.color(tone))
    room = box.adjusted(5, 2, -2, 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), shown)
    painter.setPen(Qt.PenStyle.NoPen)


def _target_words(standing: Standing) -> str:
    from leadership_model.structure.phrase import target

    return f"目标 {target(standing.requirement)}"


def _whole(standing: Standing) -> bool:
    values = [v for dot in standing.dots for v in (dot.low, dot.high) if v is not None]
    return all(value == int(value) for value in values)


def _half(standing: Standing) -> float:
    """Give half a step beside whole numbers, so that a dot stands inside its band."""
    return 0.5 if _whole(standing) else 0.0


def _range(standing: Standing) -> tuple[float, float]:
    values = [dot.low for dot in standing.dots if dot.low is not None]
    bounds = [v for v in (standing.lo, standing.hi, standing.former_lo, standing.former_hi)
              if v is not None]  # fmt: skip
    every = [*values, *bounds] or [0.0, 1.0]
    low, high = min(every), max(every)
    if _whole(standing):
        return low - 0.75, high + 0.75
    margin = max((high - low) * 0.12, 0.5)
    return low - margin, high + margin


def _ticks(low: float, high: float, most: int) -> list[float]:
    """Give round values between two ends, eight at most and no more than have room."""
    most = min(max(most, 1), 8)
    steps = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    step = next((each for each in steps if (high - low) / each <= most), steps[-1])
    first = -(-low // step) * step
    made, value = [], first
    while value <= high:
        if value >= 0:
            made.append(float(value))
        value += step
    return made
