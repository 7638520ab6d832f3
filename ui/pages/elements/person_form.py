"""The form of one person: every field, the 简历 beside its reading, and what else is recorded."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from leadership_model.people import fields
from leadership_model.people.career import CareerEntry
from leadership_model.people.fields import Field
from leadership_model.people.person import Person
from ui import theme
from ui.context import Context
from ui.pages.elements import person_work as work
from ui.pages.elements.field_editor import FieldEditor
from ui.pages.elements.person_columns import related_columns
from ui.pages.elements.resume_pane import ResumePane
from ui.tables.view import TableView
from ui.widgets.labels import label
from ui.widgets.picker import Option
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

WIDE, MIDDLE = 980, 560  # px of the form from which there are three and two columns


class PersonForm(QWidget):
    """Holds a draft of one person. `changed` says that the draft or its faults are others."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._before: Person | None = None
        self._draft: Person | None = None
        self._careers: tuple[CareerEntry, ...] = ()
        self._units: dict[str, str] = {}
        self._unit_ids: dict[str, str] = {}
        self._areas: dict[str, str] = {}
        self._as_of = 0
        self._wrong: dict[str, str] = {}
        self._columns = 0
        self.editors: dict[str, FieldEditor] = {}
        self.resume = ResumePane(context)
        self.related = TableView(context.settings, "elements.related", opens="")
        self.tabs = Tabs()
        self._heads = {group: label(group, "strong") for group in fields.GROUPS}
        self._grid_home = QWidget()
        self._grid_home.setObjectName("plain")
        self._grid = QGridLayout(self._grid_home)
        self._build()

    def _build(self) -> None:
        for field in fields.FIELDS:
            self.editors[field.name] = self._editor(field)
        self._grid.setContentsMargins(2, 2, theme.px(10), 4)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(5))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._grid_home)
        self.tabs.add("resume", "简历", self.resume)
        self.tabs.add("related", "任职、学历、考核、奖惩、家庭", self.related)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setHandleWidth(theme.px(10))
        self.split.addWidget(scroll)
        self.split.addWidget(self.tabs)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([420, 360])
        self.split.setStretchFactor(0, 5)
        self.split.setStretchFactor(1, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self.resume.edited.connect(self._on_resume)
        self._arrange(2)

    def _editor(self, field: Field) -> FieldEditor:
        listed = field.kind in ("code", "flag", "unit", "area") or bool(fields.options(field.name))
        made = FieldEditor(
            field.label,
            _Options(self, field.name) if listed else None,
            states=not field.needed,
            long=field.kind == "long",
            open_values=field.kind == "open",
        )
        made.setObjectName(field.name)
        made.edited.connect(self._on_edited)
        made.stated.connect(self._on_stated)
        return made

    # ---- arranging

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() / max(theme.px(100) / 100, 1)
        self._arrange(3 if width >= WIDE else 2 if width >= MIDDLE else 1)

    def _arrange(self, columns: int) -> None:
        """Lay the fields out in so many columns; long ones take a whole row."""
        if columns == self._columns:
            return
        self._columns = columns
        row = 0
        for group in fields.GROUPS:
            self._grid.addWidget(self._heads[group], row, 0, 1, columns)
            row, column = row + 1, 0
            for field in (each for each in fields.FIELDS if each.group == group):
                wide = field.kind == "long" or field.name in ("post_text", "speciality", "unit")
                span = columns if field.kind == "long" else min(2, columns) if wide else 1
                if column + span > columns:
                    row, column = row + 1, 0
                self._grid.addWidget(
                    self.editors[field.name], row, column, 1, span, Qt.AlignmentFlag.AlignTop
                )
                column += span
            row += 1
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._grid.setRowStretch(row, 1)

    # ---- what is shown

    def show_person(self, snapshot: "Snapshot", position: int, as_of: int) -> None:
        """Show a person as stored; a draft there was is given up."""
        from leadership_model.people.areas import areas_of, unit_ids

        person: Person = snapshot.people.record(position)
        table = snapshot["career_entry"]
        self._careers = tuple(table.record(row) for row in table.of(position))
        self._before = self._draft = person
        self._as_of, self._wrong = as_of, {}
        self._units = work.unit_names(snapshot)
        self._unit_ids = {name: id for id, name in self._units.items()}
        self._areas = {name: name for name in work.areas(snapshot)}
        self.area_words = areas_of(snapshot)
        self.unit_words = dict(unit_ids(snapshot))
        self.resume.show_person(
            person.resume or "", self._careers, self.area_words, self.unit_words, as_of
        )
        rows = work.related(snapshot, position)
        self.related.show_rows(related_columns(), rows, [str(at) for at in range(len(rows))])
        self.tabs.set_text("related", f"任职、学历、考核、奖惩、家庭（{len(rows)}）")
        self._show_fields()

    def options_of(self, name: str) -> Sequence[Option]:
        """List what can be picked for a field."""
        kind = fields.BY_NAME[name].kind
        if kind == "unit":
            return [Option(text, text) for text in self._unit_ids]
        if kind == "area":
            return [Option(text, text) for text in self._areas]
        return [Option(text, text) for text in fields.options(name)]

    def _known(self, name: str) -> dict[str, str] | None:
        kind = fields.BY_NAME[name].kind
        return self._unit_ids if kind == "unit" else self._areas if kind == "area" else None

    def _show_fields(self, typed: str = "") -> None:
        """Show values, faults and marks anew; the line being typed in stays as it is."""
        if self._draft is None or self._before is None:
            return
        changed = set(fields.changed(self._before, self._draft))
        crossed = fields.faults(self._draft, self._as_of)
        old = fields.faults(self._before, self._as_of)
        for name, editor in self.editors.items():
            if name not in self._wrong:
                text = fields.text_in(self._draft, name, self._units)
                shown = editor.text() if name == typed else text
                editor.show_value(shown, fields.state_of(self._draft, name))
            sentence = self._wrong.get(name) or crossed.get(name, "")
            soft = name not in self._wrong and old.get(name) == sentence
            editor.show_fault(sentence, soft=soft)
            editor.show_changed(name in changed or name in self._wrong)

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
        if self._before is None or self._draft is None:
            return ()
        return fields.changed(self._before, self._draft)

    def dirty(self) -> bool:
        """Say whether anything was edited."""
        return bool(self.changed_fields() or self._wrong)

    def first_fault(self) -> str:
        """Name the first field that cannot be saved as it stands; empty when all can."""
        if self._wrong:
            return next(iter(self._wrong))
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
        self._wrong.pop(name, None)
        if sentence:
            self._wrong[name] = sentence
        else:
            self._draft = fields.with_text(self._draft, name, text, self._known(name))
        self._show_fields(typed=name)
        self.changed.emit()

    def _on_stated(self, state: str) -> None:
        name = self.sender().objectName()
        if self._draft is None:
            return
        self._wrong.pop(name, None)
        wanted = "absent" if state == "absent" else "unknown"
        self._draft = fields.with_state(self._draft, name, wanted)  # type: ignore[arg-type]
        self._show_fields()
        self.changed.emit()

    def _on_resume(self) -> None:
        if self._draft is not None:
            from dataclasses import replace

            kept = fields.with_state(self._draft, "resume", "unknown")
            self._draft = replace(kept, resume=self.resume.text() or None)
            self.changed.emit()


class _Options:
    """Gives the options of one field when its list is opened."""

    def __init__(self, form: PersonForm, name: str) -> None:
        self._form, self._name = form, name

    def __call__(self) -> Sequence[Option]:
        return self._form.options_of(self._name)
