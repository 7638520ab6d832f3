"""The fields of one item of an indicator system."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from leadership_model.assessment.performance import number
from leadership_model.errors import UserError
from leadership_model.people.indicator_system import DIRECTION_WORDS, Item
from ui.widgets.labels import label

TEXTS = {"name": "指标名称", "subject": "对象", "unit": "单位", "reporter": "填报单位"}
NUMBERS = {"weight": "权重", "target": "目标值（满分）", "floor": "零分值"}
ORDER = ("name", "weight", "subject", "unit", "target", "floor", "reporter")
ENTERED = ("unit", "target", "floor")  # what an item with others below it does not have


class ItemForm(QWidget):
    """`edited` carries the item as typed, whenever all of it can be read."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self.lines = {name: QLineEdit() for name in ORDER}
        self.direction, self.unsure = QComboBox(), QCheckBox("待核实")
        self.direction.setAccessibleName("方向")
        for id, words in DIRECTION_WORDS.items():
            self.direction.addItem(words, id)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for at, (name, line) in enumerate(self.lines.items()):
            words = (TEXTS | NUMBERS)[name]
            line.setAccessibleName(words)
            line.setProperty("size", "small")
            line.textEdited.connect(self._on_edited)
            grid.addWidget(label(words, "note"), at, 0)
            grid.addWidget(line, at, 1)
        grid.addWidget(label("方向", "note"), len(ORDER), 0)
        grid.addWidget(self.direction, len(ORDER), 1)
        grid.addWidget(self.unsure, len(ORDER) + 1, 1)
        self.wrong = label("", "error", wrap=True)
        grid.addWidget(self.wrong, len(ORDER) + 2, 0, 1, 2)
        self.wrong.hide()
        self.direction.activated.connect(self._on_edited)
        self.unsure.clicked.connect(self._on_edited)

    def show_item(self, item: Item | None) -> None:
        """Show another item; None empties the form."""
        self._item = item
        self.setEnabled(item is not None)
        self._say("", "")
        for name, line in self.lines.items():
            value = "" if item is None else getattr(item, name)
            line.setText(value if isinstance(value, str) else f"{value:g}")
            line.setEnabled(item is None or name not in ENTERED or not item.items)
        if item is not None:
            self.direction.setCurrentIndex(self.direction.findData(item.direction))
            self.direction.setEnabled(not item.items)
            self.unsure.setChecked(item.unsure)

    def check(self) -> None:
        """Refuse by a UserError what cannot be read."""
        if self._item is not None:
            self._read(self._item)

    def _read(self, item: Item) -> Item:
        found: dict[str, Any] = {each: self.lines[each].text().strip() for each in TEXTS}
        for name, words in NUMBERS.items():
            value = number(self.lines[name].text())
            if value is None:
                raise UserError(f"{words}应填数字，现为“{self.lines[name].text().strip()}”")
            found[name] = value
        return replace(
            item,
            **found,
            direction=self.direction.currentData(),
            unsure=self.unsure.isChecked(),
        )

    def _on_edited(self, _typed: object = None) -> None:
        if self._item is None:
            return
        try:
            self._item = self._read(self._item)
        except UserError as error:
            wrong = [n for n in NUMBERS if number(self.lines[n].text()) is None]
            self._say(str(error), wrong[0] if wrong else "")
            return
        self._say("", "")
        self.edited.emit(self._item)

    def _say(self, sentence: str, at: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        for name, line in self.lines.items():
            line.setProperty("wrong", "true" if name == at else "false")
            line.style().unpolish(line)
            line.style().polish(line)
