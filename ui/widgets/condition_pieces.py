"""The small painted parts of the builder: a piece of a line, handles of lines and groups."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets.condition_phrases import Piece, Tone

# tone -> (ground, text)
LOOKS: dict[Tone, tuple[str, str]] = {
    "name": ("greys", "text"),
    "op": ("none", "text2"),
    "value": ("accentsoft", "accent"),
    "word": ("none", "text2"),
}
GROUP_LOOKS = {
    "all": ("accentsoft", "c1"),
    "any": ("green_tint", "c2"),
    "none": ("red_tint", "red"),
}
WIDEST = 186


class PieceButton(QAbstractButton):
    """One piece of a line; a click opens what it can become. Long words end in an ellipsis."""

    def __init__(self, piece: Piece, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.piece = piece
        self.setText(piece.text)
        self.setAccessibleName(piece.text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if piece.part:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setToolTip(f"{piece.text}（单击更改）")
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _pad(self) -> int:
        return theme.px(6 if LOOKS[self.piece.tone][0] != "none" else 2)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(12)).horizontalAdvance(self.text()) + 1
        return QSize(min(words, theme.px(WIDEST)) + 2 * self._pad(), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, text = LOOKS[self.piece.tone]
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = "accent" if self.hasFocus() else "accentline" if self.underMouse() else "none"
        painter.setPen(theme.color(edge) if self.piece.part else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color(text if self.isEnabled() else "text3"))
        room = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        words = QFontMetrics(theme.font(12)).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)


class DragHandle(QWidget):
    """Six dots by which a line or group is dragged; says where the mouse is, on the screen."""

    dragged = Signal(object, object)  # path, place
    let_go = Signal()
    clicked = Signal()  # pressed and not dragged

    def __init__(self, path: tuple[int, ...], words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._from, self._held = path, QPoint(), False
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words)
        self.setToolTip(f"{words}（也可用 Alt+↑、Alt+↓；单击打开菜单）")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(12), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme.px(16)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        tone = "text2" if self.underMouse() or self._held else "text3"
        icons.paint(painter, box, "drag-vertical", theme.color(tone))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        moved = (event.position().toPoint() - self._from).manhattanLength()
        if self._held or moved >= QApplication.startDragDistance():
            self._held = True
            self.dragged.emit(self._path, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._held = False
            self.let_go.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


class GroupHandle(QAbstractButton):
    """Says how a group holds its parts together; a click opens the choice."""

    def __init__(self, kind: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setText(text)
        self.setAccessibleName(f"条件组：{text}")
        self.setToolTip(f"{text}（单击更改组合方式）")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(12)).horizontalAdvance(self.text())
        return QSize(words + theme.px(30), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, _ = GROUP_LOOKS[self._kind]
        painter.setPen(theme.color("accent" if self.hasFocus() else "line"))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text"))
        room = self.rect().adjusted(theme.px(7), 0, -theme.px(18), 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        side = theme.px(13)
        box = QRectF(self.width() - side - theme.px(5), (self.height() - side) / 2, side, side)
        icons.paint(painter, box, "chevron-down", theme.color("text2"))
