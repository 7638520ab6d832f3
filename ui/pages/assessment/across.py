"""The tab 横向比较: all teams of the category side by side, each requirement a coloured column."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.assessment.finding import STATE_WORDS
from ui.context import Context
from ui.navigation import OpenTeam, ShowPosts, ShowTeams
from ui.pages.assessment import beside, work
from ui.pages.assessment.beside import REQUIREMENT, Row
from ui.pages.assessment.ticks import Ticks
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.bars import StackedBar
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Elided
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments


class Across(QWidget):
    """Compares the team shown with its like."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self._rows: dict[str, Row] = {}
        self.scope = Segments((("category", "同类班子"), ("area", "同一地区")))
        self.scope.chosen.connect(self._on_scope)
        self.field = SearchField("筛选所比班子")
        self.field.setMaximumWidth(200)
        self.field.typed.connect(self._on_filter)
        self._note = Elided("", "note")
        head = QHBoxLayout()
        head.addWidget(self.scope)
        head.addWidget(self._note, 1)
        head.addWidget(self.field)
        self.bar = StackedBar(12)
        self.bar.clicked.connect(self._on_state)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6)
        self.ticks = Ticks()
        self.ticks.clicked.connect(self._on_team)
        states = Card("状态分布")
        states.body.addWidget(self.bar)
        states.body.addWidget(self._chips)
        states.body.addStretch(1)
        scores = Card()
        scores.body.addWidget(self.ticks)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(states, 2)
        top.addWidget(scores, 3)
        self.table = TableView(context.settings, "assessment.across", opens="打开这个班子的研判")
        self.table.set_empty("compare-horizontal", "正在研判各班子", "全部班子算完后即可比较。")
        self.table.opened.connect(self._on_team)
        self.table.activated_id.connect(self._on_team)
        self.table.clicked.connect(self._on_cell)
        framed = Card().flush()
        framed.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(top)
        column.addWidget(framed, 1)

    def show_team(self, seen: View) -> None:
        """Compare another team with its like."""
        self._seen = seen
        survey = self._context.workspace.survey or ()
        world = seen.world
        found = beside.rows(world, beside.teams_of(seen, survey, self.scope.current()))
        ids = [world.snapshot.teams.ids[each.assessment.team] for each in found]
        self._rows = dict(zip(ids, found, strict=True))
        self.table.show_rows(beside.columns(found), found, ids)
        self.table.select_ids([seen.id])
        self.ticks.show_scale(beside.scale(world, found))
        counts = beside.counts(found)
        self.bar.show_parts([(count, beside.TONES.get(s, "line2"), s) for s, count in counts])
        self._flow.clear()
        for state, count in counts:
            chip = Chip(f"{STATE_WORDS[state]} {count}", mark=state).make_live()
            chip.setObjectName(state)
            chip.clicked.connect(self._on_chip)
            self._flow.addWidget(chip)
        where = world.snapshot.teams.raw("category" if self._is_category() else "area")[seen.team]
        self._note.setText(f"{where or ''} {len(found)} 个班子 · 回车打开班子，单击单元格打开人员")

    def _is_category(self) -> bool:
        return self.scope.current() == "category"

    # ---- what happens

    def _on_scope(self, id: object) -> None:
        if self._seen is not None:
            self.show_team(self._seen)

    def _on_filter(self, words: str) -> None:
        self.table.filter_text(words)

    def _on_team(self, id: object) -> None:
        self._context.navigator.go(OpenTeam(str(id), "analysis"))

    def _on_chip(self) -> None:
        chip = self.sender()
        if chip is not None:
            self._on_state(chip.objectName())

    def _on_state(self, state: object) -> None:
        ids = tuple(id for id, row in self._rows.items() if row.assessment.state == state)
        word = STATE_WORDS[state]  # type: ignore[index]
        self._context.navigator.go(ShowTeams(ids, f"状态为“{word}”的班子 {len(ids)} 个"))

    def _on_cell(self, index: QModelIndex) -> None:
        """Lead from a requirement's cell to its people, from the vacancies to the posts."""
        if self._seen is None:
            return
        id = self.table.rows.id_at(index.row())
        column, row = self.table.rows.columns[index.column()].id, self._rows[id]
        if column.startswith(REQUIREMENT):
            finding = row.findings.get(column.removeprefix(REQUIREMENT))
            if finding is not None:
                team = View(self._seen.world, row.assessment)
                self._context.navigator.go(work.counting(team, finding))
        elif column == "vacant" and row.assessment.vacancies:
            posts = tuple(self._seen.world.post_ids[each] for each in row.assessment.vacancies)
            self._context.navigator.go(ShowPosts(posts, f"{row.name} 空缺岗位 {len(posts)} 个"))
