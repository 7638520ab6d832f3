"""Apply the plan of an import in one transaction, and take a batch back.

For every batch the old values are kept: fields of people, rows that came and went, photos. Taking
a batch back restores them, except where somebody has edited since; those are listed.
"""

import base64
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model import ids
from leadership_model.changes import NOTHING, Changes
from leadership_model.exchange import form as forms
from leadership_model.exchange.entry import Entry
from leadership_model.exchange.plan import Plan
from leadership_model.exchange.seats import Piece
from leadership_model.people.gaps import names_of
from leadership_model.store import audit, bulk, photo, records
from leadership_model.store.actor import Actor
from leadership_model.store.backup import copy_before
from leadership_model.store.connection import reading, writing
from leadership_model.store.extent import HANDFUL
from leadership_model.store.handle import Engine
from leadership_model.store.import_undo import Undone, digest, undo
from leadership_model.store.kinds import row_of
from leadership_model.store.nouns import ImportBatch, ImportChange, SourceFile
from leadership_model.store.tables import table

__all__ = ["KIND", "Undone", "apply", "source_of", "undo"]

KIND = "lrmx"
AT_ONCE = 40  # photos handed to the database at a time


@dataclass(slots=True)
class _Batch:
    """One import under way: its id, where new ids come from, and what it changed so far."""

    id: str
    source: random.Random | None
    lines: list[ImportChange] = field(default_factory=list)

    def note(self, kind: str, record: str, name: str, old: Any, new: Any) -> None:  # noqa: ANN401
        """Keep one change; old and new are JSON values, None = no such row."""
        line = ImportChange(
            id=ids.new("ic", self.source),
            batch=self.id,
            order=len(self.lines),
            kind=kind,
            record=record,
            field=name,
            old=_json(old),
            new=_json(new),
        )
        self.lines.append(line)


def apply(
    engine: Engine,
    actor: Actor,
    plan: Plan,
    source: random.Random | None = None,
    label: str = "导入任免审批表",
) -> Changes:
    """Write what is new and what changed; unchanged and conflicting files are left alone.

    All or nothing: a person edited since the plan was made refuses the whole import (StaleError).
    Before it begins the database is copied aside. A plan with nothing to write does nothing.
    """
    if plan.empty:
        return NOTHING
    copy_before(engine, "before-import")
    batch = _Batch(ids.new("ib", source), source)
    with writing(engine) as connection:
        first = audit.next_number(connection)
        counts = json.dumps(dict(plan.counts()))
        bulk.insert(connection, actor, [ImportBatch(id=batch.id, label=label, counts=counts)])
        new = plan.of("new")
        if new:
            _insert(connection, actor, batch, new)
        changes = _extent_of_new(new)
        for entry in plan.of("changed"):
            changes |= _change(connection, actor, batch, entry)
        changes |= _seat(connection, actor, batch, plan.seats())
        kept = [_source(connection, batch, e) for e in (*new, *plan.of("changed"))]
        bulk.insert(connection, actor, kept)
        bulk.insert(connection, actor, batch.lines)
        span, counted = {audit.FIRST: first}, dict(plan.counts())
        audit.append(connection, actor, label, "import_batch", batch.id, span, counted)
    return changes | Changes(frozenset({"import_batch", "import_change", "source_file"}))


def _insert(
    connection: Connection, actor: Actor, batch: _Batch, entries: tuple[Entry, ...]
) -> None:
    """Insert new people with all their rows; one audit line for each person."""
    made: list[object] = []
    for entry in entries:
        person = _person(entry)
        made.append(person)
        batch.note("person", person.id, "", None, row_of(person))
        for rows in entry.rows:
            made += rows.put
            for row in rows.put:
                batch.note(rows.table, row.id, "", None, row_of(row))
        name = {"name": person.name, "file": Path(entry.file).name}
        audit.append(connection, actor, "导入新建", "person", person.id, None, name)
    bulk.insert(connection, actor, made)
    _insert_photos(connection, actor, batch, [each for each in entries if each.photo is not None])


def _insert_photos(
    connection: Connection, actor: Actor, batch: _Batch, entries: Sequence[Entry]
) -> None:
    now = actor.clock()
    for at in range(0, len(entries), AT_ONCE):
        rows = []
        for entry in entries[at : at + AT_ONCE]:
            person, jpeg = _person(entry), b"" if entry.photo is None else entry.photo.read()
            rows.append({"person": person.id, "jpeg": jpeg, "changed_at": now})
            batch.note("photo", person.id, "", None, digest(jpeg))
        connection.execute(table("photo").insert(), rows)


def _person(entry: Entry) -> Any:  # noqa: ANN401 - a Person, which an entry to write surely has
    if entry.person is None:
        raise ValueError(f"nothing to write for {entry.file}")
    return entry.person


def _extent_of_new(entries: tuple[Entry, ...]) -> Changes:
    if not entries:
        return NOTHING
    kinds = {rows.table for entry in entries for rows in entry.rows} | {"person", "photo"}
    few = len(entries) <= HANDFUL
    people = frozenset(_person(entry).id for entry in entries) if few else None
    return Changes(frozenset(kinds), people)


def _change(connection: Connection, actor: Actor, batch: _Batch, entry: Entry) -> Changes:
    person, before = _person(entry), entry.before
    if before is None:
        raise ValueError(f"no person to change for {entry.file}")
    old, new = row_of(before), row_of(person)
    for name in new:
        value, was = _gap(new, name), _gap(old, name)
        if name not in ("absent", "version", "changed_at", "has_photo") and value != was:
            batch.note("person", person.id, name, was, value)
    put: list[object] = []
    drop: list[object] = []
    for rows in entry.rows:
        staying = {row.id for row in rows.put}
        gone = [row for row in rows.drop if row.id not in staying]
        put += rows.put
        drop += gone
        for row in gone:
            batch.note(rows.table, row.id, "", row_of(row), None)
        for row in rows.put:
            was = records.row_in(connection, rows.table, row.id)
            batch.note(rows.table, row.id, "", was, row_of(row))
    # The record itself always goes along: with it the version is checked. A photo raises it again.
    plain = type(person)(**{**new, "has_photo": old["has_photo"]})
    changes = records.apply(connection, actor, [plain, *put], drop)
    if entry.photo is not None:
        jpeg = entry.photo.read()
        batch.note("photo", person.id, "", _photo_in(connection, person.id), digest(jpeg))
        changes |= photo.put_in(connection, actor, person.id, jpeg)
    return changes


def _seat(connection: Connection, actor: Actor, batch: _Batch, pieces: Sequence[Piece]) -> Changes:
    """Write units, teams, posts and tenures."""
    if not pieces:
        return NOTHING
    for each in pieces:
        old = None if each.before is None else row_of(each.before)
        batch.note(each.kind, each.record.id, "", old, row_of(each.record))
    return records.apply(connection, actor, [each.record for each in pieces])


def _source(connection: Connection, batch: _Batch, entry: Entry) -> SourceFile:
    """Keep the original elements; a photo that lies in the photo table is not kept twice."""
    person = _person(entry).id
    files = table("source_file")
    earlier = connection.execute(files.select().where(files.c.person == person)).all()
    kept = entry.form
    picture = kept.element(forms.PHOTO)
    plain = picture.text.strip() if picture is not None else ""
    if entry.photo is not None and plain and plain == _text_of(entry.photo.read()):
        kept = kept.without_photo()
    return SourceFile(
        id=ids.new("sf", batch.source),
        person=person,
        kind=entry.form.kind,
        name=Path(entry.file).name,
        batch=batch.id,
        elements=forms.to_json(kept),
        version=1 + max((row.version for row in earlier), default=0),
    )


def source_of(engine: Engine, person: str, kind: str = KIND) -> forms.Form | None:
    """Give the latest original of a kind, to be written back; None when there is none."""
    files = table("source_file")
    question = files.select().where(files.c.person == person, files.c.kind == kind)
    with reading(engine) as connection:
        row = connection.execute(question.order_by(files.c.version.desc())).first()
    return None if row is None else forms.from_json(row.name or "", row.elements)


def _gap(row: dict[str, Any], name: str) -> Any:  # noqa: ANN401 - any JSON value
    """Give a field as JSON value; 无 is an object of its own."""
    return {"absent": True} if name in names_of(row["absent"]) else row[name]


def _json(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _text_of(picture: bytes | None) -> str:
    return base64.b64encode(picture or b"").decode("ascii")


def _photo_in(connection: Connection, person: str) -> str | None:
    photos = table("photo")
    row = connection.execute(photos.select().where(photos.c.person == person)).first()
    return None if row is None else _text_of(row.jpeg)
