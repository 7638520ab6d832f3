"""Cyclic garbage is looked for on the main thread alone, between two turns of its event loop.

Python looks for it in whichever thread happens to make an object, and readers make the most. What
is left of a page refers to itself in circles (a widget, its slots, its models), so it would end in
a reader while the main thread is inside of Qt: timers are stopped from a foreign thread, widgets
vanish while they are painted, and now and then the program falls over. So as long as there are
threads Python's own search is off and a timer does what it did.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

ROUND = 200  # ms between two looks at how much was made
YOUNG = 20_000  # containers made since the last search, net, that make the next one worth while
OLDER = 10  # searches among the young ones after which those that survived one are searched too

_making: list[None] = []  # one entry for each thread that makes many records at a stretch
_living: list["Collector"] = []


class Collector(QObject):
    """Searches on the thread it lives in (the main one) from its making until `close`.

    Frozen objects and old ones are walked over by `all_soon` only: every record of a city takes
    0.4 s in which the window stands still.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        _living.append(self)
        gc.disable()
        self._round = QTimer(self, interval=ROUND)
        self._round.timeout.connect(self._on_round)
        self._round.start()
        self._all = QTimer(self, singleShot=True, interval=50)  # widgets are deleted first
        self._all.timeout.connect(self._on_all)

    def close(self) -> None:
        """Leave the search to Python again. Call when no thread is left."""
        self._round.stop()
        self._all.stop()
        if self in _living:
            _living.remove(self)
        if not _living:
            gc.enable()

    def all_soon(self) -> None:
        """Search everything in the next turn: what was open is open no longer."""
        if self in _living:
            self._all.start()

    def _on_round(self) -> None:
        made, searched, _ = gc.get_count()
        if made >= YOUNG and not _making:
            gc.collect(1 if searched >= OLDER else 0)

    def _on_all(self) -> None:
        gc.unfreeze()
        gc.collect()


@contextmanager
def uncollected() -> Iterator[None]:
    """Make many records at a stretch, in any thread: none is garbage, so do not look for any."""
    automatic = gc.isenabled()
    gc.disable()
    _making.append(None)
    try:
        yield
    finally:
        # Else the next search would walk over every record at once, 0.1 s and more.
        gc.freeze()
        _making.pop()
        if automatic and not _living:
            gc.enable()
