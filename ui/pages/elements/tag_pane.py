"""标签: the values of hand-entered elements, added, renamed with their users, ordered, deleted."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.elements.element import Element, MarkOf
from leadership_model.people.renaming import TAG, tag_fault
from ui import names, theme
from ui.context import Context
from ui.navigation import ShowElement, ShowPeople
from ui.pages.elements.renamer import Renamer
from ui.pages.elements.section import Section
from ui.pages.elements.tag_work import Leaving, lost
from ui.pages.elements.unit_panel import small
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class TagRow:
    """One value: whether it stands in the list, and whom it was entered for (ids)."""

    name: str
    listed: bool
    people: tuple[str, ...]


def tag_elements(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Give the hand-entered elements with values to choose from."""
    return tuple(
        each
        for each in elements
        if isinstance(each.definition, MarkOf)
        and each.kind in ("choice", "set")
        and not each.retired
    )


def tag_rows(element: Element, snapshot: "Snapshot") -> tuple[TagRow, ...]:
    """List the values of an element, those that were only entered behind."""
    assert isinstance(element.definition, MarkOf)
    marks, people = snapshot["person_mark"], snapshot.people.ids
    held: dict[str, dict[str, None]] = {name: {} for name in element.values}
    rows = zip(marks.raw("element"), marks.raw("value"), marks.owners().tolist(), strict=True)
    for of, value, owner in rows:
        if of == element.definition.name and owner >= 0:
            for name in filter(None, (value or "").split("、")):
                held.setdefault(name, {})[people[owner]] = None
    return tuple(TagRow(name, name in element.values, tuple(ids)) for name, ids in held.items())


class TagPane(Section):
    """Elements at the left, their values at the right."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._page, self._id = page, ""
        self._rows: tuple[TagRow, ...] = ()
        self._renamer = Renamer(context, page, self)
        self.lists = TwoLineList()
        self.lists.setAccessibleName("标签表")
        self.view = TableView(context.settings, "elements.tags", opens="查看有这个标签的干部")
        self.view.set_empty("tag-outline", "还没有标签", "用“增补…”加一个，或在干部记录里录入。")
        self._card = Card("标签").flush()
        self._lay_out()
        self.lists.chosen.connect(self._on_list)
        self.view.opened.connect(self._on_people)
        self.view.activated_id.connect(self._on_rename)
        self.view.chosen.connect(self._on_chosen)

    def _lay_out(self) -> None:
        left = Card("标签表").flush()
        left.body.addWidget(self.lists)
        self._add = small("增补…", self._on_add, "plus", "在取值的末尾加一个标签")
        tip = "换一个名称，录入过的值、要素、查询和任职要求随之改写"
        self._rename = small("改名…", self._on_rename, "rename-outline", tip)
        self._up = small("上移", self._on_up, "arrow-up")
        self._down = small("下移", self._on_down, "arrow-down")
        self._delete = small("删除", self._on_delete, "delete-outline")
        self._people = small("查看干部", self._on_people, "account-outline")
        self._element = small("打开要素", self._on_element, "tag-outline")
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        for each in (self._add, self._rename, self._up, self._down, self._delete):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self._people)
        row.addWidget(self._element)
        note = label("手工录入的要素可选的值；在“要素库”里新建“手工录入、标签”的要素。", "note")
        note.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        self._card.body.addLayout(row)
        self._card.body.addWidget(note)
        self._card.body.addWidget(self.view, 1)
        split = QSplitter()
        split.setHandleWidth(theme.px(10))
        split.addWidget(left)
        split.addWidget(self._card)
        split.setStretchFactor(1, 1)
        split.setSizes([230, 1200])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    # ---- what the section asks

    def refresh(self, changes: Changes) -> None:
        found = tag_elements(self.context.workspace.catalogue.elements)
        snapshot = self.context.workspace.snapshot
        counts = Counter({e.id: len(tag_rows(e, snapshot)) for e in found})
        self.lists.show_items(
            [ListItem(id=e.id, title=e.label, right=str(counts[e.id])) for e in found]
        )
        if self._id not in counts:
            self._id = found[0].id if found else ""
        self.lists.choose(self._id, announce=False)
        self._show()

    def note(self) -> str:
        return f"标签 · {len(tag_elements(self.context.workspace.catalogue.elements))} 个要素"

    def table(self) -> TableView:
        return self.view

    def element(self) -> Element | None:
        """The element whose values are shown."""
        found = tag_elements(self.context.workspace.catalogue.elements)
        return next((each for each in found if each.id == self._id), None)

    def row(self) -> TagRow | None:
        """The value chosen."""
        return next((e for e in self._rows if e.name == self.view.current_id()), None)

    def _show(self) -> None:
        element = self.element()
        self._rows = () if element is None else tag_rows(element, self.context.workspace.snapshot)
        self.view.show_rows(_columns(), self._rows, [each.name for each in self._rows])
        if self._rows and self.row() is None:
            self.view.select_ids((self._rows[0].name,))
        self._card.set_title("标签" if element is None else element.label)
        self._card.set_note(f"{len(self._rows)} 个")
        self._on_chosen(None)
        self.noted.emit()

    # ---- slots

    def _on_list(self, id: object) -> None:
        self._id = str(id)
        self._show()

    def _on_chosen(self, id: object) -> None:
        row, element = self.row(), self.element()
        self._add.setEnabled(element is not None)
        self._element.setEnabled(element is not None)
        for each in (self._rename, self._people):
            each.setEnabled(row is not None)
        values = () if element is None else element.values
        at = values.index(row.name) if row is not None and row.listed else -1
        self._up.setEnabled(at > 0)
        self._down.setEnabled(0 <= at < len(values) - 1)
        self._delete.setEnabled(at >= 0)

    def _on_add(self) -> None:
        element = self.element()
        if element is not None:
            # The first value makes a list of what was open: what was entered goes into it.
            known = tuple(each.name for each in self._rows)
            check: Callable[[str], str] = partial(_fault, known)
            answer = self.context.ask.text(f"增补{element.label}", "标签的名称：", "", check)
            if answer:
                values = (*(element.values or known), answer.strip())
                self._put(element, values, f"增补标签 {answer.strip()}")

    def _on_rename(self, *_: object) -> None:
        row, element = self.row(), self.element()
        if row is not None and element is not None:
            assert isinstance(element.definition, MarkOf)
            known = tuple(each.name for each in self._rows)
            self._renamer.ask(TAG + element.definition.name, row.name, known)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row, element = self.row(), self.element()
        if row is None or element is None or not row.listed:
            return
        values = list(element.values)
        at = values.index(row.name)
        if 0 <= at + step < len(values):
            values[at], values[at + step] = values[at + step], values[at]
            self._put(element, tuple(values), f"标签 {row.name} 排序")

    def _on_delete(self) -> None:
        row, element = self.row(), self.element()
        if row is None or element is None or not row.listed:
            return
        if row.people:
            sentence = f"标签“{row.name}”还有 {len(row.people)} 人在用，不能删除；可先改名或改录。"
            self.context.ask.error(sentence)
            return
        leaving = Leaving(element, row.name, self.context.workspace.world)
        read = self.context.workspace.read
        read(partial(lost, leaving), "elements.tag", partial(self._on_lost, leaving))

    def _on_lost(self, leaving: Leaving, found: tuple[str, ...]) -> None:
        name, element = leaving.name, leaving.element
        if self.element() != element:
            return  # it was changed meanwhile, or another list is shown
        if found:
            more = f"，等 {len(found)} 处" if len(found) > 1 else ""
            sentence = f"标签“{name}”还写在别处，不能删除：{found[0]}{more}。可先改名或改那一处。"
            self.context.ask.error(sentence)
        elif self.context.ask.confirm(
            "删除标签", f"删除“{name}”？可以撤销。", yes="删除", danger=True
        ):
            rest = tuple(each for each in element.values if each != name)
            self._put(element, rest, f"删除标签 {name}")

    def _on_people(self, *_: object) -> None:
        row, element = self.row(), self.element()
        if row is None or element is None:
            return
        if row.people:
            title = f"{element.label}：{row.name}"
            self.context.navigator.go(ShowPeople(row.people, title))
        else:
            self.context.say(f"“{row.name}”目前没有干部使用。")

    def _on_element(self) -> None:
        element = self.element()
        if element is not None:
            self.context.navigator.go(ShowElement(element.id))

    def _put(self, element: Element, values: tuple[str, ...], words: str) -> None:
        from leadership_model.store.definitions import Change, DefinitionsEdit

        edit = DefinitionsEdit((Change(element, replace(element, values=values)),))
        self.context.workspace.write(edit.forward, words, initiator=self._page, undo=edit.backward)


def _fault(known: tuple[str, ...], text: str) -> str:
    return tag_fault(text, known)


def _columns() -> tuple[Column, ...]:
    return (
        Column(id="name", title="标签", cell=_name, width=260, stretch=True, search=True),
        Column(id="people", title="干部", cell=_count, width=90, align="right"),
        Column(id="listed", title="可选", cell=_listed, width=130),
    )


def _name(row: TagRow) -> Cell:
    return Cell(text=row.name)


def _count(row: TagRow) -> Cell:
    return Cell(text=f"{names.number(len(row.people))} 人", link=bool(row.people))


def _listed(row: TagRow) -> str:
    return "列入取值" if row.listed else "录入时另写的"
