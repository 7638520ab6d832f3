"""新建方案: its name, what it begins with, and the month from which it is to hold."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QRadioButton, QWidget

from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.month import MonthPicker

if TYPE_CHECKING:
    from leadership_model.staffing.draft import Draft


class NewPlanDialog(Dialog):
    """From today's seats with the teams on the board, from another plan, or with nothing."""

    def __init__(
        self,
        suggested: str,
        check: Callable[[str], str],
        month: int,
        teams: int,
        plans: "Sequence[Draft]",
        parent: QWidget | None,
    ) -> None:
        super().__init__("新建方案", parent, width=480)
        self._check, self._today = check, month
        self.name = QLineEdit(suggested)
        self.name.setAccessibleName("方案名称")
        words = f"从现状开始，带上画板现有的 {teams} 个班子" if teams else "从现状开始"
        self.today = QRadioButton(words)
        self.copy = QRadioButton("从另一个方案复制，连同其中的调整")
        self.empty = QRadioButton("空白方案，画板上先不放班子")
        self.plans = QComboBox()
        self.plans.setAccessibleName("复制哪个方案")
        for each in plans:
            self.plans.addItem(each.scenario.label, each.scenario.id)
        self._months = {each.scenario.id: each.scenario.month for each in plans}
        self.copy.setEnabled(bool(plans))
        self.copy.setVisible(bool(plans))
        self.plans.setVisible(bool(plans))
        self.empty.setVisible(bool(teams))
        self.picker = MonthPicker(month)
        self._note = label("", "note", wrap=True)
        self._build()
        self.today.setChecked(True)
        self._on_source()

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow(label("方案名称", "cell2"), self.name)
        form.addRow(label("从哪里开始", "cell2"), self.today)
        form.addRow("", self.copy)
        form.addRow("", self.plans)
        form.addRow("", self.empty)
        form.addRow(label("生效月份", "cell2"), self.picker)
        self.body.addLayout(form)
        self.body.addWidget(self._note)
        for each in (self.today, self.copy, self.empty):
            each.toggled.connect(self._on_source)
        self.plans.activated.connect(self._on_plan)
        self.picker.picked.connect(self._on_month)
        self.add_cancel()
        self.add_button("新建", self._on_accept, kind="primary", default=True)
        self.name.selectAll()

    def choose_plan(self, id: str) -> None:
        """Say which plan is offered first for copying."""
        self.plans.setCurrentIndex(max(0, self.plans.findData(id)))

    def label(self) -> str:
        """The name given."""
        return self.name.text().strip()

    def month(self) -> int:
        """The month from which the plan is to hold."""
        return self.picker.month

    def source_plan(self) -> str:
        """The id of the plan to be copied; nothing when none is."""
        return str(self.plans.currentData()) if self.copy.isChecked() else ""

    def keeps_teams(self) -> bool:
        """Whether the teams on the board are taken along."""
        return self.today.isChecked()

    def _on_source(self) -> None:
        self.plans.setEnabled(self.copy.isChecked())
        if self.copy.isChecked():
            self.picker.show_month(self._months[str(self.plans.currentData())])
        self._say()

    def _on_plan(self) -> None:
        self.picker.show_month(self._months[str(self.plans.currentData())])
        self._say()

    def _on_month(self, month: int) -> None:
        self._say()

    def _say(self) -> None:
        later = self.month() > self._today
        self._note.setText(
            "按将来月份作方案（如换届）：年龄、任期、到龄和规则都按那个月算。"
            if later
            else "年龄、任期和规则都按生效月份算，以后可以改。"
        )

    def _on_accept(self) -> None:
        wrong = self._check(self.label())
        self.refuse(wrong)
        if not wrong:
            self.accept()
