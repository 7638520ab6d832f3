"""The right side of a section about units, teams or posts: form, buttons, a list below them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.pages.elements.post_order import SeatList
from ui.pages.elements.seat_form import SeatForm
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.lists import ListItem
from ui.widgets.scroll import scrolled
from ui.widgets.tabs import Tabs


class SeatPanel(QWidget):
    """Title and commands, buttons of the record, its fields, the list that belongs to it."""

    def __init__(self, form: SeatForm, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.form = form
        self.listing = SeatList()
        self.buttons = QWidget()
        flow = FlowLayout(self.buttons)
        for each in buttons:
            flow.addWidget(each)
        self.tabs = Tabs()
        self.tabs.add("fields", "内容", self._scrolled())
        self.tabs.add("list", "", self.listing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.form.head)
        column.addWidget(self.buttons)
        column.addWidget(self.tabs, 1)

    def _scrolled(self) -> QScrollArea:
        home = QWidget()
        home.setObjectName("plain")
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.addWidget(self.form)
        scroll = scrolled(home)
        return scroll

    def show_parts(self, *, form: bool, rest: bool) -> None:
        """Show the form, and what belongs to a record that is stored."""
        self.form.head.setVisible(form)
        self.tabs.setVisible(form)
        self.buttons.setVisible(rest)
        self.tabs.bar.setTabVisible(1, rest)
        if not rest:
            self.tabs.turn("fields")

    def show_list(self, title: str, items: Sequence[ListItem]) -> None:
        """Show the list on its tab; without a title there is none."""
        self.tabs.bar.setTabVisible(1, bool(title))
        self.tabs.set_text("list", title)
        self.listing.show_items(items)
        if not title:
            self.tabs.turn("fields")


def small(text: str, slot: Any, icon: str, tip: str = "") -> QPushButton:  # noqa: ANN401
    """Make a small button."""
    return button(text, slot, icon=icon, kind="small", tip=tip)
