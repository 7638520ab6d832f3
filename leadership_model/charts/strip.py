"""Months from left to right: the state of a team and each of its requirements, as runs."""

from collections.abc import Iterator
from dataclasses import dataclass

from leadership_model.assessment.finding import STATE_WORDS, VERDICT_WORDS, Assessment
from leadership_model.assessment.forecast import Forecast
from leadership_model.assessment.phrase import span


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Months start..end - 1 in which a line says the same. `mark`: a verdict or state, or empty."""

    start: int
    end: int
    mark: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """One line. `id`: the requirement, empty for the state."""

    id: str
    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Lines over the months start..end - 1."""

    title: str
    start: int
    end: int
    rows: tuple[StripRow, ...] = ()


def strip(found: Forecast, team: int, title: str = "") -> Strip:
    """Draw a team's months: one line for the state, one for each requirement ever asked."""
    turns = found.turns[team]
    labels = {f.requirement: f.label for _, each in turns for f in each.findings}
    rows = [StripRow(id="", label="状态", runs=_runs(found, team, ""))]
    rows += [
        StripRow(id=id, label=name, runs=_runs(found, team, id)) for id, name in labels.items()
    ]
    return Strip(title=title, start=found.first, end=found.last + 1, rows=tuple(rows))


def _runs(found: Forecast, team: int, id: str) -> tuple[Run, ...]:
    """Join what says the same from one turn to the next."""
    runs: list[Run] = []
    for start, end, assessment in _spans(found, team):
        mark, text, note = _state(assessment) if not id else _verdict(assessment, id)
        last = runs[-1] if runs else None
        if last is not None and (last.mark, last.text) == (mark, text):
            start = runs.pop().start
        runs.append(Run(start=start, end=end, mark=mark, text=text, note=note))
    return tuple(runs)


def _spans(found: Forecast, team: int) -> Iterator[tuple[int, int, Assessment]]:
    turns = found.turns[team]
    ends = [month for month, _ in turns[1:]] + [found.last + 1]
    for (start, assessment), end in zip(turns, ends, strict=True):
        yield start, end, assessment


def _state(each: Assessment) -> tuple[str, str, str]:
    word = STATE_WORDS[each.state]
    if each.score_low is None or each.score_high is None:
        return each.state, word, word
    score = span(round(each.score_low, 1), round(each.score_high, 1))
    return each.state, word, f"{word}，{score} 分，在任 {each.filled} / {each.seats}"


def _verdict(assessment: Assessment, id: str) -> tuple[str, str, str]:
    for each in assessment.findings:
        if each.requirement == id:
            text = span(each.measured_low, each.measured_high)
            return each.verdict, text, f"{VERDICT_WORDS[each.verdict]}：{each.detail}"
    return "", "不考核", "这个月不考核"
