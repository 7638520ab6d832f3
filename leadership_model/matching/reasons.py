"""One pair of person and post in words: weighted conditions, failures, what time alone cures."""

from collections.abc import Sequence

import numpy as np

from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import (
    All,
    Career,
    Condition,
    Exists,
    Grades,
    Not,
    Some,
)
from leadership_model.elements.shown import UNKNOWN_WORD, show_value
from leadership_model.matching.fit import FailedRule, Fit, NearMiss, PartOfFit
from leadership_model.matching.scores import Scores, value_of
from leadership_model.people.seating import VACANT
from leadership_model.rules.appointment import explain_pairs
from leadership_model.rules.rule import RuleResult
from leadership_model.structure.model import Weight

FALLING_DUE = ("R1", "R2")  # their month is when something falls due, not when it is cured
ANSWERS = {True: "满足", False: "不满足", None: UNKNOWN_WORD}


def explain(scores: Scores, person: int, post: int) -> Fit:
    """Give the fit of one pair in full (without a rank, which only a list has)."""
    (found,) = explain_all(scores, ((person, post),))
    return found


def explain_all(
    scores: Scores, pairs: Sequence[tuple[int, int]], *, effect: bool = True
) -> tuple[Fit, ...]:
    """Give the fits of several pairs (person, post); their rules are asked in one go.

    Without `effect` the team is not judged: structure_delta is None.
    """
    told = _rules(scores, pairs)
    return tuple(
        _explained(scores, person, post, results, effect=effect)
        for (person, post), results in zip(pairs, told, strict=True)
    )


def _explained(
    scores: Scores, person: int, post: int, results: tuple[RuleResult, ...], *, effect: bool
) -> Fit:
    world, seats = scores.world, scores.linked(post)
    conditions = dict.fromkeys(each for seat in seats for each in scores.sheet(seat))
    sheet = [(condition, world.facts.tri(condition).at(person)) for condition in conditions]
    low, high = scores.of_post(post)
    return Fit(
        person=person,
        post=post,
        eligible=_eligible(results, [answer for _, answer in sheet]),
        score_low=float(low[person]),
        score_high=float(high[person]),
        parts=_parts(scores, person, post),
        failed=_failed(world, results, sheet, person),
        near_miss=tuple(
            NearMiss(rule=each.rule, month=each.month)
            for each in results
            if each.result == "fail" and each.month is not None and each.rule not in FALLING_DUE
        ),
        structure_delta=structure_delta(scores, person, post, seats) if effect else None,
    )


def structure_delta(scores: Scores, person: int, post: int, seats: tuple[int, ...]) -> float | None:
    """Give the team's score_low with this person in the seat less without; None when 未配置.

    Without = the seat vacant, or its present holder in it. `seats` are taken together (联职). The
    seats the person gives up elsewhere are another team's matter and are not counted here.
    """
    world = scores.world
    team = int(world.snapshot.posts.owners()[post])
    before = scores.team_score(team)
    if before is None:
        return None
    changes = {int(seat): VACANT for seat in world.seating.posts_of(person)}
    changes |= dict.fromkeys(seats, person)
    after = assess(world.with_holders(changes), team, with_rules=False).score_low
    return None if after is None else round(after - before, 9)


def _rules(scores: Scores, pairs: Sequence[tuple[int, int]]) -> list[tuple[RuleResult, ...]]:
    """Ask the rules of every seat that goes with a post; say the same thing only once."""
    world = scores.world
    asked = [
        (at, person, seat)
        for at, (person, post) in enumerate(pairs)
        for seat in scores.linked(post)
    ]
    _, people, posts = np.array(asked, dtype=np.int32).reshape(-1, 3).T
    told = explain_pairs(world.book, world.seating, people, posts, world.as_of)
    found: list[dict[tuple[str, str, str, str], RuleResult]] = [{} for _ in pairs]
    for (at, _, _), results in zip(asked, told, strict=True):
        for each in results:
            found[at].setdefault((each.rule, each.result, each.have, each.need), each)
    return [tuple(each.values()) for each in found]


def _eligible(results: tuple[RuleResult, ...], sheet: list[bool | None]) -> bool | None:
    answers = [
        {"pass": True, "fail": False, "unknown": None}[each.result]
        for each in results
        if each.severity == "forbid"
    ] + sheet
    return False if False in answers else None if None in answers else True


def _parts(scores: Scores, person: int, post: int) -> tuple[PartOfFit, ...]:
    portrait = scores.portrait(post)
    if portrait is None:
        return ()
    parts = []
    for weight in portrait.weights:
        least, most = value_of(weight, scores.world)
        parts.append(
            PartOfFit(
                condition=weight.label,
                points=weight.points,
                got_low=weight.points * float(least[person]),
                got_high=weight.points * float(most[person]),
                have=_have(weight, scores.world, person),
                need=_need(weight),
            )
        )
    return tuple(parts)


def _need(weight: Weight) -> str:
    if weight.condition is not None:
        return write(weight.condition)
    return f"{weight.element} {weight.full:g}（{weight.start:g} 起计分）"


def _have(weight: Weight, world: World, person: int) -> str:
    if weight.element is not None:
        return show_value(world.facts.table, weight.element, person)
    if weight.condition is None:
        return ""
    return have_of(weight.condition, world, person)


def have_of(condition: Condition, world: World, person: int) -> str:
    """Say what a person has of the things a condition asks for."""
    match condition:
        case All(parts) | Some(parts):
            return "；".join(dict.fromkeys(have_of(part, world, person) for part in parts))
        case Not(part):
            return have_of(part, world, person)
        case Career() | Exists() | Grades():
            return ANSWERS[world.facts.tri(condition).at(person)]
        case _:
            return f"{condition.name} {show_value(world.facts.table, condition.name, person)}"


def _failed(
    world: World,
    results: tuple[RuleResult, ...],
    sheet: list[tuple[Condition, bool | None]],
    person: int,
) -> tuple[FailedRule, ...]:
    rules = [
        FailedRule(
            rule=each.rule,
            have=each.have,
            need=each.need,
            unknown=each.result == "unknown",
            severity=each.severity,
        )
        for each in results
        if each.result != "pass"
    ]
    conditions = [
        FailedRule(
            rule="资格条件",
            have=have_of(condition, world, person),
            need=write(condition),
            unknown=answer is None,
        )
        for condition, answer in sheet
        if answer is not True
    ]
    return (*rules, *conditions)
