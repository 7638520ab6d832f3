"""The reading of one line put right, over the record of its person."""

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.pages.elements.career_editor import CareerEditor
from ui.widgets.dialog import Dialog


class CareerDialog(Dialog):
    """Shows one entry in an editor; saving or withdrawing closes it."""

    def __init__(
        self, context: Context, person: str, entry: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("更正履历读法", parent, width=840)
        self.editor = CareerEditor(context, self, beside=True)
        self.editor.show_entry(person, entry)
        self.body.addWidget(self.editor)
        self.add_cancel("关闭")
        self.editor.saved.connect(self._on_saved)
        self.editor.focus_field("unit_kind")

    def _on_saved(self, entry: object) -> None:
        self.accept()
