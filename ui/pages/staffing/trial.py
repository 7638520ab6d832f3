"""一键配备: begins a run in a job, shows how far it is, takes a plan over when a person says so."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model.errors import UserError
from ui import names
from ui.context import Context
from ui.navigation import OpenPost, ShowPeople, ShowPosts
from ui.pages.staffing import further, solving
from ui.pages.staffing.clash_rows import clash_items
from ui.pages.staffing.plan import Plan as PlanAtHand
from ui.pages.staffing.solver import POST, SolverCard

if TYPE_CHECKING:
    from leadership_model.staffing.front import Point
    from leadership_model.staffing.solution import Plan, Result
    from leadership_model.staffing.solve import Solved
    from ui.pages.staffing.page import StaffingPage

KEY = "staffing.solve"
QUESTIONS = ("staffing.front", "staffing.worth", "staffing.prices")
FRONT_SECONDS = 60.0
MANY = 12  # teams whose coming years are not looked at beside a click


class Trial(QObject):
    """One run at a time, with the plans it found and the one looked at."""

    def __init__(
        self, context: Context, plan: PlanAtHand, card: SolverCard, page: "StaffingPage"
    ) -> None:
        super().__init__(page)
        self._context, self._plan, self._card, self._page = context, plan, card, page
        self.run: solving.Run | None = None
        self.solved: Solved | None = None
        self.plans: list[Plan] = []
        self.points: tuple[Point, ...] | None = None
        self.current: Plan | None = None
        card.stop_asked.connect(self.stop)
        card.adopt_asked.connect(self.adopt)
        card.plan_picked.connect(self._on_picked)
        card.spot_picked.connect(self._on_spot)
        card.view_turned.connect(self._on_view)
        card.move_chosen.connect(self._on_move)
        card.price_asked.connect(self._on_price)
        card.ground_opened.connect(self._on_ground)

    @property
    def result(self) -> "Result | None":
        """What the run came to."""
        return None if self.solved is None else self.solved.result

    # ---- a run

    def begin(self) -> None:
        """Begin a run over the seats as the plan has them."""
        situation = self._plan.situation
        if situation is None or not situation.teams:
            self._context.say("请先把班子放到画板上，再作一键配备。")
            return
        self._forget()
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
            progress=self._on_partial,
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
        self._forget()
        self._card.hide()

    def _forget(self) -> None:
        for key in QUESTIONS:
            self._context.jobs.cancel(key)
        self.run = self.solved = self.points = self.current = None
        self.plans = []

    @property
    def stands(self) -> bool:
        """Whether the plan at hand is still the one the run was begun on."""
        run = self.run
        return (
            run is not None
            and self._plan.situation is not None
            and self._plan.scenario.done == run.situation.scenario.done
        )

    def adopt(self) -> None:
        """Take the proposal looked at into the plan at hand, as one step."""
        from leadership_model.staffing.apply import moves_of

        if self.run is None or self.current is None:
            return
        if not self.stands:
            self._context.say("求解之后方案又有调整，请重新作一键配备。")
            return
        moves = moves_of(self.current, self.run.situation.world.seating)
        if not moves:
            self._context.say("这个方案没有需要调整的岗位。")
            return
        name = self._name()
        self._plan.make(moves, f"采用一键配备{name}（{len(moves)} 人）")
        self._context.say(f"已采用{name}，共 {len(moves)} 人；Ctrl+Z 可撤销。")

    def _name(self) -> str:
        marks = [each.fingerprint for each in self.plans]
        assert self.current is not None
        mark = self.current.fingerprint
        return f"方案 {marks.index(mark) + 1}" if mark in marks else "前沿方案"

    # ---- what comes from the job

    def _on_partial(self, value: object) -> None:
        if self.run is None:
            return
        if isinstance(value, solving.Trace):
            self._card.show_trace(value, float(self.run.choices.seconds))
        elif isinstance(value, solving.Further):
            self._add(value.plan)
        elif isinstance(value, tuple) and self.solved is None:
            self._take(*value)

    def _add(self, plan: "Plan") -> None:
        if plan.fingerprint not in {each.fingerprint for each in self.plans}:
            self.plans.append(plan)
            at = self.plans.index(self.current) if self.current in self.plans else -1
            self._card.show_plans(len(self.plans), at)

    def _take(self, solved: "Solved", trace: solving.Trace) -> None:
        assert self.run is not None
        self.solved = solved
        self._card.show_result(solved.result, trace)
        if solved.result.plan is None:
            self._card.show_moves((), ())
            self._card.show_reasons(clash_items(self.run.situation, solved.result))
            return
        self._add(solved.result.plan)
        self._look(solved.result.plan)

    def _on_failed(self, error: UserError) -> None:
        self._card.hide()
        self._page.size_lower()
        self._context.ask.error(error.sentence)

    def _on_result(self, found: "tuple[Solved, solving.Trace]") -> None:
        if self.run is None:
            return
        if self.solved is None:
            self._take(*found)
        self._card.end()

    # ---- looking at plans

    def _look(self, plan: "Plan") -> None:
        assert self.run is not None
        self.current = plan
        situation = self.run.situation
        snapshot, posts = situation.base.snapshot, situation.base.post_ids
        empty = solving.empty_seats(situation, plan, self.run.teams)
        rows = solving.moves_of(situation, plan)
        self._card.show_moves(
            rows, tuple((posts[post], names.full_post(snapshot, post)) for post in empty)
        )
        self._card.show_years(self._years(plan))
        self._card.show_why(None, "在右边选一名干部，看提出的理由、带来的变化和下一位人选。")

    def _years(self, plan: "Plan") -> int | None:
        """Count what breaks within five years by a plan that would not without it."""
        from leadership_model.staffing.apply import moves_of

        situation, ahead = self._plan.situation, self._plan.ahead
        if ahead is None or situation is None or not ahead.fits(situation) or not self.stands:
            return None
        then = self._plan.preview(moves_of(plan, situation.world.seating))
        if then is None or len(then.deltas) > MANY:
            return None
        return len(ahead.of_plan(then, situation).fresh)

    def _on_picked(self, number: int) -> None:
        if number < len(self.plans):
            self._look(self.plans[number])

    def _on_spot(self, number: int) -> None:
        if self.points is not None and number < len(self.points):
            self._look(self.points[number].plan)

    def _on_view(self, view: str) -> None:
        if view == "front" and self.points is None and self.solved is not None:
            self.points = ()
            self._card.show_front((), "正在求前沿…")
            work = partial(further.look_for_front, self.solved, FRONT_SECONDS)
            self._context.jobs.read(
                work, "staffing.front", self._on_front, progress=self._on_front, title="求前沿"
            )

    def _on_front(self, points: "tuple[Point, ...]") -> None:
        if self.solved is not None:
            self.points = points
            self._card.show_front(further.spots_of(points), "没有可以比较的方案。")

    # ---- why

    def _at(self, person: str) -> int:
        if self.run is None or self.current is None:
            return -1
        ids = self.run.situation.base.person_ids
        moves = self.current.moves
        return next((at for at, each in enumerate(moves) if ids[each.person] == person), -1)

    def _on_move(self, person: str) -> None:
        at = self._at(person)
        if at < 0 or self.run is None or self.solved is None or self.current is None:
            return
        self._card.show_why(None, "正在比较…")
        work = partial(further.worth_of, self.run, self.solved, self.current, at)
        self._context.jobs.read(work, "staffing.worth", self._on_worth, title="比较人选")

    def _on_worth(self, found: further.Worth) -> None:
        if self.solved is not None:
            self._card.show_why(found)

    def _on_price(self) -> None:
        from ui.pages.staffing.prices import PricesDialog

        item = self._card.list.current_id()
        at = self._at(item or "")
        if self.run is None or self.solved is None or self.current is None or at < 0:
            return
        post = self.current.moves[at].to[0]
        team = int(self.run.situation.base.snapshot.posts.owners()[post])
        name = names.team_name(self.run.situation.base.snapshot, team)
        dialog = PricesDialog(f"{name}：放宽一项的价值", self._page.window())
        work = partial(further.prices_of, self.run, self.solved, team)
        self._context.jobs.read(
            work,
            "staffing.prices",
            dialog.show_all,
            progress=dialog.show_rows,
            title="测算放宽的价值",
        )
        self._context.ask.show(dialog)
        self._context.jobs.cancel("staffing.prices")

    # ---- no plan

    def _on_ground(self, id: str) -> None:
        result = self.result
        if result is None or self.run is None or not id.isdigit():
            return
        each, base = result.clash[int(id)], self.run.situation.base
        if each.people:
            people = tuple(base.person_ids[person] for person in each.people)
            self._context.navigator.go(ShowPeople(people, each.text))
        elif each.posts:
            posts = tuple(base.post_ids[post] for post in each.posts)
            self._context.navigator.go(ShowPosts(posts, each.text))
        else:
            self._context.say("这一条是范围限制，不针对具体的人或岗位；可在求解设置中放宽。")

    def open(self, id: str) -> bool:
        """Open a seat of the list that stays empty; False where the id is no post's."""
        if not id.startswith(POST):
            return False
        self._context.navigator.go(OpenPost(id.removeprefix(POST)))
        return True
