"""Asks what a kept question wants to know when it is opened: the month, values of its lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import ChoiceColumn, SetColumn
from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import Compare, Condition, Contains, Leaf
from leadership_model.errors import UserError
from leadership_model.query import asking
from leadership_model.query.asking import Parameter
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.month import MonthPicker


class AskDialog(Dialog):
    """Fields for the parameters; `condition` and `month` are the answer once accepted."""

    def __init__(
        self,
        title: str,
        condition: Condition,
        parameters: Sequence[Parameter],
        world: World,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, width=460)
        self._asked, self._world = condition, world
        self.condition, self.month = condition, world.as_of
        self.fields: dict[int, QLineEdit | QComboBox] = {}
        leaves = asking.lines(condition)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(8)
        for row, each in enumerate(parameters):
            grid.addWidget(label(each.label or "值", "note"), row, 0)
            if each.kind == "month":
                picker = MonthPicker(world.as_of)
                picker.picked.connect(self._on_month)
                self.picker = picker
                grid.addWidget(picker, row, 1, Qt.AlignmentFlag.AlignLeft)
                continue
            leaf = leaves[each.line]
            field = self._field(leaf)
            field.setAccessibleName(each.label)
            field.setToolTip(write(leaf))
            self.fields[each.line] = field
            grid.addWidget(field, row, 1)
            grid.addWidget(label(asking.unit_of(leaf, world.catalogue), "note"), row, 2)
        self.body.addWidget(label(write(condition), "cell2", wrap=True))
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.add_cancel()
        self.add_button("查询", self._on_done, kind="primary", default=True)

    def _field(self, leaf: Leaf) -> QLineEdit | QComboBox:
        values = self._values(leaf)
        if not values:
            return QLineEdit(asking.value_of(leaf))
        box = QComboBox()
        box.setEditable(True)
        box.addItems(list(values))
        box.setCurrentText(asking.value_of(leaf))
        return box

    def _values(self, leaf: Leaf) -> tuple[str, ...]:
        """Offer the values that occur, where a line asks for one of them."""
        match leaf:
            case Compare(name, "=" | "≠") | Contains(name):
                known = asking.values_offered(leaf, self._world.catalogue)
                column = self._world.facts.column(name)
                held = column.values if isinstance(column, ChoiceColumn | SetColumn) else ()
                return known or tuple(sorted(held))
            case Compare():
                return asking.values_offered(leaf, self._world.catalogue)
            case _:
                return ()

    def _on_month(self, month: int) -> None:
        self.month = month

    def _on_done(self) -> None:
        values = {
            line: field.currentText() if isinstance(field, QComboBox) else field.text()
            for line, field in self.fields.items()
        }
        try:
            self.condition = asking.filled(self._asked, values, self._world.catalogue)
        except UserError as error:
            self.refuse(error.sentence)
            return
        self.accept()
