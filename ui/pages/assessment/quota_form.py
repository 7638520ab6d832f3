"""How many are wanted in reserve, as the department sets it."""

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from leadership_model.assessment.reserve import Plan, adjusted
from leadership_model.errors import UserError
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

NOTE = "名单结构只对整个名单提出，随名单一起印出，不作为对个人的条件。"


class QuotaDialog(Dialog):
    """`setting` is what was entered; None: as shipped again."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__("储备比例和名单结构", parent, width=520)
        self.setting: str | None = None
        self.lines: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        for ratio in plan.ratios:
            self._add(grid, ratio.role, f"每个{ratio.role}岗位储备", f"{ratio.per_seat:g}", "人")
        for wish in plan.wishes:
            percent = f"{float(wish.at_least * 100):.4g}"
            self._add(grid, wish.id, f"{wish.name}不少于", percent, "%")
        self._add(grid, "basis", "依据", plan.basis, "")
        self.lines["basis"].setPlaceholderText("文件名称、文号或会议决定")
        self.body.addLayout(grid)
        self.body.addWidget(label(NOTE, "faint", wrap=True))
        self.add_cancel()
        if plan.own:
            self.add_button("恢复随附数值", self.accept)
        self.add_button("保存", self._on_save, kind="primary", default=True)

    def _add(self, grid: QGridLayout, id: str, words: str, text: str, unit: str) -> None:
        line, at = QLineEdit(text), len(self.lines)
        line.setAccessibleName(words)
        self.lines[id] = line
        grid.addWidget(label(words, "note"), at, 0)
        grid.addWidget(line, at, 1)
        grid.addWidget(label(unit, "note"), at, 2)

    def _on_save(self) -> None:
        typed = {id: line.text() for id, line in self.lines.items()}
        try:
            self.setting = adjusted(typed, typed.pop("basis"))
        except UserError as error:
            self.refuse(str(error))
            return
        self.accept()
