"""The usual questions: yes or no, one of some, one line of text; and the report of a fault."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from ui import theme
from ui.ask import Check
from ui.widgets.dialog import Dialog
from ui.widgets.empty import IconView
from ui.widgets.labels import label


class Question(Dialog):
    """A sentence and one or two buttons."""

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        no: str,
        *,
        danger: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        row = QHBoxLayout()
        row.setSpacing(10)
        if icon:
            row.addWidget(IconView(icon, 22, "yellow"))
        row.addWidget(label(text, "body", wrap=True), 1)
        self.body.addLayout(row)
        if no:
            self.add_cancel(no)
        self.add_button(yes, self.accept, kind="danger" if danger else "primary", default=True)


class Choice(Dialog):
    """One of a few options."""

    def __init__(
        self,
        title: str,
        text: str,
        options: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self.body.addWidget(label(text, "body", wrap=True))
        self._options: list[tuple[str, QRadioButton]] = []
        for id, words in options:
            radio = QRadioButton(words)
            self._options.append((id, radio))
            self.body.addWidget(radio)
        if self._options:
            self._options[0][1].setChecked(True)
        self.add_cancel()
        self.add_button("确定", self.accept, kind="primary", default=True)

    def chosen(self) -> str | None:
        """The id that is checked."""
        return next((id for id, radio in self._options if radio.isChecked()), None)

    def choose(self, id: str) -> None:
        """Check an option."""
        dict(self._options)[id].setChecked(True)


class TextQuestion(Dialog):
    """One line of text, refused where it stands while it is wrong; a `secret` one is not shown."""

    def __init__(
        self,
        title: str,
        text: str,
        initial: str = "",
        check: Check | None = None,
        parent: QWidget | None = None,
        *,
        secret: bool = False,
    ) -> None:
        super().__init__(title, parent)
        self._check, self._secret = check, secret
        self.body.addWidget(label(text, "body", wrap=True))
        self.field = QLineEdit(initial)
        if secret:
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.selectAll()
        self.body.addWidget(self.field)
        self.add_cancel()
        self.add_button("确定", self._on_accept, kind="primary", default=True)

    def answer(self) -> str:
        """What was typed; of a secret also the blanks around it."""
        return self.field.text() if self._secret else self.field.text().strip()

    def _on_accept(self) -> None:
        sentence = self._check(self.answer()) if self._check is not None else ""
        self.refuse(sentence)
        if not sentence:
            self.accept()


class Report(Dialog):
    """A fault of the program: a sentence and a text that can be copied."""

    def __init__(self, headline: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__("程序出错", parent, width=640)
        self.body.addWidget(label(headline, "body", wrap=True))
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        self._text.setMinimumHeight(theme.px(220))
        self.body.addWidget(self._text, 1)
        self.add_button("复制内容", self._on_copy)
        self.add_button("继续使用", self.accept, kind="primary", default=True)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._text.toPlainText())
