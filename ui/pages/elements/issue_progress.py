"""How far the data of every unit is checked: a bar, open issues, ignored ones, verified facts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import names, theme
from ui.context import Context
from ui.navigation import ShowPeople
from ui.pages.elements import issue_work as work
from ui.tables.cell import Bar, Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.search import SearchField


class ProgressPane(QWidget):
    """The units, those with most open issues first. `wanted` carries the name of a unit."""

    wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: tuple[work.UnitRow, ...] = ()
        self.search = SearchField("单位、拼音")
        self.view = TableView(context.settings, "elements.progress", opens="查看这个单位的干部")
        self.card = Card("各单位进度").flush()
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(button("查看问题", self._on_issues, icon="stethoscope",
                             tip="只看所选单位的问题（Enter）"))  # fmt: skip
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)
        self.search.typed.connect(self.view.filter_text)
        self.view.activated_id.connect(self._on_activated)
        self.view.opened.connect(self._on_opened)
        self.view.set_empty("office-building-outline", "库中没有单位",
                            "登记单位和干部后，这里显示各单位数据的核对进度。")  # fmt: skip

    def show_units(self, rows: Sequence[work.UnitRow]) -> None:
        """Show how far the units are."""
        self._rows = tuple(sorted(rows, key=_by_need))
        self.view.show_rows(columns(), self._rows, [row.id for row in self._rows])
        done = sum(not row.open for row in self._rows)
        self.card.set_note(
            f"{names.number(done)} / {names.number(len(self._rows))} 个单位没有待处理的问题"
        )

    def _on_issues(self) -> None:
        if not self.view.current_id():
            self._context.say("请先选择一个单位。")
        self._on_activated(self.view.current_id())

    def _on_activated(self, id: object) -> None:
        row = next((row for row in self._rows if row.id == id), None)
        if row is not None:
            self.wanted.emit(row.name)

    def _on_opened(self, id: object) -> None:
        snapshot = self._context.workspace.snapshot
        unit = snapshot["unit"].positions.get(str(id), -1)
        row = next((row for row in self._rows if row.id == id), None)
        home = snapshot.people.ints("unit").tolist()
        ids = tuple(snapshot.people.ids[at] for at, each in enumerate(home) if each == unit)
        if ids and row is not None:
            self._context.navigator.go(ShowPeople(ids, row.name))
        else:
            self._context.say("这个单位没有登记干部。")


def _by_need(row: work.UnitRow) -> tuple[int, int]:
    return -row.issues, -row.disputed


def columns() -> tuple[Column, ...]:
    """Give the columns; items are `UnitRow`."""
    return (
        Column(id="name", title="单位", cell=_name, width=240, search=True, stretch=True),
        Column(id="bar", title="通过 · 已忽略 · 待处理", cell=_bar, width=220, tip=_told,
               heading_tip="没有问题的记录、只有已忽略问题的记录、还有待处理问题的记录"),
        Column(id="records", title="记录", cell=_records, width=64, align="right"),
        Column(id="open", title="待处理问题", cell=_open, width=92, align="right", keys=_issues),
        Column(id="ignored", title="已忽略记录", cell=_ignored, width=92, align="right"),
        Column(id="facts", title="三龄两历已核", cell=_facts, width=130, align="right"),
        Column(id="disputed", title="不一致", cell=_disputed, width=70, align="right"),
    )  # fmt: skip


def _name(row: work.UnitRow) -> Cell:
    return Cell(text=row.name, link=True)


def _bar(row: work.UnitRow) -> Cell:
    total = max(row.clear + row.ignored + row.open, 1)
    parts = ((row.clear, "green"), (row.ignored, "text3"), (row.open, "red"))
    return Cell(bar=Bar(parts=parts, total=total))


def _told(row: work.UnitRow) -> str:
    return f"通过 {row.clear}，已忽略 {row.ignored}，待处理 {row.open}"


def _records(row: work.UnitRow) -> str:
    return names.number(row.clear + row.ignored + row.open)


def _open(row: work.UnitRow) -> Cell:
    return Cell(text=names.number(row.issues), faint=not row.issues, bold=bool(row.issues))


def _issues(rows):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Give the number of open issues, for sorting."""
    import numpy as np

    return np.array([row.issues for row in rows], dtype=np.int32)


def _ignored(row: work.UnitRow) -> Cell:
    return Cell(text=names.number(row.ignored), faint=not row.ignored)


def _facts(row: work.UnitRow) -> Cell:
    return Cell(text=f"{names.number(row.verified)} / {names.number(row.facts)}")


def _disputed(row: work.UnitRow) -> Cell:
    mark = "unknown" if row.disputed else ""
    return Cell(text=names.number(row.disputed), mark=mark, faint=not row.disputed)
