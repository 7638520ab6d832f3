"""前后对比: teams, requirements and people of a plan, before beside after."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui import names, theme
from ui.context import Context
from ui.navigation import OpenPerson, OpenTeam, ShowPeople
from ui.pages.staffing import compare_rows
from ui.pages.staffing.changes import gain_text
from ui.pages.staffing.compare_rows import PersonRow, RequirementRow, TeamRow
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from leadership_model.staffing.situation import Situation


def _delta(value: float | None) -> Cell:
    if value is None:
        return Cell(text=names.NOTHING)
    text, tone = gain_text(value)
    return Cell(text=text, tone=tone)


def _before(row: TeamRow) -> Cell:
    return Cell(text=row.before, mark=row.state_before)


def _after(row: TeamRow) -> Cell:
    changed = (row.before, row.state_before) != (row.after, row.state_after)
    return Cell(text=row.after, mark=row.state_after, bold=changed)


def _figure_before(row: RequirementRow) -> Cell:
    return Cell(text=row.before, mark=row.mark_before)


def _figure_after(row: RequirementRow) -> Cell:
    tint = row.mark_after if row.changed else ""
    return Cell(text=row.after, mark=row.mark_after, tint=tint, bold=row.changed)


def _gain(row: RequirementRow) -> Cell:
    return _delta(row.gain)


def _team_gain(row: TeamRow) -> Cell:
    return _delta(row.delta)


def _to(row: PersonRow) -> Cell:
    return Cell(text=row.to, tone="yellow_text" if row.to in ("待安排", "到龄退出") else "accent")


def _remarks(row: PersonRow) -> Cell:
    return Cell(text=row.remarks, mark=row.mark)


TEAMS = (
    Column(id="name", title="班子", cell=lambda row: row.name, width=240, stretch=True),
    Column(id="before", title="现状", cell=_before, width=150),
    Column(id="after", title="方案", cell=_after, width=150),
    Column(id="delta", title="增减", cell=_team_gain, width=70, align="right"),
    Column(id="seats", title="到岗/岗位", cell=lambda row: row.seats, width=130, align="right"),
)
REQUIREMENTS = (
    Column(id="team", title="班子", cell=lambda row: row.team, width=190),
    Column(id="label", title="要求", cell=lambda row: row.label, width=210, stretch=True),
    Column(id="target", title="目标", cell=lambda row: row.target, width=120),
    Column(id="before", title="现状", cell=_figure_before, width=100),
    Column(id="after", title="方案", cell=_figure_after, width=100),
    Column(id="gain", title="得分增减", cell=_gain, width=84, align="right"),
)
PEOPLE = (
    Column(id="name", title="姓名", cell=lambda row: row.name, width=76, fixed=True),
    Column(id="origin", title="原任", cell=lambda row: row.origin, width=210),
    Column(id="to", title="拟任", cell=_to, width=230),
    Column(id="remarks", title="规则", cell=_remarks, width=280, stretch=True),
)


class CompareDialog(Dialog):
    """Three tables; a double click leads to the team, the people counted, or the person."""

    def __init__(self, context: Context, situation: "Situation", parent: QWidget | None) -> None:
        super().__init__(f"前后对比 · {situation.scenario.label}", parent, width=900)
        self._context = context
        self._rows = compare_rows.requirement_rows(situation)
        self.teams = TableView(context.settings, "staffing.compare.teams", opens="打开研判分析")
        self.requirements = TableView(
            context.settings, "staffing.compare.requirements", opens="列出计入的干部"
        )
        self.people = TableView(context.settings, "staffing.compare.people")
        rows = compare_rows.team_rows(situation)
        self.teams.show_rows(TEAMS, rows, [row.id for row in rows])
        moved = compare_rows.person_rows(situation)
        self.people.show_rows(PEOPLE, moved, [row.id for row in moved])
        self.people.set_empty("account-check-outline", "没有人调整", "方案还没有改变任何人的岗位。")
        self.requirements.set_empty(
            "equal", "没有要求发生变化", "取消“只看有变化的”可以看到全部要求。"
        )
        self.changed = QCheckBox("只看有变化的要求")
        self.changed.setChecked(any(row.changed for row in self._rows))
        self.changed.toggled.connect(self._on_changed)
        self.tabs = Tabs()
        self.tabs.add("teams", f"班子 {len(rows)}", self.teams)
        self.tabs.add("requirements", "要求", self.requirements)
        self.tabs.add("people", f"人员 {len(moved)}", self.people)
        foot = QHBoxLayout()
        foot.addWidget(self.changed)
        foot.addStretch(1)
        foot.addWidget(label(f"基准日期 {names.month(situation.base.as_of)}", "note"))
        self.body.addWidget(self.tabs, 1)
        self.body.addLayout(foot)
        self.tabs.setMinimumHeight(theme.px(430))
        self.teams.opened.connect(self._on_team)
        self.requirements.opened.connect(self._on_requirement)
        self.people.opened.connect(self._on_person)
        self.add_button("关闭", self.accept, kind="primary", default=True)
        self._on_changed(self.changed.isChecked())

    def _on_changed(self, checked: bool) -> None:
        shown = [row for row in self._rows if row.changed or not checked]
        self.requirements.show_rows(REQUIREMENTS, shown, [row.id for row in shown])
        self.tabs.set_text("requirements", f"要求 {len(shown)}")

    def _on_team(self, id: str) -> None:
        self.accept()
        self._context.navigator.go(OpenTeam(id))

    def _on_requirement(self, id: str) -> None:
        row = next(each for each in self._rows if each.id == id)
        if row.people:
            self.accept()
            self._context.navigator.go(ShowPeople(row.people, f"{row.team}：计入“{row.label}”"))

    def _on_person(self, id: str) -> None:
        self.accept()
        self._context.navigator.go(OpenPerson(id))
