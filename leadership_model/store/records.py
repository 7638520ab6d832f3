"""Add, save and delete records: version checked, audited, all of one call in one transaction.

A record with a version is refused when somebody changed it since it was read. A row without one (an
education, a career entry) belongs to a person, team or scenario, whose version rises with it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import StaleError, UserError
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.extent import extent
from leadership_model.store.gathered import Gathered, rows_by_id
from leadership_model.store.handle import Engine
from leadership_model.store.kinds import (
    TABLES,
    WORDS,
    describe,
    is_versioned,
    owner_of,
    row_of,
)
from leadership_model.store.tables import METADATA, table

R = TypeVar("R")
KEPT = ("version", "changed_at")  # columns the store itself writes


def add(engine: Engine, actor: Actor, record: object) -> Changes:
    """Store a new record; UserError when its id is taken."""
    with writing(engine) as connection:
        kind = TABLES[type(record)]
        row = row_of(record)
        if row_in(connection, kind, row["id"]) is not None:
            raise UserError(f"{WORDS[kind]}编号“{row['id']}”已被使用，请换一个编号")
        return apply(connection, actor, [record])


def save(
    engine: Engine, actor: Actor, record: object, seen: Mapping[str, int] | None = None
) -> Changes:
    """Store a changed record (or a new one); StaleError when it was changed or deleted meanwhile.

    The record is as it was read except for what is to change; the store raises its version by one.
    `seen`: versions of owners as they were read, checked when only their rows change.
    """
    return save_many(engine, actor, [record], seen=seen)


def delete(engine: Engine, actor: Actor, record: object) -> Changes:
    """Delete a record; StaleError when it changed, UserError while other rows refer to it."""
    return save_many(engine, actor, [], [record])


def save_many(
    engine: Engine,
    actor: Actor,
    records: Iterable[object],
    deletes: Iterable[object] = (),
    seen: Mapping[str, int] | None = None,
) -> Changes:
    """Save and delete several records in one transaction: all of it is written or nothing."""
    with writing(engine) as connection:
        return apply(connection, actor, records, deletes, seen)


def get(engine: Engine, record_type: type[R], record_id: str) -> R | None:
    """Read one record by its id; None when there is none."""
    with reading(engine) as connection:
        row = row_in(connection, TABLES[record_type], record_id)
    return None if row is None else record_type(**row)


def stored_in(connection: Connection, record_type: type[R], record_id: str) -> R | None:
    """Read one record inside the caller's transaction; None when there is none."""
    row = row_in(connection, TABLES[record_type], record_id)
    return None if row is None else record_type(**row)


@dataclass(slots=True)
class _Work:
    """One call under way: what was touched, and the owners whose version must still rise."""

    rows: Gathered
    actor: Actor
    touched: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    written: set[tuple[str, str]] = field(default_factory=set)
    owners: dict[tuple[str, str], None] = field(default_factory=dict)


def apply(
    connection: Connection,
    actor: Actor,
    records: Iterable[Any],
    deletes: Iterable[Any] = (),
    seen: Mapping[str, int] | None = None,
) -> Changes:
    """Save and delete inside the caller's transaction (see `connection.writing`)."""
    work = _Work(Gathered(connection, actor), actor)
    saved, deleted = tuple(records), tuple(deletes)
    _look_up(work, ((TABLES[type(each)], each.id) for each in (*saved, *deleted)))
    for record in saved:
        _save(work, record)
    gone = [(TABLES[type(record)], _delete(work, record)) for record in deleted]
    if gone:
        work.rows.send()
    for kind, row in gone:
        _refuse_if_referred(connection, kind, row)
    _raise_owners(work, seen or {})
    work.rows.send()
    return extent(connection, work.touched)


def _look_up(work: _Work, keys: Iterable[tuple[str, str]]) -> None:
    """Read the rows of some tables and ids together."""
    asked: dict[str, list[str]] = {}
    for kind, id in keys:
        asked.setdefault(kind, []).append(id)
    for kind, ids in asked.items():
        work.rows.look_up(kind, ids)


def _save(work: _Work, record: object) -> None:
    kind, new = TABLES[type(record)], row_of(record)
    old = work.rows.row(kind, new["id"])
    versioned = is_versioned(type(record))
    if old is None:
        if versioned and new["changed_at"]:
            raise StaleError(f"{describe(kind, new)}已被别人删除，这次修改没有保存")
        if versioned:
            new |= {"version": 1, "changed_at": work.actor.clock()}
        work.rows.insert(kind, new)
        work.rows.note("新建", kind, new["id"], None, new)
    else:
        if versioned:
            _refuse_stale(kind, old, new["version"])
        changed = {n: v for n, v in new.items() if n not in KEPT and v != old[n]}
        if not changed:
            return
        if versioned:
            changed |= {"version": old["version"] + 1, "changed_at": work.actor.clock()}
        work.rows.update(kind, new["id"], changed)
        before = {name: old[name] for name in changed}
        work.rows.note("修改", kind, new["id"], before, changed)
        _touch(work, kind, old)
    _touch(work, kind, new)


def _delete(work: _Work, record: object) -> dict[str, Any]:
    kind, given = TABLES[type(record)], row_of(record)
    old = work.rows.row(kind, given["id"])
    if old is None:
        raise StaleError(f"{describe(kind, given)}已被别人删除")
    if is_versioned(type(record)):
        _refuse_stale(kind, old, given["version"])
    work.rows.delete(kind, old["id"])
    work.rows.note("删除", kind, old["id"], old, None)
    _touch(work, kind, old)
    return old


def _touch(work: _Work, kind: str, row: dict[str, Any]) -> None:
    work.touched.append((kind, row))
    work.written.add((kind, row["id"]))
    owner = owner_of(kind)
    if owner is not None:
        work.owners[owner[1], row[owner[0]]] = None


def _raise_owners(work: _Work, seen: Mapping[str, int]) -> None:
    """Raise the version of owners whose rows changed, unless they were written or deleted."""
    rising = [each for each in work.owners if each not in work.written]
    _look_up(work, rising)
    for kind, owner in rising:
        old = work.rows.row(kind, owner)
        if old is None:
            raise UserError(f"{WORDS[kind]}“{owner}”不在库中，不能为它登记内容")
        if owner in seen:
            _refuse_stale(kind, old, seen[owner])
        raised = {"version": old["version"] + 1, "changed_at": work.actor.clock()}
        work.rows.update(kind, owner, raised)
        work.touched.append((kind, old))


def _refuse_stale(kind: str, old: dict[str, Any], version: int) -> None:
    if old["version"] != version:
        raise StaleError(
            f"{describe(kind, old)}已被别人改过（读到的是第 {version} 版，"
            f"现在是第 {old['version']} 版），请重新打开后再改"
        )


def _refuse_if_referred(connection: Connection, kind: str, row: dict[str, Any]) -> None:
    """Refuse a deletion while rows remain that point at the deleted one."""
    for other in METADATA.sorted_tables:
        for column in other.c:
            if not any(key.column.table.name == kind for key in column.foreign_keys):
                continue
            question = select(func.count()).select_from(other).where(column == row["id"])
            count = connection.execute(question).scalar_one()
            if count:
                raise UserError(
                    f"{describe(kind, row)}还有 {count} 条{WORDS[other.name]}，请先处理它们，再删除"
                )


def stored_among(connection: Connection, records: Iterable[Any]) -> dict[tuple[str, str], Any]:
    """Read those of some records that are stored, as they are stored now, by table and id."""
    ids: dict[type, list[str]] = {}
    for each in records:
        ids.setdefault(type(each), []).append(each.id)
    found = {}
    for record_type, asked in ids.items():
        kind = TABLES[record_type]
        for id, row in rows_by_id(connection, kind, asked).items():
            found[kind, id] = record_type(**row)
    return found


def row_in(connection: Connection, kind: str, record_id: str) -> dict[str, Any] | None:
    """Give a row as it is stored now, in the caller's transaction; None when there is none."""
    target = table(kind)
    found = connection.execute(target.select().where(target.c.id == record_id)).first()
    return None if found is None else dict(zip(target.c.keys(), found, strict=True))
