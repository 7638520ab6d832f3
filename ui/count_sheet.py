"""统计表 as a sheet of cells, each leading to the people behind it, and on paper. No Qt here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.query.level_table import OPEN, Count, CountColumn, CountTable
from ui.jobs import Control
from ui.navigation import ShowPeople
from ui.tables.cell import Cell
from ui.widgets.sheet import Sheet, SheetCell, SheetColumn

if TYPE_CHECKING:
    from leadership_model.papers.basis import Basis
    from leadership_model.papers.spread import Spread

PARTS = (
    ("basic", "性别民族党派"),
    ("school", "学历学位"),
    ("ages", "年龄段"),
    ("years", "任现层次和基层"),
    ("single", "逐岁年龄"),
)
GROUPS = {
    "basic": ("性别", "民族", "政治面貌"),
    "school": ("学历", "学位"),
    "ages": ("年龄",),
    "years": ("任现层次", "基层经历"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A table with the world it was counted in, and who was counted in words.

    `asked`: the sensitive elements of the question that found the people.
    """

    world: World
    table: CountTable
    scope: str
    asked: tuple[str, ...] = ()


def sheet(counted: Counted, part: str) -> Sheet:
    """Lay the columns of one part out, every figure with its people behind it.

    Single ages go down the page: 46 columns would not fit it.
    """
    table, chosen = counted.table, GROUPS.get(part)
    shown = [
        at
        for at, each in enumerate(table.columns)
        if not each.group or chosen is None or each.group in chosen
    ]
    columns = [SheetColumn(title="职务层次", width=96, stretch=2)]
    columns += [_heading(table.columns[at]) for at in shown]
    columns.append(SheetColumn(title="平均年龄", width=70, align="right", stretch=1))
    lines = []
    for row in table.rows:
        mean = "–" if row.mean_age is None else f"{row.mean_age:.1f}"
        lines.append(
            (
                SheetCell(cell=Cell(text=row.label, bold=True)),
                *(_cell(counted, row.label, at, row.cells[at]) for at in shown),
                SheetCell(cell=Cell(text=mean), tip=f"按年龄已知的 {row.aged} 人计算"),
            )
        )
    made = Sheet(columns=tuple(columns), rows=tuple(lines))
    return made.transposed("年龄（岁）") if part == "single" else made


def _heading(column: CountColumn) -> SheetColumn:
    tip = " ".join(filter(None, (column.group, column.label)))
    tip += "（敏感要素）" if column.sensitive else ""
    title = f"{column.group}{column.label}" if column.label == OPEN else column.label
    return SheetColumn(title=title, width=84, align="right", tip=tip, stretch=1)


def _cell(counted: Counted, label: str, at: int, found: Count) -> SheetCell:
    column = counted.table.columns[at]
    words = " ".join(filter(None, (column.group, column.label)))
    share = f"{found.share:.1%}" if found.share is not None and found.count else ""
    month = months.show_iso(counted.world.as_of)
    note = f"{counted.scope} · 基准日期 {month}"
    ids = tuple(counted.world.person_ids[each] for each in found.people)
    request = ShowPeople(ids, f"{label} {words} {len(ids)} 人", note) if ids else None
    tip = f"{label} {words}：{found.count} 人" + (f"，占 {share}" if share else "")
    return SheetCell(
        cell=Cell(text=f"{found.count:,}", tail=share, faint=not ids), request=request, tip=tip
    )


def spreads(counted: Counted, control: Control) -> "tuple[Spread, ...]":
    """Put the table on a sheet, the people behind it on another."""
    from leadership_model.papers.statistics import people_sheet

    return (*paper(counted, control), people_sheet(counted.table, counted.world, _basis(counted)))


def paper(counted: Counted, control: Control) -> "tuple[Spread, ...]":
    """Put the table on a sheet."""
    from leadership_model.papers.statistics import statistics

    control.check()
    return statistics(counted.table, _basis(counted), counted.scope, counted.asked)


def _basis(counted: Counted) -> "Basis":
    from leadership_model.papers.basis import basis_of

    return basis_of(counted.world, unknown=counted.table.unknown, what="人")
