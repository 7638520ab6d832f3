"""Edits of one seated person, one after another: what the bench writes and times."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.tenure import Tenure
from leadership_model.store import records

KINDS = ("person", "career line", "career line added", "career line deleted", "tenure", "post")
SEAT = 40  # of the seats held in order, the one whose holder is edited
R = TypeVar("R", Person, CareerEntry, Tenure, Post)
NUMERALS = "一二三四五六七八九"


class Editor:
    """Knows whom to edit; each edit differs from the one before."""

    def __init__(self, world: World) -> None:
        snapshot, seat = world.snapshot, int(np.flatnonzero(world.seating.holder >= 0)[SEAT])
        at = int(world.seating.holder[seat])
        careers = snapshot["career_entry"]
        self.person = snapshot.people.ids[at]
        self.line = careers.ids[careers.of(at)[1]]
        self.tenure = snapshot["tenure"].ids[int(world.seating.tenure[seat])]
        self.post = snapshot.posts.ids[seat]
        self.added: list[str] = []

    def edit(self, kind: str, number: int, done: Callable[[], None]) -> Callable[..., Any]:
        """Give the write of an edit; it says when it has committed."""
        return _Write(self, kind, number, done).write

    def new_id(self) -> str:
        """Name one more career line."""
        self.added.append(f"bench-{len(self.added):08d}")
        return self.added[-1]


@dataclass(frozen=True)
class _Write:
    editor: Editor
    kind: str
    number: int
    done: Callable[[], None]

    def write(self, engine: Any, actor: Any) -> Any:
        """Write the edit."""
        put, drop = self._records(engine)
        changes = records.save_many(engine, actor, put, drop)
        self.done()
        return changes

    def _records(self, engine: Any) -> tuple[list[Any], list[Any]]:
        """Give the records to be stored and those to be deleted."""
        one = self.editor
        moved = -1 if self.number % 2 else 1
        match self.kind:
            case "person":
                name = f"改名{NUMERALS[self.number]}"
                now = _of(engine, Person, one.person)
                return [replace(now, name=name, birth=12 * 1970 + self.number)], []
            case "career line":
                line = _of(engine, CareerEntry, one.line)
                return [
                    replace(line, start=(line.start or 0) + moved, text=f"副局长{self.number}")
                ], []
            case "career line added":
                line = _of(engine, CareerEntry, one.line)
                return [replace(line, id=one.new_id(), line=40 + self.number)], []
            case "career line deleted":
                return [], [_of(engine, CareerEntry, one.added.pop())]
            case "tenure":
                tenure = _of(engine, Tenure, one.tenure)
                return [replace(tenure, start=(tenure.start or 0) + moved)], []
            case _:
                post = _of(engine, Post, one.post)
                return [replace(post, name=f"岗位{NUMERALS[self.number]}")], []


def _of(engine: Any, kind: type[R], key: str) -> R:
    found = records.get(engine, kind, key)
    assert found is not None
    return found
