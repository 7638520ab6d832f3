"""Procedures of the moves of a plan: one record for each person, written with the version read."""

from dataclasses import dataclass, replace

from leadership_model.changes import Changes
from leadership_model.staffing.procedure import EMPTY, Record, from_json, to_json
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.handle import Engine
from leadership_model.store.nouns import ProcedureEntry
from leadership_model.store.records import apply, stored_in
from leadership_model.store.tables import table


@dataclass(frozen=True, slots=True)
class Kept:
    """The record of one person as it is stored; version 0 = not stored yet."""

    record: Record = EMPTY
    version: int = 0


def read(engine: Engine, scenario: str) -> dict[str, Kept]:
    """Read the records of a plan by the id of the person."""
    target = table("procedure")
    mine = target.select().where(target.c.scenario == scenario).order_by(target.c.id)
    with reading(engine) as connection:
        rows = connection.execute(mine).all()
    return {row.person: Kept(from_json(row.body), int(row.version)) for row in rows}


@dataclass(slots=True)
class ProcedureEdit:
    """One person's record from what was read to what it shall be; taken back exactly.

    The first writing checks the version that was read (StaleError); taking back and doing again
    look up what is stored now.
    """

    scenario: str
    person: str
    before: Kept
    after: Record
    _done: bool = False

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write the record; an empty one is taken away."""
        seen = None if self._done else self.before.version
        changes = self._put(engine, actor, self.after, seen)
        self._done = True
        return changes

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Put back what was there."""
        return self._put(engine, actor, self.before.record, None)

    def _put(self, engine: Engine, actor: Actor, record: Record, seen: int | None) -> Changes:
        id = f"{self.scenario}/{self.person}"
        with writing(engine) as connection:
            now = stored_in(connection, ProcedureEntry, id)
            entry = ProcedureEntry(id=id, scenario=self.scenario, person=self.person)
            if now is not None:
                entry = now
            if seen is not None:
                entry = replace(entry, version=seen or 1)
            if record == EMPTY:
                return apply(connection, actor, [], [entry] if now is not None else [])
            return apply(connection, actor, [replace(entry, body=to_json(record))])
