"""Scenarios with their moves. A scenario is saved whole: its entry and the list of its moves."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import StaleError, UserError
from leadership_model.staffing.status import Status, refuse_locked, refuse_step
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.handle import Engine
from leadership_model.store.nouns import MoveEntry, ProcedureEntry, ScenarioEntry, may_see
from leadership_model.store.records import apply, stored_in
from leadership_model.store.tables import table

STANDING = ("author", "shared", "status", "former")  # what saving leaves alone
GONE = "这个方案已被删除，或不再与您共享，请从方案列表中另选一个"


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

    Who stores it first is its author. Author, readers and status are not changed by saving (see
    `share`, `set_status`); a locked plan is refused. Where only moves differ the version rises too.
    """
    given = scenario.entry
    with writing(engine) as connection:
        former = _entry(connection, given.id)
        if former is None:
            entry = replace(given, author=given.author or actor.name)
        else:
            _refuse_hidden(former, actor.name)
            kept = {name: getattr(former, name) for name in STANDING}
            entry = replace(given, **kept)
        old = {move.id: move for move in _moves(connection, given.id)}
        new = {move.id: move for move in _entries(given.id, scenario.moves)}
        written = [move for move in new.values() if old.get(move.id) != move]
        gone = [move for name, move in old.items() if name not in new]
        if former is not None and (written or gone or entry != former):
            refuse_locked(former.label, former.status)
        return apply(connection, actor, [entry, *written], gone, {given.id: given.version})


def share(engine: Engine, actor: Actor, scenario: str, names: Sequence[str]) -> Changes:
    """Let others see a plan by name, or nobody (no names); only its author may."""
    with writing(engine) as connection:
        former = _seen(connection, scenario, actor.name)
        _refuse_others(former, actor.name, "分享")
        others = tuple(dict.fromkeys(name for name in names if name != former.author))
        entry = replace(former, shared=json.dumps(others, ensure_ascii=False))
        if former.status in ("草案", "已共享"):
            entry = replace(entry, status="已共享" if others else "草案")
        return apply(connection, actor, [entry])


def set_status(engine: Engine, actor: Actor, scenario: str, status: Status) -> Changes:
    """Bring a plan to another status; UserError when it cannot go there from where it is."""
    with writing(engine) as connection:
        return set_status_in(connection, actor, scenario, status)


def set_status_in(connection: Connection, actor: Actor, scenario: str, status: Status) -> Changes:
    """Bring a plan to another status inside the caller's transaction.

    From 已批准锁定 back to 草案 a plan with readers is 已共享. 归档 remembers what it was before,
    and only that comes back.
    """
    former = _seen(connection, scenario, actor.name)
    if status == "草案" and json.loads(former.shared) and former.status != "已共享":
        status = "已共享"
    refuse_step(former.label, former.status, status)
    if former.status == "归档" and status != (former.former or "草案"):
        raise UserError(f"方案“{former.label}”取消归档后是“{former.former or '草案'}”")
    if status == "归档":
        _refuse_others(former, actor.name, "归档")
    before = former.status if status == "归档" else None
    return apply(connection, actor, [replace(former, status=status, former=before)])


def delete(engine: Engine, actor: Actor, scenario: StoredScenario) -> Changes:
    """Delete a scenario with its moves and their procedures; StaleError when it was changed."""
    with writing(engine) as connection:
        former = _seen(connection, scenario.entry.id, actor.name)
        _refuse_others(former, actor.name, "删除")
        if former.status in ("已批准锁定", "已执行"):
            refuse_locked(former.label, former.status)
        id = scenario.entry.id
        gone = [*_moves(connection, id), *_procedures(connection, id), scenario.entry]
        return apply(connection, actor, [], gone)


def get(engine: Engine, scenario: str, name: str) -> StoredScenario | None:
    """Read one scenario; None when there is none, or none that `name` may see."""
    with reading(engine) as connection:
        entry = _entry(connection, scenario)
        if entry is None or not may_see(entry.author, entry.shared, name):
            return None
        return StoredScenario(entry, tuple(move.body for move in _moves(connection, scenario)))


def visible_to(engine: Engine, name: str) -> tuple[StoredScenario, ...]:
    """List the scenarios somebody may see, the latest change first: their own and those shared.

    Nobody else learns that a scenario exists: no function of this room lists or counts the others.
    """
    target = table("scenario")
    with reading(engine) as connection:
        rows = connection.execute(target.select().order_by(target.c.id)).mappings().all()
        seen = (row for row in rows if may_see(row["author"], row["shared"], name))
        entries = [ScenarioEntry(**row) for row in seen]
        bodies = [tuple(move.body for move in _moves(connection, e.id)) for e in entries]
    found = list(map(StoredScenario, entries, bodies))
    found.sort(key=lambda each: each.entry.changed_at, reverse=True)
    return tuple(found)


def _entry(connection: Connection, scenario: str) -> ScenarioEntry | None:
    return stored_in(connection, ScenarioEntry, scenario)


def _seen(connection: Connection, scenario: str, name: str) -> ScenarioEntry:
    found = _entry(connection, scenario)
    if found is None:
        raise StaleError(GONE)
    _refuse_hidden(found, name)
    return found


def _refuse_hidden(entry: ScenarioEntry, name: str) -> None:
    if not may_see(entry.author, entry.shared, name):
        raise StaleError(GONE)


def _refuse_others(entry: ScenarioEntry, name: str, what: str) -> None:
    if name != entry.author:
        raise UserError(f"方案“{entry.label}”由{entry.author}编制，只有编制人可以{what}")


def _moves(connection: Connection, scenario: str) -> tuple[MoveEntry, ...]:
    target = table("scenario_move")
    mine = target.select().where(target.c.scenario == scenario).order_by(target.c.order)
    return tuple(MoveEntry(**row) for row in connection.execute(mine).mappings())


def _procedures(connection: Connection, scenario: str) -> list[ProcedureEntry]:
    target = table("procedure")
    mine = target.select().where(target.c.scenario == scenario).order_by(target.c.id)
    return [ProcedureEntry(**row) for row in connection.execute(mine).mappings()]


def _entries(scenario: str, moves: Sequence[str]) -> tuple[MoveEntry, ...]:
    return tuple(
        MoveEntry(id=f"{scenario}/{order}", scenario=scenario, order=order, body=body)
        for order, body in enumerate(moves)
    )
