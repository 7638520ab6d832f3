"""What a filled sheet would change, before anything is written: each change, each fault."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from leadership_model.people import periods
from leadership_model.people.snapshot import Snapshot
from ui import theme
from ui.context import Context
from ui.pages.assessment.places import short_name
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

if TYPE_CHECKING:
    from leadership_model.exchange.indicator_sheet import Change, Filled
    from leadership_model.exchange.issue import Issue


class PreviewDialog(Dialog):
    """Lists faults first; with a fault nothing can be written, so that nothing is half written."""

    def __init__(
        self, context: Context, snapshot: Snapshot, filled: "Filled", parent: QWidget | None = None
    ) -> None:
        where = periods.show(filled.year, filled.period)
        super().__init__(f"导入{filled.system.name} · {where}", parent, width=980)
        self._snapshot = snapshot
        fresh = sum(each.before is None for each in filled.changes)
        counts = (
            f"{len(filled.lines)} 个班子：新增 {fresh} 项，修改 {len(filled.changes) - fresh} 项，"
            f"未变 {filled.unchanged} 项"
        )
        self.body.addWidget(label(counts, "strong"))
        self.table = TableView(context.settings, "assessment.filled", opens="")
        self.table.set_empty("equal", "没有变化", "表中的数值与已登记的相同，或都空着。")
        self.table.setMinimumHeight(self.room(360))
        found = [*filled.issues, *filled.changes]
        self.table.show_rows(self._columns(), found, [str(at) for at in range(len(found))])
        self.body.addWidget(self.table, 1)
        if filled.issues:
            words = f"有 {len(filled.issues)} 处问题，请在表中更正后重新导入；现在没有写入任何数值"
            self.refuse(words)
        self.add_cancel("关闭" if filled.issues or not filled.changes else "取消")
        if filled.changes and not filled.issues:
            self.add_button("导入", self.accept, kind="primary", default=True)
        self.table.setFocus()
        self.resize(theme.px(980), self.sizeHint().height())

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(id="row", title="行", width=56, align="right", cell=_row, keys=_rows),
            Column(id="team", title="班子", width=150, cell=self._team),
            Column(id="item", title="指标", width=150, cell=_item),
            Column(id="before", title="现有", width=70, align="right", cell=_before),
            Column(id="after", title="改为", width=70, align="right", cell=_after),
            Column(id="text", title="说明", width=400, cell=_text, tip=_tip, stretch=True),
        )

    def _team(self, line: "Change | Issue") -> str:
        team = getattr(line, "team", -1)
        return short_name(self._snapshot, team) if team >= 0 else ""


def _row(line: "Change | Issue") -> str:
    return str(getattr(line, "row", None) or getattr(line, "line", None) or "")


def _rows(lines: "Sequence[Change | Issue]") -> list[int]:
    return [int(_row(line) or -1) for line in lines]


def _item(line: "Change | Issue") -> str:
    item = getattr(line, "item", None)
    return item.name if item is not None else getattr(line, "field", None) or ""


def _before(line: "Change | Issue") -> Cell:
    return Cell(text=getattr(line, "before", None) or "–", faint=True)


def _after(line: "Change | Issue") -> str:
    return getattr(line, "after", "")


def _text(line: "Change | Issue") -> Cell:
    if hasattr(line, "text"):
        return Cell(text=line.text, mark="red")
    return Cell(text="新增" if line.before is None else "修改")


def _tip(line: "Change | Issue") -> str:
    return getattr(line, "text", "")
