"""Charts as pictures for Word files: painted by the painters of the screen, in the light look."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from leadership_model.charts.spec import ChartSpec
from ui.charts import draw
from ui.printing.sheet import paper_look

DPI = 220
SCREEN = 96.0  # px to the inch of a chart at 100 %


def png(chart: ChartSpec, width: float, height: float) -> bytes:
    """Paint a chart on white; width and height in tenths of a millimetre."""
    size = QSize(round(width * DPI / 254), round(height * DPI / 254))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scale = DPI / SCREEN
    painter.scale(scale, scale)
    with paper_look():
        draw.paint(painter, QRectF(0, 0, size.width() / scale, size.height() / scale), chart)
    painter.end()
    return _bytes(image)


def _bytes(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    return bytes(content.data())
