"""What the rules say of a team in the coming months that they do not say before.

Terms, rotation, probation, sanctions, ages: every rule is asked of the team at every month, with
the seats empty that have been left by then, and what comes or ends is listed. No rule is told
apart here, so one that is added or changed is foreseen as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from leadership_model.assessment.leaving import Leaves, emptied, left
from leadership_model.assessment.survey import Pause, go_on
from leadership_model.assessment.world import World
from leadership_model.people.seating import Seating, seat
from leadership_model.rules import holders
from leadership_model.rules import state as state_rules
from leadership_model.rules.book import RuleBook
from leadership_model.rules.rule import RuleResult

Turn = Literal["comes", "ends"]


@dataclass(frozen=True, slots=True)
class Event:
    """A rule that begins to speak of somebody in a month, or no longer does.

    `result` as the rule gave it: of this month where it comes, of the month before where it ends.
    """

    month: int
    turn: Turn
    result: RuleResult


def events(
    world: World,
    team: int,
    last: int,
    leaves: Leaves = (),
    pause: Pause = go_on,
) -> tuple[Event, ...]:
    """List what comes and ends in as_of + 1..last by the rules, in order of months.

    Only fails count. What ends because its holder has left the seat is not listed: the leaving is.
    """
    before, gone = _told(world.seating, world.book, team, world.as_of, leaves)
    found: list[Event] = []
    for month in range(world.as_of + 1, last + 1):
        pause()
        now, left_now = _told(world.seating, world.book, team, month, leaves)
        came = [each for key, each in now.items() if key not in before]
        ended = [each for key, each in before.items() if key not in now]
        found += [Event(month, "comes", each) for each in came]
        fresh = left_now.keys() - gone.keys()
        found += [Event(month, "ends", e) for e in _by_themselves(ended, fresh, came)]
        before, gone = now, left_now
    return tuple(found)


def _told(
    seating: Seating, book: RuleBook, team: int, month: int, leaves: Leaves
) -> tuple[dict[tuple[object, ...], RuleResult], dict[int, str]]:
    """Ask the rules of a team at a month; what fails, by rule, people and seat."""
    recorded = seat(seating.snapshot, month)
    gone = left(recorded, book, leaves) if leaves else {}
    then = emptied(recorded, gone)
    results = (
        *state_rules.check_teams(then, book, (team,)),
        *holders.check(then, book, (team,)),
    )
    return {_key(each): each for each in results if each.result == "fail"}, gone


def _key(result: RuleResult) -> tuple[object, ...]:
    return result.rule, result.severity, result.people, result.post, result.field


def _by_themselves(
    ended: Sequence[RuleResult], left_now: set[int], came: Sequence[RuleResult]
) -> Iterator[RuleResult]:
    """Leave out what ends because a seat was left, or goes on at another severity."""
    same = {(each.rule, each.people, each.post) for each in came}
    for each in ended:
        if each.post not in left_now and (each.rule, each.people, each.post) not in same:
            yield each
