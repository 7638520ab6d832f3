"""The window with nothing open, and the files of a city to bring into it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leadership_model.cli.run import main
from leadership_model.sample import build
from leadership_model.store.actor import Actor
from ui.context import Context
from ui.looks import Looks
from ui.window import Window


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A sample city as a database of its own."""
    path = tmp_path / "city.lmdb"
    build.build(path, 300, actor=Actor("测试员", lambda: "2026-11-20T10:00:00"))
    return path


@pytest.fixture
def forms(city: Path, tmp_path: Path) -> Path:
    """A folder of forms of people of the city."""
    folder = tmp_path / "forms"
    words = ("export", "--db", str(city), "--kind", "lrmx", "--where", "年龄 <= 32")
    assert main([*words, "--out", str(folder)]) == 0
    return folder


@pytest.fixture
def empty_window(
    qapp: QApplication,
    qtbot: QtBot,
    bare_context: Context,
    family: str,
    settle: Callable[[], None],
) -> Iterator[Window]:
    """The whole window as at the first start, styled."""
    looks = Looks(qapp, bare_context.settings, bare_context.ask, family)
    looks.apply()
    made = Window(bare_context, looks)
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.show()
    settle()
    yield made
    bare_context.jobs.close()
    bare_context.workspace.close()
    made.close()
    qapp.setStyleSheet("")
