"""Background work: one writer thread, two readers, results on the main thread.

A read has a key, and only the newest read of a key delivers; what was superseded or cancelled is
dropped even if it finishes. Methods of Qt objects are kept weakly as callbacks: a page that is
gone gets nothing. A `UserError` goes to `failed`, or is announced by `refused`; anything else that
is raised is our bug and is raised again on the main thread, where the crash handler sees it.

Threads share one interpreter. So work begins only when what its caller changed has been painted,
and `control.check()` lets the window finish first what another result has set off.
"""

import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from leadership_model.errors import UserError
from ui import importing
from ui.collecting import Collector
from ui.receiver import Callback, Receiver

_PAUSE = 0.04  # seconds between two progress reports of a job that reach the window
_PAINT = 10  # ms after which what was changed has been painted: Qt paints after five
_COURTESY = 0.5  # seconds a job waits at most for the window to take in and paint a result


class Cancelled(Exception):
    """Raised inside a work function by `control.check()` when its result is no longer wanted."""


class Job:
    """One piece of work under way. `fraction` is None until the work has reported once."""

    def __init__(self, number: int, key: str, title: str) -> None:
        self.number, self.key, self.title = number, key, title
        self.fraction: float | None = None
        self.text = ""
        self.dropped = False
        self.ended = False
        self.behind: tuple[str, ...] = ()

    def cancel(self) -> None:
        """Ask the work to stop and drop whatever it still delivers."""
        self.dropped = True


class Control:
    """What a work function is handed: it reports through it and asks whether to go on."""

    def __init__(
        self, job: Job, post: Callable[[Job, str, object], None], free: threading.Event
    ) -> None:
        self._job, self._post, self._free = job, post, free
        self._last = 0.0

    @property
    def cancelled(self) -> bool:
        """Say whether the result is no longer wanted."""
        return self._job.dropped

    def check(self) -> None:
        """Leave the work function when its result is no longer wanted; let the window paint."""
        if self._job.dropped:
            raise Cancelled
        if not self._free.is_set():
            self._free.wait(_COURTESY)

    def report(self, fraction: float, text: str = "") -> None:
        """Say how far the work is, 0 to 1; too frequent reports are left out."""
        now = time.monotonic()
        if now - self._last >= _PAUSE or fraction >= 1:
            self._last = now
            self._post(self._job, "report", (fraction, text))

    def partial(self, value: object) -> None:
        """Hand a value that is good so far to `progress`. It must never be changed afterwards."""
        self._post(self._job, "partial", value)

    def hand_over(self, value: object) -> None:
        """Like `partial`, but go on only when the window has painted what came of it."""
        taken = threading.Event()
        self._post(self._job, "handed", (value, taken))
        taken.wait(_COURTESY)
        self._free.wait(_COURTESY)


Work = Callable[[Control], Any]


class Jobs(QObject):
    """Runs work functions in threads and delivers on the thread it lives in (the main one)."""

    changed = Signal()  # a job began, reported or ended
    refused = Signal(object)  # a UserError nobody else takes
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(2, "reader")
        self._writer = ThreadPoolExecutor(1, "writer")
        self._numbers = itertools.count(1)
        self._running: dict[int, Job] = {}
        self._newest: dict[str, Job] = {}
        self._receivers: dict[int, tuple[Receiver, Receiver, Receiver]] = {}
        self._closed = threading.Event()
        self._free = threading.Event()  # the window is not busy with a result
        self._free.set()
        self._waiting: list[tuple[ThreadPoolExecutor, Work, Job]] = []
        precise = Qt.TimerType.PreciseTimer
        self._painted = QTimer(self, singleShot=True, interval=_PAINT, timerType=precise)
        self._painted.timeout.connect(self._on_painted)
        # The wait begins when the window is through with its present turn, not inside of it.
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._on_turn)
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.collector = Collector(self)  # while there are threads

    @property
    def idle(self) -> bool:
        """Say whether nothing is under way and nothing waits to be delivered."""
        return not self._running

    def running(self) -> tuple[Job, ...]:
        """Give the jobs under way, oldest first, silent ones included."""
        return tuple(self._running.values())

    def read(
        self,
        function: Work,
        key: str,
        done: Callback | None = None,
        *,
        failed: Callback | None = None,
        progress: Callback | None = None,
        title: str = "",
        delay: int = 0,
        behind: tuple[str, ...] = (),
    ) -> Job:
        """Run `function(control)` in a reader; an older read of the same key is dropped.

        `delay`: milliseconds to leave to more urgent work first; `behind`: keys of reads that come
        first where they are under way.
        """
        older = self._newest.get(key)
        if older is not None:
            older.cancel()
        callbacks = (done, failed, progress)
        job = Job(next(self._numbers), key, title)
        job.behind = behind
        self._start(self._readers, function, job, callbacks, delay)
        self._newest[key] = job
        return job

    def write(
        self,
        function: Work,
        done: Callback | None = None,
        *,
        failed: Callback | None = None,
        progress: Callback | None = None,
        title: str = "",
    ) -> Job:
        """Run `function(control)` in the one writer, after all writes asked for before."""
        job = Job(next(self._numbers), "", title)
        self._start(self._writer, function, job, (done, failed, progress))
        return job

    def cancel(self, key: str) -> None:
        """Drop the newest read of a key; its result will not arrive."""
        job = self._newest.pop(key, None)
        if job is not None:
            job.cancel()
            self.changed.emit()

    def close(self) -> None:
        """Drop everything and wait until no thread is left. Call before the window dies."""
        self._closed.set()
        self._free.set()
        for job in self._running.values():
            job.cancel()
        for pool in (self._readers, self._writer):
            pool.shutdown(wait=True, cancel_futures=True)
        self.collector.close()
        self._turn.stop()
        self._painted.stop()
        self._waiting.clear()
        self._running.clear()
        self._receivers.clear()
        self._newest.clear()

    def _start(
        self,
        pool: ThreadPoolExecutor,
        function: Work,
        job: Job,
        callbacks: tuple[Callback | None, Callback | None, Callback | None],
        delay: int = 0,
    ) -> None:
        if self._closed.is_set():
            job.cancel()
            return
        self._running[job.number] = job
        done, failed, progress = map(Receiver, callbacks)
        self._receivers[job.number] = (done, failed, progress)
        if delay:
            QTimer.singleShot(delay, self, partial(self._wait, pool, function, job))
        else:
            self._wait(pool, function, job)
        self.changed.emit()

    def _wait(self, pool: ThreadPoolExecutor, function: Work, job: Job) -> None:
        if not self._closed.is_set():
            self._waiting.append((pool, function, job))
            self._turn.start()

    def _on_turn(self) -> None:
        self._painted.start()

    def _on_painted(self) -> None:
        self._free.set()
        waiting, self._waiting = self._waiting, []
        for pool, function, job in waiting:
            if self._newest.keys().isdisjoint(job.behind):
                pool.submit(self._run, function, job)
            else:  # until what comes first has been delivered
                self._waiting.append((pool, function, job))

    def _run(self, function: Work, job: Job) -> None:
        """Work, in a thread of a pool."""
        kind, value = "dropped", None
        if not job.dropped:
            try:
                importing.prepare(job.key or job.title)
                kind, value = "done", function(Control(job, self._post, self._free))
            except Cancelled:
                kind, value = "dropped", None
            except Exception as error:
                kind, value = "failed", error
        self._post(job, kind, value)
        del value  # an error holds this frame: no circle

    def _post(self, job: Job, kind: str, value: object) -> None:
        if not self._closed.is_set():
            self._posted.emit((job, kind, value))

    @Slot(object)
    def _deliver(self, message: tuple[Job, str, Any]) -> None:
        job, kind, value = message
        if job.number not in self._running:
            return
        done, failed, progress = self._receivers[job.number]
        if kind == "report":
            job.fraction, job.text = value
            self.changed.emit()
            return
        self._free.clear()
        self._turn.start()
        if kind in ("partial", "handed"):
            self._hand_over(job, progress, *(value if kind == "handed" else (value, None)))
            return
        self._end(job)
        if job.dropped or kind == "dropped":
            return
        if kind == "done":
            done(value)
        elif isinstance(value, UserError) and failed.wanted:
            failed(value)
        elif isinstance(value, UserError):
            self.refused.emit(value)
        else:
            raise value

    def _hand_over(
        self, job: Job, progress: Receiver, value: object, taken: threading.Event | None
    ) -> None:
        if not job.dropped:
            progress(value)
        if taken is not None:
            taken.set()

    def _end(self, job: Job) -> None:
        job.ended = True
        del self._running[job.number]
        del self._receivers[job.number]
        if self._newest.get(job.key) is job:
            del self._newest[job.key]
        self.changed.emit()
