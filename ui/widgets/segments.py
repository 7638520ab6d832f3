"""A segmented control: some checkable buttons in a well, exactly one of them checked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segments(QFrame):
    """Chooses one of a few (id, text); `chosen` carries the id when the user chose another."""

    chosen = Signal(object)

    def __init__(
        self, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("seg")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._buttons: dict[str, QPushButton] = {}
        self.show_options(options)

    def show_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Show other options; the first is checked, or the one that was and still is there."""
        current = self.current()
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for id, text in options:
            button = QPushButton(text)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[id] = button
        if options:
            self.set_current(current if current in self._buttons else options[0][0])

    def current(self) -> str:
        """The id that is checked, or an empty text."""
        return next((id for id, each in self._buttons.items() if each.isChecked()), "")

    def set_current(self, id: str) -> None:
        """Check one; nothing is announced."""
        if id in self._buttons:
            self._buttons[id].setChecked(True)

    def set_text(self, id: str, text: str) -> None:
        """Show another text on one, a count for example."""
        self._buttons[id].setText(text)

    def button(self, id: str) -> QPushButton:
        """Give the button of an id."""
        return self._buttons[id]

    def _on_clicked(self) -> None:
        self.chosen.emit(self.current())
