"""履历核对: the career entries that were not clearly understood, as work to be done one by one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people.unclear import REASONS
from ui import names, theme
from ui.context import Context
from ui.navigation import EditPerson, OpenPerson
from ui.pages.elements import career_work as work
from ui.pages.elements.career_editor import CareerEditor
from ui.pages.elements.section import Section
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.scroll import scrolled
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

EVERY, LEADERS = "all", "leaders"


class CareersSection(Section):
    """The work list at the left, the entry chosen at the right."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._rows: tuple[work.UnclearRow, ...] | None = None
        self._after = ""  # the entry to go to when the one just saved has left the list
        self.reason = Segments(((EVERY, "全部"), *((r, r) for r in REASONS)))
        self.scope = Segments(((EVERY, "所有干部"), (LEADERS, "在班子")))
        self.search = SearchField("姓名、简历、拼音")
        self.view = TableView(context.settings, "elements.careers")
        self.editor = CareerEditor(context, page)
        self.next_button = button("下一条", self.next, icon="arrow-down", kind="small")
        self.next_button.setToolTip("到下一条待核的履历（Ctrl+↓）；保存后自动到下一条")
        self.record_button = button(
            "打开记录", self._on_record, icon="pencil-outline", kind="small"
        )
        self.record_button.setToolTip("打开这名干部的完整记录，修改简历原文")
        self._left, self._right = Card("待核履历").flush(), Card("读法")
        self._lay_out()
        self._keys = [
            QShortcut(QKeySequence(keys), self, slot, context=_INSIDE)
            for keys, slot in (("Ctrl+Down", self.next), ("Ctrl+Return", self.editor.save))
        ]
        self.reason.chosen.connect(self._on_filter)
        self.scope.chosen.connect(self._on_filter)
        self.search.typed.connect(self.view.filter_text)
        self.view.chosen.connect(self._on_chosen)
        self.view.activated_id.connect(self._on_activated)
        self.view.opened.connect(self._on_opened)
        self.view.arranged.connect(self.noted)
        self.editor.saved.connect(self._on_saved)
        self.view.set_empty("check-circle-outline", "没有待核的履历",
                            "库中每一条履历都已读明，或已由人工更正。")  # fmt: skip

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.setSpacing(8)
        row.addWidget(self.scope)
        row.addWidget(self.search, 1)
        reasons = QHBoxLayout()
        reasons.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        reasons.addWidget(self.reason)
        reasons.addStretch()
        self._left.body.addLayout(reasons)
        self._left.body.addLayout(row)
        self._left.body.addWidget(self.view, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addStretch()
        tools.addWidget(self.record_button)
        tools.addWidget(self.next_button)
        scroll = scrolled()
        self.editor.setObjectName("plain")
        scroll.setWidget(self.editor)
        self._right.body.addLayout(tools)
        self._right.body.addWidget(scroll, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(theme.px(10))
        self._split.addWidget(self._left)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(0, 7)
        self._split.setStretchFactor(1, 4)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([900, 460])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    # ---- what the page asks

    def refresh(self, changes: Changes) -> None:
        self.context.jobs.read(
            partial(work.unclear_rows, self.context.workspace.world.seating),
            "elements.careers",
            self._on_rows,
            title="正在查找待核履历",
        )

    def note(self) -> str:
        if self._rows is None:
            return "履历核对 · 正在查找…"
        leaders = sum(row.leader for row in self._rows)
        return (
            f"履历核对 · 待核 {names.number(len(self._rows))} 条 · 其中在班子的 "
            f"{names.number(leaders)} 条 · Enter 就地更正，Ctrl+Enter 保存，Ctrl+↓ 下一条"
        )

    def table(self) -> TableView:
        return self.view

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._split.setSizes([720, 400] if narrow else [1000, 480])

    def leave(self) -> None:
        self.context.jobs.cancel("elements.careers")

    def next(self) -> None:
        """Go to the entry below the current one, and into the field that is unclear."""
        shown = list(self.view.rows.shown_ids())
        current = self.view.current_id()
        at = shown.index(current) + 1 if current in shown else 0
        if at >= len(shown):
            self.context.say("已到最后一条。" if shown else "没有待核的履历。")
            return
        self.view.select_ids((shown[at],))
        self._on_activated(shown[at])

    # ---- slots

    def _on_rows(self, rows: tuple[work.UnclearRow, ...]) -> None:
        self._rows = rows
        self._show()

    def _on_filter(self, chosen: object) -> None:
        self._show()

    def _on_chosen(self, id: object) -> None:
        row = self._row(str(id))
        standing = self.editor.standing()
        if row is not None and (standing is None or standing.entry.id != row.id):
            self.editor.show_entry(row.person, row.id)
            self._right.set_title(row.name)
            self._right.set_note("履历读法")

    def _on_activated(self, id: object) -> None:
        row = self._row(str(id))
        if row is not None:
            self._on_chosen(id)
            fields = [work.FIELD_OF[r] for r in row.reasons if r in work.FIELD_OF]
            self.editor.focus_field(fields[0] if fields else "unit_kind")

    def _on_opened(self, id: object) -> None:
        row = self._row(str(id))
        if row is not None:
            self.context.navigator.go(OpenPerson(row.person))

    def _on_record(self) -> None:
        row = self._row(self.view.current_id())
        if row is None:
            self.context.say("请先在列表中选择一条履历。")
        else:
            self.context.navigator.go(EditPerson(row.person))

    def _on_saved(self, entry: object) -> None:
        shown = list(self.view.rows.shown_ids())
        if entry in shown:
            at = shown.index(str(entry))
            self._after = (*shown[at + 1 :], *shown[:at], "")[0]
        self.context.say("已保存更正，可撤销。")

    # ---- showing

    def _row(self, id: str) -> work.UnclearRow | None:
        return next((row for row in self._rows or () if row.id == id), None)

    def _show(self) -> None:
        rows = self._rows or ()
        if self.scope.current() == LEADERS:
            rows = tuple(row for row in rows if row.leader)
        counts = work.count_by_reason(rows)
        self.reason.set_text(EVERY, f"全部 {names.number(len(rows))}")
        for reason, count in counts.items():
            self.reason.set_text(reason, f"{reason} {names.number(count)}")
        wanted = self.reason.current()
        shown = [row for row in rows if wanted in (EVERY, *row.reasons)]
        self.view.show_rows(columns(), shown, [row.id for row in shown])
        self._left.set_note(f"{names.number(len(shown))} 条")
        self._choose(shown)
        self.noted.emit()

    def _choose(self, shown: list[work.UnclearRow]) -> None:
        ids = [row.id for row in shown]
        if self._after in ids:
            self.view.select_ids((self._after,))
            self._on_activated(self._after)
        elif self.view.current_id() not in ids:
            if ids:
                self.view.select_ids((ids[0],))
                self._on_chosen(ids[0])
            else:
                self.editor.show_entry("", "")
        self._after = ""


_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def columns() -> tuple[Column, ...]:
    """Give the columns of the work list; items are `UnclearRow`."""
    return (
        Column(id="name", title="干部", cell=_name, width=108, search=True),
        Column(id="position", title="现任职务", cell=_position, width=122, search=True),
        Column(id="when", title="起止", cell=_when, width=132),
        Column(id="text", title="简历原文", cell=_text, width=170, search=True, stretch=True),
        Column(id="reasons", title="不明之处", cell=_reasons, width=100, tip=_told),
        Column(id="sure", title="把握", cell=_sure, width=48, align="right", keys=_sure_keys),
    )


def _name(row: work.UnclearRow) -> Cell:
    return Cell(text=row.name, link=True, chip="班子" if row.leader else "", chip_tone="soft")


def _position(row: work.UnclearRow) -> Cell:
    return Cell(text=row.position, tone="text2")


def _when(row: work.UnclearRow) -> Cell:
    start, end = (work.text_in(row.entry, name) for name in ("start", "end"))
    return Cell(text=f"{start}–{end}" if start else "年月不全", faint=not start)


def _text(row: work.UnclearRow) -> str:
    return row.entry.text or ""


def _reasons(row: work.UnclearRow) -> Cell:
    more = f"等{len(row.reasons)}项" if len(row.reasons) > 1 else ""
    return Cell(text=row.reasons[0] + more, mark="unknown")


def _told(row: work.UnclearRow) -> str:
    return "；".join(work.SHOWN_REASONS[each] for each in row.reasons)


def _sure(row: work.UnclearRow) -> str:
    return str(row.entry.sure or 0)


def _sure_keys(rows):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Give how sure each entry is, for sorting."""
    import numpy as np

    return np.array([row.entry.sure or 0 for row in rows], dtype=np.int32)
