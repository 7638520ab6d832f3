"""All that hangs on a person, in whatever table it lies: what goes when the person goes."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.people.merging import Side, merge
from leadership_model.people.named_set import NamedSet, ids_of, replaced
from leadership_model.people.person import Person
from leadership_model.store import load
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading
from leadership_model.store.handle import Engine
from leadership_model.store.joint import JointEdit, Picture
from leadership_model.store.kinds import TABLES
from leadership_model.store.nouns import Basket
from leadership_model.store.tables import METADATA, table

_TYPES = {name: record for record, name in TABLES.items()}


@dataclass(frozen=True, slots=True)
class Belongings:
    """A person, the rows of every table that name the person, and the photo (JPEG)."""

    person: Person
    rows: tuple[Any, ...]
    picture: bytes | None


def of_person(engine: Engine, person: str) -> Belongings:
    """Read a person with everything; UserError when there is no such person."""
    with reading(engine) as connection:
        return _gather(connection, person)


def _gather(connection: Connection, person: str) -> Belongings:
    people, photos = table("person"), table("photo")
    found = connection.execute(people.select().where(people.c.id == person)).mappings().first()
    if found is None:
        raise UserError("这名干部已不在库中，可能已被删除或合并")
    rows: dict[tuple[str, str], Any] = {}
    for target in METADATA.sorted_tables:
        for column in target.c:
            points = any(key.column.table.name == "person" for key in column.foreign_keys)
            if not points or target.name not in _TYPES:
                continue
            for row in connection.execute(target.select().where(column == person)).mappings():
                rows[target.name, row["id"]] = _TYPES[target.name](**row)
    photo = connection.execute(photos.select().where(photos.c.person == person)).first()
    picture = None if photo is None else bytes(photo.jpeg)
    return Belongings(Person(**found), tuple(rows.values()), picture)


@dataclass(slots=True)
class _Gathered(ABC):
    """An edit of all that hangs on people, gathered when it is written first."""

    _edit: JointEdit | None = field(default=None, init=False, repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write it; StaleError when a person of it was changed since it was read."""
        edit = self._edit or self._make(engine)
        changes = edit.forward(engine, actor)
        self._edit = edit
        return changes

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take it back, rows and photos included."""
        assert self._edit is not None
        return self._edit.backward(engine, actor)

    @abstractmethod
    def _make(self, engine: Engine) -> JointEdit:
        """Gather what is there now."""


@dataclass(slots=True)
class Removal(_Gathered):
    """Takes a person out of the base with all rows and the photo; can be taken back."""

    person: Person

    def _make(self, engine: Engine) -> JointEdit:
        found = of_person(engine, self.person.id)
        photo = found.picture
        pictures = () if photo is None else (Picture(self.person.id, photo, None),)
        return JointEdit((self.person, *found.rows), (), pictures, "删除干部", self.person.id)


@dataclass(slots=True)
class Merger(_Gathered):
    """Makes one person of two records of the same one; `right` goes, its rows move to `left`.

    `picks` as in `people.merging.merge`; the pick of `photo` chooses the photo.
    """

    left: Person
    right: Person
    picks: Mapping[str, Side]

    def _make(self, engine: Engine) -> JointEdit:
        left, right = of_person(engine, self.left.id), of_person(engine, self.right.id)
        rows = tuple({(type(e), e.id): e for e in (*left.rows, *right.rows)}.values())
        person, after = merge(self.left, self.right, rows, self.picks)
        photo = right.picture if self.picks.get("photo") == "right" else left.picture
        person = replace(person, has_photo=photo is not None)
        pictures = [Picture(self.left.id, left.picture, photo)] if photo != left.picture else []
        if right.picture is not None:
            pictures.append(Picture(self.right.id, right.picture, None))
        held, there = _lists(engine, self.right.id, self.left.id)
        before, now = (self.left, self.right, *rows, *held), (person, *after, *there)
        return JointEdit(before, now, tuple(pictures), "合并干部", self.left.id)


def _lists(engine: Engine, old: str, new: str) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Give the lists and shortlists that name a person, and the same with another in his place."""
    every: tuple[NamedSet | Basket, ...]
    every = (*load.every(engine, NamedSet), *load.every(engine, Basket))
    held = tuple(each for each in every if old in ids_of(each.people))
    return held, tuple(replace(each, people=replaced(each.people, old, new)) for each in held)
