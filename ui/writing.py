"""What follows a write in the background, and the work of the writer itself."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from leadership_model.changes import Changes
from ui import loading
from ui.jobs import Control
from ui.loading import Engine, Loaded
from ui.receiver import Receiver
from ui.undo import Repeat

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.store.actor import Actor
    from ui.workspace import Workspace

Write = Callable[[Engine, "Actor"], Changes]


class Written:
    """What follows a write: put the new state in place, remember how to take it back."""

    def __init__(
        self,
        workspace: "Workspace",
        text: str,
        done: Callable[[Changes], object] | None,
        initiator: object,
        forward: Write,
        backward: Write | None,
    ) -> None:
        self._workspace, self._text, self._done = workspace, text, Receiver(done)
        self._initiator, self._forward, self._backward = initiator, forward, backward

    def finish(self, result: tuple[Changes, Loaded]) -> None:
        changes, loaded = result
        if not self._workspace.finish_write(loaded, changes, self._initiator):
            return
        if self._backward is not None:
            self._workspace.push(
                Repeat(
                    self._text,
                    partial(self._workspace.write, self._forward, f"重做 {self._text}"),
                    partial(self._workspace.write, self._backward, f"撤销 {self._text}"),
                )
            )
        self._done(changes)


class Aside:
    """What follows a write of things outside the snapshot."""

    def __init__(
        self,
        workspace: "Workspace",
        engine: Engine,
        done: Callable[[Changes], object] | None,
        initiator: object,
    ) -> None:
        self._workspace, self._engine = workspace, engine
        self._done, self._initiator = Receiver(done), initiator

    def finish(self, changes: Changes) -> None:
        if not self._workspace.is_open or self._workspace.loaded.engine is not self._engine:
            return
        self._workspace.changed.emit(changes, self._initiator)
        self._done(changes)


def write_aside(function: Write, actor: "Actor", engine: Engine, control: Control) -> Changes:
    """Write what the snapshot does not hold."""
    control.check()
    return function(engine, actor)


def write(
    function: Write,
    actor: "Actor",
    loaded: Loaded,
    survey: "tuple[Assessment, ...] | None",
    control: Control,
) -> tuple[Changes, Loaded]:
    """Write, and read again what was written; `survey` is that of `loaded`, if it is known."""
    changes = function(loaded.engine, actor)
    control.report(0.3)
    return changes, loading.read_again(loaded, survey)
