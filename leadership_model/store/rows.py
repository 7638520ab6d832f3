"""Rows by the driver's own cursor: tuples, with nothing in between."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import Any

PORTION = 500  # rows handed over at once: reading their JSON text takes a millisecond or two


def bulk(
    connection: sqlite3.Connection, kind: str, columns: Sequence[str]
) -> list[tuple[Any, ...]]:
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
    (last,) = connection.execute(f'SELECT max(rowid) FROM "{kind}"').fetchone()
    for at in range(0, last or 0, PORTION):
        (packed,) = connection.execute(question, (at, at + PORTION)).fetchone()
        rows.extend(map(tuple, json.loads(packed)))
    return rows


def some(
    connection: sqlite3.Connection, kind: str, columns: Sequence[str], ids: Collection[str]
) -> list[tuple[Any, ...]]:
    """Fetch a few rows of a table by their ids; those that are not there are left out."""
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(ids))
    question = f'SELECT {names} FROM "{kind}" WHERE id IN ({marks})'
    return connection.execute(question, tuple(ids)).fetchall()


def whole(
    connection: sqlite3.Connection, kind: str, columns: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Fetch a whole small table."""
    names = ", ".join(f'"{name}"' for name in columns)
    return connection.execute(f'SELECT {names} FROM "{kind}"').fetchall()
