"""The ground of a table: opaque, so that scrolling moves the picture already painted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QTableView

from ui import theme


class OpaqueTable(QTableView):
    """A table view that paints its whole viewport itself.

    Qt then moves the pixels when the view scrolls and asks only for the rows that come into sight;
    under a style sheet it would paint every row again.
    """

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Not before: the style sheet decides about the viewport when it is first shown.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("surface"))
        painter.end()
        super().paintEvent(event)
