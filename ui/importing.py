"""What speaks to the database through tables is brought by one thread, once; others wait for it.

A start does without it, so it used to be brought by whoever needed it first, often two readers in
the same moment. Python lets threads bring modules side by side, and where they would wait for each
other for ever it hands out modules that are half made: both readers failed.
"""

import threading
from importlib import import_module

MODULES = ("records", "photo", "audit", "scenario", "procedure", "imports", "texts", "backup")
# Jobs of the start: they go by the driver alone, and what is shown first waits for them. The one
# without a name keeps the survey for the next start.
EARLY = ("", "workspace", "survey", "warm", "home.overview", "palette", "palette.queries")

_lock = threading.Lock()
_there = threading.Event()


def bring_store() -> None:
    """Bring the store's tables and all they stand on, unless they are there."""
    if _there.is_set():
        return
    with _lock:
        for name in MODULES:
            import_module(f"leadership_model.store.{name}")
        _there.set()


def prepare(key: str) -> None:
    """Bring before a job what it may need; those of the start need nothing of it."""
    if key not in EARLY:
        bring_store()
