"""The assessment of every team: shown as the last start left it, worked out, kept for the next."""

import contextlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from leadership_model.errors import UserError
from ui import loading
from ui.jobs import Jobs
from ui.loading import Loaded

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment

QUIET = 20_000  # ms without an edit after which the survey is kept


class Surveys(QObject):
    """Holds the survey of the world that is open; `found` says that it is there now."""

    found = Signal()

    def __init__(self, jobs: Jobs, complete: Callable[[], bool], month: int, parent: QObject):
        super().__init__(parent)
        self._jobs, self._complete, self._month = jobs, complete, month
        self._loaded: Loaded | None = None
        # Between two edits nothing is kept: writing it out takes longer than the edit itself.
        self._later = QTimer(self, singleShot=True, interval=QUIET)
        self._later.timeout.connect(self._on_quiet)
        self.value: tuple[Assessment, ...] | None = None

    def forget(self, loaded: Loaded | None) -> None:
        """Give up what is known: the world is another one, or none. What was kept of it stands."""
        self._loaded = loaded
        self.value = None if loaded is None else loaded.kept
        self._later.stop()
        if loaded is None:
            self._jobs.cancel("survey")

    def start(self, loaded: Loaded) -> None:
        """Assess every team. What is kept is shown at once and worked out again behind it."""
        if self.value is not None:
            self.found.emit()
        if loaded.current:
            self._jobs.cancel("survey")
            self._later.start()
            return
        title = "正在研判各班子" if self.value is None else ""
        work = partial(loading.survey, loaded)
        self._jobs.read(work, "survey", self._on_found, failed=self._on_failed, title=title)

    def _on_failed(self, error: UserError) -> None:
        if self._complete():  # else the reading that broke off tells the reason itself
            self._jobs.refused.emit(error)

    def _on_found(self, value: "tuple[Assessment, ...]") -> None:
        loaded = self._loaded
        if value is self.value or loaded is None:
            return
        self.value = value
        self.found.emit()
        self._on_quiet()

    def _on_quiet(self) -> None:
        """Keep the survey for the next start."""
        if self._loaded is not None and self.value is not None and self._is_of_opening():
            work = partial(loading.keep_survey, self._loaded, self.value)
            self._jobs.write(work, failed=_leave_it)

    def _is_of_opening(self) -> bool:
        """Say whether the next start will look at the month looked at now."""
        loaded = self._loaded
        if loaded is None or loaded.engine is None:
            return False
        return loaded.as_of == loading.opening_month(loaded.base, self._month)

    def keep_now(self) -> None:
        """Keep at once what waits to be kept: the database is about to be closed."""
        if not self._later.isActive() or self._loaded is None or self.value is None:
            return
        self._later.stop()
        if self._is_of_opening():
            with contextlib.suppress(UserError):  # as with `_leave_it`
                loading.keep_survey(self._loaded, self.value)


def _leave_it(error: UserError) -> None:
    """A database that cannot be written just now keeps nothing: the next start works it out."""
