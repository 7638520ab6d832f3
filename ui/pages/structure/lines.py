"""Leads to one line of what is at hand: a requirement, a portrait, red and green lines, teams."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model.structure.difference import STANDING
from ui.pages.structure.showing import show_teams

if TYPE_CHECKING:
    from ui.pages.structure.page import StructurePage


class Lines(QObject):
    """Speaks for the page."""

    def __init__(self, page: "StructurePage") -> None:
        super().__init__(page)
        self._page = page

    def show(self, id: str) -> None:
        """Show a requirement, or a portrait, of the model at hand."""
        page, hand = self._page, self._page.hand()
        listed = hand.whole.portraits if hand is not None else ()
        if any(each.id == id for each in listed):
            page.desk.turn("portraits")
            page.portrait_editor.choose(id)
        elif id == STANDING:
            page.desk.red.setFocus()
            page.desk.red.selectAll()
        else:
            page.desk.turn("requirements")
            page.choose(id)

    def begin(self) -> None:
        """Ask for the kind of a new requirement; of a category without a model begin one."""
        page = self._page
        if page.hand() is None:
            page.saving.begin_empty()
        if page.hand() is not None:
            page.desk.turn("requirements")
            requirements = page.desk.requirements
            requirements.open_kinds(requirements.new_link)

    def reset(self) -> None:
        """Take the line at hand back to what is inherited."""
        page = self._page
        line = page.inherit.row() if page.desk.current() == "inherit" else None
        page.inheriting.reset_line(line.id if line else page.editing.chosen)

    def show_teams(self, key: object) -> None:
        """Go to the teams of a row."""
        show_teams(self._page, self._page.row_of(key))
