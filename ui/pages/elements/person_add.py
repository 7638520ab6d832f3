"""Adding a person: the few fields one needs at first, and who may be there already."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from leadership_model import ids
from leadership_model.people import duplicates, fields
from leadership_model.people.duplicates import Likeness
from leadership_model.people.person import Person
from ui import names
from ui.pages.elements import person_picks
from ui.pages.elements import person_work as work
from ui.pages.elements.field_editor import FieldEditor
from ui.widgets.card import Notice
from ui.widgets.dialog import Dialog
from ui.widgets.emptying import empty
from ui.widgets.labels import label, link
from ui.widgets.picker import Option

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

ASKED = ("name", "id_number", "sex", "birth", "ethnicity", "party", "unit", "post_text", "level")
MOST = 4  # likenesses listed


class AddDialog(Dialog):
    """`person` is the new one when accepted; `existing` the id of the one to open instead."""

    def __init__(self, snapshot: "Snapshot", as_of: int, parent: QWidget | None = None) -> None:
        super().__init__("新增干部", parent, width=520)
        self._snapshot, self._as_of = snapshot, as_of
        self._names = work.Names(snapshot)
        self._areas = tuple(work.areas(snapshot))
        self.person = Person(id=ids.new("p"), name=None)
        self.existing = ""
        self._wrong: dict[str, str] = {}
        self.body.addWidget(label("其余信息保存后在右侧表单中补充；姓名必填", "note"))
        self.editors = {name: self._editor(name) for name in ASKED}
        form = QWidget()
        form.setObjectName("plain")
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        for editor in self.editors.values():
            column.addWidget(editor)
        column.addStretch(1)
        self.body.addWidget(self.scrolled(form, 390), 1)
        self.notice = Notice()
        self._found = QVBoxLayout()
        self._found.setSpacing(3)
        self.notice.row.addLayout(self._found, 1)
        self.notice.hide()
        self.body.addWidget(self.notice)
        self.sure = QCheckBox("已核对，不是同一个人")
        self.sure.hide()
        self.body.addWidget(self.sure)
        self.add_cancel()
        self.add_button("新增", self._on_add, kind="primary", default=True)
        self.editors["name"].field.setFocus()

    def _editor(self, name: str) -> FieldEditor:
        field = fields.BY_NAME[name]
        listed = field.kind in ("code", "unit", "area")
        made = FieldEditor(
            field.label,
            partial(self._options, name) if listed else None,
            states=not field.needed,
        )
        made.setObjectName(name)
        made.edited.connect(self._on_edited)
        made.stated.connect(self._on_stated)
        made.show_value("", "unknown")
        return made

    def _options(self, name: str) -> Sequence[Option]:
        return person_picks.of_field(name, self._names, self._areas)

    # ---- what is typed

    def _on_edited(self, text: str) -> None:
        name = self.sender().objectName()
        known = self._names.unit_ids if name == "unit" else None
        sentence = fields.fault_in(name, text, known)
        self._wrong.pop(name, None)
        if sentence:
            self._wrong[name] = sentence
        elif name == "name" and not text.strip():
            self.person = replace(self.person, name=None)
        else:
            self.person = fields.with_text(self.person, name, text, known)
        self._show(typed=name)

    def _on_stated(self, state: str) -> None:
        name = self.sender().objectName()
        self._wrong.pop(name, None)
        wanted = "absent" if state == "absent" else "unknown"
        self.person = fields.with_state(self.person, name, wanted)  # type: ignore[arg-type]
        self._show()

    def _show(self, typed: str = "") -> None:
        crossed = fields.faults(self.person, self._as_of)
        for name, editor in self.editors.items():
            if name not in self._wrong:
                text = fields.text_in(self.person, name, self._names.units)
                shown = editor.text() if name == typed else text
                editor.show_value(shown, fields.state_of(self.person, name))
            editor.show_fault(self._wrong.get(name) or crossed.get(name, ""))
        self._show_alike()
        self.refuse("")

    def alike(self) -> tuple[Likeness, ...]:
        """Give who of the base may be the person being added."""
        person = self.person
        return duplicates.alike(
            self._snapshot, person.name or "", person.birth, person.birth_year, person.id_number
        )

    def _show_alike(self) -> None:
        empty(self._found)
        found = self.alike()
        if found:
            self._found.addWidget(
                label(f"库中可能已有此人（{len(found)} 人），点开核对：", "strong")
            )
        for each in found[:MOST]:
            made = link(self._words(each), self._on_existing, "不新增，打开已有的这条记录")
            made.setObjectName(self._snapshot.people.ids[each.first])
            self._found.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.notice.setVisible(bool(found))
        self.sure.setVisible(bool(found))

    def _words(self, each: Likeness) -> str:
        people = self._snapshot.people
        parts = (
            names.person_name(self._snapshot, each.first),
            names.month(int(people.ints("birth")[each.first])),
            names.position_text(self._snapshot, each.first),
        )
        return f"{'　'.join(filter(None, parts))}（{each.why}）"

    # ---- closing

    def _on_existing(self) -> None:
        self.existing = self.sender().objectName()
        self.accept()

    def _on_add(self) -> None:
        wrong = self._wrong or fields.faults(self.person, self._as_of)
        if not (self.person.name or "").strip():
            self._wrong["name"] = "请填写姓名。"
            self._show()
            wrong = self._wrong
        if wrong:
            name = next(iter(wrong))
            if name in self.editors:
                self.editors[name].field.setFocus()
            self.refuse(wrong[name])
            return
        if self.alike() and not self.sure.isChecked():
            self.refuse("库中可能已有此人，请先核对；确实不是同一人的，请勾选后再新增。")
            self.sure.setFocus()
            return
        self.accept()
