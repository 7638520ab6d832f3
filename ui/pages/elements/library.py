"""要素库: groups, the elements of one, and the definition, spread and use of the one chosen."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from ui import names, theme
from ui.context import Context
from ui.pages.elements import library_work as work
from ui.pages.elements.element_detail import ElementDetail
from ui.pages.elements.library_columns import element_columns
from ui.pages.elements.section import Section
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.search import SearchField

EVERY = "全部要素"


class LibrarySection(Section):
    """Groups, list and detail."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._library: work.Library | None = None
        self._current = ""
        self._group = EVERY
        self._wanted = ""
        self.groups = TwoLineList()
        self.search = SearchField("要素名、拼音")
        self.view = TableView(context.settings, "elements.library", opens="查看要素")
        self.detail = ElementDetail(context)
        self._lay_out()
        self.groups.chosen.connect(self._on_group)
        self.search.typed.connect(self.view.filter_text)
        self.view.chosen.connect(self._on_chosen)
        self.view.arranged.connect(self.noted)
        self.detail.element_wanted.connect(self.show_element)

    def _lay_out(self) -> None:
        self._groups_card = Card("要素分组").flush()
        self._groups_card.body.addWidget(self.groups)
        self._list_card = Card("要素").flush()
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(self.search)
        self._list_card.body.addLayout(row)
        self._list_card.body.addWidget(self.view, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(theme.px(10))
        self._split.addWidget(self._groups_card)
        self._split.addWidget(self._list_card)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(2, 1)
        self._split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._split.setSizes([112, 300, 690] if narrow else [150, 450, 920])
        self.detail.set_narrow(narrow)
        self._show_rows()

    # ---- what the page asks

    def refresh(self, changes: Changes) -> None:
        self.context.jobs.read(
            partial(work.library, self.context.workspace.world),
            "elements.library",
            self._on_library,
            title="正在统计各要素",
        )

    def note(self) -> str:
        count = len(self.context.workspace.catalogue.elements)
        month = names.month(self.context.workspace.as_of)
        return f"要素库 · {count} 个要素 · 基准日期 {month}"

    def table(self) -> TableView:
        return self.view

    def leave(self) -> None:
        for key in ("elements.library", "elements.detail"):
            self.context.jobs.cancel(key)

    def show_element(self, name: object) -> None:
        """Show an element by its id or label, now or as soon as the library is there."""
        wanted = str(name)
        rows = () if self._library is None else self._library.rows
        found = next((r for r in rows if wanted in (r.element.id, r.element.label)), None)
        if self._library is None:
            self._wanted = wanted
            return
        if found is None:
            self.context.say(f"要素库中没有“{wanted}”。")
            return
        self._group = EVERY
        self.groups.choose(EVERY, announce=False)
        self.search.clear()
        self.view.filter_text("")
        self._show_rows()
        self.view.select_ids((found.element.id,))
        self._show(found.element.id)

    # ---- slots

    def _on_library(self, library: work.Library) -> None:
        self._library = library
        counts: dict[str, int] = {}
        for row in library.rows:
            counts[row.element.group] = counts.get(row.element.group, 0) + 1
        self.groups.show_items(
            [
                ListItem(id=EVERY, title=EVERY, right=str(len(library.rows))),
                *(ListItem(id=g, title=g, right=str(n)) for g, n in counts.items()),
            ]
        )
        self.groups.choose(self._group, announce=False)
        self._show_rows()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.show_element(wanted)
        else:
            # Begin with an element whose spread tells something: one that is counted.
            numbers = (r.element.id for r in library.rows if r.element.kind == "number")
            self._show(self._current or next(numbers, ""))

    def _on_group(self, group: object) -> None:
        self._group = str(group)
        self._show_rows()
        shown = self.view.rows.shown_ids()
        if shown and self._current not in shown:
            self.view.select_ids((shown[0],))

    def _on_chosen(self, id: object) -> None:
        if id and id != self._current:
            self._show(str(id))

    # ---- showing

    def _show_rows(self) -> None:
        if self._library is None:
            return
        rows = [r for r in self._library.rows if self._group in (EVERY, r.element.group)]
        with QSignalBlocker(self.view):  # what is shown again was not chosen again
            ids = [row.element.id for row in rows]
            self.view.show_rows(element_columns(self.narrow), rows, ids)
        self._list_card.set_title(self._group)
        self._list_card.set_note(f"{len(rows)} 个要素")
        self.noted.emit()

    def _show(self, id: str) -> None:
        if self._library is None or not id:
            return
        row = next((r for r in self._library.rows if r.element.id == id), None)
        if row is None:
            return
        self._current = id
        if self.view.current_id() != id:
            with QSignalBlocker(self.view):
                self.view.select_ids((id,))
        self.detail.begin(row)
        used = tuple(self._library.uses.get(row.element.label, ()))
        self.context.jobs.read(
            partial(work.detail, self.context.workspace.world, row, used),
            "elements.detail",
            self.detail.show_detail,
        )
