"""Take an import back: old values return, except where somebody has edited since.

What belongs together (a 简历 and its career entries, 奖惩 and its rows) returns together or stays
together. A new person goes only when nothing was added or changed about him since.
"""

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from leadership_model.changes import NOTHING, Changes
from leadership_model.errors import UserError
from leadership_model.people.gaps import names_of, text_of
from leadership_model.people.person import Person
from leadership_model.people.snapshot import LAYOUT
from leadership_model.store import audit, photo, records
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.nouns import ImportBatch, ImportChange, SourceFile
from leadership_model.store.tables import METADATA, table

KEPT_BY_STORE = ("version", "changed_at", "has_photo")
TOPICS = {
    "resume": "career_entry",
    "reward_text": "reward",
    "rewards_complete": "reward",
    "sanction": "reward",
    "appraisal_text": "appraisal",
    "birth_date": "birth",
    "birth_year": "birth",
    "party": "party_text",
    "other_parties": "party_text",
    "party_joined": "party_text",
}
NAMES = {
    "career_entry": "简历",
    "reward": "奖惩情况",
    "appraisal": "年度考核",
    "education": "学历学位",
    "relative": "家庭成员",
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
    changes = NOTHING
    kept: list[str] = []
    with writing(engine) as connection:
        found = _row(connection, "import_batch", batch)
        if found is None:
            raise UserError(f"没有编号为“{batch}”的导入批次")
        if found["undone_at"] is not None:
            raise UserError(f"导入批次“{found['label']}”已经撤回过了")
        for person, lines in _by_person(_lines(connection, batch)).items():
            done, left = _take_back(connection, actor, batch, person, lines)
            changes |= done
            kept += left
        record = ImportBatch(**{**found, "undone_at": actor.clock()})
        changes |= records.apply(connection, actor, [record])
        audit.append(connection, actor, "撤回导入", "import_batch", batch)
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


def _take_back(
    connection: Connection, actor: Actor, batch: str, person: str, lines: Sequence[ImportChange]
) -> tuple[Changes, list[str]]:
    stored = _row(connection, "person", person)
    if stored is None:
        return NOTHING, []
    name = stored["name"] or person
    if any(line.kind == "person" and not line.field for line in lines):
        if not _untouched(connection, lines) or _others(connection, person, batch, lines):
            return NOTHING, [f"干部“{name}”导入后又被改过或已被使用，没有撤回"]
        return _remove(connection, actor, batch, person, lines), []
    topics: dict[str, list[ImportChange]] = {}
    for line in lines:
        key = line.field or line.kind
        topics.setdefault(TOPICS.get(key, key), []).append(line)
    kept: list[str] = []
    back: list[ImportChange] = []
    for topic, group in topics.items():
        if _untouched(connection, group):
            back += group
        else:
            kept.append(f"干部“{name}”的{NAMES.get(topic, topic)}导入后又被改过，没有撤回")
    changes = _restore(connection, actor, Person(**stored), back)
    if not kept:
        changes |= records.apply(connection, actor, [], _sources(connection, person, batch))
    return changes, kept


def _untouched(connection: Connection, lines: Iterable[ImportChange]) -> bool:
    """Say whether everything is still as the import left it."""
    return all(_present(connection, line) == _value(line.new) for line in lines)


def _present(connection: Connection, line: ImportChange) -> Any:  # noqa: ANN401 - any JSON value
    if line.kind == "photo":
        return _photo(connection, line.record)
    row = _row(connection, line.kind, line.record)
    if row is None:
        return None
    if line.field:
        return {"absent": True} if line.field in names_of(row["absent"]) else row[line.field]
    return _comparable(row)


def _value(text: str | None) -> Any:  # noqa: ANN401 - any JSON value
    value = None if text is None else json.loads(text)
    return _comparable(value) if isinstance(value, dict) and "id" in value else value


def _comparable(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in KEPT_BY_STORE}


def _others(connection: Connection, person: str, batch: str, lines: Sequence[ImportChange]) -> bool:
    """Say whether anything not of this batch points at the person."""
    own = {(line.kind, line.record) for line in lines}
    for other in METADATA.sorted_tables:
        for column in other.c:
            if not any(key.column.table.name == "person" for key in column.foreign_keys):
                continue
            for row in connection.execute(other.select().where(column == person)).mappings():
                if other.name == "source_file" and row["batch"] == batch:
                    continue
                key = row["person"] if other.name == "photo" else row["id"]
                if (other.name, key) not in own:
                    return True
    return False


def _remove(
    connection: Connection, actor: Actor, batch: str, person: str, lines: Sequence[ImportChange]
) -> Changes:
    """Delete a new person with everything that came along."""
    gone: list[object] = list(_sources(connection, person, batch))
    for line in lines:
        row = None if line.kind == "photo" else _row(connection, line.kind, line.record)
        if row is not None:
            gone.append(LAYOUT[line.kind][0](**row))
    _drop_photo(connection, actor, person)
    return records.apply(connection, actor, [], gone)


def _restore(
    connection: Connection, actor: Actor, person: Person, lines: Sequence[ImportChange]
) -> Changes:
    if not lines:
        return NOTHING
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
            row = _row(connection, line.kind, line.record)
            drop.append(LAYOUT[line.kind][0](**(row or {})))
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
    _drop_photo(connection, actor, line.record)
    stored = Person(**(_row(connection, "person", line.record) or {}))
    gone = records.apply(connection, actor, [replace(stored, has_photo=False)])
    return gone | Changes(frozenset({"photo"}))


def _drop_photo(connection: Connection, actor: Actor, person: str) -> None:
    photos = table("photo")
    if _photo(connection, person) is not None:
        connection.execute(photos.delete().where(photos.c.person == person))
        audit.append(connection, actor, "删除", "photo", person)


def _photo(connection: Connection, person: str) -> str | None:
    photos = table("photo")
    row = connection.execute(photos.select().where(photos.c.person == person)).first()
    return None if row is None else base64.b64encode(row.jpeg).decode("ascii")


def _sources(connection: Connection, person: str, batch: str) -> list[SourceFile]:
    files = table("source_file")
    mine = files.select().where(files.c.person == person, files.c.batch == batch)
    return [SourceFile(**row) for row in connection.execute(mine).mappings()]


def _row(connection: Connection, kind: str, record: str) -> dict[str, Any] | None:
    target = table(kind)
    found = connection.execute(target.select().where(target.c.id == record)).first()
    return None if found is None else dict(zip(target.c.keys(), found, strict=True))
