"""Judge one requirement against one team."""

from collections.abc import Iterable
from typing import assert_never

import numpy as np

from leadership_model.assessment import measure
from leadership_model.assessment.facts import Facts, FactsOf
from leadership_model.assessment.finding import Finding
from leadership_model.assessment.measure import Measured
from leadership_model.assessment.phrase import detail_of
from leadership_model.assessment.target import Target, satisfactions, verdict_of
from leadership_model.assessment.world import World
from leadership_model.people.seating import OUTSIDER, VACANT
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
    Measure,
    Requirement,
    Share,
)


def judge(requirement: Requirement, team: int, world: World) -> Finding:
    """Measure a team, hold the value against the target and give the verdict.

    Unknown data make the value an interval; `s_low` and `s_high` are the satisfactions on its
    pessimistic and its optimistic end. Outsiders are members of whom nothing is known.
    """
    members = world.members(team, requirement.scope)
    facts = world.facts.read_of(members)
    measured = _measured(requirement, team, world, members, facts)
    target = _target(requirement, team, world, members)
    return _finding(
        requirement,
        measured,
        target,
        detail_of(
            requirement,
            measured,
            target,
            members,
            facts,
            world.ideal(requirement, len(members)),
        ),
        _people(measured.people, world),
        _people(measured.unknown, world),
    )


def plainly(requirement: Requirement, team: int, world: World) -> Finding:
    """Judge as `judge` does, without detail and people: for the many teams a search looks at."""
    return _finding(
        requirement, measure_of(requirement, team, world), target_in(requirement, team, world)
    )


def _finding(
    requirement: Requirement,
    measured: Measured,
    target: Target,
    detail: str = "",
    people: tuple[int, ...] = (),
    unknown_people: tuple[int, ...] = (),
) -> Finding:
    s_low, s_high = satisfactions(measured.low, measured.high, target)
    return Finding(
        requirement=requirement.id,
        label=requirement.label,
        dimension=requirement.dimension,
        kind=kind_of(requirement.measure),
        verdict=verdict_of(s_low, s_high),
        measured_low=measured.low,
        measured_high=measured.high,
        lo=target.lo,
        hi=target.hi,
        s_low=s_low,
        s_high=s_high,
        points=requirement.points,
        veto=requirement.veto,
        detail=detail,
        people=people,
        unknown_people=unknown_people,
    )


def target_in(requirement: Requirement, team: int, world: World) -> Target:
    """Apply a requirement's target to a team as it is filled and approved."""
    return _target(requirement, team, world, world.members(team, requirement.scope))


def _target(requirement: Requirement, team: int, world: World, members: Ints) -> Target:
    quota = None
    if isinstance(requirement.measure, Filled):
        quota = world.quota(team, requirement.scope)
    return world.target(requirement, len(members), quota)


def measure_of(requirement: Requirement, team: int, world: World) -> Measured:
    """Measure x by the requirement's kind."""
    members = world.members(team, requirement.scope)
    return _measured(requirement, team, world, members, world.facts)


def _measured(
    requirement: Requirement, team: int, world: World, members: Ints, facts: Facts | FactsOf
) -> Measured:
    asked = requirement.measure
    match asked:
        case Count(condition=condition):
            return measure.count(facts.answers(condition), members)
        case Share(condition=condition):
            return _share(measure.count(facts.answers(condition), members), requirement, members)
        case Average(element=element):
            return measure.mean(facts.numbers(element), members)
        case Extent(element=element):
            return measure.extent(facts.numbers(element), members)
        case Ladder(element=element, rungs=rungs):
            return measure.ladder(facts.numbers(element), rungs, members)
        case Cover(element=element, values=values, each=each):
            return measure.cover(facts.values(element), values, each, members)
        case Distinct(element=element):
            return measure.distinct(facts.values(element), members)
        case Concentration(element=element):
            return measure.concentration(facts.values(element), members)
        case Every(condition=condition):
            return measure.breaches(facts.answers(condition), members)
        case Apart(elements=elements):
            return measure.shared_pairs([facts.values(name) for name in elements], members)
        case Filled():
            return _filled(world.seats(team, requirement.scope), world)
        case Carried(functions=functions):
            return _carried(functions, world.seats(team, requirement.scope), world)
        case _:
            assert_never(asked)


def kind_of(measure: Measure) -> str:
    """Give the name of a kind as files and outputs write it."""
    return type(measure).__name__.lower()


def _share(counted: Measured, requirement: Requirement, members: Ints) -> Measured:
    """A share of nobody is no share, where something is asked for at least."""
    if len(members) or requirement.lo is None:
        return counted
    return Measured(None, None, counted.people, counted.unknown)


def _filled(seats: Ints, world: World) -> Measured:
    """Count the occupied seats that take quota; a seat of which that is not recorded may."""
    quota = world.snapshot.posts.ints("takes_quota")[seats]
    held = world.seating.holder[seats]
    sure, possible = (held != VACANT) & (quota == 1), (held != VACANT) & (quota != 0)
    low, high = int(sure.sum()), int(possible.sum())
    rows = np.where(held == OUTSIDER, world.facts.count, held)
    return Measured(low, high, rows[sure], rows[possible & ~sure])


def _carried(functions: Iterable[str], seats: Ints, world: World) -> Measured:
    """Count the functions some post carries whose holder meets that post's requirement sheet."""
    low = high = 0
    people: list[int] = []
    unknown: list[int] = []
    for function in functions:
        sure, possible = _carriers(seats[world.carries(function)[seats]], world)
        low, high = low + bool(sure), high + bool(sure or possible)
        people += sure
        unknown += possible
    doubtful = [row for row in dict.fromkeys(unknown) if row not in people]
    rows = np.array(list(dict.fromkeys(people)), dtype=np.int32)
    return Measured(low, high, rows, np.array(doubtful, dtype=np.int32))


def _carriers(seats: Ints, world: World) -> tuple[list[int], list[int]]:
    sure: list[int] = []
    possible: list[int] = []
    for post in seats.tolist():
        holder = int(world.seating.holder[post])
        if holder == VACANT:
            continue
        row = world.facts.count if holder == OUTSIDER else holder
        sheet = world.sheet(post)
        if sheet.sure[row]:
            sure.append(row)
        elif sheet.possible[row]:
            possible.append(row)
    return sure, possible


def _people(rows: Ints, world: World) -> tuple[int, ...]:
    """Give the positions of people; outsiders have none."""
    if not len(rows):
        return ()
    count = world.facts.count
    return tuple([row for row in rows.tolist() if row < count])
