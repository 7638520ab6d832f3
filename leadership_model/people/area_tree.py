"""Units and areas as a tree: who stands below whom, in the order the department gave them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from leadership_model.people.snapshot import Snapshot
from leadership_model.people.unit import Unit

AREA_KIND = "地区"
TOWNSHIPS = ("乡镇", "街道")


@dataclass(frozen=True, slots=True)
class Branch:
    """One unit in the tree: its position, how deep it stands, how many stand directly below."""

    unit: int
    depth: int
    below: int


def unit_tree(snapshot: Snapshot) -> tuple[Branch, ...]:
    """List all units, each followed by those below it; rings in the data are cut, none is lost."""
    return snapshot.remember("unit tree", lambda: _tree(snapshot, None))


def area_tree(snapshot: Snapshot) -> tuple[Branch, ...]:
    """List the areas with their townships and sub-districts below them."""
    return snapshot.remember("area tree", lambda: _tree(snapshot, _is_area))


def fault_in_parent(snapshot: Snapshot, unit: Unit) -> str:
    """Say why a unit cannot stand below another: the other stands below it; empty when it can."""
    units = snapshot["unit"]
    seen, at = {unit.id}, unit.parent
    while at is not None:
        if at in seen:
            return f"“{unit.name}”不能隶属于自己或自己的下级单位，请另选上级单位。"
        seen.add(at)
        position = units.positions.get(at)
        at = None if position is None else units.raw("parent")[position]
    return ""


def _is_area(kind: str | None) -> bool:
    return kind == AREA_KIND or kind in TOWNSHIPS


def _tree(snapshot: Snapshot, wanted: Callable[[str | None], bool] | None) -> tuple[Branch, ...]:
    units = snapshot["unit"]
    kinds, order, names = units.raw("kind"), units.raw("order"), units.raw("name")
    kept = [at for at in range(len(units)) if wanted is None or wanted(kinds[at])]
    kept.sort(key=lambda at: (kinds[at] != AREA_KIND, order[at] or 0, names[at] or ""))
    parents, inside = units.ints("parent").tolist(), set(kept)
    below: dict[int, list[int]] = {}
    for at in kept:
        parent = parents[at] if parents[at] in inside and parents[at] != at else -1
        below.setdefault(parent, []).append(at)
    found = list(_walk(below, -1, 0, set()))
    seen = {branch.unit for branch in found}
    # What hangs in a ring has no way up.
    found.extend(Branch(at, 0, len(below.get(at, ()))) for at in kept if at not in seen)
    return tuple(found)


def _walk(below: dict[int, list[int]], parent: int, depth: int, seen: set[int]) -> Iterator[Branch]:
    for at in below.get(parent, ()):
        if at in seen:
            continue
        seen.add(at)
        yield Branch(at, depth, len(below.get(at, ())))
        yield from _walk(below, at, depth + 1, seen)
