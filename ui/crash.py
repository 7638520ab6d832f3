"""What happens when the program itself is at fault: log it, show it, keep the file safe.

The log holds kinds of errors and places in the code, never their messages: a message may quote a
person's data. The dialog shows the message too; the user decides whether to pass it on.
"""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion

from leadership_model.errors import UserError
from ui import settings
from ui.ask import Asker

LOG = logging.getLogger("leadership_model.ui")
HEADLINE = (
    "程序出现了一处错误，当前操作没有完成。已保存的数据不受影响，可以继续使用；"
    "如反复出现，请把下面的内容交给维护人员。"
)


def versions() -> str:
    """Give one line with the versions that matter for a fault."""
    return f"Python {platform.python_version()}，Qt {qVersion()}，{platform.system()}"


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Write the text a maintainer needs."""
    lines = traceback.format_exception(kind, error, trace)
    return f"{versions()}\n\n{''.join(lines)}"


def places(trace: TracebackType | None) -> str:
    """Write where an error came from, without any value."""
    return " < ".join(
        f"{frame.name} {frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}"
        for frame in reversed(traceback.extract_tb(trace))
    )


def let_go(error: BaseException | None) -> None:
    """Empty the frames an error came through; its trace still names the places.

    Python remembers the last error nobody handled, and so a painter that a fault left open on a
    widget: the next time Qt painted that widget the whole program would fall over.
    """
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def open_log() -> logging.Handler:
    """Write the program's log into its home folder, half a megabyte and one older file."""
    folder = settings.home_folder() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "program.log", maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    return handler


class Crash(QObject):
    """Takes every exception nobody handled, from any thread, and shows it on the main one."""

    _happened = Signal(str, str)  # error or crash, and the text to be shown

    def __init__(self, ask: Asker, keep_safe: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._ask, self._keep_safe = ask, keep_safe
        self._showing = False
        self._before = sys.excepthook
        self._before_threads = threading.excepthook
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to take exceptions."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_thread

    def remove(self) -> None:
        """Give exceptions back to whoever took them before."""
        sys.excepthook = self._before
        threading.excepthook = self._before_threads

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception and have it shown; KeyboardInterrupt ends the program as usual."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        if isinstance(error, UserError):
            self._happened.emit("error", error.sentence)
        else:
            LOG.error("%s: %s", kind.__name__, places(trace))
            self._happened.emit("crash", report(kind, error, trace))
        let_go(error)

    def _handle_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.handle(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    @Slot(str, str)
    def _show(self, kind: str, text: str) -> None:
        if self._showing:  # one at a time: a fault while painting would pile up dialogs
            return
        self._showing = True
        try:
            if kind == "error":
                self._ask.error(text)
                return
            if self._keep_safe is not None:
                self._keep_safe()
            self._ask.crash(HEADLINE, text)
        finally:
            self._showing = False
