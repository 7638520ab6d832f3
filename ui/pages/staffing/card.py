"""One post on the board as a card: photo or compact, held or vacant, painted by hand."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from leadership_model.people.seating import VACANT
from ui import icons, marks, theme
from ui.card.photo import paint_figure
from ui.pages.staffing.seats import Seat

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class SeatCard(QWidget):
    """Shows one seat. It can be chosen, dragged, dropped on, walked to by the arrow keys."""

    chosen = Signal(object)  # post
    opened = Signal(object)  # post: double click or space
    dragged = Signal(object, QPointF)  # post, where on the screen
    walked = Signal(object, object)  # post, arrow key
    menu_asked = Signal(object, QPointF)

    def __init__(self, seat: Seat, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seat, self.compact = seat, compact
        self.zoom = 1.0
        self.picture: QPixmap | None = None
        self._target = self._carried = False
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.show_seat(seat)

    def show_seat(self, seat: Seat) -> None:
        """Show another state of the seat."""
        self.seat = seat
        self.setToolTip(seat.tip)
        held = seat.name or "缺岗"
        words = [held, seat.title, *(text for text, _ in seat.lines)]
        self.setAccessibleName("，".join(words))
        self.update()

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show the photo of who sits here."""
        self.picture = picture
        self.update()

    def set_target(self, on: bool) -> None:
        """Mark it as the place a carried card would be put."""
        if on != self._target:
            self._target = on
            self.update()

    def set_carried(self, on: bool) -> None:
        """Show it faint while it is being carried."""
        if on != self._carried:
            self._carried = on
            self.update()

    def set_zoom(self, zoom: float) -> None:
        """Take another size: 1.0 is the usual one."""
        if zoom != self.zoom:
            self.zoom = zoom
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(123), theme.px(74 if self.compact else 112)) * self.zoom

    def minimumSizeHint(self) -> QSize:
        return QSize(round(theme.px(100) * self.zoom), self.sizeHint().height())

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRectF(self.rect()))
        painter.end()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the card into a rectangle; also used for the card that follows the mouse."""
        painter.scale(self.zoom, self.zoom)
        rect = QRectF(rect.x(), rect.y(), rect.width() / self.zoom, rect.height() / self.zoom)
        if self._carried:
            painter.setOpacity(0.4)
        self._paint_ground(painter, rect)
        if self.seat.person == VACANT:
            self._paint_vacant(painter, rect)
        elif self.compact:
            self._paint_compact(painter, rect)
        else:
            self._paint_photo(painter, rect)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        vacant, wide = self.seat.person == VACANT, self._target or self.hasFocus()
        edge = "red" if self.seat.draft else "accentline" if self.seat.proposed else "line"
        edge = "line2" if vacant else edge
        pen = QPen(theme.color("accent" if wide else edge), 2 if wide else 1)
        if vacant and not wide:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        ground = "accentsoft" if self._target else "sunken" if vacant else "surface"
        painter.setBrush(theme.color(ground))
        inset = 1.0 if wide else 0.5
        box = rect.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 5, 5)
        if self.seat.proposed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("red" if self.seat.draft else "accent"))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 3, rect.height()), 1.5, 1.5)

    def _paint_vacant(self, painter: QPainter, rect: QRectF) -> None:
        left, side = rect.left() + theme.px(12), theme.px(10)
        top = rect.top() + theme.px(10 if self.compact else 18)
        marks.paint(painter, QRectF(left, top + theme.px(5), side, side), "red")
        room = QRectF(left + theme.px(16), top, rect.right() - left - theme.px(20), theme.px(20))
        _write(painter, room, "缺岗", 14, "red_text", bold=True)
        line = QRectF(left, room.bottom() + theme.px(2), rect.width() - theme.px(20), theme.px(18))
        _write(painter, line, self.seat.title, 12, "text")
        if self.seat.left:
            _write(painter, line.translated(0, theme.px(18)), self.seat.left, 12, "yellow_text")

    def _paint_photo(self, painter: QPainter, rect: QRectF) -> None:
        left, right = rect.left() + theme.px(8), rect.right() - theme.px(7)
        top = QRectF(left, rect.top() + theme.px(4), right - left - theme.px(14), theme.px(18))
        _write(painter, top, self.seat.title, 12, "text2")
        side = theme.px(10)
        marks.paint(
            painter,
            QRectF(right - side, top.center().y() - side / 2, side, side),
            self.seat.mark or "green",
        )
        photo = QRectF(left, rect.top() + theme.px(28), theme.px(40), rect.height() - theme.px(38))
        self._paint_person(painter, photo)
        words = QRectF(photo.right() + theme.px(7), photo.top() - theme.px(4), 0, theme.px(22))
        words.setRight(rect.right() - theme.px(3))
        _write(painter, words, self.seat.name, 15, "text")
        line = QRectF(words.left(), words.bottom() + theme.px(1), words.width(), theme.px(18))
        for text, tone in self.seat.lines:
            _write(painter, line, text, 12, tone)
            line = line.translated(0, theme.px(18))
        self._paint_icons(painter, rect)

    def _paint_compact(self, painter: QPainter, rect: QRectF) -> None:
        left, right = rect.left() + theme.px(8), rect.right() - theme.px(7)
        photo = QRectF(left, rect.top() + theme.px(9), theme.px(36), rect.height() - theme.px(18))
        self._paint_person(painter, photo)
        side = theme.px(10)
        at = rect.top() + theme.px(9)
        marks.paint(painter, QRectF(right - side, at, side, side), self.seat.mark or "green")
        words = QRectF(photo.right() + theme.px(7), rect.top() + theme.px(6), 0, theme.px(20))
        words.setRight(right - theme.px(14))
        _write(painter, words, self.seat.name, 14, "text")
        words.setRight(rect.right() - theme.px(3))
        words.setHeight(theme.px(18))
        words.moveTop(rect.top() + theme.px(28))
        _write(painter, words, self.seat.title, 12, "text2")
        last = [text for text, _ in self.seat.lines]
        tone = self.seat.lines[-1][1] if self.seat.lines else "text2"
        short = " · ".join([last[0], last[-1]]) if len(last) == 3 else (last or [""])[0]
        _write(painter, words.translated(0, theme.px(20)), short, 12, tone)
        self._paint_icons(painter, rect)

    def _paint_person(self, painter: QPainter, box: QRectF) -> None:
        if self.picture is None or self.picture.isNull():
            tone = "accentsoft" if self.seat.proposed else "greys"
            paint_figure(painter, box, self.seat.name, tone)
            return
        wanted = self.picture.size().scaled(
            box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        place = QRectF(0, 0, box.width() / wanted.width(), box.height() / wanted.height())
        source = QRectF(
            0, 0, place.width() * self.picture.width(), place.height() * self.picture.height()
        )
        source.moveCenter(QRectF(self.picture.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(box, self.picture, source)

    def _paint_icons(self, painter: QPainter, rect: QRectF) -> None:
        side = theme.px(13)
        right = rect.right() - theme.px(6)
        for shown, name, tone in (
            (self.seat.draft, "alert-outline", "red_text"),
            (self.seat.pinned, "pin", "text2"),
            (self.seat.linked, "link-variant", "text2"),
        ):
            if shown:
                box = QRectF(right - side, rect.bottom() - side - theme.px(5), side, side)
                icons.paint(painter, box, name, theme.color(tone))
                right -= side + theme.px(4)

    # ---- hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self.seat.person < 0:
            return
        far = (event.globalPosition() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            self.dragged.emit(self.seat.post, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.opened.emit(self.seat.post)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.menu_asked.emit(self.seat.post, QPointF(event.globalPos()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.chosen.emit(self.seat.post)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            self.walked.emit(self.seat.post, event.key())
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self.opened.emit(self.seat.post)
        else:
            super().keyPressEvent(event)


def _write(
    painter: QPainter, room: QRectF, text: str, size: int, tone: str, *, bold: bool = False
) -> None:
    font = theme.font(size, bold)
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
