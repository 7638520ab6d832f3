"""What an empty place shows: what belongs there, and a button that starts it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.buttons import button
from ui.widgets.labels import label


class IconView(QWidget):
    """An icon by itself, following the theme."""

    def __init__(self, name: str, size: int = 18, tone: str = "text2") -> None:
        super().__init__()
        self._name, self._size, self._tone = name, size, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str | None = None) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, QRectF(self.rect()), self._name, theme.color(self._tone))


class EmptyState(QWidget):
    """An icon, a title, a sentence, perhaps a button. `slot` must be a bound method."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        button_text: str = "",
        slot: Callable[..., object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button: QPushButton | None = None
        self._title = label(title, "section")
        self._text = label(text, "note", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 24, 12)
        layout.setSpacing(8)
        layout.addStretch(2)
        self._icon = IconView(icon, 40, "text3")
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for each in (self._title, self._text):
            # Over the whole width: a wrapped label that is itself aligned loses lines.
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(each)
        if button_text:
            self.button = button(button_text, slot, kind="primary")
            layout.addSpacing(6)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_text(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
