"""Columns of the entries of a code list; items are `CodeRow`."""

from collections.abc import Sequence

from ui import names
from ui.pages.elements.code_work import CodeRow
from ui.tables.cell import Cell
from ui.tables.columns import Column


def columns() -> tuple[Column, ...]:
    """Give the columns in their order."""
    return (
        Column(id="code", title="代码", cell=_code, width=80, search=True),
        Column(id="name", title="名称", cell=_name, width=180, search=True, fixed=True),
        Column(id="from", title="来源", cell=_from, width=70),
        Column(id="rank", title="次序", cell=_rank, width=52, align="right", keys=_ranks),
        Column(id="also", title="也写作", cell=_also, width=180, search=True, stretch=True),
        Column(id="more", title="其他属性", cell=_more, width=180),
        Column(id="used", title="使用次数", cell=_used, width=76, align="right", keys=_uses),
    )


def _code(row: CodeRow) -> str:
    return row.code or "–"


def _name(row: CodeRow) -> Cell:
    return Cell(text=row.name, faint=row.retired, strike=row.retired)


def _from(row: CodeRow) -> Cell:
    if row.own is None:
        return Cell(text="随程序", faint=True)
    if row.retired:
        return Cell(text="已停用", tone="yellow_text")
    return Cell(text="本部门", tone="accent")


def _rank(row: CodeRow) -> str:
    return "–" if row.rank is None else str(row.rank)


def _ranks(items: Sequence[CodeRow]) -> object:
    import numpy as np

    return np.array([-1 if row.rank is None else row.rank for row in items], dtype=np.int32)


def _also(row: CodeRow) -> Cell:
    return Cell(text=row.also or "–", tone="text2")


def _more(row: CodeRow) -> Cell:
    return Cell(text=row.more or "–", tone="text2")


def _used(row: CodeRow) -> Cell:
    return Cell(text=names.number(row.used), link=True) if row.used else Cell(text="0", faint=True)


def _uses(items: Sequence[CodeRow]) -> object:
    import numpy as np

    return np.array([row.used for row in items], dtype=np.int32)
