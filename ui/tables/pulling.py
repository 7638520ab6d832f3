"""Rows pulled out of a table into a plan: selected rows by the mouse, or by Ctrl+G.

With nothing selected below the mouse a pull selects rows, as everywhere.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.porter import Pull, porter_of
from ui.tables.ground import OpaqueTable


class PulledTable(OpaqueTable):
    """What a table knows of its rows is said by the one that derives from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pull = Pull()

    def selected_ids(self) -> tuple[str, ...]:
        """Give the ids of the selected rows."""
        raise NotImplementedError

    def select_ids(
        self, ids: Sequence[str], *, current: str | None = None, scroll: bool = True
    ) -> None:
        """Select rows by id."""
        raise NotImplementedError

    def check_at(self) -> int:
        """Give the place of the column of boxes, -1 where there is none."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        chosen = self._is_chosen(at) and at.column() != self.check_at()
        self._pull.press(event, self.selected_ids() if chosen else ())
        super().mousePressEvent(event)

    def _is_chosen(self, at: QModelIndex) -> bool:
        return at.isValid() and self.selectionModel().isSelected(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        porter = porter_of(self) if self._pull.ids else None
        if porter is None or porter.request(self._pull.ids) is None:
            super().mouseMoveEvent(event)
        elif self._pull.far(event):
            ids = self._pull.end()
            self.select_ids(ids, scroll=False)
            porter.begin(ids, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pull.end()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not (control and event.key() == Qt.Key.Key_G and self.join()):
            super().keyPressEvent(event)

    def joins(self) -> bool:
        """Say whether the selected rows can be led into a plan."""
        porter = porter_of(self)
        return porter is not None and porter.request(self.selected_ids()) is not None

    def join(self) -> bool:
        """Lead the selected rows into a plan; False where they are no people, posts or teams."""
        porter = porter_of(self)
        return porter is not None and porter.send(self.selected_ids())
