"""A list that opens at a widget: typing narrows it, by text, pinyin or initials; Enter takes.

It is a popup, not a dialog: a click elsewhere or Esc closes it and nothing has happened.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label

SHOWN = 400  # rows at most; whoever wants others types


@dataclass(frozen=True, slots=True)
class Option:
    """One row: what it stands for, its words, a note at the right, a code that finds it too."""

    id: str
    text: str
    note: str = ""
    code: str = ""


class Picker(QFrame):
    """Chooses one option (`picked` carries its id), some (a tuple of ids), or a typed text.

    `check` lets other texts than the options be typed: it says what is wrong with one, "" when
    nothing is. With `many` rows have boxes and a button takes all that are checked.
    """

    picked = Signal(object)

    def __init__(
        self,
        options: Sequence[Option],
        placeholder: str,
        *,
        check: Callable[[str], str] | None = None,
        current: Sequence[str] = (),
        many: bool = False,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._options, self._check, self._many = tuple(options), check, many
        self._chosen = list(current)
        self.field = QLineEdit(text)
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        self._lay_out()
        self._fill("")
        self.field.selectAll()
        self.field.textEdited.connect(self._on_typed)
        self.list.itemClicked.connect(self._on_clicked)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(5)
        layout.addWidget(self.field)
        layout.addWidget(self.wrong)
        layout.addWidget(self.list, 1)
        self.list.setVisible(bool(self._options))
        if self._many:
            row = QHBoxLayout()
            row.addStretch(1)
            self.done = button("确定", self._on_done, kind="primary")
            row.addWidget(self.done)
            layout.addLayout(row)

    def open_at(self, widget: QWidget) -> None:
        """Open below a widget, or above it where there is no room below."""
        rows = min(len(self._options), 10)
        wide = max([theme.px(200), *(self._width(each) for each in self._options[:SHOWN])])
        height = theme.px(46) + (rows * theme.px(30) + 8 if rows else 0)
        self.resize(min(wide, theme.px(420)), height + (theme.px(38) if self._many else 0))
        below = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        x = max(min(below.x(), screen.right() - self.width()), screen.left())
        y = below.y()
        if y + self.height() > screen.bottom():
            y = max(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2, screen.top())
        self.move(x, y)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _width(self, option: Option) -> int:
        words = self.fontMetrics().horizontalAdvance(f"{option.text}   {option.note}")
        return words + theme.px(64 if self._many else 44)

    def texts(self) -> list[str]:
        """The words of the rows in sight."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def take(self, id: str) -> None:
        """Choose an option by its id, as a click does."""
        if self._many:
            self._chosen = [x for x in self._chosen if x != id] + [id] * (id not in self._chosen)
            top = self.list.verticalScrollBar().value()
            self._fill(self.field.text())
            self.list.verticalScrollBar().setValue(top)
            return
        self._give(id)

    def _give(self, chosen: object) -> None:
        # Closed first: who hears of it may open the next picker, which would be closed with this.
        self.close()
        self.picked.emit(chosen)

    # ---- rows

    def _fill(self, typed: str) -> None:
        self.list.clear()
        found = [each for each in self._options if _fits(each, typed)]
        found = sorted(found, key=partial(_distance, typed=typed.strip().lower()))[:SHOWN]
        for each in found:
            item = QListWidgetItem(f"{each.text}　{each.note}" if each.note else each.text)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            if self._many:
                checked = each.id in self._chosen
                item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if not typed and each.id in self._chosen and not self._many:
                self.list.setCurrentItem(item)
        if found and self.list.currentRow() < 0 and self._meant(found[0], typed.strip()):
            self.list.setCurrentRow(0)

    def _meant(self, first: Option, typed: str) -> bool:
        """Say whether Enter takes the first row; a number typed stays what was typed."""
        if self._check is None:
            return True
        if not typed or (typed.isascii() and typed.isalpha()):
            return bool(typed)
        begun = first.text.startswith(typed) and not typed.isascii()
        coded = bool(first.code) and first.code.lower().startswith(typed.lower())
        return begun or coded or bool(self._check(typed))

    def _on_typed(self, text: str) -> None:
        self.wrong.hide()
        self._fill(text)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.take(item.data(Qt.ItemDataRole.UserRole))

    def _on_done(self) -> None:
        if not self._chosen:
            self._refuse("请至少选择一项。")
            return
        self._give(tuple(self._chosen))

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self.list.currentRow() + step
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        if key == Qt.Key.Key_Space and self._many and self.list.currentItem() is not None:
            row = self.list.currentRow()
            self._on_clicked(self.list.currentItem())
            self.list.setCurrentRow(row)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
            return True
        return False

    def _on_enter(self) -> None:
        if self._many:
            self._on_done()
            return
        typed, item = self.field.text().strip(), self.list.currentItem()
        exact = next((each.id for each in self._options if each.text == typed), None)
        if exact is not None:
            self.take(exact)
        elif self.list.currentRow() >= 0:
            self._on_clicked(item)
        elif self._check is not None:
            sentence = self._check(typed)
            if sentence:
                self._refuse(sentence)
                return
            self._give(typed)
        else:
            self._refuse(f"没有与“{typed}”相符的选项，请改写或从列表中选择。")

    def _refuse(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()
        self.resize(self.width(), max(self.height(), theme.px(100)))


def _distance(option: Option, typed: str) -> int:
    """Put first what begins with what was typed, or whose initials it is."""
    if not typed or typed == option.code.lower():
        return 0
    text = option.text.lower()
    if text.startswith(typed):
        return 0 if text == typed else 1
    if typed.isascii() and typed.isalpha():
        from ui.tables import pinyin

        letters, whole = pinyin.initials(text), pinyin.spell(text)
        if typed in (letters, whole):
            return 1
        return 2 if letters.startswith(typed) or whole.startswith(typed) else 3
    return 2


def _fits(option: Option, typed: str) -> bool:
    """Say whether an option is meant by what was typed: its words, or the beginning of its code."""
    wanted = typed.strip().lower()
    by_code = bool(wanted and option.code) and option.code.lower().startswith(wanted)
    return by_code or matches(option.text, typed)


def matches(text: str, typed: str) -> bool:
    """Say whether a text holds what was typed, as characters, pinyin or initials."""
    wanted = typed.strip().lower()
    if not wanted or wanted in text.lower():
        return True
    if not wanted.isascii() or not wanted.isalpha():
        return False
    from ui.tables import pinyin

    return wanted in pinyin.spell(text) or wanted in pinyin.initials(text)
