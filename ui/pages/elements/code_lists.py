"""代码表: the shipped lists, their entries, and how many records hold each entry."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from ui import names, theme
from ui.context import Context
from ui.navigation import ShowPeople, ShowPosts, ShowTeams
from ui.pages.elements import code_work as work
from ui.pages.elements.section import Section
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.search import SearchField


class CodesSection(Section):
    """Lists at the left, entries at the right."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._list = next(each for each in work.lists() if each.id == "education")
        self.lists = TwoLineList()
        self.search = SearchField("名称、代码、拼音")
        self.view = TableView(context.settings, "elements.codes", opens="查看使用它的干部")
        self._about = label("", "note", wrap=True)
        self._card = Card(self._list.title).flush()
        left = Card("代码表").flush()
        left.body.addWidget(self.lists)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(self.search)
        row.addWidget(self._about, 1)
        self._people = button("查看使用它的干部", self._on_people, icon="account-outline",
                              kind="small")  # fmt: skip
        row.addWidget(self._people)
        self._card.body.addLayout(row)
        self._card.body.addWidget(self.view, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(theme.px(10))
        split.addWidget(left)
        split.addWidget(self._card)
        split.setStretchFactor(1, 1)
        split.setSizes([230, 1200])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.lists.chosen.connect(self._on_list)
        self.search.typed.connect(self.view.filter_text)
        self.view.opened.connect(self._on_opened)

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.workspace.snapshot
        items = [
            ListItem(id=each.id, title=each.title, right=str(len(work.entries(each, snapshot))))
            for each in work.lists()
        ]
        self.lists.show_items(items)
        self.lists.choose(self._list.id, announce=False)
        self._show()

    def note(self) -> str:
        return f"代码表 · {len(work.lists())} 个随程序提供的代码表，按国家和干部信息标准编制"

    def table(self) -> TableView:
        return self.view

    def _on_list(self, id: object) -> None:
        self._list = next(each for each in work.lists() if each.id == id)
        self._show()

    def _on_opened(self, id: object) -> None:
        self._open(str(id))

    def _on_people(self) -> None:
        self._open(self.view.current_id())

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
            self.context.say(f"“{name}”目前没有使用。")

    def _show(self) -> None:
        rows = work.entries(self._list, self.context.workspace.snapshot)
        self.view.show_rows(columns(), rows, [row.name for row in rows])
        if rows:
            self.view.select_ids((rows[0].name,))
        used = sum(1 for row in rows if row.used)
        self._card.set_title(self._list.title)
        self._card.set_note(f"{len(rows)} 项，{used} 项在用")
        standard = f"{self._list.standard} · " if self._list.standard else ""
        self._about.setText(f"{standard}随程序提供，不能改动；次数为库中使用它的记录数")
        self.noted.emit()


def columns() -> tuple[Column, ...]:
    """Give the columns of the entries; items are `CodeRow`."""
    return (
        Column(id="code", title="代码", cell=_code, width=80),
        Column(id="name", title="名称", cell=_name, width=220, search=True, fixed=True),
        Column(id="rank", title="次序", cell=_rank, width=60, align="right", keys=_ranks),
        Column(id="also", title="也写作", cell=_also, width=260, search=True, stretch=True),
        Column(id="more", title="其他属性", cell=_more, width=280),
        Column(id="used", title="使用次数", cell=_used, width=80, align="right", keys=_uses),
    )


def _code(row: work.CodeRow) -> str:
    return row.code or "–"


def _name(row: work.CodeRow) -> str:
    return row.name


def _rank(row: work.CodeRow) -> str:
    return "–" if row.rank is None else str(row.rank)


def _ranks(items: Sequence[work.CodeRow]) -> object:
    import numpy as np

    return np.array([-1 if row.rank is None else row.rank for row in items], dtype=np.int32)


def _also(row: work.CodeRow) -> Cell:
    return Cell(text=row.also or "–", tone="text2")


def _more(row: work.CodeRow) -> Cell:
    return Cell(text=row.more or "–", tone="text2")


def _used(row: work.CodeRow) -> Cell:
    return Cell(text=names.number(row.used), link=True) if row.used else Cell(text="0", faint=True)


def _uses(items: Sequence[work.CodeRow]) -> object:
    import numpy as np

    return np.array([row.used for row in items], dtype=np.int32)
