"""How many people of the base could meet a requirement, whatever team they are in."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.vector import Sets
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import write
from leadership_model.people.table import Bools
from leadership_model.structure.requirement import (
    Count,
    Cover,
    Distinct,
    Every,
    Ladder,
    Requirement,
    Share,
)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people surely and possibly satisfy `what`; one team asks for `need` of them."""

    what: str
    sure: int
    possible: int
    need: int


def reach(requirement: Requirement, need: int, size: int, world: World) -> tuple[Reach, ...]:
    """Count the people in office who could count towards a requirement.

    `need`: its lower bound for one team, `size`: the members it looks at. Nothing for kinds that
    are no matter of single people (means, extents, seats).
    """
    return tuple(_reached(requirement, need, size, world))


def in_office(world: World) -> Bools:
    """Mark the people who have not left office, retired or died."""
    status = world.snapshot.people.texts("status")
    gone = [status.code(each) for each in ("退休", "调出", "去世", "退出领导岗位")]
    found: Bools = ~np.isin(status.codes, gone)
    return found


def _reached(requirement: Requirement, need: int, size: int, world: World) -> Iterator[Reach]:
    people, facts = in_office(world), world.facts
    match requirement.measure:
        case Count(condition) | Share(condition) | Every(condition):
            answer = facts.tri(condition)
            least = size if isinstance(requirement.measure, Every) else need
            sure, possible = answer.sure & people, answer.possible & people
            yield Reach(write(condition), int(sure.sum()), int(possible.sum()), least)
        case Ladder(element, rungs):
            numbers = facts.numbers(element)
            for rung in rungs:
                low = -np.inf if rung.low is None else rung.low
                high = np.inf if rung.high is None else rung.high
                there = ~numbers.absent[:-1] & people
                sure = there & (numbers.low[:-1] >= low) & (numbers.high[:-1] <= high)
                possible = there & (numbers.high[:-1] >= low) & (numbers.low[:-1] <= high)
                words = f"{element} 在 {_end(rung.low)}～{_end(rung.high)} 之间"
                yield Reach(words, int(sure.sum()), int(possible.sum()), rung.at_least)
        case Cover(element, values, each):
            for value in values:
                sure, possible = holding(element, value, world)
                found = int((sure & people).sum()), int((possible & people).sum())
                wanted = each if need == len(values) else 0
                yield Reach(f"{element} 为 {value}", *found, wanted)
        case Distinct(element):
            held = _values(element, people, world)
            yield Reach(f"{element} 的不同取值", held, held, need)
        case _:
            return


def holding(element: str, value: str, world: World) -> tuple[Bools, Bools]:
    """Mark who surely and who possibly has a value."""
    found = world.facts.values(element)
    if value not in found.values:
        nobody: Bools = np.zeros(world.facts.count, dtype=np.bool_)
        return nobody, nobody
    at = found.values.index(value)
    if isinstance(found, Sets):
        bits = found.bits[:-1, at]
        return bits, bits | found.open[:-1]
    codes = found.codes[:-1]
    open_to = at in found.domain or found.endless
    return codes == at, (codes == at) | ((codes == -1) & open_to)


def _values(element: str, people: Bools, world: World) -> int:
    found = world.facts.values(element)
    if isinstance(found, Sets):
        return int(found.bits[:-1][people].any(axis=0).sum())
    codes = found.codes[:-1][people]
    return len(np.unique(codes[codes >= 0]))


def _end(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
