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
from ui.undo import Holder, Repeat

if TYPE_CHECKING:
    from leadership_model.store.actor import Actor
    from leadership_model.store.drafts import Draft

Drafts = Mapping[str, Model]
KIND = "model_draft"


class DraftShelf(Holder[Drafts]):
    """Drafts by the id of their model. What is published is never touched here."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__({}, parent)
        self._context = context
        self._engine: Engine = None
        self._versions: dict[str, int] = {}  # of the stored drafts, by the writer's thread
        self.stack = QUndoStack(self)

    def open(self, changes: Changes) -> None:
        """Read the drafts that were left, once for a database and when others wrote some."""
        workspace = self._context.workspace
        engine = workspace.loaded.engine
        foreign = KIND in changes.kinds and not self.is_own(changes)
        if engine is None or (engine is self._engine and not foreign):
            return
        self._engine = engine
        if foreign:
            self.stack.clear()  # what was there before may be another draft now
        workspace.read(_read, "structure.drafts", self._on_read)

    def is_own(self, changes: Changes) -> bool:
        """Say whether nothing but the drafts shown here was written."""
        return changes.kinds == {KIND, "own"}

    def edit(self, id: str, draft: Model | None, text: str) -> None:
        """Put another draft in the place of the present one (None: none), to be taken back."""
        self.stack.push(_Edit(self, id, self.value.get(id), draft, text))

    def forget(self, id: str, text: str) -> None:
        """Drop a draft for good: it was published. What was done to others can be taken back."""
        done = [self.stack.command(at) for at in range(self.stack.index())]
        kept = [
            each.again()
            for each in done
            if isinstance(each, Repeat) or (isinstance(each, _Edit) and each.model != id)
        ]
        self.stack.clear()
        self.lay(id, None, text)
        for each in kept:
            self.stack.push(each)

    def lay(self, id: str, draft: Model | None, text: str) -> None:
        """Hold another draft of a model, write it down, and say so."""
        before = self.value
        after = {key: each for key, each in before.items() if key != id}
        if draft is not None:
            after[id] = draft
        self.set(after)
        workspace = self._context.workspace
        if self._engine is not None and workspace.is_open and before.get(id) != draft:
            write = partial(_put, self._versions, id, draft, text)
            workspace.write_aside(write, initiator=self.parent())

    def _on_read(self, found: "dict[str, Draft]") -> None:
        # In place: a write that waits has them in hand.
        self._versions |= {id: each.version for id, each in found.items()}
        for id in self._versions.keys() - found.keys():
            del self._versions[id]
        models = {id: each.model for id, each in found.items()}
        if models != self.value:
            self.set(models)


def _put(
    versions: dict[str, int],
    id: str,
    draft: Model | None,
    text: str,
    engine: Engine,
    actor: "Actor",
) -> Changes:
    """Write a draft, in the writer's thread, which must not hold the shelf: it is Qt's."""
    from leadership_model.store.drafts import Shelf

    return Shelf(versions).put(engine, actor, id, draft, text)


class _Edit(QUndoCommand):
    """Lays a draft in the place of another; the book says whether it was taken back."""

    def __init__(
        self, shelf: DraftShelf, id: str, before: Model | None, after: Model | None, text: str
    ) -> None:
        super().__init__(text)
        self.model, self._shelf, self._before, self._after = id, shelf, before, after
        self._first, self._done = True, False

    def redo(self) -> None:
        word, self._first = ("" if self._first else "重做 "), False
        if self._done:
            self._done = False  # pushed once more, see `again`
        else:
            self._shelf.lay(self.model, self._after, f"{word}{self.text()}")

    def undo(self) -> None:
        self._shelf.lay(self.model, self._before, f"撤销 {self.text()}")

    def again(self) -> "_Edit":
        """Give the same edit, done already, for the stack that is laid anew."""
        made = _Edit(self._shelf, self.model, self._before, self._after, self.text())
        made._first, made._done = False, True
        return made


def _read(engine: Engine, control: Control) -> "dict[str, Draft]":
    from leadership_model.store import drafts

    control.check()
    return drafts.read(engine)
