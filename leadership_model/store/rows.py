"""Rows by the driver's own cursor: tuples, with nothing in between."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

PORTION = 500  # rows handed over at once: reading their JSON text takes a millisecond or two


class Once:
    """One object for each value of a column, however many rows hold it.

    Nine texts of ten in a base are said before: kinds, levels, names of units, who a row belongs
    to. Kept once they take 20 MB instead of 100, and each is hashed once. Columns of one name share
    their values (a dictionary for each: small ones stay close to the processor).
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[str, dict[Any, Any]] = {}

    def of(self, name: str, values: list[Any]) -> Iterable[Any]:
        """Give for each text, whole number or None the one met first that equals it."""
        return map(self._known.setdefault(name, {}).setdefault, values, values)


def bulk(
    connection: sqlite3.Connection, kind: str, names: Mapping[str, str], once: Once
) -> list[tuple[Any, ...]]:
    """Fetch a whole table of texts and whole numbers in portions, each column one JSON text.

    The driver lets go of the interpreter at every row. While another thread computes, each of
    100,000 rows may wait for its turn: half a second becomes twelve. So SQLite packs the rows. Not
    for floats, which its JSON writes with 15 digits, nor for bytes. `names` says of each column
    under which name its values are kept once; under "" they are not, as none comes twice.
    """
    packed = ", ".join(f'json_group_array("{column}")' for column in names)
    question = f'SELECT {packed} FROM "{kind}" WHERE rowid > ? AND rowid <= ?'
    rows: list[tuple[Any, ...]] = []
    (last,) = connection.execute(f'SELECT max(rowid) FROM "{kind}"').fetchone()
    for at in range(0, last or 0, PORTION):
        texts = connection.execute(question, (at, at + PORTION)).fetchone()
        columns = zip(names.values(), map(json.loads, texts), strict=True)
        found = (once.of(name, values) if name else values for name, values in columns)
        rows.extend(zip(*found, strict=True))
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
