"""The first table of a comparison: figures of each plan. No Qt."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui import names
from ui.pages.staffing.compare_values import NONE, Line
from ui.tables.cell import Cell

if TYPE_CHECKING:
    from leadership_model.staffing.compare import Comparison, Total


def figures(found: "Comparison") -> tuple[Line, ...]:
    """Write what each plan comes to, one line for each figure."""
    from leadership_model.staffing.compare import totals

    sums = totals(found)
    start = sum(each.score_low or 0.0 for each in found.now.values())
    rows: tuple[tuple[str, str, str, Callable[[Total], Cell]], ...] = (
        ("score", "结构得分合计", f"{start:.1f}", lambda each: Cell(text=f"{each.score:.1f}")),
        ("gain", "较现状", "", _gain),
        ("moved", "调整人次", "", lambda each: Cell(text=str(len(each.figures.moved)))),
        ("vacant", "画板内空缺", "", _vacant),
        ("chain", "画板外连锁空缺", "", lambda each: _some(len(each.figures.chain), "yellow")),
        ("fit", "拟任者平均匹配度", "", _fit),
        ("breaches", "新增不达标要求", "", lambda each: _some(each.breaches, "red")),
        ("rules", "规则冲突", "", lambda each: _some(len(each.figures.fresh), "yellow")),
        ("exceptions", "需例外而未批", "", _pending),
        ("waived", "已批例外", "", lambda each: Cell(text=str(each.waived))),
    )
    return tuple(
        Line(
            id=id,
            head=Cell(text=words),
            today=Cell(text=today) if today else NONE,
            cells=tuple(cell(each) for each in sums),
        )
        for id, words, today, cell in rows
    )


def _gain(each: "Total") -> Cell:
    text = names.signed(each.gain)
    tone = "text2" if text == "0" else "green_text" if each.gain > 0 else "red_text"
    return Cell(text=text, tone=tone, bold=True)


def _vacant(each: "Total") -> Cell:
    figures = each.figures
    return Cell(text=f"{len(figures.vacant_before)} → {len(figures.vacant_after)}")


def _some(count: int, mark: str) -> Cell:
    return Cell(text=str(count), mark=mark if count else "green")


def _pending(each: "Total") -> Cell:
    return _some(sum(found.blocks for found in each.figures.fresh), "red")


def _fit(each: "Total") -> Cell:
    return NONE if each.fit is None else Cell(text=f"{each.fit:.1f}")
