"""The bar at the bottom: counts that open lists, a message, the job under way, the saved mark."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from ui import theme
from ui.jobs import Job
from ui.widgets.bars import Progress
from ui.widgets.empty import IconView
from ui.widgets.emptying import empty
from ui.widgets.labels import Elided, label, link

STANDS = 8000  # ms a message stands


class StatusBar(QFrame):
    """28 px; `count_clicked` carries the id of a count, `cancel_clicked` asks to cancel a job."""

    count_clicked = Signal(object)
    cancel_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        self._counts = QHBoxLayout()
        self._counts.setSpacing(6)
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._message = Elided("", "note")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STANDS)
        self._timer.timeout.connect(self._on_silence)
        self._job = Elided("", "note")
        self._progress = Progress()
        self._percent = label("", "note")
        self._cancel = link("取消", self.cancel_clicked.emit, "取消正在进行的任务")
        self._check = IconView("check", 14, "green")
        self._saved = label("", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addLayout(self._counts)
        row.addSpacing(8)
        row.addWidget(self._message, 1)
        for each in (self._job, self._progress, self._percent, self._cancel):
            row.addWidget(each)
        row.addSpacing(12)
        row.addWidget(self._check)
        row.addWidget(self._saved)
        self.restyle()
        self.show_job(None)
        self.show_saved("")

    def restyle(self) -> None:
        """Take on the present text scale."""
        self.setFixedHeight(theme.px(28))
        self._job.setMaximumWidth(theme.px(260))
        self._progress.setFixedWidth(theme.px(140))

    def show_counts(self, counts: Sequence[tuple[str, str, str]]) -> None:
        """Show (id, text, tip); an empty id makes a text that opens nothing."""
        if tuple(counts) == self._shown:
            return
        self._shown = tuple(counts)
        empty(self._counts)
        for at, (id, text, tip) in enumerate(counts):
            if at:
                self._counts.addWidget(label("·", "note"))
            button = QPushButton(text)
            button.setProperty("kind", "count")
            button.setObjectName(f"count.{id}")
            button.setToolTip(tip)
            button.setEnabled(bool(id))
            button.clicked.connect(self._on_count)
            self._counts.addWidget(button)

    def say(self, text: str) -> None:
        """Show a message for some seconds."""
        self._message.setText(text)
        self._timer.start()

    def message(self) -> str:
        """The message that stands."""
        return self._message.text()

    def show_job(self, job: Job | None, text: str = "") -> None:
        """Show how far a job is; None hides it."""
        for each in (self._job, self._progress, self._percent, self._cancel):
            each.setVisible(job is not None)
        if job is not None:
            self._job.setText(text or f"{job.title}…")
            self._progress.show_fraction(job.fraction)
            self._percent.setText("" if job.fraction is None else f"{job.fraction * 100:.0f} %")

    def show_saved(self, text: str) -> None:
        """Show since when everything is saved; an empty text hides it."""
        self._check.setVisible(bool(text))
        self._saved.setText(text)

    def _on_count(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.count_clicked.emit(sender.objectName().removeprefix("count."))

    def _on_silence(self) -> None:
        self._message.setText("")
