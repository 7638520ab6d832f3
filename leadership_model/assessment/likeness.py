"""What a requirement reads of a person, as numbers: who is alike in it counts alike in a seat."""

from collections.abc import Sequence
from typing import Any, assert_never

import numpy as np
from numpy.typing import NDArray

from leadership_model.assessment.vector import Answers, Choices, Numbers, Sets
from leadership_model.assessment.world import World
from leadership_model.people.table import Ints
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Requirement,
    Share,
)

Doubles = NDArray[np.float64]


def alike(world: World, requirement: Requirement, post: int, pool: Ints) -> Doubles:
    """Give a row per person of all the requirement reads of them."""
    columns: list[Doubles] = [np.zeros(len(pool))]
    for vector in _vectors(world, requirement, post):
        match vector:
            case Answers(sure=sure, possible=possible):
                columns += [_numbers(sure[pool]), _numbers(possible[pool])]
            case Numbers(low=low, high=high, absent=absent, may_be_absent=maybe):
                columns += [_numbers(each[pool]) for each in (low, high)]
                columns += [_numbers(each[pool]) for each in (absent, maybe)]
            case Sets(bits=bits, open=blank):
                held = bits[pool][:, _wanted(requirement, vector)]
                columns += [_numbers(each) for each in (*held.T, blank[pool])]
            case Choices(codes=codes):
                columns.append(_numbers(codes[pool]))
    return np.column_stack(columns)


def _numbers(values: NDArray[Any]) -> Doubles:
    found: Doubles = values.astype(np.float64)
    return found


def _wanted(requirement: Requirement, held: Sets) -> list[int]:
    """Give the columns of a set that matter: those a cover names, else all."""
    asked = requirement.measure
    names = asked.values if isinstance(asked, Cover) else held.values
    return [held.values.index(name) for name in names if name in held.values]


def _vectors(
    world: World, requirement: Requirement, post: int
) -> Sequence[Answers | Numbers | Choices | Sets]:
    facts = world.facts
    match requirement.measure:
        case Count(condition) | Share(condition) | Every(condition):
            return [facts.answers(condition)]
        case Average(element) | Extent(element) | Ladder(element):
            return [facts.numbers(element)]
        case Cover(element) | Distinct(element) | Concentration(element):
            return [facts.values(element)]
        case Apart(elements):
            return [facts.values(each) for each in elements]
        case Carried():
            return [world.sheet(each) for each in world.seating.linked(post)]
        case Filled():
            return []
        case asked:
            assert_never(asked)


def seated(world: World, requirement: Requirement) -> bool:
    """Say whether a requirement reads something that depends on who sits where."""
    match requirement.measure:
        case Count(condition) | Share(condition) | Every(condition):
            return world.facts.depends_on_seats(condition)
        case Apart(elements):
            return any(map(world.facts.depends_on_seats, elements))
        case Carried() | Filled():
            return False
        case asked:
            return world.facts.depends_on_seats(asked.element)
