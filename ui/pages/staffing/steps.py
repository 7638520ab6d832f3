"""调整清单: every step with its reason, stage, and the exception it needs or has."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from leadership_model import months
from leadership_model.staffing.candidacy import candidates_of, chosen
from leadership_model.staffing.move import STAGES, Move
from ui.context import Context
from ui.pages.staffing.compare_rows import move_words
from ui.pages.staffing.effect import conflict_text
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

if TYPE_CHECKING:
    from leadership_model.staffing.situation import Situation


class StepsDialog(Dialog):
    """A list at the top, the fields of the chosen step below. `moves` gives what was typed."""

    def __init__(self, context: Context, situation: "Situation", parent: QWidget | None) -> None:
        super().__init__(f"调整清单 · {situation.scenario.label}", parent, width=640)
        self._situation = situation
        self._moves = list(situation.scenario.done)
        self._at = -1
        self.list = TwoLineList()
        self.list.setMinimumHeight(self.room(120))
        self.list.chosen.connect(self._on_chosen)
        self.reason, self.approver, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.choose = button("选定此人选", self._on_choose, icon="account-check-outline")
        self.choose.setToolTip("n选1：选定后由此人拟任，其他人选顺次排后")
        self.reply, self.reply_month = QLineEdit(), QLineEdit()
        self.approved_month = QLineEdit()
        for month in (self.reply_month, self.approved_month):
            month.setPlaceholderText("2026-11")
        self.stage = QComboBox()
        self.stage.addItems(STAGES)
        self._conflicts = label("", "note", wrap=True)
        self._order = label("人选次序", "cell2")
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._conflicts)
        self.body.addLayout(self._form())
        self.add_cancel()
        self.add_button("保存", self._on_accept, kind="primary", default=True)
        self._show_list()
        self.list.choose(str(len(self._moves) - 1))

    def _form(self) -> QGridLayout:
        """Lay the fields out, two beside each other: the dialog fits a window with large text."""
        form = QGridLayout()
        form.addWidget(self._order, 0, 0)
        form.addWidget(self.choose, 0, 1, 1, 3)
        form.addWidget(label("理由", "cell2"), 1, 0)
        form.addWidget(self.reason, 1, 1, 1, 3)
        rows: tuple[tuple[tuple[str, QWidget], tuple[str, QWidget]], ...] = (
            (("备注", self.note), ("阶段", self.stage)),
            (("本级批准人", self.approver), ("批准月份", self.approved_month)),
            (("上级批复文号", self.reply), ("批复月份", self.reply_month)),
        )
        for row, pair in enumerate(rows, 2):
            for at, (words, field) in enumerate(pair):
                field.setAccessibleName(words)
                form.addWidget(label(words, "cell2"), row, 2 * at)
                form.addWidget(field, row, 2 * at + 1)
        form.setColumnStretch(1, 2)
        form.setColumnStretch(3, 1)
        return form

    def moves(self) -> tuple[Move, ...]:
        """The steps with what was typed."""
        return tuple(self._moves)

    def _show_list(self) -> None:
        self.list.show_items([self._item(at, move) for at, move in enumerate(self._moves)])

    def _item(self, at: int, move: Move) -> ListItem:
        found = [each for each in self._situation.conflicts if each.move == at]
        found.sort(key=lambda each: not each.blocks)
        mark = "red" if any(each.blocks for each in found) else "yellow" if found else "green"
        return ListItem(
            id=str(at),
            title=f"{at + 1}. {move_words(self._situation.base.seating, move)}{self._rank(at)}",
            note="；".join(filter(None, (move.reason or "未写理由", move.note))),
            right=move.stage,
            right_note=found[0].standing if found else "",
            mark=mark,
        )

    def _rank(self, at: int) -> str:
        """Say that somebody is the first of several candidates."""
        move = self._moves[at]
        if move.kind != "appoint" or move.post is None or move.order > 1:
            return ""
        count = len(candidates_of(self._moves, move.post))
        return f"（{count} 选 1，第 1 人选）" if count > 1 else ""

    def _on_choose(self) -> None:
        """Let the candidate of the step at hand act in place of the present first one."""
        if self._at >= 0 and self._keep():
            at = self._at
            self._moves = list(chosen(self._moves, at))
            self._at = -1
            self._show_list()
            self.list.choose(str(at), announce=False)
            self._on_chosen(str(at))

    def _on_chosen(self, id: str) -> None:
        if self._keep():
            self._at = int(id)
            move = self._moves[self._at]
            self.reason.setText(move.reason)
            self.note.setText(move.note)
            waits = move.kind == "appoint" and move.order > 1
            self.choose.setEnabled(waits)
            several = bool(self._rank(self._at))
            self.choose.setText(
                "选定此人选" if waits else "已是第 1 人选" if several else "只有一名人选"
            )
            self.choose.setVisible(move.kind == "appoint")
            self._order.setVisible(move.kind == "appoint")
            self.approver.setText(move.approver)
            self.reply.setText(move.reply)
            self.reply_month.setText(_shown(move.reply_month))
            self.approved_month.setText(_shown(move.approved_month))
            self.stage.setCurrentText(move.stage)
            found = [each for each in self._situation.conflicts if each.move == self._at]
            lines = [conflict_text(self._situation, each)[1] for each in found]
            self._conflicts.setText("\n".join(lines) or "未见规则冲突。")

    def _keep(self) -> bool:
        """Take over what was typed for the step chosen before; False when it is wrong."""
        if self._at < 0:
            return True
        read = {}
        for words, field in (("批复月份", self.reply_month), ("批准月份", self.approved_month)):
            text = field.text().strip()
            read[words] = months.parse(text) if text else None
            if text and read[words] is None:
                self.refuse(f"{words}请写成 2026-11 这样的形式。")
                return False
        self.refuse("")
        self._moves[self._at] = replace(
            self._moves[self._at],
            reason=self.reason.text().strip(),
            note=self.note.text().strip(),
            approver=self.approver.text().strip(),
            reply=self.reply.text().strip(),
            approved_month=read["批准月份"],
            reply_month=read["批复月份"],
            stage=self.stage.currentText(),
        )
        return True

    def _on_accept(self) -> None:
        if self._keep():
            self.accept()


def _shown(month: int | None) -> str:
    return "" if month is None else months.show_iso(month)
