"""The right side of a section about units, teams or posts: form, buttons, a list below them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.pages.elements.post_order import SeatList
from ui.pages.elements.seat_form import SeatForm
from ui.widgets.buttons import button
from ui.widgets.card import hairline
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.lists import ListItem


class SeatPanel(QScrollArea):
    """Scrolls a form, the buttons of the record and the list that belongs to it."""

    def __init__(self, form: SeatForm, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.form = form
        self.listing = SeatList()
        self.listing.setMinimumHeight(theme.px(230))
        self.listing_title = label("", "strong")
        self.buttons = QWidget()
        flow = FlowLayout(self.buttons)
        for each in buttons:
            flow.addWidget(each)
        home = QWidget()
        home.setObjectName("plain")
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addWidget(self.buttons)
        column.addWidget(hairline())
        column.addWidget(self.listing_title)
        column.addWidget(self.listing, 1)
        column.addStretch(0)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(home)

    def show_parts(self, *, form: bool, rest: bool) -> None:
        """Show the form, and what belongs to a record that is stored."""
        self.form.setVisible(form)
        for each in (self.buttons, self.listing, self.listing_title):
            each.setVisible(rest)

    def show_list(self, title: str, items: Sequence[ListItem]) -> None:
        """Show the list below the buttons; without a title there is none."""
        self.listing_title.setText(title)
        self.listing_title.setVisible(bool(title))
        self.listing.setVisible(bool(title))
        self.listing.show_items(items)


def small(text: str, slot: Any, icon: str, tip: str = "") -> QPushButton:  # noqa: ANN401
    """Make a small button."""
    return button(text, slot, icon=icon, kind="small", tip=tip)
