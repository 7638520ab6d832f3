"""为何不是此人: a name typed, and what stands against or for that person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import icons, theme
from ui.pages.staffing.reasons import WhyNot
from ui.widgets.buttons import button
from ui.widgets.card import Sunk
from ui.widgets.emptying import empty
from ui.widgets.labels import MarkLabel, label

MOST = 5


class WhyBox(QWidget):
    """Asks by `asked` (the text typed); shows the answer below."""

    asked = Signal(str)
    opened = Signal(object)  # id of the person answered about

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText("姓名或拼音首字母")
        self.field.setAccessibleName("为何不是此人：姓名")
        icon = icons.icon("account-question-outline")
        self.field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self.field.returnPressed.connect(self._on_ask)
        self.go = button("为何不是此人？", self._on_ask)
        self.well = Sunk()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        self.well.body.addLayout(self._lines)
        self.well.hide()
        self.answer: WhyNot | None = None
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.well)

    def show_answer(self, answer: WhyNot | None) -> None:
        """Show an answer; None takes it away."""
        self.answer = answer
        empty(self._lines)
        self.well.setVisible(answer is not None)
        if answer is None:
            return
        head = button(answer.headline, self._on_opened, kind="link", tip="打开干部卡片")
        self._add(answer.mark, head, 12)
        for mark, text in answer.lines[:MOST]:
            self._add(mark, label(text, "note", wrap=True), 10)
        if len(answer.lines) > MOST:
            rest = label(f"另有 {len(answer.lines) - MOST} 项", "note")
            rest.setToolTip("\n".join(text for _, text in answer.lines[MOST:]))
            self._lines.addWidget(rest)
        for text in answer.notes:
            self._lines.addWidget(label(f"{text}。", "note", wrap=True))

    def say(self, sentence: str) -> None:
        """Say that nobody was found, where the answer would stand."""
        self.answer = None
        empty(self._lines)
        self._lines.addWidget(label(sentence, "error", wrap=True))
        self.well.show()

    def _add(self, mark: str, words: QWidget, size: int) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        shape = MarkLabel(mark, "", size=size)
        row.addWidget(shape)
        row.addWidget(words, 1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(holder)

    def _on_ask(self) -> None:
        if self.field.text().strip():
            self.asked.emit(self.field.text().strip())
        else:
            self.say("请先输入一个姓名，再问为何不是此人。")

    def _on_opened(self) -> None:
        if self.answer is not None:
            self.opened.emit(self.answer.person)
