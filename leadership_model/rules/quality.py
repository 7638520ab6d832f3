"""Data quality D01-D22 of people and teams: what a form's checker would complain about.

A field known to be 无 is not empty. Two faulty rows of one person give one result per field.
"""

import numpy as np

from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools
from leadership_model.rules.book import RuleBook, shipped
from leadership_model.rules.faults import PEOPLE, TEAMS
from leadership_model.rules.rule import Rule, RuleResult


def check(snapshot: Snapshot, as_of: int, book: RuleBook | None = None) -> tuple[RuleResult, ...]:
    """Ask all data rules of everybody and every team; only fails, in order of rule and position."""
    rules = (book or shipped()).at(as_of)
    found: list[RuleResult] = []
    for name in sorted({*PEOPLE, *TEAMS} & rules.keys()):
        found += _answers(snapshot, as_of, name, rules[name])
    return tuple(found)


def _answers(snapshot: Snapshot, as_of: int, name: str, rule: Rule) -> tuple[RuleResult, ...]:
    """Ask one rule; after an edit only rules that read what was edited are asked again."""
    demand = (rule.id, rule.title, rule.severity, rule.waiver, *sorted(rule.parameters.items()))
    key = ("data rule", name, as_of, demand)
    return snapshot.remember(key, lambda: _asked(snapshot, as_of, name, rule))


def _asked(snapshot: Snapshot, as_of: int, name: str, rule: Rule) -> tuple[RuleResult, ...]:
    found: list[RuleResult] = []
    if name in PEOPLE:
        for who, field, sentence in PEOPLE[name](snapshot, as_of, rule):
            found += [_result(rule, field, sentence, person=p) for p in _rows(who)]
    else:
        for who, field, sentence in TEAMS[name](snapshot, rule):
            found += [_result(rule, field, sentence, team=t) for t in _rows(who)]
    return tuple(sorted(found, key=lambda r: (r.team, r.people, r.field)))


def _rows(mask: Bools) -> list[int]:
    return [int(i) for i in np.flatnonzero(mask)]


def _result(
    rule: Rule, field: str, sentence: str, person: int | None = None, team: int = -1
) -> RuleResult:
    return RuleResult(
        rule=rule.id,
        result="fail",
        severity=rule.severity,
        waiver=rule.waiver,
        people=() if person is None else (person,),
        team=team,
        have=sentence,
        need=rule.title,
        evidence=f"{sentence}。",
        field=field,
    )
