"""A picture of every page, light and dark, at both sizes: what the tour adds to its papers."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ui.app import Program, start
from ui.navigation import RunQuery, StaffTeams
from ui.preview import settle, take, teams_of
from ui.registry import PAGES
from ui.scripted import ScriptedAsker
from ui.settings import Settings

SIZES = ((1366, 768), (1920, 1080))
QUESTION = (
    "职务层次 = 乡科级正职 且 年龄 <= 45 且 学历 >= 大学 且"
    "（曾任 乡镇党政正职 满 24 个月 或 近 3 年年度考核 优秀 不少于 1 次）"
)
SCHEMES = (("light", "浅色"), ("dark", "深色"))


def hush(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but for its one remark on every window without a display."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def take_all(database: Path, folder: Path) -> list[Path]:
    """Open a database offscreen and write one picture for each page, scheme and size."""
    app = QApplication.instance() or start(["main.py"])
    if not isinstance(app, QApplication):
        raise TypeError("the program needs a QApplication for its window")
    qInstallMessageHandler(hush)
    written = []
    for scheme, word in SCHEMES:
        program = Program(app, Settings(theme=scheme, page="home"), ScriptedAsker())
        program.show(database)
        settle(program)
        # What the pages about a question and about a plan are asked.
        for request in (StaffTeams(teams_of(program, "vacant", 4)), RunQuery(QUESTION)):
            program.context.navigator.go(request)
            settle(program)
        for size in SIZES:
            program.window.resize(QSize(*size))
            for page in PAGES:
                program.window.open_page(page.name)
                settle(program)
                path = folder / f"{page.title}-{word}-{size[0]}x{size[1]}.png"
                take(program.window, path, QSize(*size))
                written.append(path)
        program.close()
    qInstallMessageHandler(None)
    return written
