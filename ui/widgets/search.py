"""A search field: what was typed is announced once the typing pauses."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import icons

PAUSE = 90  # ms


class SearchField(QLineEdit):
    """Announces its text by `typed` after a short pause, at once on Enter; Esc empties it."""

    typed = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self._icon = self.addAction(icons.icon("magnify"), QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_text)
        self.returnPressed.connect(self._on_pause)
        self._said = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._on_pause()
            return
        super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        self._timer.start()

    def _on_pause(self) -> None:
        self._timer.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.typed.emit(self._said)
