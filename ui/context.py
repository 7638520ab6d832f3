"""What a page is handed: the one way to everything that is not its own."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from ui.ask import Asker
from ui.jobs import Jobs
from ui.navigation import Navigator
from ui.settings import Settings
from ui.undo import Undo
from ui.workspace import Workspace


class Voice(QObject):
    """Says one sentence in the status bar, where it stands for some seconds."""

    said = Signal(str)

    def __call__(self, text: str) -> None:
        self.said.emit(text)


@dataclass(frozen=True, slots=True)
class Context:
    """The workspace, the jobs, the asker, the navigator, settings, undo, and the status bar."""

    workspace: Workspace
    jobs: Jobs
    ask: Asker
    navigator: Navigator
    settings: Settings
    undo: Undo
    say: Voice = field(default_factory=Voice)
