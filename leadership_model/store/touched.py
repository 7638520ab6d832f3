"""Which rows each write of this program touched: told by triggers, whatever code did the writing.

A view that holds the snapshot of one change number asks what was touched since. Writes of other
programs, and writes of very many rows, are not told; then everything is to be read again.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from leadership_model.people.snapshot import LAYOUT
from leadership_model.store.faults import explained
from leadership_model.store.handle import Engine

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

Touched = Mapping[str, frozenset[str]]  # table -> ids (names of settings)

MOST = 300  # rows; beyond it reading everything again is about as fast
REMEMBERED = 200  # writes
# Besides the tables of the snapshot: where models, rules, elements, codes and settings lie.
BESIDE = {
    "model_version": "id",
    "requirement": "id",
    "portrait": "id",
    "rule_setting": "id",
    "element": "id",
    "experience_filter": "id",
    "code_entry": "id",
    "setting": "name",
}
KEYS = {**dict.fromkeys(LAYOUT, "id"), **BESIDE}

_told: "WeakKeyDictionary[Engine, OrderedDict[int, Touched | None]]" = WeakKeyDictionary()
_lock = threading.Lock()


def watch(connection: "Connection") -> None:
    """Have SQLite note, in the memory of this connection, each row that is written from now on."""
    if connection.info.get("watched"):
        return
    driver = connection.connection.cursor()
    try:
        with explained(str(connection.engine.url.database)):
            driver.execute("PRAGMA temp_store = MEMORY")
            driver.execute(
                "CREATE TEMP TABLE IF NOT EXISTS touched (kind, id, PRIMARY KEY (kind, id))"
            )
            driver.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            there = {row[0] for row in driver.fetchall()}
            for kind, key in KEYS.items():
                for event, sides in _EVENTS if kind in there else ():
                    driver.execute(_trigger(kind, key, event, sides))
    finally:
        driver.close()
    connection.info["watched"] = len(there & KEYS.keys()) == len(KEYS)


_EVENTS = (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",)))


def _trigger(kind: str, key: str, event: str, sides: tuple[str, ...]) -> str:
    notes = " ".join(
        f"INSERT OR IGNORE INTO touched VALUES ('{kind}', {side}.\"{key}\");" for side in sides
    )
    # Every write raises the change number: that says nothing.
    when = "WHEN NEW.name <> 'change_number' " if kind == "setting" and "NEW" in sides else ""
    name = f"touched_{kind}_{event}"
    head = f'CREATE TEMP TRIGGER IF NOT EXISTS {name} AFTER {event} ON "{kind}"'
    return f"{head} {when}BEGIN {notes} END"


def begin(connection: "Connection") -> None:
    """Begin to note the rows of one transaction."""
    connection.exec_driver_sql("DELETE FROM temp.touched")


def noted(connection: "Connection") -> Touched | None:
    """Give the rows of the transaction so far; None when they are very many."""
    rows = connection.exec_driver_sql(f"SELECT kind, id FROM temp.touched LIMIT {MOST + 1}").all()
    if len(rows) > MOST:
        return None
    found: dict[str, set[str]] = {}
    for kind, key in rows:
        found.setdefault(kind, set()).add(key)
    return {kind: frozenset(found[kind]) for kind in sorted(found)}


def keep(engine: Engine, number: int, rows: Touched | None) -> None:
    """Remember what the write with this change number touched."""
    with _lock:
        told = _told.setdefault(engine, OrderedDict())
        told[number] = rows
        while len(told) > REMEMBERED:
            told.popitem(last=False)


def between(engine: Engine, before: int, number: int) -> Touched | None:
    """Give what was touched by the writes after `before` up to `number`; None when not known."""
    with _lock:
        told = dict(_told.get(engine, {}))
    found: dict[str, set[str]] = {}
    for each in range(before + 1, number + 1):
        rows = told.get(each)
        if rows is None:
            return None
        for kind, keys in rows.items():
            found.setdefault(kind, set()).update(keys)
    if number < before or sum(map(len, found.values())) > MOST:
        return None
    return {kind: frozenset(found[kind]) for kind in sorted(found)}
