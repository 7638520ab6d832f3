"""What the views of an indicator system have in common: their table, and how they write."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from leadership_model.assessment.filling import Edit
from leadership_model.changes import Changes
from leadership_model.people.indicator_system import System
from ui.context import Context
from ui.pages.assessment import performance_work as work
from ui.pages.assessment.work import View
from ui.tables.view import TableView


class SystemView(QWidget):
    """`tools` stand above the table while it is in sight; `noted` says that the note changed."""

    noted = Signal()
    said = "已保存"  # after a write

    def __init__(self, context: Context, name: str, opens: str) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self._system: System | None = None
        self._scope = ""
        self.tools: tuple[QPushButton, ...] = ()
        self.table = TableView(context.settings, name, opens=opens)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def _write(self, edit: Edit, text: str) -> None:
        if not edit:
            self._context.say("没有改动")
            return
        made = work.signed(edit)
        self._context.workspace.write(
            made.forward, text, done=self._on_written, initiator=self, undo=made.backward
        )

    def _on_written(self, changes: Changes) -> None:
        self._context.say(self.said)
