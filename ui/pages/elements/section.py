"""What the sections of the page share: they look again when told, and say what they hold."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leadership_model.changes import Changes
from ui.actions import Action
from ui.context import Context
from ui.tables.view import TableView


class Section(QWidget):
    """One part of the page. `noted` says that the note or the state of the commands changed."""

    noted = Signal()
    initiator: QWidget  # the page: who writes

    def __init__(self, context: Context, page: QWidget) -> None:
        # Where it will stay: each later change of parent would dress every widget in it anew.
        super().__init__(getattr(page, "stack", None))
        self.context = context
        self.initiator = page
        self.narrow = False

    def refresh(self, changes: Changes) -> None:
        """Look again after changes."""

    def refresh_survey(self) -> None:
        """Use the assessments of all teams."""

    def note(self) -> str:
        """Say beside the page's title what is shown."""
        return ""

    def dirty(self) -> bool:
        """Say whether something was edited and not saved."""
        return False

    def save(self) -> None:
        """Save what was edited."""

    def revert(self) -> None:
        """Give up what was edited."""

    def table(self) -> TableView | None:
        """Give the table that is exported, if there is one."""
        return None

    def listed(self) -> Sequence[str]:
        """Give the ids behind the table in sight."""
        table = self.table()
        return () if table is None else table.rows.shown_ids()

    def commands(self) -> tuple[tuple[Action, Callable[..., object]], ...]:
        """Give the section's own commands with their slots; they act while it is in sight."""
        return ()

    def set_narrow(self, narrow: bool) -> None:
        """Arrange for a window below 1600 px."""
        self.narrow = narrow

    def leave(self) -> None:
        """Drop jobs: the database is about to be closed."""
