"""What a change of seats does to the teams it touches."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.finding import Assessment, Verdict
from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.world import World
from leadership_model.rules.rule import RuleResult


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A requirement whose verdict is another than before; None = it was not asked."""

    requirement: str
    label: str
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True)
class TeamDelta:
    """One team before and after: what changed in its score, findings and rule results.

    `score_low`, `score_high`: after minus before; None where a side is 未配置.
    """

    team: int
    before: Assessment
    after: Assessment
    score_low: float | None
    score_high: float | None
    verdicts: tuple[VerdictChange, ...]
    came: tuple[RuleResult, ...]
    gone: tuple[RuleResult, ...]


def touched(before: World, after: World) -> tuple[int, ...]:
    """List the teams whose seats changed and all teams of the people who moved."""
    then, now = before.seating, after.seating
    posts = np.flatnonzero((then.holder != now.holder) | (then.since != now.since))
    people = {*then.holder[posts].tolist(), *now.holder[posts].tolist()}
    moved = np.array([person for person in people if person >= 0], dtype=np.int32)
    held = np.flatnonzero(np.isin(then.holder, moved) | np.isin(now.holder, moved))
    owners = before.snapshot.posts.owners()
    return tuple(sorted({*owners[posts].tolist(), *owners[held].tolist()}))


def delta(
    before: World, after: World, teams: Iterable[int] | None = None, with_rules: bool = True
) -> tuple[TeamDelta, ...]:
    """Compare the touched teams (or those named) before and after a change of seats."""
    asked = touched(before, after) if teams is None else tuple(teams)
    then = assess_some(before, asked, with_rules=with_rules)
    now = assess_some(after, asked, with_rules=with_rules)
    return tuple(map(compare, then, now))


def compare(before: Assessment, after: Assessment) -> TeamDelta:
    """Compare two assessments of one team."""
    return TeamDelta(
        after.team,
        before,
        after,
        _difference(before.score_low, after.score_low),
        _difference(before.score_high, after.score_high),
        _verdicts(before, after),
        _without(after.rules, before.rules),
        _without(before.rules, after.rules),
    )


def _difference(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else round(after - before, 9)


def _verdicts(before: Assessment, after: Assessment) -> tuple[VerdictChange, ...]:
    then = {each.requirement: each for each in before.findings}
    now = {each.requirement: each for each in after.findings}
    labels = {key: each.label for key, each in (then | now).items()}
    pairs = (
        VerdictChange(
            key,
            label,
            then[key].verdict if key in then else None,
            now[key].verdict if key in now else None,
        )
        for key, label in labels.items()
    )
    return tuple(each for each in pairs if each.before != each.after)


def _without(results: Iterable[RuleResult], others: Iterable[RuleResult]) -> tuple[RuleResult, ...]:
    """Give the results of which the others hold no like: same rule, answer, people and seat."""
    known = {_key(each) for each in others}
    return tuple(each for each in results if _key(each) not in known)


def _key(result: RuleResult) -> tuple[object, ...]:
    return result.rule, result.result, result.severity, result.people, result.post, result.team
