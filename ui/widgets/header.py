"""The title row of a page: title, a note, and its commands at the right."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.buttons import ActionButton
from ui.widgets.labels import Elided


class Header(QWidget):
    """32 px: the title in 20 px, a note in 12 px that gives way, buttons at the right."""

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = Elided(title, "title")  # a team's name can be long
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._note = Elided(note, "note")
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._left = QHBoxLayout()
        self._left.setSpacing(8)
        self._left.addWidget(self._title)
        self._right = QHBoxLayout()
        self._right.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(self._left)
        row.addWidget(self._note, 1)
        row.addLayout(self._right)

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def note(self) -> str:
        """The note shown."""
        return self._note.text()

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def show_note(self, note: str) -> None:
        """Show another note beside the title."""
        self._note.setText(note)

    def add_action(self, action: QAction, *, primary: bool = False) -> ActionButton:
        """Add a command as a button at the right; the primary one is blue."""
        made = ActionButton(action, "primary" if primary else "")
        self._right.addWidget(made)
        return made

    def show_words(self, on: bool) -> None:
        """Show the words of the commands, or of all but the primary one the picture alone."""
        for each in self.findChildren(ActionButton):
            each.show_words(on or each.property("kind") == "primary")

    def add_left(self, widget: QWidget) -> None:
        """Put a widget beside the title: a mark before it is better put with `add_mark`."""
        self._left.addWidget(widget)

    def add_mark(self, widget: QWidget) -> None:
        """Put a mark before the title."""
        self._left.insertWidget(0, widget)

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right."""
        self._right.addWidget(widget)
