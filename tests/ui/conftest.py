"""What tests of the window stand on: a small city that is open, a scripted asker, and guards."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw
from leadership_model.store.actor import Actor
from ui import fonts, loading, theme
from ui.app import assemble
from ui.context import Context
from ui.crash import let_go
from ui.loading import Base, Loaded
from ui.looks import Looks
from ui.scripted import ScriptedAsker
from ui.settings import Settings
from ui.window import Window

PEOPLE = 300
T = TypeVar("T", bound=QWidget)


def actor() -> Actor:
    """Give somebody who writes, with a clock that stands."""
    return Actor("测试员", lambda: "2026-11-20T10:00:00")


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    return fonts.family()


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """A sample city seen at its month, without a database. It is never changed."""
    city = draw(PEOPLE, 1)
    base = Base(of_records(city.records, {"as_of": str(city.month)}))
    return loading.look(Loaded(base, city.month, None), city.month)  # type: ignore[arg-type]


@pytest.fixture
def look(qapp: QApplication, family: str) -> Iterator[None]:
    """Put the light look in force for painters; the sheet is left out, it costs time."""
    theme.use(theme.Look(family=family))
    yield
    theme.use(theme.Look(family=family))


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer or a top-level window behind."""
    before = set(threading.enumerate())
    yield
    if QApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.clipboard().clear()
    threads = [each.name for each in threading.enumerate() if each not in before]
    windows = [
        f"{type(each).__name__} {each.windowTitle()}"
        for each in QApplication.topLevelWidgets()
        if each.isVisible()
    ]
    timers = [
        type(each.parent()).__name__
        for widget in QApplication.topLevelWidgets()
        for each in widget.findChildren(QTimer)
        if each.isActive()
    ]
    assert not threads, f"the test left threads running: {threads}"
    assert not windows, f"the test left windows open: {windows}"
    assert not timers, f"the test left timers running in: {timers}"


@pytest.fixture(autouse=True)
def faults_let_go() -> Iterator[None]:
    """Have a fault in a slot or while painting reported: kept frames would keep painters open."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before(kind, error, trace)
        let_go(error)

    sys.excepthook = hook
    yield
    if sys.excepthook is hook:
        sys.excepthook = before


@pytest.fixture
def qtbot(qtbot: QtBot) -> Iterator[QtBot]:
    """Hold widgets until the test has ended.

    Otherwise the collector may delete a window that nobody refers to while it is being painted.
    """
    held: list[QWidget] = []
    add = qtbot.addWidget

    def hold(widget: QWidget, **named: object) -> None:
        held.append(widget)
        add(widget, **named)  # type: ignore[arg-type]

    qtbot.addWidget = hold  # type: ignore[method-assign]
    yield qtbot
    held.clear()


class Heard(list[tuple[object, ...]]):
    """Everything a signal said, one tuple each. A method is connected, never a lambda."""

    def note(self, *arguments: object) -> None:
        """Write down what a signal says."""
        self.append(arguments)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def asker() -> ScriptedAsker:
    return ScriptedAsker()


@pytest.fixture
def bare_context(look: None, asker: ScriptedAsker) -> Iterator[Context]:
    """A context with nothing open."""
    made = assemble(Settings(actor="测试员"), asker, actor, 2026 * 12 + 10)
    yield made
    made.jobs.close()
    made.workspace.close()
    made.undo.close()


@pytest.fixture
def settle(qtbot: QtBot, bare_context: Context) -> Callable[[], None]:
    """Give a function that waits until no job is under way and its results have their room."""

    def wait() -> None:
        qtbot.waitUntil(lambda: bare_context.jobs.idle, timeout=90_000)
        # The last result may have asked for another size: what is scrolled now would move later.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    return wait


@pytest.fixture
def context(bare_context: Context, loaded: Loaded, settle: Callable[[], None]) -> Context:
    """A context with the sample city open and assessed."""
    bare_context.workspace.adopt(loaded)
    settle()
    return bare_context


@pytest.fixture
def requests(bare_context: Context) -> list[object]:
    """Everything the navigator is asked from now on."""
    seen: list[object] = []
    bare_context.navigator.asked.connect(seen.append)
    return seen


@pytest.fixture
def shown(qtbot: QtBot, settle: Callable[[], None]) -> Callable[[T], T]:
    """Give a function that shows a widget at 1600 x 900 and waits for its jobs."""

    def show(widget: T, width: int = 1600, height: int = 900) -> T:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        settle()
        return widget

    return show


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, context: Context, family: str, settle: Callable[[], None]
) -> Iterator[Window]:
    """The whole window over the sample city, styled, at 1440 x 900."""
    looks = Looks(qapp, context.settings, context.ask, family)
    looks.apply()
    made = Window(context, looks)
    qtbot.addWidget(made)
    made.show()
    settle()
    yield made
    context.jobs.close()
    made.close()
    qapp.setStyleSheet("")
