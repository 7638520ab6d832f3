"""Take an import back: old values return, except where somebody has edited since.

What belongs together (a 简历 and its career entries, 奖惩 and its rows) returns together or stays
together. A new person goes only when nothing was added or changed about him since.
"""

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.engine import Connection

from leadership_model.changes import NOTHING, Changes
from leadership_model.errors import UserError
from leadership_model.exchange.offers import topic_of
from leadership_model.people.gaps import names_of, text_of
from leadership_model.people.person import Person
from leadership_model.people.snapshot import LAYOUT
from leadership_model.store import audit, photo, records, seat_undo
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.extent import HANDFUL
from leadership_model.store.handle import Engine
from leadership_model.store.nouns import ImportBatch, ImportChange, SourceFile
from leadership_model.store.tables import METADATA, table

KEPT_BY_STORE = ("version", "changed_at", "has_photo")
DIGEST = "sha256:"
NAMES = {
    "career_entry": "简历",
    "level": "职务层次",
    "grade": "职级",
    "reward": "奖惩情况",
    "appraisal": "年度考核",
    "education": "学历学位",
    "relative": "家庭成员",
    "person_mark": "手工录入的要素",
    "photo": "照片",
    "birth": "出生年月",
    "party_text": "入党时间",
    "post_text": "现任职务",
    "work_start": "参加工作时间",
    "name": "姓名",
    "sex": "性别",
    "ethnicity": "民族",
    "id_number": "身份证号",
}


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a batch back did. `kept` are sentences on what was edited since and stays."""

    changes: Changes
    kept: tuple[str, ...]


def undo(engine: Engine, actor: Actor, batch: str) -> Undone:
    """Take a batch back in one transaction; UserError when there is none or it is back already."""
    with writing(engine) as connection:
        found = records.row_in(connection, "import_batch", batch)
        if found is None:
            raise UserError(f"没有编号为“{batch}”的导入批次")
        if found["undone_at"] is not None:
            raise UserError(f"导入批次“{found['label']}”已经撤回过了")
        first = audit.next_number(connection)
        every = _lines(connection, batch)
        seats = [line for line in every if line.kind in seat_undo.KINDS]
        changes, kept = seat_undo.take_back(connection, actor, seats)
        of_people = [line for line in every if line.kind not in seat_undo.KINDS]
        for person, lines in _by_person(of_people).items():
            done, left = _take_back(connection, actor, batch, person, lines)
            changes |= done
            kept += left
        if changes.people is not None and len(changes.people) > HANDFUL:
            changes = Changes(changes.kinds, None, changes.teams)
        record = ImportBatch(**{**found, "undone_at": actor.clock()})
        changes |= records.apply(connection, actor, [record])
        audit.append(connection, actor, "撤回导入", "import_batch", batch, {audit.FIRST: first})
    return Undone(changes, tuple(kept))


def _lines(connection: Connection, batch: str) -> list[ImportChange]:
    lines = table("import_change")
    question = lines.select().where(lines.c.batch == batch).order_by(lines.c.order)
    return [ImportChange(**row) for row in connection.execute(question).mappings()]


def _by_person(lines: Iterable[ImportChange]) -> dict[str, list[ImportChange]]:
    """Sort the changes by whom they are about, in their order."""
    groups: dict[str, list[ImportChange]] = {}
    for line in lines:
        owner = line.record
        if line.kind not in ("person", "photo"):
            owner = json.loads(line.new or line.old or "{}")["person"]
        groups.setdefault(owner, []).append(line)
    return groups


@dataclass(frozen=True, slots=True)
class _Now:
    """One person as stored, with every row that points at him: (table, id) -> row."""

    person: str
    rows: dict[tuple[str, str], dict[str, Any]]

    def row(self, line: ImportChange) -> dict[str, Any] | None:
        """Give the row a change is about, as it is now."""
        return self.rows.get((line.kind, line.record))


def _gather(connection: Connection, person: str) -> _Now:
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    people = table("person")
    for row in connection.execute(people.select().where(people.c.id == person)).mappings():
        rows["person", person] = dict(row)
    for other, column in _pointing_at_people():
        for row in connection.execute(other.select().where(column == person)).mappings():
            rows[other.name, row["person"] if other.name == "photo" else row["id"]] = dict(row)
    return _Now(person, rows)


@cache
def _pointing_at_people() -> tuple[tuple[Table, Column[Any]], ...]:
    return tuple(
        (other, column)
        for other in METADATA.sorted_tables
        for column in other.c
        if any(key.column.table.name == "person" for key in column.foreign_keys)
    )


def _take_back(
    connection: Connection, actor: Actor, batch: str, person: str, lines: Sequence[ImportChange]
) -> tuple[Changes, list[str]]:
    now = _gather(connection, person)
    stored = now.rows.get(("person", person))
    if stored is None:
        return NOTHING, []
    name = stored["name"] or person
    if any(line.kind == "person" and not line.field for line in lines):
        if not _untouched(now, lines) or _others(now, batch, lines):
            return NOTHING, [f"干部“{name}”导入后又被改过或已被使用，没有撤回"]
        return _remove(connection, actor, now), []
    topics: dict[str, list[ImportChange]] = {}
    for line in lines:
        key = line.field or line.kind
        topics.setdefault(topic_of(key), []).append(line)
    kept: list[str] = []
    back: list[ImportChange] = []
    for topic, group in topics.items():
        if _untouched(now, group):
            back += group
        else:
            kept.append(f"干部“{name}”的{NAMES.get(topic, topic)}导入后又被改过，没有撤回")
    changes = _restore(connection, actor, now, back)
    if not kept:
        changes |= records.apply(connection, actor, [], _sources(now, batch))
    return changes, kept


def _untouched(now: _Now, lines: Iterable[ImportChange]) -> bool:
    """Say whether everything is still as the import left it."""
    return all(_present(now, line) == _value(line.new) for line in lines)


def _present(now: _Now, line: ImportChange) -> Any:  # noqa: ANN401 - any JSON value
    row = now.row(line)
    if row is None:
        return None
    if line.kind == "photo":
        stored = str(json.loads(line.new or '""'))
        return digest(row["jpeg"]) if stored.startswith(DIGEST) else _encoded(row["jpeg"])
    if line.field:
        return {"absent": True} if line.field in names_of(row["absent"]) else row[line.field]
    return _comparable(row)


def digest(jpeg: bytes) -> str:
    """Give what is kept of a photo an import wrote: enough to see whether it is still there."""
    return DIGEST + sha256(jpeg).hexdigest()


def _encoded(jpeg: bytes) -> str:
    return base64.b64encode(jpeg).decode("ascii")


def _value(text: str | None) -> Any:  # noqa: ANN401 - any JSON value
    value = None if text is None else json.loads(text)
    return _comparable(value) if isinstance(value, dict) and "id" in value else value


def _comparable(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in KEPT_BY_STORE}


def _others(now: _Now, batch: str, lines: Sequence[ImportChange]) -> bool:
    """Say whether anything not of this batch points at the person."""
    own = {(line.kind, line.record) for line in lines}
    return any(
        key not in own and not (key[0] == "source_file" and row["batch"] == batch)
        for key, row in now.rows.items()
    )


def _remove(connection: Connection, actor: Actor, now: _Now) -> Changes:
    """Delete a new person with everything that came along, with one line in the book."""
    for kind, key in now.rows:
        target = table(kind)
        column = target.c.person if kind == "photo" else target.c.id
        connection.execute(target.delete().where(column == key))
    person = now.rows["person", now.person]
    audit.append(connection, actor, "删除", "person", now.person, person, None)
    kinds = frozenset(kind for kind, _ in now.rows)
    return Changes(kinds, frozenset({now.person}))


def _restore(
    connection: Connection, actor: Actor, now: _Now, lines: Sequence[ImportChange]
) -> Changes:
    if not lines:
        return NOTHING
    person = Person(**now.rows["person", now.person])
    absent = set(names_of(person.absent))
    values: dict[str, Any] = {}
    put: list[object] = []
    drop: list[object] = []
    for line in lines:
        old = None if line.old is None else json.loads(line.old)
        if line.kind == "person":
            was_absent = old == {"absent": True}
            values[line.field] = None if was_absent else old
            (absent.add if was_absent else absent.discard)(line.field)
        elif line.kind != "photo" and old is not None:
            put.append(LAYOUT[line.kind][0](**old))
        elif line.kind != "photo":
            drop.append(LAYOUT[line.kind][0](**(now.row(line) or {})))
    restored = replace(person, **values, absent=text_of(absent))
    changes = records.apply(connection, actor, [restored, *put], drop)
    for line in lines:
        if line.kind == "photo":
            changes |= _restore_photo(connection, actor, line)
    return changes


def _restore_photo(connection: Connection, actor: Actor, line: ImportChange) -> Changes:
    if line.old is not None:
        jpeg = base64.b64decode(json.loads(line.old))
        return photo.put_in(connection, actor, line.record, jpeg)
    photos = table("photo")
    connection.execute(photos.delete().where(photos.c.person == line.record))
    audit.append(connection, actor, "删除", "photo", line.record)
    stored = Person(**(records.row_in(connection, "person", line.record) or {}))
    gone = records.apply(connection, actor, [replace(stored, has_photo=False)])
    return gone | Changes(frozenset({"photo"}))


def _sources(now: _Now, batch: str) -> list[SourceFile]:
    found = [row for (kind, _), row in now.rows.items() if kind == "source_file"]
    return [SourceFile(**row) for row in found if row["batch"] == batch]
