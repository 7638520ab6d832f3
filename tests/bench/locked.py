"""A base under a passphrase beside the same base in clear; what is read is checked equal."""

import shutil
import tempfile
from pathlib import Path

from leadership_model.store import cipher, load, passphrase
from leadership_model.store import engine as stores
from tests.bench.domain import ACTOR, City, same
from tests.bench.table import Row, median_ms

SECRET = "春江潮水连海平，海上明月共潮生"
OPENING, LOADING = 150.0, 1.4  # ms more than in clear; times as long as in clear


def locked(city: City, folder: Path) -> Path:
    """Copy the city and put it under a passphrase."""
    path = Path(shutil.copy(city.path, folder / "locked.db"))
    passphrase.change(path, ACTOR, SECRET)
    return path


def locked_opening(city: City) -> Row:
    """What the passphrase costs at the start: the key is made of it, and the first page read."""
    with tempfile.TemporaryDirectory() as folder:
        path = locked(city, Path(folder))

        def open_locked() -> None:
            cipher.forget(path)
            cipher.unlock(path, SECRET)
            stores.open(path, ACTOR).dispose()

        ours = median_ms(open_locked)
        clear = median_ms(lambda: stores.open(city.path, ACTOR).dispose())
    size = f"{city.size}; in clear {clear:.0f} ms"
    return Row(
        "open under a passphrase, more than in clear", size, ours - clear, "ms", "", None, OPENING
    )


def locked_loading(city: City) -> Row:
    """What it costs to read everything through the cipher."""
    with tempfile.TemporaryDirectory() as folder:
        path = locked(city, Path(folder))
        engine, plain = stores.open(path, ACTOR), stores.open(city.path, ACTOR)
        same(load.snapshot(engine).people.rows, load.snapshot(plain).people.rows)
        ours = median_ms(lambda: load.snapshot(engine), 5)
        clear = median_ms(lambda: load.snapshot(plain), 5)
        engine.dispose()
        plain.dispose()
    return Row(
        "load under a passphrase",
        city.size,
        ours,
        "ms",
        "the same in clear",
        clear,
        clear * LOADING,
    )


ROWS = (locked_opening, locked_loading)
