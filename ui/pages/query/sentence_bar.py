"""The question as one sentence above the list: to read, and to edit as text."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import SentenceError, parse
from leadership_model.conditions.tree import Condition
from leadership_model.errors import UserError
from ui import theme
from ui.pages.query.paint_sentence import markup
from ui.pages.query.sentence_edit import SentenceEdit
from ui.widgets.buttons import icon_button
from ui.widgets.card import Notice
from ui.widgets.empty import IconView
from ui.widgets.labels import label


class Sentence(QLabel):
    """The sentence with names and values in the accent colour; a click edits it."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "cell")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setToolTip("单击可直接修改这句话")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sentence = ""

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence; an empty one is said in words."""
        self._sentence = sentence
        self.setAccessibleName(sentence or "没有条件")
        self.setText(markup(sentence) if sentence else "全部干部（没有条件）")

    def mouseReleaseEvent(self, event: object) -> None:
        self.clicked.emit()

    def restyle(self) -> None:
        """Write the markup again in the colours in force."""
        self.show_sentence(self._sentence)


class SentenceBar(Notice):
    """Reads and edits the question: `asked` carries a condition that was typed and understood."""

    asked = Signal(object)  # Condition or None
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._world: World | None = None
        self._sentence = ""
        self._stamp: object = None
        self.sentence = Sentence()
        self.sentence.clicked.connect(self.edit)
        self.editor = SentenceEdit()
        self.editor.entered.connect(self._on_entered)
        self.editor.given_up.connect(self._on_given_up)
        self.editor.textChanged.connect(self._on_typed)
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sentence)
        self._stack.addWidget(self.editor)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self._stack)
        middle.addWidget(self.wrong)
        self.pencil = icon_button("pencil-outline", "修改这句话（F2）", self._on_pencil, small=True)
        self.accept = icon_button("check", "按这句话查询（Enter）", self._on_accept, small=True)
        self.copy = icon_button("content-copy", "复制这句话", self._on_copy, small=True)
        self.row.addWidget(IconView("format-quote-close", 16, "accent"))
        self.row.addLayout(middle, 1)
        for each in (self.pencil, self.accept, self.copy):
            self.row.addWidget(each)
        self.accept.hide()
        self._fit()

    def show_question(self, world: World, sentence: str) -> None:
        """Show a sentence; what is being typed is left alone."""
        self._world, self._sentence = world, sentence
        self.editor.world = world
        self.sentence.show_sentence(sentence)
        self._fit()

    @property
    def editing(self) -> bool:
        """Whether the sentence is being typed."""
        return self._stack.currentWidget() is self.editor

    def edit(self) -> None:
        """Begin to type."""
        if self._world is None:
            return
        self.editor.setPlainText(self._sentence)
        self._turn(self.editor)
        self.editor.setFocus()
        self.editor.selectAll()

    def mend(self, sentence: str) -> None:
        """Begin to type with a sentence that cannot be understood, its fault marked."""
        self.edit()
        self.editor.setPlainText(sentence)
        self._on_entered()

    def text(self) -> str:
        """The sentence shown or typed."""
        return self.editor.toPlainText() if self.editing else self._sentence

    def read(self) -> Condition | None:
        """Read what was typed; a mark and a sentence say where it cannot be understood."""
        typed = self.editor.toPlainText().strip()
        if not typed:
            return None
        assert self._world is not None
        return parse(self.editor.toPlainText(), self._world.catalogue)

    def _on_entered(self) -> None:
        try:
            condition = self.read()
        except SentenceError as error:
            self.editor.mark(error.start, error.end)
            self._complain(error.sentence)
            return
        except UserError as error:
            self._complain(error.sentence)
            return
        self._turn(self.sentence)
        self.asked.emit(condition)

    def _on_typed(self) -> None:
        self.editor.mark(0, 0)
        self._complain("")

    def _complain(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self._fit()

    def _on_given_up(self) -> None:
        self._turn(self.sentence)

    def _on_pencil(self) -> None:
        if self.editing:
            self._turn(self.sentence)
        else:
            self.edit()

    def _on_accept(self) -> None:
        self._on_entered()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.text())
        self.said.emit("已复制这句话。")

    def _turn(self, to: QWidget) -> None:
        self._stack.setCurrentWidget(to)
        self.accept.setVisible(self.editing)
        self._complain("")
        self._fit()

    # ---- size: as high as the sentence needs, three lines at most

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if self._stamp != theme.stamp():
            self._stamp = theme.stamp()
            if hasattr(self, "sentence"):
                self.sentence.restyle()

    def _fit(self) -> None:
        width = max(self._stack.width(), 200)
        if self.editing:
            document = QTextDocument(self.editor.toPlainText())
            document.setDefaultFont(theme.font(13))
            document.setTextWidth(width - theme.px(12))
            wanted = round(document.size().height()) + theme.px(6)
        else:
            wanted = self.sentence.heightForWidth(width)
        line = theme.px(20)
        self._stack.setFixedHeight(max(theme.px(26), min(wanted, 4 * line)))

    def sizeHint(self) -> QSize:
        return QSize(400, super().sizeHint().height())
