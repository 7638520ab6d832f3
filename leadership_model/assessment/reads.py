"""What a requirement reads of people, as vectors, and in which rows two vectors differ."""

from collections.abc import Iterator
from typing import assert_never

import numpy as np

from leadership_model.assessment.vector import Answers, Choices, Numbers, Sets
from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Condition
from leadership_model.people.table import Bools
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

Vector = Answers | Numbers | Choices | Sets
Read = tuple[str, Condition | str]  # answers, numbers or values; and of what


def reads(requirement: Requirement) -> Iterator[Read]:
    """Name the vectors a requirement reads; requirement sheets of posts are not among them."""
    match requirement.measure:
        case Count(condition) | Share(condition) | Every(condition):
            yield "answers", condition
        case Average(element) | Extent(element) | Ladder(element):
            yield "numbers", element
        case Cover(element) | Distinct(element) | Concentration(element):
            yield "values", element
        case Apart(elements):
            for each in elements:
                yield "values", each
        case Carried() | Filled():
            pass
        case asked:
            assert_never(asked)


def vector(world: World, read: Read) -> Vector:
    """Give a vector of everybody and, in the last row, of somebody outside the base."""
    kind, what = read
    if not isinstance(what, str):
        return world.facts.answers(what)
    return world.facts.numbers(what) if kind == "numbers" else world.facts.values(what)


def differing(before: Vector, after: Vector) -> Bools:
    """Mark the rows that read otherwise; every row where the values known are others."""
    rows: Bools
    match before, after:
        case Answers(), Answers():
            rows = (before.sure != after.sure) | (before.possible != after.possible)
        case Numbers(), Numbers():
            ends = (before.low != after.low) | (before.high != after.high)
            gaps = before.may_be_absent != after.may_be_absent
            rows = ends | gaps | (before.absent != after.absent)
        case Choices(), Choices() if _same_values(before, after):
            rows = before.codes != after.codes
        case Sets(), Sets() if before.values == after.values:
            rows = (before.bits != after.bits).any(axis=1) | (before.open != after.open)
        case _:
            rows = np.ones(_rows(before), dtype=np.bool_)
    return rows


def _same_values(one: Choices, two: Choices) -> bool:
    same = one.values == two.values and one.domain == two.domain
    return same and one.endless == two.endless and one.absent_possible == two.absent_possible


def _rows(vector: Vector) -> int:
    match vector:
        case Answers(sure):
            return len(sure)
        case Numbers(low):
            return len(low)
        case Choices(codes):
            return len(codes)
        case Sets(bits):
            return len(bits)
        case _:
            assert_never(vector)
