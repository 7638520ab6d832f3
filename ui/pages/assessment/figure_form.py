"""A small form for one yearly figure of a team: which, of which year, its value."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from leadership_model.assessment.operation import FIGURES, check_year, clean
from leadership_model.errors import UserError
from ui.pages.assessment import operation_work as work
from ui.pages.assessment.operation_work import Operation
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label


class FigureDialog(Dialog):
    """`name`, `year` and `value` (None = taken away) are what was entered."""

    def __init__(
        self, found: Operation, name: str, year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"年度指标 · {found.seen.short}", parent, width=420)
        self._found = found
        self.name, self.year = name, year
        self.value: str | None = None
        self.names, self.values = QComboBox(), QComboBox()
        for box in (self.names, self.values):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.addItems(work.figure_names(found))
        self.names.setCurrentText(name)
        self.years = QLineEdit(str(year))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        rows = (("指标", self.names), ("年度", self.years), ("值", self.values))
        for at, (words, widget) in enumerate(rows):
            widget.setAccessibleName(words)
            grid.addWidget(label(words, "note"), at, 0)
            grid.addWidget(widget, at, 1)
        self.body.addLayout(grid)
        self.body.addWidget(
            label("指标可选列出的，也可自行填写名称；确认没有的填“无”。", "faint", wrap=True)
        )
        self.add_cancel()
        self.remove = self.add_button("删除", self._on_remove, kind="danger")
        self.add_button("保存", self._on_save, kind="primary", default=True)
        self.names.currentTextChanged.connect(self._on_asked)
        self.years.textEdited.connect(self._on_asked)
        self._on_asked()
        self.values.setFocus()

    def _on_asked(self, _text: str = "") -> None:
        """Show what is stored of the figure and year, and the usual values."""
        name, year = self.names.currentText().strip(), self.years.text().strip()
        known = next((each for each in FIGURES if each.name == name), None)
        stored = self._found.figures.get((name, int(year) if year.isdecimal() else 0))
        self.values.clear()
        self.values.addItems((*(() if known is None else known.values), "无"))
        value = "" if stored is None else stored.value or ""
        self.values.setCurrentIndex(self.values.findText(value))
        self.values.setEditText(value)
        self.remove.setEnabled(stored is not None)

    def _read(self) -> None:
        self.name = self.names.currentText().strip()
        if not self.name:
            raise UserError("请填写指标的名称")
        self.year = check_year(self.years.text(), self._found.seen.world.as_of)

    def _on_remove(self) -> None:
        try:
            self._read()
        except UserError as error:
            self.refuse(str(error))
            return
        self.value = None
        self.accept()

    def _on_save(self) -> None:
        try:
            self._read()
            self.value = clean(self.name, self.values.currentText())
        except UserError as error:
            self.refuse(str(error))
            return
        self.accept()
