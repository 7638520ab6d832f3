"""Between Ctrl+K and the rest: keeps its index fresh, and goes where Enter was pressed."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from leadership_model.changes import Changes
from ui.context import Context
from ui.navigation import OpenPerson, OpenPost, OpenTeam
from ui.palette import index
from ui.palette.index import Entry, Index
from ui.palette.popup import Palette
from ui.workspace import EVERYTHING

if TYPE_CHECKING:
    from ui.window import Window

KINDS = ("person", "team", "post")


class Finder(QObject):
    """Owns the popup; the index is built in a reader's job after the world is there."""

    def __init__(self, context: Context, window: "Window") -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.index = Index()
        self.popup = Palette(self._commands, window)
        self.popup.chosen.connect(self._on_chosen)
        context.workspace.changed.connect(self._on_changed)
        context.workspace.closed.connect(self._on_closed)
        if context.workspace.is_open:
            self._on_changed(EVERYTHING, None)

    def open(self, text: str = "") -> None:
        """Show the field."""
        self.popup.open(text)

    def _commands(self) -> Sequence[Entry]:
        return [
            index.command(action.objectName(), action.text(), _note(action))
            for action in self._window.page_commands()
            if action.isEnabled() and action.objectName() != "go.find"
        ]

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(*KINDS):
            work = partial(index.build, self._context.workspace.snapshot)
            self._context.jobs.read(work, "palette", self._on_built)

    def _on_built(self, built: Index) -> None:
        self.index = built
        self.popup.use(built)

    def _on_closed(self) -> None:
        self._context.jobs.cancel("palette")
        self._on_built(Index())

    def _on_chosen(self, kind: str, id: str) -> None:
        match kind:
            case "person":
                self._window.lead(OpenPerson(id))
            case "team":
                self._window.lead(OpenTeam(id))
            case "post":
                self._window.lead(OpenPost(id))
            case _:
                for action in self._window.page_commands():
                    if action.objectName() == id:
                        action.trigger()
                        return


def _note(action: QAction) -> str:
    """Say what a command does, with its short cut."""
    keys = action.shortcut().toString()
    return f"{action.statusTip()}　{keys}" if keys else action.statusTip()
