"""Settings of the database: `as_of` (a month index as text), and what other rooms keep here."""

from dataclasses import dataclass

from leadership_model.changes import Changes
from leadership_model.errors import StaleError, UserError
from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.handle import Engine
from leadership_model.store.tables import table

OWN = ("change_number",)  # kept by the store itself


def get(engine: Engine, name: str) -> str | None:
    """Read one setting; None when it was never put."""
    target = table("setting")
    with reading(engine) as connection:
        row = connection.execute(target.select().where(target.c.name == name)).first()
    return None if row is None else str(row.value)


def put(engine: Engine, actor: Actor, name: str, value: str) -> Changes:
    """Write one setting; for `as_of` a month index."""
    if name in OWN:
        raise ValueError(f"设置“{name}”由数据库自己维护，不能改写")
    if name == "as_of" and not value.isdecimal():
        raise UserError(f"基准日期必须是月份，不能是“{value}”")
    target = table("setting")
    with writing(engine) as connection:
        mine = target.c.name == name
        old = connection.execute(target.select().where(mine)).first()
        if old is None:
            connection.execute(target.insert(), {"name": name, "value": value})
        else:
            connection.execute(target.update().where(mine), {"value": value})
        before = None if old is None else {"value": old.value}
        audit.append(connection, actor, "修改", "setting", name, before, {"value": value})
    return Changes(frozenset({"setting"}))


@dataclass(frozen=True, slots=True)
class SettingEdit:
    """One setting from what was read (None: never put) to what it shall be; taken back exactly."""

    name: str
    before: str | None
    after: str | None

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write it; StaleError when it is not any more what was read."""
        return self._swap(engine, actor, self.before, self.after)

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Put back what was there; StaleError when it was changed since."""
        return self._swap(engine, actor, self.after, self.before)

    def _swap(self, engine: Engine, actor: Actor, old: str | None, new: str | None) -> Changes:
        if self.name in OWN:
            raise ValueError(f"设置“{self.name}”由数据库自己维护，不能改写")
        target = table("setting")
        mine = target.c.name == self.name
        with writing(engine) as connection:
            row = connection.execute(target.select().where(mine)).first()
            now = None if row is None else str(row.value)
            if now != old:
                raise StaleError("这项设置已被别人改过，请重新打开后再改")
            if new is None:
                connection.execute(target.delete().where(mine))
            elif now is None:
                connection.execute(target.insert(), {"name": self.name, "value": new})
            else:
                connection.execute(target.update().where(mine), {"value": new})
            sides = (None if each is None else {"value": each} for each in (now, new))
            audit.append(connection, actor, "修改", "setting", self.name, *sides)
        return Changes(frozenset({"setting"}))
