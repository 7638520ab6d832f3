"""The data issues as rows: no Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui import names

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.rules.rule import RuleResult
    from ui.jobs import Control

# severity of a data rule -> word, mark
WORDS = {"forbid": ("错误", "red"), "warn": ("警告", "yellow"), "note": ("提示", "unknown")}


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue: rule, severity, whom it is about, where he works, what is wrong."""

    id: str
    rule: str
    title: str
    severity: str
    person: str
    team: str
    name: str
    place: str
    text: str
    field: str

    @property
    def word(self) -> str:
        """The severity in a word."""
        return WORDS[self.severity][0]


def issues(snapshot: "Snapshot", as_of: int, control: "Control") -> tuple[IssueRow, ...]:
    """Ask all data rules; for a job."""
    from leadership_model.rules.quality import check

    control.report(0.1)
    found = check(snapshot, as_of)
    control.check()
    return tuple(_row(snapshot, at, each) for at, each in enumerate(found))


def _row(snapshot: "Snapshot", at: int, result: "RuleResult") -> IssueRow:
    if result.people:
        position = result.people[0]
        person, team = snapshot.people.ids[position], ""
        name = names.person_name(snapshot, position)
        place = names.position_text(snapshot, position)
    else:
        person, team = "", snapshot.teams.ids[result.team]
        name, place = names.team_name(snapshot, result.team), "班子"
    text = result.have or result.evidence
    key = f"{result.rule}|{person or team}|{result.field}|{at}"
    return IssueRow(
        key, result.rule, result.need, result.severity, person, team, name, place, text,
        result.field,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleCount:
    """One rule with how many issues it found."""

    rule: str
    title: str
    severity: str
    count: int


def by_rule(rows: Sequence[IssueRow]) -> tuple[RuleCount, ...]:
    """Count the issues of each rule, the gravest rules first."""
    counts: dict[str, int] = {}
    first: dict[str, IssueRow] = {}
    for row in rows:
        counts[row.rule] = counts.get(row.rule, 0) + 1
        first.setdefault(row.rule, row)
    order = list(WORDS)
    made = [RuleCount(r, first[r].title, first[r].severity, n) for r, n in counts.items()]
    return tuple(sorted(made, key=lambda each: (order.index(each.severity), each.rule)))
