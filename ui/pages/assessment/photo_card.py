"""One member as a card with a photo."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import names, theme
from ui.card.photo import paint_figure
from ui.pages.assessment import work
from ui.pages.assessment.roster import Member
from ui.tables import painting

WIDE, HIGH = 190, 92


class PhotoCard(QWidget):
    """One member: photo, name, age, post and time in post; a click opens the card."""

    clicked = Signal(object)

    def __init__(self, member: Member, id: str) -> None:
        super().__init__()
        self._member, self._id = member, id
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{member.name} {member.post}")
        self.setToolTip(f"{member.name}\n{member.post}\n{_facts(member)}\n{_since(member)}")
        if id:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def id(self) -> str:
        """The id of the person, empty for an outsider."""
        return self._id

    def show_picture(self, jpeg: bytes) -> None:
        """Show the photo instead of the neutral figure."""
        self._picture = QPixmap()
        self._picture.loadFromData(jpeg)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE), theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.color("accent" if self.hasFocus() else "line"))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(whole, 6, 6)
        inset = theme.px(8)
        photo = QRectF(inset, inset, theme.px(58), self.height() - 2 * inset)
        if self._picture is None or self._picture.isNull():
            paint_figure(painter, photo, self._member.name)
        else:
            scaled = self._picture.size().scaled(
                photo.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRectF(0, 0, scaled.width(), scaled.height())
            place.moveCenter(photo.center())
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        self._paint_words(painter, photo.right() + inset)
        painter.end()

    def _paint_words(self, painter: QPainter, left: float) -> None:
        room = self.width() - left - theme.px(8)
        member = self._member
        post = work.short_post(member.post)
        lines = (
            (member.name, 15, True, "text", 21),
            (_facts(member), 12, False, "text2", 18),
            (post, 12, False, "text", 18),
            (_since(member), 12, False, "text2", 18),
        )
        y = float(theme.px(8))
        for text, size, bold, tone, high in lines:
            painter.setFont(theme.font(size, bold))
            painter.setPen(theme.color(tone))
            box = QRectF(left, y, room, theme.px(high))
            shown = painting.elided(text, size, bold, room)
            painter.drawText(box, painting.side_flags("left"), shown)
            y += theme.px(high)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._id and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self._id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._id and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.clicked.emit(self._id)
        else:
            super().keyPressEvent(event)


def _facts(member: Member) -> str:
    if not member.known:
        return "库外人员，资料未知"
    age = "年龄待核" if member.age is None else f"{member.age} 岁"
    return " · ".join(filter(None, (member.sex, age, member.ethnicity)))


def _since(member: Member) -> str:
    return "" if member.months is None else f"任现职 {names.span(member.months)}"
