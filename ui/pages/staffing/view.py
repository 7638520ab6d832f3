"""How the board is looked at: its size, the order of its teams, on paper, in a meeting."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.pages.staffing import board_paper, seats
from ui.pages.staffing import view_actions as actions
from ui.pages.staffing.meeting import Meeting

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper
    from ui.pages.staffing.page import StaffingPage

ZOOM = "staffing.zoom"  # the small choice remembered in the settings, in per cent
STEPS = (60, 75, 90, 100, 115, 130, 150, 175, 200)


class View(QObject):
    """Zoom is remembered for the program, the order of teams with the plan."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page)
        self._page = page
        self.meeting: Meeting | None = None
        add = page.command
        self.earlier = add(actions.EARLIER, self._on_earlier, button=False)
        self.later = add(actions.LATER, self._on_later, button=False)
        self.larger = add(actions.LARGER, self._on_larger, button=False)
        self.smaller = add(actions.SMALLER, self._on_smaller, button=False)
        self.usual = add(actions.USUAL, self._on_usual, button=False)
        self.print = add(actions.PRINT, self._on_print, button=False)
        self.begin = add(actions.MEETING, self._on_meeting, button=False)
        page.menus.add("view", self.earlier, self.later, apart=True)
        page.menus.add("view", self.larger, self.smaller, self.usual, apart=True)
        page.menus.add("view", self.begin, apart=True)
        page.menus.add("output", self.print, apart=True)
        page.board.team_placed.connect(self._on_placed)
        page.board.zoom_asked.connect(self._step)
        page.board.zoom = self.percent() / 100

    def percent(self) -> int:
        """The size of the board in per cent."""
        text = self._page.context.settings.choices.get(ZOOM, "100")
        return int(text) if text.isdecimal() and int(text) in STEPS else 100

    def follow(self) -> None:
        """Enable what can be done now."""
        situation = self._page.plan.situation
        teams = 0 if situation is None else len(situation.teams)
        at = self._place()
        self.earlier.setEnabled(at > 0)
        self.later.setEnabled(0 <= at < teams - 1)
        self.larger.setEnabled(teams > 0 and self.percent() < STEPS[-1])
        self.smaller.setEnabled(teams > 0 and self.percent() > STEPS[0])
        self.usual.setEnabled(teams > 0 and self.percent() != 100)
        for each in (self.print, self.begin):
            each.setEnabled(teams > 0)

    # ---- size

    def _step(self, step: int) -> None:
        at = STEPS.index(self.percent()) + step
        self._zoom_to(STEPS[min(max(at, 0), len(STEPS) - 1)])

    def _zoom_to(self, percent: int) -> None:
        if percent != self.percent():
            self._page.context.settings.choices[ZOOM] = str(percent)
            self._page.board.set_zoom(percent / 100)
            self._page.context.say(f"画板 {percent} %")
            self._page.keys.follow()

    def _on_larger(self) -> None:
        self._step(1)

    def _on_smaller(self) -> None:
        self._step(-1)

    def _on_usual(self) -> None:
        self._zoom_to(100)

    # ---- order

    def _place(self) -> int:
        """Give the place of the team whose post is chosen; -1 when none is."""
        situation, chosen = self._page.plan.situation, self._page.keys.chosen
        if situation is None or chosen is None or chosen < 0:
            return -1
        team = int(situation.base.snapshot.posts.owners()[chosen])
        return situation.teams.index(team) if team in situation.teams else -1

    def _move(self, at: int, place: int) -> None:
        from leadership_model.staffing.draft import with_team_at

        plan, chosen = self._page.plan, self._page.keys.chosen
        if plan.situation is None or not 0 <= at < len(plan.situation.teams):
            return
        team = plan.situation.base.snapshot.teams.ids[plan.situation.teams[at]]
        plan.choose(with_team_at(plan.choices, team, place))
        if chosen is not None and chosen >= 0:
            self._page.board.select(chosen)

    def _on_earlier(self) -> None:
        self._move(self._place(), self._place() - 1)

    def _on_later(self) -> None:
        self._move(self._place(), self._place() + 1)

    def _on_placed(self, team: int, place: int) -> None:
        situation = self._page.plan.situation
        if situation is not None and team in situation.teams:
            self._move(situation.teams.index(team), place)

    # ---- on paper

    def _on_print(self) -> None:
        page, situation = self._page, self._page.plan.situation
        if situation is None or not situation.teams:
            return
        totals, _, _ = page.leads.totals(situation)
        sheet = board_paper.Sheet(
            label=situation.scenario.label,
            note=page.header.note(),
            totals=tuple(f"{each.word} {each.text}" for each in totals),
            panels=seats.panels(situation),
            waiting=tuple(card.seat for card in page.bench.cards),
        )
        made = partial(board_paper.make, situation, sheet, page.workspace.loaded.engine)
        page.jobs.read(made, "staffing.print", self._on_paper, title="正在排版画板")

    def _on_paper(self, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self._page.context, paper)

    # ---- in a meeting

    def _on_meeting(self) -> None:
        if self.meeting is not None or self._page.plan.situation is None:
            return
        self.meeting = Meeting(self._page)
        self.meeting.finished.connect(self._on_left)
        self._page.ask.show(self.meeting)
        self._on_left()

    def _on_left(self) -> None:
        if self.meeting is not None:
            meeting, self.meeting = self.meeting, None
            meeting.give_back()
