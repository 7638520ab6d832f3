"""Buttons in the kinds of the style sheet."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui import icons, theme

VERY_LARGE = 150  # per cent of text from which buttons in a row may have to spare their words

Slot = Callable[..., object]


def button(
    text: str, slot: Slot | None = None, *, icon: str = "", kind: str = "", tip: str = ""
) -> QPushButton:
    """Make a button; kinds: primary, danger, small, ghost, link. `slot` must be a bound method."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        made.setIcon(icons.icon(icon, "onaccent" if kind == "primary" else "text2"))
        made.setIconSize(_room(14 if kind == "small" else 16))
    made.setToolTip(tip)
    if slot is not None:
        made.clicked.connect(slot)
    return made


def _room(side: int) -> QSize:
    """Give an icon beside words its room: the words stand a little apart from it."""
    return QSize(theme.px(side + 4), theme.px(side))


def icon_button(
    icon: str, tip: str, slot: Slot | None = None, *, small: bool = False
) -> QToolButton:
    """Make a button with an icon alone; its tip is also what a screen reader says."""
    made = QToolButton()
    made.setProperty("kind", "iconsmall" if small else "icon")
    made.setIcon(icons.icon(icon))
    side = theme.px(16 if small else 18)
    made.setIconSize(QSize(side, side))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    if slot is not None:
        made.clicked.connect(slot)
    return made


def spare_words(buttons: Iterable[QWidget], spare: bool) -> None:
    """Let buttons show their icons only, or their words again; tips and spoken names stay."""
    for each in buttons:
        if isinstance(each, QPushButton) and not each.icon().isNull():
            words = each.property("words") or each.text()
            each.setProperty("words", words)
            each.setAccessibleName(words)
            each.setText("" if spare else words)


class ActionButton(QPushButton):
    """A button that triggers an action and follows its text and state."""

    def __init__(self, action: QAction, kind: str = "", text: str | None = None) -> None:
        super().__init__()
        self._action, self._text, self._words = action, text, True
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._record = action.data()
        name = getattr(self._record, "icon", "")
        if name:
            self.setIcon(icons.icon(name, "onaccent" if kind == "primary" else "text2"))
            self.setIconSize(_room(16))
        action.changed.connect(self._on_changed)
        self.clicked.connect(self._on_clicked)
        self._on_changed()

    def _on_clicked(self) -> None:
        self._action.trigger()

    def show_words(self, on: bool) -> None:
        """Show the words beside the picture, or the picture alone where there is no room."""
        self._words = on
        self._on_changed()

    def _on_changed(self) -> None:
        words = self._action.text() if self._text is None else self._text
        self.setText(words if self._words or self.icon().isNull() else "")
        self.setAccessibleName(words)
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self._action.isVisible())
