"""The drafts of the page: held in memory, walked through by 撤销, written down at every step."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from leadership_model.changes import Changes
from leadership_model.structure.model import Model
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine
from ui.undo import Holder

if TYPE_CHECKING:
    from leadership_model.store.actor import Actor
    from leadership_model.store.drafts import Draft

Drafts = Mapping[str, Model]


class DraftShelf(Holder[Drafts]):
    """Drafts by the id of their model. What is published is never touched here."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__({}, parent)
        self._context = context
        self._engine: Engine = None
        self._versions: dict[str, int] = {}  # of the stored drafts, by the writer's thread
        self.stack = QUndoStack(self)

    def open(self) -> None:
        """Read the drafts that were left, once for a database."""
        workspace = self._context.workspace
        engine = workspace.loaded.engine
        if engine is None or engine is self._engine:
            return
        self._engine = engine
        workspace.read(_read, "structure.drafts", self._on_read)

    def edit(self, id: str, draft: Model | None, text: str) -> None:
        """Put another draft in the place of the present one (None: none), to be taken back."""
        before = self.value
        after = {key: each for key, each in before.items() if key != id}
        if draft is not None:
            after[id] = draft
        self.stack.push(_Edit(self, before, after, text))

    def forget(self, id: str, text: str) -> None:
        """Drop a draft for good: it was published."""
        self.stack.clear()
        self.lay({key: each for key, each in self.value.items() if key != id}, text)

    def lay(self, drafts: Drafts, text: str) -> None:
        """Hold other drafts, write down those that differ, and say so."""
        before = self.value
        self.set(drafts)
        if self._engine is None or not self._context.workspace.is_open:
            return
        for id in dict.fromkeys((*before, *drafts)):
            if before.get(id) != drafts.get(id):
                self._context.workspace.write_aside(partial(self._put, id, drafts.get(id), text))

    def _put(
        self, id: str, draft: Model | None, text: str, engine: Engine, actor: "Actor"
    ) -> Changes:
        from leadership_model.store.drafts import Shelf

        return Shelf(self._versions).put(engine, actor, id, draft, text)

    def _on_read(self, found: "dict[str, Draft]") -> None:
        self._versions = {id: each.version for id, each in found.items()}
        if found:
            self.set({**{id: each.model for id, each in found.items()}, **self.value})


class _Edit(QUndoCommand):
    """Lays drafts in the place of others; the book says whether it was taken back."""

    def __init__(self, shelf: DraftShelf, before: Drafts, after: Drafts, text: str) -> None:
        super().__init__(text)
        self._shelf, self._before, self._after = shelf, before, after
        self._first = True

    def redo(self) -> None:
        word, self._first = ("" if self._first else "重做 "), False
        self._shelf.lay(self._after, f"{word}{self.text()}")

    def undo(self) -> None:
        self._shelf.lay(self._before, f"撤销 {self.text()}")


def _read(engine: Engine, control: Control) -> "dict[str, Draft]":
    from leadership_model.store import drafts

    control.check()
    return drafts.read(engine)
