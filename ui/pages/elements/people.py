"""干部: everybody in a table, and one editable record beside it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people.person import Person
from leadership_model.people.table import Table
from ui import names, theme
from ui.actions import Action
from ui.context import Context
from ui.navigation import OpenPerson
from ui.pages.elements import edits
from ui.pages.elements import person_work as work
from ui.pages.elements.field_editor import HINT
from ui.pages.elements.person_columns import PeopleColumns
from ui.pages.elements.person_commands import PersonCommands
from ui.pages.elements.person_form import LARGE_TEXT, PersonForm
from ui.pages.elements.person_list import PeopleList
from ui.pages.elements.person_saving import PersonSaving
from ui.pages.elements.section import Section
from ui.tables.view import TableView
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Elided, label
from ui.widgets.taborder import follow_layout


class PeopleSection(Section):
    """The list at the left, the form at the right."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._listing: work.Listing | None = None
        self._current = ""
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self.acts = PersonCommands(context, self)
        self._list = PeopleList(context, self.acts, self._split)
        self._right = Card(parent=self._split)
        self.form = PersonForm(context, self._right)
        self.saving = PersonSaving(context, self.form, self.initiator)
        self.search, self.scope, self.view = self._list.search, self._list.scope, self._list.view
        self._name = label("", "section")
        self._post = Elided("", "note")
        self._state = Chip("", "soft")
        self._save = button("保存", self.save, kind="primary")
        self._revert = button("还原", self.revert, icon="undo-variant")
        self._empty = EmptyState(
            "account-edit-outline",
            "请选择一名干部",
            "在左边的列表中选择一名干部，就可以在这里查看和修改其全部信息。",
        )
        self._lay_out()
        follow_layout(self)
        self.search.typed.connect(self.view.filter_text)
        self.scope.chosen.connect(self._on_scope)
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self._on_opened)
        self.view.arranged.connect(self.noted)
        self.form.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        self._head = QWidget(self._right)
        head = QHBoxLayout(self._head)
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._post, 1)
        head.addWidget(self._state)
        head.addWidget(icon_button("card-account-details-outline", "打开干部卡片", self._on_card))
        head.addWidget(self.acts.remove_button())
        head.addWidget(self._revert)
        head.addWidget(self._save)
        head.setContentsMargins(0, 0, 0, 0)
        self._right.body.addWidget(self._head)
        self._right.body.addWidget(self.form, 1)
        self._right.body.addWidget(self._empty, 1)
        self._split.setHandleWidth(theme.px(10))
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 7)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([480, 1060])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)
        if theme.px(100) >= LARGE_TEXT:  # the icons and their tips are enough
            self._revert.setText("")
            self._revert.setAccessibleName("还原")
        self._save.setToolTip("保存对当前记录的修改（Ctrl+S）")
        self._revert.setToolTip("放弃未保存的修改（Ctrl+Backspace）")
        self._show_state()

    # ---- what the page asks

    def refresh(self, changes: Changes) -> None:
        if self._listing is not None and self._listing.people != tuple(self._people().ids):
            self._listing = None  # its positions belong to other people
        self._show_rows()
        at = self._people().positions.get(self._current)
        if at is None:
            self._current = ""  # deleted, or merged into another
        if at is not None and self.saving.landed(self._people().record(at)):
            self.saving.follow(partial(self._show_person, self._current))
        elif self._current and not edits.concern(changes, self._current, self._kin()):
            self.form.look(self.context.workspace.snapshot)
        elif self._current and not self._may_replace():
            self._show_state()
        elif self._current:
            self._show_person(self._current)
        else:
            self._choose_first()
        self.context.jobs.read(
            partial(work.listing, self.context.workspace.snapshot, self.context.workspace.as_of),
            "elements.listing",
            self._on_listing,
            delay=60,
        )

    def note(self) -> str:
        shown, every = len(self.view.rows.shown), len(self._people())
        held = f"{names.number(every)} 人" if shown == every else f"{names.number(shown)} 人符合"
        return f"干部 · {held} · {HINT}"

    def dirty(self) -> bool:
        return self.form.dirty()

    def table(self) -> TableView:
        return self.view

    def commands(self) -> tuple[tuple[Action, Callable[..., object]], ...]:
        return self.acts.all()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._split.setSizes([340, 800] if narrow else [480, 1060])

    def leave(self) -> None:
        self.form.resume.stop()
        self.form.photo.leave()
        self.context.jobs.cancel("elements.listing")

    def person(self) -> Person | None:
        """Give the person in the form, as stored."""
        return self.form.before if self._current else None

    def edit_person(self, id: str) -> None:
        """Open the record of a person."""
        if id not in self._people().positions:
            self.context.say("库中没有这名干部，可能已被删除。")
            return
        self.search.clear()
        self.view.filter_text("")
        self.scope.set_current("all")
        self._show_rows()
        self.view.select_ids((id,))
        self._on_chosen(id)

    # ---- saving

    def save(self) -> None:
        """Write the draft, or lead to the field that is wrong."""
        self.saving.save()

    def revert(self) -> None:
        """Show what is stored again."""
        if self._current:
            self._show_person(self._current)

    # ---- slots

    def _on_listing(self, listing: work.Listing) -> None:
        if listing.people == tuple(self._people().ids):  # else another one is on its way
            self._listing = listing
            self._show_rows()

    def _on_scope(self, chosen: object) -> None:
        self._show_rows()

    def _on_chosen(self, id: object) -> None:
        if not id or id == self._current:
            return
        text, ask = f"{self._name.text()} 的修改还没有保存，要放弃吗？", self.context.ask.confirm
        if self.form.dirty() and not ask("尚未保存", text, yes="放弃修改", danger=True):
            with QSignalBlocker(self.view):
                self.view.select_ids((self._current,))
            return
        self._show_person(str(id))

    def _on_opened(self, id: object) -> None:
        self.context.navigator.go(OpenPerson(str(id)))

    def _on_card(self) -> None:
        if self._current:
            self.context.navigator.go(OpenPerson(self._current))

    def _on_changed(self) -> None:
        self._show_state()
        self.noted.emit()

    # ---- showing

    def _people(self) -> Table:
        return self.context.workspace.snapshot.people

    def _kin(self) -> tuple[Any, ...]:
        return self.form.rows["kinship"].draft.stored

    def _may_replace(self) -> bool:
        """Say whether the form may show what is stored now: nothing typed would be lost."""
        return not self.form.dirty() or self._stored_so()

    def _stored_so(self) -> bool:
        """Say whether what stands in the form was stored elsewhere, as by 撤销."""
        form, at = self.form, self._people().positions.get(self._current)
        if at is None or form.draft is None or form.fault() or form.photo.dirty():
            return False
        now = self._people().record(at)
        stored = replace(form.draft, version=now.version, changed_at=now.changed_at)
        return stored == now and not any(form.changed_rows())

    def _show_rows(self) -> None:
        snapshot, as_of = self.context.workspace.snapshot, self.context.workspace.as_of
        seating = self.context.workspace.world.seating
        items = work.scoped(snapshot, seating, self._listing, self.scope.current())
        columns = PeopleColumns(snapshot, as_of, self._listing, self.narrow).all()
        every = snapshot.people.ids
        with QSignalBlocker(self.view):  # what is shown again was not chosen again
            self.view.show_rows(columns, items, list(map(every.__getitem__, items)))
        self.noted.emit()

    def _choose_first(self) -> None:
        shown = self.view.rows.shown_ids()
        wanted = self.view.current_id() or (shown[0] if shown else "")
        if wanted:
            self.view.select_ids((wanted,))
            self._on_chosen(wanted)
        else:
            self._show_person("")
        self._show_state()

    def _show_person(self, id: str) -> None:
        snapshot = self.context.workspace.snapshot
        position = snapshot.people.positions.get(id)
        self._current = id if position is not None else ""
        self.saving.forget()
        if position is not None:
            self.form.show_person(snapshot, position, self.context.workspace.as_of)
            self._name.setText(names.person_name(snapshot, position))
            self._post.setText(names.position_text(snapshot, position))
        self._show_state()
        self.noted.emit()

    def _show_state(self) -> None:
        there = bool(self._current)
        self._empty.setVisible(not there)
        self.form.setVisible(there)
        self._head.setVisible(there)
        if not there or self.form.before is None:
            return
        changed, wrong = len(self.form.changed_labels()), self.form.fault()
        dirty = self.form.dirty()
        if wrong:
            self._state.show_text("有内容不能保存", "red")
        elif dirty:
            self._state.show_text(f"已改 {changed} 项，未保存", "yellow")
        else:
            self._state.show_text(f"第 {self.form.before.version} 版", "soft")
        self._save.setEnabled(dirty)
        self._revert.setEnabled(dirty)
