"""The first page: where the teams of the city stand today, and what waits to be done."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from ui.context import Context
from ui.navigation import (
    ImportFiles,
    OpenPage,
    OpenPlan,
    OpenTeam,
    Request,
    RunQuery,
    ShowImports,
    ShowIssues,
    ShowPeople,
    ShowPosts,
    ShowTeams,
    StaffTeams,
)
from ui.page import Page
from ui.pages.home import actions, lists, side, work
from ui.pages.home.body import HomeBody
from ui.pages.home.states import WORDS
from ui.pages.home.todo import short_team

if TYPE_CHECKING:
    from leadership_model.assessment.figure import Figure
    from leadership_model.papers.spread import Spread


class HomePage(Page):
    """工作台."""

    title = "工作台"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.built = False
        super().__init__(context, parent)
        self.overview: work.Overview | None = None
        self.side = lists.Side()
        self.command(actions.IMPORT, self._on_import)
        self.command(actions.PRINT, self._on_print)
        self.command(actions.SHEET, self._on_sheet)
        self.command(actions.PLAN, self._on_plan, primary=True)
        self.content = HomeBody()
        # With very large text the page scrolls; otherwise everything fits the window.
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("plain")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.content)
        scroller.setWidget(holder)
        self._connect()
        self.body.addWidget(scroller, 1)
        self.built = True
        self.narrowed()

    def _connect(self) -> None:
        content = self.content
        content.states.asked.connect(self._on_state)
        content.states.turns_asked.connect(self._on_turns)
        for tile in content.tiles.values():
            tile.opened.connect(self._on_figure)
            tile.doubted.connect(self._on_doubtful)
        content.map_card.opened.connect(self._on_team)
        content.map_card.members_asked.connect(self._on_members)
        content.map_card.staff_asked.connect(self._on_staff_team)
        content.map_card.turns_asked.connect(self._on_turns)
        content.map_card.map.row_asked.connect(self._on_row)
        content.todo.opened.connect(self._on_todo)
        content.todo.all_asked.connect(self._on_issues)
        content.plans.opened.connect(self._on_open_plan)
        content.plans.all_asked.connect(self._on_staffing)
        content.queries.opened.connect(self._on_query)
        content.queries.all_asked.connect(self._on_queries)
        content.imported.asked.connect(self._on_import)
        content.imported.opened.connect(self._on_batch)

    def narrowed(self) -> None:
        if self.built:
            self.content.arrange(self.narrow, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.narrowed()
        self._show_turns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.built and event.type() == QEvent.Type.StyleChange:
            self.content.forget()
            self.narrowed()

    # ---- looking again

    def refresh(self, changes: Changes) -> None:
        city = self.workspace.name
        self.header.show_note(f"{city} · 基准日期 {self._month()} · 各数字单击可见名单")
        # A write beside the world, a plan saved say, leaves the survey standing: show it again.
        world, survey = self.workspace.world, self.workspace.survey
        self.content.map_card.show_world(world, work.map_rows(world, survey), survey)
        loaded = self.workspace.loaded
        self.jobs.read(partial(lists.side, loaded, self.workspace.user), "home.side", self._on_side)

    def refresh_survey(self) -> None:
        survey = self.workspace.survey
        assert survey is not None
        self.content.states.show_survey(survey)
        loaded, world = self.workspace.loaded, self.workspace.world
        known = None if self.overview is None else self.overview.former
        self.content.map_card.show_world(world, work.map_rows(world, survey), survey)
        self.content.states.show_shifts("")
        self.content.map_card.show_turns(None, ())
        self.jobs.read(
            partial(work.overview, known, loaded, survey),
            "home.overview",
            self._on_overview,
            progress=self._on_overview,
            title="正在汇总工作台数字",
        )

    def leave(self) -> None:
        for key in ("home.overview", "home.side"):
            self.jobs.cancel(key)

    def _on_overview(self, found: work.Overview) -> None:
        self.overview = found
        for figure in found.figures:
            self.content.tiles[figure.id].show_figure(figure)
        self.content.todo.show_items(side.todo_items(found.todos))
        if found.turns is not None:
            self.content.states.show_shifts(work.shifts(found.turns))
            self._show_turns()

    def _on_side(self, found: lists.Side) -> None:
        self.side = found
        today = date.today().isoformat()  # noqa: DTZ011 - the user's own day is meant
        self.content.plans.show_items(side.plan_items(found, today), found.plan_count)
        self.content.queries.show_items(side.query_items(found))
        self.content.queries.set_note("" if found.own_queries else "程序自带")
        self.content.imported.show_import(found.batch, today)

    def _show_turns(self) -> None:
        if self.overview is None or self.overview.turns is None:
            return
        names = self.workspace.snapshot.teams.raw("name")
        short = [short_team(names[turn.team]) for turn in self.overview.turns]
        self.content.map_card.show_turns(self.overview.turns, short)

    def _month(self) -> str:
        from ui.names import month

        return month(self.workspace.as_of)

    # ---- going elsewhere

    def _team_ids(self, teams: tuple[int, ...]) -> tuple[str, ...]:
        ids = self.workspace.snapshot.teams.ids
        return tuple(ids[team] for team in teams)

    def _on_figure(self, figure: "Figure") -> None:
        if figure.kind == "issues":
            self.navigator.go(ShowIssues())
        else:
            self.navigator.go(self._list(figure, figure.behind, figure.title))

    def _on_doubtful(self, figure: "Figure") -> None:
        self.navigator.go(self._list(figure, figure.doubtful, f"{figure.title}（待核）"))

    def _list(self, figure: "Figure", behind: tuple[int, ...], title: str) -> Request:
        snapshot = self.workspace.snapshot
        title = f"{title} · 基准日期 {self._month()}"
        match figure.kind:
            case "teams":
                return ShowTeams(self._team_ids(behind), title)
            case "posts":
                return ShowPosts(tuple(snapshot.posts.ids[i] for i in behind), title)
            case _:
                return ShowPeople(tuple(snapshot.people.ids[i] for i in behind), title)

    def _on_state(self, state: str) -> None:
        survey = self.workspace.survey or ()
        teams = tuple(each.team for each in survey if state in ("", each.state))
        title = f"班子状态为{WORDS[state]}的班子" if state else "全部班子"
        self.navigator.go(ShowTeams(self._team_ids(teams), title))

    def _on_turns(self) -> None:
        turns = (self.overview.turns if self.overview else None) or ()
        teams = tuple(turn.team for turn in turns)
        self.navigator.go(ShowTeams(self._team_ids(teams), "与上月状态不同的班子"))

    def _on_team(self, team: int) -> None:
        self.navigator.go(OpenTeam(self._team_ids((team,))[0]))

    def _on_row(self, name: str, teams: tuple[int, ...]) -> None:
        self.navigator.go(ShowTeams(self._team_ids(teams), f"{name}的班子"))

    def _on_members(self, team: int) -> None:
        snapshot = self.workspace.snapshot
        members = self.workspace.world.seating.members(team).tolist()
        ids = tuple(snapshot.people.ids[i] for i in members if i >= 0)
        name = snapshot.teams.raw("name")[team]
        self.navigator.go(ShowPeople(ids, f"{name}的成员"))

    def _on_staff_team(self, team: int) -> None:
        self.navigator.go(StaffTeams(self._team_ids((team,))))

    def _on_todo(self, id: str) -> None:
        if self.overview is None:
            return
        todo = self.overview.todos[int(id)]
        match todo.kind:
            case "team":
                self.navigator.go(OpenTeam(todo.ids[0]))
            case "staff":
                self.navigator.go(StaffTeams(todo.ids))
            case "issues":
                self.navigator.go(ShowIssues())
            case _:
                self.navigator.go(ShowPeople(todo.ids, todo.title))

    def _on_open_plan(self, id: str) -> None:
        self.navigator.go(OpenPlan(id))

    def _on_query(self, key: str) -> None:
        kept = {each.id: each.sentence for each in self.side.queries if each.id}
        self.navigator.go(RunQuery(kept[key], key) if key in kept else RunQuery(key))

    def _on_queries(self) -> None:
        self.navigator.go(OpenPage("query"))

    def _on_staffing(self) -> None:
        self.navigator.go(OpenPage("staffing"))

    def _on_issues(self) -> None:
        self.navigator.go(ShowIssues())

    def _on_import(self) -> None:
        self.navigator.go(ImportFiles())

    def _on_batch(self, id: object) -> None:
        self.navigator.go(ShowImports(str(id)))

    def _on_plan(self) -> None:
        team = self.content.map_card.map.current
        if team is None:
            self._on_staffing()
        else:
            self._on_staff_team(team)

    # ---- paper

    def _on_print(self) -> None:
        spread = self._spread()
        if spread is not None:
            from leadership_model.papers import sheets
            from ui.printing.preview import preview

            name = f"班子状态一览表 {self._month()}"
            preview(self.context, sheets.paper_of("班子状态一览表", [spread]), name)

    def _on_sheet(self) -> None:
        spread, found = self._spread(), self.overview
        if spread is None or found is None:
            return
        path = self.ask.save_file(
            "存为 Excel 统计表", f"班子状态一览表 {self._month()}.xlsx", ("sheet",)
        )
        if path is not None:
            self.jobs.write(
                partial(work.write_sheet, path, spread, self.workspace.world, found.figures),
                done=self._on_written,
                title="正在写统计表",
            )

    def _on_written(self, path: Path) -> None:
        self.context.say(f"已存为 {path.name}")

    def _spread(self) -> "Spread | None":
        """Make the table of states; while the figures are being worked out, say so."""
        survey = self.workspace.survey
        if survey is None or self.overview is None:
            self.ask.inform("正在汇总各班子的状态，请稍候再试。")
            return None
        from leadership_model.papers.situation import situation

        title = f"{self.workspace.name}班子状态一览表"
        return situation(self.workspace.world, survey, self.overview.figures, title)
