"""A drop that a 禁止 rule stops: why, which exception it allows, and what is done about it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from ui import names, theme
from ui.pages.staffing.effect import rule_text
from ui.widgets.card import Sunk
from ui.widgets.dialog import Dialog
from ui.widgets.labels import MarkLabel, label
from ui.widgets.month import MonthPicker

if TYPE_CHECKING:
    from leadership_model.staffing.conflict import Conflict
    from leadership_model.staffing.move import Move
    from leadership_model.staffing.situation import Situation

Outcome = Literal["", "draft", "granted"]
ALLOWED = {
    "不得例外": "不得例外：只能改换人选或岗位",
    "待批复": "可以例外：须有上级批复，写明批复文号和日期",
    "待本级批准": "可以例外：须经本级批准，写明批准人、理由和日期",
}


class ExceptionDialog(Dialog):
    """Nothing is moved before it is answered. `outcome` and `filled` give the answer."""

    def __init__(
        self,
        then: "Situation",
        found: "Sequence[Conflict]",
        parent: QWidget | None = None,
        *,
        late: bool = False,
    ) -> None:
        super().__init__("这一步违反规则", parent, width=600)
        self._then, self._found = then, tuple(found)
        self.outcome: Outcome = ""
        ways = {each.standing for each in found}
        self.never = "不得例外" in ways
        month = then.base.as_of
        self.reason, self.approver, self.reply = QLineEdit(), QLineEdit(), QLineEdit()
        self.approved, self.replied = MonthPicker(month), MonthPicker(month)
        self._superior, self._local = "待批复" in ways, "待本级批准" in ways
        self._show_rules()
        if not self.never:
            self._ask_exception()
        self.add_cancel("不作这一步")
        if late:
            words = "方案已在讨论决定或其后，不能保留违反规则的草稿。"
        else:
            words = "可以先作为草稿留在画板上；补办之前方案不能进入讨论决定。"
            if self.never:
                words = "只能作为草稿留在画板上；留着它，方案不能进入讨论决定。"
            self.keep = self.add_button("保留为草稿", self._on_draft)
        self.body.addWidget(label(words, "note", wrap=True))
        if not self.never:
            self.grant = self.add_button(
                "写明例外并调整", self._on_granted, kind="primary", default=True
            )

    def _show_rules(self) -> None:
        people = self._then.base.snapshot
        for each in self._found:
            well = Sunk()
            who = self._then.scenario.moves[each.move].person or ""
            name = names.person_name(people, people.people.positions[who])
            mark, words = rule_text(self._then, each.result)
            row = QHBoxLayout()
            row.setSpacing(theme.px(6))
            row.addWidget(MarkLabel(mark, ""), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(f"{name}　{words}", "body", wrap=True), 1)
            well.body.addLayout(row)
            well.body.addWidget(label(ALLOWED[each.standing], "note", wrap=True))
            self.body.addWidget(well)

    def _ask_exception(self) -> None:
        form = QFormLayout()
        rows: list[tuple[str, QWidget]] = [("理由", self.reason)]
        if self._superior:
            rows += [("上级批复文号", self.reply), ("批复日期", self.replied)]
        if self._local:
            rows += [("本级批准人", self.approver), ("批准日期", self.approved)]
        for words, field in rows:
            field.setAccessibleName(words)
            form.addRow(label(words, "cell2"), field)
        self.body.addLayout(form)

    def filled(self, move: "Move") -> "Move":
        """Give a move with the exception written into it."""
        if self.outcome != "granted":
            return move
        made = replace(move, reason=self.reason.text().strip() or move.reason)
        if self._superior:
            made = replace(made, reply=self.reply.text().strip(), reply_month=self.replied.month)
        if self._local:
            made = replace(
                made,
                approver=self.approver.text().strip(),
                approved_month=self.approved.month,
            )
        return made

    def _on_draft(self) -> None:
        self.outcome = "draft"
        self.accept()

    def _on_granted(self) -> None:
        missing = [
            words
            for words, field, asked in (
                ("理由", self.reason, True),
                ("批复文号", self.reply, self._superior),
                ("批准人", self.approver, self._local),
            )
            if asked and not field.text().strip()
        ]
        if missing:
            self.refuse(f"请写明{'、'.join(missing)}，或先保留为草稿。")
            return
        self.outcome = "granted"
        self.accept()
