"""查班子: teams by state, vacancy, category, unmet requirement, area; each count one click."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.world import World
from ui import navigation as go
from ui import theme
from ui.context import Context
from ui.pages.query import teams_work
from ui.pages.query.teams_columns import columns
from ui.pages.query.teams_work import GROUPS, Filters, TeamRow
from ui.pages.query.value_row import ValueRow
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.emptying import put_in
from ui.widgets.labels import label
from ui.widgets.scroll import scrolled
from ui.widgets.search import SearchField

MOST = 12


class TeamsView(QWidget):
    """Filters at the left, teams at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._world: World | None = None
        self._rows: tuple[TeamRow, ...] = ()
        self._survey: Sequence[Assessment] | None = None
        self.filters = Filters()
        self._title = ""
        self.rows: list[ValueRow] = []
        self.table = TableView(context.settings, "query.teams", opens="打开研判分析", numbered=True)
        self.table.opened.connect(self._on_opened)
        self.table.activated_id.connect(self._on_opened)
        self.table.set_empty(
            "account-group-outline",
            "没有符合的班子",
            "去掉左边的一个勾选，或清空全部筛选。",
            "清空筛选",
            self.clear,
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._make_left())
        layout.addWidget(self._make_right(), 1)

    def _make_left(self) -> QWidget:
        card = Card("筛选", "单击即筛选")
        self.reset = button("清空", self.clear, kind="link", tip="去掉全部筛选")
        card.header.addWidget(self.reset)
        self._area = scrolled()
        card.body.addWidget(self._area)
        card.setFixedWidth(min(theme.px(300), 400))
        return card

    def _make_right(self) -> QWidget:
        self.card = Card("班子", " ").flush()
        self.search = SearchField("班子、类别、地区")
        self.search.setProperty("size", "small")
        self.search.setFixedWidth(theme.px(200))
        self.search.typed.connect(self._on_searched)
        self.across = button(
            "配备这些班子",
            self._on_staff,
            kind="small",
            tip="为选中的班子（或全部所列，至多 8 个）打开方案",
        )
        self.people = button(
            "其中的成员", self._on_people, kind="small", tip="列出所列班子的全部成员"
        )
        for each in (self.search, self.people, self.across):
            self.card.header.addWidget(each)
        self.card.body.addWidget(self.table)
        return self.card

    # ---- showing

    def show_world(self, world: World) -> None:
        """Show the teams of another world; their states follow with the survey."""
        self._world, self._survey, self._rows = world, None, ()
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def show_survey(self, survey: Sequence[Assessment] | None) -> None:
        """Show what the assessments say."""
        self._survey, self._rows = survey, ()
        if self.isVisible():
            self._show()

    def show_list(self, ids: Sequence[str], title: str, note: str = "") -> None:
        """Show only these teams."""
        self._title = title
        self.search.clear()
        self.filters = Filters(ids=tuple(ids))
        self._show()

    def clear(self) -> None:
        """Take all filters away."""
        self._title = ""
        self.search.clear()
        self.filters = Filters()
        self._show()

    def shown(self) -> list[TeamRow]:
        """The teams that pass the filters."""
        if not self._rows and self._world is not None:
            self._rows = teams_work.team_rows(self._world, self._survey)
        return teams_work.chosen(self._rows, self.filters)

    def _on_searched(self, words: str) -> None:
        self.table.filter_text(words)
        self._follow()

    def _follow(self) -> None:
        """Offer to take filters away where there are some."""
        narrowed = bool(self._title or self.search.text()) or self.filters != Filters()
        self.reset.setEnabled(narrowed)

    def _show(self) -> None:
        found = self.shown()
        self._follow()
        self.table.show_rows(columns(), found, [row.id for row in found])
        self.card.set_title(self._title or "班子")
        waiting = "" if any(row.state for row in self._rows) else " · 正在研判，状态稍后给出"
        self.card.set_note(f"{len(found):,} 个{waiting}")
        self._show_filters()

    def _show_filters(self) -> None:
        top = self._area.verticalScrollBar().value()
        self.rows = []
        ground = QWidget()
        ground.setObjectName("plain")
        box = QVBoxLayout(ground)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(2)
        for group, title, _ in GROUPS:
            found = teams_work.counts(self._rows, self.filters, group)
            if not found:
                continue
            box.addSpacing(6)
            box.addWidget(label(title, "note"))
            largest = max((count for _, count in found), default=1) or 1
            for value, count in found[:MOST]:
                asked = value in getattr(self.filters, group)
                words = teams_work.words_of(group, value)
                row = ValueRow(
                    words,
                    count,
                    count / largest,
                    asked,
                    (group, value),
                    "个班子",
                    value if group == "states" else "",
                )
                row.clicked.connect(self._on_value)
                box.addWidget(row)
                self.rows.append(row)
        box.addStretch(1)
        put_in(self._area, ground)
        self._area.verticalScrollBar().setValue(top)

    # ---- slots

    def _on_value(self) -> None:
        row = self.sender()
        if isinstance(row, ValueRow) and isinstance(row.payload, tuple):
            group, value = row.payload
            self.filters = teams_work.toggled(self.filters, group, value)
            self._show()

    def _on_opened(self, id: str) -> None:
        self._context.navigator.go(go.OpenTeam(id))

    def _on_staff(self) -> None:
        ids = self.table.selected_ids() or tuple(row.id for row in self.shown())
        if len(ids) > 8:
            self._context.ask.inform("一次最多配备 8 个班子。请先在表中选中要配备的班子。")
            return
        self._context.navigator.go(go.StaffTeams(ids))

    def _on_people(self) -> None:
        if self._world is None:
            return
        ids: dict[str, None] = {}
        for row in self.shown():
            for person in self._world.seating.members(row.team).tolist():
                if person >= 0:
                    ids[self._world.person_ids[person]] = None
        words = self._title or self._words()
        self._context.navigator.go(go.ShowPeople(tuple(ids), f"{words}的成员", words))

    def _words(self) -> str:
        asked = [
            "、".join(teams_work.words_of(group, value) for value in getattr(self.filters, group))
            for group, _, _ in GROUPS
            if getattr(self.filters, group)
        ]
        return "，".join(asked) + "的班子" if asked else "全部班子"
