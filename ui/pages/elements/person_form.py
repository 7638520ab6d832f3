"""The form of one person: every field, the photo, the 简历 and all rows that hang on a person."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from leadership_model.people import fields, row_kinds
from leadership_model.people.career import CareerEntry
from leadership_model.people.fields import Field
from leadership_model.people.person import Person
from ui import theme
from ui.context import Context
from ui.pages.elements import person_picks
from ui.pages.elements import person_work as work
from ui.pages.elements.field_editor import FieldEditor
from ui.pages.elements.person_grid import FieldGrid
from ui.pages.elements.person_rows import RowsPane
from ui.pages.elements.photo_box import PhotoBox
from ui.pages.elements.resume_pane import ResumePane
from ui.widgets.picker import Option
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

# Words on the tabs, where the whole ones have no room beside each other.
SHORT = {
    "education": "学历",
    "appraisal": "考核",
    "relative": "家庭",
    "kinship": "亲属",
    "reserve": "储备",
    "training": "培养",
}
LARGE_TEXT = 150  # per cent; from there on the photo has a tab of its own


class PersonForm(QWidget):
    """Holds a draft of one person. `changed` says that the draft or its faults are others."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._before: Person | None = None
        self._draft: Person | None = None
        self._careers: tuple[CareerEntry, ...] = ()
        self._names: work.Names | None = None
        self._areas: dict[str, str] = {}
        self._as_of = 0
        self.wrong: dict[str, str] = {}
        # From the outside in: a widget that is given another parent is dressed anew, and all in it.
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self._upper = QWidget(self.split)
        self._scroll = scroll = QScrollArea(self._upper)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid = FieldGrid(self._editor, scroll.viewport())
        self.editors = grid.editors
        self.tabs = Tabs(self.split)
        self.photo = PhotoBox(context, self._upper)
        self.resume = ResumePane(context, self.tabs.place())
        self.rows = {
            each.name: RowsPane(context, each, self.tabs.place()) for each in row_kinds.COLLECTIONS
        }
        self._build()
        grid.resize(scroll.viewport().size())
        scroll.setWidget(grid)

    def _build(self) -> None:
        row = QHBoxLayout(self._upper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._scroll, 1)
        large = theme.px(100) >= LARGE_TEXT
        if not large:
            row.addWidget(self.photo)
        self.tabs.add("resume", "简历", self.resume)
        for name, pane in self.rows.items():
            self.tabs.add(name, SHORT.get(name, pane.collection.label), pane)
            pane.edited.connect(self._on_rows)
        if large:
            self.tabs.add("photo", "照片", self.photo)
        self.split.setHandleWidth(theme.px(10))
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([420, 360])
        self.split.setStretchFactor(0, 5)
        self.split.setStretchFactor(1, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self.resume.edited.connect(self._on_resume)
        self.photo.edited.connect(self.changed)

    def _editor(self, field: Field, parent: QWidget) -> FieldEditor:
        listed = field.kind in ("code", "flag", "unit", "area") or bool(fields.options(field.name))
        made = FieldEditor(
            field.label,
            partial(self.options_of, field.name) if listed else None,
            states=not field.needed,
            long=field.kind == "long",
            open_values=field.kind == "open",
            parent=parent,
        )
        made.setObjectName(field.name)
        made.edited.connect(self._on_edited)
        made.stated.connect(self._on_stated)
        return made

    # ---- what is shown

    def show_person(self, snapshot: "Snapshot", position: int, as_of: int) -> None:
        """Show a person as stored; a draft there was is given up."""
        from leadership_model.people.areas import areas_of, unit_ids

        person: Person = snapshot.people.record(position)
        table = snapshot["career_entry"]
        self._careers = tuple(table.record(row) for row in table.of(position))
        self._before = self._draft = person
        self._as_of, self.wrong, self._names = as_of, {}, work.Names(snapshot)
        self._areas = {name: name for name in work.areas(snapshot)}
        self.area_words = areas_of(snapshot)
        self.unit_words = dict(unit_ids(snapshot))
        self.resume.show_person(
            person.resume or "", self._careers, self.area_words, self.unit_words, as_of
        )
        marks = work.marks_in(snapshot)
        for name, pane in self.rows.items():
            rows = work.rows_of(snapshot, name, position)
            pane.show_person(person.id, rows, self._names, marks, as_of)
        self.photo.show_person(person.id, person.name or "", bool(person.has_photo))
        self._show_counts()
        self._show_fields()

    def take(self, draft: Person, wrong: dict[str, str], texts: dict[str, str]) -> None:
        """Show another draft of the same person; `texts` stay as typed: the wrong, the latest."""
        self._draft, self.wrong = draft, wrong
        if draft.resume != self.resume.text():
            self.resume.change(draft.resume or "")
        for name, text in texts.items():
            self.editors[name].show_value(text, "value")
            if (line := self.editors[name].line) is not None:
                line.setCursorPosition(len(text))
        self._show_counts()
        self._show_fields(typed=next(iter(texts.keys() - wrong.keys()), ""))
        self.changed.emit()

    def look(self, snapshot: "Snapshot") -> None:
        """Offer what there is now, where only others changed."""
        if self._names:
            self._names.snapshot = snapshot

    def _show_counts(self) -> None:
        for name, pane in self.rows.items():
            count = len(pane.draft.rows)
            changed = "*" if pane.draft.dirty() else ""
            word = SHORT.get(name, pane.collection.label)
            text = f"{word} {count}" if count else word
            self.tabs.set_text(name, text + changed)

    def options_of(self, name: str) -> list[Option]:
        """List what can be picked for a field."""
        return (
            []
            if self._names is None
            else person_picks.of_field(name, self._names, tuple(self._areas))
        )

    def _known(self, name: str) -> dict[str, str] | None:
        kind = fields.BY_NAME[name].kind
        if kind == "unit" and self._names is not None:
            return self._names.unit_ids
        return self._areas if kind == "area" else None

    def _shown(self) -> dict[str, str]:
        return {} if self._names is None else self._names.units

    def _show_fields(self, typed: str = "") -> None:
        """Show values, faults and marks anew; the line being typed in stays as it is."""
        if self._draft is None or self._before is None:
            return
        changed = set(fields.changed(self._before, self._draft))
        crossed = fields.faults(self._draft, self._as_of)
        old = fields.faults(self._before, self._as_of)
        for name, editor in self.editors.items():
            if name not in self.wrong:
                text = fields.text_in(self._draft, name, self._shown())
                shown = editor.text() if name == typed else text
                editor.show_value(shown, fields.state_of(self._draft, name))
            sentence = self.wrong.get(name) or crossed.get(name, "")
            editor.show_fault(sentence, soft=name not in self.wrong and old.get(name) == sentence)
            editor.show_changed(name in changed or name in self.wrong)

    # ---- the draft

    @property
    def before(self) -> Person | None:
        """The person as read."""
        return self._before

    @property
    def draft(self) -> Person | None:
        """The person as it would be saved."""
        return self._draft

    @property
    def careers(self) -> tuple[CareerEntry, ...]:
        """The career entries as read."""
        return self._careers

    def changed_fields(self) -> tuple[str, ...]:
        """List the fields that differ from what is stored."""
        if self._before is None or self._draft is None or self._before is self._draft:
            return ()
        return fields.changed(self._before, self._draft)

    def changed_labels(self) -> list[str]:
        """Name everything that differs from what is stored."""
        named = [fields.LABELS[name] for name in self.changed_fields()]
        rows = [each.collection.label for each in self.rows.values() if each.draft.dirty()]
        return named + rows + ["照片"] * self.photo.dirty()

    def changed_rows(self) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """Give the rows of the collections that were edited, as read and as they would be saved."""
        edited = [each.draft for each in self.rows.values() if each.draft.dirty()]
        before = tuple(row for draft in edited for row in draft.stored)
        return before, tuple(row for draft in edited for row in draft.after())

    def dirty(self) -> bool:
        """Say whether anything was edited."""
        return bool(self.wrong or self.changed_labels())

    def fault(self) -> str:
        """Say in one sentence why the draft cannot be saved; empty when it can."""
        name = self.first_fault()
        if name:
            return self.editors[name].wrong.text()
        found = next((f for f in (e.draft.fault() for e in self.rows.values()) if f), None)
        return found[2] if found else ""

    def go_to_fault(self) -> None:
        """Put the keyboard where something is wrong."""
        name = self.first_fault()
        if name:
            self.editors[name].field.setFocus()
            return
        for key, pane in self.rows.items():
            found = pane.draft.fault()
            if found is not None:
                self.tabs.turn(key)
                pane.go_to(found[0], found[1])
                return

    def first_fault(self) -> str:
        """Name the first field that cannot be saved as it stands; empty when all can."""
        if self.wrong:
            return next(iter(self.wrong))
        if self._before is None or self._draft is None:
            return ""
        old = fields.faults(self._before, self._as_of)
        new = fields.faults(self._draft, self._as_of)
        return next((name for name, text in new.items() if old.get(name) != text), "")

    def _on_edited(self, text: str) -> None:
        name = self.sender().objectName()
        if self._draft is None:
            return
        sentence = fields.fault_in(name, text, self._known(name))
        self.wrong.pop(name, None)
        if sentence:
            self.wrong[name] = sentence
        else:
            self._draft = fields.with_text(self._draft, name, text, self._known(name))
        self._show_fields(typed=name)
        self.changed.emit()

    def _on_stated(self, state: str) -> None:
        name = self.sender().objectName()
        if self._draft is None:
            return
        self.wrong.pop(name, None)
        wanted = "absent" if state == "absent" else "unknown"
        self._draft = fields.with_state(self._draft, name, wanted)  # type: ignore[arg-type]
        self._show_fields()
        self.changed.emit()

    def _on_resume(self) -> None:
        if self._draft is not None:
            kept = fields.with_state(self._draft, "resume", "unknown")
            self._draft = replace(kept, resume=self.resume.text() or None)
            self.changed.emit()

    def _on_rows(self) -> None:
        self._show_counts()
        self.changed.emit()
