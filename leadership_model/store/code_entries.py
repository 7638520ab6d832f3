"""Own entries of code lists: written like any record, and laid behind the shipped lists at once."""

from dataclasses import dataclass

from sqlalchemy import Engine

from leadership_model.changes import Changes
from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode
from leadership_model.store import load
from leadership_model.store.actor import Actor
from leadership_model.store.joint import JointEdit


@dataclass(slots=True)
class CodeEdit:
    """An edit of own entries. Everything may read differently afterwards, so all is told."""

    edit: JointEdit

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write the edit and lay the entries."""
        return _laid(engine, self.edit.forward(engine, actor))

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take the edit back and lay the entries as they were."""
        return _laid(engine, self.edit.backward(engine, actor))


def _laid(engine: Engine, changes: Changes) -> Changes:
    codes.lay(load.every(engine, OwnCode))
    return changes | Changes(frozenset({"code_entry"}), None, None)
