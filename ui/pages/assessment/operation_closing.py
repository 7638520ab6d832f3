"""The written conclusion on how a team works: a person chooses the state and signs the text."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit

from leadership_model.assessment.operation import STATES
from ui import theme
from ui.context import Context
from ui.pages.assessment import operation_more as more
from ui.pages.assessment.conclusion import Texts
from ui.pages.assessment.signed import SignedCard
from ui.pages.assessment.work import View
from ui.widgets.labels import label


class OperationClosing(SignedCard):
    """A text and a state; nothing is filled in for whoever signs them."""

    key = "assessment.operation"
    kind, prefix, field = "运行状况", "operation", "state"
    word = "运行状况结论"
    fresh, changed = "尚未填写", "尚未填写 · 有未保存的修改"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "运行状况结论", "保存结论")
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
        self._head = label("以前的结论", "strong")
        self.formers = label("", "body", wrap=True)
        self.body.addWidget(self._head)
        self.body.addWidget(self.formers)
        self._show_formers(())
        self.state.currentIndexChanged.connect(self._on_typed)
        self.text.textChanged.connect(self._on_typed)

    def show_team(self, seen: View) -> None:
        """Show the team's text of the month, and what was concluded in earlier ones."""
        super().show_team(seen)
        self._show_formers(())
        if self._context.workspace.loaded.engine is not None:
            read = partial(more.formers, seen, self.kind)
            self._context.workspace.read(read, "assessment.formers", self._show_formers)

    def _show_formers(self, found: tuple[more.Former, ...]) -> None:
        self.formers.setText("\n".join(more.former_text(each) for each in found))
        for each in (self._head, self.formers):
            each.setVisible(bool(found))

    def begun(self, seen: View) -> Texts:
        return "", ""

    def texts(self) -> Texts:
        return self.text.toPlainText().strip(), self.state.currentData()

    def fill(self, texts: Texts) -> None:
        self.state.setCurrentIndex(max(self.state.findData(texts[1]), 0))
        if self.text.toPlainText() != texts[0]:
            self.text.setPlainText(texts[0])

    def refusal(self, texts: Texts) -> str:
        return "" if all(texts) else "请选择运行状态并写明结论，再保存"
