"""Values worked out once, each with the columns it was worked out from.

After a few rows were written a value stands as long as none of its columns is another one. What
depends on what is thus noted while it is worked out, by the tables themselves, and said nowhere.
"""

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")
Read = tuple[type, str]  # record type of a table, and what was asked of it

_here = threading.local()


def note(read: Read) -> None:
    """Say that a column is being read, to whoever is working something out in this thread."""
    noting = getattr(_here, "noting", None)
    if noting is not None:
        noting.add(read)


class Kept:
    """Values by key. May be asked by several threads; of two that work out the same one counts."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: dict[Hashable, tuple[Any, frozenset[Read]]] = {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give the value of a key, worked out where it is not known yet."""
        found = self._found.get(key)
        noting: set[Read] | None = getattr(_here, "noting", None)
        if found is None:
            _here.noting = reads = set[Read]()
            try:
                found = (make(), frozenset(reads))
            finally:
                _here.noting = noting
            self._found[key] = found
        if noting is not None:
            noting |= found[1]
        return cast(T, found[0])

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._found

    def those(self, stands: Callable[[Hashable, Any, frozenset[Read]], bool]) -> "Kept":
        """Take over the values, by key, value and columns read, that still stand."""
        taken = Kept()
        taken._found = {key: each for key, each in self._found.copy().items() if stands(key, *each)}
        return taken
