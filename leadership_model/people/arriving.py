"""Tables that are still being read: whoever asks for one that is not there yet waits for it."""

import threading
from collections.abc import Iterator, Mapping

from leadership_model.errors import UserError
from leadership_model.people.table import Table


class Arriving(Mapping[str, Table]):
    """A mapping of tables with some to come. Who reads them calls `fill`, and `end` in any case.

    Never changed for those who look at it: a table is there, or one waits until it is. Goes to
    other processes as a plain dictionary.
    """

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = dict(tables)
        self._complete = threading.Event()
        self._broken = False

    def fill(self, tables: Mapping[str, Table]) -> None:
        """Put all the other tables in place."""
        self._tables = {**self._tables, **tables}
        self._complete.set()

    def end(self) -> None:
        """Say that no more tables will come; without `fill` before, the reading broke off."""
        self._broken = not self._complete.is_set()
        self._complete.set()

    def __getitem__(self, name: str) -> Table:
        found = self._tables.get(name)
        return self._all()[name] if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __reduce__(self) -> tuple[type, tuple[dict[str, Table]]]:
        return dict, (dict(self._all()),)

    def _all(self) -> Mapping[str, Table]:
        self._complete.wait()
        if self._broken:
            raise UserError("干部库没有读完，请重新打开")
        return self._tables
