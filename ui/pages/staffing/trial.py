"""一键配备: begins a run in a job, shows how far it is, takes a plan over when a person says so."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model.errors import UserError
from ui.context import Context
from ui.pages.staffing import solving
from ui.pages.staffing.plan import Plan
from ui.pages.staffing.solver import SolverCard

if TYPE_CHECKING:
    from leadership_model.staffing.solution import Result
    from ui.pages.staffing.page import StaffingPage

KEY = "staffing.solve"


class Trial(QObject):
    """One run at a time."""

    def __init__(
        self, context: Context, plan: Plan, card: SolverCard, page: "StaffingPage"
    ) -> None:
        super().__init__(page)
        self._context, self._plan, self._card, self._page = context, plan, card, page
        self.run: solving.Run | None = None
        self.result: Result | None = None
        card.stop_asked.connect(self.stop)
        card.adopt_asked.connect(self.adopt)
        card.plan_picked.connect(self._on_picked)

    def begin(self) -> None:
        """Begin a run over the seats as the plan has them."""
        situation = self._plan.situation
        if situation is None or not situation.teams:
            self._context.say("请先把班子放到画板上，再作一键配备。")
            return
        self.result = None
        try:
            self.run = solving.asked(situation, self._plan.choices)
        except UserError as error:
            self._context.say(error.sentence)
            return
        self._card.begin()
        self._card.show()
        self._page.size_lower()
        self._context.jobs.read(
            partial(solving.solve, self.run),
            KEY,
            self._on_result,
            failed=self._on_failed,
            progress=self._on_trace,
            title="一键配备",
        )

    def stop(self) -> None:
        """End the run with the best plan so far."""
        if self.run is not None:
            self.run.stop.set()

    def end(self) -> None:
        """Drop the run and its result."""
        self.stop()
        self._context.jobs.cancel(KEY)
        self.run = self.result = None
        self._card.hide()

    def adopt(self, number: int) -> None:
        """Take a proposal into the plan at hand, as one step."""
        from leadership_model.staffing.apply import moves_of

        if self.run is None or self.result is None:
            return
        base = self.run.situation
        if self._plan.situation is None or self._plan.scenario.done != base.scenario.done:
            self._context.say("求解之后方案又有调整，请重新作一键配备。")
            return
        plan = solving.plans_of(self.result)[number]
        moves = moves_of(plan, base.world.seating)
        if not moves:
            self._context.say("这个方案没有需要调整的岗位。")
            return
        self._plan.make(moves, f"采用一键配备方案 {number + 1}（{len(moves)} 人）")
        self._context.say(f"已采用方案 {number + 1}，共 {len(moves)} 人；Ctrl+Z 可撤销。")

    def _on_trace(self, trace: solving.Trace) -> None:
        if self.run is not None:
            self._card.show_trace(trace)

    def _on_failed(self, error: UserError) -> None:
        self._card.hide()
        self._page.size_lower()
        self._context.ask.error(error.sentence)

    def _on_result(self, found: "tuple[Result, solving.Trace]") -> None:
        if self.run is None:
            return
        self.result, trace = found
        self._card.show_result(self.result, trace)
        self._on_picked(0)

    def _on_picked(self, number: int) -> None:
        if self.run is None or self.result is None:
            return
        plans = solving.plans_of(self.result)
        if number < len(plans):
            self._card.show_moves(solving.moves_of(self.run.situation, plans[number]))
