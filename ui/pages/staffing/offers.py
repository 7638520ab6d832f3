"""Candidates asked for in jobs: by the post chosen, or by the person; and 为何不是此人."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.context import Context
from ui.jobs import Control
from ui.pages.staffing import further, people, reasons, work
from ui.pages.staffing.bench import person_of
from ui.pages.staffing.candidates import CandidatePanel
from ui.pages.staffing.people import Listing, Wish
from ui.pages.staffing.plan import Plan
from ui.pages.staffing.reasons import WhyNot

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.staffing.solve import Solved
    from ui.pages.staffing.solving import Run
    from ui.pages.staffing.trial import Trial


class Offers(QObject):
    """Keeps the panel at the right in step with what is chosen on the board."""

    refused = Signal(str)

    def __init__(
        self, context: Context, plan: Plan, panel: CandidatePanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._plan, self._panel = context, plan, panel
        self.post = -1  # the post candidates are listed for
        self.person = -1  # the person posts are listed for
        self._whole = False
        self._trial: Trial | None = None  # a run to compare with
        panel.direction_picked.connect(self._on_direction)
        panel.wish_picked.connect(self._on_wish)
        panel.whole_asked.connect(self._on_whole)
        panel.why.asked.connect(self._on_why)

    def compare_with(self, trial: "Trial") -> None:
        """Answer 为何不是某人 by the run as well, while it fits the plan."""
        self._trial = trial

    @property
    def by_post(self) -> bool:
        """Whether people are listed for a post."""
        return self._panel.direction.current() != "person"

    def choose(self, key: int) -> None:
        """A card was chosen: a post, or somebody on the bench."""
        situation = self._plan.situation
        if situation is None:
            return
        self._whole = False
        if key >= 0:
            self.post = key
            holder = int(situation.world.seating.holder[key])
            self.person = holder if holder >= 0 else self.person
        else:
            self.person = person_of(key)
            self._panel.direction.set_current("person")
        self._panel.why.show_answer(None)
        self.look()

    def choose_person(self, person: int) -> None:
        """List posts for a person."""
        self.person, self._whole = person, False
        self._panel.direction.set_current("person")
        self.look()

    def show_areas(self) -> None:
        """Offer the areas of the board and the pool."""
        if self._plan.draft is not None:
            choices = self._plan.choices
            pool = choices.pool_title if choices.pool else ""
            offers = work.areas(self._context.workspace.snapshot, choices.teams, pool)
            current, _ = self._panel.wish()
            known = {id for id, _ in offers}
            self._panel.show_areas(offers, current if current in known else "")

    def use_pool(self) -> None:
        """List from the pool from now on."""
        self.show_areas()
        self._panel.area.setCurrentIndex(max(0, self._panel.area.findData("pool")))
        self.look()

    def look(self) -> None:
        """Ask for the list anew."""
        situation = self._plan.situation
        if situation is None:
            self._context.jobs.cancel("staffing.people")
            self._panel.show_nothing("还没有选岗位", "在画板上选中一个岗位，这里按匹配度列出人选。")
            return
        world = situation.world
        if self.by_post and self.post >= 0:
            self._ask(partial(people.for_post, world, self.post, self._wish()))
        elif not self.by_post and self.person >= 0:
            self._ask(partial(people.for_person, world, self.person, self._wish()))
        elif self.by_post:
            self._panel.show_nothing("还没有选岗位", "在画板上选中一个岗位，这里按匹配度列出人选。")
        else:
            self._panel.show_nothing("还没有选干部", "在画板上选中一名干部，这里列出适合的岗位。")

    def _ask(self, function: object) -> None:
        self._context.jobs.read(function, "staffing.people", self._on_listing)  # type: ignore[arg-type]

    def _wish(self) -> Wish:
        area, strict = self._panel.wish()
        pool = self._plan.choices.pool if area == "pool" else ()
        return Wish(
            area="" if area == "pool" else area, pool=pool, strict=strict, whole=self._whole
        )

    def _on_listing(self, listing: Listing) -> None:
        if self._plan.situation is not None:
            self._panel.show_listing(listing, people=self.by_post)

    def _on_direction(self, direction: str) -> None:
        self._whole = False
        self.look()

    def _on_wish(self) -> None:
        self._whole = False
        self.look()

    def _on_whole(self) -> None:
        self._whole = True
        self.look()

    def _on_why(self, text: str) -> None:
        situation = self._plan.situation
        if situation is None or self.post < 0:
            self._panel.why.say("请先在画板上选中一个岗位，再问为何不是此人。")
            return
        trial = self._trial if self._trial is not None and self._trial.stands else None
        run = None if trial is None else trial.run
        solved = None if trial is None else trial.solved
        work_of = partial(_why, situation.world, text, self.post, run, solved)
        self._context.jobs.read(work_of, "staffing.why", self._on_answer)

    def _on_answer(self, answer: WhyNot | str) -> None:
        if isinstance(answer, str):
            self._panel.why.say(answer)
        else:
            self._panel.why.show_answer(answer)


def _why(
    world: "World",
    text: str,
    post: int,
    run: "Run | None",
    solved: "Solved | None",
    control: Control,
) -> WhyNot | str:
    control.check()
    found = reasons.people_named(world, text)
    if not found:
        return f"没有查到“{text}”，请核对姓名，或用拼音首字母。"
    answer = reasons.why_not(world, found[0], post, control)
    if run is None or solved is None:
        return answer
    control.check()
    more = further.why_not_in(run, solved, found[0], post, control)
    return replace(answer, lines=(*more, *answer.lines))
