"""The cheapest way to loosen a model that a team of some size can never meet.

The cost of moving a target is the points that would be lost by missing the old one as far: points
times distance over tolerance. A requirement that is no matter of distance is given up for all its
points. A veto counts 100 points more, a requirement without points 1.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from leadership_model.assessment.target import tolerance
from leadership_model.conditions.protocols import Names
from leadership_model.conditions.tree import Not
from leadership_model.staffing.crowd_rows import FACT, HIGH, LOW, WHOLLY, Ask, room_for
from leadership_model.staffing.linear import INFINITY, Builder, Terms, total
from leadership_model.staffing.model_clash import Asked, Place, places
from leadership_model.staffing.solver import highs
from leadership_model.structure.bounds import bounds_at
from leadership_model.structure.model import Model
from leadership_model.structure.phrase import FIXED, target, unit
from leadership_model.structure.requirement import (
    Average,
    Count,
    Every,
    Extent,
    Filled,
    Ladder,
    Requirement,
    Rung,
    Share,
)

TINY = 1e-6
VETO_POINTS = 100.0


@dataclass(frozen=True, slots=True)
class Ease:
    """One requirement loosened; `changed` None: given up. `cost` as the module says."""

    requirement: Requirement
    changed: Requirement | None
    cost: float


def ease_text(ease: Ease, names: Names | None = None) -> str:
    """Say what is to be changed; `names` adds the units of elements."""
    before = asked_text(ease.requirement, names)
    if ease.changed is None:
        return f"不再要求“{ease.requirement.label}”（{before}）"
    if isinstance(ease.requirement.measure, Every) and ease.changed.hi is not None:
        return f"“{ease.requirement.label}”允许 {ease.changed.hi} 人不符合"
    return f"“{ease.requirement.label}”由 {before} 放宽到 {asked_text(ease.changed, names)}"


def asked_text(requirement: Requirement, names: Names | None = None) -> str:
    """Write a target with its unit."""
    if isinstance(requirement.measure, FIXED):
        return target(requirement)
    return f"{target(requirement)} {unit(requirement, names)}".strip()


def loosening(asked: Asked) -> tuple[Ease, ...]:
    """Find the cheapest loosening; nothing where all requirements can be met together."""
    builder = Builder()
    slacks: dict[tuple[str, str], tuple[Terms, Place, float]] = {}
    for place in places(asked, builder):
        key = (place.requirement.id, place.ask.part)
        if place.ask.part == FACT:
            builder.row(place.requirement.id, place.ask.row, place.ask.low, place.ask.high)
            continue
        if key not in slacks:
            cost = unit_cost(place)
            slacks[key] = (_slack(builder, place), place, cost)
        slack, ask = slacks[key][0], place.ask
        give = slack * (float(max(place.size, 1)) if ask.part == WHOLLY else 1.0)
        row = ask.row - give if ask.high < INFINITY else ask.row + give
        builder.row(place.requirement.id, row, ask.low, ask.high)
    linear = builder.build(total(slack * -cost for slack, _, cost in slacks.values()))
    point = highs.solve(linear).point
    if point is None:
        raise RuntimeError("A model whose every requirement may be loosened is impossible.")
    given: dict[str, dict[str, tuple[float, Place, float]]] = {}
    for (id, part), (slack, place, cost) in slacks.items():
        moved = float(point[slack.columns[0]])
        if moved > TINY:
            there = place.held.constant + float(place.held.values @ point[place.held.columns])
            given.setdefault(id, {})[part] = (moved, replace(place, size=round(there)), cost)
    return tuple(_ease(each, given[each.id]) for each in asked.requirements if each.id in given)


def loosened(model: Model, eases: tuple[Ease, ...]) -> Model:
    """Put the loosened requirements into a model; those given up are left out."""
    changed = {each.requirement.id: each.changed for each in eases}
    kept = (changed.get(each.id, each) for each in model.requirements)
    return replace(model, requirements=tuple(each for each in kept if each is not None))


def unit_cost(place: Place) -> float:
    """Give the cost of one unit of slack of a row."""
    requirement, ask = place.requirement, place.ask
    weight = requirement.points + (VETO_POINTS if requirement.veto else 0.0) or 1.0
    if ask.part == WHOLLY:
        return weight
    slack = tolerance(requirement, _bound(requirement, ask, place.size, place.room))
    return weight * ask.step / slack if slack > 0 else weight


def _bound(requirement: Requirement, ask: Ask, size: int, room: int | None) -> Fraction:
    """Give the bound a row stands for, as it is applied to a team."""
    if isinstance(requirement.measure, Ladder | Every):
        return Fraction(0)
    if isinstance(requirement.measure, Filled):
        low, high = room_for(requirement, size, room)
        return Fraction((low if ask.part == LOW else high) or 0)
    lo, hi = bounds_at(requirement, size)
    return (lo if ask.part == LOW else hi) or Fraction(0)


def _slack(builder: Builder, place: Place) -> Terms:
    if place.ask.part == WHOLLY:
        return builder.variable("given up", integer=True)
    most = INFINITY
    if place.ask.whole:
        ends = (place.ask.low, place.ask.high, place.ask.row.constant, float(place.size), 1.0)
        most = max(abs(each) for each in ends if abs(each) < INFINITY)
        most += float(max(place.size, 1))
    return builder.variable("slack", 0.0, most, integer=place.ask.whole)


def _ease(requirement: Requirement, given: Mapping[str, tuple[float, Place, float]]) -> Ease:
    cost = sum(moved * unit for moved, _, unit in given.values())
    changed: Requirement | None = requirement
    for part, (moved, place, _) in given.items():
        if changed is not None:
            changed = _moved(changed, part, moved, place)
    return Ease(requirement, changed, cost)


def _moved(asked: Requirement, part: str, moved: float, place: Place) -> Requirement | None:
    if part == WHOLLY:
        return None
    match asked.measure:
        case Every(condition):
            return replace(asked, measure=Count(Not(condition)), hi=Fraction(round(moved)))
        case Ladder(element, rungs):
            number, side = int(part.split()[1]), part.split()[2]
            rung = _wider(rungs[number], side, round(moved))
            listed = (*rungs[:number], rung, *rungs[number + 1 :])
            return replace(asked, measure=Ladder(element, listed))
        case Share():
            people = _bound(asked, place.ask, place.size, None)
            wanted = people - round(moved) if part == LOW else people + round(moved)
            return _bounded(asked, part, wanted / max(place.size, 1))
        case Filled():
            bound = _bound(asked, place.ask, place.size, place.room)
            if part == LOW:
                return replace(asked, lo=max(bound - round(moved), Fraction(0)), lo_per=Fraction(0))
            return replace(asked, hi=bound + round(moved), hi_per=Fraction(0))
        case Average():
            by = Fraction(math.ceil(moved / max(place.size, 1) * 10 - TINY), 10)
        case Extent():
            by = Fraction(math.ceil(moved * 10 - TINY), 10)
        case _:
            by = Fraction(round(moved))
    bound = (asked.lo if part == LOW else asked.hi) or Fraction(0)
    return _bounded(asked, part, bound - by if part == LOW else bound + by)


def _wider(rung: Rung, side: str, by: int) -> Rung:
    if side == LOW:
        return replace(rung, at_least=rung.at_least - by)
    return replace(rung, at_most=(rung.at_most or 0) + by)


def _bounded(asked: Requirement, part: str, bound: Fraction) -> Requirement | None:
    """Move a bound; a lower bound of nothing is none, and without a bound nothing is asked."""
    if part == HIGH:
        return replace(asked, hi=bound)
    if bound > 0 or asked.lo_per > 0 or isinstance(asked.measure, Average):
        return replace(asked, lo=bound)
    return None if asked.hi is None else replace(asked, lo=None, lo_per=Fraction(0))
