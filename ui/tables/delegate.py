"""Paints the cells of a table: ground, selection with its accent edge, hairline, content."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.tables import painting
from ui.tables.rows import RowModel


class CellDelegate(QStyledItemDelegate):
    """One for the whole table; it asks the model for prepared cells, never for roles."""

    def __init__(self, model: RowModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.first_column = 0
        self.hovered = -1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        row, column = index.row(), index.column()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("sel"))
            if column == self.first_column:
                edge = QRect(rect.left(), rect.top(), 3, rect.height())
                painter.fillRect(edge, theme.color("accent"))
        elif row == self.hovered:
            painter.fillRect(rect, theme.color("sunken"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line"))
        cell = self._model.cell(row, column)
        painting.paint(painter, QRectF(rect), cell, self._model.columns[column].align)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        # The view turns boxes itself, anywhere in the cell; Qt would turn them back.
        return False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        cell = self._model.cell(index.row(), index.column())
        width = painting.advance(cell.plain(), 13, cell.bold) + theme.px(24)
        return QSize(width, theme.row_height())
