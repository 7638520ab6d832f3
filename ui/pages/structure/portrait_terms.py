"""The conditions of a portrait as rows. No Qt here."""

from dataclasses import dataclass

from leadership_model.conditions.sentence import write
from leadership_model.elements.catalogue import Catalogue
from leadership_model.structure import portrait_phrase
from leadership_model.structure.figures import digits
from leadership_model.structure.model import Portrait
from leadership_model.structure.portrait_phrase import Item


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
