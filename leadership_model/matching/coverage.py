"""How far the reserve covers seats that are or fall open: who of it could sit there, by score.

A seat is held against the lists its horizon draws on, and there against those in reserve for its
level and role. What rules and 资格 say is as of today, also of a seat that falls open later.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.development import Opening
from leadership_model.assessment.reserve import Stay, stays
from leadership_model.assessment.world import World
from leadership_model.matching.fit import shown
from leadership_model.matching.rank import eligible
from leadership_model.matching.scores import Scores
from leadership_model.people.held import held


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the reserve for a seat; `eligible` None: it cannot be said."""

    stay: Stay
    eligible: bool | None
    low: float
    high: float

    @property
    def person(self) -> int:
        """The position of the person."""
        return self.stay.person


@dataclass(frozen=True, slots=True)
class Cover:
    """A seat and those in reserve for it, in the order of every list: never a single choice."""

    opening: Opening
    candidates: tuple[Candidate, ...]

    @property
    def ready(self) -> tuple[Candidate, ...]:
        """Those of whom all rules and conditions surely hold."""
        return tuple(each for each in self.candidates if each.eligible)

    @property
    def open(self) -> tuple[Candidate, ...]:
        """Those of whom it cannot be said."""
        return tuple(each for each in self.candidates if each.eligible is None)


def cover(world: World, openings: Sequence[Opening]) -> tuple[Cover, ...]:
    """Give for each seat who is in reserve for it; all pairs are asked in one go."""
    posts = world.snapshot.posts
    levels, roles = posts.raw("level"), posts.raw("role")
    by_target: dict[tuple[str | None, str | None], list[Stay]] = {}
    for each in stays(world.snapshot, world.as_of):
        by_target.setdefault((each.row.level, each.row.role), []).append(each)
    asked = [
        (at, stay)
        for at, opening in enumerate(openings)
        for stay in by_target.get((levels[opening.post], roles[opening.post]), ())
        if stay.row.list in opening.horizon.lists and stay.person != opening.holder
    ]
    scores, back = Scores(world), held(world.snapshot, world.as_of)
    asked = [(at, stay) for at, stay in asked if not back[stay.person]]
    people = np.array([stay.person for _, stay in asked], dtype=np.int32)
    seats = np.array([openings[at].post for at, _ in asked], dtype=np.int32)
    answer = eligible(scores, people, seats)
    found: dict[int, list[Candidate]] = {}
    for pair, (at, stay) in enumerate(asked):
        low, high = scores.of_post(openings[at].post)
        sure, possible = bool(answer.sure[pair]), bool(answer.possible[pair])
        said = True if sure else None if possible else False
        made = Candidate(stay, said, float(low[stay.person]), float(high[stay.person]))
        found.setdefault(at, []).append(made)
    ids = world.person_ids
    return tuple(
        Cover(opening, tuple(sorted(found.get(at, ()), key=lambda e: _order(e, ids))))
        for at, opening in enumerate(openings)
    )


def _order(each: Candidate, ids: Sequence[str]) -> tuple[object, ...]:
    eligibility = 0 if each.eligible else 1 if each.eligible is None else 2
    return eligibility, -shown(each.low), -shown(each.high), ids[each.person]
