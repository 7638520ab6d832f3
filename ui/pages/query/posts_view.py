"""查岗位: posts with their holders; a list handed over by another page, or all of them."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadership_model.assessment.world import World
from ui import names, theme
from ui import navigation as go
from ui.context import Context
from ui.pages.query.teams_work import PostRow, post_rows
from ui.tables.cell import Cell
from ui.tables.columns import Column, Keys
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

KINDS = (("all", "全部"), ("vacant", "空缺"), ("held", "有人"))


class PostsView(QWidget):
    """One table of posts with a search field."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._world: World | None = None
        self._rows: tuple[PostRow, ...] = ()
        self._ids: frozenset[str] | None = None
        self._title = ""
        self.table = TableView(context.settings, "query.posts", opens="以岗找人", numbered=True)
        self.table.opened.connect(self._on_opened)
        self.table.activated_id.connect(self._on_opened)
        self.table.set_empty(
            "seat-outline", "没有符合的岗位", "改一下筛选，或列出全部岗位。", "全部岗位", self.clear
        )
        self.card = Card("岗位", " ").flush()
        self.kinds = Segments(KINDS)
        self.kinds.chosen.connect(self._on_kind)
        self.search = SearchField("岗位、班子、姓名")
        self.search.setProperty("size", "small")
        self.search.setFixedWidth(theme.px(220))
        self.search.typed.connect(self.table.filter_text)
        self.everything = button("全部岗位", self.clear, kind="small", tip="放开名单，列出全部岗位")
        self.holders = button("任职人员", self._on_holders, kind="small", tip="列出所列岗位上的人")
        for each in (self.kinds, self.search, self.holders, self.everything):
            self.card.header.addWidget(each)
        self.card.body.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)

    def show_world(self, world: World) -> None:
        """Show the posts of another world."""
        self._world = world
        self._rows = ()
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def show_list(self, ids: Sequence[str], title: str, note: str = "") -> None:
        """Show only these posts."""
        self._ids, self._title = frozenset(ids), title
        self.search.clear()
        self.kinds.set_current("all")
        self._show()

    def clear(self) -> None:
        """Show every post."""
        self._ids, self._title = None, ""
        self.search.clear()
        self.kinds.set_current("all")
        self._show()

    def shown(self) -> list[PostRow]:
        """The posts listed, whatever is typed into the search field."""
        kind = self.kinds.current()
        return [
            row
            for row in self._rows
            if (self._ids is None or row.id in self._ids)
            and (kind == "all" or row.vacant == (kind == "vacant"))
        ]

    def _show(self) -> None:
        if self._world is None:
            return
        if not self._rows:
            self._rows = post_rows(self._world)
        found = self.shown()
        self.table.show_rows(columns(), found, [row.id for row in found])
        vacant = sum(row.vacant for row in found)
        self.card.set_title(self._title or "岗位")
        self.card.set_note(f"{len(found):,} 个 · 空缺 {vacant:,}")

    def _on_kind(self, kind: str) -> None:
        self._show()

    def _on_opened(self, id: str) -> None:
        self._context.navigator.go(go.MatchPost(id))

    def _on_holders(self) -> None:
        ids = tuple(dict.fromkeys(row.person for row in self.shown() if row.person))
        if not ids:
            self._context.ask.inform("所列岗位上没有库内干部。")
            return
        title = f"{self._title or '岗位'}的任职人员"
        self._context.navigator.go(go.ShowPeople(ids, title, title))


def columns() -> tuple[Column, ...]:
    """Make the columns over rows of posts."""
    return (
        Column(id="name", title="岗位", width=190, cell=_name, search=True, fixed=True),
        Column(id="team", title="班子", width=220, cell=_team, search=True, stretch=True),
        Column(id="category", title="班子类别", width=90, cell=_category),
        Column(id="level", title="职务层次", width=100, cell=_level),
        Column(id="role", title="角色", width=56, cell=_role),
        Column(id="functions", title="职责板块", width=150, cell=_functions),
        Column(id="holder", title="任职人员", width=110, cell=_holder, search=True),
        Column(id="since", title="任职时间", width=80, cell=_since, keys=_since_keys),
    )


def _name(row: PostRow) -> Cell:
    return Cell(text=row.name, link=True)


def _team(row: PostRow) -> str:
    return row.team


def _category(row: PostRow) -> str:
    return row.category


def _level(row: PostRow) -> str:
    return row.level or names.NOTHING


def _role(row: PostRow) -> str:
    return row.role


def _functions(row: PostRow) -> str:
    return row.functions or names.NOTHING


def _holder(row: PostRow) -> Cell:
    if row.vacant:
        return Cell(text="空缺", icon="seat-outline", tone="red")
    return Cell(text=row.holder)


def _since(row: PostRow) -> str:
    return names.month(row.since)


def _since_keys(rows: Sequence[PostRow]) -> Keys:
    return np.array([row.since for row in rows], dtype=np.int32)
