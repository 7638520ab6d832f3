"""Part four, 总体评价及优化方向: a draft to edit, kept as a signed conclusion of the month."""

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit

from leadership_model import months
from leadership_model.changes import Changes
from ui import theme
from ui.context import Context
from ui.pages.assessment import conclusion
from ui.pages.assessment.conclusion import Texts, conclusion_id, draft, texts_of
from ui.pages.assessment.work import View
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label

if TYPE_CHECKING:
    from leadership_model.store.nouns import Conclusion

KIND = "班子研判"


class Closing(Card):
    """Two fields with the texts of one team; what was typed is kept while others are looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__("四、总体评价及优化方向", "系统起草")
        self._context = context
        self._seen: View | None = None
        self._stored: Conclusion | None = None
        self._typed: dict[str, Texts] = {}
        self._filling = False
        self.redraft = button(
            "重新起草",
            self._on_redraft,
            icon="refresh",
            kind="small",
            tip="按当前研判结果重新起草两段文字，替换框内内容",
        )
        self.save = button(
            "保存",
            self._on_save,
            icon="content-save-outline",
            kind="small",
            tip="署名保存为本月的研判结论",
        )
        self.header.addWidget(self.redraft)
        self.header.addWidget(self.save)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        self.fields = (QPlainTextEdit(), QPlainTextEdit())
        for row, (word, field) in enumerate(
            zip(("总体评价", "优化方向"), self.fields, strict=True)
        ):
            field.setAccessibleName(word)
            field.setTabChangesFocus(True)
            field.setMinimumHeight(theme.px(78))
            field.textChanged.connect(self._on_typed)
            grid.addWidget(label(word, "strong"), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def texts(self) -> Texts:
        """The two texts as they stand there."""
        first, last = (field.toPlainText().strip() for field in self.fields)
        return first, last

    def show_team(self, seen: View) -> None:
        """Show what was typed for a team, else what is stored, else a draft."""
        self._seen, self._stored = seen, None
        self._fill(self._typed.get(seen.id) or draft(seen))
        self._tell()
        if self._context.workspace.loaded.engine is not None:
            work = partial(conclusion.read, seen)
            self._context.workspace.read(work, "assessment.closing", self._on_read)

    def typed(self, id: str) -> Texts | None:
        """What was typed for a team and not saved, None when nothing was."""
        return self._typed.get(id)

    # ---- what happens

    def _fill(self, texts: Texts) -> None:
        self._filling = True
        for field, text in zip(self.fields, texts, strict=True):
            if field.toPlainText() != text:
                field.setPlainText(text)
        self._filling = False

    def _tell(self) -> None:
        if self._seen is None:
            return
        typed, stored = self._seen.id in self._typed, self._stored
        if stored is not None:
            note = f"{stored.signed_by or '未署名'} {months.show_iso(stored.month)} 保存"
            note += " · 有未保存的修改" if typed else ""
        else:
            note = "已修改 · 尚未保存" if typed else "系统起草 · 可编辑 · 未保存"
        self.set_note(note)
        self.save.setEnabled(typed or stored is None)

    def _on_read(self, stored: "Conclusion | None") -> None:
        self._stored = stored
        if stored is not None and self._seen is not None and self._seen.id not in self._typed:
            self._fill(texts_of(stored))
        self._tell()

    def _on_typed(self) -> None:
        if self._filling or self._seen is None:
            return
        kept = draft(self._seen) if self._stored is None else texts_of(self._stored)
        if self.texts() == kept:
            self._typed.pop(self._seen.id, None)
        else:
            self._typed[self._seen.id] = self.texts()
        self._tell()

    def _on_redraft(self) -> None:
        if self._seen is not None:
            self._fill(draft(self._seen))
            self._on_typed()
            self._context.say("已按当前研判结果重新起草")

    def _on_save(self) -> None:
        seen = self._seen
        if seen is None:
            return
        if not any(self.texts()):
            self._context.ask.error("总体评价和优化方向都是空的，请先填写或点“重新起草”")
            return
        record = _record(seen, self.texts(), self._stored)
        self._context.workspace.write(
            partial(conclusion.write, record),
            f"保存{seen.short}研判结论",
            done=self._on_saved,
            initiator=self,
            undo=partial(conclusion.restore, record.id, self._stored),
        )

    def _on_saved(self, changes: Changes) -> None:
        if self._seen is not None:
            self._typed.pop(self._seen.id, None)
            self._context.say("研判结论已保存")
            self.show_team(self._seen)


def _record(seen: View, texts: Texts, stored: "Conclusion | None") -> "Conclusion":
    from leadership_model.store.nouns import Conclusion

    body = json.dumps({"direction": texts[1]}, ensure_ascii=False)
    if stored is not None:
        return replace(stored, text=texts[0], body=body)
    return Conclusion(
        id=conclusion_id(seen),
        kind=KIND,
        subject=seen.id,
        month=seen.world.as_of,
        text=texts[0],
        body=body,
    )
