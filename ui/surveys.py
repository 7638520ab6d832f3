"""The assessment of every team: shown as the last start left it, worked out, kept for the next."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leadership_model.errors import UserError
from ui import loading
from ui.jobs import Jobs
from ui.loading import Loaded

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment


class Surveys(QObject):
    """Holds the survey of the world that is open; `found` says that it is there now."""

    found = Signal()

    def __init__(self, jobs: Jobs, complete: Callable[[], bool], month: int, parent: QObject):
        super().__init__(parent)
        self._jobs, self._complete, self._month = jobs, complete, month
        self._loaded: Loaded | None = None
        self.value: tuple[Assessment, ...] | None = None

    def forget(self, loaded: Loaded | None) -> None:
        """Give up what is known: the world is another one, or none. What was kept of it stands."""
        self._loaded = loaded
        self.value = None if loaded is None else loaded.kept
        if loaded is None:
            self._jobs.cancel("survey")

    def start(self, loaded: Loaded) -> None:
        """Assess every team. What is kept is shown at once and worked out again behind it."""
        if self.value is not None:
            self.found.emit()
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
        opening = loading.opening_month(loaded.base, self._month)
        if loaded.engine is not None and loaded.as_of == opening:
            self._jobs.write(partial(loading.keep_survey, loaded, value), failed=_leave_it)


def _leave_it(error: UserError) -> None:
    """A database that cannot be written just now keeps nothing: the next start works it out."""
