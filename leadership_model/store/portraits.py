"""General portraits, which no version of a model owns: 通用权重 of a category's posts."""

import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import StaleError
from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.handle import Engine
from leadership_model.store.tables import table
from leadership_model.structure.model import Portrait

CHANGED = Changes(frozenset({"portrait"}))


@dataclass(slots=True)
class PortraitEdit:
    """A general portrait as it was read and as it is to be; None = there is none.

    One that was taken away comes back to the place it had in the order.
    """

    id: str
    before: Portrait | None
    after: Portrait | None
    _order: int | None = field(default=None, repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write it; StaleError when the stored one is not `before`."""
        return self._lay(engine, actor, self.before, self.after)

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take it back; StaleError when somebody changed it since."""
        return self._lay(engine, actor, self.after, self.before)

    def _lay(
        self, engine: Engine, actor: Actor, source: Portrait | None, target: Portrait | None
    ) -> Changes:
        with writing(engine) as connection:
            self._order = put_in(connection, actor, self.id, source, target, self._order)
        return CHANGED


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
    order: int | None = None,
) -> int:
    """Do what `put` does inside the caller's transaction; give the place in the order.

    A portrait that is not there yet takes the place `order` where that is free, else the last.
    """
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
        order = _free(connection, order)
        values = {"id": f"general/{order}", "model_version": None, "order": order}
        connection.execute(target.insert(), values | {"body": _text(new)})
    elif new is None:
        order = int(row.order)
        connection.execute(target.delete().where(target.c.id == row.id))
    else:
        order = int(row.order)
        connection.execute(target.update().where(target.c.id == row.id), {"body": _text(new)})
    what = "新建" if old is None else "删除" if new is None else "修改"
    audit.append(connection, actor, what, "portrait", id, old, new)
    return order


def _free(connection: Connection, wanted: int | None) -> int:
    """Give the wanted place where nobody has taken it, else the one behind all."""
    target, orders = table("portrait"), table("portrait").c.order
    mine = target.c.id == f"general/{wanted}"
    taken = connection.execute(target.select().where(mine)).first() is not None
    if wanted is not None and not taken:
        return wanted
    return int(connection.execute(select(func.max(orders))).scalar_one() or 0) + 1


def _text(body: dict[str, Any] | None) -> str:
    return json.dumps(body, ensure_ascii=False)
