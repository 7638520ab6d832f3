"""Where a team stands among the teams of its category."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.world import World


@dataclass(frozen=True, slots=True)
class Standing:
    """Rank among `of` scored teams of a category; `tied`: others cannot be told from it."""

    rank: int
    of: int
    tied: bool


def peers(world: World, assessments: Iterable[Assessment], team: int) -> tuple[Assessment, ...]:
    """Give the assessments of all teams of a team's category, its own among them."""
    category = world.snapshot.teams.raw("category")
    return tuple(each for each in assessments if category[each.team] == category[team])


def ranked(assessments: Sequence[Assessment]) -> tuple[tuple[Assessment, Standing | None], ...]:
    """Rank teams: 1 + how many surely score higher (their low end above one's high end).

    Order: rank, then the low end and the high end downwards, then the order given. Teams without
    a score come last and have no standing. Scores count as shown, with one decimal place.
    """
    scored = [each for each in assessments if each.score_low is not None]
    ends = [_ends(each) for each in scored]
    standings = _standings(ends)
    order = sorted(range(len(scored)), key=lambda i: (standings[i].rank, -ends[i][0], -ends[i][1]))
    rest = [each for each in assessments if each.score_low is None]
    return (*((scored[i], standings[i]) for i in order), *((each, None) for each in rest))


def standing(assessments: Sequence[Assessment], team: int) -> Standing | None:
    """Give the standing of one team among some; None where it has no score."""
    scored = [each for each in assessments if each.score_low is not None]
    own = next((each for each in scored if each.team == team), None)
    if own is None:
        return None
    return _standings([_ends(each) for each in scored])[scored.index(own)]


def _standings(ends: Sequence[tuple[float, float]]) -> list[Standing]:
    """Count for each how many are surely above and surely below, in sorted lists of both ends."""
    lows, highs = sorted(low for low, _ in ends), sorted(high for _, high in ends)
    found = []
    for low, high in ends:
        above, below = len(lows) - bisect_right(lows, high), bisect_left(highs, low)
        found.append(Standing(above + 1, len(ends), above + below + 1 < len(ends)))
    return found


def _ends(assessment: Assessment) -> tuple[float, float]:
    return round(assessment.score_low or 0.0, 1), round(assessment.score_high or 0.0, 1)
