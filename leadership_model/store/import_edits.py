"""What was edited here since the last import, by person: asked before a file overwrites it."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from leadership_model.exchange.offers import NO_TOPICS, PHOTO, topic_of
from leadership_model.people.snapshot import Snapshot
from leadership_model.store import audit
from leadership_model.store.connection import reading
from leadership_model.store.handle import Engine
from leadership_model.store.tables import table

COLLECTIONS = (
    *("education", "career_entry", "appraisal", "reward", "sanction", "relative"),
    "person_mark",
)
WORDS = ("新建", "修改", "删除")
_NO_ONE_ELSES = ("version", "changed_at", "has_photo", "absent", "status", "status_month")


def edited(engine: Engine, snapshot: Snapshot) -> Mapping[str, frozenset[str]]:
    """Give the topics edited by hand since each person's last import.

    What an import or its undo wrote itself is no edit. Of people never imported every later
    correction counts.
    """
    owners = _owners(snapshot)
    made: dict[str, frozenset[str]] = {}
    book = table("audit")
    kinds = ("person", PHOTO, *COLLECTIONS)
    columns = (book.c.number, book.c.kind, book.c.record)
    question = (
        select(*columns, book.c.before, book.c.after)
        .where(book.c.kind.in_(kinds), book.c.what.in_(WORDS))
        .where(or_(book.c.kind != "person", book.c.what == "修改"))
        .order_by(book.c.number)
    )
    with reading(engine) as connection:
        since, spans = _imports(connection)
        for number, kind, record, *sides in connection.execute(question):
            if any(first <= number <= last for first, last in spans):
                continue
            was, now = map(_row, sides)
            person = owners.get((kind, record), (now or was).get("person"))
            person = person if kind in COLLECTIONS else record
            if person is not None and number > since.get(person, 0):
                made[person] = made.get(person, NO_TOPICS) | _topics(kind, was, now)
    return made


def _topics(kind: str, was: dict[str, Any], now: dict[str, Any]) -> frozenset[str]:
    names = {kind} if kind != "person" else ({*was, *now} - set(_NO_ONE_ELSES)) | _gaps(was, now)
    return frozenset(topic_of(name) for name in names)


def _imports(connection: Connection) -> tuple[dict[str, int], list[tuple[int, int]]]:
    """Give the line of each person's last import, and the lines batches wrote or took back."""
    book, files = table("audit"), table("source_file")
    mine = book.c.kind == "import_batch"
    numbers: dict[str, int] = {}
    spans: list[tuple[int, int]] = []
    for number, batch, before in connection.execute(
        select(book.c.number, book.c.record, book.c.before).where(mine).order_by(book.c.number)
    ):
        first = _row(before).get(audit.FIRST)
        if isinstance(first, int):
            spans.append((first, number))
        numbers.setdefault(batch, number)  # what took it back comes later
    since: dict[str, int] = {}
    for person, batch in connection.execute(select(files.c.person, files.c.batch)):
        since[person] = max(since.get(person, 0), numbers.get(batch or "", 0))
    return since, spans


def _owners(snapshot: Snapshot) -> dict[tuple[str, str], str]:
    made: dict[tuple[str, str], str] = {}
    for kind in COLLECTIONS:
        listed = snapshot[kind]
        for id, person in zip(listed.ids, listed.raw("person"), strict=True):
            made[kind, id] = person
    return made


def _row(text: str | None) -> dict[str, Any]:
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def _gaps(was: dict[str, Any], now: dict[str, Any]) -> set[str]:
    """Name the fields that became 无, or ceased to be."""
    old, new = set(str(was.get("absent") or "").split()), set(str(now.get("absent") or "").split())
    return old ^ new
