"""Jobs: order, newest result of a key, cancelling, errors, and the end."""

import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject

from leadership_model.errors import UserError
from ui.jobs import Jobs


class Listener(QObject):
    """Notes what arrives, and in which thread."""

    def __init__(self):
        super().__init__()
        self.results, self.errors, self.parts, self.threads = [], [], [], []

    def done(self, value):
        self.results.append(value)
        self.threads.append(threading.current_thread())

    def noted(self, name, value):
        self.results.append((name, value))

    def failed(self, error):
        self.errors.append(error)

    def part(self, value):
        self.parts.append(value)


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def listener():
    return Listener()


def wait(qtbot, jobs):
    qtbot.waitUntil(lambda: jobs.idle)


def test_a_result_arrives_on_the_main_thread(qtbot, jobs, listener):
    seen = []
    jobs.read(lambda control: seen.append(threading.current_thread()) or 7, "key", listener.done)
    wait(qtbot, jobs)
    assert listener.results == [7]
    assert listener.threads == [threading.main_thread()]
    assert seen[0] is not threading.main_thread()


def test_only_the_newest_read_of_a_key_is_delivered(qtbot, jobs, listener):
    gate = threading.Event()
    jobs.read(lambda control: gate.wait(5) and "old", "key", listener.done)
    jobs.read(lambda control: gate.wait(5) and "newer", "key", listener.done)
    jobs.read(lambda control: "newest", "key", listener.done)
    jobs.read(lambda control: "other", "other", listener.done)
    gate.set()
    wait(qtbot, jobs)
    assert sorted(listener.results) == ["newest", "other"]


@pytest.mark.parametrize("end", ["ends", "is cancelled"])
def test_a_read_behind_another_begins_after_it(qtbot, jobs, listener, end):
    go = threading.Event()
    jobs.read(lambda control: go.wait(5) and "first", "urgent", listener.done)
    jobs.read(lambda control: "later", "later", listener.done, behind=("urgent", "nobody's"))
    jobs.read(lambda control: "beside", "beside", listener.done)
    qtbot.waitUntil(lambda: listener.results == ["beside"])
    if end == "is cancelled":
        jobs.cancel("urgent")
    go.set()
    wait(qtbot, jobs)
    assert listener.results == ["beside", *(["first"] * (end == "ends")), "later"]


def test_a_cancelled_read_delivers_nothing(qtbot, jobs, listener):
    gate = threading.Event()
    job = jobs.read(lambda control: gate.wait(5), "key", listener.done)
    jobs.cancel("key")
    gate.set()
    wait(qtbot, jobs)
    assert job.dropped
    assert listener.results == []


def test_work_can_stop_when_it_is_cancelled(qtbot, jobs, listener):
    started, gate, reached = threading.Event(), threading.Event(), []

    def work(control):
        started.set()
        gate.wait(5)
        control.check()
        reached.append(True)

    job = jobs.read(work, "key", listener.done)
    started.wait(5)
    job.cancel()
    gate.set()
    wait(qtbot, jobs)
    assert not reached


def test_writes_run_one_after_the_other(qtbot, jobs, listener):
    running, most = [], []

    def work(number):
        def write(control):
            running.append(number)
            most.append(len(running))
            running.remove(number)
            return number

        return write

    for number in range(20):
        jobs.write(work(number), listener.done)
    wait(qtbot, jobs)
    assert listener.results == list(range(20))
    assert max(most) == 1


def test_progress_and_parts_arrive_before_the_result(qtbot, jobs, listener):
    def work(control):
        control.report(1.0, "第 1 步")
        control.partial("half")
        return "whole"

    job = jobs.read(work, "key", listener.done, progress=listener.part, title="计算")
    wait(qtbot, jobs)
    assert (job.fraction, job.text) == (1.0, "第 1 步")
    assert (listener.parts, listener.results) == (["half"], ["whole"])


def refuse(control):
    raise UserError("文件被占用，请关闭后重试。")


def test_a_fault_of_the_user_goes_to_failed(qtbot, jobs, listener):
    jobs.read(refuse, "key", listener.done, failed=listener.failed)
    wait(qtbot, jobs)
    assert [error.sentence for error in listener.errors] == ["文件被占用，请关闭后重试。"]
    assert listener.results == []


def test_a_fault_nobody_takes_is_announced(qtbot, jobs, listener):
    jobs.refused.connect(listener.failed)
    jobs.write(refuse)
    wait(qtbot, jobs)
    assert len(listener.errors) == 1


def test_a_fault_of_ours_reaches_the_crash_handler(qtbot, jobs, listener):
    with qtbot.captureExceptions() as caught:
        jobs.read(lambda control: 1 / 0, "key", listener.done, failed=listener.failed)
        wait(qtbot, jobs)
    assert caught[0][0] is ZeroDivisionError
    assert listener.errors == []


def as_method(listener):
    return listener.done


def with_a_name(listener):
    return partial(listener.noted, "name")


@pytest.mark.parametrize("callback", [as_method, with_a_name])
def test_a_receiver_that_is_gone_gets_nothing(qtbot, jobs, callback):
    gate, listener = threading.Event(), Listener()
    results = listener.results
    jobs.read(lambda control: gate.wait(5), "key", callback(listener))
    del listener
    gate.set()
    wait(qtbot, jobs)
    assert results == []


@pytest.mark.parametrize("callback", [as_method, with_a_name])
def test_a_receiver_that_qt_deleted_gets_nothing(qtbot, jobs, listener, callback):
    gate = threading.Event()
    jobs.read(lambda control: gate.wait(5), "key", callback(listener))
    shiboken6.delete(listener)
    gate.set()
    wait(qtbot, jobs)
    assert listener.results == []


def test_what_a_receiver_was_bound_to_comes_first(qtbot, jobs, listener):
    jobs.read(lambda control: 7, "key", with_a_name(listener))
    wait(qtbot, jobs)
    assert listener.results == [("name", 7)]


def test_after_the_end_nothing_starts(qapp, listener):
    jobs = Jobs()
    jobs.close()
    job = jobs.read(lambda control: 1, "key", listener.done)
    assert job.dropped
    assert jobs.idle


def test_closing_waits_for_the_threads(qapp, listener):
    jobs, gate = Jobs(), threading.Event()
    job = jobs.read(lambda control: gate.wait(5), "key", listener.done)
    gate.set()
    jobs.close()
    assert job.dropped
    assert not [
        each for each in threading.enumerate() if each.name.startswith(("reader", "writer"))
    ]
