"""One kind of record as columns: rows as they were stored, columns worked out when asked for."""

import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import repeat
from operator import itemgetter
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from leadership_model.people.gaps import ABSENT, OPEN, UNKNOWN, names_of
from leadership_model.people.kept import note

# Notes of what is read of a table besides its columns: which rows there are, and everything.
LAID_OUT, ALL = "rows", "all"
Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Texts:
    """A column of texts with few values: codes into `table`, or UNKNOWN / ABSENT."""

    codes: Ints
    table: tuple[str, ...]

    def code(self, text: str) -> int:
        """Give the code of a text; -9, which equals no row, when no row holds it."""
        try:
            return self.table.index(text)
        except ValueError:
            return -9

    def at(self, row: int) -> str | None:
        """Give one row's text, None when unknown or 无."""
        code = int(self.codes[row])
        return self.table[code] if code >= 0 else None

    def mask(self, *wanted: str) -> Bools:
        """Mark the rows that hold one of these texts."""
        marks = np.zeros(len(self.table) + 2, dtype=np.bool_)  # the gaps -1 and -2 lie at the end
        marks[[at for at in map(self.code, wanted) if at >= 0]] = True
        found: Bools = marks[self.codes]
        return found

    def mapped(self, values: Mapping[str, int], default: int = UNKNOWN) -> Ints:
        """Translate each text into a number (a rank, say); gaps keep their codes."""
        lookup = np.array([values.get(text, default) for text in self.table] + [0, 0], np.int32)
        return np.where(self.codes >= 0, lookup[self.codes], self.codes).astype(np.int32)


@cache
def kinds_of(record: type) -> dict[str, str]:
    """Say for each field of a record what column it becomes: ref, code, text, number, flag, end."""
    hints = typing.get_type_hints(record, include_extras=True)
    return {
        each.name: getattr(hints[each.name], "__metadata__", ("plain",))[0]
        for each in fields(record)
    }


@dataclass(frozen=True, slots=True)
class Table:
    """All records of one kind, in order of `owner` (where there is one), then as they came.

    `rows` hold the stored values in the order of the record's fields. `starts[i]:starts[i + 1]`
    are the rows of owner i. `retired` are rows kept to be read: they stand in no column.
    """

    record_type: type
    rows: tuple[tuple[Any, ...], ...]
    positions: Mapping[str, int]
    references: Mapping[str, Mapping[str, int]]
    owner: str | None = None
    starts: Ints = field(default_factory=lambda: np.zeros(1, dtype=np.int32))
    retired: tuple[tuple[Any, ...], ...] = ()
    _cache: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        note((self.record_type, LAID_OUT))
        return len(self.rows)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids in row order."""
        return self.raw("id")

    def record(self, row: int) -> Any:  # noqa: ANN401 - one of the record types
        """Make the record of one row."""
        note((self.record_type, ALL))
        names = kinds_of(self.record_type)
        return self.record_type(**dict(zip(names, self.rows[row], strict=True)))

    def records(self) -> Iterator[Any]:
        """Make all records, in row order."""
        return (self.record(row) for row in range(len(self)))

    def of(self, owner: int) -> range:
        """Give the rows of one owner."""
        note((self.record_type, LAID_OUT))
        return range(int(self.starts[owner]), int(self.starts[owner + 1]))

    def raw(self, name: str) -> tuple[Any, ...]:
        """Give a column as stored."""
        return self._remember(f"raw {name}", lambda: self._raw(name))

    def texts(self, name: str) -> Texts:
        """Give a `code` (or text) column as codes."""
        return self._remember(f"texts {name}", lambda: self._texts(name))

    def ints(self, name: str) -> Ints:
        """Give a number, month, end, flag or reference column; gaps as UNKNOWN and ABSENT."""
        return self._remember(f"ints {name}", lambda: self._ints(name))

    def owners(self) -> Ints:
        """Give for each row the position of its owner."""
        if self.owner is None:
            raise ValueError(f"{self.record_type.__name__} has no owner")
        return self.ints(self.owner)

    def worked_out(self) -> dict[str, Any]:
        """Give the columns worked out so far, by the way of asking and the name."""
        return self._cache.copy()

    def says_the_same(self, other: "Table", asked: str) -> bool:
        """Say whether what was once asked of `other` (see `kept`) would be answered alike here."""
        if self is other:
            return True
        if asked == LAID_OUT:
            return self.positions is other.positions
        return asked in self._cache and self._cache[asked] is other._cache.get(asked)  # noqa: SLF001

    def _remember(self, key: str, make: Callable[[], T]) -> T:
        note((self.record_type, key))
        if key not in self._cache:
            self._cache[key] = make()
        return cast("T", self._cache[key])

    def _raw(self, name: str) -> tuple[Any, ...]:
        at = list(kinds_of(self.record_type)).index(name)
        return tuple(map(itemgetter(at), self.rows))

    def _absent(self, name: str) -> list[int]:
        if "absent" not in kinds_of(self.record_type):
            return []
        return self._remember("absent", self._all_absent).get(name, [])

    def _all_absent(self) -> dict[str, list[int]]:
        """Read once, for all fields, in which rows each is 无."""
        found: dict[str, list[int]] = {}
        for row, text in enumerate(self.raw("absent")):
            for name in names_of(text) if text else ():
                found.setdefault(name, []).append(row)
        return found

    def _texts(self, name: str) -> Texts:
        values = self.raw(name)
        known: dict[Any, int] = {None: UNKNOWN}
        for value in dict.fromkeys(values):
            if value is not None:
                known[value] = len(known) - 1
        codes = _numbers(map(known.__getitem__, values), len(values))
        codes[self._absent(name)] = ABSENT
        return Texts(codes, tuple(each for each in known if each is not None))

    def _ints(self, name: str) -> Ints:
        kind = kinds_of(self.record_type)[name]
        values = self.raw(name)
        if kind == "ref":
            found: dict[Any, int] = {None: UNKNOWN, **self.references[name]}
            column = _numbers(map(found.get, values, repeat(UNKNOWN)), len(values))
        else:
            gaps: dict[Any, int] = {None: OPEN if kind == "end" else UNKNOWN}
            filled: Iterable[int] = map(gaps.get, values, values) if None in values else values
            column = _numbers(filled, len(values))
        column[self._absent(name)] = ABSENT
        return column


def _numbers(values: Iterable[int], count: int) -> Ints:
    return np.fromiter(values, dtype=np.int32, count=count)


def build(
    record_type: type,
    rows: Sequence[tuple[Any, ...]],
    references: Mapping[str, Mapping[str, int]],
    owner: str | None = None,
    retired: Sequence[tuple[Any, ...]] = (),
) -> Table:
    """Make a table; with an owner the rows are put in the owners' order (stable)."""
    starts = np.zeros(1, dtype=np.int32)
    ordered = tuple(rows)
    if owner is not None:
        at = list(kinds_of(record_type)).index(owner)
        found = references[owner]
        keys = np.array([found.get(row[at], len(found)) for row in ordered], dtype=np.int64)
        order = np.argsort(keys, kind="stable")
        ordered = tuple(ordered[i] for i in order)
        starts = np.searchsorted(keys[order], np.arange(len(found) + 1)).astype(np.int32)
    positions = {row[0]: i for i, row in enumerate(ordered)}
    return Table(record_type, ordered, positions, references, owner, starts, tuple(retired))
