"""What the board is given a moment later: photos, and the five years to come."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from ui.pages.staffing import ahead, work

if TYPE_CHECKING:
    from ui.pages.staffing.page import StaffingPage


class Beside(QObject):
    """Asks in jobs; the board is shown meanwhile."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page)
        self._page = page

    def ask(self) -> None:
        """Ask for what is not there yet."""
        page, plan = self._page, self._page.plan
        situation = plan.situation
        if situation is None:
            return
        if situation.teams and (plan.ahead is None or not plan.ahead.fits(situation)):
            made = partial(ahead.ahead_of, situation)
            page.jobs.read(made, "staffing.ahead", self._on_ahead)
        ids = page.board.people_without_picture()
        if ids and page.workspace.loaded.engine is not None:
            page.workspace.read(partial(work.photos, ids), "staffing.photos", self._on_photos)

    def _on_ahead(self, found: ahead.Ahead) -> None:
        situation = self._page.plan.situation
        if situation is not None and found.fits(situation):
            self._page.plan.ahead = found
            self._page.show_totals()

    def _on_photos(self, found: dict[str, bytes]) -> None:
        pictures = {}
        for id, content in found.items():
            pictures[id] = QPixmap()
            if content:
                pictures[id].loadFromData(content)
        self._page.board.add_pictures(pictures)
