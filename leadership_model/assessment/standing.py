"""Where a team stands among the teams of its category."""

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
    standings = [_standing(each, ends) for each in ends]
    order = sorted(range(len(scored)), key=lambda i: (standings[i].rank, -ends[i][0], -ends[i][1]))
    rest = [each for each in assessments if each.score_low is None]
    return (*((scored[i], standings[i]) for i in order), *((each, None) for each in rest))


def standing(assessments: Sequence[Assessment], team: int) -> Standing | None:
    """Give the standing of one team among some; None where it has no score."""
    scored = [each for each in assessments if each.score_low is not None]
    own = next((each for each in scored if each.team == team), None)
    return None if own is None else _standing(_ends(own), [_ends(each) for each in scored])


def _standing(own: tuple[float, float], ends: Sequence[tuple[float, float]]) -> Standing:
    low, high = own
    above = sum(other > high for other, _ in ends)
    below = sum(other < low for _, other in ends)
    return Standing(above + 1, len(ends), above + below + 1 < len(ends))


def _ends(assessment: Assessment) -> tuple[float, float]:
    return round(assessment.score_low or 0.0, 1), round(assessment.score_high or 0.0, 1)
