"""A page as a picture, for people to look at: python -m ui.preview home --dark out.png."""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.app import Program, start
from ui.navigation import StaffTeams
from ui.scripted import ScriptedAsker
from ui.settings import Settings

WAIT = 60_000  # ms until a picture is taken of whatever is there


def main(argv: list[str]) -> int:
    """Open the window offscreen, wait until nothing is under way, and write a picture."""
    parser = argparse.ArgumentParser(prog="ui.preview")
    parser.add_argument("page", nargs="?", default="home", help="name of a page, or welcome")
    parser.add_argument("out", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--person", help="show this person's card in the drawer (an id, or first)")
    parser.add_argument("--staff", help="put these teams (ids, or vacant) on the staffing board")
    parser.add_argument("--find", help="open Ctrl+K with this text")
    wanted = parser.parse_args(argv)
    app = start(sys.argv[:1])
    remembered = Settings(theme="dark" if wanted.dark else "light", scale=wanted.scale)
    remembered.page = wanted.page
    program = Program(app, remembered, ScriptedAsker())
    width, height = (int(part) for part in wanted.size.split("x"))
    program.window.resize(width, height)
    program.show(wanted.db)
    settle(program)
    if wanted.person and program.context.workspace.is_open:
        ids = program.context.workspace.snapshot.people.ids
        program.window.show_person(ids[0] if wanted.person == "first" else wanted.person)
    if wanted.staff and program.context.workspace.is_open:
        program.context.navigator.go(StaffTeams(teams_of(program, wanted.staff)))
        settle(program)
    if wanted.find is not None:
        program.window.finder.open(wanted.find)
    settle(program)
    take(program.window, wanted.out, QSize(width, height))
    program.close()
    return 0


def teams_of(program: Program, text: str, count: int = 2) -> tuple[str, ...]:
    """Give the ids named, or with `vacant` the `count` teams with most open seats."""
    if text != "vacant":
        return tuple(text.split(","))
    survey = program.context.workspace.survey or ()
    order = sorted(survey, key=lambda each: (-len(each.vacancies) * each.seats, each.team))
    ids = program.context.workspace.snapshot.teams.ids
    return tuple(ids[each.team] for each in order[:count])


def settle(program: Program) -> None:
    """Let the event loop run until no job is under way and everything is painted."""
    loop, deadline = QEventLoop(), QDeadlineTimer(WAIT)
    watcher = Watcher(program, loop, deadline)
    watcher.start()
    loop.exec()


class Watcher(QTimer):
    """Ends a loop after some quiet rounds."""

    def __init__(self, program: Program, loop: QEventLoop, deadline: QDeadlineTimer) -> None:
        super().__init__()
        self._program, self._loop, self._deadline = program, loop, deadline
        self._opens, self._quiet = program.opens, 0
        self.setInterval(15)
        self.timeout.connect(self._on_round)

    def _on_round(self) -> None:
        context = self._program.context
        judged = not self._opens or context.workspace.survey is not None
        self._quiet = self._quiet + 1 if context.jobs.idle and judged else 0
        if self._quiet >= 5 or self._deadline.hasExpired():
            self.stop()
            self._loop.quit()


def take(window: QWidget, out: Path, size: QSize) -> None:
    """Write a picture; a window that grew past the size asked for is an error."""
    if window.size() != size:
        sys.stderr.write(f"窗口大小为 {window.width()}x{window.height()}，超出所需\n")
    out.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(out))
    QApplication.sendPostedEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
