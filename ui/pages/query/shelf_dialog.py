"""All kept questions with how many each finds now; open, change, mend, hand on, delete."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model.query.asking import MONTH_WORDS
from leadership_model.store.nouns import SavedQuery
from ui import names
from ui.context import Context
from ui.pages.query import saved
from ui.pages.query.saved import State
from ui.tables.cell import Cell
from ui.tables.columns import Column, Keys
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.search import SearchField

if TYPE_CHECKING:
    from ui.pages.query.keeping import Keeping

KEY = "query.states"
Row = tuple[SavedQuery, State | None]


class ShelfDialog(Dialog):
    """Lists the questions; `wanted` is the id of the one to be opened once accepted."""

    def __init__(self, context: Context, keeping: "Keeping", parent: QWidget | None = None) -> None:
        super().__init__("已存查询", parent, width=980)
        self._context, self._keeping = context, keeping
        self._states: Mapping[str, State] = {}
        self.wanted = ""
        self.search = SearchField("名称、文件夹、备注、条件")
        self.table = TableView(context.settings, "query.shelf", opens="打开查询", numbered=True)
        self.table.setMinimumHeight(self.room(360))
        self.table.set_empty(
            "filter-variant",
            "还没有已存查询",
            "在查人页组好条件后保存，或从文本导入。",
            "导入查询…",
            self._on_take,
        )
        self.search.typed.connect(self.table.filter_text)
        self.table.opened.connect(self._on_open_id)
        self.table.activated_id.connect(self._on_open_id)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        self.edit_button = button("修改…", self._on_edit, kind="small", icon="pencil-outline")
        self.mend_button = button("修复…", self._on_mend, kind="small", icon="wrench-outline")
        self.remove_button = button("删除", self._on_remove, kind="small", icon="delete-outline")
        self.give_button = button(
            "导出…", self._on_give, kind="small", tip="把选中的（或全部所列）查询写成文本"
        )
        self.take_button = button("导入…", self._on_take, kind="small", tip="从文本导入查询")
        for each in (
            *(self.edit_button, self.mend_button, self.remove_button),
            *(self.give_button, self.take_button),
        ):
            each.setAutoDefault(False)
            row.addWidget(each)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.add_cancel("关闭")
        self.open_button = self.add_button("打开", self._on_open, kind="primary")
        self.table.chosen.connect(self._follow)
        keeping.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Show the questions there are; how many they find follows."""
        queries = self._keeping.queries
        self._fill(queries)
        workspace = self._context.workspace
        read = partial(saved.states, workspace.world, queries)
        self._context.jobs.read(read, KEY, self._on_states, title="正在统计各查询的人数")

    def _on_states(self, found: Mapping[str, State]) -> None:
        self._states = found
        self._fill(self._keeping.queries)

    def _fill(self, queries: Sequence[SavedQuery]) -> None:
        rows: list[Row] = [(each, self._states.get(each.id)) for each in queries]
        self.table.show_rows(columns(), rows, [each.id for each in queries])
        if queries and not self.table.current_id():
            self.table.select_ids([queries[0].id], scroll=False)
        self._follow()

    def _follow(self, _id: object = None) -> None:
        one = self._current() is not None
        for each in (self.edit_button, self.mend_button, self.remove_button, self.open_button):
            each.setEnabled(one)
        self.give_button.setEnabled(bool(self._keeping.queries))

    def _current(self) -> SavedQuery | None:
        id = self.table.current_id()
        return next((each for each in self._keeping.queries if each.id == id), None)

    # ---- slots

    def _on_open_id(self, id: str) -> None:
        self.wanted = id
        self.accept()

    def _on_open(self) -> None:
        query = self._current()
        if query is not None:
            self._on_open_id(query.id)

    def _on_edit(self) -> None:
        query = self._current()
        if query is not None:
            self._keeping.edit(query)

    def _on_mend(self) -> None:
        query = self._current()
        if query is not None:
            self._keeping.mend(query)

    def _on_remove(self) -> None:
        query = self._current()
        if query is not None:
            self._keeping.remove(query)

    def _on_give(self) -> None:
        chosen = set(self.table.selected_ids()) or set(self.table.rows.shown_ids())
        self._keeping.give([each for each in self._keeping.queries if each.id in chosen])

    def _on_take(self) -> None:
        self._keeping.bring_in()


def columns() -> tuple[Column, ...]:
    """Make the columns over questions with their states."""
    return (
        Column(id="label", title="名称", width=180, cell=_label, tip=_tip, search=True, fixed=True),
        Column(id="folder", title="文件夹", width=110, cell=_folder, search=True),
        Column(
            id="count",
            title="人数",
            width=76,
            align="right",
            cell=_count,
            keys=_count_keys,
            tip=_count_tip,
        ),
        Column(id="asks", title="打开时询问", width=130, cell=_asks),
        Column(id="note", title="备注", width=150, cell=_note, search=True),
        Column(
            id="sentence",
            title="条件",
            width=240,
            cell=_sentence,
            tip=_tip,
            search=True,
            stretch=True,
        ),
        Column(id="author", title="保存者", width=84, cell=_author, search=True),
        Column(id="changed", title="时间", width=90, cell=_changed),
    )


def _label(row: Row) -> Cell:
    return Cell(text=row[0].label, link=True)


def _folder(row: Row) -> str:
    return row[0].folder or names.NOTHING


def _count(row: Row) -> Cell:
    state = row[1]
    if state is None:
        return Cell(text="…", tone="text2")
    if state.count is None:
        return Cell(text="须修复", mark="red", tone="red")
    if state.troubles:
        return Cell(text=f"{state.count:,}", mark="yellow")
    return Cell(text=f"{state.count:,}")


def _count_keys(rows: Sequence[Row]) -> Keys:
    counts = [-1 if s is None or s.count is None else s.count for _, s in rows]
    return np.array(counts, dtype=np.int32)


def _count_tip(row: Row) -> str:
    state = row[1]
    if state is None:
        return "正在统计"
    return state.words or f"查得 {state.count:,} 人，另有 {state.unknown:,} 人待核"


def _asks(row: Row) -> str:
    asked = saved.kept_of(row[0]).parameters
    return "、".join(each.label or MONTH_WORDS for each in asked) or names.NOTHING


def _note(row: Row) -> str:
    return row[0].note or names.NOTHING


def _sentence(row: Row) -> str:
    return row[0].sentence


def _tip(row: Row) -> str:
    return row[0].sentence


def _author(row: Row) -> str:
    return row[0].author or names.NOTHING


def _changed(row: Row) -> str:
    return row[0].changed_at[:10] or names.NOTHING
