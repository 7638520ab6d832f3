"""How the values chosen in a facet stand in a draft: one line, or one group of 任一满足.

A facet is one node directly under a root of 全部满足: `性别 = 女`; several values are `属于 {…}`;
sets, 无 and 待核 stand beside each other in a group. What was written otherwise is no facet's.
"""

from collections.abc import Sequence

from leadership_model.conditions.tree import Compare, Condition, Contains, Is, Leaf, Within
from leadership_model.query import draft
from leadership_model.query.draft import Group, Line, Node

Atom = Compare | Contains | Is


def chosen(root: Group, name: str) -> tuple[Atom, ...]:
    """Give the values of an element that are asked for by its facet, in the order asked."""
    at = place(root, name)
    return () if at is None else _atoms(root.parts[at], name) or ()


def place(root: Group, name: str) -> int | None:
    """Say which part under the root is the facet of an element; None where there is none."""
    if root.kind != "all" or not root.on:
        return None
    for number, part in enumerate(root.parts):
        if part.on and _atoms(part, name):
            return number
    return None


def toggled(root: Group, atom: Atom) -> Group:
    """Ask for one more value of a facet, or for one less."""
    there = chosen(root, atom.name)
    fresh = tuple(each for each in there if each != atom) if atom in there else (*there, atom)
    return with_values(root, atom.name, fresh)


def with_values(root: Group, name: str, atoms: Sequence[Atom]) -> Group:
    """Ask for these values of an element in its facet; none takes the facet's part out."""
    at = place(root, name)
    if not atoms:
        return root if at is None else draft.remove(root, (at,))
    node = _node(name, atoms)
    if at is not None:
        return draft.put(root, (at,), node)
    if root.kind != "all" and root.parts:
        root = Group("all", (root,))
    return Group("all", (*root.parts, node))


def without(root: Group, name: str) -> Group:
    """Leave out the facet of an element."""
    return with_values(root, name, ())


def range_place(root: Group, name: str) -> int | None:
    """Say which part under the root is the range of a number; None where there is none."""
    if root.kind != "all" or not root.on:
        return None
    for number, part in enumerate(root.parts):
        if part.on and isinstance(part, Line) and draft.is_range(part.condition, name):
            return number
    return None


def _node(name: str, atoms: Sequence[Atom]) -> Node:
    equal = [each.value for each in atoms if isinstance(each, Compare)]
    conditions: list[Leaf] = [each for each in atoms if not isinstance(each, Compare)]
    if equal:
        first = Within(name, tuple(equal)) if len(equal) > 1 else Compare(name, "=", equal[0])
        conditions.insert(0, first)
    lines = tuple(map(Line, conditions))
    return lines[0] if len(lines) == 1 else Group("any", lines)


def _atoms(node: Node, name: str) -> tuple[Atom, ...] | None:
    """Read a node as values of one element; None when it says anything else."""
    if isinstance(node, Line):
        return _atoms_of(node.condition, name)
    if node.kind != "any" or not node.parts:
        return None
    found: list[Atom] = []
    for part in node.parts:
        inner = _atoms_of(part.condition, name) if isinstance(part, Line) and part.on else None
        if inner is None:
            return None
        found += inner
    return tuple(found)


def _atoms_of(condition: Condition, name: str) -> tuple[Atom, ...] | None:
    match condition:
        case Compare(there, "=", _) | Contains(there, _) if there == name:
            return (condition,)
        case Is(there, "无" | "待核") if there == name:
            return (condition,)
        case Within(there, values) if there == name:
            return tuple(Compare(name, "=", value) for value in values)
        case _:
            return None
