"""Chooses an element to count by, and the limits of its bands where it has some."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.query.axis import banded, read_edges, usual_edges
from ui import theme
from ui.settings import Settings
from ui.widgets.buttons import button
from ui.widgets.condition_menus import element_note
from ui.widgets.labels import label
from ui.widgets.picker import Option, Picker

CHOICE = "query.bands"  # the limits of an element are remembered under this and its name


class AxisChoice(QWidget):
    """A name, a button with the element, a field with the limits; `changed` after either.

    Without `free` the element stays what it is and only its bands can be changed.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, settings: Settings, name: str, element: str, *, free: bool = True) -> None:
        super().__init__()
        self._settings, self._name = settings, name
        self._world: World | None = None
        self.element = element
        self.choice = button(
            element or "选择要素", self._on_choose, kind="small", tip=f"{name}：选择要素"
        )
        self.choice.setVisible(free)
        self.edges = QLineEdit()
        self.edges.setProperty("size", "small")
        self.edges.setFixedWidth(theme.px(170))
        self.edges.setAccessibleName(f"{name}分段")
        self.edges.editingFinished.connect(self._on_edges)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (label(name, "note"), self.choice, self.edges):
            layout.addWidget(widget)

    def show_world(self, world: World) -> None:
        """Take the elements of a world; one that is gone is let go of."""
        self._world = world
        if world.catalogue.element(self.element) is None:
            self.element = ""
        self._show()

    def limits(self) -> tuple[int, ...]:
        """Give the limits of the bands, those kept or the usual ones; none of a choice."""
        world = self._world
        meaning = world.facts.meaning(self.element) if world and self.element else None
        if world is None or meaning is None or not banded(meaning):
            return ()
        try:
            return read_edges(self._settings.choices.get(self._key(), ""), meaning)
        except UserError:
            return usual_edges(world, self.element)

    def choose(self, element: str) -> None:
        """Count by another element."""
        self.element = element
        self._show()
        self.changed.emit()

    def _key(self) -> str:
        return f"{CHOICE}.{self.element}"

    def _show(self) -> None:
        found = self.limits()
        self.choice.setText(self.element or "选择要素")
        self.edges.setVisible(bool(found))
        self.edges.setText(",".join(map(str, found)))
        self.edges.setCursorPosition(0)
        meaning = self._world.facts.meaning(self.element) if self._world and self.element else None
        if meaning is not None and found:
            unit = "年份" if meaning.kind == "month" else meaning.unit
            which = "第一个" if meaning.kind == "month" or unit in ("月", "个月") else "最后一个"
            self.edges.setToolTip(
                f"“{self.element}”的分段：各段的{which}值（{unit}），用逗号分开；回车后重新统计，"
                "留空恢复常用分段"
            )

    def _on_edges(self) -> None:
        world, text = self._world, self.edges.text().strip()
        meaning = world.facts.meaning(self.element) if world and self.element else None
        if meaning is None or text == ",".join(map(str, self.limits())):
            return
        if not text:
            self._settings.choices.pop(self._key(), None)
        else:
            try:
                found = read_edges(text, meaning)
            except UserError as error:
                self.refused.emit(error.sentence)
                return
            self._settings.choices[self._key()] = ",".join(map(str, found))
        self.refused.emit("")
        self._show()
        self.changed.emit()

    def _on_choose(self) -> None:
        if self._world is None:
            return
        catalogue = self._world.catalogue
        options = [
            Option(name, name, element_note(catalogue, name)) for name in catalogue.element_names()
        ]
        picker = Picker(options, "输入要素名称或拼音", current=(self.element,), parent=self)
        picker.picked.connect(self._on_picked)
        self.picker = picker
        picker.open_at(self.choice)

    def _on_picked(self, element: str) -> None:
        self.choose(element)
