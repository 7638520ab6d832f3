"""Processes killed while they write: afterwards the database is sound and holds all or nothing."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from leadership_model.errors import UserError
from leadership_model.people.person import Person
from leadership_model.store import audit, backup, engine, load, records
from tests.soak import child

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("import", "save", "carry", "solve")
Content = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Ground:
    """The database every process begins with, and what an undisturbed one makes of it."""

    path: Path
    before: Content
    after: dict[str, Content]
    seconds: dict[str, float]  # from "ready" to "done"


def prepare(folder: Path) -> Ground:
    """Make the database and let one process of each kind end well."""
    path = folder / "base.db"
    child.make(path)
    after, seconds = {}, {}
    for kind in KINDS:
        copy = _copy(path, folder / kind)
        with _start(kind, copy) as process:
            begun = time.monotonic()
            _demand(_line(process) == "done\n", f"{kind}: a process nobody killed failed.")
            seconds[kind] = time.monotonic() - begun
        after[kind] = content(copy)
    after["plan"] = _planned(path, folder / "plan")
    return Ground(path, content(path), after, seconds)


def _planned(path: Path, folder: Path) -> Content:
    """Give what a solve begins with: an open plan that was saved."""
    copy = _copy(path, folder)
    database = engine.open(copy, child.ACTOR)
    child.save_plan(database, 0)
    database.dispose()
    return content(copy)


def run(folder: Path, count: int, seed: int, ground: Ground) -> dict[str, int]:
    """Kill `count` processes at work, each kind in turn; give how many came to what.

    One that was done before it could be killed is checked as well and does not count.
    """
    source, longest = random.Random(seed), dict(ground.seconds)
    found = Counter[str]({"kills": 0, "too_late": 0} | dict.fromkeys(OUTCOMES, 0))
    while found["kills"] < count:
        if found["too_late"] > 2 * count + 20:
            raise AssertionError("The processes are done before they can be killed.")
        kind = KINDS[found["kills"] % len(KINDS)]
        copy = _copy(ground.path, folder / "killed")
        if _kill(kind, copy, source.uniform(0.0, longest[kind])):
            found["kills"] += 1
        else:
            found["too_late"] += 1
            longest[kind] *= 0.95  # the machine has become faster since it was measured
        found.update(check(kind, copy, ground))
        shutil.rmtree(copy.parent)
    return dict(found)


OUTCOMES = (
    *("import_none", "import_all", "save_none", "save_some", "save_all"),
    *("carry_none", "carry_all", "solve_none", "solve_all", "copies_refused"),
)


def check(kind: str, path: Path, ground: Ground) -> list[str]:
    """Open what a killed process left behind; AssertionError when it is not as it must be."""
    found = []
    for copy in path.parent.glob("*.before-*.db"):  # made before an import; may be cut off too
        try:
            backup.verify(copy)
        except UserError:
            found.append("copies_refused")
            continue
        _demand(content(copy)["person"] == ground.before["person"], "A copy differs.")
    database = engine.open(path, child.ACTOR)
    backup.verify(path)
    _demand(_referred(path), "A row points at nothing.")
    now = content(path)
    match kind:
        case "import":
            found.append(_imported(now, ground))
        case "carry":
            found.append(_carried(now, ground))
        case "solve":
            found.append(_solved(now, ground))
        case _:
            found.append(_saved(now, ground))
    people, lines = tuple(load.snapshot(database).people.records()), len(audit.lines(database))
    last: Person = people[-1]
    records.save(database, child.ACTOR, replace(last, health="较差"))
    _demand(len(audit.lines(database)) == lines + 1, "Nothing can be written any more.")
    database.dispose()
    return found


def _imported(now: Content, ground: Ground) -> str:
    """All of an import or nothing: people, rows, batch, audit and change number alike."""
    if now == ground.before:
        return "import_none"
    _demand(now == ground.after["import"], "An import was written in part.")
    return "import_all"


def _carried(now: Content, ground: Ground) -> str:
    """All of a plan or nothing: tenures, people, careers, its status and the book alike."""
    if now == ground.before:
        return "carry_none"
    _demand(now == ground.after["carry"], "A plan was carried out in part.")
    return "carry_all"


def _solved(now: Content, ground: Ground) -> str:
    """What was saved before a solve is all there, and nothing of what had not been saved."""
    if now == ground.after["plan"]:
        return "solve_none"
    _demand(now == ground.after["solve"], "A plan that was saved before a solve was lost.")
    return "solve_all"


def _saved(now: Content, ground: Ground) -> str:
    """Each save is whole: the people saved, their versions, the audit and the number agree."""
    before, after = ground.before, ground.after["save"]
    count = sum(row != old for row, old in zip(now["person"], before["person"], strict=True))
    _demand(now["person"] == after["person"][:count] + before["person"][count:], "A save is torn.")
    lines = len(before["audit"]) + count
    _demand(now["audit"] == after["audit"][:lines], "The book of changes does not agree.")
    _demand(_number(now) == _number(before) + count, "The change number does not agree.")
    _demand(_others(now) == _others(before), "A save has written something else.")
    return "save_none" if not count else "save_all" if now == after else "save_some"


def content(path: Path) -> Content:
    """Read every row of every table, in order."""
    with closing(sqlite3.connect(path)) as connection:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        tables = [name for (name,) in connection.execute(names)]
        rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    return {name: sorted(found, key=repr) for name, found in rows.items() if name != "audit"} | {
        "audit": rows["audit"]
    }


def _number(whole: Content) -> int:
    return next(int(row[1]) for row in whole["setting"] if row[0] == "change_number")


def _others(whole: Content) -> Content:
    return {name: rows for name, rows in whole.items() if name in whole.keys() - WRITTEN}


WRITTEN = {"person", "audit", "setting", "sqlite_sequence"}


def _referred(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return not connection.execute("PRAGMA foreign_key_check").fetchall()


def _demand(true: bool, sentence: str) -> None:
    if not true:
        raise AssertionError(sentence)


def _copy(path: Path, folder: Path) -> Path:
    folder.mkdir()
    return Path(shutil.copy(path, folder / "city.db"))


def _start(kind: str, path: Path) -> subprocess.Popen[str]:
    """Start a process and wait until it begins to write."""
    command = [sys.executable, "-m", "tests.soak.child", kind, str(path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if _line(process) != "ready\n":
        process.kill()
        raise AssertionError(f"{kind}: the process did not get as far as writing.")
    return process


def _line(process: subprocess.Popen[str]) -> str:
    return "" if process.stdout is None else process.stdout.readline()


def _kill(kind: str, path: Path, delay: float) -> bool:
    """Kill a process after some seconds of writing; say whether it was still at it."""
    with _start(kind, path) as process:
        try:
            process.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            process.kill()  # SIGKILL: nothing can be tidied up
        return _line(process) != "done\n"
