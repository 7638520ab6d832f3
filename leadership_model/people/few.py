"""A few people of a snapshot with all that hangs on them; units, teams and posts stay whole.

What is worked out of it says of these people what the whole snapshot says: texts keep the codes
they have there, seats keep their places, and whoever is not among the few is somebody outside.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.kept import Kept
from leadership_model.people.places import Places
from leadership_model.people.seating import OUTSIDER, Seating
from leadership_model.people.snapshot import LAYOUT, Snapshot
from leadership_model.people.table import Bools, Ints, Table, Texts

# Kinds of records no row of which speaks of a person: these tables stay whole.
WHOLE = frozenset(
    record
    for name, (record, _, references) in LAYOUT.items()
    if name != "person" and "person" not in references.values()
)


@dataclass(frozen=True, slots=True)
class Few:
    """Some people by position, ascending, and the snapshot of them alone."""

    people: Ints
    snapshot: Snapshot

    def seating(self, whole: Seating) -> Seating:
        """See the same seats; who is not among the few counts as somebody outside."""
        tenure = self.snapshot["tenure"]
        if not isinstance(tenure, _Portion):
            raise TypeError("the tenures of a few people are a portion of all")
        row = np.full(len(tenure.whole) + 1, -1, dtype=np.int32)
        row[tenure.take] = np.arange(len(tenure.take), dtype=np.int32)
        places = tenure.places
        others = (whole.holder >= 0) & (places[whole.holder] < 0)
        held = np.where(whole.holder >= 0, places[whole.holder], whole.holder)
        return replace(
            whole,
            snapshot=self.snapshot,
            holder=np.where(others, OUTSIDER, held).astype(np.int32),
            tenure=row[whole.tenure],
            attached=tuple(int(row[each]) for each in whole.attached if row[each] >= 0),
            _kept=Kept(),
        )


def few(snapshot: Snapshot, people: Ints) -> Few:
    """Look at some people alone. Tables are cut when they are asked for."""
    chosen = np.unique(people).astype(np.int32)
    # Two places more: looked up by UNKNOWN and ABSENT, which count from the end.
    places = np.full(len(snapshot.people) + 2, UNKNOWN, dtype=np.int32)
    places[chosen] = np.arange(len(chosen), dtype=np.int32)
    tables = _Tables(snapshot.tables, chosen, places)
    kept = snapshot.behind(WHOLE)
    return Few(chosen, Snapshot(tables, snapshot.settings, snapshot.number, _kept=kept))


class _Tables(Mapping[str, Table]):
    """The tables of a few people, each cut when it is asked for."""

    __slots__ = ("_found", "_people", "_places", "_whole")

    def __init__(self, whole: Mapping[str, Table], people: Ints, places: Ints) -> None:
        self._whole, self._people, self._places = whole, people, places
        self._found: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Table:
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._cut(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)

    def _cut(self, name: str) -> Table:
        table, (_, owner, references) = self._whole[name], LAYOUT[name]
        if name == "person":
            return _portion(table, self._people, self._places)
        if owner == "person":
            first, last = table.starts[self._people], table.starts[self._people + 1]
            take = np.concatenate(
                [np.zeros(0, np.int32), *map(np.arange, first.tolist(), last.tolist())]
            )
            starts = np.concatenate([[0], np.cumsum(last - first)]).astype(np.int32)
            return _portion(table, take.astype(np.int32), self._places, starts)
        if "person" in references.values():
            inside = self._mine(table, references)
            return _portion(table, np.flatnonzero(inside).astype(np.int32), self._places)
        return table

    def _mine(self, table: Table, references: Mapping[str, str]) -> Bools:
        """Mark the rows that speak of one of the few."""
        mine = np.zeros(len(table), dtype=np.bool_)
        for each, target in references.items():
            if target == "person":
                mine |= self._places[table.ints(each)] >= 0
        return mine


@dataclass(frozen=True, slots=True)
class _Portion(Table):
    """Some rows of a table; what refers to people refers to the few."""

    whole: Table = None  # type: ignore[assignment]  # fields before it have defaults
    take: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    places: Ints = field(default_factory=lambda: np.zeros(2, dtype=np.int32))

    def _texts(self, name: str) -> Texts:
        found = self.whole.texts(name)
        return Texts(found.codes[self.take], found.table)

    def _ints(self, name: str) -> Ints:
        found = self.whole.ints(name)[self.take]
        kind = next(key for key, each in LAYOUT.items() if each[0] is self.record_type)
        of_people = LAYOUT[kind][2].get(name) == "person"
        return self.places[found] if of_people else found


def _portion(table: Table, take: Ints, places: Ints, starts: Ints | None = None) -> _Portion:
    rows: tuple[tuple[Any, ...], ...] = tuple(table.rows[row] for row in take.tolist())
    return _Portion(
        table.record_type,
        rows,
        Places(rows),
        table.references,
        table.owner,
        table.starts if starts is None else starts,
        whole=table,
        take=take,
        places=places,
    )
