"""Part four, 总体评价及优化方向: a draft to edit, kept as a signed conclusion of the month."""

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit

from ui import theme
from ui.context import Context
from ui.pages.assessment import conclusion
from ui.pages.assessment.conclusion import Texts
from ui.pages.assessment.signed import SignedCard
from ui.pages.assessment.work import View
from ui.widgets.buttons import button
from ui.widgets.labels import label


class Closing(SignedCard):
    """Two fields with the texts of one team, drafted from its assessment."""

    key = "assessment.closing"
    kind, prefix, field = "班子研判", conclusion.TEAM, conclusion.DIRECTION
    word = "研判结论"
    fresh, changed = "系统起草 · 可编辑 · 未保存", "已修改 · 尚未保存"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "四、总体评价及优化方向", "保存")
        self.redraft = button(
            "重新起草",
            self._on_redraft,
            icon="refresh",
            kind="small",
            tip="按当前研判结果重新起草两段文字，替换框内内容",
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

    def begun(self, seen: View) -> Texts:
        return conclusion.draft(seen)

    def texts(self) -> Texts:
        first, last = (field.toPlainText().strip() for field in self.fields)
        return first, last

    def fill(self, texts: Texts) -> None:
        for field, text in zip(self.fields, texts, strict=True):
            if field.toPlainText() != text:
                field.setPlainText(text)

    def refusal(self, texts: Texts) -> str:
        return "" if any(texts) else "总体评价和优化方向都是空的，请先填写或点“重新起草”"

    def _on_redraft(self) -> None:
        if self._seen is not None:
            self._fill(conclusion.draft(self._seen))
            self._on_typed()
            self._context.say("已按当前研判结果重新起草")
