"""The effect of a draft: where teams stand, and what would change for them. No Qt here."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.assessment.finding import Assessment, Finding
from leadership_model.assessment.impact import Shift, findings_of
from leadership_model.assessment.trial import Trial, try_out
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement
from ui.pages.structure.work import short_name

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from ui.jobs import Control


@dataclass(frozen=True, slots=True)
class Dot:
    """One team over the measured value of a requirement."""

    team: int
    id: str
    name: str
    low: float | None
    high: float | None
    verdict: str
    detail: str
    area: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the teams stand against one requirement, with its band and tolerance."""

    requirement: Requirement
    dots: tuple[Dot, ...]
    lo: float | None
    hi: float | None
    below: float
    above: float
    former_lo: float | None
    former_hi: float | None
    unit: str
    counts: tuple[int, int, int, int]
    former: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Effect:
    """What the draft would do: every team before and after, and one requirement's standing."""

    draft: Model
    trial: Trial
    standing: Standing | None

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """Every team before and after."""
        return self.trial.shifts


def effect(
    world: "World",
    draft: Model,
    published: Model | None,
    before: Mapping[int, Assessment],
    requirement: str,
    control: "Control",
    asked: tuple[Requirement | None, Requirement | None] | None = None,
    previous: Trial | None = None,
) -> Effect:
    """Work out the effect of a draft; for a job.

    `asked`: the requirement as it would be and as it is, where the draft is a difference that does
    not hold it itself. `previous`: the trial before, whose findings are taken over.
    """
    control.check()
    trial = try_out(world, (draft,), before, previous, control.check)
    edited = next((each for each in draft.requirements if each.id == requirement), None)
    edited = edited if asked is None else asked[0]
    standing = None
    if edited is not None:
        judged = _judged(world, edited, trial)
        former = None
        if published is not None:
            former = next((r for r in published.requirements if r.id == requirement), None)
        former = former if asked is None else asked[1]
        standing = _standing(world, edited, former, judged, before)
    control.check()
    return Effect(draft, trial, standing)


def _judged(world: "World", edited: Requirement, trial: Trial) -> Mapping[int, Finding]:
    """Give the findings of the requirement edited, judged where no team is asked it."""
    found: dict[int, Finding] = {}
    for shift in trial.shifts:
        known = (each for each in shift.after.findings if each.requirement == edited.id)
        finding = next(known, None)
        if finding is None:
            found.update(findings_of(world, edited, (shift.team,)))
        else:
            found[shift.team] = finding
    return found


def _standing(
    world: "World",
    edited: Requirement,
    former: Requirement | None,
    judged: Mapping[int, Finding],
    before: Mapping[int, Assessment],
) -> Standing:
    from leadership_model.assessment.judge import target_in
    from leadership_model.structure.phrase import unit

    snapshot = world.snapshot
    dots = tuple(
        Dot(
            team,
            snapshot.teams.ids[team],
            short_name(snapshot, team),
            finding.measured_low,
            finding.measured_high,
            finding.verdict,
            finding.detail,
        )
        for team, finding in judged.items()
    )
    first = next(iter(judged), None)
    applied = None if first is None else target_in(edited, first, world)
    old = None if first is None or former is None else target_in(former, first, world)
    lows = [f.lo for f in judged.values() if f.lo is not None]
    highs = [f.hi for f in judged.values() if f.hi is not None]
    moved = old is not None and applied is not None and (old.lo, old.hi) != (applied.lo, applied.hi)
    was = Counter(
        f.verdict for a in before.values() for f in a.findings if f.requirement == edited.id
    )
    now = Counter(f.verdict for f in judged.values())
    word = unit(edited, world.catalogue) or "人"
    return Standing(
        edited,
        dots,
        max(set(lows), key=lows.count) if lows else None,
        max(set(highs), key=highs.count) if highs else None,
        applied.below if applied else 0.0,
        applied.above if applied else 0.0,
        old.lo if old is not None and moved else None,
        old.hi if old is not None and moved else None,
        word,
        (now["green"], now["yellow"], now["red"], now["unknown"]),
        (was["green"], was["yellow"], was["red"], was["unknown"]),
    )
