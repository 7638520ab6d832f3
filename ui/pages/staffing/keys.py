"""The commands of the page as Qt actions, and which of them can be given now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ui.pages.staffing import actions
from ui.pages.staffing.bench import person_of

if TYPE_CHECKING:
    from leadership_model.staffing.move import Move
    from ui.pages.staffing.page import StaffingPage


class Keys(QObject):
    """`chosen` is the card chosen last: a post, below it somebody on the bench, None nothing."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page)
        self._page = page
        self.chosen: int | None = None
        undo = page.plan.stack.createUndoAction(page, "撤销")
        undo.setObjectName("staffing.undo")
        page.header.add_action(undo)
        page.menus.place()
        self.undo = undo
        add = page.command
        self.new = add(actions.NEW, page.keeping.ask_new, button=False)
        self.copy = add(actions.COPY, page.keeping.ask_copy, button=False)
        self.rename = add(actions.RENAME, page.keeping.ask_name, button=False)
        self.delete = add(actions.DELETE, page.keeping.ask_delete, button=False)
        self.month = add(actions.MONTH, page.leads.ask_month, button=False)
        self.cards = add(actions.CARDS, self._on_cards, button=False)
        self.team = add(actions.TEAM, page.leads.ask_team, button=False)
        self.solve = add(actions.SOLVE, page.trial.begin, button=False)
        self.compare = add(actions.COMPARE, page.leads.compare, button=False)
        self.steps = add(actions.STEPS, page.leads.steps, button=False)
        self.motion = add(actions.MOTION, page.leads.motion, button=False)
        self.forms = add(actions.FORMS, page.leads.forms, button=False)
        self.share = add(actions.SHARE, page.keeping.ask_share, button=False)
        self.pick = add(actions.PICK, self._on_pick, button=False)
        self.put = add(actions.PUT, self._on_put, button=False)
        self.carry = add(actions.CARRY, self._on_carry, button=False)
        self.bench = add(actions.BENCH, self._on_bench, button=False)
        self.pin = add(actions.PIN, self._on_pin, button=False)
        self.retire = add(actions.RETIRE, self._on_retire, button=False)
        self.why = add(actions.WHY, self._on_why, button=False)
        self._fill_menus()

    def _fill_menus(self) -> None:
        add = self._page.menus.add
        add("plan", self.new, self.copy, self.rename, self.delete)
        add("plan", self.month, self.share, apart=True)
        add("plan", self.compare, self.steps, apart=True)
        add("solve", self.solve)
        add("output", self.motion, self.forms)
        add("view", self.team, self.cards)

    def of_card(self) -> list[QAction]:
        """Give the commands about the chosen card, for its menu."""
        return [self.pick, self.put, self.bench, self.pin, self.retire, self.why]

    def follow(self) -> None:
        """Enable what can be done now."""
        page, situation = self._page, self._page.plan.situation
        open_, person = situation is not None, self.person()
        teams = situation is not None and bool(situation.teams)
        moved = situation is not None and bool(situation.folded.changes)
        steps = situation is not None and bool(situation.scenario.done)
        seated = person >= 0 and (self.chosen or 0) >= 0 and self.chosen is not None
        for action in (
            self.copy,
            self.rename,
            self.delete,
            self.month,
            self.cards,
            self.team,
            self.share,
        ):
            action.setEnabled(open_)
        for action in (self.solve, self.compare):
            action.setEnabled(teams)
        page.bar.solve.setEnabled(teams)
        self.steps.setEnabled(steps)
        for action in (self.motion, self.forms):
            action.setEnabled(moved)
        held = page.hand.held is not None
        chosen = self.chosen is not None and open_
        self.pick.setEnabled(person >= 0)
        self.put.setEnabled(held and chosen)
        self.carry.setEnabled((held and chosen) or person >= 0)
        self.bench.setEnabled(seated)
        self.retire.setEnabled(person >= 0)
        self.pin.setEnabled(chosen and (self.chosen or 0) >= 0)
        self.why.setEnabled(page.panel.listing is not None and page.offers.by_post)
        page.view.follow()
        page.setting_up.follow()
        page.menus.follow()

    def person(self) -> int:
        """Give who sits on the chosen card; negative when nobody does."""
        situation = self._page.plan.situation
        if situation is None or self.chosen is None:
            return -1
        if self.chosen < -1:
            return person_of(self.chosen)
        return int(situation.world.seating.holder[self.chosen])

    # ---- what the keys do

    def _on_pick(self) -> None:
        if self.person() >= 0:
            self._page.hand.pick(self.person())

    def _on_put(self) -> None:
        if self.chosen is not None:
            self._page.hand.put_held(self.chosen)

    def _on_carry(self) -> None:
        if self._page.hand.held is None:
            self._on_pick()
        else:
            self._on_put()

    def _on_bench(self) -> None:
        if self.person() >= 0:
            self._page.hand.put(self.person(), -1)

    def _on_pin(self) -> None:
        from leadership_model.staffing.move import Move

        situation = self._page.plan.situation
        if situation is not None and self.chosen is not None and self.chosen >= 0:
            pinned = self.chosen in situation.folded.pinned
            post = situation.base.post_ids[self.chosen]
            self._make(Move(kind="keep", post=post, on=not pinned))

    def _on_retire(self) -> None:
        from leadership_model.staffing.move import Move

        situation, person = self._page.plan.situation, self.person()
        if situation is not None and person >= 0:
            self._make(Move(kind="retire", person=situation.base.person_ids[person]))

    def _make(self, move: "Move") -> None:
        self._page.plan.make((move,))

    def _on_cards(self) -> None:
        self._page.bar.cards.click()

    def _on_why(self) -> None:
        self._page.panel.why.field.setFocus()
        self._page.panel.why.field.selectAll()
