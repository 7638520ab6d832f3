"""Running numbers beside the rows of a table: 1 to n in the order in sight, whatever the sort."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from ui import theme
from ui.tables.headed import HeadedRows

_MIDDLE = Qt.AlignmentFlag.AlignCenter.value
TITLE = "序"


class Numbers(QHeaderView):
    """The vertical header of a table whose rows are counted."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(46), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        chosen = self.selectionModel() is not None and self.selectionModel().isRowSelected(section)
        painter.fillRect(rect, theme.color("sel" if chosen else "surface"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line"))
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        rows = self.model()
        number = rows.number_of(section) if isinstance(rows, HeadedRows) else section + 1
        if number:
            painter.drawText(QRectF(rect), _MIDDLE, str(number))
