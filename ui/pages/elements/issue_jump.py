"""From a data issue to the very field: the cursor goes where the fault is put right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.pages.elements.person_form import PersonForm
from ui.pages.elements.person_rows import RowsPane
from ui.pages.elements.seat_form import SeatForm

# what a data rule calls a field -> where it stands on the form
PLACES = {"birth_date": "birth", "father": "relative", "mother": "relative"}
JUMP = Qt.FocusReason.ShortcutFocusReason


def to_person_field(form: PersonForm, name: str) -> None:
    """Put the cursor into a field named as data rules name it: birth, education.end, father."""
    table, _, field = PLACES.get(name, name).partition(".")
    if table == "resume":
        form.tabs.turn("resume")
        form.resume.box.setFocus(JUMP)
    elif table == "has_photo":
        _first_focus(form.photo)
    elif table in form.rows:
        form.tabs.turn(table)
        _to_row(form.rows[table], field)
    elif table in form.editors:
        form.editors[table].field.setFocus(JUMP)


def to_team_field(form: SeatForm, name: str) -> None:
    """Put the cursor into a field of a team's record."""
    if name in form.editors:
        form.editors[name].field.setFocus(JUMP)


def _to_row(pane: RowsPane, field: str) -> None:
    """Choose the row at fault: the first whose field is empty or turned round, else the first."""
    rows = pane.draft.rows
    if not rows or field not in pane.editors:
        pane.add_button.setFocus(JUMP)
        return
    chosen = next((id for id, values in rows.items() if _faulty(values, field)), next(iter(rows)))
    pane.go_to(chosen, field)


def _faulty(values: dict[str, object], field: str) -> bool:
    value = values.get(field)
    start = values.get("start")
    turned = field == "end" and isinstance(value, int) and isinstance(start, int) and value <= start
    return value in (None, "") or turned


def _first_focus(widget: QWidget) -> None:
    """Focus the first child that takes the keyboard."""
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() == Qt.FocusPolicy.StrongFocus:
            child.setFocus(JUMP)
            return
