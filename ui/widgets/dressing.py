"""Dress a page that will be shown in a moment: style sheets are applied a few widgets at a time."""

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

AT_ONCE = 8  # widgets between two looks at the mouse and the keys


class Dressing(QObject):
    """Spreads over many turns of the loop what showing a page the first time does at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[QWidget] = []
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._on_turn)

    def begin(self, page: QWidget) -> None:
        """Dress a page and all that is in it."""
        self._waiting = [page, *page.findChildren(QWidget)]
        self._timer.start()

    def busy(self) -> bool:
        """Whether there is still something to do."""
        return self._timer.isActive()

    def _on_turn(self) -> None:
        for each in self._waiting[:AT_ONCE]:
            if shiboken6.isValid(each):
                each.ensurePolished()
        del self._waiting[:AT_ONCE]
        if not self._waiting:
            self._timer.stop()
