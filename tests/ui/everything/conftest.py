"""A small city as a database, made once, and a window over a copy of it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leadership_model.sample import build
from leadership_model.store.actor import Actor
from tests.ui.conftest import actor
from tests.ui.everything.asking import Yes
from ui import theme
from ui.app import assemble
from ui.looks import Looks
from ui.settings import Settings
from ui.window import Window

PEOPLE = 800


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample city; nobody writes into this file."""
    path = tmp_path_factory.mktemp("city") / "city.lmdb"
    build.build(path, PEOPLE, actor=Actor("测试员", lambda: "2026-11-20T10:00:00"))
    return path


@pytest.fixture
def yes(city: Path, tmp_path: Path) -> Yes:
    """Somebody who answers every question."""
    return Yes(tmp_path / "answers", city)


@pytest.fixture
def whole(
    qapp: QApplication, qtbot: QtBot, family: str, yes: Yes, city: Path, tmp_path: Path
) -> Iterator[Callable[..., Window]]:
    """Give a function that makes the whole window over its own copy of the city."""
    own = tmp_path / "测试市.lmdb"
    shutil.copy(city, own)
    theme.use(theme.Look(family=family))
    context = assemble(Settings(actor="测试员"), yes, actor, 2026 * 12 + 10)
    looks = Looks(qapp, context.settings, yes, family)
    looks.apply()
    made = Window(context, looks)
    qtbot.addWidget(made)

    def show(page: str = "home", width: int = 1920, height: int = 1080) -> Window:
        context.settings.page = page
        made.resize(width, height)
        made.show()
        context.workspace.open(own)
        qtbot.waitUntil(lambda: context.jobs.idle and context.workspace.is_open, timeout=30_000)
        return made

    yield show
    context.jobs.close()
    made.close()
    context.workspace.close()
    context.undo.close()
    qapp.setStyleSheet("")
    theme.use(theme.Look(family=family))
