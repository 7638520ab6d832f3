"""What the page does when something is clicked, chosen or pulled: slots, one or two lines each."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF
from PySide6.QtWidgets import QMenu

from leadership_model.errors import UserError
from ui.navigation import OpenPerson, OpenTeam, ShowPeople
from ui.pages.staffing.bench import person_of
from ui.pages.staffing.differences import Change
from ui.pages.staffing.people import Row
from ui.pages.staffing.seats import Seat

if TYPE_CHECKING:
    from ui.pages.staffing.page import StaffingPage

CARDS = "staffing.cards"  # the small choice remembered in the settings


class Reactions(QObject):
    """Connects the parts of the page."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page)
        self._page = page
        page.hand.refused.connect(self._on_refused)
        page.hand.taken.connect(self._on_taken)
        page.plan.refused.connect(self._on_stopped)
        for source in (page.board, page.bench):
            source.chosen.connect(self._on_chosen)
            source.opened.connect(self._on_opened)
            source.dragged.connect(self._on_dragged)
            source.menu_asked.connect(self._on_menu)
        page.board.team_removed.connect(self._on_team_removed)
        page.board.team_opened.connect(self._on_team_opened)
        page.board.change_opened.connect(self._on_change)
        page.board.changes_asked.connect(self._on_changes)
        page.panel.dragged.connect(self._on_row_dragged)
        page.panel.activated.connect(self._on_row_activated)
        page.panel.opened.connect(self._on_row_opened)
        page.panel.count_opened.connect(self._on_count)
        page.panel.why.opened.connect(self._on_person)
        page.solver.opened.connect(self._on_solver_opened)
        page.solver.tall_asked.connect(page.size_lower)
        page.solver.closed.connect(self._on_solver_closed)
        page.strip.opened.connect(page.leads.open_total)
        page.strip.compare_asked.connect(page.leads.compare)
        page.strip.motion_asked.connect(page.leads.motion)
        page.strip.forms_asked.connect(page.leads.forms)
        self._connect_bar()

    def _connect_bar(self) -> None:
        page, bar = self._page, self._page.bar
        bar.plan_picked.connect(self._on_plan)
        bar.new_asked.connect(page.keeping.ask_new)
        bar.copy_asked.connect(page.keeping.ask_copy)
        bar.rename_asked.connect(page.keeping.ask_name)
        bar.delete_asked.connect(page.keeping.ask_delete)
        bar.team_asked.connect(page.leads.ask_team)
        bar.weights_picked.connect(self._on_weights)
        bar.mode_picked.connect(self._on_mode)
        bar.stage_picked.connect(self._on_stage)
        bar.size_picked.connect(self._on_size)
        bar.solve_asked.connect(page.trial.begin)

    # ---- the bar

    def _on_plan(self, id: str) -> None:
        draft = self._page.keeping.draft(id)
        if draft is not None:
            self._page.open_draft(draft)

    def _on_weights(self, weights: tuple[float, float, float]) -> None:
        plan = self._page.plan
        if plan.draft is None:
            return
        if not any(weights):
            self._on_refused("三个权重不能全为 0，请至少保留一个。")
            self._page.bar.show_choices(plan.choices, compact=self._page.board.compact)
            return
        plan.choose(replace(plan.choices, weights=weights))

    def _on_mode(self, mode: str) -> None:
        plan = self._page.plan
        plan.choose(replace(plan.choices, rearrange=mode == "rearrange"))

    def _on_stage(self, stage: str) -> None:
        page, plan = self._page, self._page.plan
        try:
            page.leads.insist(stage)
        except UserError as error:
            page.bar.show_choices(plan.choices, compact=page.board.compact)
            page.ask.inform(error.sentence)
            return
        plan.choose(replace(plan.choices, stage=stage))

    def _on_size(self, size: str) -> None:
        self._page.context.settings.choices[CARDS] = size
        self._page.show_plan()

    # ---- cards

    def _on_chosen(self, key: int) -> None:
        page = self._page
        page.keys.chosen = key
        page.keys.follow()
        if page.hand.held is not None:
            page.hand.look_at(key)
        else:
            page.offers.choose(key)

    def _on_opened(self, key: int) -> None:
        situation = self._page.plan.situation
        if situation is None or self._page.in_meeting:
            return
        person = int(situation.world.seating.holder[key]) if key >= 0 else person_of(key)
        if person >= 0:
            self._page.navigator.go(OpenPerson(situation.base.person_ids[person]))
        elif key >= 0:
            self._page.offers.choose(key)
            self._page.panel.list.setFocus()

    def _on_dragged(self, key: int, at: QPointF) -> None:
        page = self._page
        card = page.board.card(key) if key >= 0 else page.bench.card(key)
        if card is not None:
            person = card.seat.person if key >= 0 else person_of(key)
            page.hand.drag(card.seat, person, at, card)

    def _on_menu(self, key: int, at: QPointF) -> None:
        self._page.keys.chosen = key
        self._page.keys.follow()
        if self._page.in_meeting:
            return
        menu = QMenu(self._page)
        menu.addActions(self._page.keys.of_card())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at.toPoint())

    def _on_team_removed(self, team: int) -> None:
        from leadership_model.staffing.draft import without_team

        plan = self._page.plan
        id = self._page.workspace.snapshot.teams.ids[team]
        plan.choose(without_team(plan.choices, id))

    def _on_team_opened(self, team: int) -> None:
        self._page.navigator.go(OpenTeam(self._page.workspace.snapshot.teams.ids[team]))

    def _on_change(self, change: Change) -> None:
        if change.people:
            self._page.navigator.go(ShowPeople(change.people, f"调整后计入“{change.label}”的干部"))
        else:
            self._page.context.say(f"“{change.label}”调整后没有计入的干部。")

    def _on_changes(self) -> None:
        if not self._page.in_meeting:
            self._page.leads.compare()

    # ---- candidates

    def _on_row_dragged(self, row: Row, at: QPointF) -> None:
        if self._page.offers.by_post:
            self._page.hand.drag(_seat_of(row), row.key, at, None)

    def _on_row_activated(self, row: Row) -> None:
        page = self._page
        if page.offers.by_post and page.offers.post >= 0:
            page.hand.put(row.key, page.offers.post)
        elif page.offers.person >= 0:
            page.hand.put(page.offers.person, row.key)

    def _on_row_opened(self, row: Row) -> None:
        from ui.navigation import OpenPost

        by_post = self._page.offers.by_post
        self._page.navigator.go(OpenPerson(row.id) if by_post else OpenPost(row.id))

    def _on_count(self) -> None:
        listing = self._page.panel.listing
        if listing is not None and listing.ids:
            self._page.navigator.go(ShowPeople(listing.ids, f"{listing.title} 的候选人"))

    def _on_person(self, id: str) -> None:
        if id:
            self._page.navigator.go(OpenPerson(id))

    def _on_solver_opened(self, id: str) -> None:
        if not self._page.trial.open(id):
            self._on_person(id)

    # ---- sentences

    def _on_refused(self, sentence: str) -> None:
        self._page.context.say(sentence)

    def _on_stopped(self, sentence: str) -> None:
        self._page.ask.inform(sentence)

    def _on_taken(self, person: object) -> None:
        self._page.keys.follow()
        self._page.show_note()

    def _on_solver_closed(self) -> None:
        self._page.trial.end()
        self._page.size_lower()


def _seat_of(row: Row) -> Seat:
    """Make a card of a candidate, to be carried."""
    return Seat(
        post=-1,
        post_id="",
        title=row.detail,
        person=row.key,
        person_id=row.id,
        name=row.name,
        lines=((row.note, "text2"), ("拟任", "accent")),
        mark=row.mark,
        proposed=True,
    )
