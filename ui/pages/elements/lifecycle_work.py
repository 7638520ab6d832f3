"""What a step of a career does to seats and teams, as values: no Qt here."""

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.people import lifecycle
from leadership_model.people.lifecycle import Step
from leadership_model.people.seating import VACANT
from ui import names
from ui.pages.elements.person_work import Names

if TYPE_CHECKING:
    from leadership_model.assessment.delta import TeamDelta
    from leadership_model.assessment.world import World
    from leadership_model.people.snapshot import Snapshot
    from ui.jobs import Control

VERDICTS = {"green": "达标", "yellow": "接近", "red": "不达标", "unknown": "待核", None: "未问"}


@dataclass(frozen=True, slots=True)
class SeatChange:
    """One seat: what it is called, who holds it before and after."""

    post: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TeamChange:
    """One team touched: vacancies, state and score before and after, requirements that change."""

    id: str
    name: str
    vacancies: tuple[int, int]
    states: tuple[str, str]
    requirements: tuple[tuple[str, str, str], ...]  # label, verdict before, verdict after

    def words(self) -> str:
        """Write the requirements that change."""
        if not self.requirements:
            return "各项要求的结论不变"
        return "；".join(
            f"{label} {VERDICTS.get(before or None, before)}→{VERDICTS.get(after or None, after)}"
            for label, before, after in self.requirements
        )


@dataclass(frozen=True, slots=True)
class Effect:
    """Everything a step does, as far as a window shows it."""

    seats: tuple[SeatChange, ...]
    teams: tuple[TeamChange, ...]


def effect(world: "World", step: Step, control: "Control") -> Effect:
    """Work out what a step without faults does at the reference month; for a job."""
    from leadership_model.assessment.delta import delta

    outcome = lifecycle.carry_out(world.snapshot, step, random.Random(0))
    after = world.with_holders(outcome.holders)
    control.check()
    seating = world.seating
    called = Names(world.snapshot).posts
    seats = tuple(
        SeatChange(
            called[world.snapshot.posts.ids[post]],
            names.person_name(world.snapshot, int(seating.holder[post])),
            names.person_name(world.snapshot, who),
        )
        for post, who in sorted(outcome.holders.items())
        if int(seating.holder[post]) != who
    )
    deltas = delta(world, after) if seats else ()
    return Effect(seats, tuple(_team(world.snapshot, each) for each in deltas))


def _team(snapshot: "Snapshot", each: "TeamDelta") -> TeamChange:
    changes = ((v.label, v.before or "", v.after or "") for v in each.verdicts)
    return TeamChange(
        snapshot.teams.ids[each.team],
        names.team_name(snapshot, each.team),
        (len(each.before.vacancies), len(each.after.vacancies)),
        (each.before.state, each.after.state),
        tuple(changes),
    )


def seats_offered(world: "World") -> list[tuple[str, str, str]]:
    """List the posts that can be taken as (id, text, who holds it), vacant ones first."""
    posts, holder = world.snapshot.posts, world.seating.holder
    called, gone = Names(world.snapshot).posts, posts.raw("retired")
    made = []
    for at, id in enumerate(posts.ids):
        if not gone[at]:
            who = int(holder[at])
            note = "空缺" if who == VACANT else f"现任 {names.person_name(world.snapshot, who)}"
            made.append((id, called[id], note))
    return sorted(made, key=lambda each: each[2] != "空缺")
