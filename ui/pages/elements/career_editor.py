"""One career entry: what was read, how sure, and every field of it to be put right by picker."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.people.amend import Standing
from leadership_model.people.person import Person
from leadership_model.people.unclear import CLEAR
from ui import theme
from ui.context import Context
from ui.pages.elements import career_work as work
from ui.pages.elements.field_editor import FieldEditor
from ui.pages.elements.person_work import areas
from ui.widgets.buttons import button
from ui.widgets.card import hairline
from ui.widgets.chips import Chip
from ui.widgets.labels import label
from ui.widgets.picker import Option
from ui.widgets.scroll import scrolled


class CareerEditor(QWidget):
    """Edits the reading of one entry. `saved` carries the id of the entry that was written.

    `beside`: the 简历 stands at the right of the fields, and both scroll in a low window.
    """

    saved = Signal(object)

    def __init__(self, context: Context, initiator: QWidget, *, beside: bool = False) -> None:
        super().__init__()
        self._context, self._initiator = context, initiator
        self._standing: Standing | None = None
        self._written = ""  # the entry written last
        self.text = label("", "body", wrap=True)
        self.when = label("", "note", wrap=True)
        self.sure = Chip("", "soft")
        self.signed = Chip("", "green")
        self.whole = label("", "note", wrap=True)
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        self.editors = {name: self._editor(name, title) for name, title in work.LABELS.items()}
        self.save_button = button("保存更正", self.save, kind="primary")
        self.save_button.setToolTip("保存对这一条读法的更正（Ctrl+Enter）")
        self.withdraw_button = button("撤回更正", self.withdraw, icon="undo-variant")
        self.withdraw_button.setToolTip("不要这条更正，恢复为系统的读法")
        self._lay_out(beside)
        self.show_entry("", "")

    def _editor(self, name: str, title: str) -> FieldEditor:
        listed = name not in ("start", "end")
        made = FieldEditor(
            title,
            partial(self._options, name) if listed else None,
            states=name != "secondment",
            many=name == "functions",
        )
        made.setObjectName(name)
        made.forbid_absent()
        made.edited.connect(self._on_edited)
        made.stated.connect(self._on_stated)
        return made

    def _lay_out(self, beside: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.when, 1)
        head.addWidget(self.sure)
        head.addWidget(self.signed)
        fields = QWidget()
        fields.setObjectName("plain")
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, theme.px(4), 0, 0)
        grid.setVerticalSpacing(theme.px(6))
        for at, editor in enumerate(self.editors.values()):
            grid.addWidget(editor, at, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.wrong, 1)
        row.addStretch()
        row.addWidget(self.withdraw_button)
        row.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self.text)
        layout.addLayout(head)
        if beside:
            both = QHBoxLayout()
            both.setSpacing(theme.px(14))
            area = scrolled(fields)
            area.setMinimumHeight(min(theme.px(345), 400))  # all of them, but for large text
            both.addWidget(area, 5)
            both.addWidget(scrolled(self.whole), 4)
            layout.addLayout(both, 1)
            layout.addLayout(row)
            return
        layout.addWidget(fields)
        layout.addLayout(row)
        layout.addWidget(hairline())
        layout.addWidget(self.whole)
        layout.addStretch()

    def _options(self, name: str) -> Sequence[Option]:
        listed = areas(self._context.workspace.snapshot)
        return [Option(text, text) for text in work.options(name, listed)]

    # ---- what is shown

    def show_entry(self, person: str, entry: str) -> None:
        """Show an entry as it stands; what was typed is given up. Empty ids show nothing."""
        snapshot = self._context.workspace.snapshot if person else None
        standing = work.standing_of(snapshot, person, entry) if snapshot else None
        self._standing = standing
        self.setEnabled(standing is not None)
        for name, editor in self.editors.items():
            text = work.text_in(standing.entry, name) if standing else ""
            editor.show_value(text, "" if text else "unknown")
        self._show_state()
        if standing is None:
            self.text.setText("")
            self.whole.setText("")
            self.when.setText("")
            self.sure.hide()
            self.signed.hide()
            return
        self.text.setText(standing.entry.text or "")
        self.whole.setText(self._person(standing).resume or "")
        kind = "" if standing.entry.kind == "任职" else f" · {standing.entry.kind}"
        self.when.setText(f"简历第 {standing.entry.line + 1} 行{kind}")
        sure = (standing.read or standing.entry).sure or 0
        self.sure.show_text(f"系统读法把握 {sure}", "green" if sure >= CLEAR else "yellow")
        self.sure.show()
        self.signed.show_text(work.signature(standing), "green")
        self.signed.setVisible(standing.correction is not None)

    def standing(self) -> Standing | None:
        """The entry shown."""
        return self._standing

    def dirty(self) -> bool:
        """Say whether anything was typed that is not saved."""
        return any(self._changed(name) for name in self.editors)

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        editor = self.editors[name if name in self.editors else "unit_kind"]
        editor.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _changed(self, name: str) -> bool:
        if self._standing is None:
            return False
        return self.editors[name].text() != work.text_in(self._standing.entry, name)

    def _show_state(self) -> None:
        for name, editor in self.editors.items():
            editor.show_changed(self._changed(name))
            read = self._standing.read if self._standing else None
            told = work.text_in(read, name) if read else ""
            differs = read is not None and told != editor.text()
            editor.show_fault(f"系统读作：{told or '不明'}" if differs else "", soft=True)
        self.save_button.setEnabled(self.dirty())
        held = self._standing is not None and self._standing.entry.by_hand
        self.withdraw_button.setEnabled(bool(held))
        self._refuse("")

    def _refuse(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    # ---- writing

    def save(self) -> None:
        """Write what was put right."""
        standing = self._standing
        if standing is None or not self.dirty():
            return
        changed = {n: e.text() for n, e in self.editors.items() if self._changed(n)}
        months = {n: self.editors[n].text() for n in ("start", "end")}
        try:
            checked = work.values_of(months | changed)
        except UserError as error:
            self._refuse(str(error))
            return
        values = {name: checked[name] for name in changed}
        edit = work.correcting(standing, values, self._person(standing))
        if edit is not None:
            self._write(edit.forward, edit.backward, "更正履历读法", standing)

    def withdraw(self) -> None:
        """Go back to what was read."""
        standing = self._standing
        if standing is not None and standing.entry.by_hand:
            edit = work.withdrawing(standing, self._person(standing))
            self._write(edit.forward, edit.backward, "撤回履历读法的更正", standing)

    def _person(self, standing: Standing) -> Person:
        people = self._context.workspace.snapshot.people
        found: Person = people.record(people.positions[standing.entry.person or ""])
        return found

    def _write(
        self,
        forward: Callable[..., Changes],
        backward: Callable[..., Changes],
        title: str,
        standing: Standing,
    ) -> None:
        self._written = standing.entry.id
        self._context.workspace.write(
            forward,
            title,
            done=self._on_written,
            initiator=self._initiator,
            undo=backward,
        )

    # ---- slots

    def _on_written(self, changes: Changes) -> None:
        standing, entry = self._standing, self._written
        if standing is not None and standing.entry.id == entry:
            self.show_entry(standing.entry.person or "", entry)
        self.saved.emit(entry)

    def _on_edited(self, text: str) -> None:
        self._show_state()

    def _on_stated(self, state: str) -> None:
        editor = self.editors[self.sender().objectName()]
        editor.show_value("", "unknown")
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
            return
        super().keyPressEvent(event)
