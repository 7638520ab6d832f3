"""One requirement of one team as rows: its satisfaction for the score, its breach for stage B.

s is the smaller of the satisfactions on the two ends of the measured value. It falls away on both
sides of the target, so the low end only matters for the lower bound and the high end for the upper:

    s <= 1 - (lo - low end) / T,   s <= 1 - (high end - hi) / T,   s >= 0.

A floor at 0 is not linear; where it can be reached a flag switches both rows off and holds s at 0.
A breach looks at the other ends: a requirement is red only when no filling of the unknown helps.
"""

from dataclasses import dataclass
from typing import assert_never

import numpy as np

from leadership_model.assessment.target import TINY, Target, target_of
from leadership_model.assessment.world import World
from leadership_model.staffing import ends, ends_numbers, ends_pairs, ends_values
from leadership_model.staffing.board import Board
from leadership_model.staffing.ends import Ask, End, Side
from leadership_model.staffing.linear import Builder, Terms
from leadership_model.staffing.roll import FactsAt, members
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

BARELY = 1e-5  # how far inside its tolerance a value must lie not to be red


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What the rows of a team are written from. `present`: members it will have, by scope."""

    builder: Builder
    world: World
    board: Board
    facts_at: FactsAt
    team: int
    present: int


def applied(setting: Setting, requirement: Requirement) -> Target:
    """Apply the target to the number of members the team will have."""
    quota = None
    if isinstance(requirement.measure, Filled):
        quota = setting.world.quota(setting.team, requirement.scope)
    return target_of(requirement, setting.present, quota)


def measured_at_all(setting: Setting, requirement: Requirement) -> bool:
    """Say whether there will be somebody to measure; without, nothing is satisfied."""
    match requirement.measure:
        case Average() | Extent():
            return setting.present > 0
        case Share():
            return setting.present > 0 or requirement.lo is None
        case _:
            return True


def satisfied(setting: Setting, requirement: Requirement) -> Terms:
    """Add s of a requirement: it can reach the satisfaction on the pessimistic end, and no more."""
    if not measured_at_all(setting, requirement):
        return Terms()
    target = applied(setting, requirement)
    builder, name = setting.builder, f"{requirement.id} s"
    rows: list[tuple[Terms, float]] = []  # how far outside, T
    if target.lo is not None:
        low = measured(setting, requirement, "low", "under")
        rows.append((low * -1.0 + target.lo, target.below))
    if target.hi is not None:
        high = measured(setting, requirement, "high", "over")
        rows.append((high - target.hi, target.above))
        if target.ceiling is not None:
            rows.append((high - float(target.ceiling), 0.0))
    spans = [setting.board.span(row, builder)[1] for row, _ in rows]
    live = [(*each, most) for each, most in zip(rows, spans, strict=True) if most > TINY]
    if not live:
        return Terms(constant=1.0)
    s = builder.variable(name)
    floor = None
    if any(most > slack for _, slack, most in live):
        floor = builder.variable(f"{name} above 0", integer=True)
        builder.row(name, s - floor, high=0.0)
    for row, slack, most in live:
        free = Terms() if floor is None else (floor * -1.0 + 1.0) * max(0.0, most - slack)
        rest = row - free + s * slack if slack > 0 else row - free
        builder.row(name, rest, high=slack)
    return s


def breached(setting: Setting, requirement: Requirement, limit: "Limit") -> Terms:
    """Add the flag of a breach: 1 where the value lies outside the limit whatever is unknown."""
    if limit.never:
        return Terms()
    if not measured_at_all(setting, requirement):
        return Terms(constant=1.0)
    low, high = limit.range_of(applied(setting, requirement))
    if low > high + TINY:
        return Terms(constant=1.0)
    rows: list[Terms] = []
    if np.isfinite(low):
        rows.append(measured(setting, requirement, "high", "under") * -1.0 + low)
    if np.isfinite(high):
        rows.append(measured(setting, requirement, "low", "over") - high)
    spans = [setting.board.span(row, setting.builder)[1] for row in rows]
    live = [(row, most) for row, most in zip(rows, spans, strict=True) if most > TINY]
    if not live:
        return Terms()
    name = f"{requirement.id} breach"
    flag = setting.builder.variable(name, integer=True)
    for row, most in live:
        setting.builder.row(name, row - flag * most, high=0.0)
    return flag


@dataclass(frozen=True, slots=True)
class Limit:
    """How far outside its target a requirement may lie after without being a new breach.

    `distance` None: it was not red, so it must not become so. A number: it was red at this distance
    and must not drift further. `veto`: it was met and is a veto, so it must be met. `never`: no
    value is a new breach.
    """

    distance: float | None = None
    veto: bool = False
    never: bool = False

    def range_of(self, target: Target) -> tuple[float, float]:
        """Give the smallest and the largest value that is no breach."""
        below, above = (self._slack(slack) for slack in (target.below, target.above))
        low = -np.inf if target.lo is None else target.lo - below
        high = np.inf if target.hi is None else target.hi + above
        if target.ceiling is not None and self.distance is None:
            high = min(high, float(target.ceiling))
        return low, high

    def _slack(self, slack: float) -> float:
        if self.distance is not None:
            return self.distance
        return 0.0 if self.veto or slack <= 0 else slack - BARELY


def measured(setting: Setting, requirement: Requirement, end: End, side: Side) -> Terms:
    """Add one end of the measured value of a requirement."""
    world, team, scope = setting.world, setting.team, requirement.scope
    called = members(world, setting.board, team, scope, setting.facts_at)
    name = f"{requirement.id} {end} {side}"
    ask = Ask(setting.builder, setting.board, called, end, side, name)
    match requirement.measure:
        case Count(condition=condition) | Share(condition=condition):
            answers = called.answers(condition)
            return ask.sum(answers.sure, answers.possible)
        case Every(condition=condition):
            answers = called.answers(condition)
            return ask.sum(~answers.possible, ~answers.sure)
        case Average(element=element):
            numbers = called.numbers(element)
            sums = called.weigh(numbers.floor() if end == "low" else numbers.ceiling())
            return sums * (1.0 / setting.present)
        case Extent(element=element):
            return ends_numbers.extent(ask, called.numbers(element))
        case Ladder(element=element, rungs=rungs):
            if side == "under":
                return Terms()
            return ends_numbers.ladder(ask, called.numbers(element), rungs)
        case Cover(element=element, values=values, each=each):
            return ends_values.cover(ask, called.values(element), values, each)
        case Distinct(element=element):
            return ends_values.distinct(ask, called.values(element))
        case Concentration(element=element):
            return ends_values.concentration(ask, called.values(element))
        case Apart(elements=elements):
            if side == "under":
                return Terms()
            return ends_pairs.apart(ask, [called.values(each) for each in elements])
        case Filled():
            return ends.filled(ask, world, world.seats(team, scope))
        case Carried(functions=functions):
            return ends.carried(ask, world, functions, team, scope, setting.facts_at)
        case _:
            assert_never(requirement.measure)
