"""Merging two records of one person, as values: what differs, what is taken. No Qt here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadership_model.people import merging
from leadership_model.people.merging import COLLECTIONS, Side
from leadership_model.people.person import Person
from ui.pages.elements.person_work import Names, rows_of, span

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

SIDES: dict[Side, str] = {"left": "左", "right": "右", "both": "合"}


@dataclass(slots=True)
class Line:
    """One line of the comparison: a field, a collection or the photo. `pick`: what is taken."""

    name: str
    label: str
    left: str
    right: str
    same: bool
    pick: Side
    sides: tuple[Side, ...] = ("left", "right")
    both: str = ""  # what both come to

    def result(self) -> str:
        """Give what the merged record will hold."""
        return {"left": self.left, "right": self.right, "both": self.both}[self.pick]


def lines(snapshot: "Snapshot", left: int, right: int) -> list[Line]:
    """Lay two people side by side: fields, then collections, then the photo."""
    ours, theirs = (snapshot.people.record(at) for at in (left, right))
    units = Names(snapshot).units
    made = [
        Line(each.name, each.label, each.left, each.right, each.same, each.suggested)
        for each in merging.differences(ours, theirs, units)
    ]
    made += [_collected(snapshot, name, label, left, right) for name, label, _ in COLLECTIONS]
    made.append(_photo(ours, theirs))
    return made


def _collected(snapshot: "Snapshot", name: str, label: str, left: int, right: int) -> Line:
    names = Names(snapshot)
    mine, others = rows_of(snapshot, name, left), rows_of(snapshot, name, right)
    person = snapshot.people.record(left)
    other = snapshot.people.record(right)
    _, both = merging.merge(person, other, (*mine, *others), {})
    texts = [_rows_text(name, rows, names) for rows in (mine, others, both)]
    sides: tuple[Side, ...] = ("left", "right", "both")
    same = texts[0] == texts[1]
    return Line(name, label, texts[0], texts[1], same, "both", sides, texts[2])


def _rows_text(name: str, rows: tuple[Any, ...], names: Names) -> str:
    if not rows:
        return "没有"
    shown = "；".join(_row_text(name, each, names) for each in rows)
    return f"{len(rows)} 条：{shown}"


def _row_text(name: str, row: Any, names: Names) -> str:  # noqa: ANN401 - a row of any kind
    match name:
        case "tenure":
            return f"{span(row.start, row.end)} {names.posts.get(row.post, '')}"
        case "education":
            return " ".join(filter(None, (row.mode, row.schooling, row.degree, row.school)))
        case "appraisal":
            return f"{row.year} 年{row.result or ''}"
        case "reward":
            return row.name or ""
        case "sanction":
            return row.kind or ""
        case "relative":
            return " ".join(filter(None, (row.title, row.name)))
        case _:
            return f"{row.element}：{row.value}"


def _photo(left: Person, right: Person) -> Line:
    words = {True: "有", False: "没有"}
    ours, theirs = bool(left.has_photo), bool(right.has_photo)
    pick: Side = "right" if theirs and not ours else "left"
    return Line("photo", "照片", words[ours], words[theirs], not ours and not theirs, pick)


def picks(made: list[Line]) -> dict[str, Side]:
    """Give the picks of all lines, as merging takes them."""
    return {each.name: each.pick for each in made}
