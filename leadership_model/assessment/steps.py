"""A team at a few months to come, as the forecast sees it: who has left, what changes, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model.assessment.causes import Change, changed
from leadership_model.assessment.comparing import came_and_left
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.forecast import left_empty
from leadership_model.assessment.leaving import RETIRE, STEP_DOWN, Departure, Leaves
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World

EVERY: Leaves = (RETIRE, STEP_DOWN)  # R2 counts only where the department has switched it on


@dataclass(frozen=True, slots=True)
class Step:
    """The team at a month, with the seats empty that have been left by then.

    `gone` are all seats left since today, `leaving` those since the step before; `changes` are the
    requirements that changed their verdict since then, with their causes.
    """

    month: int
    assessment: Assessment
    gone: tuple[Departure, ...]
    leaving: tuple[Departure, ...]
    changes: tuple[Change, ...]


def steps(worlds: Sequence[World], team: int, leaves: Leaves = EVERY) -> tuple[Step, ...]:
    """Judge a team in each of some worlds (the records at later months, in order)."""
    found: list[Step] = []
    for at, recorded in enumerate(worlds):
        world, rules = left_empty(recorded, leaves, (team,))
        after = assess(world, team, with_rules=False)
        seats = recorded.seating.seats(team)
        gone = tuple(
            Departure(recorded.as_of, int(recorded.seating.holder[post]), post, team, rule)
            for post, rule in sorted(rules.items())
            if post in seats
        )
        before = found[-1] if found else None
        known = {each.post for each in (before.gone if before is not None else gone)}
        fresh = tuple(each for each in gone if each.post not in known)
        changes: tuple[Change, ...] = ()
        if before is not None:
            turned = came_and_left(worlds[at - 1], recorded, team)
            month, was = recorded.as_of, before.assessment
            changes = tuple(changed(recorded, was, after, month, fresh, seated=turned))
        found.append(Step(recorded.as_of, after, gone, fresh, changes))
    return tuple(found)
