"""What 单位与班子 and 岗位与职责 share: a table, and the panel of the record chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people.table import Table
from ui import names, theme
from ui.context import Context
from ui.navigation import OpenPerson
from ui.pages.elements.seat_form import SeatForm
from ui.pages.elements.section import Section
from ui.pages.elements.unit_panel import SeatPanel
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import VERY_LARGE, spare_words
from ui.widgets.card import Card
from ui.widgets.lists import ListItem
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

GONE = "gone"  # the kind that lists retired records


class SeatSection(Section):
    """What the two sections share: search, table, panel with form, buttons and a list."""

    heading, searched = "", ""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._kind = self.kinds()[0][0]
        self._current, self._empty = "", ""
        self._retired: dict[str, Any] = {}
        self.search = SearchField(self.searched)
        self.view = self._new_table(self._kind)
        self.form = SeatForm(context, page)
        self.panel = SeatPanel(self.form, self.buttons())
        self.listing = self.panel.listing
        self._switch = Segments(self.kinds())
        self._lay_out()
        self.search.typed.connect(self._on_typed)
        self._switch.chosen.connect(self._on_kind)
        self.form.changed.connect(self.noted)
        self.form.saved.connect(self._on_saved)
        self.listing.activated_id.connect(self._on_listed)
        self.listing.moved.connect(self._on_moved)

    # ---- what the two differ in

    def kinds(self) -> Sequence[tuple[str, str]]:
        """Give the kinds of record that can be listed: table name, words."""
        raise NotImplementedError

    def columns(self) -> tuple[Column, ...]:
        """Give the columns of the kind listed."""
        raise NotImplementedError

    def tools(self) -> Sequence[QWidget]:
        """Make the buttons above the table: what can be made new."""
        raise NotImplementedError

    def buttons(self) -> Sequence[QWidget]:
        """Make the buttons of the panel."""
        raise NotImplementedError

    def arrange_buttons(self) -> None:
        """Show the buttons that fit the record chosen."""

    def listed_items(self, position: int) -> tuple[str, Sequence[ListItem]]:
        """Give title and rows of the list in the panel."""
        raise NotImplementedError

    def retired_records(self) -> dict[str, Any]:
        """Give the retired records this section is about."""
        raise NotImplementedError

    def begin_new(self) -> None:
        """Begin a new record of the kind listed."""
        raise NotImplementedError

    def show_empty(self) -> None:
        """Say what belongs in the table while there is nothing."""
        self.say_empty("magnify", "没有符合的记录", "换一个词再试，或清空搜索框。")

    def say_empty(self, icon: str, title: str, *rest: Any) -> None:  # noqa: ANN401
        """Say what is shown while there are no rows, if that is not said already."""
        if title != self._empty:
            self._empty = title
            self.view.set_empty(icon, title, *rest)

    def _on_opened(self, id: object) -> None:
        raise NotImplementedError

    def _on_moved(self, row: object, to: object) -> None:
        """Take a move of a row of the list in the panel, where it has an order."""

    def move_current(self, step: int) -> None:
        """Move the record chosen up or down in the department's order."""

    # ---- building

    def _new_table(self, kind: str) -> TableView:
        self._empty = ""
        made = TableView(self.context.settings, f"elements.{kind}", opens="打开")
        made.chosen.connect(self._on_chosen)
        made.opened.connect(self._on_opened)
        made.arranged.connect(self.noted)
        made.installEventFilter(self)
        return made

    def _lay_out(self) -> None:
        left = Card(self.heading).flush()
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(self.search, 1)
        row.addWidget(self._switch)
        self._tools = self.tools()
        for tool in self._tools:
            row.addWidget(tool)
        left.body.addLayout(row)
        self._tables = QVBoxLayout()
        self._tables.addWidget(self.view)
        left.body.addLayout(self._tables, 1)
        right = Card()
        right.body.addWidget(self.panel)
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

    def note(self) -> str:
        shown, every = len(self.view.rows.shown_ids()), len(self.view.rows.ids)
        words = dict(self.kinds())[self._kind]
        return f"{words} · {names.number(shown)} / {names.number(every)} 条"

    def dirty(self) -> bool:
        return self.form.dirty()

    def save(self) -> None:
        self.form.save()

    def revert(self) -> None:
        if self.form.fresh:
            self._show(next(iter(self.view.rows.shown_ids()), ""))
        else:
            self.form.revert()

    def table(self) -> TableView:
        return self.view

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._split.setSizes([760, 340] if narrow else [1100, 420])
        spare_words(self._tools, narrow and theme.px(100) >= VERY_LARGE)

    # ---- records

    def records(self) -> Table:
        """Give the table of the snapshot that is listed."""
        return self.context.workspace.snapshot[self._kind]

    def in_order(self) -> list[int]:
        """List the records in the order the department gave them."""
        raise NotImplementedError

    def current_position(self) -> int | None:
        """Give the position of the record shown; None for one that is new or retired."""
        if self._kind == GONE or self.form.fresh:
            return None
        found = self.records().positions.get(self._current)
        return None if found is None else int(found)

    def begin(self, record: Any) -> None:  # noqa: ANN401
        """Show an empty form for a new record."""
        if not self._may_leave():
            return
        self._current = record.id
        self.panel.show_parts(form=True, rest=False)
        self.form.show_record(record, fresh=True)
        self.form.editors["name"].field.setFocus()
        self.noted.emit()

    def show_id(self, id: str) -> None:
        """Show a record of the kind listed."""
        self._show(id)

    def turn_kind(self, kind: str) -> None:
        """List another kind of record."""
        self._switch.set_current(kind)
        if kind != self._kind:
            self._on_kind(kind)

    # ---- slots

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key == Qt.Key.Key_Insert:
            self.begin_new()
            return True
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
            return True
        return False

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

    def _on_listed(self, id: object) -> None:
        if str(id) in self.context.workspace.snapshot.people.positions:
            self.context.navigator.go(OpenPerson(str(id)))

    def _on_saved(self, id: object) -> None:
        self._show(str(id))  # the rows were shown when the page heard of the write

    def _may_leave(self) -> bool:
        if not self.form.dirty() or (self.form.fresh and self.form.draft == self.form.before):
            return True
        return self.context.ask.confirm(
            "尚未保存", "这条记录的修改还没有保存，要放弃吗？", yes="放弃修改", danger=True
        )

    def _show_rows(self) -> None:
        items: Sequence[Any]
        if self._kind == GONE:
            self._retired = self.retired_records()
            items, ids = tuple(self._retired.values()), tuple(self._retired)
        else:
            every = self.records().ids
            items = self.in_order()
            ids = tuple(every[at] for at in items)
        with QSignalBlocker(self.view):  # what is shown again was not chosen again
            self.view.show_rows(self.columns(), items, ids)
        self.show_empty()
        self.noted.emit()

    def _show(self, id: str) -> None:
        gone = self._kind == GONE
        found = self._retired.get(id) if gone else self.records().positions.get(id)
        self._current = id if found is not None else ""
        self.panel.show_parts(form=found is not None, rest=found is not None)
        if found is None:
            if self.form.before is not None:
                self.form.show_record(self.form.before)  # what was begun is given up
            self.noted.emit()
            return
        self.form.show_record(found if gone else self.records().record(found), gone=gone)
        title, items = ("", ()) if gone else self.listed_items(int(found))
        self.panel.show_list(title, items)
        self.arrange_buttons()
        if self.view.current_id() != id:
            with QSignalBlocker(self.view):
                self.view.select_ids((id,))
        self.noted.emit()
