"""One team against its model: findings, score, dimensions, state."""

from collections.abc import Iterable, Sequence

import numpy as np

from leadership_model.assessment.finding import Assessment, Finding, State
from leadership_model.assessment.judge import judge
from leadership_model.assessment.world import World
from leadership_model.people.seating import VACANT
from leadership_model.rules import exceptions, holders
from leadership_model.rules import state as state_rules
from leadership_model.rules.rule import RuleResult
from leadership_model.structure.model import Model


def assess(world: World, team: int, with_rules: bool = True, full: bool = False) -> Assessment:
    """Judge a team at the world's month.

    Rule results are those of the state rules for its seats and of the appointment rules for its
    holders; only fail and unknown unless `full`.
    """
    rules = rule_results(world, (team,), full=full) if with_rules else ()
    return with_results(world, team, rules)


def rule_results(
    world: World, teams: Iterable[int], *, full: bool = False
) -> tuple[RuleResult, ...]:
    """Ask the rules of the seats and of the holders of some teams, exceptions laid beside."""
    asked = tuple(teams)
    found = (
        *state_rules.check_teams(world.seating, world.book, asked, full=full),
        *holders.check(world.seating, world.book, asked, full=full),
    )
    return exceptions.laid(world.snapshot, world.as_of, found)


def with_results(world: World, team: int, rules: Iterable[RuleResult]) -> Assessment:
    """Judge a team whose rule results are known already."""
    model = world.model(team)
    findings = () if model is None else tuple(judge(r, team, world) for r in model.requirements)
    score_low, score_high = scores(findings) if findings else (None, None)
    state, state_low, state_high = states(model, findings)
    seats = world.seats(team)
    vacant = world.seating.holder[seats] == VACANT
    return Assessment(
        team=team,
        model=model.id if model is not None and findings else None,
        state=state,
        state_low=state_low,
        state_high=state_high,
        score_low=score_low,
        score_high=score_high,
        seats=len(seats),
        filled=int(np.count_nonzero(~vacant)),
        vacancies=tuple(seats[vacant].tolist()),
        findings=findings,
        rules=tuple(rules),
        dimensions=dimensions(findings),
    )


def scores(findings: Sequence[Finding]) -> tuple[float, float]:
    """Give 100 x sum(p s) / sum(p) on both ends; 100 where nothing carries points."""
    total = low = high = 0.0
    for each in findings:
        points = each.points
        total += points
        low += points * each.s_low
        high += points * each.s_high
    if total <= 0:
        return 100.0, 100.0
    # The last bits of a float must not decide on which side of a line a team stands.
    return round(100.0 * low / total, 9), round(100.0 * high / total, 9)


def dimensions(findings: Sequence[Finding]) -> tuple[tuple[str, float, float], ...]:
    """Give the two scores of each dimension that carries points, in the model's order."""
    groups: dict[str, list[Finding]] = {}
    for each in findings:
        groups.setdefault(each.dimension, []).append(each)
    return tuple(
        (name, *scores(group)) for name, group in groups.items() if any(f.points for f in group)
    )


def states(model: Model | None, findings: Sequence[Finding]) -> tuple[State, State, State]:
    """Give the state, and the states of the pessimistic and the optimistic end.

    In this order: 未配置; 一票否决 if a veto requirement surely is not met; then the states of the
    two ends: if equal that one, else 待核.
    """
    if model is None or not findings:
        return "unconfigured", "unconfigured", "unconfigured"
    if any(each.veto and each.s_high < 1.0 for each in findings):
        return "veto", "veto", "veto"
    low_score, high_score = scores(findings)
    low = _state(model, low_score, [each.s_low for each in findings])
    if any(each.veto and each.s_low < 1.0 for each in findings):
        low = "veto"
    high = _state(model, high_score, [each.s_high for each in findings])
    return (low if low == high else "unknown"), low, high


def _state(model: Model, score: float, satisfied: Sequence[float]) -> State:
    """Red below the red line; green from the green line up with no red finding; else yellow."""
    if score < model.red:
        return "red"
    return "green" if score >= model.green and all(s > 0.0 for s in satisfied) else "yellow"
