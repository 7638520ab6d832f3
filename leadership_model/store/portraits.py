"""General portraits, which no version of a model owns: 通用权重 of a category's posts."""

import json
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import StaleError
from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.tables import table
from leadership_model.structure.model import Portrait

CHANGED = Changes(frozenset({"portrait"}))


def put(
    engine: Engine, actor: Actor, id: str, before: Portrait | None, after: Portrait | None
) -> Changes:
    """Put a general portrait in the place of another; None = there is none.

    StaleError when the stored one is not `before`. Taking back is putting `before` again.
    """
    with writing(engine) as connection:
        put_in(connection, actor, id, before, after)
    return CHANGED


def put_in(
    connection: Connection,
    actor: Actor,
    id: str,
    before: Portrait | None,
    after: Portrait | None,
) -> None:
    """Do what `put` does inside the caller's transaction."""
    from leadership_model.structure.codec import portrait_from_json, portrait_to_json

    target = table("portrait")
    rows = connection.execute(target.select().where(target.c.model_version.is_(None))).all()
    row = next((each for each in rows if json.loads(each.body)["id"] == id), None)
    stored = None if row is None else portrait_from_json(json.loads(row.body))
    if stored != before:
        raise StaleError("这个通用画像已被别人改过，这次修改没有保存；请重新打开后再改")
    old = None if before is None else portrait_to_json(before)
    new = None if after is None else portrait_to_json(after)
    if row is None:
        order = _next_order(connection)
        values = {"id": f"general/{order}", "model_version": None, "order": order}
        connection.execute(target.insert(), values | {"body": _text(new)})
    elif new is None:
        connection.execute(target.delete().where(target.c.id == row.id))
    else:
        connection.execute(target.update().where(target.c.id == row.id), {"body": _text(new)})
    what = "新建" if old is None else "删除" if new is None else "修改"
    audit.append(connection, actor, what, "portrait", id, old, new)


def _next_order(connection: Connection) -> int:
    orders = table("portrait").c.order
    return int(connection.execute(select(func.max(orders))).scalar_one() or 0) + 1


def _text(body: dict[str, Any] | None) -> str:
    return json.dumps(body, ensure_ascii=False)
