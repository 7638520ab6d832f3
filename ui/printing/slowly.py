"""Work of many small steps on the main thread, a few at a time, so that the window goes on."""

from collections.abc import Callable, Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from leadership_model.errors import UserError

BUDGET = 0.04  # seconds of steps before the window gets its turn


class Slowly(QObject):
    """Goes through steps; `done` is called after the last, `failed` with what a user must know."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[float] | None = None
        self._done: Callable[[], object] | None = None
        self._failed: Callable[[UserError], object] | None = None
        self._said: Callable[[float], object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)

    @property
    def busy(self) -> bool:
        """Whether steps are under way."""
        return self._steps is not None

    def run(
        self,
        steps: Iterator[float],
        done: Callable[[], object],
        failed: Callable[[UserError], object],
        said: Callable[[float], object] | None = None,
    ) -> None:
        """Go through the steps; `said` hears how much is done, 0 to 1."""
        self._steps, self._done, self._failed, self._said = steps, done, failed, said
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()
        if self._steps is not None:
            close = getattr(self._steps, "close", None)
            self._steps = None
            if close is not None:
                close()

    def _on_turn(self) -> None:
        until = monotonic() + BUDGET
        try:
            while self._steps is not None and monotonic() < until:
                share = next(self._steps, None)
                if share is None:
                    self._end()
                    return
                if self._said is not None:
                    self._said(share)
        except UserError as error:
            self._timer.stop()
            self._steps = None
            if self._failed is not None:
                self._failed(error)

    def _end(self) -> None:
        self._timer.stop()
        self._steps = None
        if self._done is not None:
            self._done()
