"""The form of a task: what, by when, by whom, done when; for one team or many at once."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from leadership_model import months
from leadership_model.assessment.tasks import check
from leadership_model.errors import UserError
from leadership_model.people.indicator_system import System
from leadership_model.people.team import TeamTask
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label


class TaskDialog(Dialog):
    """`task` is what was entered; `whom` the choice of teams where there is one."""

    def __init__(
        self,
        system: System,
        task: TeamTask,
        as_of: int,
        whom: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("下达任务" if whom else "任务跟进", parent, width=520)
        self.task, self._as_of = task, as_of
        self.title = QLineEdit(task.title or "")
        self.due = QLineEdit("" if task.due is None else months.show_iso(task.due))
        self.done_on = QLineEdit("" if task.done is None else months.show_iso(task.done))
        self.by, self.note = QLineEdit(task.by or ""), QLineEdit(task.note or "")
        self.items, self.teams = QComboBox(), QComboBox()
        self.items.addItem("不对应指标", "")
        for item in system.leaves():
            self.items.addItem(item.name, item.id)
        self.items.setCurrentIndex(max(self.items.findData(task.item or ""), 0))
        for id, words in whom:
            self.teams.addItem(words, id)
        self.due.setPlaceholderText("如 2026-11")
        self.done_on.setPlaceholderText("未完成的留空")
        rows: list[tuple[str, QWidget]] = [("任务", self.title), ("完成期限", self.due)]
        rows += [("下达给", self.teams)] if whom else []
        rows += [("责任人", self.by), ("对应指标", self.items)]
        rows += [] if whom else [("完成时间", self.done_on)]
        rows += [("备注", self.note)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        for at, (words, widget) in enumerate(rows):
            widget.setAccessibleName(words)
            grid.addWidget(label(words, "note"), at, 0)
            grid.addWidget(widget, at, 1)
        for unused in (self.teams, self.done_on):
            if unused not in [widget for _, widget in rows]:
                unused.setParent(self)
                unused.hide()
        self.body.addLayout(grid)
        self.add_cancel()
        self.add_button("保存", self._on_save, kind="primary", default=True)
        (self.title if whom else self.done_on).setFocus()

    def whom(self) -> str:
        """The choice of teams."""
        return str(self.teams.currentData() or "")

    def _on_save(self) -> None:
        try:
            typed = (self.title.text(), self.due.text(), self.done_on.text())
            title, due, done = check(*typed, self._as_of)
        except UserError as error:
            self.refuse(str(error))
            return
        self.task = replace(
            self.task,
            title=title,
            due=due,
            done=done,
            by=self.by.text().strip() or None,
            note=self.note.text().strip() or None,
            item=self.items.currentData() or None,
        )
        self.accept()
