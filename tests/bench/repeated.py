"""A base many times as large as a city, made by repeating the city: the columns, not the rows."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from leadership_model.people.places import Places
from leadership_model.people.snapshot import LAYOUT, Snapshot
from leadership_model.people.table import Ints, Table, Texts, kinds_of


@dataclass(frozen=True, slots=True)
class Repeated(Table):
    """A table laid behind itself some times; what it refers to is repeated likewise."""

    once: Table = None  # type: ignore[assignment]  # fields before it have defaults
    times: int = 1
    lengths: tuple[tuple[str, int], ...] = ()  # reference field -> rows of the table it names

    def _raw(self, name: str) -> tuple[Any, ...]:
        found = self.once.raw(name)
        if name != "id":
            return found * self.times
        return tuple(f"{at:02d}-{id}" for at in range(self.times) for id in found)

    def _texts(self, name: str) -> Texts:
        found = self.once.texts(name)
        return Texts(np.tile(found.codes, self.times), found.table)

    def _ints(self, name: str) -> Ints:
        found = np.tile(self.once.ints(name), self.times)
        if kinds_of(self.record_type)[name] == "ref":
            length = dict(self.lengths)[name]
            further = np.repeat(np.arange(self.times, dtype=np.int32) * length, len(self.once.rows))
            found = np.where(found >= 0, found + further, found).astype(np.int32)
        return found


def repeated(snapshot: Snapshot, times: int) -> Snapshot:
    """Repeat a snapshot: people, their rows, teams and posts, each as often."""
    tables: dict[str, Table] = {}
    for name, (record, owner, references) in LAYOUT.items():
        once = snapshot[name]
        rows = once.rows * times
        ends = np.arange(times, dtype=np.int64).repeat(len(once.starts) - 1) * len(once.rows)
        starts = np.append(np.tile(once.starts[:-1], times) + ends, len(rows)).astype(np.int32)
        lengths = tuple((field, len(snapshot[target])) for field, target in references.items())
        tables[name] = Repeated(
            record, rows, Places(rows), once.references, owner, starts,
            once=once, times=times, lengths=lengths,
        )  # fmt: skip
    return Snapshot(tables, snapshot.settings, snapshot.number)
