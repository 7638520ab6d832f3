"""Scenarios with their moves. A scenario is saved whole: its entry and the list of its moves."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.handle import Engine
from leadership_model.store.nouns import MoveEntry, ScenarioEntry
from leadership_model.store.records import apply
from leadership_model.store.tables import table


@dataclass(frozen=True, slots=True)
class StoredScenario:
    """A scenario as stored; each move is JSON text in the form of staffing/."""

    entry: ScenarioEntry
    moves: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.entry.cursor <= len(self.moves):
            raise ValueError(
                f"方案“{self.entry.label}”只有 {len(self.moves)} 步调整，"
                f"不能停在第 {self.entry.cursor} 步"
            )


def save(engine: Engine, actor: Actor, scenario: StoredScenario) -> Changes:
    """Store a new or a changed scenario; StaleError when it was changed or deleted meanwhile.

    Where only moves differ the version rises all the same.
    """
    with writing(engine) as connection:
        old = {move.id: move for move in _moves(connection, scenario.entry.id)}
        new = {move.id: move for move in _entries(scenario.entry.id, scenario.moves)}
        written = [move for move in new.values() if old.get(move.id) != move]
        gone = [move for name, move in old.items() if name not in new]
        seen = {scenario.entry.id: scenario.entry.version}
        return apply(connection, actor, [scenario.entry, *written], gone, seen)


def delete(engine: Engine, actor: Actor, scenario: StoredScenario) -> Changes:
    """Delete a scenario with its moves; StaleError when it was changed meanwhile."""
    with writing(engine) as connection:
        gone = [*_moves(connection, scenario.entry.id), scenario.entry]
        return apply(connection, actor, [], gone)


def get(engine: Engine, scenario: str) -> StoredScenario | None:
    """Read one scenario; None when there is none."""
    return next((each for each in list_all(engine) if each.entry.id == scenario), None)


def list_all(engine: Engine) -> tuple[StoredScenario, ...]:
    """Read all scenarios, in order of id."""
    target = table("scenario")
    with reading(engine) as connection:
        rows = connection.execute(target.select().order_by(target.c.id)).mappings().all()
        entries = [ScenarioEntry(**row) for row in rows]
        bodies = [tuple(move.body for move in _moves(connection, e.id)) for e in entries]
    return tuple(map(StoredScenario, entries, bodies))


def visible_to(engine: Engine, name: str) -> tuple[StoredScenario, ...]:
    """List the scenarios somebody may see, the latest change first: their own and those shared.

    The author is who stored the scenario first, as the book of changes says; `shared_with` in the
    options lists the names it was shared with. Nobody else learns that a scenario exists.
    """
    begun = {line.record: line.who for line in reversed(audit.lines(engine, "scenario"))}
    found = [
        each
        for each in list_all(engine)
        if begun.get(each.entry.id) == name
        or name in json.loads(each.entry.options).get("shared_with", ())
    ]
    found.sort(key=lambda each: each.entry.changed_at, reverse=True)
    return tuple(found)


def _moves(connection: Connection, scenario: str) -> tuple[MoveEntry, ...]:
    target = table("scenario_move")
    mine = target.select().where(target.c.scenario == scenario).order_by(target.c.order)
    return tuple(MoveEntry(**row) for row in connection.execute(mine).mappings())


def _entries(scenario: str, moves: Sequence[str]) -> tuple[MoveEntry, ...]:
    return tuple(
        MoveEntry(id=f"{scenario}/{order}", scenario=scenario, order=order, body=body)
        for order, body in enumerate(moves)
    )
