"""The photo of a person: the picture where there is one, else a neutral figure with a name tile."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


def paint_figure(painter: QPainter, box: QRectF, name: str, tone: str = "greys") -> None:
    """Paint a neutral figure with the first character of the name: the same for everybody."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    clip = QPainterPath()
    clip.addRoundedRect(box, 4, 4)
    painter.setClipPath(clip)
    painter.fillRect(box, theme.color(tone))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.mix(theme.color("text3"), theme.color(tone), 0.45))
    width, height = box.width(), box.height()
    middle = QPointF(box.center().x(), box.top() + height * 0.34)
    painter.drawEllipse(middle, width * 0.19, width * 0.21)
    body = QRectF(box.left() + width * 0.16, box.top() + height * 0.6, width * 0.68, height * 0.6)
    painter.drawRoundedRect(body, width * 0.22, width * 0.22)
    if name:
        size = 12 if width < theme.px(44) else 15
        painter.setFont(theme.font(size))
        painter.setPen(theme.color("text"))
        tile = QRectF(box.left(), box.bottom() - height * 0.34, width, height * 0.34)
        painter.drawText(tile, int(Qt.AlignmentFlag.AlignCenter), name[:1])
    painter.restore()


class Photo(QWidget):
    """72 x 92."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(72), theme.px(94))

    def show_name(self, name: str) -> None:
        """Show whose photo it is."""
        self._name = name
        self.setAccessibleName(f"{name}的照片")
        self.update()

    def show_picture(self, picture: QPixmap | None, name: str) -> None:
        """Show a picture; None shows the figure."""
        self._picture, self._name = picture, name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._picture is None or self._picture.isNull():
            paint_figure(painter, box, self._name)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(box, 4, 4)
        painter.setClipPath(clip)
        scaled = self._picture.size().scaled(
            self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        place = QRectF(0, 0, scaled.width(), scaled.height())
        place.moveCenter(box.center())
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
