"""The panel of one unit, team or post: its few fields, edited and saved like a person's."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.people import seat_fields
from ui import theme
from ui.context import Context
from ui.pages.elements.field_editor import FieldEditor
from ui.widgets.buttons import button
from ui.widgets.chips import Chip
from ui.widgets.labels import Elided
from ui.widgets.picker import Option

# What a user calls the records, for the name of an edit.
WORDS = {"Team": "班子", "Post": "岗位", "Unit": "单位"}


class SeatForm(QWidget):
    """Holds a draft of one record. `changed`: the draft is another; `saved`: it was stored."""

    changed = Signal()
    saved = Signal()

    def __init__(self, context: Context, initiator: QWidget) -> None:
        super().__init__()
        self._context, self._initiator = context, initiator
        self._before: Any = None
        self._draft: Any = None
        self._wrong: dict[str, str] = {}
        self.editors: dict[str, FieldEditor] = {}
        self._title = Elided("", "section")
        self._state = Chip("", "soft")
        self._revert = button("还原", self.revert, icon="undo-variant", kind="small")
        self._save = button("保存", self.save, icon="content-save-outline", kind="small")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        head.addWidget(self._revert)
        head.addWidget(self._save)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(5))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(self._rows)

    @property
    def before(self) -> Any:  # noqa: ANN401 - a Unit, Team or Post
        """The record as read."""
        return self._before

    @property
    def draft(self) -> Any:  # noqa: ANN401
        """The record as it would be saved."""
        return self._draft

    def show_record(self, record: Any) -> None:  # noqa: ANN401
        """Show a record; a draft there was is given up."""
        if type(record) is not type(self._before):
            self._make_editors(record)
        self._before = self._draft = record
        self._wrong = {}
        self._title.setText(record.name or "")
        self._show()

    def dirty(self) -> bool:
        """Say whether anything was edited."""
        return bool(self._wrong) or self._draft != self._before

    def save(self) -> None:
        """Write the draft, or lead to the field that is wrong."""
        if self._wrong:
            name, sentence = next(iter(self._wrong.items()))
            self.editors[name].field.setFocus()
            self._context.say(f"尚未保存：{sentence}")
            return
        if not self.dirty():
            self._context.say("没有需要保存的修改。")
            return
        from leadership_model.store.editing import Edit

        edit = Edit(self._before, self._draft)
        changed = seat_fields.changed(self._before, self._draft)
        labels = [seat_fields.field_of(self._before, name).label for name in changed]
        word = WORDS[type(self._before).__name__]
        self._context.workspace.write(
            edit.forward,
            f"修改{word} {self._draft.name} 的{'、'.join(labels[:3])}",
            done=self._on_saved,
            initiator=self._initiator,
            undo=edit.backward,
        )

    def revert(self) -> None:
        """Show what is stored again."""
        if self._before is not None:
            self.show_record(self._before)
            self.changed.emit()

    def options_of(self, name: str) -> Sequence[Option]:
        """List what can be picked for a field."""
        return [Option(each, each) for each in seat_fields.field_of(self._before, name).values]

    def _make_editors(self, record: Any) -> None:  # noqa: ANN401
        for editor in self.editors.values():
            self._rows.removeWidget(editor)
            editor.deleteLater()
        self.editors = {}
        for field in seat_fields.fields_of(record):
            options = _Options(self, field.name) if field.values else None
            made = FieldEditor(field.label, options, states=False, many=field.kind == "many")
            made.setObjectName(field.name)
            made.edited.connect(self._on_edited)
            self.editors[field.name] = made
            self._rows.addWidget(made)

    def _on_edited(self, text: str) -> None:
        name = self.sender().objectName()
        sentence = seat_fields.fault_in(self._draft, name, text)
        self._wrong.pop(name, None)
        if sentence:
            self._wrong[name] = sentence
        else:
            self._draft = seat_fields.with_text(self._draft, name, text)
        self._show(typed=name)
        self.changed.emit()

    def _on_saved(self, changes: object) -> None:
        self.saved.emit()
        self._context.say("已保存。")

    def _show(self, typed: str = "") -> None:
        changed = set(seat_fields.changed(self._before, self._draft))
        for name, editor in self.editors.items():
            if name not in self._wrong and name != typed:
                editor.show_value(seat_fields.text_in(self._draft, name), "value")
            editor.show_fault(self._wrong.get(name, ""))
            editor.show_changed(name in changed or name in self._wrong)
        dirty = self.dirty()
        self._save.setEnabled(dirty)
        self._revert.setEnabled(dirty)
        if self._wrong:
            self._state.show_text("有内容不能保存", "red")
        elif dirty:
            self._state.show_text("未保存", "yellow")
        else:
            self._state.show_text(f"第 {self._before.version} 版", "soft")


class _Options:
    """Gives the options of one field when its list is opened."""

    def __init__(self, form: SeatForm, name: str) -> None:
        self._form, self._name = form, name

    def __call__(self) -> Sequence[Option]:
        return self._form.options_of(self._name)
