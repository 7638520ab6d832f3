"""How far the data issues are cleared: which are ignored, and what is left, unit by unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leadership_model.people.ignored import IgnoredIssue
from leadership_model.people.snapshot import Snapshot
from leadership_model.rules.rule import RuleResult

Key = tuple[str, str, str, str]  # rule, id of the person, id of the team, field


@dataclass(frozen=True, slots=True)
class Progress:
    """One unit: its records (people and teams) without issue, with open ones, with ignored ones.

    A record with an open issue counts as open whatever else is ignored. `unit` -1: no unit given.
    `issues` and `let_stand` count issues.
    """

    unit: int
    clear: int
    open: int
    ignored: int
    issues: int
    let_stand: int

    @property
    def records(self) -> int:
        """How many people and teams the unit has."""
        return self.clear + self.open + self.ignored


def key_of(snapshot: Snapshot, result: RuleResult) -> Key:
    """Name an issue so that it is found again at the next check."""
    person = snapshot.people.ids[result.people[0]] if result.people else ""
    team = "" if person or result.team < 0 else snapshot.teams.ids[result.team]
    return result.rule, person, team, result.field


def ignored(snapshot: Snapshot) -> Mapping[Key, IgnoredIssue]:
    """Give what was ignored, by the issue."""
    return snapshot.remember("ignored issues", lambda: _ignored(snapshot))


def split(
    snapshot: Snapshot, results: Iterable[RuleResult]
) -> tuple[tuple[RuleResult, ...], tuple[tuple[RuleResult, IgnoredIssue], ...]]:
    """Part the issues into the open ones and those let stand, each with its reason."""
    known = ignored(snapshot)
    left: list[RuleResult] = []
    stand: list[tuple[RuleResult, IgnoredIssue]] = []
    people, teams = snapshot.people.ids, snapshot.teams.ids
    for each in results:
        person = people[each.people[0]] if each.people else ""
        team = "" if person or each.team < 0 else teams[each.team]
        note = known.get((each.rule, person, team, each.field)) if known else None
        if note is None:
            left.append(each)
        else:
            stand.append((each, note))
    return tuple(left), tuple(stand)


def progress(
    snapshot: Snapshot, left: Iterable[RuleResult], stand: Iterable[RuleResult]
) -> tuple[Progress, ...]:
    """Count the records of every unit, in the order of units; those without one come last."""
    states: dict[tuple[str, int], int] = {}
    units = {
        "person": snapshot.people.ints("unit").tolist(),
        "team": snapshot.teams.ints("unit").tolist(),
    }
    counts: dict[int, list[int]] = {}
    for kind, of in units.items():
        for at, unit in enumerate(of):
            states[kind, at] = 0
            counts.setdefault(max(unit, -1), [0, 0, 0, 0, 0])
    for column, state, results in ((4, 1, stand), (3, 2, left)):
        for each in results:
            record = ("person", each.people[0]) if each.people else ("team", each.team)
            states[record] = max(states[record], state)
            counts[max(units[record[0]][record[1]], -1)][column] += 1
    for (kind, at), state in states.items():
        counts[max(units[kind][at], -1)][state] += 1
    order = sorted(counts, key=lambda unit: (unit < 0, unit))
    return tuple(
        Progress(unit, counts[unit][0], counts[unit][2], counts[unit][1], *counts[unit][3:])
        for unit in order
    )


def _ignored(snapshot: Snapshot) -> dict[Key, IgnoredIssue]:
    table = snapshot["ignored_issue"]
    found = (table.record(row) for row in range(len(table)))
    return {(e.rule or "", e.person or "", e.team or "", e.field or ""): e for e in found}
