"""The lists of codes: shipped entries to be read, own entries to be kept, who uses each."""

from dataclasses import replace

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model import ids
from leadership_model.changes import Changes
from leadership_model.people import codes
from leadership_model.people.own_codes import LIKE_NEEDED, OwnCode
from ui import theme
from ui.context import Context
from ui.navigation import ShowPeople, ShowPosts, ShowTeams
from ui.pages.elements import code_work as work
from ui.pages.elements.code_columns import columns
from ui.pages.elements.renamer import Renamer, can_rename
from ui.pages.elements.section import Section
from ui.pages.elements.unit_panel import small
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.search import SearchField


class CodesPane(Section):
    """Lists at the left, entries at the right."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self.initiator = page
        self._list = next(each for each in work.lists() if each.id == "education")
        self._rows: dict[str, work.CodeRow] = {}
        self._renamer = Renamer(context, page, self)
        self.lists = TwoLineList()
        self.lists.setAccessibleName("代码表")
        self.search = SearchField("名称、代码、拼音")
        self.view = TableView(context.settings, "elements.codes", opens="查看使用它的干部")
        self._about = label("", "note", wrap=True)
        self._card = Card(self._list.title).flush()
        self._lay_out()
        self.lists.chosen.connect(self._on_list)
        self.search.typed.connect(self.view.filter_text)
        self.view.opened.connect(self._on_opened)
        self.view.chosen.connect(self._on_chosen)
        self.view.activated_id.connect(self._on_change)

    def _lay_out(self) -> None:
        left = Card("代码表").flush()
        left.body.addWidget(self.lists)
        self._add = small("增补…", self._on_add, "plus", "在随程序提供的代码之后加一项本部门的")
        self._change = small("修改…", self._on_change, "pencil-outline")
        tip = "换一个名称，写着它的记录、要素和查询随之改写"
        self._rename = small("改名…", self._on_rename, "rename-outline", tip)
        self._retire = small("停用", self._on_retire, "archive-outline")
        self._delete = small("删除", self._on_delete, "delete-outline")
        self._people = small("查看使用它的记录", self._on_people, "account-outline")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        self._head.addWidget(self.search, 1)
        row = QHBoxLayout()
        self._head.addLayout(row)
        for each in (self._add, self._change, self._rename, self._retire, self._delete,
                     self._people):  # fmt: skip
            row.addWidget(each)
        row.addStretch(0)
        self._about.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        self._card.body.addLayout(self._head)
        self._card.body.addWidget(self._about)
        self._card.body.addWidget(self.view, 1)
        self._split = QSplitter()
        self._split.setHandleWidth(theme.px(10))
        self._split.addWidget(left)
        self._split.addWidget(self._card)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([230, 1200])
        self._split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    # ---- what the section asks

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.workspace.snapshot
        self.lists.show_items(
            [
                ListItem(id=each.id, title=each.title, right=str(len(work.entries(each, snapshot))))
                for each in work.lists()
            ]
        )
        self.lists.choose(self._list.id, announce=False)
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        # An own entry has six buttons: with large text they need a row of their own.
        super().set_narrow(narrow)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def note(self) -> str:
        own = sum(each.list in LIKE_NEEDED for each in codes.own())
        added = f"，本部门增补 {own} 项" if own else ""
        return f"代码表 · {len(work.lists())} 个，按国家和干部信息标准编制{added}"

    def table(self) -> TableView:
        return self.view

    def choose(self, name: str) -> None:
        """Show a list by its id."""
        self._list = next(each for each in work.lists() if each.id == name)
        self.lists.choose(name, announce=False)
        self._show()

    # ---- slots

    def _on_list(self, id: object) -> None:
        self.choose(str(id))

    def _on_chosen(self, id: object) -> None:
        self._show_buttons()

    def _on_opened(self, id: object) -> None:
        self._open(str(id))

    def _on_people(self) -> None:
        self._open(self.view.current_id())

    def _on_add(self) -> None:
        fresh = OwnCode(id=ids.new("c"), list=self._list.id, name="", order=_next(self._list.id))
        self._edit(fresh, None, f"增补{self._list.title}")

    def _on_change(self, *_: object) -> None:
        row = self._row()
        if row is not None and row.own is not None:
            self._edit(row.own, row.own, f"修改{self._list.title} {row.name}")
        elif row is not None:
            self.context.say(f"“{row.name}”随程序提供，不能改动。")

    def _on_rename(self) -> None:
        row = self._row()
        if row is None or row.own is None:
            return
        if can_rename(self._list.id):
            self._renamer.ask(self._list.id, row.name)
        else:
            sentence = "班子类别在“模型定制”左侧用“类别改名”（F2）改名，班子随之改写。"
            self.context.ask.inform(sentence)

    def _on_retire(self) -> None:
        row = self._row()
        if row is not None and row.own is not None:
            after = replace(row.own, retired=not row.own.retired)
            what = "恢复" if row.own.retired else "停用"
            self._write((row.own,), (after,), f"{what}{self._list.title} {row.name}")

    def _on_delete(self) -> None:
        row = self._row()
        if row is None or row.own is None:
            return
        if row.used:
            sentence = f"“{row.name}”还在 {row.used} 条记录中使用，不能删除。请用“停用”。"
            self.context.ask.error(sentence)
            return
        title = f"删除{self._list.title}"
        if self.context.ask.confirm(
            title, f"删除“{row.name}”？可以撤销。", yes="删除", danger=True
        ):
            self._write((row.own,), (), f"{title} {row.name}")

    # ---- the work

    def _edit(self, entry: OwnCode, before: OwnCode | None, words: str) -> None:
        from ui.pages.elements.code_entry import CodeDialog

        row = self._rows.get(entry.name)
        dialog = CodeDialog(self._list, entry, used=row.used if row and before else 0, parent=self)
        if self.context.ask.show(dialog):
            after = dialog.entry()
            name = words if before else f"{words} {after.name}"
            self._write((before,) if before else (), (after,), name)

    def _write(self, before: tuple[OwnCode, ...], after: tuple[OwnCode, ...], words: str) -> None:
        from leadership_model.store.code_entries import CodeEdit

        leaving = before[0].name if before and not after else ""
        edit = CodeEdit(before, after, leaving)
        self.context.workspace.write(
            edit.forward, words, initiator=self.initiator, undo=edit.backward
        )

    def _row(self) -> work.CodeRow | None:
        return self._rows.get(self.view.current_id())

    def _open(self, name: str) -> None:
        if not name:
            self.context.say("请先在列表中选择一个代码。")
            return
        snapshot, found = self.context.workspace.snapshot, self._list
        title = f"{found.title}：{name}"
        people = work.holders(found, name, snapshot)
        teams = work.seats_with(found, name, snapshot, "team")
        posts = work.seats_with(found, name, snapshot, "post")
        if people:
            self.context.navigator.go(ShowPeople(people, title))
        elif teams:
            self.context.navigator.go(ShowTeams(teams, title))
        elif posts:
            self.context.navigator.go(ShowPosts(posts, title))
        else:
            self.context.say(f"“{name}”目前没有干部、班子或岗位使用。")

    def _show(self) -> None:
        rows = work.entries(self._list, self.context.workspace.snapshot)
        self._rows = {row.name: row for row in rows}
        current = self.view.current_id()
        self.view.show_rows(columns(), rows, [row.name for row in rows])
        if rows and current not in self._rows:
            self.view.select_ids((rows[0].name,))
        used = sum(1 for row in rows if row.used)
        self._card.set_title(self._list.title)
        self._card.set_note(f"{len(rows)} 项，{used} 项在用")
        standard = f"{self._list.standard} · " if self._list.standard else ""
        may = "可在其后增补本部门的代码" if work.extensible(self._list) else "这个代码表不能增补"
        self._about.setText(f"{standard}随程序提供的代码只供查阅，不能改动；{may}。")
        self._show_buttons()
        self.noted.emit()

    def _show_buttons(self) -> None:
        row = self._row()
        own = None if row is None else row.own
        self._add.setVisible(work.extensible(self._list))
        for each in (self._change, self._rename, self._retire, self._delete):
            each.setVisible(own is not None)
        if own is not None:
            self._retire.setText("恢复使用" if own.retired else "停用")


def _next(code_list: str) -> int:
    return max((each.order or 0 for each in codes.own(code_list)), default=-1) + 1
