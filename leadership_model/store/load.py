"""Everything that is read in bulk: plain rows by the driver, never entities.

Nothing here imports the table definitions, so that a database opens without sqlalchemy and
sqlmodel: the columns are named by the records themselves.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from leadership_model.people import codes
from leadership_model.people.arriving import Arriving
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.patch import patched
from leadership_model.people.snapshot import LAYOUT, Snapshot, table_of
from leadership_model.people.table import Table
from leadership_model.store import present
from leadership_model.store.handle import Engine, change_number
from leadership_model.store.kinds import COLUMNS, TABLES
from leadership_model.store.nouns import (
    ElementEntry,
    FilterEntry,
    RuleSetting,
    SavedQuery,
    ScenarioEntry,
    may_see,
)
from leadership_model.store.rows import Once, bulk, some, whole
from leadership_model.store.touched import Touched, between
from leadership_model.structure.model import Model, Portrait

if TYPE_CHECKING:
    from leadership_model.elements.catalogue import Catalogue

R = TypeVar("R")


# Who there is and who sits where: enough for the first page and for every search.
FIRST = ("unit", "person", "team", "post", "tenure", "kinship", "verification")

REFERRED_TO = {target for _, _, references in LAYOUT.values() for target in references.values()}
UNLIKE = ("resume", "id_number")  # differ from person to person


def snapshot(engine: Engine, begun: Callable[[Snapshot], object] | None = None) -> Snapshot:
    """Read all of people, units, teams and posts as they are at one moment.

    `begun` is handed the snapshot as soon as people, posts and tenures are there; careers and other
    rows follow, and whoever asks for them meanwhile waits. The department's own codes are laid
    behind the shipped lists.
    """
    with engine.driven() as connection:
        number = change_number(connection)
        stored = _settings(connection)
        codes.lay(_own_codes(connection))
        tables: dict[str, Table] = {}
        once = Once()
        _read(connection, FIRST, tables, once)
        rest = [name for name in LAYOUT if name not in FIRST]
        if begun is None:
            _read(connection, rest, tables, once)
            return Snapshot(tables, stored, number)
        arriving = Arriving(tables)
        found = Snapshot(arriving, stored, number)
        try:
            begun(found)
            _read(connection, rest, tables, once)
            arriving.fill(tables)
        finally:
            arriving.end()
        return found


@dataclass(frozen=True, slots=True)
class Again:
    """A snapshot brought up to date, and the rows that were written since the one before."""

    snapshot: Snapshot
    touched: Touched


def again(engine: Engine, before: Snapshot) -> Again | None:
    """Read only what this program wrote since a snapshot was read.

    None when that is not known, or takes a full reading: very many rows, writes of another program,
    people, teams or posts that came or went, other codes.
    """
    with engine.driven() as connection:
        number = change_number(connection)
        touched = between(engine, before.number, number)
        if touched is None or "code_entry" in touched:
            return None
        written: dict[str, dict[str, tuple[Any, ...] | None]] = {}
        for kind in (each for each in LAYOUT if each in touched):
            rows = some(connection, kind, COLUMNS[LAYOUT[kind][0]], touched[kind])
            written[kind] = {**dict.fromkeys(touched[kind]), **{row[0]: row for row in rows}}
        stored = _settings(connection)
    found = patched(before, written, stored, number)
    return None if found is None else Again(found, touched)


def _read(
    connection: sqlite3.Connection, names: Iterable[str], tables: dict[str, Table], once: Once
) -> None:
    for name in names:
        rows = bulk(connection, name, _kept_as(name), once)
        tables[name] = table_of(name, rows, tables)


def _kept_as(kind: str) -> dict[str, str]:
    """Name for each column the texts it shares: a reference has its own with the ids it names."""
    record, _, references = LAYOUT[kind]
    alone = {"id": kind if kind in REFERRED_TO else ""} | dict.fromkeys(UNLIKE, "")
    return {each: references.get(each, alone.get(each, each)) for each in COLUMNS[record]}


def number(engine: Engine) -> int:
    """Tell the change number: a snapshot with a lower one is out of date."""
    with engine.driven() as connection:
        return change_number(connection)


def settings(engine: Engine) -> dict[str, str]:
    """Read all settings but those the store keeps for itself."""
    with engine.driven() as connection:
        return _settings(connection)


def every(engine: Engine, record_type: type[R]) -> tuple[R, ...]:
    """Read all records of one kind, in order of id."""
    columns = COLUMNS[record_type]
    with engine.driven() as connection:
        rows = whole(connection, TABLES[record_type], columns)
    records = (record_type(**dict(zip(columns, row, strict=True))) for row in rows)
    return tuple(sorted(records, key=lambda record: str(getattr(record, "id"))))  # noqa: B009


def saved_queries(engine: Engine) -> tuple[SavedQuery, ...]:
    """Read the saved queries in the order the user gave them."""
    return tuple(sorted(every(engine, SavedQuery), key=lambda each: (each.order, each.id)))


def plans(engine: Engine, name: str) -> tuple[ScenarioEntry, ...]:
    """Read the plans somebody may see, without their moves, the latest change first."""
    found = [
        each for each in every(engine, ScenarioEntry) if may_see(each.author, each.shared, name)
    ]
    return tuple(sorted(found, key=lambda each: each.changed_at, reverse=True))


def rule_settings(engine: Engine) -> tuple[RuleSetting, ...]:
    """Read what the department set about rules, in order of the rules' ids."""
    return every(engine, RuleSetting)


def catalogue(engine: Engine) -> "Catalogue":
    """Give the shipped catalogue with the department's own elements and filters laid over it."""
    from leadership_model.elements.catalogue import shipped

    elements = [json.loads(each.body) for each in _in_order(every(engine, ElementEntry))]
    filters = [json.loads(each.body) for each in _in_order(every(engine, FilterEntry))]
    return shipped().with_own(elements, filters) if elements or filters else shipped()


def models(engine: Engine) -> tuple[Model, ...]:
    """Read every published version of every model, in order of id and version."""
    from leadership_model.structure.codec import model_from_json

    with engine.driven() as connection:
        heads = whole(connection, "model_version", ("id", "body"))
        requirements = _bodies(connection, "requirement")
        portraits_of = _bodies(connection, "portrait")
        own = _own_codes(connection)
    found = (
        model_from_json(
            json.loads(body)
            | {"requirements": requirements.get(name, []), "portraits": portraits_of.get(name, [])}
        )
        for name, body in heads
    )
    named = present.models(found, partial(catalogue, engine), own)
    return tuple(sorted(named, key=lambda model: (model.id, model.version)))


def portraits(engine: Engine) -> tuple[Portrait, ...]:
    """Read the general portraits, in their order; those of a model come with it."""
    from leadership_model.structure.codec import portrait_from_json

    with engine.driven() as connection:
        bodies = _bodies(connection, "portrait").get(None, [])
        own = _own_codes(connection)
    made = (portrait_from_json(body) for body in bodies)
    return present.portraits(made, partial(catalogue, engine), own)


def _in_order(entries: tuple[Any, ...]) -> list[Any]:
    return sorted(entries, key=lambda entry: (entry.order, entry.id))


def _bodies(connection: sqlite3.Connection, kind: str) -> dict[str | None, list[Any]]:
    """Group the bodies of a table by the version they belong to, each list in its order."""
    found: dict[str | None, list[Any]] = {}
    rows = whole(connection, kind, ("model_version", "order", "body"))
    for version, _, body in sorted(rows, key=lambda row: row[1]):
        found.setdefault(version, []).append(json.loads(body))
    return found


def _own_codes(connection: sqlite3.Connection) -> list[OwnCode]:
    columns = COLUMNS[OwnCode]
    rows = whole(connection, TABLES[OwnCode], columns)
    return [OwnCode(**dict(zip(columns, row, strict=True))) for row in rows]


def _settings(connection: sqlite3.Connection) -> dict[str, str]:
    rows = whole(connection, "setting", ("name", "value"))
    return {name: value for name, value in sorted(rows) if name != "change_number"}
