"""Drafts of structure models: what is being edited, apart from every published version.

A draft is one row by the id of its model. Each edit is checked against the version that was read
and leaves its line in the book; publishing never happens here.
"""

import json
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import StaleError
from leadership_model.store import audit, load, present
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.handle import Engine
from leadership_model.store.tables import table
from leadership_model.structure.model import Model

KIND = "model_draft"
CHANGED = Changes(frozenset({KIND}))


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is stored; `version` counts its edits."""

    model: Model
    version: int


@dataclass(slots=True)
class Shelf:
    """The drafts of one open database: remembers which version of each it last saw.

    Used by one writer at a time. What another program wrote since is a StaleError.
    """

    seen: dict[str, int] = field(default_factory=dict)

    def put(self, engine: Engine, actor: Actor, id: str, draft: Model | None, what: str) -> Changes:
        """Store a draft, or take it away (None); `what` is said of it in the book."""
        with writing(engine) as connection:
            version = put_in(connection, actor, id, draft, what, self.seen.get(id, 0))
        self.seen[id] = version
        return CHANGED


def put_in(
    connection: Connection, actor: Actor, id: str, draft: Model | None, what: str, seen: int
) -> int:
    """Store or take away a draft inside the caller's transaction; give its version, 0 = gone."""
    drafts = table(KIND)
    mine = drafts.c.id == id
    row = connection.execute(drafts.select().where(mine)).mappings().first()
    stored = 0 if row is None else int(row["version"])
    if stored != seen:
        raise StaleError("这个模型的草稿已被别人改过，这次修改没有保存；请关闭后重新打开干部库再改")
    if draft is None:
        connection.execute(drafts.delete().where(mine))
        audit.append(connection, actor, what, KIND, id)
        return 0
    body = _body(draft)
    before = {} if row is None else json.loads(row["body"])
    values = {
        "id": id,
        "body": json.dumps(body, ensure_ascii=False),
        "version": stored + 1,
        "changed_at": actor.clock(),
    }
    if row is None:
        connection.execute(drafts.insert(), values)
    else:
        connection.execute(drafts.update().where(mine), values)
    audit.append(connection, actor, what, KIND, id, *_differing(before, body))
    return stored + 1


def read(engine: Engine) -> dict[str, Draft]:
    """Read the drafts by the id of their model."""
    from leadership_model.structure.codec import model_from_json

    with reading(engine) as connection:
        rows = connection.execute(table(KIND).select().order_by(table(KIND).c.id)).all()
    bodies = (model_from_json(json.loads(row.body), where="草稿") for row in rows)
    models = present.models(bodies, partial(load.catalogue, engine))
    return {row.id: Draft(model, int(row.version)) for row, model in zip(rows, models, strict=True)}


def _body(draft: Model) -> dict[str, Any]:
    from leadership_model.structure.codec import model_to_json

    return model_to_json(draft)


def _differing(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """Give what differs, before and after: of lists of lines only the lines that do."""
    was: dict[str, Any] = {}
    now: dict[str, Any] = {}
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        if isinstance(old, list) and isinstance(new, list):
            was[key] = [each for each in old if each not in new]
            now[key] = [each for each in new if each not in old]
        else:
            was[key], now[key] = old, new
    return was, now
