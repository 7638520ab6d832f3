"""模拟配备: the page. It puts the parts together and lets them speak to each other."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people.seating import VACANT
from ui import names, theme
from ui.context import Context
from ui.navigation import OpenPlan, Request, StaffTeams
from ui.page import Page
from ui.pages.staffing import seats, work
from ui.pages.staffing.bar import PlanBar
from ui.pages.staffing.bench import Bench, waiting
from ui.pages.staffing.beside import Beside
from ui.pages.staffing.board import Board
from ui.pages.staffing.candidates import CandidatePanel
from ui.pages.staffing.desk import Desk
from ui.pages.staffing.hand import Hand
from ui.pages.staffing.keeping import Keeping
from ui.pages.staffing.keys import Keys
from ui.pages.staffing.leads import Leads
from ui.pages.staffing.menus import Menus
from ui.pages.staffing.offers import Offers
from ui.pages.staffing.papers_out import Outcomes
from ui.pages.staffing.plan import Plan
from ui.pages.staffing.reactions import CARDS, Reactions
from ui.pages.staffing.setting_up import SettingUp
from ui.pages.staffing.solver import SolverCard
from ui.pages.staffing.strip import Strip
from ui.pages.staffing.taking import Taking
from ui.pages.staffing.trial import Trial
from ui.pages.staffing.view import View
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from leadership_model.staffing.draft import Draft
    from leadership_model.staffing.situation import Situation


JOBS = ("plans", "situation", "people", "why", "photos", "solve", "ahead", "print", "records")
UNBOUND = 16_777_215  # px: Qt's word for no limit of height


class StaffingPage(Page):
    """The board of a plan, its candidates, its bench, its figures."""

    title = "模拟配备"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(context, parent)
        self.plan = Plan(self, context.workspace.user)
        self.bar, self.board, self.bench = PlanBar(), Board(), Bench()
        self.panel, self.strip, self.solver = CandidatePanel(), Strip(), SolverCard()
        self.keeping = Keeping(context, self.plan, self)
        self.hand = Hand(self, self.plan, self.board, self.bench, context.ask)
        self.offers = Offers(context, self.plan, self.panel, self)
        self.trial = Trial(context, self.plan, self.solver, self)
        self.offers.compare_with(self.trial)
        self.leads = Leads(context, self.plan, self)
        self.beside = Beside(self)
        self._waiting: list[Request] = []
        self.opening: Draft | None = None  # the plan whose board is being worked out
        self._build()
        self.reactions = Reactions(self)
        self.menus = Menus(self)
        self.keys = Keys(self)
        self.desk = Desk(self)
        self.view = View(self)
        self.setting_up = SettingUp(self)
        self.outcomes = Outcomes(self)
        self.taking = Taking(self)
        self.plan.changed.connect(self.show_plan)
        self.keeping.listed.connect(self._on_listed)
        self.keeping.wanted.connect(self.open_draft)
        self._built = True
        self.show_plan()
        self.narrowed()

    # ---- building

    def _build(self) -> None:
        self._none = EmptyState(
            "account-switch-outline",
            "还没有方案",
            "方案里可以任意调整干部，随时看到班子得分、规则冲突和连锁空缺；不改动干部库。",
            "新建方案",
            self.keeping.ask_new,
        )
        self._bare = EmptyState(
            "account-group-outline",
            "画板上还没有班子",
            "加入一个或几个班子，岗位以卡片排开，拖动即可调整。",
            "加班子",
            self.leads.ask_team,
        )
        self._stack = QStackedWidget()
        for each in (self._none, self._bare, self.board):
            self._stack.addWidget(each)
        self._lower = QWidget()
        self._low = QHBoxLayout(self._lower)
        self._low.setContentsMargins(0, 0, 0, 0)
        self._low.setSpacing(theme.px(10))
        self._low.addWidget(self.bench, 2)
        self._low.addWidget(self.solver, 5)
        self.bench.setMinimumWidth(theme.px(276))  # one card beside the title
        self.solver.hide()
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        left.addWidget(self.bar)
        left.addWidget(self._stack, 1)
        left.addWidget(self._lower)
        left.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        self.body.addLayout(row, 1)

    @property
    def in_meeting(self) -> bool:
        """Whether the board stands over the whole screen."""
        return self.view.meeting is not None

    def take_board(self) -> None:
        """Put the board and the bench in their places, also after they stood elsewhere."""
        self._stack.addWidget(self.board)
        self._low.insertWidget(0, self.bench, 2)
        self.bench.setMinimumHeight(0)
        self.bench.setMaximumHeight(UNBOUND)
        self.show_plan()

    # ---- what a page overrides

    def undo_stack(self) -> QUndoStack | None:
        return self.plan.stack

    def refresh(self, changes: Changes) -> None:
        if changes.touches("procedure"):
            self.outcomes.look_up()
        if changes.kinds and changes.kinds <= {"scenario", "scenario_move", "procedure", "own"}:
            if not changes.touches("own"):
                self.keeping.read()
            return
        if self.plan.draft is None or not self.keeping.ready:
            self.keeping.read()
        else:
            self._situate(self.plan.draft)

    def receive(self, request: Request) -> None:
        self._waiting.append(request)
        self._answer()

    def narrowed(self) -> None:
        if self._built:
            self.panel.setFixedWidth(theme.px(300 if self.narrow else 380))
            self.bar.set_narrow(self.narrow)
            self.strip.set_narrow(self.narrow)
            self.size_lower()

    def leave(self) -> None:
        self.hand.end()
        self.trial.end()
        for key in JOBS:
            self.jobs.cancel(f"staffing.{key}")

    def carry_over(self, ids: Sequence[str], at: QPointF) -> None:
        self.taking.over(ids, at)

    def carry_in(self, ids: Sequence[str], at: QPointF) -> bool:
        return self.taking.take(ids, at)

    def carry_off(self) -> None:
        self.hand.clear()

    # ---- plans

    def open_draft(self, draft: "Draft") -> None:
        """Show a plan; its board follows when the teams are assessed."""
        from leadership_model.staffing.draft import without_gone

        draft, gone = without_gone(draft, self.workspace.snapshot)
        if gone:
            self.context.say(f"有 {len(gone)} 步调整涉及已不在库中的干部或岗位，已略去。")
        self.trial.end()
        self._situate(draft)

    def _situate(self, draft: "Draft") -> None:
        function = partial(work.situate, self.workspace.loaded, draft, None)
        self.opening = draft
        self.jobs.read(function, "staffing.situation", self._on_situated, title="正在铺开方案")

    def work_out(self) -> None:
        """Work the plan at hand out anew, for another month for example."""
        if self.plan.draft is not None:
            self._situate(self.plan.draft)

    def _on_situated(self, situation: "Situation") -> None:
        draft, current, self.opening = self.opening, self.plan.draft, None
        assert draft is not None
        if current is not None and current.scenario.id == draft.scenario.id:
            self.plan.settle(situation)
        else:
            self.plan.ahead = None
            self.plan.records = {}
            self.plan.open(draft, situation)
            self.outcomes.look_up()
            self.offers.show_areas()
            self._choose_first()
        self._answer()

    def _on_listed(self) -> None:
        id = self.plan.scenario.id if self.plan.draft is not None else ""
        self.bar.show_plans(self.keeping.drafts, id)
        opens = any(isinstance(each, OpenPlan | StaffTeams) for each in self._waiting)
        if self.plan.draft is None and self.keeping.drafts and not opens:
            self.open_draft(self.keeping.drafts[0])
        self._answer()

    def _answer(self) -> None:
        """Answer requests that came in, as soon as the plans are known."""
        while self.keeping.ready and self._waiting:
            request = self._waiting.pop(0)  # before it is answered: answering may come back here
            if not self.leads.answer(request):
                self._waiting.insert(0, request)
                return

    def _choose_first(self) -> None:
        """Look at the first vacant post, else at the first one."""
        cards = self.board.cards()
        vacant = [card for card in cards if card.seat.person == VACANT]
        for card in (vacant or cards)[:1]:
            self.offers.choose(card.seat.post)

    # ---- showing

    def show_plan(self) -> None:
        """Show the plan at hand as it stands."""
        situation = self.plan.situation
        self.bar.set_ready(self.plan.draft is not None)
        self.keys.follow()
        if situation is None or self.plan.draft is None:
            self._stack.setCurrentWidget(self._none)
            self._lower.hide()
            self.strip.hide()
            self.header.show_note("")
            self.offers.look()
            return
        compact = self.context.settings.choices.get(CARDS) == "compact"
        self.bar.show_choices(self.plan.choices, compact=compact)
        self.bar.show_plans(self.keeping.drafts, self.plan.scenario.id)
        self.board.show_panels(seats.panels(situation), compact=compact)
        self.bench.show_waiting(waiting(situation))
        if not self.in_meeting:
            self._stack.setCurrentWidget(self.board if situation.teams else self._bare)
        self._lower.show()
        self.strip.show()
        self.show_totals()
        self.show_note()
        self.size_lower()
        self.beside.ask()
        self.offers.look()

    def show_totals(self) -> None:
        """Show what the plan comes to."""
        if self.plan.situation is not None:
            self.strip.show_totals(*self.leads.totals(self.plan.situation))

    def show_note(self) -> None:
        """Say beside the title what is on the board, or whom the hand holds."""
        situation, held = self.plan.situation, self.hand.held
        if situation is None:
            self.header.show_note("")
        elif held is not None:
            name = names.person_name(situation.base.snapshot, held)
            self.header.show_note(f"已拿起 {name}：选中岗位后按 Ctrl+V 放下，Esc 放弃")
        else:
            self.header.show_note(work.header_note(situation, self.plan.choices))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.hand.held is not None:
            self.hand.release()
        else:
            super().keyPressEvent(event)

    def size_lower(self) -> None:
        """Give bench and solver the height they need."""
        solving = not self.solver.isHidden()
        some = 104 if self.bench.cards else 62
        high = (236 if self.narrow else 262) if solving else some
        if solving and self.solver.is_tall:
            high = 420 if self.narrow else 560
        self._lower.setFixedHeight(theme.px(high))
