"""查岗位: posts by vacancy, time held, requirement sheet, level, function; and who would do."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QWidget

from leadership_model.assessment.world import World
from leadership_model.query.posts import GROUPS, NUMBERS, SHEETS, PostRow, post_rows
from ui import names
from ui import navigation as go
from ui.context import Context
from ui.pages.query.objects_view import ObjectsView
from ui.tables.cell import Cell
from ui.tables.columns import Column, Keys
from ui.widgets.buttons import button

TONES = {SHEETS[0]: "green", SHEETS[1]: "red", SHEETS[2]: "unknown"}


class PostsView(ObjectsView[PostRow]):
    """Filters at the left, posts at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            "query.posts",
            "岗位",
            "个岗位",
            GROUPS,
            NUMBERS,
            opens="以岗找人",
            hint="岗位、班子、姓名",
            parent=parent,
        )
        self.would = button(
            "谁符合资格",
            self._on_would,
            kind="small",
            tip="按选中岗位的资格条件查询全库符合的人",
        )
        self.holders = button("任职人员", self._on_holders, kind="small", tip="列出所列岗位上的人")
        for each in (self.would, self.holders):
            self.card.header.addWidget(each)

    def make_rows(self, world: World) -> tuple[PostRow, ...]:
        """Make the rows of all posts."""
        return post_rows(world)

    def make_columns(self) -> tuple[Column, ...]:
        """Make the columns."""
        return columns()

    def open_row(self, id: str) -> None:
        """Rank people for a post."""
        self.context.navigator.go(go.MatchPost(id))

    def note(self, found: Sequence[PostRow]) -> str:
        """Say how many, and how many of them are vacant."""
        return f"{len(found):,} 个 · 空缺 {sum(row.vacant for row in found):,}"

    def follow(self, _id: object = None) -> None:
        """Offer to ask for people where the post asks for something."""
        row = self._current()
        self.would.setEnabled(row is not None and bool(row.requires))

    def _current(self) -> PostRow | None:
        id = self.table.current_id()
        return self.row_of(id) if id else None

    def _on_would(self) -> None:
        row = self._current()
        if row is not None and row.requires:
            self.context.navigator.go(go.RunQuery(row.requires))

    def _on_holders(self) -> None:
        ids = tuple(dict.fromkeys(row.person for row in self.shown() if row.person))
        if not ids:
            self.context.ask.inform("所列岗位上没有库内干部。")
            return
        title = f"{self.title()}的任职人员"
        self.context.navigator.go(go.ShowPeople(ids, title, title))


def columns() -> tuple[Column, ...]:
    """Make the columns over rows of posts."""
    return (
        Column(id="name", title="岗位", width=140, cell=_name, search=True, fixed=True),
        Column(id="team", title="班子", width=150, cell=_team, search=True, stretch=True),
        Column(id="level", title="职务层次", width=86, cell=_level),
        Column(id="role", title="角色", width=52, cell=_role),
        Column(id="functions", title="职责板块", width=90, cell=_functions),
        Column(id="holder", title="任职人员", width=76, cell=_holder, search=True),
        Column(
            id="since",
            title="任职 / 空缺自",
            width=88,
            cell=_since,
            keys=_since_keys,
            tip=_since_tip,
        ),
        Column(id="length", title="时长", width=88, cell=_length, keys=_length_keys),
        Column(id="sheet", title="资格条件", width=104, cell=_sheet, tip=_sheet_tip),
        Column(id="category", title="班子类别", width=86, cell=_category, shown=False),
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
    return Cell(text=row.holder or names.NOTHING)


def _month(row: PostRow) -> int:
    return row.since if row.holder else row.empty_since


def _since(row: PostRow) -> str:
    return names.month(_month(row))


def _since_tip(row: PostRow) -> str:
    if _month(row) < 0:
        return "未记录起始时间" if row.holder else "没有前任的离任记录"
    return f"{'任职自' if row.holder else '空缺自'} {names.month(_month(row))}"


def _since_keys(rows: Sequence[PostRow]) -> Keys:
    return np.array([_month(row) for row in rows], dtype=np.int32)


def _months(row: PostRow) -> int | None:
    return row.held if row.holder else row.empty


def _length(row: PostRow) -> str:
    found = _months(row)
    return names.NOTHING if found is None else names.span(found)


def _length_keys(rows: Sequence[PostRow]) -> Keys:
    found = [_months(row) for row in rows]
    return np.array([-1 if each is None else each for each in found], dtype=np.int32)


def _sheet(row: PostRow) -> Cell:
    if not row.requires:
        return Cell(text=names.NOTHING)
    mark = TONES.get(row.sheet, "")
    return Cell(text=row.sheet, mark=mark, tone=mark or "text2")


def _sheet_tip(row: PostRow) -> str:
    return row.requires
