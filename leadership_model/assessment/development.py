"""近期培养 / 中期优化 / 战略培养: what teams lack now, what they will lack, which seats fall open.

The base is seen at the end of each horizon as the forecast sees it: ages, terms and models of that
month, the seats empty that have been left by then for age (rule R1; R2 where it is switched on).
What was lacking at a nearer horizon is not told again. It is no forecast of appointments.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.finding import Assessment, Finding
from leadership_model.assessment.forecast import at_month
from leadership_model.assessment.leaving import left_when
from leadership_model.assessment.reach import holding
from leadership_model.assessment.reserve import Horizon, horizons
from leadership_model.assessment.steps import EVERY
from leadership_model.assessment.survey import Pause, assess_all, go_on
from leadership_model.assessment.world import World
from leadership_model.people.seating import VACANT
from leadership_model.people.table import Bools
from leadership_model.structure.requirement import Count, Cover, Requirement, Share


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement a team does not meet: first seen at which horizon; `now`: already today."""

    team: int
    horizon: Horizon
    now: bool
    requirement: Requirement
    finding: Finding

    @property
    def short(self) -> int | None:
        """How many are missing at least, where the requirement counts people or values."""
        lo, high = self.finding.lo, self.finding.measured_high
        if lo is None or high is None or self.finding.kind not in ("count", "share", "cover"):
            return None
        return max(0, int(np.ceil(lo - high)))


@dataclass(frozen=True, slots=True)
class Opening:
    """A seat that is empty, or that its holder surely leaves for age at `month`."""

    post: int
    team: int
    month: int
    horizon: Horizon
    holder: int  # -1: empty now


@dataclass(frozen=True, slots=True)
class Development:
    """Gaps and openings of all teams, in order of horizons and teams."""

    world: World
    gaps: tuple[Gap, ...]
    openings: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """The same requirement lacking in some teams, first at one horizon."""

    horizon: Horizon
    label: str
    dimension: str
    gaps: tuple[Gap, ...]

    @property
    def teams(self) -> tuple[int, ...]:
        """The teams."""
        return tuple(dict.fromkeys(each.team for each in self.gaps))


def develop(world: World, today: Sequence[Assessment], pause: Pause = go_on) -> Development:
    """Find gaps and openings of all teams; `today` is the survey of `world` by team.

    `pause` is called before each team of each horizon; it may raise to stop.
    """
    first, *_ = horizons()
    seen: set[tuple[int, str]] = set()
    gaps = _gaps(world, today, first, seen, now=True)
    for horizon in horizons():
        then, _ = at_month(world, world.as_of + horizon.months, EVERY)
        found = assess_all(then, with_rules=False, pause=pause)
        gaps += _gaps(then, found, horizon, seen, now=False)
    return Development(world, tuple(gaps), openings(world))


def _gaps(
    world: World,
    survey: Sequence[Assessment],
    horizon: Horizon,
    seen: set[tuple[int, str]],
    *,
    now: bool,
) -> list[Gap]:
    """List what is surely not met and was not told yet."""
    found = []
    for each in survey:
        model = world.model(each.team)
        asked = {r.id: r for r in model.requirements} if model is not None else {}
        for finding in each.findings:
            key = (each.team, finding.requirement)
            if finding.verdict in ("red", "yellow") and key not in seen:
                seen.add(key)
                found.append(Gap(each.team, horizon, now, asked[finding.requirement], finding))
    return found


def openings(world: World) -> tuple[Opening, ...]:
    """List the seats that are empty now or fall open within the last horizon, the soonest first.

    Only seats of members that take quota. A holder who has reached the month already counts as of
    today.
    """
    posts, last = world.snapshot.posts, world.as_of + horizons()[-1].months
    asked = (posts.ints("member") == 1) & (posts.ints("takes_quota") == 1)
    owners, made = posts.owners(), []
    leaving = left_when(world.seating, world.book, last, EVERY)
    for post in np.flatnonzero(asked).tolist():
        holder = int(world.seating.holder[post])
        if holder == VACANT:
            made.append((world.as_of, False, post, -1))
        elif post in leaving:
            made.append((leaving[post], True, post, holder))
    return tuple(
        Opening(post, int(owners[post]), month, _horizon(month - world.as_of), holder)
        for month, _, post, holder in sorted(made)
    )


def _horizon(ahead: int) -> Horizon:
    return next(each for each in horizons() if ahead <= each.months)


def lacks(gaps: Sequence[Gap]) -> tuple[Lack, ...]:
    """Put gaps of one requirement at one horizon together; the most teams first in each."""
    groups: dict[tuple[str, str, str], list[Gap]] = {}
    for each in gaps:
        key = (each.horizon.id, each.finding.dimension, each.finding.label)
        groups.setdefault(key, []).append(each)
    order = [each.id for each in horizons()]
    made = [Lack(g[0].horizon, key[2], key[1], tuple(g)) for key, g in groups.items()]
    return tuple(
        sorted(made, key=lambda e: (order.index(e.horizon.id), -len(e.gaps), e.dimension, e.label))
    )


def helping(world: World, requirement: Requirement) -> Bools | None:
    """Mark the people who surely count towards a requirement; None where no single one does."""
    match requirement.measure:
        case Count(condition) | Share(condition):
            sure: Bools = world.facts.tri(condition).sure
            return sure
        case Cover(element, values):
            found = np.zeros(world.facts.count, dtype=np.bool_)
            for value in values:
                found |= holding(element, value, world)[0]
            return found
        case _:
            return None
