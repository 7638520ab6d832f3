"""The conditions of a portrait as rows of a table."""

from dataclasses import dataclass

from leadership_model.conditions.sentence import write
from leadership_model.elements.catalogue import Catalogue
from leadership_model.structure import portrait_phrase
from leadership_model.structure.figures import digits
from leadership_model.structure.model import Portrait
from leadership_model.structure.portrait_phrase import Item
from ui.tables.cell import Bar, Cell
from ui.tables.columns import Column


@dataclass(frozen=True, slots=True)
class TermRow:
    """One condition under its heading; `sensitive` says which elements act by which basis."""

    id: str
    part: str
    heading: str
    text: str
    points: float
    most: float
    basis: str
    sensitive: str


def term_rows(portrait: Portrait, names: Catalogue) -> tuple[TermRow, ...]:
    """List the conditions of a portrait: 资格 first, by headings."""
    most = max((each.points for each in portrait.weights), default=1.0)
    rows, last = [], ("", "")
    for item in portrait_phrase.items(portrait):
        basis = portrait_phrase.basis(portrait, item)
        acting = portrait_phrase.sensitive_in(portrait, item, names)
        cited = basis or portrait.basis or "未写明"
        part = "资格" if item.part == "qualification" else "权重"
        heading = portrait_phrase.heading(portrait, item)
        rows.append(
            TermRow(
                item.id,
                part if part != last[0] else "",
                heading if (part, heading) != last else "",
                _text(portrait, item),
                portrait.weights[item.at].points if item.part == "weight" else -1.0,
                most,
                basis,
                f"使用敏感要素 {'、'.join(acting)}，依据：{cited}" if acting else "",
            )
        )
        last = (part, heading)
    return tuple(rows)


def _text(portrait: Portrait, item: Item) -> str:
    if item.part == "qualification":
        return write(portrait.qualifications[item.at])
    weight = portrait.weights[item.at]
    if weight.condition is not None:
        asked = write(weight.condition)
        return asked if asked == weight.label else f"{weight.label}：{asked}"
    span = f"{digits(weight.start)} 至 {digits(weight.full)}"
    return f"{weight.label}：{weight.element} {span}"


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
