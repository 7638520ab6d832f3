"""The ground of every dialog: title, content, buttons; freed when it is closed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.card import hairline
from ui.widgets.labels import label
from ui.widgets.scroll import scrolled


class Dialog(QDialog):
    """A dialog with `body` for content and `add_button` for its buttons, right to left."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 420) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._around = parent.window() if parent is not None else None
        self.setMinimumWidth(self._limited(theme.px(width), "width", 0.96))
        self.heading = label(title, "section")
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.wrong)
        layout.addWidget(hairline())
        layout.addLayout(self._buttons)

    def room(self, height: int) -> int:
        """Give a height in px that leaves a dialog inside the window, also with large text."""
        return self._limited(theme.px(height), "height", 0.45)

    def scrolled(self, content: QWidget, height: int) -> QScrollArea:
        """Let a content scroll where the window leaves it no room."""
        made = scrolled(content)
        made.setMinimumHeight(self.room(height))
        return made

    def _limited(self, wanted: int, side: str, part: float) -> int:
        if self._around is None or not self._around.isVisible():
            return wanted
        return min(wanted, int(getattr(self._around, side)() * part))

    def add_button(
        self, text: str, slot: Callable[..., object], *, kind: str = "", default: bool = False
    ) -> QPushButton:
        """Add a button at the right. `slot` must be a bound method."""
        made = button(text, slot, kind=kind)
        made.setDefault(default)
        made.setAutoDefault(default)
        self._buttons.addWidget(made)
        return made

    def add_cancel(self, text: str = "取消") -> QPushButton:
        """Add the button that closes without doing anything."""
        return self.add_button(text, self.reject)

    def refuse(self, sentence: str) -> None:
        """Say where it stands what is wrong; an empty sentence takes it away."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        around = self.layout()
        if sentence and around is not None:  # the sentence takes no room from what stands above it
            around.activate()
            wanted = self._limited(around.totalHeightForWidth(self.width()), "height", 0.96)
            if wanted > self.height():
                self.resize(self.width(), wanted)
