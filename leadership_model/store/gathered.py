"""Rows of one call looked up together, and its statements sent together.

Thousands of rows changed in one call (a field of everybody, an import) would else be thousands of
questions and twice as many statements: each costs more than the work it asks for. What is written
is the same, in the same order.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.engine import Connection

from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.tables import table

Row = dict[str, Any]
Shape = tuple[str, str, frozenset[str]]  # what is done, the table, the columns written
PORTION = 500  # ids in one question
KEY = "its_id"  # names the row an update is about, beside its columns


def rows_by_id(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, Row]:
    """Read rows of a table by their ids, as they are stored now; not all need be there."""
    target, asked = table(kind), tuple(dict.fromkeys(ids))
    names, found = target.c.keys(), {}
    for at in range(0, len(asked), PORTION):
        some = asked[at : at + PORTION]
        for each in connection.execute(target.select().where(target.c.id.in_(some))):
            row = dict(zip(names, each, strict=True))
            found[row["id"]] = row
    return found


@dataclass(slots=True)
class Gathered:
    """The reading and writing of one call, inside the caller's transaction.

    Statements of one shape wait until one of another shape comes; lines of the book until `send`.
    """

    connection: Connection
    actor: Actor
    _known: dict[tuple[str, str], Row | None] = field(default_factory=dict)
    _shape: Shape | None = None
    _waiting: list[Row] = field(default_factory=list)
    _lines: list[Row] = field(default_factory=list)

    def look_up(self, kind: str, ids: Iterable[str]) -> None:
        """Read rows by their ids, as they are stored now; what is not there is known as None."""
        asked = [each for each in dict.fromkeys(ids) if (kind, each) not in self._known]
        found = rows_by_id(self.connection, kind, asked)
        self._known.update(((kind, each), found.get(each)) for each in asked)

    def row(self, kind: str, id: str) -> Row | None:
        """Give a row as it is stored now, with what this call has written; None: there is none."""
        if (kind, id) not in self._known:
            self.look_up(kind, (id,))
        return self._known[kind, id]

    def insert(self, kind: str, row: Row) -> None:
        """Write a new row."""
        self._wait(("insert", kind, frozenset(row)), row)
        self._known[kind, row["id"]] = row

    def update(self, kind: str, id: str, changed: Row) -> None:
        """Write some columns of a row."""
        self._wait(("update", kind, frozenset(changed)), changed | {KEY: id})
        self._known[kind, id] = (self.row(kind, id) or {}) | changed

    def delete(self, kind: str, id: str) -> None:
        """Delete a row."""
        self._wait(("delete", kind, frozenset()), {KEY: id})
        self._known[kind, id] = None

    def note(self, what: str, kind: str, id: str, before: Row | None, after: Row | None) -> None:
        """Write a line of the book, see `audit.append`."""
        self._lines.append(audit.line_of(self.actor, what, kind, id, before, after))

    def send(self) -> None:
        """Send what waits, the lines of the book too."""
        self._send_rows()
        if self._lines:
            self.connection.execute(table("audit").insert(), self._lines)
            self._lines = []

    def _wait(self, shape: Shape, values: Row) -> None:
        if shape != self._shape:
            self._send_rows()
        self._shape = shape
        self._waiting.append(values)

    def _send_rows(self) -> None:
        waiting, self._waiting = self._waiting, []
        if self._shape is None or not waiting:
            return
        what, kind, _ = self._shape
        target = table(kind)
        mine = target.c.id == bindparam(KEY)
        match what:
            case "insert":
                self.connection.execute(target.insert(), waiting)
            case "update":
                self.connection.execute(target.update().where(mine), waiting)
            case _:
                self.connection.execute(target.delete().where(mine), waiting)
