"""Values as JSON-able objects with ids instead of positions, and as lines for the terminal."""

from collections.abc import Iterable
from typing import Any

from leadership_model import months
from leadership_model.assessment.finding import Assessment, Finding
from leadership_model.assessment.versions import used_by
from leadership_model.assessment.world import World
from leadership_model.matching.fit import Fit, shown
from leadership_model.matching.scores import Scores
from leadership_model.rules.rule import RuleResult
from leadership_model.structure.model import Model


def people(world: World, positions: Iterable[int]) -> list[str]:
    """Give ids of people; somebody outside the base is `outsider`."""
    ids = world.person_ids
    return [ids[i] if 0 <= i < len(ids) else "outsider" for i in positions]


def month(value: int | None) -> str | None:
    """Write a month as 2026-11."""
    return None if value is None else months.show_iso(value)


def finding(world: World, each: Finding) -> dict[str, Any]:
    """One finding."""
    return {
        "requirement": each.requirement,
        "kind": each.kind,
        "verdict": each.verdict,
        "measured_low": each.measured_low,
        "measured_high": each.measured_high,
        "target": {"lo": each.lo, "hi": each.hi},
        "detail": each.detail,
        "points": each.points,
        "s_low": each.s_low,
        "s_high": each.s_high,
        "veto": each.veto,
        "people": people(world, each.people),
        "unknown_people": people(world, each.unknown_people),
    }


def rule(world: World, each: RuleResult) -> dict[str, Any]:
    """One rule result."""
    return {
        "rule": each.rule,
        "result": each.result,
        "severity": each.severity,
        "waiver": each.waiver,
        "people": people(world, each.people),
        "have": each.have,
        "need": each.need,
        "month": month(each.month),
        "evidence": each.evidence,
        "exception": each.exception or None,
        "post": world.post_ids[each.post] if each.post >= 0 else None,
        "field": each.field,
    }


def acting(scores: Scores, posts: Iterable[int]) -> list[dict[str, Any]]:
    """Tell where sensitive elements act on posts, linked ones included, and by which basis."""
    seats = dict.fromkeys(seat for post in posts for seat in scores.linked(post))
    return [
        {
            "post": scores.world.post_ids[seat],
            "where": each.where.strip(),
            "elements": list(each.names),
            "basis": each.basis or None,
        }
        for seat in seats
        for each in scores.acting(seat)
    ]


def version(model: Model) -> dict[str, Any]:
    """One published version."""
    return {
        "id": model.id,
        "version": model.version,
        "label": model.label,
        "effective": month(model.effective or None),
    }


def assessment(world: World, each: Assessment) -> dict[str, Any]:
    """One team."""
    team = world.snapshot.teams.record(each.team)
    return {
        "id": team.id,
        "name": team.name,
        "category": team.category,
        "model": [version(one) for one in used_by(world, each.team)],
        "state": each.state,
        "state_low": each.state_low,
        "state_high": each.state_high,
        "score_low": each.score_low,
        "score_high": each.score_high,
        "seats": each.seats,
        "filled": each.filled,
        "vacancies": [world.post_ids[post] for post in each.vacancies],
        "findings": [finding(world, one) for one in each.findings],
        "rules": [rule(world, one) for one in each.rules],
    }


def fit(world: World, each: Fit) -> dict[str, Any]:
    """One person and one post."""
    return {
        "person": world.person_ids[each.person],
        "post": world.post_ids[each.post],
        "eligible": each.eligible,
        "rank": each.rank,
        "score_low": shown(each.score_low),
        "score_high": shown(each.score_high),
        "parts": [
            {
                "condition": part.condition,
                "points": part.points,
                "got_low": part.got_low,
                "got_high": part.got_high,
                "have": part.have,
                "need": part.need,
            }
            for part in each.parts
        ],
        "failed": [
            {"rule": one.rule, "have": one.have, "need": one.need, "unknown": one.unknown}
            for one in each.failed
        ],
        "near_miss": [{"rule": one.rule, "month": month(one.month)} for one in each.near_miss],
        "structure_delta": each.structure_delta,
    }


def range_of(low: float | None, high: float | None, digits: int = 1) -> str:
    """Write a score or a range of scores; - where there is none."""
    if low is None or high is None:
        return "-"
    first, last = f"{low:.{digits}f}", f"{high:.{digits}f}"
    return first if first == last else f"{first}～{last}"
