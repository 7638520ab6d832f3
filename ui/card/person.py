"""The card of one person, as the drawer shows it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import Context
from ui.widgets.labels import label


class PersonCard(QWidget):
    """Shows one person; looks again when the world changes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._id = ""
        self._name = label("", "section")
        box = QVBoxLayout(self)
        box.addWidget(self._name)
        box.addStretch(1)

    @property
    def person_id(self) -> str:
        """The id of the person shown, or an empty text."""
        return self._id

    def show_person(self, id: str) -> None:
        """Show another person."""
        self._id = id
        snapshot = self._context.workspace.snapshot
        self._name.setText(snapshot.people.raw("name")[snapshot.people.positions[id]] or "")

    def clear(self) -> None:
        """Show nobody."""
        self._id = ""
