"""Hand-entered values of one element as rows. No Qt here."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadership_model import ids, months
from leadership_model.elements.element import Element, MarkOf
from leadership_model.people.person import Mark
from ui import names

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

NONE = "无"


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One value: the person, their name and post, the mark itself."""

    name: str
    post: str
    mark: Mark


def rows_of(snapshot: "Snapshot", element: Element) -> tuple[MarkRow, ...]:
    """List the values entered for an element, the latest first."""
    wanted = name_of(element)
    table = snapshot["person_mark"]
    at = (table.texts("element").mask(wanted) & (table.owners() >= 0)).nonzero()[0].tolist()
    owners = table.owners()
    made = [
        MarkRow(
            names.person_name(snapshot, int(owners[row])),
            names.position_text(snapshot, int(owners[row])),
            table.record(row),
        )
        for row in at
    ]
    return tuple(sorted(made, key=_latest, reverse=True))


def _latest(row: MarkRow) -> tuple[str, str]:
    return row.mark.entered_at or "", row.mark.id


def name_of(element: Element) -> str:
    """Give the name under which the values of an element are entered."""
    definition = element.definition
    return definition.name if isinstance(definition, MarkOf) else element.label


def fault_in(element: Element, value: str) -> str:
    """Say what is wrong with a value; empty when nothing is."""
    if not value.strip():
        return "请填写要录入的值。"
    if value.strip() == NONE:
        return ""
    match element.kind:
        case "number":
            try:
                number = float(value)
            except ValueError:
                return f"“{value}”不是数字，请填写数字。"
            if not element.low <= number <= element.high:
                return f"应当在 {element.low:g} 到 {element.high:g} 之间。"
        case "month":
            if months.parse(value) is None:
                return f"“{value}”不是年月，请按 2026.11 的样子填写。"
        case "flag":
            if value not in ("是", "否"):
                return "请填“是”或“否”。"
        case "choice" | "set":
            parts = value.split("、") if element.kind == "set" else [value]
            wrong = [part for part in parts if element.values and part not in element.values]
            if wrong and not element.open_values:
                return f"没有“{wrong[0]}”这个取值，可用：{'、'.join(element.values)}。"
        case _:
            pass
    return ""


def fresh(element: Element, person: str, value: str, who: str, when: str) -> Mark:
    """Make a new value; without a date it gets that of the writing."""
    return Mark(
        id=ids.new("mark"),
        person=person,
        element=name_of(element),
        value=value.strip(),
        entered_by=who.strip() or None,
        entered_at=when.strip() or None,
    )


def changed(mark: Mark, value: str, who: str, when: str) -> Mark:
    """Give a value put otherwise."""
    return replace(
        mark,
        value=value.strip(),
        entered_by=who.strip() or None,
        entered_at=when.strip() or None,
    )


def known_values(snapshot: "Snapshot", element: Element) -> tuple[str, ...]:
    """List the values that can be offered: those of the element, and those entered before."""
    table = snapshot["person_mark"]
    values = table.raw("value")
    at = table.texts("element").mask(name_of(element)).nonzero()[0].tolist()
    entered = (part for row in at for part in str(values[row] or "").split("、"))
    listed = ("是", "否") if element.kind == "flag" else element.values
    return tuple(dict.fromkeys((*listed, *(part for part in entered if part))))
