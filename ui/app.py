"""Start and end of the program on screen."""

import argparse
import builtins
import gc
import getpass
import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from leadership_model import months
from ui import finding, fonts, loading, settings, trace
from ui.ask import Asker, WindowAsker
from ui.context import Context
from ui.crash import Crash, open_log
from ui.jobs import Jobs
from ui.looks import Looks
from ui.navigation import Navigator
from ui.settings import Settings
from ui.undo import Undo
from ui.window import Window
from ui.workspace import Workspace

if TYPE_CHECKING:
    from leadership_model.store.actor import Actor

LATER = 1500  # ms after the first paint the pages not shown yet are imported
NO_DISPLAY = "没有找到可用的显示器，窗口无法打开；改为离屏演示，结果写入文件。"


def run(argv: list[str]) -> int:
    """Open the window and return the exit code; without a display make the tour offscreen."""
    arguments = _parse(argv[1:])
    if arguments.tour or not has_display():
        return _tour(arguments)
    app = start(argv)
    program = Program(app, settings.load())
    program.show(arguments.database)
    code = int(app.exec())
    program.close()
    return code


def _parse(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="main.py", description="班子模型工作台")
    parser.add_argument("database", nargs="?", type=Path, help="要打开的干部库")
    parser.add_argument("--tour", action="store_true", help="离屏演示各页面，写出图片和文件")
    parser.add_argument("--people", type=int, default=8155, help="演示用示例城市的人数")
    parser.add_argument("--out", type=Path, default=Path("out"), help="演示结果的文件夹")
    parsed, rest = parser.parse_known_args(argv)
    if rest:
        parser.error(f"不认识的参数：{' '.join(rest)}")
    return parsed


def has_display() -> bool:
    """Say whether a window can be shown: offscreen counts where it was asked for by name."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _tour(given: argparse.Namespace) -> int:
    """Make the tour of the domain, then take a picture of every page of the window."""
    from leadership_model import tour

    if not given.tour:
        sys.stdout.write(NO_DISPLAY + "\n")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    code = tour.main(["--people", str(given.people), "--out", str(given.out)])
    if code == 0:
        # Imported here: the pictures need this module, which is not made yet at the top.
        shots = import_module("ui.screenshots")
        folder = given.out / "pictures"
        written = shots.take_all(given.out / tour.CITY, folder)
        sys.stdout.write(f"界面图片 {len(written)} 张，在“{folder.resolve()}”\n")
    return code


def start(argv: list[str]) -> QApplication:
    """Make the application: Fusion, our organisation's name nowhere, fonts loaded."""
    # Painting lets go of the interpreter at every stroke, and each time a busy worker thread may
    # keep it for so long: half a millisecond instead of five.
    sys.setswitchinterval(0.0005)
    # Until there are threads, see `ui.collecting`: what is imported and made now is no garbage.
    gc.set_threshold(20_000, 50, 1_000)
    # PySide reads the source of every module imported after it, to see whether it asks for other
    # names of methods (`from __feature__ import ...`). No module of ours does.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    app = QApplication(argv)
    app.setApplicationName("leadership-model")
    app.setApplicationDisplayName("班子模型工作台")
    app.setStyle("Fusion")
    speak_chinese(app)
    return app


def speak_chinese(app: QApplication) -> bool:
    """Have Qt's own words in Chinese: menus of fields, file dialogs. False: there are none."""
    words = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return words.load("qtbase_zh_CN", place) and app.installTranslator(words)


def now_text() -> str:
    """Give the present moment as the store writes it."""
    return datetime.now().isoformat(timespec="seconds")  # noqa: DTZ005 - local time is meant


def this_month() -> int:
    """Give the current month, used where no database says another."""
    today = datetime.now()  # noqa: DTZ005 - local time is meant
    return months.of(today.year, today.month)


def actor_of(remembered: Settings) -> "Actor":
    """Give who writes: the name in the settings, else the user of the system."""
    from leadership_model.store.actor import Actor

    return Actor(remembered.actor or getpass.getuser() or "本机用户", now_text)


def assemble(remembered: Settings, ask: Asker, actor: "Callable[[], Actor]", month: int) -> Context:
    """Put the parts of the program together; the window is made on top of them."""
    jobs, undo, navigator = Jobs(), Undo(), Navigator()
    workspace = Workspace(jobs, undo, actor, month)
    return Context(workspace, jobs, ask, navigator, remembered, undo)


class Program(QObject):
    """The running program: parts, window, crash handler, and their end in the right order."""

    def __init__(self, app: QApplication, remembered: Settings, ask: Asker | None = None) -> None:
        super().__init__()
        self._app = app
        self.settings = remembered
        asker = ask or WindowAsker(remembered)
        self.context = assemble(remembered, asker, partial(actor_of, remembered), this_month())
        self.looks = Looks(app, remembered, asker, fonts.family())
        self.looks.apply()
        self.crash = Crash(asker)
        self._log = open_log()
        self.window = Window(self.context, self.looks)
        self._trace = trace.begin(self.window)
        self._path: Path | None = None
        # Not before: what fails up to here has no window to be shown in and belongs on stderr.
        self.crash.install()

    def show(self, path: Path | None) -> None:
        """Show the window; what was open last is opened after the first paint."""
        last = Path(self.settings.last_database) if self.settings.last_database else None
        self._path = path or (last if last is not None and last.is_file() else None)
        self.window.show()
        QTimer.singleShot(0, self._on_painted)

    @property
    def opens(self) -> bool:
        """Whether a database was, or is about to be, opened at the start."""
        return self._path is not None

    def _on_painted(self) -> None:
        if self._path is not None:
            self.window.files.open_path(self._path)
            self.context.jobs.read(partial(loading.warm, self.settings.page), "warm")
        # The colours of the teams are waited for, the pages not shown yet are not.
        self.context.jobs.read(loading.import_pages, "pages", delay=LATER, behind=finding.FIRST)

    def close(self) -> None:
        """End in order: settings, jobs, database, undo stacks, window."""
        from ui.crash import LOG

        settings.save(self.settings)
        if self._trace is not None:
            self._trace.close()
        self.context.jobs.close()
        self.context.workspace.close()
        self.context.undo.close()
        self.crash.remove()
        LOG.removeHandler(self._log)
        self._log.close()
        # What a copied table left with the system must not outlive the application.
        if self._app.platformName() == "offscreen":
            self._app.clipboard().clear()
        self.window.close()
        self.window.deleteLater()
        self._app.sendPostedEvents(None, 0)
