"""Two versions of a model, team by team: whose state or score differs, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from leadership_model.assessment.finding import Assessment, Finding, Verdict
from leadership_model.assessment.impact import Shift
from leadership_model.assessment.survey import Pause, go_on
from leadership_model.assessment.trial import try_out
from leadership_model.assessment.world import World
from leadership_model.structure.model import Model
from leadership_model.structure.versions import used


@dataclass(frozen=True, slots=True)
class Cause:
    """One requirement that makes a difference. `gain`: of the low score, in points of 100.

    Where points are given, the gains of a team add up to the difference of its scores. Verdict
    None: one of the versions does not ask this.
    """

    requirement: str
    label: str
    before: Verdict | None
    after: Verdict | None
    gain: float


@dataclass(frozen=True, slots=True)
class TeamVersions(Shift):
    """One team under two versions; `causes` with the largest gain or loss first."""

    causes: tuple[Cause, ...]


def beside(
    world: World,
    before: Model | None,
    after: Model | None,
    known: Mapping[int, Assessment],
    pause: Pause = go_on,
) -> tuple[TeamVersions, ...]:
    """Hold teams against two versions of one model, each as if it were in force now.

    `known` are the assessments at present, by team. None: as it is in force at present.
    """
    first = try_out(world, () if before is None else (before,), known, pause=pause)
    second = try_out(world, () if after is None else (after,), known, first, pause)
    pairs = zip(first.shifts, second.shifts, strict=True)
    return tuple(
        TeamVersions(old.team, old.after, new.after, causes(old.after, new.after))
        for old, new in pairs
    )


def causes(before: Assessment, after: Assessment) -> tuple[Cause, ...]:
    """Name the requirements that make the difference between two assessments of a team.

    With points p, satisfaction s, all points P and score S the difference of two scores is
    S' - S = sum(p'(s' - S) - p(s - S)) / P', and likewise seen from S' over P; the gain of a
    requirement is the mean of its two terms. One that is as it was gains nothing.
    """
    was = {each.requirement: each for each in before.findings}
    now = {each.requirement: each for each in after.findings}
    found = []
    for id in dict.fromkeys((*now, *was)):
        old, new = was.get(id), now.get(id)
        either = new or old
        gain = _gain(old, new, before, after)
        verdicts = (old.verdict if old else None, new.verdict if new else None)
        if either is not None and (gain or verdicts[0] != verdicts[1]):
            found.append(Cause(id, either.label, *verdicts, gain))
    return tuple(sorted(found, key=lambda each: -abs(each.gain)))


def _gain(old: Finding | None, new: Finding | None, before: Assessment, after: Assessment) -> float:
    """Give what one requirement adds to the difference of the low scores."""
    totals = [sum(f.points for f in each.findings) for each in (before, after)]
    scores = [before.score_low, after.score_low]
    if 0 in totals or None in scores:
        return 0.0

    def term(score: float, total: float) -> float:
        gained = new.points * (100.0 * new.s_low - score) if new else 0.0
        lost = old.points * (100.0 * old.s_low - score) if old else 0.0
        return (gained - lost) / total

    return round((term(scores[0] or 0.0, totals[1]) + term(scores[1] or 0.0, totals[0])) / 2, 9)


def used_by(world: World, team: int) -> tuple[Model, ...]:
    """Give the published versions a team is held against at the world's month; none: 未配置."""
    return used(world.model(team), world.models, world.as_of)
