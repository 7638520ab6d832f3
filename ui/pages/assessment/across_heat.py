"""要求对照 of the tab 横向比较: teams by requirement with rank, states and scores."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.assessment.finding import STATE_WORDS
from leadership_model.assessment.world import World
from leadership_model.papers.spread import Spread
from ui.context import Context
from ui.navigation import OpenTeam, ShowPosts, ShowTeams
from ui.pages.assessment import across_sheets, beside, work
from ui.pages.assessment.beside import REQUIREMENT, Row, Selection, Sheets
from ui.pages.assessment.ticks import Ticks
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.bars import StackedBar
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout


class HeatView(QWidget):
    """Each requirement a coloured column; cells lead to people, vacancies to posts."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found: Selection | None = None
        self._rows: dict[str, Row] = {}
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
        self.table.set_empty("compare-horizontal", "没有所选的班子", "可换一个范围，或另选班子。")
        self.table.opened.connect(self._on_team)
        self.table.activated_id.connect(self._on_team)
        self.table.clicked.connect(self._on_cell)
        framed = Card().flush()
        framed.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(framed, 1)

    def show_selection(self, found: Selection) -> None:
        """Compare other teams."""
        self._found = found
        rows = beside.rows(found.world, found.chosen)
        ids = [found.world.snapshot.teams.ids[each.assessment.team] for each in rows]
        self._rows = dict(zip(ids, rows, strict=True))
        self.table.show_rows(beside.columns(rows), rows, ids)
        if found.seen.id in self._rows:
            self.table.select_ids([found.seen.id])
        self.ticks.show_scale(beside.scale(found.world, rows))
        counts = beside.counts(rows)
        self.bar.show_parts([(count, beside.TONES.get(s, "line2"), s) for s, count in counts])
        self._flow.clear()
        for state, count in counts:
            chip = Chip(f"{STATE_WORDS[state]} {count}", mark=state).make_live()
            chip.setObjectName(state)
            chip.clicked.connect(self._on_chip)
            self._flow.addWidget(chip)

    def filter_text(self, words: str) -> None:
        """Show only the rows with these words."""
        self.table.filter_text(words)

    def note(self) -> str:
        """Say what can be done here."""
        return "回车打开班子，单击单元格打开人员，单击表头排序"

    def spreads(self, title: str, foot: str) -> Sheets | None:
        """Give what makes the sheets: what is shown, in the order shown, and what is behind."""
        if self._found is None:
            return None
        shown = [self._rows[id] for id in self.table.rows.shown_ids()]
        return partial(_sheets, self._found.world, shown, title, foot)

    # ---- what happens

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
        if self._found is None:
            return
        id = self.table.rows.id_at(index.row())
        column, row = self.table.rows.columns[index.column()].id, self._rows[id]
        if column.startswith(REQUIREMENT):
            finding = row.findings.get(column.removeprefix(REQUIREMENT))
            if finding is not None:
                team = View(self._found.world, row.assessment)
                self._context.navigator.go(work.counting(team, finding))
        elif column == "vacant" and row.assessment.vacancies:
            posts = tuple(self._found.world.post_ids[each] for each in row.assessment.vacancies)
            self._context.navigator.go(ShowPosts(posts, f"{row.name} 空缺岗位 {len(posts)} 个"))


def _sheets(world: World, shown: Sequence[Row], title: str, foot: str) -> tuple[Spread, ...]:
    return (
        across_sheets.matrix(shown, title, foot),
        across_sheets.behind(world, shown, title, foot),
    )
