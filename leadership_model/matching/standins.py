"""Who could follow in a seat so that the team keeps its state: ranked as for the post, explained.

People are taken in the order of the ranking for the seat (eligibility, fit), the seat's own holder
and members of the team left out; each is put into the seat with those linked to it, and the team is
judged again. Nobody is chosen: the list says who would keep the state and what would change.
"""

from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.delta import VerdictChange, compare
from leadership_model.assessment.finding import Assessment, State, Verdict
from leadership_model.assessment.pivotal import HEIGHT, placed
from leadership_model.assessment.survey import Pause, go_on
from leadership_model.assessment.team import assess
from leadership_model.matching.rank import candidates, rank_people
from leadership_model.matching.scores import Scores

KEPT = 10  # stand-ins named
TRIED = 120  # people put into the seat before the search ends
STANDING: dict[State, int] = {"unconfigured": 0, "veto": 0, "red": 1, "yellow": 2, "green": 3}


@dataclass(frozen=True, slots=True)
class StandIn:
    """Somebody who would keep the state. `rank` among all asked for the seat; equals share one.

    `score`: score_low of the team after minus before, None when 未配置. `better`, `worse`: the
    requirements whose verdict rises or falls.
    """

    person: int
    rank: int
    fit_low: float
    fit_high: float
    after: Assessment
    score: float | None
    better: tuple[VerdictChange, ...]
    worse: tuple[VerdictChange, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """The stand-ins for one seat. `asked`: who meets rules and 资格; `tried`: put into the seat."""

    post: int
    holder: int
    asked: int
    tried: int
    found: tuple[StandIn, ...]


def bench(
    scores: Scores,
    post: int,
    before: Assessment | None = None,
    limit: int = KEPT,
    tried: int = TRIED,
    pause: Pause = go_on,
) -> Bench:
    """Find who would keep the state of a seat's team, in the order of the ranking for the seat.

    Only people who surely pass the 禁止 rules and 资格 and take no step down. The state is kept
    where its pessimistic end does not fall. Among equal ranks those come first who make fewest
    requirements worse, then those with the higher score. `before`: the team at present, if it is
    known; `pause` is called before each person and may raise to stop.
    """
    world = scores.world
    team = int(world.snapshot.posts.owners()[post])
    was = before or assess(world, team, with_rules=False)
    members = world.members(team)
    people = np.setdiff1d(candidates(world, post, above=False), members).astype(np.int32)
    ranking = rank_people(scores, post, people)
    fit = np.flatnonzero(ranking.eligible == 2)
    found: list[StandIn] = []
    count = 0
    for row in fit.tolist():
        rank = int(ranking.rank[row])
        if count >= tried or (len(found) >= limit and rank > found[-1].rank):
            break
        pause()
        count += 1
        person = int(ranking.items[row])
        after = assess(placed(world, post, person), team, with_rules=False)
        if keeps(was, after):
            found.append(
                _stand_in(
                    was,
                    after,
                    person,
                    rank,
                    (float(ranking.score_low[row]), float(ranking.score_high[row])),
                )
            )
    found.sort(key=lambda each: (each.rank, len(each.worse), -(each.score or 0.0)))
    return Bench(post, int(world.seating.holder[post]), len(fit), count, tuple(found[:limit]))


def keeps(before: Assessment, after: Assessment) -> bool:
    """Say whether the pessimistic end of a team's state does not fall."""
    return STANDING.get(after.state_low, 0) >= STANDING.get(before.state_low, 0)


def _stand_in(
    before: Assessment, after: Assessment, person: int, rank: int, fit: tuple[float, float]
) -> StandIn:
    change = compare(before, after)
    up = [each for each in change.verdicts if _height(each.after) > _height(each.before)]
    down = [each for each in change.verdicts if _height(each.after) < _height(each.before)]
    return StandIn(person, rank, *fit, after, change.score_low, tuple(up), tuple(down))


def _height(verdict: Verdict | None) -> int:
    return -1 if verdict is None else HEIGHT[verdict]
