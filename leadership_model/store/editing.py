"""Edits of records that can be taken back and made again, whatever was edited elsewhere since.

The first writing checks the versions that were read (StaleError otherwise). Taking back and making
again look up what is stored now and touch only the fields the edit was about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.people.gaps import names_of, text_of
from leadership_model.store import records
from leadership_model.store.actor import Actor
from leadership_model.store.handle import Engine
from leadership_model.store.kinds import TABLES, WORDS, row_of

_KEPT = ("id", "version", "changed_at", "absent")


@dataclass(slots=True)
class Edit:
    """One edit of a record and of rows that hang on it; `forward` and `backward` are writes.

    `before` and `after` are the record with the version that was read. `put` are rows to write,
    `drop` rows to delete, `replaced` the former state of rows in `put` that existed already.
    """

    before: Any
    after: Any
    put: tuple[Any, ...] = ()
    drop: tuple[Any, ...] = ()
    replaced: tuple[Any, ...] = ()
    _done: bool = field(default=False, repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write the edit; the first time only if nothing changed since it was read."""
        if self._done:
            return self._lay(engine, actor, self.before, self.after, self.put, self.drop)
        changes = records.save_many(engine, actor, [self.after, *self.put], self._gone())
        self._done = True
        return changes

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take the edit back."""
        existed = {each.id for each in self.replaced}
        fresh = tuple(each for each in self.put if each.id not in existed)
        back = (*self.replaced, *self.drop)
        return self._lay(engine, actor, self.after, self.before, back, fresh)

    def _gone(self) -> list[Any]:
        staying = {each.id for each in self.put}
        return [each for each in self.drop if each.id not in staying]

    def _lay(
        self,
        engine: Engine,
        actor: Actor,
        source: Any,  # noqa: ANN401 - a record
        target: Any,  # noqa: ANN401
        put: Iterable[Any],
        drop: Iterable[Any],
    ) -> Changes:
        """Bring the fields that differ between two states into the record as stored now."""
        now = records.get(engine, type(source), source.id)
        if now is None:
            word = WORDS[TABLES[type(source)]]
            raise UserError(f"{word}“{source.id}”已被删除，无法撤销或重做这次修改")
        gone = [each for each in drop if records.get(engine, type(each), each.id) is not None]
        found = laid(now, row_of(source), row_of(target))
        return records.save_many(engine, actor, [found, *put], gone)


def laid(now: Any, source: Mapping[str, Any], target: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """Lay the fields that differ between two states of a record over it as it is stored now."""
    values = {n: v for n, v in target.items() if n not in _KEPT and v != source[n]}
    if "absent" in target:
        was, wanted = names_of(source["absent"]), names_of(target["absent"])
        values["absent"] = text_of((set(names_of(now.absent)) - (was - wanted)) | (wanted - was))
    return replace(now, **values)
