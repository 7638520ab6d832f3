"""Assessments as bytes and back, to keep them until the next start. Floats come back exactly."""

import json
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from itertools import islice, repeat
from operator import attrgetter, call
from typing import Any, TypeVar

from leadership_model.assessment.finding import Assessment, Finding
from leadership_model.rules.rule import RuleResult

R = TypeVar("R")
Setters = tuple[Callable[[Any, Any], None], ...]


def _names(record: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(record))


FINDING, RULE, TEAM = _names(Finding), _names(RuleResult), _names(Assessment)
_FINDING, _RULE, _TEAM = attrgetter(*FINDING), attrgetter(*RULE), attrgetter(*TEAM)
_FINDINGS, _RULES = TEAM.index("findings"), TEAM.index("rules")
_VACANCIES, _DIMENSIONS = TEAM.index("vacancies"), TEAM.index("dimensions")
_PORTION = 40  # teams in one JSON text: reading one such text is a few milliseconds at a stretch


def encode(assessments: Sequence[Assessment]) -> bytes:
    """Write assessments: one JSON text a line, each of some teams.

    Findings and rule results stand as columns, and each text once: the same few are said of many
    teams, and reading them is what the next start waits for.
    """
    portions = [assessments[at : at + _PORTION] for at in range(0, len(assessments), _PORTION)]
    texts = (json.dumps(_packed(part), ensure_ascii=False) for part in portions)
    return "\n".join(texts).encode()


def decode(content: bytes) -> tuple[Assessment, ...]:
    """Read what `encode` wrote."""
    lines = content.split(b"\n") if content else ()
    return tuple(each for line in lines for each in _unpacked(json.loads(line)))


def _packed(part: Sequence[Assessment]) -> dict[str, Any]:
    known: dict[str, int] = {}
    rows = [list(_TEAM(each)) for each in part]
    for row in rows:
        row[_FINDINGS], row[_RULES] = len(row[_FINDINGS]), len(row[_RULES])
    return {
        "teams": rows,
        "findings": _columns([_FINDING(f) for each in part for f in each.findings], known),
        "rules": _columns([_RULE(r) for each in part for r in each.rules], known),
        "texts": list(known),
    }


def _columns(rows: list[tuple[Any, ...]], known: dict[str, int]) -> list[tuple[str, list[Any]]]:
    """Turn records into columns of texts (as numbers of `known`), tuples or plain values."""
    found: list[tuple[str, list[Any]]] = []
    for column in zip(*rows, strict=True):
        if all(type(value) is str for value in column):
            found.append(("texts", [known.setdefault(value, len(known)) for value in column]))
        else:
            kind = "tuples" if all(type(value) is tuple for value in column) else "plain"
            found.append((kind, list(column)))
    return found


def _unpacked(document: dict[str, Any]) -> Iterator[Assessment]:
    texts = document["texts"]
    findings = _records(Finding, _SET_FINDING, document["findings"], texts)
    rules = _records(RuleResult, _SET_RULE, document["rules"], texts)
    for row in document["teams"]:
        row[_VACANCIES] = tuple(row[_VACANCIES])
        row[_FINDINGS] = tuple(islice(findings, row[_FINDINGS]))
        row[_RULES] = tuple(islice(rules, row[_RULES]))
        row[_DIMENSIONS] = tuple([(name, low, high) for name, low, high in row[_DIMENSIONS]])
        yield _made(Assessment, _SET_TEAM, row)


def _records(
    record: type[R], setters: Setters, columns: list[tuple[str, list[Any]]], texts: list[str]
) -> Iterator[R]:
    read: dict[str, Callable[[Any], Any]] = {"texts": texts.__getitem__, "tuples": tuple}
    values = [map(read[kind], found) if kind in read else found for kind, found in columns]
    return (_made(record, setters, row) for row in zip(*values, strict=True))


def _setters(record: type) -> Setters:
    return tuple(getattr(record, name).__set__ for name in _names(record))


_SET_FINDING, _SET_RULE, _SET_TEAM = map(_setters, (Finding, RuleResult, Assessment))


def _made(record: type[R], setters: Setters, row: Sequence[Any]) -> R:
    """Fill the slots of a record directly: three times as fast as its constructor.

    The values are those of a record that was valid when it was written, and these records check
    nothing.
    """
    if len(row) != len(setters):
        raise ValueError(f"{len(row)} values for {record.__name__}")
    made = object.__new__(record)
    deque(map(call, setters, repeat(made), row), maxlen=0)
    return made
