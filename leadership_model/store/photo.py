"""Photos of people. The person's record says whether there is one."""

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.handle import Engine
from leadership_model.store.tables import table

JPEG = b"\xff\xd8"  # what every JPEG file begins with


def get(engine: Engine, person: str) -> bytes | None:
    """Read a person's photo as JPEG; None when there is none."""
    target = table("photo")
    with reading(engine) as connection:
        row = connection.execute(target.select().where(target.c.person == person)).first()
    return None if row is None else bytes(row.jpeg)


def put(engine: Engine, actor: Actor, person: str, jpeg: bytes) -> Changes:
    """Store a person's photo in place of the present one."""
    with writing(engine) as connection:
        return put_in(connection, actor, person, jpeg)


def put_in(connection: Connection, actor: Actor, person: str, jpeg: bytes) -> Changes:
    """Store a photo inside the caller's transaction; the person's version rises by one."""
    if not jpeg.startswith(JPEG):
        raise UserError("照片不是 JPEG 格式，请换一张 jpg 照片")
    photos, people = table("photo"), table("person")
    owner = connection.execute(people.select().where(people.c.id == person)).first()
    if owner is None:
        raise UserError(f"库中没有编号为“{person}”的干部，照片没有保存")
    now = actor.clock()
    mine = photos.c.person == person
    old = connection.execute(photos.select().where(mine)).first()
    if old is not None and old.jpeg == jpeg:
        return Changes()
    values = {"person": person, "jpeg": jpeg, "changed_at": now}
    connection.execute(photos.insert() if old is None else photos.update().where(mine), values)
    risen = {"has_photo": True, "version": owner.version + 1, "changed_at": now}
    connection.execute(people.update().where(people.c.id == person), risen)
    before = None if old is None else {"jpeg": old.jpeg}
    audit.append(connection, actor, "修改", "photo", person, before, {"jpeg": jpeg})
    return Changes(frozenset({"photo", "person"}), frozenset({person}))
