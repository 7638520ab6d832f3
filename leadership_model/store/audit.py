"""The book of changes. Each line is written in the transaction of the change it speaks of."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading
from leadership_model.store.handle import Engine
from leadership_model.store.kinds import to_json
from leadership_model.store.tables import table

FIRST = "自第几行"  # with a line about many rows: the first line of the same transaction


@dataclass(frozen=True, slots=True)
class Line:
    """One line: when, who, what, which row of which table, its fields before and after (JSON)."""

    number: int
    at: str
    who: str
    what: str
    kind: str
    record: str
    before: str | None
    after: str | None


def append(
    connection: Connection,
    actor: Actor,
    what: str,
    kind: str,
    record: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Append one line inside the caller's transaction; it stands or falls with the change.

    `what` is one of 新建, 修改, 删除 or a short phrase; `kind` the table, `record` the row's id, or
    empty when the line is about many rows. `before` and `after` hold the fields that differ.
    """
    line = line_of(actor, what, kind, record, before, after)
    connection.execute(table("audit").insert(), line)


def line_of(
    actor: Actor,
    what: str,
    kind: str,
    record: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> dict[str, Any]:
    """Give the row of a line, as `append` writes it; its moment is now."""
    return {
        "at": actor.clock(),
        "who": actor.name,
        "what": what,
        "kind": kind,
        "record": record,
        "before": None if before is None else to_json(before),
        "after": None if after is None else to_json(after),
    }


def next_number(connection: Connection) -> int:
    """Give the number the next line will bear."""
    last = connection.execute(select(func.max(table("audit").c.number))).scalar()
    return 1 + (last or 0)


def lines(engine: Engine, kind: str | None = None, record: str | None = None) -> tuple[Line, ...]:
    """List the lines, oldest first: all, of one table, or of one row."""
    book = table("audit")
    question = book.select().order_by(book.c.number)
    if kind is not None:
        question = question.where(book.c.kind == kind)
    if record is not None:
        question = question.where(book.c.record == record)
    with reading(engine) as connection:
        return tuple(Line(*row) for row in connection.execute(question))
