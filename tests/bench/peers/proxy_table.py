"""The usual way: a Python table model under Qt's own sort and filter proxy."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QSortFilterProxyModel, Qt

SORT = Qt.ItemDataRole.UserRole


class Table(QAbstractTableModel):
    """Texts to show and search, and one number a row to sort by."""

    def __init__(self, texts: Sequence[Sequence[str]], numbers: Sequence[float]) -> None:
        super().__init__()
        self._texts, self._numbers = texts, numbers

    def rowCount(self, parent: Any = None) -> int:
        return len(self._texts)

    def columnCount(self, parent: Any = None) -> int:
        return len(self._texts[0])

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row()][index.column()]
        return self._numbers[index.row()] if role == SORT else None


def proxy(table: Table) -> QSortFilterProxyModel:
    """Put the proxy over a table: every column is searched."""
    made = QSortFilterProxyModel()
    made.setSourceModel(table)
    made.setSortRole(SORT)
    made.setFilterKeyColumn(-1)
    made.sort(-1)
    return made


def shown(model: QSortFilterProxyModel) -> list[int]:
    """Give the rows of the table in the order in sight."""
    return [model.mapToSource(model.index(row, 0)).row() for row in range(model.rowCount())]
