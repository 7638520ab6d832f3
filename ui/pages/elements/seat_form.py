"""The panel of one unit, team or post: all its fields, edited and saved like a person's."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.people import seat_fields
from leadership_model.people.seat_fields import SeatField
from leadership_model.people.seat_names import SeatNames, seat_names
from ui import theme
from ui.context import Context
from ui.pages.elements import seat_work as work
from ui.pages.elements.field_editor import FieldEditor
from ui.pages.elements.person_picks import options_in
from ui.widgets.buttons import button
from ui.widgets.chips import Chip
from ui.widgets.labels import Elided, label
from ui.widgets.picker import Option


class SeatForm(QWidget):
    """Holds a draft of one record. `changed`: the draft is another; `saved`: its id was stored."""

    changed = Signal()
    saved = Signal(object)

    def __init__(self, context: Context, initiator: QWidget) -> None:
        super().__init__()
        self._context, self._initiator = context, initiator
        self._before: Any = None
        self._draft: Any = None
        self._fresh = self._gone = False
        self._wrong: dict[str, str] = {}
        self._names: SeatNames | None = None
        self.editors: dict[str, FieldEditor] = {}
        self._heads: list[QWidget] = []
        self._title = Elided("", "section")
        self._state = Chip("", "soft")
        self._revert = button("还原", self.revert, icon="undo-variant", kind="small")
        self._save = button("保存", self.save, icon="content-save-outline", kind="small")
        self.head = QWidget()  # title, state and the two commands, laid out by the panel
        head = QVBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self._revert)
        row.addWidget(self._save)
        head.addWidget(self._title)
        head.addLayout(row)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(5))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._rows)
        layout.addStretch(1)

    @property
    def before(self) -> Any:  # noqa: ANN401 - a Unit, Team or Post
        """The record as read."""
        return self._before

    @property
    def draft(self) -> Any:  # noqa: ANN401
        """The record as it would be saved."""
        return self._draft

    @property
    def fresh(self) -> bool:
        """Whether the record is one that is not stored yet."""
        return self._fresh

    def show_record(self, record: Any, *, fresh: bool = False, gone: bool = False) -> None:  # noqa: ANN401
        """Show a record; a draft there was is given up. `fresh`: new; `gone`: only to be read."""
        self._names = seat_names(self._context.workspace.snapshot)
        if type(record) is not type(self._before):
            self._make_editors(record)
        self._before = self._draft = record
        self._fresh, self._gone = fresh, gone
        self._wrong = {}
        word = work.WORDS[type(record)]
        self._title.setText(f"新建{word}" if fresh else record.name or "")
        for editor in self.editors.values():
            editor.set_read_only(gone)
        self._show()

    def dirty(self) -> bool:
        """Say whether anything was edited, or begun and not stored."""
        return not self._gone and (bool(self._wrong) or self._draft != self._before or self._fresh)

    def faults(self) -> dict[str, str]:
        """Say what stands against saving: field -> sentence."""
        if self._draft is None:
            return {}
        found = dict(self._wrong)
        for field in seat_fields.fields_of(self._draft):
            missing = field.needed and seat_fields.stored(self._draft, field.name) in (None, "")
            if missing and field.name not in found:
                found[field.name] = f"请填写{field.label}。"
        for name, sentence in work.faults(
            self._context.workspace, self._before, self._draft
        ).items():
            found.setdefault(name, sentence)
        return found

    def save(self) -> None:
        """Write the draft, or lead to the field that is wrong."""
        found = self.faults() if self.dirty() else {}
        if found:
            name, sentence = next(iter(found.items()))
            for each, words in found.items():
                self.editors[each].show_fault(words)
            self.editors[name].field.setFocus()
            self._context.say(f"尚未保存：{sentence}")
            return
        if not self.dirty():
            self._context.say("没有需要保存的修改。")
            return
        from leadership_model.store.joint import JointEdit

        draft = work.ready(self._context.workspace, self._draft)
        before = () if self._fresh else (self._before,)
        edit = JointEdit(before, (draft,))
        word = work.WORDS[type(draft)]
        changed = seat_fields.changed(self._before, draft)
        labels = [seat_fields.field_of(draft, name).label for name in changed]
        what = f"修改{word} {draft.name} 的{'、'.join(labels[:3])}"
        self._context.workspace.write(
            edit.forward,
            f"新建{word} {draft.name}" if self._fresh else what,
            done=self._on_saved,
            initiator=self._initiator,
            undo=edit.backward,
        )

    def revert(self) -> None:
        """Show what is stored again; a record begun stays begun, empty."""
        if self._before is not None:
            self.show_record(self._before, fresh=self._fresh, gone=self._gone)
            self.changed.emit()

    def take(self, name: str, text: str) -> None:
        """Take a text into a field as if it had been typed."""
        self.editors[name].show_value(text, "value")
        self._take(name, text)

    def options_of(self, name: str) -> Sequence[Option]:
        """List what can be picked for a field."""
        field = seat_fields.field_of(self._before, name)
        if field.kind in ("unit", "team", "area"):
            assert self._names is not None
            return work.options_of(self._context.workspace.snapshot, self._names, field.kind)
        if field.kind == "open":
            texts = self._context.workspace.snapshot.teams.texts(name)
            return [Option(text, text) for text in texts.table]
        return options_in(field.codes, seat_fields.options(self._before, name))

    # ---- editors

    def _make_editors(self, record: Any) -> None:  # noqa: ANN401
        for old in (*self.editors.values(), *self._heads):
            self._rows.removeWidget(old)
            old.deleteLater()
        self.editors, self._heads = {}, []
        group = ""
        for field in seat_fields.fields_of(record):
            if field.group != group:
                group = field.group
                head = label(group, "strong")
                self._heads.append(head)
                self._rows.addWidget(head)
            self.editors[field.name] = self._editor(record, field)
            self._rows.addWidget(self.editors[field.name])

    def _editor(self, record: Any, field: SeatField) -> FieldEditor:  # noqa: ANN401
        picked = field.kind in ("code", "flag", "many", "unit", "team", "area", "open")
        made = FieldEditor(
            field.label,
            _Options(self, field.name) if picked else None,
            states=seat_fields.has_states(record, field.name),
            long=field.kind in ("sentence", "long"),
            open_values=field.kind == "open",
            many=field.kind == "many",
        )
        made.setObjectName(field.name)
        made.edited.connect(self._on_edited)
        made.stated.connect(self._on_stated)
        return made

    def _on_edited(self, text: str) -> None:
        self._take(self.sender().objectName(), text)

    def _take(self, name: str, text: str) -> None:
        known = self._known(name)
        sentence = seat_fields.fault_in(self._draft, name, text, known)
        self._wrong.pop(name, None)
        if sentence:
            self._wrong[name] = sentence
        else:
            self._draft = seat_fields.with_text(self._draft, name, text, known)
        self._show(typed=name)
        self.changed.emit()

    def _on_stated(self, state: str) -> None:
        name = self.sender().objectName()
        if self._gone:
            return
        self._wrong.pop(name, None)
        wanted = "absent" if state == "absent" else "unknown"
        self._draft = seat_fields.with_state(self._draft, name, wanted)  # type: ignore[arg-type]
        self._show()
        self.changed.emit()

    def _known(self, name: str) -> dict[str, str] | None:
        kind = seat_fields.field_of(self._before, name).kind
        if self._names is None or kind not in ("unit", "team", "area"):
            return None
        return dict(self._names.ids(kind))

    def _on_saved(self, changes: object) -> None:
        self.saved.emit(self._draft.id)
        self._context.say("已保存。")

    def _show(self, typed: str = "") -> None:
        changed = set(seat_fields.changed(self._before, self._draft))
        for name, editor in self.editors.items():
            if name not in self._wrong and name != typed:
                state = seat_fields.state_of(self._draft, name)
                editor.show_value(self._text(name), state)
            elif name == typed and name not in self._wrong:
                editor.show_value(editor.text(), seat_fields.state_of(self._draft, name))
            editor.show_fault(self._wrong.get(name, ""))
            editor.show_changed(name in changed or name in self._wrong)
        dirty = self.dirty()
        self._save.setEnabled(dirty)
        self._revert.setEnabled(self._draft != self._before or bool(self._wrong))
        if self._wrong:
            self._state.show_text("有内容不能保存", "red")
        elif self._gone:
            self._state.show_text("已停用", "yellow")
        elif self._fresh:
            self._state.show_text("新建，未保存", "yellow")
        elif dirty:
            self._state.show_text("未保存", "yellow")
        else:
            self._state.show_text(f"第 {self._before.version} 版", "soft")

    def _text(self, name: str) -> str:
        kind = seat_fields.field_of(self._draft, name).kind
        words = self._names.words(kind) if self._names is not None else {}
        return seat_fields.text_in(self._draft, name, words)


class _Options:
    """Gives the options of one field when its list is opened."""

    def __init__(self, form: SeatForm, name: str) -> None:
        self._form, self._name = form, name

    def __call__(self) -> Sequence[Option]:
        return self._form.options_of(self._name)
