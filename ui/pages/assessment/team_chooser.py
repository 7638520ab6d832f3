"""Choosing teams to compare: by area, category, state, words, a condition on members, by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from leadership_model.assessment.finding import STATE_WORDS, Assessment
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.errors import UserError
from ui import theme
from ui.context import Context
from ui.jobs import Control
from ui.pages.assessment import places
from ui.pages.assessment.work import score_text, state_text
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

AREAS, CATEGORIES, STATES = "全部地区", "全部类别", "全部状态"


@dataclass(frozen=True, slots=True)
class Line:
    """One team to choose."""

    id: str
    name: str
    area: str
    category: str
    assessment: Assessment


def lines(world: World, survey: Sequence[Assessment]) -> tuple[Line, ...]:
    """List all teams in the order of the tree."""
    teams = world.snapshot.teams
    known = {each.team: each for each in survey}
    return tuple(
        Line(
            teams.ids[team],
            places.short_name(world.snapshot, team),
            teams.raw("area")[team] or "",
            teams.raw("category")[team] or "",
            known[team],
        )
        for team in places.order(places.tree(world.snapshot))
        if team in known
    )


def holding(world: World, sentence: str, least: int) -> tuple[str, ...]:
    """Give the teams of which at least so many members surely meet a condition.

    Raises UserError for a sentence that cannot be read.
    """
    meets = world.facts.answers(parse(sentence, world.catalogue)).sure
    ids = world.snapshot.teams.ids
    return tuple(
        ids[team]
        for team in range(len(ids))
        if int(np.count_nonzero(meets[world.members(team)])) >= least
    )


class TeamChooser(Dialog):
    """`ids()` are the teams checked."""

    def __init__(
        self,
        context: Context,
        world: World,
        survey: Sequence[Assessment],
        chosen: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("选择要比较的班子", parent, width=860)
        self._chosen, self._filling = set(chosen), False
        self._asked: list[str] = []
        self._world, self._jobs = world, context.jobs
        self._lines = lines(world, survey)
        self.area, self.category, self.state = QComboBox(), QComboBox(), QComboBox()
        boxes = ((self.area, "地区"), (self.category, "类别"), (self.state, "状态"))
        for box, name in boxes:
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(self._on_filter)
        self.words = QLineEdit()
        self.words.setPlaceholderText("班子名称")
        self.words.setAccessibleName("班子名称")
        self.words.textChanged.connect(self._on_filter)
        filters = QHBoxLayout()
        for box in (self.area, self.category, self.state):
            filters.addWidget(box)
        filters.addWidget(self.words)
        self.sentence, self.least = QLineEdit(), QComboBox()
        self.sentence.setPlaceholderText("成员条件，如：年龄 <= 40 且 学历 >= 大学")
        self.sentence.setAccessibleName("成员条件")
        self.sentence.returnPressed.connect(self._on_query)
        self.least.addItems([f"至少 {count} 人" for count in range(1, 6)])
        self.least.setAccessibleName("符合人数")
        self.by_query = button("按条件勾选", self._on_query, kind="small")
        query = QHBoxLayout()
        query.addWidget(self.sentence, 1)
        query.addWidget(self.least)
        query.addWidget(self.by_query)
        self.table = TableView(
            context.settings, "assessment.chooser", checks=True, opens="勾选", row_height=26
        )
        self.table.setMinimumHeight(theme.px(330))
        self.table.set_empty("filter-off-outline", "没有符合筛选的班子", "可放宽地区、类别或状态。")
        self.table.opened.connect(self._on_toggle)
        self.table.checks_changed.connect(self._on_checks)
        foot = QHBoxLayout()
        self.all = button("勾选所列", self._on_all, kind="small")
        self.none = button("全部取消", self._on_none, kind="small")
        self._count = label("", "note")
        foot.addWidget(self.all)
        foot.addWidget(self.none)
        foot.addWidget(self._count)
        foot.addStretch(1)
        self.body.addLayout(filters)
        self.body.addLayout(query)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(foot)
        self.add_cancel()
        self.ok = self.add_button("比较所选", self._on_ok, kind="primary", default=True)
        self._on_filter()

    def ids(self) -> tuple[str, ...]:
        """The teams checked, also those the filters hide."""
        return tuple(each.id for each in self._lines if each.id in self._chosen)

    def question(self) -> str:
        """The conditions teams were checked by, as they were asked; printed with what they give."""
        return "；".join(dict.fromkeys(self._asked))

    def listed(self) -> tuple[str, ...]:
        """The teams that pass the filters."""
        return tuple(each.id for each in self._passing())

    def _passing(self) -> list[Line]:
        """Narrow by area, category, state and words; each box offers what there is to choose."""
        found = list(self._lines)
        for box, first, read in (
            (self.area, AREAS, _area),
            (self.category, CATEGORIES, _category),
            (self.state, STATES, _state_word),
        ):
            wanted = box.currentText()
            values = [first, *(e for e in dict.fromkeys(map(read, found)) if e)]
            if values != [box.itemText(at) for at in range(box.count())]:
                box.clear()
                box.addItems(values)
            box.setCurrentIndex(max(box.findText(wanted), 0))
            if box.currentIndex() > 0:
                found = [each for each in found if read(each) == box.currentText()]
        words = self.words.text().strip()
        return [each for each in found if words in each.name]

    def _check(self, ids: Sequence[str], checked: bool) -> None:
        """Check or uncheck teams, in sight or not."""
        (self._chosen.update if checked else self._chosen.difference_update)(ids)
        self._show_checks()

    def _show_checks(self) -> None:
        listed = self.table.rows.ids
        self._filling = True
        self.table.rows.set_checked([id for id in listed if id not in self._chosen], False)
        self.table.rows.set_checked([id for id in listed if id in self._chosen], True)
        self._filling = False
        self._count.setText(f"已选 {len(self._chosen)} 个班子")

    # ---- what happens

    def _on_filter(self, *_: object) -> None:
        shown = self._passing()
        self.table.show_rows(_columns(), shown, [each.id for each in shown])
        self._show_checks()

    def _on_query(self) -> None:
        least = self.least.currentIndex() + 1
        task = partial(_holding, self._world, self.sentence.text(), least)
        self._jobs.read(task, "assessment.holding", self._on_holding, failed=self._on_wrong)

    def _on_wrong(self, error: UserError) -> None:
        self.refuse(error.sentence)

    def _on_holding(self, found: tuple[str, ...]) -> None:
        self.refuse("")
        listed = set(self.listed())
        self._asked.append(f"成员条件 {self.sentence.text().strip()}，{self.least.currentText()}")
        self._check([each for each in found if each in listed], True)

    def _on_all(self) -> None:
        listed = self.listed()
        had = set(listed) <= self._chosen
        self._check(listed, True)
        if had:
            self._count.setText(f"{self._count.text()} · 所列的都已勾选")

    def _on_none(self) -> None:
        self._asked.clear()
        self._check(tuple(self._chosen), False)

    def _on_toggle(self, id: object) -> None:
        self._check([str(id)], str(id) not in self._chosen)

    def _on_checks(self, *_: object) -> None:
        """Take over what was checked in the table."""
        if not self._filling:
            listed = set(self.table.rows.ids)
            self._chosen = (self._chosen - listed) | (set(self.table.checked_ids()) & listed)
            self._count.setText(f"已选 {len(self._chosen)} 个班子")

    def _on_ok(self) -> None:
        if not self.ids():
            self.refuse("请至少勾选一个班子")
            return
        self.accept()


def _holding(world: World, sentence: str, least: int, control: Control) -> tuple[str, ...]:
    control.check()
    return holding(world, sentence, least)


def _columns() -> tuple[Column, ...]:
    return (
        Column(id="name", title="班子", width=220, cell=_name, search=True, stretch=True),
        Column(id="area", title="地区", width=160, cell=_area, texts=_areas),
        Column(id="category", title="类别", width=110, cell=_category, texts=_categories),
        Column(id="state", title="状态", width=110, cell=_state),
        Column(id="score", title="得分", width=110, align="right", cell=_score),
    )


def _name(line: Line) -> str:
    return line.name


def _area(line: Line) -> str:
    return line.area


def _areas(found: Sequence[Line]) -> list[str]:
    return [each.area for each in found]


def _category(line: Line) -> str:
    return line.category


def _categories(found: Sequence[Line]) -> list[str]:
    return [each.category for each in found]


def _state_word(line: Line) -> str:
    return STATE_WORDS[line.assessment.state]


def _state(line: Line) -> Cell:
    state = line.assessment.state
    return Cell(text=state_text(line.assessment), mark=state, tone=state)


def _score(line: Line) -> str:
    return score_text(line.assessment)
