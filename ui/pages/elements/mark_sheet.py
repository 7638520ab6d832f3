"""A column of an Excel roster taken over as values of an element: chosen, previewed, confirmed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from leadership_model.elements.element import Element
from leadership_model.exchange import mark_column
from leadership_model.people.person import Mark
from ui import names, theme
from ui.context import Context
from ui.pages.elements import mark_work as work
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label


class MarkSheetDialog(Dialog):
    """`marks()` are the values of the rows that were matched."""

    def __init__(
        self, context: Context, element: Element, path: Path, parent: QWidget | None
    ) -> None:
        super().__init__(f"导入一列：{element.label}", parent, width=680)
        self._context, self._element = context, element
        self._sheet = mark_column.read(path)
        self._rows: tuple[mark_column.Row, ...] = ()
        self.column = QComboBox()
        self.column.setAccessibleName("取哪一列")
        self.column.addItems(list(self._sheet.values()))
        wanted = work.name_of(element)
        for name in (wanted, element.label):
            if name in self._sheet.values():
                self.column.setCurrentText(name)
        self.who = QLineEdit(context.workspace.user)
        self.who.setAccessibleName("提出人")
        self.table = TableView(context.settings, "elements.marksheet", opens="")
        self.table.setMinimumHeight(theme.px(280))
        self.told = label("", "strong", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("取列", "note"))
        row.addWidget(self.column, 2)
        row.addWidget(label("提出人", "note"))
        row.addWidget(self.who, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 1)
        self.add_cancel()
        self.done_button = self.add_button("导入", self._on_ok, kind="primary", default=True)
        self.column.currentTextChanged.connect(self._on_column)
        self._on_column(self.column.currentText())

    def marks(self) -> tuple[Mark, ...]:
        """The values to be written."""
        good = [row for row in self._rows if row.person and not self._fault(row)]
        return mark_column.marks(good, work.name_of(self._element), self.who.text().strip())

    def rows(self) -> Sequence[mark_column.Row]:
        """The rows with a value."""
        return self._rows

    def _fault(self, row: mark_column.Row) -> str:
        return row.fault or work.fault_in(self._element, row.value)

    def _on_column(self, heading: str) -> None:
        if heading:
            snapshot = self._context.workspace.snapshot
            self._rows = mark_column.match(self._sheet, heading, snapshot)
        good = sum(1 for row in self._rows if not self._fault(row))
        left = len(self._rows) - good
        text = f"{len(self._rows)} 行有值：可导入 {names.number(good)} 行"
        self.told.setText(f"{text}，{names.number(left)} 行对不上或值不合适，不导入。" if left
                          else f"{text}。")  # fmt: skip
        self.done_button.setEnabled(good > 0)
        shown = [(row, self._fault(row)) for row in self._rows]
        ids = [str(row.number) for row in self._rows]
        self.table.show_rows(sheet_columns(), shown, ids)

    def _on_ok(self) -> None:
        self.accept()


def sheet_columns() -> tuple[Column, ...]:
    """Give the columns of the preview; items are (row, what is wrong)."""
    return (
        Column(id="number", title="行", cell=_number, width=48, align="right", fixed=True),
        Column(id="name", title="姓名", cell=_name, width=90),
        Column(id="value", title="值", cell=_value, width=140, stretch=True),
        Column(id="fault", title="说明", cell=_said, width=260, stretch=True),
    )


Item = tuple[mark_column.Row, str]


def _number(item: Item) -> str:
    return str(item[0].number)


def _name(item: Item) -> str:
    return item[0].name


def _value(item: Item) -> str:
    return item[0].value


def _said(item: Item) -> Cell:
    return Cell(text=item[1] or "可导入", mark="unknown" if item[1] else "green")
