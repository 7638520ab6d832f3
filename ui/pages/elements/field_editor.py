"""One field of a form: label, line, 无 and 待核 one key away, and what is wrong below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui import icons, theme
from ui.widgets.labels import Elided, label, set_role
from ui.widgets.picker import Option, Picker
from ui.widgets.undoing import passed_on

ABSENT_KEY, UNKNOWN_KEY = Qt.Key.Key_F7, Qt.Key.Key_F8
HINT = "F7 记为无，F8 记为待核"
LABEL_WIDTH = 98


class StateCorner(QWidget):
    """无 and 待核, lying over the end of a line."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.absent = self._button("无", "记为无：确认没有（F7）")
        self.unknown = self._button("待核", "记为待核：还不清楚（F8）")
        row.addWidget(self.absent)
        row.addWidget(self.unknown)

    def _button(self, text: str, tip: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setProperty("kind", "small")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolTip(tip)
        return made


class FieldEditor(QWidget):
    """Edits a text. `edited` carries what was typed or picked, `stated` absent or unknown."""

    edited = Signal(str)
    stated = Signal(str)

    def __init__(
        self,
        title: str,
        options: Callable[[], Sequence[Option]] | None = None,
        *,
        states: bool = True,
        long: bool = False,
        open_values: bool = False,
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options, self._open, self._many = options, open_values, many
        self._states, self._no_absent, self._blank = states, False, "待核"
        self.picker: Picker | None = None
        self._corner: StateCorner | None = None
        self._wrong: QLabel | None = None
        self.title = Elided(title, "note", self)
        self.title.setFixedWidth(theme.px(LABEL_WIDTH))
        self.line: QLineEdit | None = None if long else QLineEdit(self)
        self.text_box: QPlainTextEdit | None = QPlainTextEdit(self) if long else None
        self.field: QLineEdit | QPlainTextEdit = self.line or self.text_box  # type: ignore[assignment]
        self.field.setAccessibleName(title)
        self.field.installEventFilter(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.title, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.field, 0, 1)
        grid.setColumnStretch(1, 1)
        if self.line is not None:
            self.line.setProperty("size", "small")
        if self.text_box is not None:
            self.text_box.setFixedHeight(theme.px(56))
            self.text_box.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    # A form has dozens of fields: what few of them ever show is made when it is first shown.
    @property
    def wrong(self) -> QLabel:
        """What is wrong, below the line."""
        if self._wrong is None:
            self._wrong = label("", "error", wrap=True, parent=self)
            self._wrong.hide()
            self._grid.addWidget(self._wrong, 1, 1)
        return self._wrong

    @property
    def corner(self) -> "StateCorner":
        """The buttons 无 and 待核 at the end of the line."""
        if self._corner is None:
            self._corner = StateCorner(self.field)
            self._corner.unknown.setText(self._blank)
            self._corner.absent.setHidden(self._no_absent)
            if self._blank != "待核":
                self._corner.unknown.setToolTip(f"清空：{self._blank}（F8）")
            self._corner.absent.clicked.connect(self._on_absent)
            self._corner.unknown.clicked.connect(self._on_unknown)
        return self._corner

    @property
    def absent(self) -> QPushButton:
        """The button 无."""
        return self.corner.absent

    @property
    def unknown(self) -> QPushButton:
        """The button 待核."""
        return self.corner.unknown

    def _connect(self) -> None:
        if self.text_box is not None:
            self.text_box.textChanged.connect(self._on_box)
        if self.line is not None:
            self.line.textEdited.connect(self.edited)
            if self._options is not None:
                chevron = QAction(icons.icon("chevron-down", "text3"), "", self.line)
                chevron.setToolTip("打开列表（↓ 或直接输入汉字、拼音）")
                chevron.triggered.connect(self.open_list)
                self.line.addAction(chevron, QLineEdit.ActionPosition.TrailingPosition)

    # ---- what a form shows

    def show_value(self, text: str, state: str) -> None:
        """Show a value, 无 or 待核; nothing is announced. What is being typed stays."""
        if text != self.text():
            self.field.blockSignals(True)
            if self.line is not None:
                self.line.setText(text)
                self.line.setCursorPosition(0)
            elif self.text_box is not None:
                self.text_box.setPlainText(text)
            self.field.blockSignals(False)
        words = {"absent": "无", "unknown": "待核"}.get(state, "")
        self.field.setPlaceholderText(words if self._states else "未填写")
        keys = "" if not self._states else "F8 记为待核" if self._no_absent else HINT
        self.field.setToolTip("\n".join(filter(None, (text if len(text) > 12 else "", keys))))

    def show_blank(self, words: str) -> None:
        """Say in an empty field what its emptiness means."""
        self.field.setPlaceholderText(words)
        self._blank = words
        if self._corner is not None:
            self._corner.unknown.setText(words)
            self._corner.unknown.setToolTip(f"清空：{words}（F8）")

    def show_fault(self, sentence: str, *, soft: bool = False) -> None:
        """Say below the line what is wrong; `soft`: worth a look, but it may stay."""
        if sentence or self._wrong is not None:
            self.wrong.setText(sentence)
            set_role(self.wrong, "near" if soft else "error")
            self.wrong.setVisible(bool(sentence))
        flag = "true" if sentence and not soft else "false"
        if (self.field.property("wrong") or "false") != flag:
            self.field.setProperty("wrong", flag)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def show_changed(self, changed: bool) -> None:
        """Mark a field that differs from what is stored."""
        set_role(self.title, "link" if changed else "note")

    def forbid_absent(self) -> None:
        """Let the field be a value or 待核 only: its kind of row cannot say 无."""
        self._no_absent = True
        if self._corner is not None:
            self._corner.absent.hide()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be typed."""
        self.field.setReadOnly(read_only)

    def text(self) -> str:
        """What stands in the line."""
        if self.line is not None:
            return self.line.text()
        assert self.text_box is not None
        return self.text_box.toPlainText()

    # ---- keys, list, states

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return passed_on(event, self.field)
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if kind in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            self._show_corner(self._states)
        elif kind == QEvent.Type.FocusOut or (
            kind == QEvent.Type.Leave and not self.field.hasFocus()
        ):
            self._show_corner(False)
        elif kind == QEvent.Type.Resize:
            self._place_corner()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corner()

    def open_list(self) -> None:
        """Open the list of values below the line."""
        if self._options is None or self.field.isReadOnly():
            return
        listed = tuple(self._options())
        current = tuple(each for each in self.text().split("、") if each) if self._many else ()
        check = _anything if self._open else None
        self.picker = Picker(
            listed,
            "输入汉字、拼音或首字母",
            check=check,
            current=current,
            many=self._many,
            parent=self,
        )
        self.picker.picked.connect(self._on_picked)
        self.picker.open_at(self.field)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if self._states and key == ABSENT_KEY:
            if not self._no_absent:
                self._on_absent()
            return True
        if self._states and key == UNKNOWN_KEY:
            self._on_unknown()
            return True
        if self._options is None or self.line is None or self._open:
            if self._options is not None and key == Qt.Key.Key_Down:
                self.open_list()
                return True
            return False
        typed = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Down or (plain and typed and typed.isprintable()):
            self.open_list()
            if self.picker is not None and key != Qt.Key.Key_Down:
                QApplication.sendEvent(
                    self.picker.field, QKeyEvent(event.type(), key, event.modifiers(), typed)
                )
            return True
        return False

    def _show_corner(self, shown: bool) -> None:
        if shown or self._corner is not None:
            self.corner.setVisible(shown and not self.field.isReadOnly())
            self._place_corner()

    def _place_corner(self) -> None:
        if self._corner is None:
            return
        size = self._corner.sizeHint()
        inset = theme.px(24) if self._options is not None else 3
        top = max((min(self.field.height(), theme.px(28)) - size.height()) // 2, 1)
        self._corner.setGeometry(
            self.field.width() - size.width() - inset, top, size.width(), size.height()
        )

    def _on_absent(self) -> None:
        self.stated.emit("absent")

    def _on_unknown(self) -> None:
        self.stated.emit("unknown")

    def _on_box(self) -> None:
        self.edited.emit(self.text())

    def _on_picked(self, chosen: object) -> None:
        text = "、".join(chosen) if isinstance(chosen, tuple) else str(chosen)
        if self.line is not None:
            self.line.setText(text)
        self.edited.emit(text)
        self.field.setFocus()


def _anything(text: str) -> str:
    """Take any text that is not empty."""
    return "" if text.strip() else "请输入内容，或从列表中选择。"
