"""What a page is handed: the one way to everything that is not its own."""

from dataclasses import dataclass
from typing import Protocol

from ui.ask import Asker
from ui.jobs import Jobs
from ui.navigation import Navigator
from ui.settings import Settings
from ui.undo import Undo
from ui.workspace import Workspace


class Speaker(Protocol):
    """Says one sentence in the status bar."""

    def __call__(self, text: str) -> None: ...


def _silent(text: str) -> None:
    """Say nothing: there is no status bar."""


@dataclass(frozen=True, slots=True)
class Context:
    """The workspace, the jobs, the asker, the navigator, settings, undo, and the status bar."""

    workspace: Workspace
    jobs: Jobs
    ask: Asker
    navigator: Navigator
    settings: Settings
    undo: Undo
    say: Speaker = _silent
