"""A tile: one figure with what it counts; a click opens the list behind it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import icons, theme
from ui.charts.words import width, write
from ui.widgets.labels import link

if TYPE_CHECKING:
    from leadership_model.assessment.figure import Figure

ICONS = {
    "vacant": "seat-outline",
    "over": "account-multiple-plus-outline",
    "retiring6": "calendar-clock-outline",
    "retiring12": "calendar-month-outline",
    "probation": "account-check-outline",
    "grades": "stairs-up",
    "ten_years": "timer-sand",
    "two_terms": "repeat",
    "sanctions": "gavel",
    "recusal": "account-cancel-outline",
    "doubts": "database-alert-outline",
}


class Tile(QAbstractButton):
    """Shows one figure; `opened` carries it, `doubted` asks for those of whom it is unknown."""

    opened = Signal(object)
    doubted = Signal(object)

    def __init__(self, id: str) -> None:
        super().__init__()
        self.id = id
        self.figure: Figure | None = None
        self._narrow = False
        self.setObjectName(f"tile.{id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._doubt = link("", self._on_doubt)
        self._doubt.setParent(self)
        self._doubt.hide()
        self.clicked.connect(self._on_clicked)

    def show_figure(self, figure: "Figure") -> None:
        """Show a figure."""
        self.figure = figure
        self.setText(f"{figure.label} {figure.count}")
        self.setAccessibleName(f"{figure.label} {figure.count}，{'，'.join(figure.notes)}")
        self.setToolTip("\n".join((f"{figure.title} {figure.count}", " · ".join(figure.notes))))
        self._doubt.setVisible(bool(figure.doubtful))
        self._doubt.setText(f"待核 {len(figure.doubtful)}")
        self._doubt.setToolTip(f"{figure.title}：资料缺失或尚未确认的 {len(figure.doubtful)} 项")
        self._place()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Put the facts beside the figure instead of below it."""
        self._narrow = narrow
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(150 if self._narrow else 180), theme.px(56 if self._narrow else 84))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put the link to what is unknown at the lower right."""
        size = self._doubt.sizeHint()
        self._doubt.resize(size)
        below = theme.px(5 if self._narrow else 7)
        self._doubt.move(
            self.width() - size.width() - theme.px(9), self.height() - size.height() - below
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if self.hasFocus() or self.underMouse() else "line"
        painter.setPen(QPen(theme.color(edge), 1))
        painter.setBrush(theme.color("sunken" if self.isDown() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = QRectF(self.rect()).adjusted(theme.px(12), theme.px(7), -theme.px(10), 0)
        side = theme.px(16)
        mark = QRectF(inner.right() - side, inner.top() + 1, side, side)
        icons.paint(painter, mark, ICONS[self.id], theme.color("text2"))
        if self.figure is not None:
            head = QRectF(inner.left(), inner.top(), inner.width() - side - 6, theme.px(19))
            write(painter, head, self.figure.label, tone="text2", size=13)
            self._paint_figure(painter, inner)
        painter.end()

    def _paint_figure(self, painter: QPainter, inner: QRectF) -> None:
        figure = self.figure
        assert figure is not None
        tone = "red_text" if figure.urgent else "text"
        text = f"{figure.count:,}"
        doubt = self._doubt.width() + theme.px(4) if figure.doubtful else 0
        if self._narrow:
            place = QRectF(inner.left(), inner.top() + theme.px(20), inner.width(), theme.px(26))
            write(painter, place, text, tone=tone, size=20)
            gone = width(text, 20) + theme.px(10)
            room = place.adjusted(gone, theme.px(2), -doubt, 0)
            write(painter, room, _fitting(figure.notes, room.width()))
            return
        place = QRectF(inner.left(), inner.top() + theme.px(20), inner.width(), theme.px(30))
        write(painter, place, text, tone=tone, size=24)
        foot = QRectF(inner.left(), place.bottom() + theme.px(2), inner.width(), theme.px(18))
        write(painter, foot.adjusted(0, 0, -doubt, 0), " · ".join(figure.notes))

    def _on_clicked(self) -> None:
        if self.figure is not None:
            self.opened.emit(self.figure)

    def _on_doubt(self) -> None:
        if self.figure is not None:
            self.doubted.emit(self.figure)


def _fitting(notes: tuple[str, ...], room: float) -> str:
    """Join as many notes as fit whole."""
    text = ""
    for note in notes:
        longer = f"{text} · {note}" if text else note
        if width(longer) > room:
            break
        text = longer
    return text
