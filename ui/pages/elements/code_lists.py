"""代码表: lists of codes, tags, areas as a tree, and 成长地 as work, one tab each."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people import homes
from ui.context import Context
from ui.pages.elements.area_homes import HomesPane
from ui.pages.elements.area_pane import AreaPane
from ui.pages.elements.code_pane import CodesPane
from ui.pages.elements.section import Section
from ui.pages.elements.tag_pane import TagPane
from ui.tables.view import TableView
from ui.widgets.tabs import Tabs

P = TypeVar("P", bound=Section)


class CodesSection(Section):
    """Four tabs, each made when first turned to. `unit_wanted` carries the id of a unit."""

    unit_wanted = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._page = page
        self.pane = CodesPane(context, page)
        self.pane.noted.connect(self.noted)
        self.tabs = Tabs()
        self.tabs.add("lists", "代码表", self.pane)
        self.tabs.add("areas", "地区", self._make_areas)
        self.tabs.add("homes", "成长地", self._make_homes)
        self.tabs.add("tags", "标签", self._make_tags)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.tabs.turned.connect(self._on_turned)

    def refresh(self, changes: Changes) -> None:
        for name in ("lists", "tags", "areas", "homes"):
            if self.tabs.made(name):
                self._pane(name).refresh(changes)
        count = homes.open_count(self.context.workspace.world.seating)
        self.tabs.set_text("homes", f"成长地（{count} 待核）" if count else "成长地")
        self.noted.emit()

    def note(self) -> str:
        return self._pane(self.tabs.current()).note()

    def table(self) -> TableView | None:
        return self._pane(self.tabs.current()).table()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.pane.set_narrow(narrow)

    def _pane(self, name: str) -> Section:
        found = self.tabs.content(name)
        assert isinstance(found, Section)
        return found

    def _make_tags(self) -> TagPane:
        return self._ready(TagPane(self.context, self._page))

    def _make_areas(self) -> AreaPane:
        pane = AreaPane(self.context, self._page)
        pane.edited.connect(self.unit_wanted)
        return self._ready(pane)

    def _make_homes(self) -> HomesPane:
        return self._ready(HomesPane(self.context, self._page))

    def _ready(self, pane: P) -> P:
        # Connected last: what it says while it is being made would be looked for in its tab.
        pane.refresh(Changes())
        pane.noted.connect(self.noted)
        return pane

    def _on_turned(self, name: object) -> None:
        self.noted.emit()
