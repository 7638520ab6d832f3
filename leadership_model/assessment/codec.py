"""Assessments as bytes and back, to keep them until the next start. Floats come back exactly."""

import json
from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from leadership_model.assessment.finding import Assessment, Finding
from leadership_model.rules.rule import RuleResult


def _names(record: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(record))


FINDING, RULE, TEAM = _names(Finding), _names(RuleResult), _names(Assessment)
_FINDING, _RULE, _TEAM = attrgetter(*FINDING), attrgetter(*RULE), attrgetter(*TEAM)
_PLACES = tuple(TEAM.index(name) for name in ("findings", "rules"))
_PORTION = 40  # teams in one JSON text: reading one such text is a few milliseconds at a stretch


def encode(assessments: Sequence[Assessment]) -> bytes:
    """Write assessments: one JSON text a line, each of some teams."""
    portions = [assessments[at : at + _PORTION] for at in range(0, len(assessments), _PORTION)]
    return b"\n".join(json.dumps([_row(each) for each in part]).encode() for part in portions)


def decode(content: bytes) -> tuple[Assessment, ...]:
    """Read what `encode` wrote."""
    return tuple(_assessment(row) for line in content.splitlines() for row in json.loads(line))


def _row(assessment: Assessment) -> list[Any]:
    row = list(_TEAM(assessment))
    findings, rules = _PLACES
    row[findings] = [_FINDING(each) for each in assessment.findings]
    row[rules] = [_RULE(each) for each in assessment.rules]
    return row


def _assessment(row: list[Any]) -> Assessment:
    values = dict(zip(TEAM, row, strict=True))
    return Assessment(
        **values
        | {
            "vacancies": tuple(values["vacancies"]),
            "findings": tuple(_finding(each) for each in values["findings"]),
            "rules": tuple(_rule(each) for each in values["rules"]),
            "dimensions": tuple((name, low, high) for name, low, high in values["dimensions"]),
        }
    )


def _finding(row: list[Any]) -> Finding:
    values = dict(zip(FINDING, row, strict=True))
    values["people"] = tuple(values["people"])
    values["unknown_people"] = tuple(values["unknown_people"])
    return Finding(**values)


def _rule(row: list[Any]) -> RuleResult:
    values = dict(zip(RULE, row, strict=True))
    values["people"] = tuple(values["people"])
    return RuleResult(**values)
