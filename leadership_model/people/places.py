"""Where the rows of a table stand, by id."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from leadership_model.people.table import Ints

Row = tuple[Any, ...]


class Places(Mapping[str, int]):
    """The position of each id, laid out when somebody asks: few tables are asked."""

    __slots__ = ("_found", "_rows")

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._found: dict[str, int] = {}

    def __getitem__(self, key: str) -> int:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._rows)

    def _all(self) -> dict[str, int]:
        if not self._found:
            self._found = {row[0]: at for at, row in enumerate(self._rows)}
        return self._found


class MovedPlaces(Mapping[str, int]):
    """The positions after a few rows came or went: those of before, and where each is now."""

    __slots__ = ("_before", "_fresh", "_now", "_rows")

    def __init__(
        self, rows: tuple[Row, ...], before: Mapping[str, int], now: Ints, fresh: dict[str, int]
    ) -> None:
        """Take over `before`: `now` says of each position there where it is, `fresh` who came."""
        self._rows, self._before, self._now, self._fresh = rows, before, now, fresh

    def __getitem__(self, key: str) -> int:
        at = self._fresh.get(key)
        if at is None:
            at = int(self._now[self._before[key]])
            if at < 0:
                raise KeyError(key)
        return at

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def moved(self, rows: tuple[Row, ...], now: Ints, fresh: dict[str, int]) -> "MovedPlaces":
        """Give the positions after other rows came or went."""
        stay = {key: int(now[at]) for key, at in self._fresh.items() if now[at] >= 0}
        return MovedPlaces(rows, self._before, now[self._now], stay | fresh)


def moved(before: Mapping[str, int], rows: tuple[Row, ...], take: Ints) -> MovedPlaces:
    """Give the positions of rows of which `take` says where they stood (negative: nowhere)."""
    now = np.full(len(before) + 1, -1, dtype=np.int32)  # the last one: gone before
    stays = np.flatnonzero(take >= 0)
    now[take[stays]] = stays
    fresh = {rows[at][0]: at for at in np.flatnonzero(take < 0).tolist()}
    if isinstance(before, MovedPlaces):
        return before.moved(rows, now, fresh)
    return MovedPlaces(rows, before, now, fresh)
