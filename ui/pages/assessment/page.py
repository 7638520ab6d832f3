"""研判分析: the tree of teams at the left, one team in tabs at the right."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from ui import theme
from ui.context import Context
from ui.navigation import ImportFiles, OpenTeam, Request, StaffTeams
from ui.page import Page
from ui.pages.assessment import output, work
from ui.pages.assessment.across import Across
from ui.pages.assessment.actions import EXPORT, FIND, FORMER, NEXT, PRINT, STAFF
from ui.pages.assessment.analysis import Analysis
from ui.pages.assessment.book import Book
from ui.pages.assessment.members import Members
from ui.pages.assessment.operation import OperationTab
from ui.pages.assessment.output import Order
from ui.pages.assessment.rules import Rules
from ui.pages.assessment.tree import TeamTree
from ui.pages.assessment.trend import Trend
from ui.pages.assessment.watch import Watch
from ui.pages.assessment.work import View
from ui.widgets.buttons import icon_button
from ui.widgets.empty import EmptyState
from ui.widgets.labels import MarkLabel
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.papers.paper import Paper


TABS = ("analysis", "members", "rules", "trend", "operation", "across", "watch", "book")

# Keys of the reads that may be under way.
KEYS = (
    *("functions", "closing", "photos", "trend", "paper", "print", "file"),
    *("watch", "list", "book", "effect", "detail", "operation"),
)


class Shows(Protocol):
    """What a tab is to the page: it shows the team it is handed."""

    def show_team(self, seen: View) -> None:
        """Show a team."""


class AssessmentPage(Page):
    """Everything about one team: comparison, members, rules, the coming years, its like."""

    title = "研判分析"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: View | None = None
        self._of: tuple[object, object] = (None, None)  # the world and survey that are shown
        self._shown: dict[str, View] = {}
        self._target: Path | None = None
        self.mark = MarkLabel("unknown", "", 15)
        self.header.add_mark(self.mark)
        for action, slot in ((FORMER, self._on_former), (NEXT, self._on_next)):
            made = self.command(action, slot, button=False)
            self.header.add_right(icon_button(action.icon, made.toolTip(), made.trigger))
        self.command(EXPORT, self._on_export)
        self.command(PRINT, self._on_print)
        self.command(STAFF, self._on_staff, primary=True)
        self.command(FIND, self._on_find, button=False)
        self.teams = TeamTree()
        self.teams.chosen.connect(self._on_chosen)
        self.tabs = Tabs()
        self.tabs.add("analysis", "对比分析", self._make_analysis)
        self.tabs.add("members", "成员", self._make_members)
        self.tabs.add("rules", "规则核查", self._make_rules)
        self.tabs.add("trend", "趋势", self._make_trend)
        self.tabs.add("operation", "运行状况", self._make_operation)
        self.tabs.add("across", "横向比较", self._make_across)
        self.tabs.add("watch", "预警提醒", self._make_watch)
        self.tabs.add("book", "规则库", self._make_book)
        self.tabs.turned.connect(self._on_turned)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tabs)
        self._stack.addWidget(
            EmptyState(
                "radar",
                "还没有班子可以研判",
                "先导入或录入单位、班子和岗位，这里就按结构模型逐项研判。",
                "去导入",
                self._on_import,
            )
        )
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.teams)
        self._splitter.addWidget(self._stack)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setHandleWidth(10)
        self.body.addWidget(self._splitter)
        self.narrowed()

    def _make_analysis(self) -> QWidget:
        return Analysis(self.context)

    def _make_members(self) -> QWidget:
        return Members(self.context)

    def _make_rules(self) -> QWidget:
        return Rules(self.context)

    def _make_trend(self) -> QWidget:
        return Trend(self.context)

    def _make_operation(self) -> QWidget:
        return OperationTab(self.context)

    def _make_across(self) -> QWidget:
        return Across(self.context)

    def _make_watch(self) -> QWidget:
        return Watch(self.context)

    def _make_book(self) -> QWidget:
        return Book(self.context, self)

    # ---- looking again

    def narrowed(self) -> None:
        if hasattr(self, "_splitter"):
            self.teams.setMinimumWidth(190)
            left = min(theme.px(230 if self.narrow else 252), 300)
            self._splitter.setSizes([left, 4000])

    def refresh(self, changes: Changes) -> None:
        snapshot = self.workspace.snapshot
        self._stack.setCurrentIndex(0 if len(snapshot.teams) else 1)
        self.teams.show_teams(snapshot, self.workspace.survey)
        if not len(snapshot.teams):
            self._seen = None
            self.header.show_title(self.title)
            return
        wanted = -1 if self._seen is None else snapshot.teams.positions.get(self._seen.id, -1)
        if wanted < 0:
            wanted = self.context.settings.choices.get("assessment.team", "")  # type: ignore[assignment]
            wanted = snapshot.teams.positions.get(str(wanted), -1)
        self.show_team(wanted if wanted >= 0 else self.teams.first())

    def refresh_survey(self) -> None:
        if self._of[0] is self.workspace.world and self._of[1] is self.workspace.survey:
            return  # `refresh` has shown it
        self.teams.show_states(self.workspace.survey or ())
        if self._seen is not None:
            self.show_team(self._seen.team)

    def receive(self, request: Request) -> None:
        if isinstance(request, OpenTeam):
            team = self.workspace.snapshot.teams.positions.get(request.id, -1)
            if team < 0:
                self.ask.inform("这个班子已不在干部库中")
                return
            if request.tab in self.tabs_there():
                self.tabs.turn(request.tab)
            self.show_team(team)

    def tabs_there(self) -> tuple[str, ...]:
        """The ids of the tabs."""
        return TABS

    def unsaved(self) -> str:
        made = [self.tabs.content(id) for id in ("analysis", "operation") if self.tabs.made(id)]
        signed = (each.closing for each in made if isinstance(each, Analysis | OperationTab))
        return "研判分析的结论" if any(each.is_unsaved() for each in signed) else ""

    def leave(self) -> None:
        for key in KEYS:
            self.jobs.cancel(f"assessment.{key}")

    # ---- one team

    @property
    def seen(self) -> View | None:
        """What is shown."""
        return self._seen

    def show_team(self, team: int) -> None:
        """Show a team by its position."""
        if team < 0:
            return
        world, survey = self.workspace.world, self.workspace.survey
        self._of = (world, survey)
        self._seen = work.view(world, survey[team] if survey else _assess(world, team), survey)
        self._shown.clear()
        self.teams.choose(team)
        state = self._seen.assessment.state
        self.mark.show_mark(state, work.state_text(self._seen.assessment))
        self.header.show_title(world.snapshot.teams.raw("name")[team] or "（未命名班子）")
        self.header.show_note(work.subtitle(self._seen))
        self.context.settings.choices["assessment.team"] = self._seen.id
        self._count_tabs(self._seen)
        self._show_tab(self.tabs.current())

    def _count_tabs(self, seen: View) -> None:
        """Put the number of members and of open rules beside the names of the tabs."""
        failed = sum(each.result == "fail" for each in seen.assessment.rules)
        self.tabs.set_text("members", f"成员 {len(seen.world.members(seen.team))}")
        self.tabs.set_text("rules", f"规则核查 {failed}" if failed else "规则核查")

    def _show_tab(self, id: str) -> None:
        """Hand the team to a tab that has not got it yet."""
        if self._seen is None or self._shown.get(id) is self._seen:
            return
        self._shown[id] = self._seen
        content: Shows = self.tabs.content(id)  # type: ignore[assignment]
        content.show_team(self._seen)

    # ---- slots

    def _on_chosen(self, team: int) -> None:
        self.show_team(team)

    def _on_turned(self, id: object) -> None:
        self._show_tab(str(id))

    def _on_former(self) -> None:
        self.show_team(self.teams.beside(self._seen.team if self._seen else -1, -1))

    def _on_next(self) -> None:
        self.show_team(self.teams.beside(self._seen.team if self._seen else -1, 1))

    def _on_staff(self) -> None:
        if self._seen is not None:
            self.navigator.go(StaffTeams((self._seen.id,)))

    def _on_find(self) -> None:
        self.teams.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.teams.field.selectAll()

    def _on_import(self) -> None:
        self.navigator.go(ImportFiles())

    # ---- files and paper

    def _order(self) -> Order | None:
        if self._seen is None:
            return None
        typed = None
        if self.tabs.made("analysis"):
            analysis = self.tabs.content("analysis")
            typed = analysis.closing.waiting(self._seen) if isinstance(analysis, Analysis) else None
        return Order(self._seen, typed, self.workspace.loaded.engine)

    def _on_export(self) -> None:
        order = self._order()
        if order is None:
            return
        path = self.ask.save_file("导出对比分析表", f"{order.name}.xlsx", ("sheet", "pdf"))
        if path is None:
            return
        if path.suffix.lower() == ".pdf":
            self._target = path
            work = partial(output.paper_of, order)
            self.jobs.read(work, "assessment.paper", self._on_pdf, title="正在排版对比分析表")
            return
        work_sheet = partial(output.write_sheet, order, path)
        self.jobs.read(work_sheet, "assessment.file", self._on_written, title="正在导出")

    def _on_pdf(self, paper: "Paper") -> None:
        from ui.printing import files

        if self._target is not None:
            try:
                files.write_pdf(self._target, paper)
            except UserError as error:
                self.ask.error(str(error))
                return
            self._on_written(self._target)

    def _on_written(self, path: Path) -> None:
        self.context.say(f"已导出 {path.name}")

    def _on_print(self) -> None:
        order = self._order()
        if order is not None:
            work = partial(output.paper_of, order)
            self.jobs.read(work, "assessment.print", self._on_paper, title="正在排版对比分析表")

    def _on_paper(self, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self.context, paper)


def _assess(world: object, team: int) -> "Assessment":
    from leadership_model.assessment.team import assess

    return assess(world, team)  # type: ignore[arg-type]
