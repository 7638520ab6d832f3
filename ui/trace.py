"""What the window does, line by line, for a test or a maintainer who cannot look at it.

Only when `LEADERSHIP_MODEL_TRACE` names a file: pages shown, requests, steps of undo, jobs at rest,
what has the keyboard, dialogs, and the class and middle (on the screen) of what the mouse enters.
Never a name of a person.
"""

import os
from dataclasses import fields
from typing import TextIO

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.navigation import Request
from ui.window import Window

TRACE = "LEADERSHIP_MODEL_TRACE"


class Trace(QObject):
    """Writes one line for everything that happens, at once."""

    def __init__(self, window: Window, out: TextIO) -> None:
        super().__init__(window)
        self._out = out
        self._context = window.context
        self._resting = True
        window.shown_page.connect(self._on_page)
        window.led.connect(self._on_led)
        self._context.workspace.opened.connect(self._on_opened)
        self._context.workspace.surveyed.connect(self._on_surveyed)
        self._context.jobs.changed.connect(self._on_jobs)
        self._context.undo.group.indexChanged.connect(self._on_step)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.installEventFilter(self)
        application.focusChanged.connect(self._on_focus)

    def write(self, line: str) -> None:
        """Write a line; what still happens after `close` is left out."""
        if not self._out.closed:
            self._out.write(line + "\n")
            self._out.flush()

    def close(self) -> None:
        """Write no more."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._out.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter and isinstance(watched, QWidget):
            middle = watched.mapToGlobal(QPoint(watched.width() // 2, watched.height() // 2))
            self.write(f"over {type(watched).__name__} {middle.x()} {middle.y()}")
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            self.write(f"dialog {type(watched).__name__}")
        return False

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        self.write(f"focus {type(new).__name__}")

    def _on_page(self, name: object) -> None:
        self.write(f"page {name}")

    def _on_led(self, request: Request) -> None:
        texts = [getattr(request, each.name) for each in fields(request) if each.name == "id"]
        self.write(" ".join(["request", type(request).__name__, *texts]))

    def _on_opened(self) -> None:
        self.write("opened")

    def _on_surveyed(self) -> None:
        self.write("surveyed")

    def _on_jobs(self) -> None:
        resting = self._context.jobs.idle
        if resting and not self._resting:
            self.write("rest")
        self._resting = resting

    def _on_step(self, index: int) -> None:
        self.write(f"step {index}")


def begin(window: Window) -> Trace | None:
    """Begin to write where the environment asks for it."""
    path = os.environ.get(TRACE)
    return None if not path else Trace(window, open(path, "w", encoding="utf-8"))
