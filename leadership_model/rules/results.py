"""Results about a seat, its holder or a whole team, as the state rules give them."""

from dataclasses import replace

from leadership_model.people.seating import Seating
from leadership_model.rules.pairs import Pairs
from leadership_model.rules.rule import Answer, Rule, RuleResult


def pair_result(
    pairs: Pairs,
    rule: Rule,
    answer: Answer,
    i: int,
    words: tuple[str, str, str],
    month: int | None = None,
) -> RuleResult:
    """Make the result about the holder of a seat."""
    person, post = (int(pairs.people[i]),), int(pairs.posts[i])
    until = month if answer == "fail" else None
    return seat_result(pairs.seating, rule, answer, post, person, *words, month=until)


def seat_result(
    seating: Seating,
    rule: Rule,
    answer: Answer,
    post: int,
    people: tuple[int, ...],
    have: str,
    need: str,
    evidence: str,
    month: int | None = None,
) -> RuleResult:
    """Make the result about a seat."""
    team = int(seating.snapshot.posts.ints("team")[post])
    return team_result(rule, answer, team, post, people, have, need, evidence, month)


def team_result(
    rule: Rule,
    answer: Answer,
    team: int,
    post: int,
    people: tuple[int, ...],
    have: str,
    need: str,
    evidence: str,
    month: int | None = None,
) -> RuleResult:
    """Make one result."""
    return RuleResult(
        rule=rule.id,
        result=answer,
        severity=rule.severity,
        waiver=rule.waiver,
        people=people,
        post=post,
        team=team,
        have=have,
        need=need,
        month=month,
        evidence=evidence,
    )


def noted(rule: Rule) -> Rule:
    """Give a rule as a note: what it says is only coming, or in doubt, and bars nobody."""
    return replace(rule, severity="note")
