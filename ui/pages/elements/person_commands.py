"""What the section of people does to whole people: add, remove, merge, step, batch."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from leadership_model.changes import Changes
from leadership_model.people import duplicates, lifecycle
from leadership_model.people.person import Person
from ui import theme
from ui.actions import Action
from ui.context import Context
from ui.pages.elements.actions import (
    PERSON_ADD,
    PERSON_BATCH,
    PERSON_MERGE,
    PERSON_REMOVE,
    PERSON_STEP,
)
from ui.pages.elements.batch_dialog import BatchDialog, writes
from ui.pages.elements.lifecycle_dialog import LifecycleDialog
from ui.pages.elements.merge_dialog import DuplicatesDialog, MergeDialog
from ui.pages.elements.person_add import AddDialog
from ui.pages.elements.person_work import rows_of
from ui.widgets.buttons import button, icon_button
from ui.widgets.flow import FlowLayout
from ui.writing import Write

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot
    from ui.pages.elements.people import PeopleSection

HANGING = (
    ("tenure", "任职"),
    ("career_entry", "履历"),
    ("education", "学历学位"),
    ("appraisal", "年度考核"),
    ("relative", "家庭成员"),
)


class PersonCommands(QObject):
    """The commands of a section; each asks in a dialog and writes one edit that can be undone."""

    def __init__(self, context: Context, section: "PeopleSection") -> None:
        super().__init__(section)
        self._context, self._section = context, section
        self._open = ""  # who is to be shown when the write has arrived

    def all(self) -> tuple[tuple[Action, Callable[..., object]], ...]:
        """Give the commands with their slots."""
        return (
            (PERSON_ADD, self.add),
            (PERSON_STEP, self.step),
            (PERSON_BATCH, self.batch),
            (PERSON_MERGE, self.merge),
            (PERSON_REMOVE, self.remove),
        )

    def tools(self) -> QHBoxLayout:
        """Make the row of commands above the list; it wraps where text is large."""
        host = QWidget()
        host.setObjectName("plain")
        flow = FlowLayout(host, theme.px(6))
        words = {PERSON_ADD: "新增", PERSON_STEP: "变动"}
        words |= {PERSON_BATCH: "批量", PERSON_MERGE: "合并"}
        for action, slot in self.all():
            if action in words:
                tip = f"{action.tip}（{action.shortcut}）"
                made = button(words[action], slot, icon=action.icon, kind="small", tip=tip)
                flow.addWidget(made)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(host)
        return row

    def remove_button(self) -> QToolButton:
        """Make the button that deletes the person shown."""
        tip = f"{PERSON_REMOVE.tip}（{PERSON_REMOVE.shortcut}）"
        return icon_button(PERSON_REMOVE.icon, tip, self.remove)

    # ---- commands

    def add(self) -> None:
        """Add a person, unless it is found to be there."""
        if not self._free():
            return
        workspace = self._context.workspace
        dialog = AddDialog(workspace.snapshot, workspace.as_of, self._window())
        if not self._context.ask.show(dialog):
            return
        if dialog.existing:
            self._section.edit_person(dialog.existing)
            return
        from leadership_model.store.joint import JointEdit

        person = dialog.person
        edit = JointEdit((), (person,), (), "新增干部", person.id)
        self._write(edit.forward, f"新增 {person.name}", edit.backward, person.id)

    def remove(self) -> None:
        """Delete the person shown, after a question that says what goes with it."""
        person = self._person()
        if person is None or not self._free():
            return
        text = (
            f"将删除 {person.name} 的记录{self._hanging(person.id)}，以及照片、亲属关系和原始文件。"
            "退休、调出等情形请用“人员变动”，记录会保留下来。删除后可以撤销。"
        )
        if not self._context.ask.confirm("删除干部", text, yes="删除", danger=True):
            return
        from leadership_model.store.belongings import Removal

        edit = Removal(person)
        self._write(edit.forward, f"删除 {person.name}", edit.backward)

    def merge(self) -> None:
        """Merge the two people selected, or one of the pairs that may be one person."""
        if not self._free():
            return
        pair = self._selected_pair() or self._pair_found()
        if pair is None:
            return
        dialog = MergeDialog(self._context, *pair, self._window())
        if not self._context.ask.show(dialog):
            return
        from leadership_model.store.belongings import Merger

        people = self._snapshot().people
        left, right = people.record(dialog.left), people.record(dialog.right)
        edit = Merger(left, right, dialog.picks())
        self._write(edit.forward, f"合并 {left.name} 的两条记录", edit.backward, left.id)

    def step(self) -> None:
        """Take a step of a career with the person shown."""
        person = self._person()
        if person is None or not self._free():
            return
        dialog = LifecycleDialog(self._context, person.id, self._window())
        if not self._context.ask.show(dialog) or dialog.step is None:
            return
        from leadership_model.store.joint import JointEdit

        outcome = lifecycle.carry_out(self._snapshot(), dialog.step)
        kind = dialog.step.kind
        words = lifecycle.words_of(dialog.step)
        edit = JointEdit(outcome.before, outcome.after, (), words, person.id)
        self._write(edit.forward, f"{person.name} {kind}", edit.backward, person.id)

    def batch(self) -> None:
        """Change one field of everybody selected; of everybody in sight where one is selected."""
        if not self._free():
            return
        chosen = self._section.view.selected_ids()
        if len(chosen) < 2:
            chosen = self._section.view.rows.shown_ids()
        positions = self._snapshot().people.positions
        if not chosen:
            self._context.say("列表中没有干部，请先调整查找条件。")
            return
        dialog = BatchDialog(self._context, [positions[id] for id in chosen], self._window())
        if not self._context.ask.show(dialog):
            return
        from leadership_model.people import fields
        from leadership_model.store.joint import JointEdit

        wanted = writes(dialog.proposals)
        before, after = (tuple(getattr(e, side) for e in wanted) for side in ("before", "after"))
        edit = JointEdit(before, after, (), "批量修改")
        title = f"批量修改 {len(wanted)} 人的{fields.LABELS[dialog.field]}"
        self._write(edit.forward, title, edit.backward)

    # ---- what they share

    def _snapshot(self) -> "Snapshot":
        return self._context.workspace.snapshot

    def _window(self) -> QWidget:
        return self._section.window()

    def _free(self) -> bool:
        """Say whether nothing unsaved would be written over."""
        if self._section.dirty():
            self._context.say("当前记录有未保存的修改，请先保存（Ctrl+S）或还原。")
            return False
        return True

    def _person(self) -> Person | None:
        person = self._section.person()
        if person is None:
            self._context.say("请先在列表中选择一名干部。")
        return person

    def _hanging(self, id: str) -> str:
        snapshot = self._snapshot()
        at = snapshot.people.positions[id]
        counts = [(len(rows_of(snapshot, name, at)), words) for name, words in HANGING]
        listed = "、".join(f"{count} 条{words}" for count, words in counts if count)
        return f"及其 {listed}" if listed else ""

    def _selected_pair(self) -> tuple[int, int] | None:
        chosen = self._section.view.selected_ids()
        positions = self._snapshot().people.positions
        return (positions[chosen[0]], positions[chosen[1]]) if len(chosen) == 2 else None

    def _pair_found(self) -> tuple[int, int] | None:
        found = duplicates.pairs(self._snapshot())
        dialog = DuplicatesDialog(self._context, found, self._window())
        return dialog.pair if self._context.ask.show(dialog) else None

    def _write(self, forward: Write, text: str, backward: Write, shown: str = "") -> None:
        self._open = shown
        self._context.workspace.write(
            forward, text, done=self._on_done, initiator=self._section.initiator, undo=backward
        )
        self._context.say(f"正在{text}")

    def _on_done(self, changes: Changes) -> None:
        if self._open:
            self._section.edit_person(self._open)
        self._context.say("已完成，可用 Ctrl+Z 撤销。")
