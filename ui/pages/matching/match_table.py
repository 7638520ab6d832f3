"""The table of a ranking."""

from PySide6.QtCore import QModelIndex, Signal

from ui.tables.view import TableView


class MatchTable(TableView):
    """A ranking: a double click asks for the other direction."""

    turned = Signal(object)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() != self.check_at():
            self.turned.emit(self.rows.id_at(index.row()))
