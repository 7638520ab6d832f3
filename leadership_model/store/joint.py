"""Several records edited together in one transaction, and taken back exactly.

The first writing checks the versions that were read (StaleError otherwise). Taking back and making
again look up what is stored now and touch only the fields the edit was about.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.store import audit, records
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.editing import laid
from leadership_model.store.handle import Engine
from leadership_model.store.kinds import TABLES, describe, is_versioned, row_of
from leadership_model.store.tables import METADATA, table

Key = tuple[str, str]  # table and id


@dataclass(frozen=True, slots=True)
class Picture:
    """The photo of a person before and after, as JPEG; None = none."""

    person: str
    before: bytes | None
    after: bytes | None


@dataclass(slots=True)
class JointEdit:
    """Records as they were read (`before`) and as they shall be (`after`); same id = same record.

    A record only in `before` is deleted, one only in `after` is new. An owner whose rows change is
    best given on both sides, so that its version is checked. `title` and `subject` (an id) make a
    line of their own in the book of changes. `guard` looks into the same transaction before
    anything is written (not when it is taken back), and refuses by a UserError.
    """

    before: tuple[Any, ...]
    after: tuple[Any, ...]
    pictures: tuple[Picture, ...] = ()
    title: str = ""
    subject: str = ""
    guard: Callable[[Connection, Actor], None] | None = None
    _done: bool = field(default=False, repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write the edit; the first time only if nothing changed since it was read."""
        with writing(engine) as connection:
            if self.guard is not None:
                self.guard(connection, actor)
            if self._done:
                changes = self._lay(connection, actor, "重做")
            else:
                there = {_key(each) for each in self.after}
                gone = [each for each in self.before if _key(each) not in there]
                changes = write_in(connection, actor, self.after, gone, self.pictures)
                self._note(connection, actor, "")
        self._done = True
        return changes

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take the edit back."""
        turned = tuple(Picture(each.person, each.after, each.before) for each in self.pictures)
        back = JointEdit(self.after, self.before, turned, self.title, self.subject)
        with writing(engine) as connection:
            return back._lay(connection, actor, "撤销")

    def backward_in(self, connection: Connection, actor: Actor) -> Changes:
        """Take the edit back inside the caller's transaction."""
        back = JointEdit(self.after, self.before)
        return back._lay(connection, actor, "撤销")

    def _note(self, connection: Connection, actor: Actor, prefix: str) -> None:
        if self.title:
            audit.append(connection, actor, f"{prefix}{self.title}", "person", self.subject)

    def _lay(self, connection: Connection, actor: Actor, prefix: str) -> Changes:
        """Bring what differs between the two sides into what is stored now."""
        source = {_key(each): each for each in self.before}
        target = {_key(each): each for each in self.after}
        put, again = [], []
        stored = records.stored_among(connection, (*self.before, *self.after))
        for key, record in target.items():
            now = stored.get(key)
            if key not in source and now is None:
                again.append(record)
                put.append(_fresh(record))
            elif key not in source:
                put.append(laid(now, row_of(now), row_of(record)))
            elif record == source[key]:
                continue
            elif now is None:
                sentence = f"{describe(key[0], row_of(record))}已被删除，无法撤销或重做这次修改"
                raise UserError(sentence)
            else:
                put.append(laid(now, row_of(source[key]), row_of(record)))
        gone = [stored[key] for key in source if key not in target and key in stored]
        changes = write_in(connection, actor, put, gone, self.pictures)
        _count_on(connection, again)
        self._note(connection, actor, prefix)
        return changes


def write_in(
    connection: Connection,
    actor: Actor,
    put: Iterable[Any],
    gone: Iterable[Any],
    pictures: Iterable[Picture],
) -> Changes:
    """Save and delete in the caller's transaction, in an order the references allow."""
    place = {each.name: at for at, each in enumerate(METADATA.sorted_tables)}
    saved = sorted(put, key=lambda each: place[TABLES[type(each)]])
    deleted = sorted(gone, key=lambda each: -place[TABLES[type(each)]])
    changes = Changes()
    for picture in (each for each in pictures if each.after is None):
        changes |= _put_picture(connection, actor, picture)
    changes |= records.apply(connection, actor, saved, deleted)
    for picture in (each for each in pictures if each.after is not None):
        changes |= _put_picture(connection, actor, picture)
    return changes


def _put_picture(connection: Connection, actor: Actor, picture: Picture) -> Changes:
    """Store, replace or take away a photo; the person's record is written by the edit itself."""
    photos = table("photo")
    mine = photos.c.person == picture.person
    old = connection.execute(photos.select().where(mine)).first()
    before = None if old is None else {"jpeg": old.jpeg}
    if picture.after is None:
        if old is None:
            return Changes()
        connection.execute(photos.delete().where(mine))
        audit.append(connection, actor, "删除", "photo", picture.person, before, None)
    else:
        values = {"person": picture.person, "jpeg": picture.after, "changed_at": actor.clock()}
        connection.execute(photos.insert() if old is None else photos.update().where(mine), values)
        after = {"jpeg": picture.after}
        audit.append(connection, actor, "修改", "photo", picture.person, before, after)
    return Changes(frozenset({"photo", "person"}), frozenset({picture.person}))


def _key(record: Any) -> Key:  # noqa: ANN401 - any record
    return TABLES[type(record)], record.id


def _fresh(record: Any) -> Any:  # noqa: ANN401
    """Make a record that was deleted ready to be stored once more."""
    return replace(record, changed_at="") if is_versioned(type(record)) else record


def _count_on(connection: Connection, again: Iterable[Any]) -> None:
    """Let records that came back count on, so that forms opened before they went are refused."""
    for record in again:
        if is_versioned(type(record)):
            target = table(TABLES[type(record)])
            mine = target.update().where(target.c.id == record.id)
            connection.execute(mine, {"version": record.version + 1})
