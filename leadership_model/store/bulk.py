"""Whole cities at once: plain inserts in one transaction, with one audit line for all of it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.handle import Engine
from leadership_model.store.kinds import TABLES, is_versioned, row_of
from leadership_model.store.tables import table


def write(
    engine: Engine, actor: Actor, records: Iterable[object], what: str = "批量写入"
) -> Changes:
    """Insert records of any kinds in any order; nothing is written when one of them cannot be.

    Ids must be new to the database: it is our bug when they are not.
    """
    with writing(engine, watched=False) as connection:
        counts = insert(connection, actor, records)
        audit.append(connection, actor, what, ",".join(counts), "", None, dict(counts))
    return Changes(frozenset(counts), None, None)


def insert(connection: Connection, actor: Actor, records: Iterable[object]) -> dict[str, int]:
    """Insert inside the caller's transaction, without audit; give the rows per table.

    A record that bears no moment of change yet gets the present one.
    """
    groups: dict[type, list[dict[str, Any]]] = {}
    for record in records:
        groups.setdefault(type(record), []).append(row_of(record))
    now = actor.clock()
    for kind, rows in groups.items():
        if is_versioned(kind):
            for row in rows:
                row["changed_at"] = row["changed_at"] or now
        connection.execute(table(TABLES[kind]).insert(), rows)
    return {TABLES[kind]: len(rows) for kind, rows in groups.items()}
