"""The list of jobs under way, opened from the top bar: how far each is, and 取消."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.jobs import Job, Jobs
from ui.widgets.bars import Progress
from ui.widgets.labels import Elided, label, link


class TaskRow(QWidget):
    """One job."""

    def __init__(self, job: Job, jobs: Jobs) -> None:
        super().__init__()
        self._job, self._jobs = job, jobs
        self._title = Elided(job.title, "cell")
        self._note = Elided("", "note")
        self._progress = Progress()
        self.cancel = link("取消", self._on_cancel)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.cancel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(3)
        box.addLayout(top)
        box.addWidget(self._progress)
        box.addWidget(self._note)
        self.show_state()

    def show_state(self) -> None:
        """Show how far the job is."""
        job = self._job
        self._progress.show_fraction(job.fraction)
        share = "" if job.fraction is None else f"{job.fraction * 100:.0f} %"
        words = "正在取消…" if job.dropped else "  ".join(t for t in (share, job.text) if t)
        self._note.setText(words or "正在进行…")

    def _on_cancel(self) -> None:
        self._job.cancel()
        self.cancel.setEnabled(False)
        self.show_state()


class TaskPopup(QFrame):
    """All jobs that have a title."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(320))
        self._jobs = jobs
        self.rows: dict[int, TaskRow] = {}
        self._nothing = label("没有正在进行的任务。", "note")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(14, 10, 14, 12)
        self._box.setSpacing(4)
        self._box.addWidget(label("后台任务", "card"))
        self._box.addWidget(self._nothing)
        jobs.changed.connect(self._on_changed)

    def open_below(self, anchor: QWidget) -> None:
        """Show the list below a button, its right edge under the button's."""
        self._on_changed(force=True)
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        self.move(corner)
        self.show()

    def _on_changed(self, *, force: bool = False) -> None:
        if not (force or self.isVisible()):
            return
        now = {job.number: job for job in self._jobs.running() if job.title}
        for number in [n for n in self.rows if n not in now]:
            row = self.rows.pop(number)
            row.hide()
            row.deleteLater()
        for number, job in now.items():
            if number not in self.rows:
                self.rows[number] = TaskRow(job, self._jobs)
                self._box.addWidget(self.rows[number])
            self.rows[number].show_state()
        self._nothing.setVisible(not now)
        self.adjustSize()
