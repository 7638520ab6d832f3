"""The program in a real window of an X server, used with a real keyboard and mouse."""

import os
import select
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from leadership_model.sample import build
from leadership_model.store import engine as engines
from leadership_model.store import load
from leadership_model.store.actor import Actor
from ui.tables import pinyin

MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
ROOT = Path(__file__).resolve().parents[2]
WAIT = 30  # seconds until something that should have happened has not

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"{' and '.join(MISSING)} not installed"),
]


@pytest.fixture
def display():
    """Start an X server on a free display and give its name."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1920x1080x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        ready, _, _ = select.select([reading], [], [], WAIT)
        assert ready, "Xvfb did not start"
        yield f":{os.read(reading, 16).decode().strip()}"
    finally:
        os.close(reading)
        server.terminate()
        server.wait(WAIT)


class Trace:
    """What the program writes about itself, read as it comes."""

    def __init__(self, path: Path, log: Path) -> None:
        self._log = log
        os.mkfifo(path)
        self._pipe = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        self._rest = b""
        self.lines: list[str] = []

    def until(self, fits: Callable[[str], bool], seconds: float = WAIT) -> str:
        """Give the next line that fits, or an empty text when none came in time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if b"\n" in self._rest:
                line, self._rest = self._rest.split(b"\n", 1)
                self.lines.append(line.decode())
                if fits(self.lines[-1]):
                    return self.lines[-1]
            elif select.select([self._pipe], [], [], left)[0]:
                self._rest += os.read(self._pipe, 65536)
        return ""

    def told(self) -> str:
        """Give what the program did last and what its log says: where a test fails, why."""
        log = self._log.read_text("utf-8") if self._log.exists() else ""
        lines = [line for line in self.lines if not line.startswith("over ")]
        return "\n".join([*lines[-40:], log])

    def close(self) -> None:
        os.close(self._pipe)


class Hands:
    """Keys and mouse on a display."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self.window = ""

    def do(self, *words: object) -> str:
        """Run one chain of xdotool commands."""
        command = ["xdotool", *map(str, words)]
        made = subprocess.run(
            command,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=WAIT,
            check=False,
        )
        return made.stdout.strip()

    def focus(self) -> None:
        """Give the window the keyboard, as a window manager would: there is none here."""
        self.do("windowfocus", "--sync", self.window)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Pull something from one place to another, over places between them."""
        between = [
            (start[0] + (end[0] - start[0]) * n // 8, start[1] + (end[1] - start[1]) * n // 8)
            for n in range(1, 9)
        ]
        words: list[object] = ["mousemove", *start, "mousedown", 1]
        for place in between:
            words += ["mousemove", *place, "sleep", 0.02]
        self.do(*words, "mouseup", 1)


@pytest.fixture
def city(tmp_path):
    path = tmp_path / "city.lmdb"
    build.build(path, 300, actor=Actor("测试员", lambda: "2026-11-20T10:00:00"))
    return path


@pytest.fixture
def program(display, city, tmp_path):
    """Start the program on the display; gives the process, its trace and the hands."""
    home = tmp_path / "home"
    trace = Trace(tmp_path / "trace", home / "logs" / "program.log")
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "LEADERSHIP_MODEL_HOME": str(home),
        "LEADERSHIP_MODEL_TRACE": str(tmp_path / "trace"),
        "QT_SCALE_FACTOR": "1",
    }
    process = subprocess.Popen(
        [sys.executable, "main.py", str(city)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process, trace, Hands(display)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(WAIT)
        for each in (process.stdout, process.stderr):
            each.close()
        trace.close()


def people_by_initials(city):
    engine = engines.open(city, Actor("测试员", lambda: "2026-11-20T10:00:00"))
    try:
        people = load.snapshot(engine).people
    finally:
        engine.dispose()
    wanted = pinyin.initials(people.raw("name")[7])
    same = {
        i
        for i, name in zip(people.ids, people.raw("name"), strict=True)
        if wanted in pinyin.initials(name)
    }
    return wanted, same


def test_find_drag_undo_and_close(program, city, tmp_path):
    process, trace, hands = program
    assert trace.until(lambda line: line == "surveyed"), trace.told()
    window = hands.do(
        "search", "--sync", "--onlyvisible", "--pid", process.pid, "--name", "班子模型"
    ).split("\n")[0]
    assert window, "the window is not on the display"
    hands.do("windowmove", "--sync", window, 0, 0, "windowsize", window, 1600, 1000)
    hands.window = window
    hands.focus()
    initials, people = people_by_initials(city)
    assert find(hands, trace, initials) in {f"request OpenPerson {id}" for id in people}
    stage(hands, trace)
    for _ in range(3):  # a card is made anew when its team has been judged: a drag may miss it
        hands.drag(*places(hands, trace))
        if trace.until(lambda line: line == "step 1", 10):
            break
    assert "step 1" in trace.lines, trace.told()
    hands.do("key", "ctrl+z")
    assert trace.until(lambda line: line == "step 0"), trace.told()
    hands.do("key", "ctrl+q")
    out, err = process.communicate(timeout=WAIT)
    assert (process.returncode, out, err) == (0, "", "")
    remembered = tomllib.loads((tmp_path / "home" / "settings.toml").read_text("utf-8"))
    assert (remembered["page"], remembered["recent"]) == ("staffing", [str(city)])


def find(hands: Hands, trace: Trace, initials: str) -> str:
    """Look for a person with Ctrl+K until the index of names has been built."""
    for _ in range(8):
        hands.do("key", "--clearmodifiers", "ctrl+k", "type", "--delay", 15, initials)
        hands.do("sleep", 0.3, "key", "Return")
        found = trace.until(lambda line: line.startswith("request OpenPerson"), 1.5)
        if found:
            return found
        hands.do("key", "Escape")
    return ""


def stage(hands: Hands, trace: Trace) -> None:
    """Choose a team of the assessment page with the mouse and put it on the board."""
    hands.do("key", "ctrl+5")
    assert trace.until(lambda line: line == "page assessment"), trace.told()
    for _ in range(8):  # a page still being made takes neither the mouse nor the command
        trace.until(lambda line: line == "rest", 3)
        hands.focus()
        hands.do("mousemove", 230, 298, "click", 1, "sleep", 0.3, "key", "ctrl+alt+s")
        if trace.until(lambda line: line == "page staffing", 4):
            break
    assert "page staffing" in trace.lines, trace.told()
    trace.until(lambda line: line == "rest", 3)
    hands.do("key", "F4", "sleep", 0.3)  # the drawer lies over the board


def places(hands: Hands, trace: Trace) -> tuple[tuple[int, int], tuple[int, int]]:
    """Move the mouse over the page until a card and the bench have been met."""
    words: list[object] = []
    for x in (300, 420, 560):
        for y in range(120, 960, 18):
            words += ["mousemove", x, y, "sleep", 0.004]
    found: dict[str, list[tuple[int, int]]] = {}
    for _ in range(4):  # until the board has been painted
        begun = len(trace.lines)
        hands.do(*words)
        trace.until(lambda line: False, 1)
        met = [line.split() for line in trace.lines[begun:] if line.startswith("over ")]
        found = {
            kind: [(int(x), int(y)) for _, name, x, y in met if name == kind]
            for kind in ("SeatCard", "Well")
        }
        if all(found.values()):
            break
    assert found["SeatCard"], f"{met}\n{trace.told()}"
    assert found["Well"], f"{met}\n{trace.told()}"
    # The second place met on a card lies well inside it.
    return found["SeatCard"][min(1, len(found["SeatCard"]) - 1)], found["Well"][0]
