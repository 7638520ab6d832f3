"""The columns of a table of which a few rows were written anew, came or went.

Each equals the column a full reading works out: codes of texts count up in order of first
appearance.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from leadership_model.people.gaps import ABSENT, OPEN, UNKNOWN, names_of
from leadership_model.people.table import Ints, Table, Texts, kinds_of

Row = tuple[Any, ...]
FEW_ROWS = 24  # up to so many rows it is looked up whether one is the first to hold its text


@dataclass(frozen=True, slots=True)
class Change:
    """What changes in a table: `put` rows by their position now; `take`: where each row stood.

    `take` None: all stay where they are. `gone`: the rows of before that are no more. `runs`:
    stretches (first, end) of rows of before in their order now; -1 for one new row.
    """

    table: Table
    put: Mapping[int, Row]
    take: Ints | None
    gone: Sequence[int] = ()
    runs: Sequence[tuple[int, int]] = ()

    def columns(self) -> Iterator[tuple[str, Any]]:
        """Give the columns that are known or easily made; others are worked out when asked for."""
        names = list(kinds_of(self.table.record_type))
        for key, column in self.table.worked_out().items():
            way, _, name = key.partition(" ")
            at = names.index(name) if name else names.index("absent")
            if self._alike(at, names):
                yield key, column
            elif way == "texts":
                found = self._texts(column, at, self._absent(name, names))
                if found is not None:
                    yield key, found
            elif way == "ints":
                yield key, self._ints(column, name, at, self._absent(name, names))
            elif way == "raw" and self.take is None:
                values = list(column)
                for row, stored in self.put.items():
                    values[row] = stored[at]
                yield key, tuple(values)

    def _alike(self, at: int, names: list[str]) -> bool:
        """Say whether the rows, all in their places, say the same in a column, 无 included."""
        if self.take is not None:
            return False
        old = self.table.rows
        if any(old[row][at] != stored[at] for row, stored in self.put.items()):
            return False
        gap = names.index("absent") if "absent" in names else at
        if gap == at:
            return True
        sides = ((old[row][gap] or "", stored[gap] or "") for row, stored in self.put.items())
        return not any((names[at] in names_of(a)) != (names[at] in names_of(b)) for a, b in sides)

    def _absent(self, name: str, names: list[str]) -> frozenset[int]:
        """Give the written rows that say 无."""
        if "absent" not in names:
            return frozenset()
        at = names.index("absent")
        return frozenset(r for r, row in self.put.items() if name in names_of(row[at] or ""))

    def _before(self, codes: Ints) -> Ints:
        """Bring a column into the order of now; new rows hold nothing yet."""
        if self.take is None:
            return codes.copy()
        if not len(codes):  # the first rows of a table
            return np.full(len(self.take), UNKNOWN, dtype=np.int32)
        blank = np.full(1, UNKNOWN, dtype=np.int32)
        pieces = [codes[first:last] if first >= 0 else blank for first, last in self.runs]
        return np.concatenate([blank[:0], *pieces], dtype=np.int32)

    def _ints(self, column: Ints, name: str, at: int, absent: frozenset[int]) -> Ints:
        found, kind = self._before(column), kinds_of(self.table.record_type)[name]
        for row, stored in self.put.items():
            value = stored[at]
            if row in absent:
                value = ABSENT
            elif kind == "ref":
                value = self.table.references[name].get(value, UNKNOWN)
            elif value is None:
                value = OPEN if kind == "end" else UNKNOWN
            found[row] = value
        return found

    def _texts(self, column: Texts, at: int, absent: frozenset[int]) -> Texts | None:
        """Write codes anew; None where a text stands in a row that says 无 as well."""
        renamed = self._renamed(column, at, absent)
        if renamed is not None:
            return renamed
        codes, table = self._before(column.codes), list(column.table)
        known: dict[Any, int] = {}
        for row, stored in self.put.items():
            value = stored[at]
            if value is None or row in absent:
                if value is not None:
                    return None
                codes[row] = ABSENT if row in absent else UNKNOWN
                continue
            if value not in known:
                known[value] = column.code(value)
                if known[value] < 0:
                    known[value] = len(table)
                    table.append(value)
            codes[row] = known[value]
        if len(table) == len(column.table) and self._same_order(codes, column.codes):
            return Texts(codes, column.table)
        return _in_order(codes, table, column)

    def _renamed(self, column: Texts, at: int, absent: frozenset[int]) -> Texts | None:
        """Where rows alone held their texts and hold new ones now, only the texts are others."""
        if self.take is not None or absent or len(self.put) > FEW_ROWS:
            return None
        table, fresh = list(column.table), set[str]()
        for row, stored in self.put.items():
            code, value = int(column.codes[row]), stored[at]
            if code >= 0 and value == table[code]:
                continue
            if code < 0 or value is None or value in fresh or column.code(value) >= 0:
                return None
            if np.count_nonzero(column.codes == code) > 1:
                return None
            table[code] = value
            fresh.add(value)
        return Texts(column.codes, tuple(table))

    def _same_order(self, codes: Ints, before: Ints) -> bool:
        """Say whether each text is surely still met first where it was met first before.

        True only where no row that came, went or changed is or was the first to hold its text.
        """
        left = [*self.gone, *(self._stood(row) for row in self.put)]
        if len(self.put) + len(left) > FEW_ROWS:
            return False
        sides = ((before, (row for row in left if row >= 0)), (codes, self.put))
        return not any(
            side[row] >= 0 and int(np.argmax(side == side[row])) == row
            for side, rows in sides
            for row in rows
        )

    def _stood(self, row: int) -> int:
        """Give where a row stood before, negative for a new one."""
        return row if self.take is None else int(self.take[row])


def _in_order(codes: Ints, table: list[str], before: Texts) -> Texts | None:
    """Number the texts in order of first appearance; None where the former ones were not."""
    shown = np.flatnonzero(codes >= 0)[::-1]
    first = np.full(len(table), len(codes), dtype=np.int64)
    first[codes[shown]] = shown  # the last assignment stays: the first row that holds it
    used = first < len(codes)
    if not np.bincount(before.codes[before.codes >= 0], minlength=len(before.table)).all():
        return None  # a text no row shows: its place cannot be told
    order = np.argsort(first, kind="stable")[: int(used.sum())]
    if len(order) == len(table) and np.array_equal(order, np.arange(len(table))):
        same = len(table) == len(before.table)
        return Texts(codes, before.table if same else tuple(table))
    lookup = np.zeros(len(table) + 2, dtype=np.int32)
    lookup[order] = np.arange(len(order), dtype=np.int32)
    lookup[[UNKNOWN, ABSENT]] = UNKNOWN, ABSENT
    return Texts(lookup[codes], tuple(map(table.__getitem__, order.tolist())))
