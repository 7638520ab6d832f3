"""A team's months as bands: a click or the arrow keys pick a month, a tip says what holds then."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from leadership_model import months
from leadership_model.charts.strip import Run, Strip
from ui import marks, theme
from ui.charts.words import text_tone, width, write

HEAD, ROW = 22, 24
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -12, Qt.Key.Key_PageDown: 12}
EMPTY = Strip(title="", start=0, end=0)


class MonthStrip(QWidget):
    """Shows one strip; `picked` carries the month under the mouse, or that the keys went to."""

    picked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip, self._month = EMPTY, 0
        self._longest: float | None = None  # px of the longest label, measured when asked for
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_strip(self, strip: Strip, month: int) -> None:
        """Show other months, one of them picked."""
        self._strip, self._month, self._longest = strip, month, None
        self.updateGeometry()
        self.update()

    def strip(self) -> Strip:
        """What is shown."""
        return self._strip

    def month(self) -> int:
        """The month picked."""
        return self._month

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(HEAD) + theme.px(ROW) * len(self._strip.rows) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(320), self.sizeHint().height())

    # ---- geometry

    def _left(self) -> float:
        if self._longest is None:
            self._longest = max((width(each.label, 13) for each in self._strip.rows), default=0)
        return float(min(self._longest + theme.px(20), self.width() * 0.28))

    def _step(self) -> float:
        count = max(self._strip.end - self._strip.start, 1)
        return (self.width() - self._left() - theme.px(8)) / count

    def x_of(self, month: int) -> float:
        """Give where the middle of a month is."""
        return self._left() + (month - self._strip.start + 0.5) * self._step()

    def _at(self, x: float) -> int | None:
        month = self._strip.start + int((x - self._left()) // max(self._step(), 0.1))
        return month if self._strip.start <= month < self._strip.end else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._longest = None

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter)
        high = theme.px(ROW)
        for at, row in enumerate(self._strip.rows):
            top = theme.px(HEAD) + at * high
            place = QRectF(theme.px(8), top, self._left() - theme.px(14), high)
            write(painter, place, row.label, tone="text", size=13)
            former = None
            for run in row.runs:
                self._paint_run(painter, run, top, high, run.mark != former)
                former = run.mark
        self._paint_picked(painter)
        painter.end()

    def _paint_run(
        self, painter: QPainter, run: Run, top: float, high: float, turned: bool
    ) -> None:
        """Paint months that say the same; the mark stands where the verdict is another."""
        left = self._left() + (run.start - self._strip.start) * self._step()
        wide = (run.end - run.start) * self._step()
        box = QRectF(left + (0.5 if turned else 0), top + 2, max(wide - 0.5, 1), high - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.verdict(run.mark).tint if run.mark else theme.color("sunken"))
        painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = min(theme.px(9), wide - 2)
        x = box.left() + min(theme.px(3), max((wide - side) / 2, 0))
        if run.mark and turned and side >= 4:
            marks.paint(painter, QRectF(x, box.center().y() - side / 2, side, side), run.mark)
            x += side + theme.px(3)
        if width(run.text, 12) <= box.right() - x:
            tone = "grey" if run.mark in ("unknown", "unconfigured") else run.mark
            room = QRectF(x, box.top(), box.right() - x, box.height())
            write(painter, room, run.text, tone=text_tone(tone) if tone else "text2")

    def _paint_years(self, painter: QPainter) -> None:
        """Name the first month and every January."""
        strip, last = self._strip, -1.0
        for month in range(strip.start, strip.end):
            if month != strip.start and month % 12:
                continue
            x = self._left() + (month - strip.start) * self._step()
            text = months.show_iso(month) if month == strip.start else str(month // 12)
            if x < last or x + width(text) > self.width():
                continue
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.drawLine(QPointF(x, theme.px(HEAD) - 4), QPointF(x, self.height()))
            write(painter, QRectF(x + 2, 0, width(text) + 4, theme.px(HEAD) - 2), text)
            last = x + width(text) + theme.px(8)

    def _paint_picked(self, painter: QPainter) -> None:
        if self._strip.start <= self._month < self._strip.end:
            left = self._left() + (self._month - self._strip.start) * self._step()
            painter.setPen(QPen(theme.color("accent"), 2 if self.hasFocus() else 1.4))
            painter.drawRoundedRect(QRectF(left, 1, self._step(), self.height() - 3), 2, 2)

    # ---- pointing and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        month = self._at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and month is not None:
            self.pick(month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, strip = Qt.Key(event.key()), self._strip
        if key in STEPS:
            self.pick(min(max(self._month + STEPS[key], strip.start), strip.end - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.pick(strip.start if key == Qt.Key.Key_Home else strip.end - 1)
        else:
            super().keyPressEvent(event)

    def pick(self, month: int) -> None:
        """Go to a month."""
        if month != self._month:
            self._month = month
            self.setAccessibleDescription(self._told(month, 0))
            self.update()
            self.picked.emit(month)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            month = self._at(event.pos().x())
            row = (event.pos().y() - theme.px(HEAD)) // max(theme.px(ROW), 1)
            text = "" if month is None or row < 0 else self._told(month, row)
            QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
            return True
        return super().event(event)

    def _told(self, month: int, row: int) -> str:
        if row >= len(self._strip.rows):
            return ""
        line = self._strip.rows[row]
        note = next((each.note for each in line.runs if each.start <= month < each.end), "")
        return f"{months.show_iso(month)} {line.label}\n{note}"
