"""Cards and wells: frames that group, never decoration."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.labels import Elided, label


class Card(QFrame):
    """A white frame with a title row; content goes into `body`, buttons into `header`."""

    def __init__(self, title: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title, self._note = label(title, "card"), Elided(note, "note")
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self._title)
        self.header.addWidget(self._note, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        outer = QVBoxLayout(self)
        self._outer = outer
        self.set_tight(False)
        if title:
            outer.addLayout(self.header)
        else:
            self._title.setParent(self)
            self._note.setParent(self)
            self._title.hide()
            self._note.hide()
        outer.addLayout(self.body, 1)

    def flush(self) -> "Card":
        """Let the content (a table, a tree) reach the edges; the title row keeps its margin."""
        self._outer.setContentsMargins(1, 9 if self._title.text() else 1, 1, 1)
        self.header.setContentsMargins(11, 0, 11, 0)
        return self

    def set_tight(self, tight: bool) -> None:
        """Leave less room above and below the content, where the window is low."""
        self._outer.setContentsMargins(12, 5 if tight else 9, 12, 6 if tight else 10)
        self._outer.setSpacing(5 if tight else 7)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_note(self, note: str) -> None:
        """Show another note beside the title."""
        self._note.setText(note)

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def note(self) -> str:
        """The note shown."""
        return self._note.text()


class Sunk(QFrame):
    """A well: a sunken ground for notes and effects; content goes into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sunk")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(10, 8, 10, 8)
        self.body.setSpacing(4)


class Notice(QFrame):
    """A soft accent ground, for the sentence of a question or a hint; content in `row`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 6, 12, 6)
        self.row.setSpacing(8)


def hairline(vertical: bool = False) -> QFrame:
    """Make a line of one pixel."""
    made = QFrame()
    made.setObjectName("hairline")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made
