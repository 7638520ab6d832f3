"""Somebody carried here from a list of another page: over a card the effect, let go a move."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from ui.pages.staffing.hand import BENCH

if TYPE_CHECKING:
    from ui.pages.staffing.page import StaffingPage


class Taking(QObject):
    """Takes one person at a time; what else is carried here is answered as a request."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page)
        self._page = page

    def over(self, ids: Sequence[str], at: QPointF) -> None:
        """Show what letting go here would do."""
        person = self._person(ids)
        if person is not None:
            self._page.hand.hover(person, at)

    def take(self, ids: Sequence[str], at: QPointF) -> bool:
        """Put somebody on the card below; False where there is none, or nobody to put."""
        person, place = self._person(ids), self._page.hand.place_at(at.toPoint())
        situation = self._page.plan.situation
        if person is None or place is None or situation is None:
            return False
        if place == BENCH and not len(situation.world.seating.posts_of(person)):
            return False
        self._page.hand.put(person, place)
        return True

    def _person(self, ids: Sequence[str]) -> int | None:
        situation = self._page.plan.situation
        if situation is None or len(ids) != 1:
            return None
        return situation.base.snapshot.people.positions.get(ids[0])
