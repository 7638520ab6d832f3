"""查班子: teams by state, vacancy, category, unmet requirement, area, and what they will be."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model import months
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.world import World
from leadership_model.query import teams
from leadership_model.query.teams import GROUPS, TeamRow
from ui import navigation as go
from ui.context import Context
from ui.jobs import Control
from ui.pages.query.objects_view import ObjectsView
from ui.pages.query.teams_columns import columns
from ui.tables.columns import Column
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import label
from ui.widgets.month import MonthPicker

KEY = "query.later"
AHEAD = 12  # months ahead that are offered first


class TeamsView(ObjectsView[TeamRow]):
    """Filters at the left, teams at the right; a later month can be laid beside."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            "query.teams",
            "班子",
            "个班子",
            GROUPS,
            opens="打开研判分析",
            hint="班子、类别、地区",
            parent=parent,
        )
        self._survey: Sequence[Assessment] | None = None
        self._later: Sequence[Assessment] | None = None
        self.month: int | None = None
        self.picker = MonthPicker(months.of(2027, 1))
        self.picker.setToolTip("看班子到这个月会怎样：到龄的已离任，无人接任")
        self.picker.picked.connect(self.look_ahead)
        self.forget = icon_button("close", "不再比较以后的月份", self._on_forget, small=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label("看到", "note"))
        row.addWidget(self.picker)
        row.addWidget(self.forget)
        row.addStretch(1)
        self.head.insertLayout(self.head.count() - 1, row)
        self.across = button(
            "配备这些班子",
            self._on_staff,
            kind="small",
            tip="为选中的班子（或全部所列，至多 8 个）打开方案",
        )
        self.people = button(
            "其中的成员", self._on_people, kind="small", tip="列出所列班子的全部成员"
        )
        for each in (self.people, self.across):
            self.card.header.addWidget(each)

    def make_rows(self, world: World) -> tuple[TeamRow, ...]:
        """Make the rows of all teams."""
        return teams.with_later(teams.team_rows(world, self._survey), self._later)

    def make_columns(self) -> tuple[Column, ...]:
        """Make the columns."""
        return columns(self.month)

    def open_row(self, id: str) -> None:
        """Open the assessment of a team, at its trend where a later month is asked about."""
        later = self.month is not None and self._later is not None
        self.context.navigator.go(go.OpenTeam(id, "trend" if later else ""))

    def note(self, found: Sequence[TeamRow]) -> str:
        """Say how many, and what is still to come."""
        waiting = "" if any(row.state for row in self.all_rows) else " · 正在研判，状态稍后给出"
        if self.month is not None:
            ready = self._later is not None
            month = months.show_iso(self.month)
            waiting += f" · 看到 {month}，到龄离任、无人接任" if ready else f" · 正在推算 {month}"
        return f"{len(found):,} 个{waiting}"

    def show_world(self, world: World) -> None:
        """Show the teams of another world; their states follow with the survey."""
        self._survey = self._later = None
        self.picker.show_month(world.as_of + AHEAD if self.month is None else self.month)
        super().show_world(world)
        if self.month is not None and self.isVisible():
            self.look_ahead(self.month)

    def show_survey(self, survey: Sequence[Assessment] | None) -> None:
        """Show what the assessments say."""
        self._survey, self.all_rows = survey, ()
        if self.isVisible():
            self.show_rows()

    def look_ahead(self, month: int) -> None:
        """Lay the teams of a later month beside those of now."""
        if self.world is None:
            return
        if month <= self.world.as_of:
            self.context.ask.inform("请选择基准日期以后的月份。")
            return
        self.month, self._later, self.all_rows = month, None, ()
        self.picker.show_month(month)
        self.show_rows()
        self.context.jobs.read(
            partial(_later, self.world, month), KEY, self._on_later, title="正在推算各班子"
        )

    def _on_later(self, found: "tuple[World, int, tuple[Assessment, ...]]") -> None:
        world, month, assessed = found
        if world is self.world and month == self.month:
            self._later, self.all_rows = assessed, ()
            self.show_rows()

    def _on_forget(self) -> None:
        self.context.jobs.cancel(KEY)
        self.month, self._later, self.all_rows = None, None, ()
        asked = tuple(each for each in self.filters.asked if each[0] not in ("turns", "breaks"))
        self.filters = replace(self.filters, asked=asked)
        self.show_rows()

    def follow(self, _id: object = None) -> None:
        """Enable what can be done."""
        self.forget.setEnabled(self.month is not None)

    def _on_staff(self) -> None:
        ids = self.table.selected_ids() or tuple(row.id for row in self.shown())
        if len(ids) > 8:
            self.context.ask.inform("一次最多配备 8 个班子。请先在表中选中要配备的班子。")
            return
        self.context.navigator.go(go.StaffTeams(ids))

    def _on_people(self) -> None:
        if self.world is None:
            return
        ids: dict[str, None] = {}
        for row in self.shown():
            for person in self.world.seating.members(row.team).tolist():
                if person >= 0:
                    ids[self.world.person_ids[person]] = None
        words = self.title()
        self.context.navigator.go(go.ShowPeople(tuple(ids), f"{words}的成员", words))


def _later(
    world: World, month: int, control: Control
) -> "tuple[World, int, tuple[Assessment, ...]]":
    return world, month, teams.later_states(world, month, control.check)
