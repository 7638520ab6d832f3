"""A question while it is being put together: groups and lines that may be empty or switched off.

A condition cannot hold an empty group or a line that does not count; a draft can. Every condition
becomes a draft and comes back unchanged.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from leadership_model.conditions.tree import (
    All,
    Career,
    Condition,
    Exists,
    Leaf,
    Not,
    Some,
)

GroupKind = Literal["all", "any", "none"]
GROUP_WORDS: dict[GroupKind, str] = {"all": "全部满足", "any": "任一满足", "none": "不满足"}
Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One leaf; Not only around 曾任 (从未任) and 有 (没有)."""

    condition: Condition
    on: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """全部满足, 任一满足 or 不满足 (none of the parts holds)."""

    kind: GroupKind = "all"
    parts: "tuple[Line | Group, ...]" = ()
    on: bool = True


Node = Line | Group
EMPTY = Group()


def draft_of(condition: Condition) -> Group:
    """Make a draft of a condition; the root is always a group."""
    node = _node(condition)
    return node if isinstance(node, Group) else Group("all", (node,))


def _node(condition: Condition) -> Node:
    match condition:
        case All(parts):
            return Group("all", tuple(map(_node, parts)))
        case Some(parts):
            return Group("any", tuple(map(_node, parts)))
        case Not(Career(mode="曾任") | Exists()):
            return Line(condition)
        case Not(Some(parts)):
            return Group("none", tuple(map(_node, parts)))
        case Not(part):
            return Group("none", (_node(part),))
        case _:
            return Line(condition)


def condition_of(node: Node) -> Condition | None:
    """Give the condition a draft stands for; None while nothing in it counts."""
    if not node.on:
        return None
    if isinstance(node, Line):
        return node.condition
    parts = tuple(each for each in map(condition_of, node.parts) if each is not None)
    if not parts:
        return None
    match node.kind:
        case "all":
            return parts[0] if len(parts) == 1 else All(parts)
        case "any":
            return parts[0] if len(parts) == 1 else Some(parts)
        case "none":
            return Not(parts[0] if len(parts) == 1 else Some(parts))


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Give every node with its path, parents first."""
    yield path, node
    if isinstance(node, Group):
        for at, part in enumerate(node.parts):
            yield from walk(part, (*path, at))


def at(root: Group, path: Path) -> Node:
    """Give the node at a path."""
    node: Node = root
    for step in path:
        if not isinstance(node, Group):
            raise KeyError(path)
        node = node.parts[step]
    return node


def put(root: Group, path: Path, node: Node) -> Group:
    """Replace the node at a path."""
    if not path:
        return node if isinstance(node, Group) else Group("all", (node,))
    first, rest = path[0], path[1:]
    part = root.parts[first]
    if rest:
        if not isinstance(part, Group):
            raise KeyError(path)
        node = put(part, rest, node)
    return replace(root, parts=(*root.parts[:first], node, *root.parts[first + 1 :]))


def add(root: Group, path: Path, node: Node) -> Group:
    """Put a node at the end of the group at a path."""
    group = at(root, path)
    if not isinstance(group, Group):
        raise KeyError(path)
    return put(root, path, replace(group, parts=(*group.parts, node)))


def remove(root: Group, path: Path) -> Group:
    """Take the node at a path out; without a path everything."""
    if not path:
        return EMPTY
    group = at(root, path[:-1])
    assert isinstance(group, Group)
    rest = (*group.parts[: path[-1]], *group.parts[path[-1] + 1 :])
    return put(root, path[:-1], replace(group, parts=rest))


def move(root: Group, path: Path, step: int) -> Group:
    """Move a node up (-1) or down (1) among its siblings, as far as there is room."""
    group = at(root, path[:-1])
    assert isinstance(group, Group)
    place = path[-1] + step
    if not path or not 0 <= place < len(group.parts):
        return root
    parts = list(group.parts)
    parts.insert(place, parts.pop(path[-1]))
    return put(root, path[:-1], replace(group, parts=tuple(parts)))


def toggle(root: Group, path: Path) -> Group:
    """Switch the node at a path off, or on again."""
    node = at(root, path)
    return put(root, path, replace(node, on=not node.on))


def wrap(root: Group, path: Path, kind: GroupKind) -> Group:
    """Put the node at a path into a group of its own."""
    return put(root, path, Group(kind, (at(root, path),)))


def place_of(root: Group, condition: Leaf) -> Path | None:
    """Find a line that says exactly this directly under a root of 全部满足; None = not there."""
    if root.kind != "all":
        return None
    for number, part in enumerate(root.parts):
        if isinstance(part, Line) and part.on and part.condition == condition:
            return (number,)
    return None


def with_line(root: Group, condition: Leaf) -> Group:
    """Ask something more: a line under 全部满足; a root of another kind becomes a part of it."""
    if root.kind != "all" and root.parts:
        root = Group("all", (root,))
    return Group("all", (*root.parts, Line(condition)))


def with_range(root: Group, condition: Leaf) -> Group:
    """Ask for a range of a number element: the range asked for before is replaced."""
    asked = (type(condition), getattr(condition, "name", ""))
    for number, part in enumerate(root.parts if root.kind == "all" else ()):
        there = getattr(part, "condition", None)
        if (type(there), getattr(there, "name", "")) == asked:
            return put(root, (number,), Line(condition))
    return with_line(root, condition)
