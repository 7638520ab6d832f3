"""Asks what a list of people is to be called, and which of the lists there are is meant."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from leadership_model.errors import UserError
from leadership_model.people.named_set import NamedSet
from leadership_model.query import lists
from leadership_model.query.people_set import PeopleSet
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

NO_FOLDER = "未分文件夹"
KEPT = "保存的是这些人，以后数据变了名单上还是他们；要随数据变化请保存查询。"
Wanted = Literal["open", "unite", "intersect", "subtract", "condition", "rename", "delete"]
# what a button does, its words and what it says on hover
USES: tuple[tuple[Wanted, str, str], ...] = (
    ("open", "打开", "在表中列出名单上的人，接着只在其中查"),
    ("unite", "并入结果", "当前结果并上这个名单"),
    ("intersect", "与结果取交", "当前结果中只留名单上的人"),
    ("subtract", "从结果剔除", "从当前结果中去掉名单上的人"),
    ("condition", "作为条件", "给当前问题加一行：在这个名单上"),
)


class ListFields(QGridLayout):
    """Name, folder and note of a list."""

    def __init__(self, record: NamedSet | None, folders: Sequence[str], name: str) -> None:
        super().__init__()
        self.name = QLineEdit(name if record is None else record.label or "")
        self.name.setPlaceholderText("如：第三季度拟调整人选")
        self.folder = QComboBox()
        self.folder.setEditable(True)
        self.folder.addItems(list(folders))
        self.folder.setCurrentText("" if record is None else record.folder or "")
        edit = self.folder.lineEdit()
        if edit is not None:
            edit.setPlaceholderText("可不填，或写一个新文件夹")
        self.note = QLineEdit("" if record is None else record.note or "")
        self.note.setPlaceholderText("可不填")
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(8)
        self.setColumnStretch(1, 1)
        rows = (("名称", self.name), ("文件夹", self.folder), ("备注", self.note))
        for row, (words, field) in enumerate(rows):
            field.setAccessibleName(words)
            self.addWidget(label(words, "note"), row, 0)
            self.addWidget(field, row, 1)


class KeepDialog(Dialog):
    """Asks under which name people are kept; `made` is the list they make."""

    def __init__(
        self, people: PeopleSet, others: Sequence[NamedSet], parent: QWidget | None = None
    ) -> None:
        super().__init__(f"存为名单：{len(people):,} 人", parent, width=460)
        self._people, self._others = people, others
        self.made: NamedSet | None = None
        self.fields = ListFields(None, folders_of(others), "")
        self.body.addWidget(label(people.origin, "note", wrap=True))
        self.body.addLayout(self.fields)
        self.body.addWidget(label(KEPT, "faint", wrap=True))
        self.add_cancel()
        self.add_button("保存", self._on_save, kind="primary", default=True)

    def _on_save(self) -> None:
        try:
            self.made = lists.made(
                self._people,
                self.fields.name.text(),
                self.fields.folder.currentText(),
                self.fields.note.text(),
                self._others,
            )
        except UserError as error:
            self.refuse(error.sentence)
            return
        self.accept()


class RenameDialog(Dialog):
    """Changes name, folder and note of a list; `made` is the list as it shall be."""

    def __init__(
        self, record: NamedSet, others: Sequence[NamedSet], parent: QWidget | None = None
    ) -> None:
        super().__init__("修改名单", parent, width=460)
        self._record, self._others = record, others
        self.made: NamedSet | None = None
        self.fields = ListFields(record, folders_of(others), "")
        self.body.addLayout(self.fields)
        self.body.addWidget(label("用到它的已存查询和着色规则随之改名。", "faint"))
        self.add_cancel()
        self.add_button("保存", self._on_save, kind="primary", default=True)

    def _on_save(self) -> None:
        from dataclasses import replace

        record, fields = self._record, self.fields
        try:
            name = lists.checked_name(fields.name.text(), self._others, record.id)
        except UserError as error:
            self.refuse(error.sentence)
            return
        folder, note = fields.folder.currentText().strip(), fields.note.text().strip()
        self.made = replace(record, label=name, folder=folder or None, note=note or None)
        self.accept()


class ListsDialog(Dialog):
    """All lists by folder. `wanted` says what to do with which: it is done by who asked."""

    def __init__(
        self,
        records: Sequence[NamedSet],
        counts: Sequence[tuple[int, int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("名单", parent, width=640)
        self._records = {each.id: each for each in records}
        self.wanted: tuple[Wanted, NamedSet] | None = None
        self.list = TwoLineList()
        self.list.setMinimumHeight(self.room(300))
        self.list.show_items(_items(records, counts))
        self.list.activated_id.connect(self._on_activated)
        self.body.addWidget(self.list, 1)
        if not records:
            words = "还没有名单。查得人以后用“存为名单”保存，单位、班子、图表和方案里的人也可以。"
            self.body.addWidget(label(words, "note", wrap=True))
        else:
            self.list.choose(records[0].id, announce=False)
            row = QHBoxLayout()
            row.setSpacing(6)
            self.uses = {}
            for use, words, tip in USES:
                made = button(words, self._on_use, kind="small", tip=tip)
                made.setProperty("use", use)
                self.uses[use] = made
                row.addWidget(made)
            row.addStretch(1)
            self.body.addLayout(row)
        self.add_cancel("关闭")
        if records:
            self.add_button("修改…", self._on_rename)
            self.add_button("删除…", self._on_delete, kind="danger")

    def _on_use(self) -> None:
        self._end(self.sender().property("use"))

    def _on_activated(self, _id: str) -> None:
        self._end("open")

    def _on_rename(self) -> None:
        self._end("rename")

    def _on_delete(self) -> None:
        self._end("delete")

    def _end(self, use: Wanted) -> None:
        record = self._records.get(self.list.current_id() or "")
        if record is not None:
            self.wanted = (use, record)
            self.accept()


def folders_of(records: Sequence[NamedSet]) -> list[str]:
    """Give the folders in use, in order."""
    return sorted({each.folder for each in records if each.folder})


def _items(records: Sequence[NamedSet], counts: Sequence[tuple[int, int]]) -> list[ListItem]:
    found: list[ListItem] = []
    folder: str | None = ""
    several = any(each.folder for each in records)
    for each, (count, gone) in zip(records, counts, strict=True):
        if several and (not found or each.folder != folder):
            folder = each.folder
            found.append(ListItem(id="", title=folder or NO_FOLDER, section=True))
        notes = filter(None, (each.note, each.origin))
        found.append(
            ListItem(
                id=each.id,
                title=each.label or "",
                note=" · ".join(notes) or "手工选定",
                right=f"{count:,} 人",
                right_note=f"另 {gone} 人已不在库中" if gone else each.entered_by or "",
                icon="account-multiple-outline",
            )
        )
    return found
