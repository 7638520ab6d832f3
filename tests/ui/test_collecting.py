"""Garbage with Qt in it ends on the main thread, and nothing of a closed database stays."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QWidget

from ui import collecting
from ui.jobs import Jobs

MANY = 400_000  # containers: enough for a search of the young and of those that survived one
COUNT = 20


class Circle(QWidget):
    """Refers to itself, as pages do, and has a timer that runs."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)
        self.timer.start(60_000)


class Plain:
    def __init__(self):
        self.itself = self


class Ends(list[int]):
    """The threads in which garbage ended."""

    def note(self):
        self.append(threading.get_ident())

    def come_to(self, kind):
        """Make garbage that only a search finds."""
        for _ in range(COUNT):
            weakref.finalize(kind(), self.note)


class Reader:
    """A job that makes many containers and keeps them until it is let go."""

    def __init__(self, jobs, qtbot):
        self.made, self.free = threading.Event(), threading.Event()
        self._jobs, self._qtbot = jobs, qtbot

    def __enter__(self):
        self._jobs.read(self.work, "allocate")
        self._qtbot.waitUntil(self.made.is_set, timeout=20_000)

    def __exit__(self, *raised):
        self.free.set()
        self._qtbot.waitUntil(lambda: self._jobs.idle, timeout=20_000)

    def work(self, control):
        kept = [[number] for number in range(MANY)]
        self.made.set()
        self.free.wait(20)
        return len(kept)


@pytest.fixture
def ends():
    gc.collect()  # what other tests left
    return Ends()


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.close()


def test_widgets_in_circles_end_on_the_main_thread(jobs, qtbot, ends):
    ends.come_to(Circle)
    with Reader(jobs, qtbot):
        qtbot.waitUntil(lambda: len(ends) == COUNT)
    assert set(ends) == {threading.get_ident()}


def test_without_a_collector_garbage_ends_in_a_reader(jobs, qtbot, ends):
    """What the collector is for: if Python ever stops doing this, it can go."""
    jobs.collector.close()
    ends.come_to(Plain)
    with Reader(jobs, qtbot):
        assert len(ends) == COUNT
    assert threading.get_ident() not in ends


def test_few_new_objects_are_not_searched(jobs, qtbot, ends):
    ends.come_to(Circle)
    qtbot.wait(2 * collecting.ROUND)
    assert ends == []
    gc.collect()
    assert len(ends) == COUNT


def test_records_made_at_a_stretch_are_not_searched(jobs, qtbot, ends):
    ends.come_to(Circle)
    with collecting.uncollected(), Reader(jobs, qtbot):
        qtbot.wait(2 * collecting.ROUND)
        assert ends == []
        assert gc.get_count()[0] >= collecting.YOUNG
    assert not gc.isenabled()
    gc.unfreeze()
    gc.collect()
    assert len(ends) == COUNT


def test_python_searches_itself_before_the_first_and_after_the_last(qtbot):
    assert gc.isenabled()
    first, second = Jobs(), Jobs()
    first.close()
    assert not gc.isenabled()
    second.close()
    second.close()
    assert gc.isenabled()
    with collecting.uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_frozen_ends_when_the_database_is_closed(context, qtbot, ends):
    ends.come_to(Circle)
    with collecting.uncollected():
        pass
    gc.collect()
    assert ends == []
    context.workspace.close()
    qtbot.waitUntil(lambda: len(ends) == COUNT)
    assert set(ends) == {threading.get_ident()}


def test_the_pages_of_a_closed_database_end(window, qtbot):
    window.open_page("query")
    ended = weakref.ref(window.pages["query"])
    window.context.workspace.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: ended() is None)
