"""A question while it is being put together: groups and lines that may be empty or switched off.

A condition cannot hold an empty group or a line that does not count; a draft can. Every condition
becomes a draft and comes back unchanged.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
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


def with_line(root: Group, condition: Leaf) -> Group:
    """Ask something more: a line under 全部满足; a root of another kind becomes a part of it."""
    if root.kind != "all" and root.parts:
        root = Group("all", (root,))
    return Group("all", (*root.parts, Line(condition)))


def is_range(condition: Condition, name: str) -> bool:
    """Say whether a line asks for a range, or one value, of a number element."""
    match condition:
        case Between(there) | Compare(there, "=" | ">" | ">=" | "<" | "<="):
            return there == name
        case _:
            return False


def with_range(root: Group, condition: Between | Compare) -> Group:
    """Ask for a range of a number element: the range asked for before is replaced."""
    for number, part in enumerate(root.parts if root.kind == "all" else ()):
        if isinstance(part, Line) and is_range(part.condition, condition.name):
            return put(root, (number,), Line(condition))
    return with_line(root, condition)


def move_to(root: Group, path: Path, group: Path, place: int) -> Group:
    """Move a node into the group at a path, before its part `place` (counted before the move).

    A node cannot be moved into itself: the draft stays as it is.
    """
    if not path or group[: len(path)] == path:
        return root
    node, target = at(root, path), at(root, group)
    if not isinstance(target, Group):
        raise KeyError(group)
    place = min(max(place, 0), len(target.parts))
    same = path[:-1] == group
    if same and place in (path[-1], path[-1] + 1):
        return root
    fresh = put(root, group, replace(target, parts=_inserted(target.parts, place, node)))
    return remove(fresh, _shifted(path, group, place))


def _inserted(parts: "tuple[Line | Group, ...]", place: int, node: Node) -> tuple[Node, ...]:
    return (*parts[:place], node, *parts[place:])


def _shifted(path: Path, group: Path, place: int) -> Path:
    """Say where a node is after another was put into a group before its part `place`."""
    depth = len(group)
    if path[:depth] == group and len(path) > depth and path[depth] >= place:
        return (*path[:depth], path[depth] + 1, *path[depth + 1 :])
    return path
