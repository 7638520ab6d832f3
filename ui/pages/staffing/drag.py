"""Carrying a card: it follows the mouse, asks what lies below, and says where it was let go.

Not Qt's own drag and drop: the card stays inside the page, the preview has to follow at once, and
a nested event loop would stop jobs from delivering.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme
from ui.pages.staffing.card import SeatCard
from ui.pages.staffing.seats import Seat


class Floating(QWidget):
    """The card that follows the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._card: SeatCard | None = None
        self.hide()

    def show_seat(self, seat: Seat, size: QSize, zoom: float) -> None:
        """Take the look of a seat."""
        if self._card is not None:
            self._card.deleteLater()
        self._card = SeatCard(seat, size.height() < theme.px(100) * zoom, self)
        self._card.set_zoom(zoom)
        self._card.hide()
        self.resize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._card is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.save()
        self._card.paint(painter, box)
        painter.restore()
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        painter.end()


class Carrying(QObject):
    """One card in the hand, from `take` until it is let go or Esc is pressed."""

    moved = Signal(object, QPointF)  # person, where on the screen
    dropped = Signal(object, QPointF)
    given_up = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.floating = Floating(page)
        self.person: int | None = None

    def take(self, person: int, seat: Seat, size: QSize, at: QPointF, zoom: float = 1.0) -> None:
        """Take a person's card into the hand."""
        self.person = person
        self.floating.show_seat(seat, size, zoom)
        self._place(at)
        self.floating.show()
        self.floating.raise_()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self.moved.emit(person, at)

    def stand_in(self, page: QWidget) -> None:
        """Measure places by another widget."""
        self._page = page

    def end(self) -> None:
        """Let go without putting the card anywhere."""
        if self.person is None:
            return
        self.person = None
        self.floating.hide()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.person is None or not isinstance(watched, QWidget):
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.end()
            self.given_up.emit()
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        at, person = event.globalPosition(), self.person
        if event.type() == QEvent.Type.MouseMove:
            self._place(at)
            self.moved.emit(person, at)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.end()
            self.dropped.emit(person, at)
            return False
        return False

    def _place(self, at: QPointF) -> None:
        where = self._page.mapFromGlobal(at.toPoint())
        self.floating.move(where + QPoint(theme.px(10), theme.px(8)))
