"""Cutting a photo: a frame of fixed proportions, moved and sized by mouse and keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

RATIO = 4 / 5  # width to height of the photo of an 任免审批表
LEAST = 0.12  # of the picture's height
CORNER = 12  # px around a corner that take hold of it
STEP, FINE = 0.02, 0.004  # of the picture's height, for one press of a key
HINT = "拖动选框移动，拖动四角或滚轮缩放；方向键移动（Shift 微调），+ / − 缩放，0 最大"


class CropFrame(QWidget):
    """Shows a picture and the frame. `box` is the frame as parts of 1 of the picture."""

    changed = Signal()

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._picture = picture
        self._wide = picture.width() / max(picture.height(), 1)  # the picture, its height being 1
        self._frame = QRectF()
        self._held: tuple[str, QPointF, QRectF] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"裁剪框。{HINT}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.widest()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(460), theme.px(400))

    def box(self) -> tuple[float, float, float, float]:
        """Give left, top, right, bottom as parts of the picture's width and height."""
        frame = self._frame
        left, right = frame.left() / self._wide, frame.right() / self._wide
        return left, frame.top(), min(right, 1.0), min(frame.bottom(), 1.0)

    def widest(self) -> None:
        """Make the frame as large as it can be, in the middle."""
        height = min(1.0, self._wide / RATIO)
        frame = QRectF(0, 0, height * RATIO, height)
        frame.moveCenter(QPointF(self._wide / 2, 0.5))
        self._put(frame)

    def scale_by(self, factor: float) -> None:
        """Make the frame larger or smaller around its middle."""
        height = self._frame.height() * factor
        height = max(min(height, 1.0, self._wide / RATIO), min(LEAST, self._wide / RATIO))
        frame = QRectF(0, 0, height * RATIO, height)
        frame.moveCenter(self._frame.center())
        self._put(frame)

    def move_by(self, right: float, down: float) -> None:
        """Move the frame by parts of the picture's height."""
        self._put(self._frame.translated(right, down))

    def _put(self, frame: QRectF) -> None:
        """Take on a frame, moved back into the picture where it stands out."""
        left = min(max(frame.left(), 0.0), max(self._wide - frame.width(), 0.0))
        top = min(max(frame.top(), 0.0), max(1.0 - frame.height(), 0.0))
        frame.moveTo(left, top)
        self._frame = frame
        self.changed.emit()
        self.update()

    # ---- where things are

    def _place(self) -> QRectF:
        """Give the picture's place in the widget."""
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def shown_frame(self) -> QRectF:
        """Give the frame's place in the widget."""
        place, scale = self._place(), self._place().height()
        frame = self._frame
        return QRectF(
            place.left() + frame.left() * scale,
            place.top() + frame.top() * scale,
            frame.width() * scale,
            frame.height() * scale,
        )

    # ---- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, frame = event.position(), self.shown_frame()
        corners = (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight())
        near = [(at - each).manhattanLength() <= theme.px(CORNER) * 2 for each in corners]
        what = "size" if any(near) else "move" if frame.contains(at) else ""
        if not what:
            scale = self._place().height()
            self.move_by(
                (at.x() - frame.center().x()) / scale, (at.y() - frame.center().y()) / scale
            )
            what = "move"
        self._held = (what, at, QRectF(self._frame))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        what, begun, frame = self._held
        scale, middle = self._place().height(), self.shown_frame().center()
        if what == "move":
            moved = (event.position() - begun) / scale
            self._put(frame.translated(moved))
            return
        far = abs(event.position().y() - middle.y()) * 2 / scale
        self.scale_by(max(far, LEAST) / self._frame.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scale_by(1.05 if event.angleDelta().y() > 0 else 1 / 1.05)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = FINE if fine else STEP
        moves = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }
        key = event.key()
        if key in moves:
            self.move_by(*moves[Qt.Key(key)])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.scale_by(1.05)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.scale_by(1 / 1.05)
        elif key == Qt.Key.Key_0:
            self.widest()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place, frame = self._place(), self.shown_frame()
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.drawImage(place, self._picture)
        outside = QPainterPath()
        outside.addRect(place)
        outside.addRect(frame)
        painter.fillPath(outside, QColor(0, 0, 0, 120))
        painter.setPen(QPen(QColor("white"), 2))
        painter.drawRect(frame)
        painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(frame.adjusted(-1, -1, 1, 1))
        side = theme.px(8)
        for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()):
            handle = QRectF(0, 0, side, side)
            handle.moveCenter(corner)
            painter.fillRect(handle, theme.color("accent"))


class CropDialog(Dialog):
    """Asks what part of a picture becomes the photo; `box` is the answer."""

    def __init__(self, content: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{name}的照片", parent, width=520)
        self.frame = CropFrame(QImage.fromData(content))
        self.body.addWidget(label("选框内的部分将作为照片（宽高比 4 : 5）", "note"))
        self.body.addWidget(self.frame, 1)
        self.body.addWidget(label(HINT, "note", wrap=True))
        self.add_cancel()
        self.add_button("用作照片", self._on_taken, kind="primary", default=True)
        self.box = self.frame.box()
        self.frame.setFocus()

    def _on_taken(self) -> None:
        self.box = self.frame.box()
        self.accept()
