"""The written conclusion on how a team works: a person chooses the state and signs the text."""

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit

from leadership_model import months
from leadership_model.assessment.operation import STATES
from leadership_model.changes import Changes
from ui import theme
from ui.context import Context
from ui.pages.assessment import conclusion
from ui.pages.assessment import operation_work as work
from ui.pages.assessment.work import View
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label

if TYPE_CHECKING:
    from leadership_model.store.nouns import Conclusion

Typed = tuple[str, str]  # state, text
EMPTY: Typed = ("", "")


class OperationClosing(Card):
    """What was typed for a team is kept while others are looked at; nothing is filled in for it."""

    def __init__(self, context: Context) -> None:
        super().__init__("运行状况结论", "尚未填写")
        self._context = context
        self._seen: View | None = None
        self._stored: Conclusion | None = None
        self._typed: dict[str, Typed] = {}
        self._filling = False
        self.save = button(
            "保存结论",
            self._on_save,
            icon="content-save-outline",
            kind="small",
            tip="署名保存为本月的运行状况结论",
        )
        self.header.addWidget(self.save)
        self.state, self.text = QComboBox(), QPlainTextEdit()
        self.state.addItem("请选择状态", "")
        for each in STATES:
            self.state.addItem(each, each)
        self.state.setAccessibleName("运行状态")
        self.text.setAccessibleName("运行状况结论")
        self.text.setPlaceholderText("写明依据和建议；状态和结论由研判人员填写，程序不自动判定")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(110))
        row = QHBoxLayout()
        row.addWidget(label("运行状态", "strong"))
        row.addWidget(self.state)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.text)
        self.state.currentIndexChanged.connect(self._on_typed)
        self.text.textChanged.connect(self._on_typed)

    def typed(self) -> Typed:
        """The state and the text as they stand there."""
        return self.state.currentData(), self.text.toPlainText().strip()

    def show_team(self, seen: View) -> None:
        """Show what was typed for a team, else what is stored."""
        self._seen, self._stored = seen, None
        self._fill(self._typed.get(seen.id, EMPTY))
        self._tell()
        if self._context.workspace.loaded.engine is not None:
            self._context.workspace.read(
                partial(work.read, seen), "assessment.operation", self._on_read
            )

    def _fill(self, typed: Typed) -> None:
        self._filling = True
        self.state.setCurrentIndex(max(self.state.findData(typed[0]), 0))
        if self.text.toPlainText() != typed[1]:
            self.text.setPlainText(typed[1])
        self._filling = False

    def _tell(self) -> None:
        stored, typed = self._stored, self._seen is not None and self._seen.id in self._typed
        note = "尚未填写"
        if stored is not None:
            note = f"{stored.signed_by or '未署名'} {months.show_iso(stored.month)} 保存"
        self.set_note(f"{note} · 有未保存的修改" if typed else note)
        self.save.setEnabled(typed)

    def _on_read(self, stored: "Conclusion | None") -> None:
        self._stored = stored
        if self._seen is not None and self._seen.id not in self._typed:
            self._fill(_texts(stored))
        self._tell()

    def _on_typed(self, _value: object = None) -> None:
        if self._filling or self._seen is None:
            return
        if self.typed() == _texts(self._stored):
            self._typed.pop(self._seen.id, None)
        else:
            self._typed[self._seen.id] = self.typed()
        self._tell()

    def _on_save(self) -> None:
        seen, (state, text) = self._seen, self.typed()
        if seen is None:
            return
        if not state or not text:
            self._context.ask.error("请选择运行状态并写明结论，再保存")
            return
        record = _record(seen, state, text, self._stored)
        self._context.workspace.write(
            partial(conclusion.write, record),
            f"保存{seen.short}运行状况结论",
            done=self._on_saved,
            initiator=self,
            undo=partial(conclusion.restore, record.id, self._stored),
        )

    def _on_saved(self, changes: Changes) -> None:
        if self._seen is not None:
            self._typed.pop(self._seen.id, None)
            self._context.say("运行状况结论已保存")
            self.show_team(self._seen)


def _texts(stored: "Conclusion | None") -> Typed:
    return EMPTY if stored is None else (json.loads(stored.body).get("state", ""), stored.text)


def _record(seen: View, state: str, text: str, stored: "Conclusion | None") -> "Conclusion":
    from leadership_model.store.nouns import Conclusion

    body = json.dumps({"state": state}, ensure_ascii=False)
    if stored is not None:
        return replace(stored, text=text, body=body)
    return Conclusion(
        id=work.conclusion_id(seen),
        kind=work.KIND,
        subject=seen.id,
        month=seen.world.as_of,
        text=text,
        body=body,
    )
