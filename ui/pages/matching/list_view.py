"""The left list: posts, vacant first, or people; with a search field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.matching.choices import Choices
from ui.widgets.card import Card
from ui.widgets.lists import TwoLineList
from ui.widgets.search import SearchField

WORDS = {
    "post": ("岗位", "单位、岗位、姓名、拼音首字母"),
    "person": ("人员", "姓名、职务、拼音首字母"),
}


class ChoiceList(QWidget):
    """Chooses what is ranked for; `chosen` carries an id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: Choices | None = None
        self._kind = "post"
        self._current = ""
        self.card = Card("岗位", " ")
        self.search = SearchField(WORDS["post"][1])
        self.search.typed.connect(self._on_typed)
        self.list = TwoLineList()
        self.list.chosen.connect(self._on_chosen)
        self.card.body.addWidget(self.search)
        self.card.body.addWidget(self.list, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)

    def show_choices(self, kind: str, choices: Choices) -> None:
        """Show posts or people; the search begins anew when the kind changes."""
        if kind != self._kind:
            self.search.clear()
        self._kind, self._choices = kind, choices
        title, hint = WORDS[kind]
        self.card.set_title(title)
        self.card.set_note(f"{len(choices.choices):,}")
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self._fill()

    def show_current(self, id: str) -> None:
        """Mark what is ranked for; search it out where it is not among the rows in sight."""
        self._current = id
        if self._choices is not None and id not in [each.id for each in self.list.items()]:
            self._fill()
        self.list.choose(id, announce=False)
        self.list.scrollTo(self.list.currentIndex())

    def first(self) -> str:
        """Give the id of the first row."""
        ids = self._choices.ids() if self._choices is not None else []
        return ids[0] if ids else ""

    def _fill(self) -> None:
        if self._choices is None:
            return
        items = self._choices.items(self.search.text())
        if self._current and self._current not in [each.id for each in items]:
            kept = [c.item for c in self._choices.choices if c.item.id == self._current]
            items = kept + items if not self.search.text() else items
        self.list.show_items(items)
        self.list.choose(self._current, announce=False)

    def _on_typed(self, text: str) -> None:
        self._fill()

    def _on_chosen(self, id: str) -> None:
        if id and id != self._current:
            self._current = id
            self.chosen.emit(id)
