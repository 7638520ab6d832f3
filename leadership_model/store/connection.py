"""Connections that speak through tables, and the two ways to use one: reading and writing.

What is read in bulk goes without them (`handle`, `rows`). Besides these two, `backup` and `touched`
this is the only module that says anything only SQLite understands.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, create_engine, event, text
from sqlalchemy import Engine as Alchemy
from sqlalchemy.engine import Connection, ExceptionContext

from leadership_model.store import cipher, frozen, touched
from leadership_model.store.faults import explain, explained
from leadership_model.store.handle import Engine, prepare


def connect(path: Path, *, wait_ms: int, key: cipher.Key | None = None) -> Alchemy:
    """Make an engine of sqlalchemy for a file; each connection of it is prepared as any of ours."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=cipher.driver(ciphered=key is not None),
        creator=partial(cipher.connect, path, key=key),
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - any DB-API
        # The driver must not begin or end transactions by itself: reading several tables is one
        # transaction here, and so are the steps of a migration.
        connection.isolation_level = None
        with explained(str(path)):
            prepare(connection, wait_ms)

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


def _raise_number(connection: Connection) -> int:
    number = change_number(connection) + 1
    connection.execute(
        text("UPDATE setting SET value = :value WHERE name = 'change_number'"),
        {"value": str(number)},
    )
    return number
