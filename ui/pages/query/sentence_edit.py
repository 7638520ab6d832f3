"""The question as text under the cursor: completion by text and pinyin, errors where they are."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QPlainTextEdit, QTextEdit, QWidget

from leadership_model.assessment.world import World
from leadership_model.query.suggest import element_before, suggest
from ui import theme
from ui.widgets.condition_values import values_of
from ui.widgets.picker import matches

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
MOST = 60


class SentenceEdit(QPlainTextEdit):
    """Enter asks, Esc gives up, typing offers what may stand there, Tab takes it."""

    entered = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.world: World | None = None
        self.setObjectName("sentence")
        self.setTabChangesFocus(True)
        self.setFont(theme.font(13))
        self.setAccessibleName("查询条件，一句话")
        self.setPlaceholderText("例如：年龄 <= 42 且 学历 >= 大学 且 曾任 乡镇党政正职 满 24 个月")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.words = QStringListModel(self)
        self.completer = QCompleter(self.words, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setWidget(self)
        self.completer.setMaxVisibleItems(9)
        self.completer.activated.connect(self._on_taken)
        self._start = 0

    @property
    def popup(self) -> QAbstractItemView:
        """The list of what is offered."""
        found = self.completer.popup()
        assert found is not None
        return found

    def mark(self, start: int, end: int) -> None:
        """Underline what cannot be understood; equal places take the mark away."""
        if start == end == 0:
            self.setExtraSelections([])
            return
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        first = min(start, max(len(text) - 1, 0))
        cursor.setPosition(first)
        last = min(max(end, first + 1), len(text))
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(QColor(theme.color("red")))
        wave.setBackground(theme.color("red_tint"))
        wave.setForeground(theme.color("red_text"))
        extra = QTextEdit.ExtraSelection()
        extra.cursor, extra.format = cursor, wave
        self.setExtraSelections([extra])

    def marked(self) -> str:
        """The text that is marked as wrong."""
        return "".join(each.cursor.selectedText() for each in self.extraSelections())

    def offers(self) -> list[str]:
        """What is offered at the place of typing."""
        return self.words.stringList()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.popup
        if popup.isVisible() and event.key() in _KEYS:
            if event.key() == Qt.Key.Key_Escape or not popup.currentIndex().isValid():
                popup.hide()
                if event.key() == Qt.Key.Key_Escape:
                    return
            else:
                self._on_taken(str(popup.currentIndex().data()))
                popup.hide()
                return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        before = self.toPlainText()
        super().keyPressEvent(event)
        asked = event.key() == Qt.Key.Key_Space and bool(
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if asked or self.toPlainText() != before:
            self.offer()

    def offer(self) -> None:
        """Offer what may stand at the cursor, narrowed by what is typed of it."""
        if self.world is None:
            return
        text, place = self.toPlainText(), self.textCursor().position()
        values = values_of(self.world, element_before(text, place))
        found = suggest(text, place, self.world.catalogue, values)
        self._start = found.start
        words = [each for each in found.words if matches(each, found.typed)][:MOST]
        if not words or words == [found.typed]:
            self.popup.hide()
            self.words.setStringList([])
            return
        self.words.setStringList(words)
        area = self.cursorRect()
        area.setWidth(theme.px(240))
        self.completer.complete(area)
        if found.typed:
            self.popup.setCurrentIndex(self.words.index(0, 0))

    def _on_taken(self, word: str) -> None:
        cursor = self.textCursor()
        place = cursor.position()
        cursor.setPosition(self._start)
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{word} ")
        self.setTextCursor(cursor)
        self.words.setStringList([])
