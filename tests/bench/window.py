"""The rows of the window: starting, tables, pages, the board, memory. Offscreen, default city."""

import functools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.domain import City, once_ms, same
from tests.bench.edits import KINDS
from tests.bench.table import Row, median_ms

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
STARTS = 5
TYPED = ("李", "李 局", "副", "县委", "王")


@functools.cache
def _compiled() -> tempfile.TemporaryDirectory[str]:
    """Give a place for compiled modules, removed at the end."""
    return tempfile.TemporaryDirectory()


def child(kind: str, db: Path) -> dict[str, Any]:
    """Run the program in a process of its own with a home of its own.

    Its modules are compiled once, as at whoever uses it, also where the environment forbids Python
    to write them beside the sources.
    """
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "LEADERSHIP_MODEL_HOME": home, "PYTHONPYCACHEPREFIX": _compiled().name}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        since = time.monotonic()
        command = [sys.executable, "-m", "tests.bench.child", kind, str(db), "--since", str(since)]
        ran = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, check=False
        )
    if ran.returncode:
        raise SystemExit(f"the program failed:\n{ran.stderr}")
    return json.loads(ran.stdout)


@functools.cache
def starts(path: Path) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """Start on a database never opened before, and once more; several times.

    The start that compiles the modules is not counted.
    """
    first, second = [], []
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "compiled.db"
        shutil.copy(path, copy)
        child("start", copy)
        for number in range(STARTS):
            copy = Path(place) / f"{number}.db"
            shutil.copy(path, copy)
            first.append(child("start", copy))
            second.append(child("start", copy))
            copy.unlink()
    return first, second


def _median(runs: list[dict[str, float]], name: str) -> float:
    return statistics.median(run[name] for run in runs) / 1000


def window_shown(city: City) -> Row:
    both = [run for runs in starts(city.path) for run in runs]
    return Row("start to window", city.size, _median(both, "window"), "s", "", None, 0.6)


def data_usable(city: City) -> Row:
    first, _ = starts(city.path)
    size = f"{city.size}, all teams assessed after {_median(first, 'assessed'):.2f} s"
    return Row("start to data usable", size, _median(first, "usable"), "s", "", None, 2.0)


def data_usable_again(city: City) -> Row:
    _, second = starts(city.path)
    size = f"{city.size}, all teams assessed after {_median(second, 'assessed'):.2f} s"
    return Row("the second time", size, _median(second, "usable"), "s", "", None, 1.0)


@functools.cache
def application() -> Any:
    """Make the application, unless a row before has made it."""
    from PySide6.QtWidgets import QApplication

    from ui import app

    return QApplication.instance() or app.start(sys.argv[:1])


class Tables:
    """Our table of all people, and the peer over the same texts."""

    def __init__(self, city: City) -> None:
        from tests.bench.peers import proxy_table
        from ui import fonts, theme
        from ui.pages.query import columns, roll
        from ui.pages.query.shades import Marks
        from ui.settings import Settings
        from ui.tables.view import TableView

        theme.apply(application(), theme.Look(family=fonts.family()))
        made = roll.make(city.world)
        self.columns = columns.people_columns(made, Marks())
        self.ids = city.world.person_ids
        self.view = TableView(Settings(), "bench.people")
        self.view.resize(1400, 760)
        self.view.show_rows(self.columns, range(len(self.ids)), self.ids)
        self.view.show()
        application().processEvents()
        searched = [self.view.rows.texts(each.id) for each in self.columns if each.search]
        births = np.where(made.birth < 0, 10**9, made.birth).tolist()
        self.peer_table = proxy_table.Table(list(zip(*searched, strict=True)), births)
        self.peer = proxy_table.proxy(self.peer_table)

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()
        application().sendPostedEvents(None, 0)


def scrolling(city: City) -> Row:
    tables = Tables(city)
    bar = tables.view.verticalScrollBar()

    def steps(rows: int) -> list[float]:
        taken = []
        for step in range(100):
            begun = time.perf_counter()
            bar.setValue(step * rows % bar.maximum())
            application().processEvents()
            taken.append((time.perf_counter() - begun) * 1000)
        return taken

    notch, page = steps(3), steps(bar.pageStep())
    tables.close()
    size = f"{city.size}, 3 rows; a whole page {statistics.median(page):.1f} ms"
    return Row("scroll step", size, statistics.median(notch), "ms", "", None, 16.0)


def sorting(city: City) -> Row:
    from PySide6.QtCore import Qt

    from tests.bench.peers import proxy_table

    tables = Tables(city)
    at = {"down": False}

    def ours() -> None:
        at["down"] = not at["down"]
        tables.view.sort_by((("birth", at["down"]),))
        tables.view.viewport().repaint()

    mine = median_ms(ours)
    tables.view.sort_by((("birth", False),))
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)

    def peer() -> None:
        at["down"] = not at["down"]
        tables.peer.sort(0, orders[at["down"]])

    other = median_ms(peer, 3)
    tables.peer.sort(-1)  # else it keeps equal rows in the order they were in
    tables.peer.sort(0, orders[0])
    same(tables.view.rows.shown.tolist(), proxy_table.shown(tables.peer))
    tables.view.rows._ranks.clear()  # as if sorted for the first time
    begun = time.perf_counter()
    tables.view.sort_by((("name", False),))
    size = f"{city.size}, first by name {(time.perf_counter() - begun) * 1000:.0f} ms"
    tables.close()
    return Row("sort", size, mine, "ms", "proxy_table.py", other, 100.0)


def filtering(city: City) -> Row:
    from tests.bench.peers import proxy_table

    tables = Tables(city)

    def ours() -> None:
        for typed in TYPED:
            tables.view.filter_text(typed)
            tables.view.viewport().repaint()

    mine = median_ms(ours) / len(TYPED)

    def peer() -> None:
        for typed in TYPED:
            tables.peer.setFilterFixedString(typed.split()[0])

    other = median_ms(peer, 3) / len(TYPED)
    for typed in ("李", "县委", "王"):
        tables.view.filter_text(typed)
        tables.peer.setFilterFixedString(typed)
        same(sorted(tables.view.rows.shown.tolist()), sorted(proxy_table.shown(tables.peer)))
    tables.close()
    return Row("filter while typing", city.size, mine, "ms", "proxy_table.py", other, 50.0)


def copying(city: City) -> Row:
    from PySide6.QtCore import QEventLoop

    tables = Tables(city)
    tables.view.selectAll()
    loop = QEventLoop()
    copied: list[int] = []
    tables.view.copied.connect(copied.append)
    begun = time.perf_counter()
    held = [once_ms(tables.view.copy)]
    while not copied:
        held.append(once_ms(lambda: loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)))
    size = f"{copied[0]} rows in {time.perf_counter() - begun:.1f} s"
    application().clipboard().clear()
    tables.close()
    return Row("copy all rows, longest hold", size, max(held), "ms", "", None, 50.0)


@functools.cache
def visits(path: Path) -> list[dict[str, Any]]:
    """Visit every page in three processes."""
    return [child("pages", path) for _ in range(3)]


def opening_pages(city: City) -> Row:
    runs = visits(city.path)
    medians = {
        name: statistics.median(run["pages"][name] for run in runs) for name in runs[0]["pages"]
    }
    worst = max(medians, key=medians.__getitem__)
    size = ", ".join(f"{name} {taken:.0f}" for name, taken in medians.items())
    return Row("open a page (worst)", size, medians[worst], "ms", "", None, 200.0)


def dropping(city: City) -> Row:
    taken = [each for run in visits(city.path) for each in run["drops"]]
    size = f"{len(taken)} drops, worst {max(taken):.0f} ms"
    return Row("drop to repainted board", size, statistics.median(taken), "ms", "", None, 50.0)


@functools.cache
def edited(path: Path) -> dict[str, Any]:
    """Edit one seated person in every way on each page that shows people."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "city.db"
        shutil.copy(path, copy)
        run = child("edits", copy)
    same(run["same"], True)
    return run


def _editing(kind: str, title: str) -> Callable[[City], Row]:
    """Make the row of one kind of edit, beside reading and judging all anew."""

    def editing(city: City) -> Row:
        run = edited(city.path)
        medians = {name: statistics.median(taken) for name, taken in run["edits"][kind].items()}
        worst = max(medians, key=medians.__getitem__)
        size = ", ".join(f"{name} {taken:.0f}" for name, taken in medians.items())
        full = statistics.median(run["full"])
        name = f"{title}, refreshed screen (worst)"
        return Row(name, size, medians[worst], "ms", "full reading, all judged", full, 30.0)

    return editing


def memory(city: City) -> Row:
    peak = statistics.median(run["peak"] for run in visits(city.path))
    return Row("memory, all pages seen", city.size, peak, "MB", "", None, 500.0)


ROWS = (
    window_shown,
    data_usable,
    data_usable_again,
    scrolling,
    sorting,
    filtering,
    copying,
    opening_pages,
    dropping,
    *(
        _editing(kind, f"one {kind}" if kind[-2:] == "ed" else f"one {kind} changed")
        for kind in KINDS
    ),
    memory,
)
