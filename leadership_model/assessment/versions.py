"""Two versions of a model, team by team: whose state or score differs, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from leadership_model.assessment.finding import Assessment, Finding, Verdict
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
class TeamVersions:
    """One team under two versions; `causes` with the largest gain or loss first."""

    team: int
    before: Assessment
    after: Assessment
    causes: tuple[Cause, ...]

    @property
    def moved(self) -> bool:
        """Say whether the state differs."""
        return self.before.state != self.after.state

    @property
    def gain(self) -> float | None:
        """Give the difference of the low scores; None where one side has none."""
        before, after = self.before.score_low, self.after.score_low
        return None if before is None or after is None else round(after - before, 9)


def _go_on() -> None:
    """Nothing to do between two teams."""


def beside(
    world: World,
    before: Model | None,
    after: Model | None,
    known: Mapping[int, Assessment],
    pause: Callable[[], object] = _go_on,
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
    """Name the requirements that make the difference between two assessments of a team."""
    was, now = _shares(before), _shares(after)
    found = []
    for id in dict.fromkeys((*now, *was)):
        old, old_share = was.get(id, (None, 0.0))
        new, new_share = now.get(id, (None, 0.0))
        either = new or old
        gain = round(new_share - old_share, 9)
        verdicts = (old.verdict if old else None, new.verdict if new else None)
        if either is not None and (gain or verdicts[0] != verdicts[1]):
            found.append(Cause(id, either.label, *verdicts, gain))
    return tuple(sorted(found, key=lambda each: -abs(each.gain)))


def _shares(assessment: Assessment) -> dict[str, tuple[Finding | None, float]]:
    """Give each finding with what it adds to the low score of 100."""
    total = sum(each.points for each in assessment.findings)
    return {
        each.requirement: (each, 100.0 * each.points * each.s_low / total if total > 0 else 0.0)
        for each in assessment.findings
    }


def used_by(world: World, team: int) -> tuple[Model, ...]:
    """Give the published versions a team is held against at the world's month; none: 未配置."""
    return used(world.model(team), world.models, world.as_of)
