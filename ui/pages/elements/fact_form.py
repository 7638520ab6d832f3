"""The six facts of one person: value, verified, document, conflicting value; saved together."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people.verified import FACTS
from ui import theme
from ui.context import Context
from ui.pages.elements import fact_work as work
from ui.pages.elements.field_editor import FieldEditor
from ui.widgets.buttons import button
from ui.widgets.card import hairline
from ui.widgets.chips import Chip
from ui.widgets.labels import Elided, label
from ui.widgets.picker import Option
from ui.widgets.scroll import scrolled

if TYPE_CHECKING:
    from leadership_model.store.signed import SignedEdit

LARGE_TEXT = 125  # per cent; from there on little room is left for words on buttons
TITLES = {"value": "核实的值", "document": "依据材料", "conflict": "不一致的值"}


class FactEditor(QWidget):
    """One fact. `edited` says that something was typed."""

    edited = Signal()

    def __init__(self, fact: str) -> None:
        super().__init__()
        self.fact = fact
        self.held = Elided("", "note")
        self.state = Chip("", "soft")
        self.verified = QCheckBox("已核实")
        self.verified.setAccessibleName(f"{fact}已核实")
        self.why = label("", "near", wrap=True)
        self.why.hide()
        self.editors = {name: self._editor(name) for name in TITLES}
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(fact, "strong"))
        head.addWidget(self.held, 1)
        head.addWidget(self.state)
        head.addWidget(self.verified)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(2), theme.px(6), theme.px(6))
        layout.setSpacing(theme.px(4))
        layout.addLayout(head)
        for editor in self.editors.values():
            layout.addWidget(editor)
        layout.addWidget(self.why)
        layout.addWidget(hairline())
        self.verified.toggled.connect(self._on_toggled)

    def _editor(self, name: str) -> FieldEditor:
        options = partial(documents, self.fact) if name == "document" else None
        made = FieldEditor(TITLES[name], options, states=False, open_values=True)
        made.field.setAccessibleName(f"{self.fact}{TITLES[name]}")
        made.edited.connect(self._on_text)
        return made

    def typed(self) -> dict[str, str | bool]:
        """Give what stands in the fields."""
        texts: dict[str, str | bool] = {name: e.text() for name, e in self.editors.items()}
        return texts | {"verified": self.verified.isChecked()}

    def show_fact(self, values: dict[str, str | bool], held: str, why: str, signed: str) -> None:
        """Show a fact as recorded; nothing is announced."""
        self.verified.blockSignals(True)
        self.verified.setChecked(bool(values["verified"]))
        self.verified.blockSignals(False)
        for name, editor in self.editors.items():
            editor.show_value(str(values[name]), "value")
        self.held.setText(f"登记为 {held}" if held else "")
        state = "disputed" if why else "verified" if values["verified"] else "open"
        word = work.STATES[state][0]
        tone = {"disputed": "yellow", "verified": "green", "open": "soft"}[state]
        self.state.show_text(word, tone)
        self.state.setToolTip(signed)
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _on_text(self, text: str) -> None:
        self.edited.emit()

    def _on_toggled(self, checked: bool) -> None:
        self.edited.emit()


class FactForm(QWidget):
    """The form of one person. `saved` carries the id."""

    saved = Signal(object)

    def __init__(self, context: Context, initiator: QWidget) -> None:
        super().__init__()
        self._context, self._initiator = context, initiator
        self._person = ""
        self._written = ""  # the person written last
        self._shown: dict[str, dict[str, str | bool]] = {}
        self.name = label("", "section")
        self.position = Elided("", "note")
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        self.facts = {fact: FactEditor(fact) for fact in FACTS}
        self.save_button = button("保存核实", self.save, kind="primary")
        self.save_button.setToolTip("保存六项核实情况（Ctrl+Enter）")
        self.revert_button = button("还原", self.revert, icon="undo-variant")
        if theme.px(100) >= LARGE_TEXT:  # the icon and its tip are enough
            self.revert_button.setText("")
            self.revert_button.setAccessibleName("还原")
            self.revert_button.setToolTip("放弃未保存的修改")
        self._lay_out()
        for editor in self.facts.values():
            editor.edited.connect(self._on_edited)
        self.show_person("")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.position, 1)
        head.addWidget(self.revert_button)
        head.addWidget(self.save_button)
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for editor in self.facts.values():
            column.addWidget(editor)
        column.addStretch()
        scroll = scrolled(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.wrong)
        layout.addWidget(scroll, 1)

    def show_person(self, person: str) -> None:
        """Show a person as recorded; what was typed is given up."""
        from ui import names

        self._person = person
        self.setEnabled(bool(person))
        self._refuse("")
        if not person:
            self.name.setText("")
            self.position.setText("")
            return
        snapshot = self._context.workspace.snapshot
        position = snapshot.people.positions[person]
        self.name.setText(names.person_name(snapshot, position))
        self.position.setText(names.position_text(snapshot, position))
        known = work.stored(snapshot, person)
        for fact, editor in self.facts.items():
            note = known.get(fact)
            values: dict[str, str | bool] = {
                name: (getattr(note, name) or "") if note else "" for name in TITLES
            }
            values["verified"] = bool(note and note.verified)
            signed = f"{note.entered_by or '未署名'} {(note.entered_at or '')[:7]}" if note else ""
            held, why = work.held(snapshot, person, fact), work.why(snapshot, person, fact)
            editor.show_fact(values, held, why, signed)
        self._shown = self._typed()
        self._show_state()

    def person(self) -> str:
        """The person shown."""
        return self._person

    def dirty(self) -> bool:
        """Say whether anything was typed that is not saved."""
        return bool(self._person) and self._typed() != self._shown

    def _typed(self) -> dict[str, dict[str, str | bool]]:
        return {fact: editor.typed() for fact, editor in self.facts.items()}

    def save(self) -> None:
        """Record what was typed."""
        typed = self._typed()
        fault = work.faults(typed)
        self._refuse(fault)
        edit = None if fault else self._edit()
        if edit is None:
            return
        self._written = self._person
        self._context.workspace.write(
            edit.forward,
            f"核实 {self.name.text()} 的三龄两历",
            done=self._on_written,
            initiator=self._initiator,
            undo=edit.backward,
        )

    def revert(self) -> None:
        """Show what is recorded again."""
        self.show_person(self._person)

    def _edit(self) -> "SignedEdit | None":
        """Make the edit of what was typed; None when nothing was."""
        snapshot = self._context.workspace.snapshot
        if self._person not in snapshot.people.positions:
            return None
        typed = self._typed()
        return work.recording(snapshot, self._person, typed)

    def _refuse(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def _show_state(self) -> None:
        dirty = self.dirty()
        self.save_button.setEnabled(dirty)
        self.revert_button.setEnabled(dirty)

    def _on_edited(self) -> None:
        self._refuse("")
        self._show_state()

    def _on_written(self, changes: Changes) -> None:
        person = self._written
        if person == self._person:
            self.show_person(person)
        self._context.say("已保存核实情况，可撤销。")
        self.saved.emit(person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
            return
        super().keyPressEvent(event)


def documents(fact: str) -> list[Option]:
    """List the documents a fact is verified by."""
    return [Option(text, text) for text in work.DOCUMENTS[fact]]
