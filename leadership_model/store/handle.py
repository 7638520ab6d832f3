"""An open database as it is passed about. It is read by the driver itself, without sqlalchemy.

What a start reads is plain rows, and bringing sqlalchemy takes longer than reading them. So the
part that speaks through tables is made when somebody first writes, or asks for rows by a table.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadership_model.store import cipher
from leadership_model.store.faults import explained

if TYPE_CHECKING:
    from sqlalchemy import Engine as Alchemy
    from sqlalchemy.engine import Connection

WAIT_MS = 5000  # how long to wait for another program's write before giving up


class Engine:
    """A database file and its connections; each job takes one and gives it back.

    No connection is shared by two threads at once. After `dispose` none is open, and the next use
    opens one anew.
    """

    def __init__(
        self, path: Path, *, wait_ms: int = WAIT_MS, key: "cipher.Key | None" = None
    ) -> None:
        self.path, self.wait_ms = path, wait_ms
        self._new = key  # of a file to be made; one that is there says which it needs
        self._key: cipher.Key | None = None
        self._held = False  # whether the key has been looked up, and counts until `dispose`
        self._holding = threading.Lock()
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._alchemy: Alchemy | None = None

    @property
    def alchemy(self) -> "Alchemy":
        """The part that speaks through tables."""
        with self._lock:
            if self._alchemy is None:
                from leadership_model.store.connection import connect

                self._alchemy = connect(self.path, wait_ms=self.wait_ms, key=self.key())
            return self._alchemy

    def key(self) -> "cipher.Key | None":
        """Give the key of the file, None for one in clear; LockedError where it is not known."""
        with self._holding:
            if not self._held:
                self._key = cipher.hold(self.path, self._new)
                self._held = True
            return self._key

    def connect(self) -> "Connection":
        """Give a connection that speaks through tables; close it after use."""
        return self.alchemy.connect()

    @contextmanager
    def driven(self, *, writing: bool = False) -> Iterator[sqlite3.Connection]:
        """Give the driver's own connection for one transaction: one state from begin to end.

        Complaints of SQLite are raised as sentences. With `writing` the lock is taken at once.
        """
        with explained(str(self.path)):
            idle, whole = self._idle, False
            connection = self._taken(idle)
            try:
                connection.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
                yield connection
                connection.execute("COMMIT")
                whole = True
            finally:
                self._give_back(connection, idle if whole else None)

    def _taken(self, idle: list[sqlite3.Connection]) -> sqlite3.Connection:
        with self._lock:
            if idle:
                return idle.pop()
        return self._open()

    def _open(self) -> sqlite3.Connection:
        connection = cipher.connect(self.path, key=self.key())
        try:
            prepare(connection, self.wait_ms)
        except cipher.complaints():
            connection.close()
            raise
        return connection

    def _give_back(
        self, connection: sqlite3.Connection, idle: list[sqlite3.Connection] | None
    ) -> None:
        """Keep a connection for the next one, unless something failed or all were closed."""
        with self._lock:
            if idle is self._idle:
                idle.append(connection)
                return
        connection.close()

    def dispose(self) -> None:
        """Close every connection that is not in use; those in use are closed after it."""
        with self._lock:
            idle, self._idle = self._idle, []
            alchemy, self._alchemy = self._alchemy, None
        for connection in idle:
            connection.close()
        if alchemy is not None:
            alchemy.dispose()
        with self._holding:
            if self._held:
                self._held = False
                cipher.KEYS.release(self.path)


def prepare(connection: Any, wait_ms: int) -> None:  # noqa: ANN401 - any DB-API
    """Make a fresh connection one of ours: foreign keys, WAL and patience."""
    connection.execute(f"PRAGMA busy_timeout = {wait_ms:d}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")


def change_number(connection: sqlite3.Connection) -> int:
    """Tell how many write transactions this database has seen."""
    question = "SELECT value FROM setting WHERE name = 'change_number'"
    (found,) = connection.execute(question).fetchone()
    return int(found)
