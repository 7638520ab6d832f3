"""The program in a process of its own, measured from inside: `python -m tests.bench.child KIND DB`.

Prints one JSON document. `start`: milliseconds from the parent's moment (--since, a monotonic
clock) until the window was painted, until the records could be used and until every team was
assessed. `pages`: until each page is painted the first time, the most memory used after all of
them, and until the board is painted again after a drop. `edits`: from the commit of one changed
person, career line, tenure or post until the visible page is painted again, page by page, beside a
full reading.
"""

import argparse
import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui import app, registry
from ui.preview import settle
from ui.scripted import ScriptedAsker
from ui.settings import Settings

LIMIT = 60_000  # ms
EDITED = ("home", "elements", "assessment", "query")  # the pages a changed person shows on
EDITS = 7
AFTER = 15  # ms after which what changed has been painted


class Painted(QObject):
    """Notes when a widget was painted first; `wait` returns that moment."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at: float | None = None
        self._loop = QEventLoop()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        self.at = self.at or time.monotonic()
        self._loop.quit()

    def wait(self) -> float:
        if self.at is None:
            QTimer.singleShot(LIMIT, self._loop.quit)
            self._loop.exec()
        return time.monotonic() if self.at is None else self.at


class Moments(QObject):
    """When the signals of the workspace came; ends a loop when every team is assessed."""

    def __init__(self, program: app.Program) -> None:
        super().__init__()
        self.at: dict[str, float] = {}
        self.loop = QEventLoop()
        workspace = program.context.workspace
        workspace.changed.connect(self._on_changed)
        workspace.surveyed.connect(self._on_surveyed)

    def _on_changed(self) -> None:
        QTimer.singleShot(AFTER, self, self._on_usable)

    def _on_usable(self) -> None:
        self.at.setdefault("usable", time.monotonic())

    def _on_surveyed(self) -> None:
        QTimer.singleShot(AFTER, self, self._on_assessed)

    def _on_assessed(self) -> None:
        self.at.setdefault("assessed", time.monotonic())
        self.loop.quit()


def begin() -> app.Program:
    """Make the program as `main.py` does, at the window size of a large screen."""
    made = app.Program(app.start(sys.argv[:1]), Settings(actor="测速"), ScriptedAsker())
    made.window.resize(1600, 900)
    return made


def start(db: Path, since: float) -> dict[str, float]:
    """Start and open a database."""
    program = begin()
    painted, moments = Painted(program.window.topbar), Moments(program)
    program.show(db)
    QTimer.singleShot(LIMIT, moments.loop.quit)
    moments.loop.exec()
    found = {"window": painted.at or time.monotonic()} | moments.at
    settle(program)  # the survey is kept for the next start
    program.close()
    return {name: (at - since) * 1000 for name, at in found.items()}


def pages(db: Path) -> dict[str, object]:
    """Open every page once, drop people on the board, and tell the most memory used."""
    program = begin()
    program.settings.page = "home"
    program.show(db)
    settle(program)
    taken = {}
    for spec in registry.PAGES:
        if spec.name == "home":
            continue
        begun = time.monotonic()
        page = program.window.open_page(spec.name)
        taken[spec.name] = (Painted(page).wait() - begun) * 1000
        settle(program)
    begun = time.monotonic()
    program.window.open_page("home")
    taken["home again"] = (time.monotonic() - begun) * 1000
    settle(program)
    found = {"pages": taken, "drops": drops(program), "peak": peak()}
    program.close()
    return found


def drops(program: app.Program, times: int = 9) -> list[float]:
    """Seat people in vacant posts of two teams by hand; milliseconds until the board is painted."""
    import numpy as np

    from leadership_model.people.seating import VACANT
    from ui.navigation import StaffTeams

    world = program.context.workspace.world
    owners = world.snapshot.posts.owners()
    empty = np.bincount(owners[world.seating.holder == VACANT], minlength=len(world.snapshot.teams))
    chosen = [t for t in np.argsort(-empty, kind="stable").tolist() if world.model(t)][:2]
    program.context.navigator.go(StaffTeams(tuple(world.snapshot.teams.ids[t] for t in chosen)))
    settle(program)
    page: Any = program.window.pages["staffing"]
    taken = []
    for _ in range(times):
        cards = page.board.cards()
        holder = next(c for c in cards if c.seat.person >= 0 and not c.seat.linked)
        target = next(c for c in cards if c.seat.person == VACANT)
        begun = time.monotonic()
        page.hand.put(holder.seat.person, target.seat.post)
        card = page.board.card(target.seat.post)
        taken.append((Painted(card).wait() - begun) * 1000)
        settle(program)
    return taken


class Repainted(QObject):
    """Notes when the window was first painted after the workspace had announced a change."""

    def __init__(self, program: app.Program) -> None:
        super().__init__()
        self.at: float | None = None
        self.committed = 0.0
        self._announced = False
        self._loop = QEventLoop()
        self._window = program.window
        program.window.installEventFilter(self)
        program.context.workspace.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._announced = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._announced and self.at is None and event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        self.at = self.at or time.monotonic()
        self._loop.quit()

    def commit(self) -> None:
        """Note that the change is on disk."""
        self.committed = time.monotonic()

    def wait(self) -> float:
        QTimer.singleShot(LIMIT, self._loop.quit)
        self._loop.exec()
        self._window.removeEventFilter(self)
        return ((self.at or time.monotonic()) - self.committed) * 1000


def edits(db: Path) -> dict[str, object]:
    """Edit one seated person in several ways, page by page; milliseconds from commit to paint."""
    from leadership_model.assessment.survey import assess_all
    from tests.bench.edits import KINDS, Editor
    from ui import loading

    program = begin()
    program.show(db)
    settle(program)
    workspace = program.context.workspace
    editor = Editor(workspace.world)
    taken: dict[str, dict[str, list[float]]] = {}
    for name in EDITED:
        program.window.open_page(name)
        settle(program)
        for kind in KINDS:
            for number in range(EDITS):
                watch = Repainted(program)
                workspace.write(editor.edit(kind, number, watch.commit), "测速")
                taken.setdefault(kind, {}).setdefault(name, []).append(watch.wait())
                settle(program)
    mine, peers = (workspace.snapshot, workspace.survey), []
    for _ in range(3):
        begun = time.monotonic()
        fresh = loading.read_base(workspace.loaded.engine)
        full = loading.look(replace(workspace.loaded, base=fresh), workspace.as_of)
        survey = assess_all(full.world)
        peers.append((time.monotonic() - begun) * 1000)
    same = all(mine[0][each].rows == full.base.snapshot[each].rows for each in mine[0].tables)
    found = {"edits": taken, "full": peers, "same": same and survey == mine[1]}
    program.close()
    return found


def peak() -> float:
    """Give the most memory this process has held, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("start", "pages", "edits"))
    parser.add_argument("db", type=Path)
    parser.add_argument("--since", type=float, default=time.monotonic())
    given = parser.parse_args(argv)
    match given.kind:
        case "start":
            found: dict[str, Any] = dict(start(given.db, given.since))
        case "pages":
            found = pages(given.db)
        case _:
            found = edits(given.db)
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
