"""Columns of the conditions of a portrait; items are `TermRow`."""

from ui.pages.structure.portrait_terms import TermRow
from ui.tables.cell import Bar, Cell
from ui.tables.columns import Column


def term_columns() -> tuple[Column, ...]:
    """Give the columns of conditions."""
    return (
        Column(id="part", title="种类", cell=_part, width=52, fixed=True),
        Column(id="heading", title="标题", cell=_heading, width=82),
        Column(id="text", title="条件", cell=_condition, width=240, stretch=True, fixed=True,
               tip=_tip),
        Column(id="points", title="分值", cell=_points, width=110),
        Column(id="basis", title="依据", cell=_basis, width=130, tip=_basis_tip),
    )  # fmt: skip


def _part(row: TermRow) -> Cell:
    return Cell(text=row.part, tone="text2")


def _heading(row: TermRow) -> Cell:
    return Cell(text=row.heading, tone="text2")


def _condition(row: TermRow) -> Cell:
    if row.sensitive:
        return Cell(text=row.text, icon="shield-alert-outline", chip="敏感", chip_tone="yellow")
    return Cell(text=row.text)


def _tip(row: TermRow) -> str:
    return f"{row.text}\n{row.sensitive}" if row.sensitive else row.text


def _points(row: TermRow) -> Cell:
    if row.points < 0:
        return Cell(text="必须符合", tone="text2")
    bar = Bar(parts=((row.points, "c1"),), total=max(row.most, 1.0))
    return Cell(text=f"{row.points:g}", bar=bar)


def _basis(row: TermRow) -> Cell:
    return Cell(text=row.basis or "–", tone="text2", faint=not row.basis)


def _basis_tip(row: TermRow) -> str:
    return row.basis
