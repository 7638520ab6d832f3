"""How many people each line and group of a draft lets pass, while the question is put together."""

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from leadership_model.assessment.world import World
from leadership_model.conditions.tri import Tri, constant
from leadership_model.people.table import Bools
from leadership_model.query.draft import Group, Node, Path, at, walk


@dataclass(frozen=True, slots=True)
class Tally:
    """One node: `alone` of everybody, `left` after it from the top down, `unknown` undecided.

    `without`: how many the whole question would find if this node were switched off. A node that
    is off or empty has `left` and `without` None.
    """

    alone: int
    left: int | None
    without: int | None
    unknown: int


def tally(world: World, root: Group) -> dict[Path, Tally]:
    """Count every node of a draft that says anything, by its path."""
    everybody = constant(world.facts.count, True)
    left: dict[Path, Tri] = {}
    _run(world, root, (), everybody, left)
    found = {}
    for path, node in walk(root):
        answer = answer_of(world, node, forced=True)
        if answer is None:
            continue
        rest = answer_of(world, root, leave_out=path) if path in left else None
        without = world.facts.count if rest is None else int(rest.sure.sum())
        found[path] = Tally(
            int(answer.sure.sum()),
            int(left[path].sure.sum()) if path in left else None,
            without if path in left else None,
            int(answer.unknown.sum()),
        )
    return found


def people_of(world: World, root: Group, path: Path, which: str) -> Bools:
    """Mark the people behind a count of a node: alone, left, without or unknown."""
    everybody = constant(world.facts.count, True)
    if which == "left":
        left: dict[Path, Tri] = {}
        _run(world, root, (), everybody, left)
        return left.get(path, everybody).sure
    if which == "without":
        return (answer_of(world, root, leave_out=path) or everybody).sure
    answer = answer_of(world, at(root, path), forced=True) or everybody
    return answer.unknown if which == "unknown" else answer.sure


def answer_of(
    world: World, node: Node, *, leave_out: Path | None = None, forced: bool = False
) -> Tri | None:
    """Answer a node for everybody; None when nothing in it counts. `leave_out` counts as off."""
    if leave_out == () or not (node.on or forced):
        return None
    if not isinstance(node, Group):
        return world.facts.tri(node.condition)
    answers = []
    for number, part in enumerate(node.parts):
        inside = leave_out[1:] if leave_out is not None and leave_out[0] == number else None
        answer = answer_of(world, part, leave_out=inside)
        if answer is not None:
            answers.append(answer)
    if not answers:
        return None
    match node.kind:
        case "all":
            return reduce(and_, answers)
        case "any":
            return reduce(or_, answers)
        case "none":
            return ~reduce(or_, answers)


def _run(world: World, node: Node, path: Path, before: Tri, left: dict[Path, Tri]) -> Tri:
    """Go through a node from the top down; give who is left after it."""
    answer = answer_of(world, node)
    if answer is None:
        return before
    after = before & answer
    left[path] = after
    if isinstance(node, Group):
        running = before
        for number, part in enumerate(node.parts):
            said = answer_of(world, part)
            if said is None:
                continue
            if node.kind == "none":
                running = running & ~said
                left[*path, number] = running
                _inside(world, part, (*path, number), before, left)
            elif node.kind == "all":
                running = _run(world, part, (*path, number), running, left)
            else:
                _run(world, part, (*path, number), before, left)
    return after


def _inside(world: World, part: Node, path: Path, before: Tri, left: dict[Path, Tri]) -> None:
    """Count the parts of a group that stands under 不满足: whom they would let pass."""
    if isinstance(part, Group):
        for number, inner in enumerate(part.parts):
            _run(world, inner, (*path, number), before, left)
