"""What 单位与班子 and 岗位与职责 share: a table, and the panel of the record chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people.table import Table
from ui import names, theme
from ui.context import Context
from ui.navigation import OpenPerson
from ui.pages.elements.seat_form import SeatForm
from ui.pages.elements.section import Section
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.card import Card, hairline
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments


class SeatSection(Section):
    """What the two sections share: search, table, panel with form, buttons and a list."""

    heading, table_name, searched = "", "", ""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._kind = self.kinds()[0][0]
        self._current = ""
        self.search = SearchField(self.searched)
        self.view = self._new_table(self._kind)
        self.form = SeatForm(context, page)
        self.listing = TwoLineList()
        self._listing_title = label("", "strong")
        self._switch = Segments(self.kinds())
        self._lay_out()
        self.search.typed.connect(self._on_typed)
        self._switch.chosen.connect(self._on_kind)
        self.form.changed.connect(self.noted)
        self.listing.activated_id.connect(self._on_listed)

    def kinds(self) -> Sequence[tuple[str, str]]:
        """Give the kinds of record that can be listed: table name, words."""
        raise NotImplementedError

    def columns(self) -> tuple[Column, ...]:
        """Give the columns of the kind listed."""
        raise NotImplementedError

    def buttons(self) -> Sequence[QWidget]:
        """Make the buttons of the panel."""
        raise NotImplementedError

    def listed_items(self, position: int) -> tuple[str, Sequence[ListItem]]:
        """Give title and rows of the list in the panel."""
        raise NotImplementedError

    def _new_table(self, kind: str) -> TableView:
        made = TableView(self.context.settings, f"elements.{kind}", opens="打开")
        made.chosen.connect(self._on_chosen)
        made.opened.connect(self._on_opened)
        made.arranged.connect(self.noted)
        made.set_empty("magnify", "没有符合的记录", "换一个词再试，或清空搜索框。")
        return made

    def _lay_out(self) -> None:
        left = Card(self.heading).flush()
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(self.search, 1)
        row.addWidget(self._switch)
        self._switch.setVisible(len(self.kinds()) > 1)
        left.body.addLayout(row)
        self._tables = QVBoxLayout()
        self._tables.addWidget(self.view)
        left.body.addLayout(self._tables, 1)
        right = Card()
        home = QWidget()
        home.setObjectName("plain")
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        for each in self.buttons():
            flow.addWidget(each)
        column.addWidget(self._buttons)
        column.addWidget(hairline())
        column.addWidget(self._listing_title)
        column.addWidget(self.listing, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(home)
        self.listing.setMinimumHeight(theme.px(140))
        right.body.addWidget(scroll)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(theme.px(10))
        self._split.addWidget(left)
        self._split.addWidget(right)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([1100, 420])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    # ---- what the page asks

    def refresh(self, changes: Changes) -> None:
        self._show_rows()
        if not self.form.dirty() or "own" in changes.kinds:
            self._show(self._current or next(iter(self.view.rows.shown_ids()), ""))

    def refresh_survey(self) -> None:
        self._show_rows()

    def note(self) -> str:
        shown, every = len(self.view.rows.shown_ids()), len(self.records())
        words = dict(self.kinds())[self._kind]
        return f"{words} · {names.number(shown)} / {names.number(every)} 条"

    def dirty(self) -> bool:
        return self.form.dirty()

    def save(self) -> None:
        self.form.save()

    def revert(self) -> None:
        self.form.revert()

    def table(self) -> TableView:
        return self.view

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._split.setSizes([760, 340] if narrow else [1100, 420])

    def records(self) -> Table:
        """Give the table of the snapshot that is listed."""
        return self.context.workspace.snapshot[self._kind]

    def in_order(self) -> list[int]:
        """List the records in the order the department gave them."""
        import numpy as np

        table = self.records()
        order = table.ints("order")
        if self._kind == "post":
            order = (
                self.context.workspace.snapshot.teams.ints("order")[table.owners()] * 100 + order
            )
        return [int(at) for at in np.argsort(order, kind="stable")]

    def current_position(self) -> int | None:
        """Give the position of the record shown."""
        found = self.records().positions.get(self._current)
        return None if found is None else int(found)

    # ---- slots

    def _on_typed(self, text: str) -> None:
        self.view.filter_text(text)

    def _on_kind(self, kind: object) -> None:
        if not self._may_leave():
            self._switch.set_current(self._kind)
            return
        self._kind, self._current = str(kind), ""
        old, self.view = self.view, self._new_table(self._kind)
        self._tables.replaceWidget(old, self.view)
        old.hide()
        old.deleteLater()
        self._show_rows()
        self._show(next(iter(self.view.rows.shown_ids()), ""))

    def _on_chosen(self, id: object) -> None:
        if not id or id == self._current:
            return
        if not self._may_leave():
            with QSignalBlocker(self.view):
                self.view.select_ids((self._current,))
            return
        self._show(str(id))

    def _on_opened(self, id: object) -> None:
        raise NotImplementedError

    def _on_listed(self, id: object) -> None:
        if str(id) in self.context.workspace.snapshot.people.positions:
            self.context.navigator.go(OpenPerson(str(id)))

    def _may_leave(self) -> bool:
        return not self.form.dirty() or self.context.ask.confirm(
            "尚未保存", "这条记录的修改还没有保存，要放弃吗？", yes="放弃修改", danger=True
        )

    def _show_rows(self) -> None:
        table = self.records()
        items = self.in_order()
        ids = table.ids
        with QSignalBlocker(self.view):  # what is shown again was not chosen again
            self.view.show_rows(self.columns(), items, [ids[at] for at in items])
        self.noted.emit()

    def _show(self, id: str) -> None:
        position = self.records().positions.get(id)
        self._current = id if position is not None else ""
        there = position is not None
        for each in (self.form, self._buttons, self.listing, self._listing_title):
            each.setVisible(there)
        if position is None:
            return
        self.form.show_record(self.records().record(position))
        title, items = self.listed_items(position)
        self._listing_title.setText(title)
        self.listing.show_items(items)
        if self.view.current_id() != id:
            with QSignalBlocker(self.view):
                self.view.select_ids((id,))
        self.noted.emit()
