"""Edits whose new rows say who made them and when: corrections, verified facts, ignored issues."""

from dataclasses import dataclass, field, fields, replace
from typing import Any

from leadership_model.changes import Changes
from leadership_model.store.actor import Actor
from leadership_model.store.handle import Engine
from leadership_model.store.joint import JointEdit


@dataclass(slots=True)
class SignedEdit:
    """An edit whose rows get the name of the writer and the moment when it is written first.

    Rows that stand on both sides unchanged keep the signature they have.
    """

    edit: JointEdit
    _signed: bool = field(default=False, repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write the edit, the first time only if nothing changed since it was read."""
        if not self._signed:
            kept = {each.id: each for each in self.edit.before}
            self.edit.after = tuple(
                each if kept.get(each.id) == each else _signed(each, actor)
                for each in self.edit.after
            )
            self._signed = True
        return self.edit.forward(engine, actor)

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take the edit back."""
        return self.edit.backward(engine, actor)


def _signed(record: Any, actor: Actor) -> Any:  # noqa: ANN401 - any record
    if not {"entered_by", "entered_at"} <= {each.name for each in fields(record)}:
        return record
    return replace(record, entered_by=actor.name, entered_at=actor.clock())
