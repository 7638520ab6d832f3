"""A condition answered: who, of whom it cannot be said, how many each line lets pass."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import All, Condition, Not, Some
from leadership_model.conditions.tri import Tri
from leadership_model.query.people_set import PeopleSet


@dataclass(frozen=True, slots=True)
class LineCount:
    """One node of the tree, by its path from the root: how many it lets pass by itself and within.

    `alone` asks the node of everybody; `within` of those whom all its siblings under 且 let pass.
    """

    path: tuple[int, ...]
    alone: int
    within: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question."""

    condition: Condition
    sentence: str
    answer: Tri
    sensitive: tuple[str, ...]
    lines: tuple[LineCount, ...]

    @property
    def positions(self) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        """Positions of those who surely satisfy it, in order of id."""
        return np.flatnonzero(self.answer.sure)


def ask(world: World, condition: Condition) -> Found:
    """Answer a question with the counts of all its lines."""
    return Found(
        condition,
        write(condition),
        world.facts.tri(condition),
        world.catalogue.sensitive_in(condition),
        tuple(_lines(world, condition, (), None)),
    )


def people_of(world: World, found: Found, name: str = "查询结果") -> PeopleSet:
    """Make the set of people a question finds."""
    ids = world.person_ids
    return PeopleSet(
        name=name,
        origin=found.sentence,
        ids=tuple(ids[i] for i in found.positions),
        sensitive=found.sensitive,
        unknown_ids=tuple(ids[i] for i in np.flatnonzero(found.answer.unknown)),
    )


def _lines(
    world: World, node: Condition, path: tuple[int, ...], others: Tri | None
) -> Iterator[LineCount]:
    answer = world.facts.tri(node)
    within = answer if others is None else answer & others
    yield LineCount(path, int(answer.sure.sum()), int(within.sure.sum()), int(answer.unknown.sum()))
    match node:
        case All(parts):
            for at, part in enumerate(parts):
                rest = others
                for beside, sibling in enumerate(parts):
                    if beside != at:
                        told = world.facts.tri(sibling)
                        rest = told if rest is None else rest & told
                yield from _lines(world, part, (*path, at), rest)
        case Some(parts):
            for at, part in enumerate(parts):
                yield from _lines(world, part, (*path, at), others)
        case Not(part):
            yield from _lines(world, part, (*path, 0), None)
        case _:
            return
