"""Which requirements a plan moves, as rows painted in a well; a click opens the people counted."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, marks, names, theme
from ui.pages.staffing.differences import Change

ROW = 23
MOST = 4


def gain_text(gain: float) -> tuple[str, str]:
    """Write points gained or lost with their tone."""
    text = names.signed(gain)
    return text, "text2" if text == "0" else "green_text" if gain > 0 else "red_text"


def paint_change(painter: QPainter, room: QRectF, change: Change) -> None:
    """Paint one row: mark → mark, requirement, figures, points."""
    side, middle = theme.px(9), room.center().y()
    at = room.left()
    for place, kind in enumerate((change.mark_before, change.mark_after)):
        marks.paint(painter, QRectF(at, middle - side / 2, side, side), kind)
        at += side + theme.px(3)
        if place == 0:
            arrow = theme.px(11)
            box = QRectF(at, middle - arrow / 2, arrow, arrow)
            icons.paint(painter, box, "arrow-right-thin", theme.color("text3"))
            at += arrow + theme.px(3)
    font = theme.font(12)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    gain, tone = gain_text(change.gain)
    wide = metrics.horizontalAdvance(gain) + theme.px(6)
    painter.setPen(theme.color(tone))
    both = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(room, int(both), gain)
    figures = f"{change.before} → {change.after}"
    far = metrics.horizontalAdvance(figures) + theme.px(4)
    words = QRectF(at + theme.px(4), room.top(), room.right() - wide - at, room.height())
    free = max(int(words.width() - far - theme.px(6)), theme.px(30))
    shown = metrics.elidedText(change.label, Qt.TextElideMode.ElideRight, free)
    painter.setPen(theme.color("text"))
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
    words.setLeft(words.left() + metrics.horizontalAdvance(shown) + theme.px(6))
    painter.setPen(theme.color("text2"))
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), figures)


class ChangeList(QWidget):
    """Up to four rows, and how many more there are; `opened` carries a row, `more` asks for all."""

    opened = Signal(object)
    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self._room = MOST
        self.zoom = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)

    def show_changes(self, changes: tuple[Change, ...]) -> None:
        """Show other rows."""
        self._changes = changes
        words = [f"{each.label} {each.before} → {each.after}" for each in changes]
        self.setAccessibleName("要求变化：" + "；".join(words))
        self.setToolTip("\n".join((*words, "单击一行列出计入的干部")))
        self.update()

    def changes(self) -> tuple[Change, ...]:
        """All rows, also those there is no room for."""
        return self._changes

    def set_room(self, height: float) -> None:
        """Say how high it may be."""
        self._room = max(1, int((height / self.zoom - theme.px(10)) // theme.px(ROW)))
        self.update()

    def sizeHint(self) -> QSize:
        rows = min(len(self._changes), MOST)
        return QSize(theme.px(240), theme.px(ROW) * rows + theme.px(10)) * self.zoom

    def _shown(self) -> tuple[Change, ...]:
        most = min(self._room, MOST)
        return self._changes if len(self._changes) <= most else self._changes[: most - 1]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.zoom, self.zoom)
        ground = QRectF(0, 0, self.width() / self.zoom, self.height() / self.zoom)
        painter.setPen(QPen(theme.color("accent"), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        row = QRectF(theme.px(10), theme.px(5), ground.width() - theme.px(20), theme.px(ROW))
        shown = self._shown()
        for each in shown:
            paint_change(painter, row, each)
            row = row.translated(0, row.height())
        if len(shown) < len(self._changes):
            painter.setFont(theme.font(12))
            painter.setPen(theme.color("accent"))
            words = f"另有 {len(self._changes) - len(shown)} 项，全部显示"
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = int((event.position().y() / self.zoom - theme.px(5)) // theme.px(ROW))
        shown = self._shown()
        if 0 <= at < len(shown):
            self.opened.emit(shown[at])
        elif at >= len(shown) < len(self._changes):
            self.more.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.more.emit()
        else:
            super().keyPressEvent(event)
