"""What the two bars of the window say: database, month, counts, jobs under way, undo and redo."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import counts
from ui.jobs import Job

if TYPE_CHECKING:
    from ui.window import Window


class Bars(QObject):
    """Keeps the top bar and the status bar true to the workspace, the jobs and the undo stacks."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._context = window, window.context
        self._top, self._status = window.topbar, window.status
        self._over = counts.Over()
        workspace, jobs = self._context.workspace, self._context.jobs
        workspace.changed.connect(self._on_changed)
        workspace.surveyed.connect(self._show_counts)
        jobs.changed.connect(self._on_jobs)
        group = self._context.undo.group
        for signal in (
            group.canUndoChanged,
            group.canRedoChanged,
            group.undoTextChanged,
            group.redoTextChanged,
        ):
            signal.connect(self._on_undo)
        self._status.count_clicked.connect(self._on_count)
        self._status.cancel_clicked.connect(self._on_cancel)
        self._on_undo()

    def show_database(self) -> None:
        """Say which database is open, if any."""
        workspace = self._context.workspace
        self._top.show_database(workspace.name)
        self._show_counts()
        if not workspace.is_open:
            self._status.show_saved("")

    def _show_counts(self) -> None:
        self._status.show_counts(counts.texts(self._context.workspace, self._over))

    def _on_changed(self, changes: object, initiator: object) -> None:
        self._top.month.show_month(self._context.workspace.as_of)
        self._status.show_saved(self._window.looks.saved_text())
        if self._context.workspace.survey is None:  # else `surveyed` follows at once
            self._show_counts()

    def _titled(self) -> list[Job]:
        running = self._context.jobs.running()
        return [job for job in running if job.title and not job.dropped]

    def _on_jobs(self) -> None:
        titled = self._titled()
        self._top.tasks.show_count(len(titled))
        self._status.show_job(titled[-1] if titled else None)

    def _on_cancel(self) -> None:
        titled = self._titled()
        if titled:
            titled[-1].cancel()
            self._on_jobs()

    def _on_undo(self) -> None:
        group = self._context.undo.group
        for id, word, able, text in (
            ("edit.undo", "撤销", group.canUndo(), group.undoText()),
            ("edit.redo", "重做", group.canRedo(), group.redoText()),
        ):
            action = self._window.commands[id]
            action.setEnabled(able)
            action.setText(f"{word} {text}".strip())
            keys = action.data().shortcut
            action.setToolTip(f"{word} {text}（{keys}）" if text else f"{word}（{keys}）")

    def _on_count(self, id: str) -> None:
        request = counts.request(self._context.workspace, id)
        if request is not None:
            self._window.lead(request)
