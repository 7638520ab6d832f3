"""Ctrl+K: one field, one list, Enter goes there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui import icons, theme
from ui.palette.index import Entry, Index, search
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

ICONS = {
    "person": "account-outline",
    "team": "account-group-outline",
    "post": "seat-outline",
    "query": "filter-variant",
    "command": "lightning-bolt-outline",
}
WORDS = {"person": "干部", "team": "班子", "post": "岗位", "query": "查询", "command": "命令"}
HINT = "姓名、拼音（zs、zhangsan）、证件号尾号、岗位、班子、常用查询或命令"


class Field(QLineEdit):
    """Passes Up, Down and Esc on."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class Palette(QFrame):
    """Lies over the window; `chosen` carries (kind, id)."""

    chosen = Signal(object, object)

    def __init__(self, commands: Callable[[], Sequence[Entry]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._commands, self._index = parent, commands, Index()
        self._more: Sequence[Entry] = ()
        self.field = Field()
        self.field.setPlaceholderText(HINT)
        self.field.addAction(icons.icon("magnify"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = TwoLineList()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._note = label("", "note")
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 10, 10, 8)
        box.setSpacing(6)
        box.addWidget(self.field)
        box.addWidget(self.list, 1)
        box.addWidget(self._note)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._on_enter)
        self.field.stepped.connect(self._on_stepped)
        self.field.left.connect(self.hide)
        self.list.clicked.connect(self._on_enter)
        parent.installEventFilter(self)
        self.hide()

    def use(self, index: Index) -> None:
        """Search in another index."""
        self._index = index
        if self.isVisible():
            self._on_text(self.field.text())

    def open(self, text: str = "") -> None:
        """Show the field, ready for typing."""
        self._more = self._commands()
        self.field.setText(text)
        self._on_text(text)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        window = self._window
        width = min(theme.px(600), window.width() - 40)
        wanted = theme.px(46) * min(len(self.list.items()), 9) + theme.px(84)
        height = min(wanted, window.height() - 120)
        self.setGeometry((window.width() - width) // 2, theme.px(46), width, height)

    def _on_text(self, text: str) -> None:
        if text.strip():
            found = search(self._index, text, self._more)
            words = f"{len(found)} 项" if len(found) < 40 else "前 40 项，请再输入几个字"
            note = words if found else "没有找到。可以换用拼音首字母，或少输入几个字。"
        else:
            found = list(self._more)
            note = "↑ ↓ 选择，Enter 打开，Esc 关闭"
        self.list.show_items([_item(entry) for entry in found])
        if found:
            self.list.choose(f"{found[0].kind}:{found[0].id}")
        self._note.setText(note)
        self._place()

    def _on_stepped(self, step: int) -> None:
        count = len(self.list.items())
        if count:
            row = min(max(self.list.currentIndex().row() + step, 0), count - 1)
            self.list.choose(self.list.items()[row].id)
            self.list.scrollTo(self.list.currentIndex())

    def _on_enter(self) -> None:
        kind, _, id = self.list.current_id().partition(":")
        if id:
            self.hide()
            self.chosen.emit(kind, id)


def _item(entry: Entry) -> ListItem:
    return ListItem(
        id=f"{entry.kind}:{entry.id}",
        title=entry.title,
        note=entry.note or " ",
        right=WORDS[entry.kind],
        icon=ICONS[entry.kind],
    )
