"""Values worked out once, each with the columns it was worked out from.

After a few rows were written a value stands as long as none of its columns is another one. What
depends on what is thus noted while it is worked out, by the tables themselves, and said nowhere.
A value that says something of each person ages instead of being lost: what it says of the people
touched is worked out again when it is asked for, and laid over what it says of all others.
"""

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")
Read = tuple[type, str]  # record type of a table, and what was asked of it
People = frozenset[int]
NOBODY: People = frozenset()
Stands = Callable[[Hashable, Any, frozenset[Read]], bool]

_here = threading.local()


def note(read: Read) -> None:
    """Say that a column is being read, to whoever is working something out in this thread."""
    noting = getattr(_here, "noting", None)
    if noting is not None:
        noting.add(read)


class Kept:
    """Values by key. May be asked by several threads; of two that work out the same one counts.

    With `behind`, values that read nothing but what the two have in `common` are shared with it.
    """

    __slots__ = ("_aged", "_behind", "_common", "_found")

    def __init__(self, behind: "Kept | None" = None, common: frozenset[type] = frozenset()) -> None:
        self._behind, self._common = behind, common
        self._found: dict[Hashable, tuple[Any, frozenset[Read]]] = {}
        self._aged: dict[Hashable, tuple[Any, frozenset[Read], People]] = {}

    def get(
        self,
        key: Hashable,
        make: Callable[[], T],
        mend: Callable[[T, People], T | None] | None = None,
    ) -> T:
        """Give the value of a key, worked out where it is not known yet.

        `mend` is handed a value that has aged with the people it does not speak of any more, and
        gives it as it is now; None where that cannot be done.
        """
        found = self._found.get(key) or self._lent(key)
        noting: set[Read] | None = getattr(_here, "noting", None)
        if found is None:
            _here.noting = reads = set[Read]()
            try:
                value = self._mended(key, mend, reads) if key in self._aged else None
                found = (make() if value is None else value, frozenset(reads))
            finally:
                _here.noting = noting
            self._found[key] = found
            self._aged.pop(key, None)
            self._lend(key)
        if noting is not None:
            noting |= found[1]
        return cast(T, found[0])

    @property
    def has_aged(self) -> bool:
        """Say whether anything is not right for everybody."""
        return bool(self._aged)

    def of_others(self, key: Hashable, people: People) -> object | None:
        """Give a value that has aged where it still is right for these people; else None."""
        aged = self._aged.get(key)
        if aged is None or key in self._found or not people.isdisjoint(aged[2]):
            return None
        noting: set[Read] | None = getattr(_here, "noting", None)
        if noting is not None:
            noting |= aged[1]
        value: object = aged[0]
        return value

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._found

    def those(self, stands: Stands, ages: Stands | None = None, people: People = NOBODY) -> "Kept":
        """Take over the values, by key, value and columns read, that still stand.

        Of the others those that `ages` names are kept as right for all but `people`; an aged one
        that stands stays as aged as it was.
        """
        taken = Kept()
        for key, (value, reads) in self._found.copy().items():
            if stands(key, value, reads):
                taken._found[key] = value, reads
            elif ages is not None and ages(key, value, reads):
                taken._aged[key] = value, reads, people
        for key, (value, reads, before) in self._aged.copy().items():
            if stands(key, value, reads):
                taken._aged.setdefault(key, (value, reads, before))
            elif ages is not None and ages(key, value, reads):
                taken._aged.setdefault(key, (value, reads, before | people))
        return taken

    def _lent(self, key: Hashable) -> tuple[Any, frozenset[Read]] | None:
        """Give what the one behind knows, where it would be the same here."""
        found = None if self._behind is None else self._behind._found.get(key)  # noqa: SLF001
        return found if found is not None and self._is_common(found[1]) else None

    def _lend(self, key: Hashable) -> None:
        if self._behind is not None and self._is_common(self._found[key][1]):
            self._behind._found.setdefault(key, self._found[key])  # noqa: SLF001

    def _is_common(self, reads: frozenset[Read]) -> bool:
        return bool(reads) and all(kind in self._common for kind, _ in reads)

    def _mended(
        self, key: Hashable, mend: Callable[[T, People], T | None] | None, reads: set[Read]
    ) -> T | None:
        aged = self._aged.get(key)
        if mend is None or aged is None:
            return None
        value = mend(aged[0], aged[2])
        if value is None:
            reads.clear()
        else:
            reads |= aged[1]
        return value
