"""Rows of one kind that hang on a person: a table, and the row chosen as a small form beside it."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.people import row_fields
from leadership_model.people.row_kinds import Collection, Row, RowField
from ui import theme
from ui.context import Context
from ui.pages.elements import person_picks
from ui.pages.elements.field_editor import FieldEditor
from ui.pages.elements.person_draft import RowsDraft, RowsHeld, Values
from ui.pages.elements.person_work import Names
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.labels import Elided
from ui.widgets.picker import Option
from ui.widgets.scroll import scrolled

LARGE_TEXT = 150  # per cent; from there on the form lies below the table
WIDTHS = {"month": 74, "birth": 74, "year": 60, "flag": 66, "post": 210, "person": 150}
LONG = {"school": 150, "major": 110, "post_text": 190, "organ": 130, "document": 120, "note": 120}


class RowsPane(QWidget):
    """Holds a draft of some rows. `edited` says that the draft or its faults are others."""

    edited = Signal()

    def __init__(
        self, context: Context, collection: Collection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.collection = collection
        self._names: Names | None = None
        self._marks: tuple[str, ...] = ()
        self._current, self._stale = "", True
        self.draft = RowsDraft(collection)
        self._context, self._built = context, False

    # The widgets of a pane nobody looks at would take longest of all a form is made of.
    @property
    def view(self) -> TableView:
        """The table, made when it is first asked for or shown."""
        self._build()
        return self._view

    @property
    def editors(self) -> Mapping[str, FieldEditor]:
        """The fields of the chosen row by name, made with the table."""
        self._build()
        return self._editors

    def _build(self) -> None:
        if self._built:
            return
        self._built = True
        collection = self.collection
        name = f"elements.rows.{collection.name}"
        self._view = TableView(self._context.settings, name, opens="")
        self._editors = {each.name: self._editor(each) for each in collection.fields}
        self.add_button = button("新增", self.add, icon="plus", kind="small")
        self.add_button.setToolTip(f"新增一条{collection.label}（在列表中按 Insert）")
        self.drop_button = button("删除", self.drop, icon="trash-can-outline", kind="small")
        self.drop_button.setToolTip("删除所选的各条，保存后生效（在列表中按 Delete）")
        self._note = Elided("", "note")
        self._lay_out()
        self._view.set_empty("table-plus", f"没有{collection.label}记录",
                             "确有的，请新增后保存。", "新增", self.add)  # fmt: skip
        self._view.chosen.connect(self._on_chosen)
        self._view.activated_id.connect(self._on_activated)
        self._view.installEventFilter(self)

    def _editor(self, field: RowField) -> FieldEditor:
        listed = bool(row_fields.options(field)) or field.kind in ("post", "person")
        made = FieldEditor(
            field.label,
            partial(self._options, field) if listed or field.name == "element" else None,
            states=not field.needed,
            open_values=field.kind == "open",
        )
        made.setObjectName(field.name)
        made.edited.connect(self._on_edited)
        made.stated.connect(self._on_stated)
        if not row_fields.can_be_absent(self.collection.name):
            made.forbid_absent()
        return made

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.add_button)
        bar.addWidget(self.drop_button)
        bar.addWidget(self._note, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        self._form = QWidget()
        self._form.setObjectName("plain")
        form = QVBoxLayout(self._form)
        form.setContentsMargins(2, 0, theme.px(10), 0)
        form.setSpacing(5)
        for editor in self.editors.values():
            form.addWidget(editor)
        form.addStretch(1)
        scroll = scrolled(self._form)
        large = theme.px(100) >= LARGE_TEXT
        split = QSplitter(Qt.Orientation.Vertical if large else Qt.Orientation.Horizontal)
        split.setHandleWidth(theme.px(10))
        split.addWidget(left)
        split.addWidget(scroll)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 6)
        split.setStretchFactor(1, 4)
        split.setSizes([560, 380])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    # ---- what is shown

    def show_person(
        self, person: str, rows: Sequence[Row], names: Names, marks: tuple[str, ...], as_of: int
    ) -> None:
        """Show what is stored for a person; a draft there was is given up."""
        self._names, self._marks = names, marks
        self.draft.begin(person, rows, as_of)
        if self._current not in self.draft.rows:
            self._current = next(iter(self.draft.rows), "")
        self._stale = True
        if self.isVisible():
            self._show()

    def lay(self, held: RowsHeld) -> None:
        """Show what was typed over what is stored."""
        self.draft.lay(held)
        if self._current not in self.draft.rows:
            self._current = next(iter(self.draft.rows), "")
        self._stale = True
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        self._build()
        super().showEvent(event)
        if self._stale:  # a pane nobody looks at names nothing: that would cost time
            self._show()

    def _show(self, typed: str = "") -> None:
        self._build()
        self._stale = False
        rows = self.draft.rows
        with QSignalBlocker(self.view):
            self.view.show_rows(self._columns(), list(rows.values()), list(rows))
            if self._current and self.view.current_id() != self._current:
                self.view.select_ids((self._current,))
        self.drop_button.setEnabled(bool(rows))
        self._note.setText(self.draft.note())
        self._show_fields(typed)

    def _show_fields(self, typed: str = "") -> None:
        values = self.draft.rows.get(self._current)
        self._form.setVisible(values is not None)
        if values is None:
            return
        former, crossed = self.draft.former(self._current), self.draft.crossed(self._current)
        for name, editor in self.editors.items():
            wrong = self.draft.wrong.get((self._current, name), "")
            if not wrong:
                text = editor.text() if name == typed else self._text(values, name)
                editor.show_value(text, row_fields.state_of(values, name))
                blank = row_fields.field_of(self.collection.name, name).blank
                if blank:
                    editor.show_blank(blank)
            editor.show_fault(wrong or crossed.get(name, ""))
            editor.show_changed(bool(wrong) or values.get(name) != former.get(name))

    def _text(self, values: Values, name: str) -> str:
        return row_fields.text_in(self.collection.name, values, name, self._shown(name))

    def _shown(self, name: str) -> Mapping[str, str] | None:
        kind = row_fields.field_of(self.collection.name, name).kind
        if self._names is None or kind not in ("post", "person"):
            return None
        return self._names.posts if kind == "post" else self._names.people

    def _known(self, name: str) -> Mapping[str, str] | None:
        kind = row_fields.field_of(self.collection.name, name).kind
        if self._names is None or kind not in ("post", "person"):
            return None
        return self._names.post_ids if kind == "post" else self._names.person_ids

    def _options(self, field: RowField) -> list[Option]:
        if self._names is None:
            return []
        return person_picks.of_row_field(field, self._names, self._marks)

    def _columns(self) -> tuple[Column, ...]:
        last = self.collection.fields[-1].name
        made = [
            Column(
                id=each.name,
                title=each.label,
                cell=partial(self._cell, each.name),
                width=WIDTHS.get(each.kind, LONG.get(each.name, 92)),
                stretch=each.name == last,
                fixed=at == 0,
            )
            for at, each in enumerate(self.collection.fields)
        ]
        return tuple(made)

    def _cell(self, name: str, values: Values) -> Cell:
        state = row_fields.state_of(values, name)
        if state != "value":
            blank = row_fields.field_of(self.collection.name, name).blank
            return Cell(text="无" if state == "absent" else blank or "–", faint=True)
        wrong = (values["id"], name) in self.draft.wrong
        return Cell(text=self._text(values, name), tone="red_text" if wrong else "text")

    # ---- edits

    def go_to(self, id: str, name: str) -> None:
        """Put the keyboard into a field of a row."""
        self._build()
        self._current = id
        with QSignalBlocker(self.view):
            self.view.select_ids((id,))
        self._show_fields()
        self.editors[name].field.setFocus()

    def add(self) -> None:
        """Begin a new row."""
        self._current = self.draft.add()
        self._show()
        next(iter(self.editors.values())).field.setFocus()
        self.edited.emit()

    def drop(self) -> None:
        """Take the selected rows away."""
        self._current = self.draft.drop(self.view.selected_ids() or (self._current,))
        self._show()
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Insert:
                self.add()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.drop()
                return True
        return False

    def _on_chosen(self, id: object) -> None:
        self._current = str(id)
        self._show_fields()

    def _on_activated(self, id: object) -> None:
        self.go_to(str(id), self.collection.fields[0].name)

    def _on_edited(self, text: str) -> None:
        name = self.sender().objectName()
        if self._current in self.draft.rows:
            self.draft.type(self._current, name, text, self._known(name))
            self._show(typed=name)
            self.edited.emit()

    def _on_stated(self, state: str) -> None:
        name = self.sender().objectName()
        if self._current in self.draft.rows:
            self.draft.state(self._current, name, state)
            self._show()
            self.edited.emit()
