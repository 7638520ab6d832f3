"""The form of one 职级职数: the unit, the grades that share it, the number and its ground."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from leadership_model import months
from leadership_model.assessment.grade_places import names_in
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.grade_quota import GradeQuota
from ui.pages.assessment import grade_work as work
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

ACROSS = 3  # grades beside each other


class QuotaDialog(Dialog):
    """`record` is what was entered once it is accepted."""

    def __init__(
        self,
        record: GradeQuota,
        units: Sequence[tuple[str, str]],
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, width=520)
        self.record = record
        self.unit = QComboBox()
        for id, name in units:
            self.unit.addItem(name, id)
        self.unit.setCurrentIndex(max(self.unit.findData(record.unit or ""), 0))
        self.grades = {name: QCheckBox(name) for name in codes.ranks("grades")}
        chosen = names_in(record.grades)
        inner = QGridLayout()
        for at, (name, box) in enumerate(self.grades.items()):
            box.setChecked(name in chosen)
            inner.addWidget(box, at // ACROSS, at % ACROSS)
        self.number = QLineEdit("" if record.quota is None else str(record.quota))
        self.start = QLineEdit("" if record.start is None else months.show_iso(record.start))
        self.start.setPlaceholderText("如 2026-11；留空为一直有效")
        self.note = QLineEdit(record.note or "")
        self.note.setPlaceholderText("批复文号等")
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label("单位", "note"), 0, 0)
        grid.addWidget(self.unit, 0, 1)
        grid.addWidget(label("职级", "note"), 1, 0)
        grid.addLayout(inner, 1, 1)
        fields = (("核定职数", self.number), ("起始月份", self.start), ("依据", self.note))
        for at, (words, widget) in enumerate(fields, 2):
            widget.setAccessibleName(words)
            grid.addWidget(label(words, "note"), at, 0)
            grid.addWidget(widget, at, 1)
        self.unit.setAccessibleName("单位")
        self.body.addLayout(grid)
        self.body.addWidget(
            label(
                "选一个职级单独核定，选几个职级共用一个职数；含下级单位的人员。", "faint", wrap=True
            )
        )
        self.add_cancel()
        self.add_button("保存", self._on_save, kind="primary", default=True)
        self.number.setFocus()

    def _on_save(self) -> None:
        chosen = [name for name, box in self.grades.items() if box.isChecked()]
        texts = (self.number.text(), self.start.text(), self.note.text())
        try:
            unit = str(self.unit.currentData() or "")
            self.record = work.typed(self.record, unit, chosen, texts)
        except UserError as error:
            self.refuse(str(error))
            return
        self.accept()
