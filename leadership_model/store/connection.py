"""Connections as this program wants them, and the two ways to use one: reading and writing.

The engine is what is passed about; each job opens its own connection and closes it in the same
thread. Besides `backup` and `touched` this is the only module that says anything only SQLite
understands.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, text
from sqlalchemy.engine import Connection, ExceptionContext

from leadership_model.store import frozen, touched
from leadership_model.store.faults import explain, explained

WAIT_MS = 5000  # how long to wait for another program's write before giving up
PORTION = 500  # rows handed over at once: reading their JSON text takes a millisecond or two


def connect(path: Path, *, wait_ms: int = WAIT_MS) -> Engine:
    """Make an engine for a file; each connection of it has foreign keys, WAL and patience."""
    engine = create_engine(URL.create("sqlite", database=str(path)))

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - any DB-API
        # The driver must not begin or end transactions by itself: reading several tables is one
        # transaction here, and so are the steps of a migration.
        connection.isolation_level = None
        with explained(str(path)):
            connection.execute(f"PRAGMA busy_timeout = {wait_ms:d}")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA journal_mode = WAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes the lock at once: what its version check has read cannot change meanwhile.
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def _explain(context: ExceptionContext) -> None:
        found = explain(context.original_exception, str(path))
        if found is not None:
            raise found from context.original_exception

    frozen.guard(engine)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one state of the database from beginning to end."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, *, watched: bool = True) -> Iterator[Connection]:
    """Give a connection for one transaction; it raises the change number, or nothing is written.

    The rows it touches are noted (see `touched`) unless it is known that they are very many.
    """
    with engine.connect() as plain:
        if watched:
            touched.watch(plain)
        connection = plain.execution_options(writing=True)
        with connection.begin():
            if watched:
                touched.begin(connection)
            yield connection
            number = _raise_number(connection)
            rows = touched.noted(connection) if watched else None
    touched.keep(engine, number, rows)


def change_number(connection: Connection) -> int:
    """Tell how many write transactions this database has seen."""
    found = connection.execute(text("SELECT value FROM setting WHERE name = 'change_number'"))
    return int(found.scalar_one())


def bulk(connection: Connection, kind: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
    """Fetch a whole table of texts and whole numbers in portions, each one JSON text.

    The driver lets go of the interpreter at every row. While another thread computes, each of
    100,000 rows may wait for its turn: half a second becomes twelve. So SQLite packs the rows. Not
    for floats, which its JSON writes with 15 digits, nor for bytes.
    """
    names = ", ".join(f'"{name}"' for name in columns)
    question = (
        f'SELECT json_group_array(json_array({names})) FROM "{kind}" WHERE rowid > ? AND rowid <= ?'
    )
    rows: list[tuple[Any, ...]] = []
    cursor: Any = connection.connection.cursor()
    try:
        with explained(str(connection.engine.url.database)):
            cursor.execute(f'SELECT max(rowid) FROM "{kind}"')
            (last,) = cursor.fetchone()
            for at in range(0, last or 0, PORTION):
                cursor.execute(question, (at, at + PORTION))
                (packed,) = cursor.fetchone()
                rows.extend(map(tuple, json.loads(packed)))
    finally:
        cursor.close()
    return rows


def some(
    connection: Connection, kind: str, columns: Sequence[str], ids: Collection[str]
) -> list[tuple[Any, ...]]:
    """Fetch a few rows of a table by their ids; those that are not there are left out."""
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(ids))
    cursor: Any = connection.connection.cursor()
    try:
        with explained(str(connection.engine.url.database)):
            cursor.execute(f'SELECT {names} FROM "{kind}" WHERE id IN ({marks})', tuple(ids))
            return list(cursor.fetchall())
    finally:
        cursor.close()


def _raise_number(connection: Connection) -> int:
    number = change_number(connection) + 1
    connection.execute(
        text("UPDATE setting SET value = :value WHERE name = 'change_number'"),
        {"value": str(number)},
    )
    return number
