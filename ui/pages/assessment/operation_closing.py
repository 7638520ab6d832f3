"""The written conclusion on how a team works: a person chooses the state and signs the text."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit

from leadership_model.assessment.operation import STATES
from ui import theme
from ui.context import Context
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
        self.state.currentIndexChanged.connect(self._on_typed)
        self.text.textChanged.connect(self._on_typed)

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
