"""The fields of a person in groups, in one to three columns."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from leadership_model.people import fields
from leadership_model.people.fields import Field
from ui import theme
from ui.pages.elements.field_editor import FieldEditor
from ui.widgets.labels import label

WIDE, MIDDLE = 820, 470  # px of the grid from which there are three and two columns
BROAD = ("post_text", "speciality", "unit")  # take two columns


class FieldGrid(QWidget):
    """Lays editors out by group; long fields take a whole row."""

    def __init__(self, editor: Callable[[Field, QWidget], FieldEditor], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.editors = {field.name: editor(field, self) for field in fields.FIELDS}
        self._columns = 0
        self._heads = {group: label(group, "strong", parent=self) for group in fields.GROUPS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 2, theme.px(10), 4)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(5))
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() / max(theme.px(100) / 100, 1)
        self._arrange(3 if width >= WIDE else 2 if width >= MIDDLE else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row = 0
        for group in fields.GROUPS:
            self._grid.addWidget(self._heads[group], row, 0, 1, columns)
            row, column = row + 1, 0
            for field in (each for each in fields.FIELDS if each.group == group):
                span = columns if field.kind == "long" else 1
                if field.name in BROAD:
                    span = min(2, columns)
                if column + span > columns:
                    row, column = row + 1, 0
                editor = self.editors[field.name]
                self._grid.addWidget(editor, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
                column += span
            row += 1
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._grid.setRowStretch(row, 1)
