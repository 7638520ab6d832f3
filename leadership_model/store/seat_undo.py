"""Take back the units, teams, posts and tenures an import wrote, except what was used since."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from leadership_model.changes import NOTHING, Changes
from leadership_model.people.snapshot import LAYOUT
from leadership_model.store import records
from leadership_model.store.actor import Actor
from leadership_model.store.kinds import describe
from leadership_model.store.nouns import ImportChange
from leadership_model.store.tables import METADATA, table

KINDS = ("tenure", "post", "team", "unit")  # in the order in which they can go
KEPT_BY_STORE = ("version", "changed_at")


def take_back(
    connection: Connection, actor: Actor, lines: Sequence[ImportChange]
) -> tuple[Changes, list[str]]:
    """Restore or delete the rows of some changes; gives sentences on what stays."""
    changes, kept = NOTHING, list[str]()
    for kind in KINDS:
        for line in [each for each in lines if each.kind == kind][::-1]:
            now = records.row_in(connection, kind, line.record)
            if now is None:
                continue
            if _plain(now) != _plain(json.loads(line.new or "{}")):
                kept.append(f"{describe(kind, now)}导入后又被改过，没有撤回")
                continue
            if line.old is None and _used(connection, kind, line.record):
                kept.append(f"{describe(kind, now)}导入后已被使用，没有撤回")
                continue
            make: Callable[..., object] = LAYOUT[kind][0]
            if line.old is None:
                changes |= records.apply(connection, actor, [], [make(**now)])
            else:
                old = _plain(json.loads(line.old))
                changes |= records.apply(connection, actor, [make(**{**now, **old})])
    return changes, kept


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in KEPT_BY_STORE}


def _used(connection: Connection, kind: str, record: str) -> bool:
    """Say whether any row points at one."""
    return any(
        connection.execute(select(func.count()).select_from(other).where(column == record)).scalar()
        for other in METADATA.sorted_tables
        for column in other.c
        if any(key.column.table is table(kind) for key in column.foreign_keys)
    )
