"""Stands where a page has not been written yet and says what belongs there."""

from PySide6.QtWidgets import QWidget

from leadership_model import months
from leadership_model.changes import Changes
from ui.context import Context
from ui.page import Page
from ui.registry import PageSpec
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState


class StandIn(Page):
    """A title and a sentence."""

    def __init__(self, spec: PageSpec, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.header.show_title(spec.title)
        card = Card()
        card.body.addWidget(EmptyState(spec.icon, spec.title, spec.about))
        self.body.addWidget(card, 1)

    def refresh(self, changes: Changes) -> None:
        self.header.show_note(
            f"{self.workspace.name} · 基准日期 {months.show_iso(self.workspace.as_of)}"
        )
