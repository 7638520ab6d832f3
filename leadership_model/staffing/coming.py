"""五年: which requirements break in the coming years, without a plan and with it.

Nobody is replaced: seats fall empty where the statutory month is surely reached. A team is looked
at today and every half-year, at worlds made once for a base, so that a card in the hand can be told
what it would do in the years to come as well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leadership_model.assessment.forecast import left_empty
from leadership_model.assessment.leaving import RETIRE
from leadership_model.assessment.outlook import later, looks
from leadership_model.assessment.survey import Pause, assess_some, go_on
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World


@dataclass(frozen=True, slots=True)
class Break:
    """A requirement of a team that is red by `month`; red today already where that is today."""

    team: int
    requirement: str
    label: str
    month: int


@dataclass(frozen=True, slots=True, eq=False)
class Years:
    """A base as its records say it is today and at every half-year looked at."""

    base: World
    worlds: tuple[World, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a plan does to the years to come: fresh breaks, and those that no longer come."""

    fresh: tuple[Break, ...]
    spared: tuple[Break, ...]


def years_of(base: World, teams: Iterable[int], pause: Pause = go_on) -> Years:
    """Look ahead from a base; some teams are judged once, so that later questions are quick."""
    wanted, worlds = tuple(teams), []
    for month in looks(base.as_of):
        pause()
        worlds.append(later(base, month))
        if wanted:
            assess_some(worlds[-1], wanted, with_rules=False)
    return Years(base, tuple(worlds))


def breaks(years: Years, changes: Mapping[int, int], team: int) -> tuple[Break, ...]:
    """List what is red by one of the looks, with the first; `changes`: post -> holder."""
    found: dict[str, Break] = {}
    for world in years.worlds:
        planned = world.with_holders(changes) if changes else world
        then, _ = left_empty(planned, (RETIRE,), (team,))
        for each in assess(then, team, with_rules=False).findings:
            if each.verdict == "red" and each.requirement not in found:
                made = Break(team, each.requirement, each.label, world.as_of)
                found[each.requirement] = made
    return tuple(found.values())


def outcome(before: Iterable[Break], after: Iterable[Break], today: int) -> Outcome:
    """Compare the breaks of the same teams.

    Fresh is what breaks later than today and was not to break; spared what was to break later than
    today and breaks no more.
    """
    then = {(each.team, each.requirement): each for each in before}
    now = {(each.team, each.requirement): each for each in after}
    return Outcome(
        fresh=tuple(each for key, each in now.items() if each.month > today and key not in then),
        spared=tuple(each for key, each in then.items() if each.month > today and key not in now),
    )
