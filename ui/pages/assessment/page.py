"""研判分析: the tree of teams at the left, one team in tabs at the right."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from leadership_model.changes import Changes
from ui import theme
from ui.context import Context
from ui.navigation import ImportFiles, MakePapers, OpenTeam, Request, StaffTeams
from ui.page import Page
from ui.pages.assessment import work
from ui.pages.assessment.across import Across
from ui.pages.assessment.actions import EXPORT, FIND, FORMER, NEXT, PRINT, REPORT, STAFF
from ui.pages.assessment.analysis import Analysis
from ui.pages.assessment.book import Book
from ui.pages.assessment.counting import Counting
from ui.pages.assessment.development import DevelopmentTab
from ui.pages.assessment.grading import Grading
from ui.pages.assessment.handing_out import HandingOut
from ui.pages.assessment.members import Members
from ui.pages.assessment.operation import OperationTab
from ui.pages.assessment.output import Order
from ui.pages.assessment.performance import PerformanceTab
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


CONTENTS: tuple[tuple[str, str, Callable[[Context], QWidget]], ...] = (
    ("analysis", "对比分析", Analysis),
    ("members", "成员", Members),
    ("rules", "规则核查", Rules),
    ("trend", "趋势", Trend),
    ("operation", "运行状况", OperationTab),
    ("performance", "绩效指标", PerformanceTab),
    ("development", "培养储备", DevelopmentTab),
    ("across", "横向比较", Across),
    ("watch", "预警提醒", Watch),
    ("grades", "职级晋升", Grading),
    ("counts", "统计表", Counting),
)
TABS = (*(id for id, _, _ in CONTENTS), "book")

# Keys of the reads that may be under way.
KEYS = (
    *(
        "functions",
        "closing",
        "photos",
        "trend",
        "paper",
        "print",
        "file",
        "report",
        "grades",
        "counts",
    ),
    *("watch", "list", "book", "effect", "detail", "operation"),
    *("sheet", "filled", "formers", "reserve"),
    *("followers", "base", "exits", "turns", "across", "holding", "trendfile"),
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
        self._papers = HandingOut(context, self.order, self)
        self.mark = MarkLabel("unknown", "", 15)
        self.header.add_mark(self.mark)
        for action, slot in ((FORMER, self._on_former), (NEXT, self._on_next)):
            made = self.command(action, slot, button=False)
            self.header.add_right(icon_button(action.icon, made.toolTip(), made.trigger))
        self.command(EXPORT, self._papers.export)
        self.command(REPORT, self._papers.more)
        self.command(PRINT, self._papers.to_paper)
        self.command(STAFF, self._on_staff, primary=True)
        self.command(FIND, self._on_find, button=False)
        self.teams = TeamTree()
        self.teams.chosen.connect(self._on_chosen)
        self.tabs = Tabs()
        for id, text, kind in CONTENTS:
            self.tabs.add(id, text, partial(kind, context))
        self.tabs.add("book", "规则库", partial(Book, context, self))
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
        self._papers.slowly.stop()
        for key in KEYS:
            self.jobs.cancel(f"assessment.{key}")

    def order(self) -> Order | None:
        """What goes to files and on paper: the team shown, with what is typed of its closing."""
        if self._seen is None:
            return None
        made = self.tabs.content("analysis") if self.tabs.made("analysis") else None
        typed = made.closing.waiting(self._seen) if isinstance(made, Analysis) else None
        return Order(self._seen, typed, self.workspace.loaded.engine)

    # ---- one team

    @property
    def seen(self) -> View | None:
        """What is shown."""
        return self._seen

    def at_hand(self) -> MakePapers:
        if self._seen is None:
            return MakePapers()
        name = self._seen.world.snapshot.teams.raw("name")[self._seen.team] or "所选班子"
        return MakePapers(title=name, kind="team_roster", teams=(self._seen.id,))

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


def _assess(world: object, team: int) -> "Assessment":
    from leadership_model.assessment.team import assess

    return assess(world, team)  # type: ignore[arg-type]
