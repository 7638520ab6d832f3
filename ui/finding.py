"""Between Ctrl+K and the rest: keeps its index fresh, and goes where Enter was pressed."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from leadership_model.changes import Changes
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine
from ui.navigation import OpenPerson, OpenPost, OpenTeam, RunQuery
from ui.palette import index
from ui.palette.index import Entry, Index
from ui.palette.popup import Palette
from ui.workspace import EVERYTHING

if TYPE_CHECKING:
    from ui.window import Window

KINDS = ("person", "team", "post")
AFTER = 300  # ms left to the page shown before the index is built
FIRST = ("workspace", "survey", "home.overview")  # what the page shown waits for


class Finder(QObject):
    """Owns the popup; the index is built in a reader's job after the teams are assessed."""

    def __init__(self, context: Context, window: "Window") -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.index = Index()
        self._queries: tuple[Entry, ...] = ()
        self._stale = False
        self.popup = Palette(self._commands, window)
        self.popup.chosen.connect(self._on_chosen)
        workspace = context.workspace
        workspace.changed.connect(self._on_changed)
        workspace.surveyed.connect(self._on_surveyed)
        workspace.closed.connect(self._on_closed)
        if workspace.is_open:
            self._on_changed(EVERYTHING, None)
            if workspace.survey is not None:
                self._on_surveyed()

    def open(self, text: str = "") -> None:
        """Show the field."""
        if self._stale:
            self._build(0, ())
        self.popup.open(text)

    def _commands(self) -> Sequence[Entry]:
        commands = (
            index.command(action.objectName(), action.text(), _note(action))
            for action in self._window.page_commands()
            if action.isEnabled() and action.objectName() != "go.find"
        )
        return [*commands, *self._queries]

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        self._stale = self._stale or changes.touches(*KINDS)
        if changes.touches("saved_query"):
            work = partial(_saved, self._context.workspace.loaded.engine)
            self._context.jobs.read(work, "palette.queries", self._on_queries, behind=FIRST)

    def _on_surveyed(self) -> None:
        if self._stale:
            self._build(AFTER, FIRST)

    def _build(self, delay: int, behind: tuple[str, ...]) -> None:
        self._stale = False
        work = partial(index.build, self._context.workspace.snapshot)
        self._context.jobs.read(work, "palette", self._on_built, delay=delay, behind=behind)

    def _on_built(self, built: Index) -> None:
        self.index = built
        self.popup.use(built)

    def _on_queries(self, found: tuple[Entry, ...]) -> None:
        self._queries = found

    def _on_closed(self) -> None:
        for key in ("palette", "palette.queries"):
            self._context.jobs.cancel(key)
        self._stale, self._queries = False, ()
        self._on_built(Index())

    def _on_chosen(self, kind: str, id: str) -> None:
        match kind:
            case "person":
                self._window.lead(OpenPerson(id))
            case "team":
                self._window.lead(OpenTeam(id))
            case "post":
                self._window.lead(OpenPost(id))
            case "query":
                kept = next((each for each in self._queries if each.id == id), None)
                sentence = id if kept is None else kept.note
                self._window.lead(RunQuery(sentence, id if id != sentence else ""))
            case _:
                for action in self._window.page_commands():
                    if action.objectName() == id:
                        action.trigger()
                        return


def _saved(engine: Engine, control: Control) -> tuple[Entry, ...]:
    """Read the saved queries; where there are none, those that come with the program."""
    from leadership_model.query.common import common
    from leadership_model.store import load

    control.check()
    own = load.saved_queries(engine) if engine is not None else ()
    found = [index.query(each.label, each.sentence, each.id) for each in own]
    return tuple(found or (index.query(each.label, each.sentence) for each in common()))


def _note(action: QAction) -> str:
    """Say what a command does, with its short cut."""
    keys = action.shortcut().toString()
    return f"{action.statusTip()}　{keys}" if keys else action.statusTip()
