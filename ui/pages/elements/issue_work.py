"""The data issues as rows: no Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui import names

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.people.ignored import IgnoredIssue
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.rules.clearing import Progress
    from leadership_model.rules.rule import RuleResult
    from leadership_model.store.signed import SignedEdit
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
    unit: str = ""
    note: "IgnoredIssue | None" = None  # where it was let stand

    @property
    def word(self) -> str:
        """The severity in a word."""
        return WORDS[self.severity][0]


@dataclass(frozen=True, slots=True)
class Found:
    """What a check of the whole base gives: open issues, ignored ones, progress of the units."""

    open: tuple[IssueRow, ...]
    ignored: tuple[IssueRow, ...]
    progress: tuple["UnitRow", ...]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """How far one unit is: its records without issue, ignored and open; `facts` verified of all."""

    id: str
    name: str
    clear: int
    ignored: int
    open: int
    issues: int
    verified: int
    disputed: int
    facts: int


def issues(world: "World", control: "Control") -> Found:
    """Ask all data rules as the department has set them; for a job."""
    from leadership_model.rules import clearing
    from leadership_model.rules.quality import check

    control.report(0.1)
    snapshot = world.snapshot
    found = check(snapshot, world.as_of, world.book)
    control.check()
    left, stand = clearing.split(snapshot, found)
    progress = clearing.progress(snapshot, left, [result for result, _ in stand])
    control.check()
    return Found(
        tuple(_row(snapshot, each, None) for each in left),
        tuple(_row(snapshot, each, note) for each, note in stand),
        _unit_rows(snapshot, progress),
    )


def count_work(world: "World", control: "Control") -> dict[str, int]:
    """Count what is left to do, by section of the page; for a job."""
    from leadership_model.people.unclear import unclear
    from leadership_model.rules import clearing
    from leadership_model.rules.quality import check

    left, _ = clearing.split(world.snapshot, check(world.snapshot, world.as_of, world.book))
    control.check()
    return {"issues": len(left), "careers": len(unclear(world.seating).rows)}


def ignoring(rows: Sequence[IssueRow], reason: str) -> "SignedEdit":
    """Make the edit that lets issues stand."""
    from leadership_model import ids
    from leadership_model.people.ignored import IgnoredIssue
    from leadership_model.store.joint import JointEdit
    from leadership_model.store.signed import SignedEdit

    notes = tuple(
        IgnoredIssue(
            id=ids.new("ii"), rule=row.rule, person=row.person or None, team=row.team or None,
            field=row.field, reason=reason,
        )
        for row in rows
    )  # fmt: skip
    return SignedEdit(JointEdit((), notes))


def minding(rows: Sequence[IssueRow]) -> "SignedEdit":
    """Make the edit that takes ignored issues up again."""
    from leadership_model.store.joint import JointEdit
    from leadership_model.store.signed import SignedEdit

    return SignedEdit(JointEdit(tuple(row.note for row in rows if row.note is not None), ()))


def _unit_rows(snapshot: "Snapshot", progress: "Sequence[Progress]") -> tuple[UnitRow, ...]:
    import numpy as np

    from leadership_model.people.disputes import disputed
    from leadership_model.people.verified import FACTS

    units, count = snapshot["unit"], len(snapshot["unit"])
    home = snapshot.people.ints("unit")
    people = np.bincount(np.where(home < 0, count, home), minlength=count + 1)
    doubts, done = np.zeros(count + 1, np.int64), np.zeros(count + 1, np.int64)
    for fact in FACTS:
        np.add.at(doubts, np.where(home < 0, count, home)[disputed(snapshot, fact)], 1)
    table = snapshot["verification"]
    owner = table.owners()[table.ints("verified") == 1]
    np.add.at(done, np.where(home < 0, count, home)[owner[owner >= 0]], 1)
    return tuple(
        UnitRow(
            units.ids[each.unit] if each.unit >= 0 else "-",
            (units.raw("name")[each.unit] or "") if each.unit >= 0 else "（未填所在单位）",
            each.clear, each.ignored, each.open, each.issues,
            int(done[each.unit]), int(doubts[each.unit]), int(people[each.unit]) * len(FACTS),
        )
        for each in progress
    )  # fmt: skip


def _row(snapshot: "Snapshot", result: "RuleResult", note: "IgnoredIssue | None") -> IssueRow:
    if result.people:
        position = result.people[0]
        person, team = snapshot.people.ids[position], ""
        name = names.person_name(snapshot, position)
        place = names.position_text(snapshot, position)
        home = int(snapshot.people.ints("unit")[position])
    else:
        person, team = "", snapshot.teams.ids[result.team]
        name, place = names.team_name(snapshot, result.team), "班子"
        home = int(snapshot.teams.ints("unit")[result.team])
    unit = (snapshot["unit"].raw("name")[home] or "") if home >= 0 else "（未填所在单位）"
    text = result.have or result.evidence
    key = f"{result.rule}|{person or team}|{result.field}"
    return IssueRow(
        key, result.rule, result.need, result.severity, person, team, name, place, text,
        result.field, unit, note,
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
