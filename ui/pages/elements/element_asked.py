"""How many satisfy a comparison with an element: typed, counted, and the people listed."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from leadership_model.conditions.sentence import parse
from leadership_model.elements.element import Element
from leadership_model.errors import UserError
from ui import names
from ui.context import Context
from ui.navigation import ShowPeople
from ui.widgets.labels import label, link

HINTS = {
    "number": ">= 24",
    "month": ">= 2020.01",
    "flag": "= 是",
    "choice": "= 某值",
    "set": "包含 某值",
    "text": "包含 某字",
}


class AskedField(QWidget):
    """A comparison such as `>= 24` or `介于 3 与 5`, and of how many people it holds."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._element: Element | None = None
        self._found: dict[str, tuple[str, ...]] = {"sure": (), "unknown": ()}
        self.field = QLineEdit()
        self.field.setProperty("size", "small")
        self.field.setAccessibleName("满足条件的人数")
        self.sure = link("", self._on_sure)
        self.unknown = link("", self._on_unknown)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label("满足", "note"))
        row.addWidget(self.field, 1)
        row.addWidget(self.sure)
        row.addWidget(self.unknown)
        self.field.returnPressed.connect(self._on_asked)
        self.field.editingFinished.connect(self._on_asked)

    def show_element(self, element: Element) -> None:
        """Ask about another element; what was typed stays while it is the same one."""
        if self._element is None or self._element.id != element.id:
            self.field.clear()
        self._element = element
        saved = self._context.workspace.catalogue.element(element.label)
        self.setVisible(saved is not None)
        self.field.setPlaceholderText(f"如 {HINTS[element.kind]}")
        self._show({"sure": (), "unknown": ()})
        if self.field.text().strip():
            self._on_asked()

    def _show(self, found: dict[str, tuple[str, ...]]) -> None:
        self._found = found
        for name, button in (("sure", self.sure), ("unknown", self.unknown)):
            count = len(found[name])
            button.setVisible(bool(count))
            word = "待核 " if name == "unknown" else ""
            button.setText(f"{word}{names.number(count)} 人")

    def _on_asked(self) -> None:
        typed = self.field.text().strip()
        if not typed or self._element is None:
            return
        world = self._context.workspace.world
        try:
            condition = parse(f"「{self._element.label}」 {typed}", world.catalogue)
        except UserError as error:
            self.field.setProperty("wrong", "true")
            self.field.setToolTip(error.sentence)
            self._repolish()
            self._show({"sure": (), "unknown": ()})
            self._context.say(error.sentence)
            return
        self.field.setProperty("wrong", "false")
        self.field.setToolTip("")
        self._repolish()
        answer, ids = world.facts.tri(condition), world.person_ids
        sure = answer.sure.nonzero()[0].tolist()
        unknown = (answer.possible & ~answer.sure).nonzero()[0].tolist()
        self._show(
            {"sure": tuple(ids[at] for at in sure), "unknown": tuple(ids[at] for at in unknown)}
        )

    def _repolish(self) -> None:
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _on_sure(self) -> None:
        self._go("sure", "")

    def _on_unknown(self) -> None:
        self._go("unknown", "（待核）")

    def _go(self, which: str, word: str) -> None:
        if self._element is not None and self._found[which]:
            title = f"{self._element.label} {self.field.text().strip()}{word}"
            self._context.navigator.go(ShowPeople(self._found[which], title))
