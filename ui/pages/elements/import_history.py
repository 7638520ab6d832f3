"""The batches imported so far; each can be taken back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from leadership_model.changes import Changes
from ui.context import Context
from ui.pages.elements import import_work as work
from ui.pages.elements.import_columns import batch_columns
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card

if TYPE_CHECKING:
    from leadership_model.store.nouns import ImportBatch


class ImportHistory(Card):
    """Lists batches, the latest first."""

    listed = Signal()
    undone = Signal(object)  # sentences on what was edited since and stays

    def __init__(self, context: Context, initiator: object) -> None:
        super().__init__("导入记录", "每一批都可以整批恢复；恢复时，之后又改过的内容保留不动")
        self._context, self._initiator = context, initiator
        self.batches: tuple[ImportBatch, ...] = ()
        self._wanted = ""  # the batch to choose when the list is there
        self.table = TableView(context.settings, "elements.batches", opens="")
        self.table.set_empty("history", "还没有导入过", "导入以后，可以在这里整批恢复到导入前。")
        self.undo_button = button(
            "恢复到导入前",
            self._on_undo,
            icon="history",
            tip="把所选批次改动的内容恢复为导入前的值",
        )
        self.flush()
        self.header.addWidget(self.undo_button)
        self.body.addWidget(self.table, 1)
        self.undo_button.setEnabled(False)
        self.table.chosen.connect(self._on_batch)

    def read(self) -> None:
        """Read the batches anew."""
        if self._context.workspace.loaded.engine is not None:
            self._context.workspace.read(work.batches, "elements.batches", self._on_batches)

    def choose(self, id: str) -> None:
        """Choose a batch, as soon as it is there."""
        self._wanted = id
        if any(each.id == id for each in self.batches):
            self._on_batches(self.batches)
        self.table.setFocus()

    def _on_batches(self, batches: "tuple[ImportBatch, ...]") -> None:
        self.batches = batches
        self.table.show_rows(batch_columns(), batches, [each.id for each in batches])
        wanted, self._wanted = self._wanted, ""
        if any(each.id == wanted for each in batches):
            self.table.select_ids((wanted,))
        elif batches and not self.table.current_id():
            self.table.select_ids((batches[0].id,))
        self._on_batch(self.table.current_id())
        self.listed.emit()

    def _on_batch(self, id: object) -> None:
        batch = next((each for each in self.batches if each.id == id), None)
        self.undo_button.setEnabled(batch is not None and batch.undone_at is None)

    def _on_undo(self) -> None:
        batch = next((b for b in self.batches if b.id == self.table.current_id()), None)
        if batch is None or batch.undone_at is not None:
            return
        if not self._context.ask.confirm(
            "恢复到导入前",
            f"将把“{batch.label}”改动的内容恢复为导入前的值，新增的干部将被移除；"
            "导入以后又改过的内容保留不动。",
            yes="恢复",
            danger=True,
        ):
            return
        self._back = work.TakeBack(batch.id)
        self._context.workspace.write(
            self._back.write,
            f"恢复到“{batch.label}”之前",
            done=self._on_undone,
            initiator=self._initiator,
        )

    def _on_undone(self, changes: Changes) -> None:
        self.undone.emit(self._back.kept)
