"""Who may rise to the next grade 职级 by the years served in the present one, and when.

公务员职务与职级并行规定: the years are those of the code list, counted from the beginning of the
present grade. Each year of 优秀 shortens them, a year of 基本称职 or less, without a grade or not
taken part in does not count (公务员考核规定): by how much are parameters of rule G1. While a
sanction is in force nobody rises. Years to come are taken as 称职. A year nothing is recorded of
may have been either, so the month lies in a span. Whether a place is free: `grade_places`.
"""

from dataclasses import dataclass

import numpy as np

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.people import codes, sanctions
from leadership_model.people.gaps import OPEN, UNKNOWN
from leadership_model.people.table import Bools, Ints
from leadership_model.rules.pairs import sanction_periods

RULE = "G1"
SHORTER, LONGER = 6, 12  # months; the rule's parameters where it says nothing else
NOT_COUNTED = ("基本称职", "不称职", "不定等次", "未参加")


@dataclass(frozen=True, slots=True)
class Due:
    """For each person the month the years are reached: it lies in low..high, equal where known.

    `asked`: in office with a grade above which there is one; others hold UNKNOWN. A person whose
    grade has no beginning on record is asked with 0..OPEN.
    """

    asked: Bools
    low: Ints
    high: Ints


@dataclass(frozen=True, slots=True)
class Reason:
    """How the month of one person comes about; `until` is the end of a sanction, else None."""

    since: int | None
    need: int
    excellent: int
    not_counted: int
    missing: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Reasons:
    """How the months of everybody come about, worked out once for a long list."""

    world: World
    counts: tuple[Ints, Ints, Ints]
    until: Ints

    @staticmethod
    def of(world: World) -> "Reasons":
        """Count everybody's years at once."""
        return Reasons(world, _counts(world), _barred(world)[0])

    def at(self, person: int) -> Reason:
        """Say how the month of one person comes about."""
        people = self.world.snapshot.people
        until = int(self.until[person])
        excellent, poor, missing = (int(each[person]) for each in self.counts)
        return Reason(
            people.raw("grade_since")[person],
            _needs().get(people.raw("grade")[person] or "", 0),
            excellent,
            poor,
            missing,
            until if until > self.world.as_of else None,
        )


def promotions(world: World) -> tuple[int, ...]:
    """Give the people in office who have surely served as long as the next grade asks for."""
    due = spans(world)
    return tuple(int(i) for i in np.flatnonzero(due.asked & (due.high <= world.as_of)))


def due_months(world: World) -> Ints:
    """Give the month each person in office surely reaches the years for the next grade.

    UNKNOWN for whoever holds no grade, the highest one, or one of whom it cannot be said.
    """
    due = spans(world)
    return np.where(due.asked & (due.low == due.high), due.low, UNKNOWN).astype(np.int32)


def spans(world: World) -> Due:
    """Give everybody's month; all at once, no loop over people."""
    people, rule = world.snapshot.people, world.book.at(world.as_of).get(RULE)
    if rule is None:
        nobody = np.zeros(len(people), dtype=np.bool_)
        empty = np.full(len(people), UNKNOWN, dtype=np.int32)
        return Due(nobody, empty, empty)
    shorter = int(rule.parameters.get("excellent_months", SHORTER))
    longer = int(rule.parameters.get("poor_months", LONGER))
    need, since = people.texts("grade").mapped(_needs()), people.ints("grade_since")
    asked = people.texts("status").mask("在职") & (need > 0)
    excellent, poor, missing = _counts(world)
    month = since + need - shorter * excellent + longer * poor
    begun = asked & (since >= 0)
    low = np.where(begun, np.maximum(month - shorter * missing, since), 0)
    high = np.where(begun, np.maximum(month + longer * missing, since), OPEN)
    barred_low, barred_high = _barred(world)
    low, high = np.maximum(low, barred_low), np.maximum(high, barred_high)
    return Due(
        asked,
        np.where(asked, low, UNKNOWN).astype(np.int32),
        np.where(asked, high, UNKNOWN).astype(np.int32),
    )


def next_grade(grade: str | None) -> str | None:
    """Give the grade above one; None for the highest and for what is no grade."""
    ranks = codes.ranks("grades")
    if grade is None or grade not in ranks:
        return None
    return next((name for name, rank in ranks.items() if rank == ranks[grade] + 1), None)


def _needs() -> dict[str, int]:
    """Give the months each grade asks to be held before the next."""
    years = codes.values("grades", "years")
    above = {name: next_grade(name) for name in codes.ranks("grades")}
    return {name: years[up] * 12 for name, up in above.items() if up is not None and up in years}


def _counts(world: World) -> tuple[Ints, Ints, Ints]:
    """Count since the present grade began, up to the year before: 优秀, not counted, no record."""
    table, since = world.snapshot["appraisal"], world.snapshot.people.ints("grade_since")
    year, owner, last = table.ints("year"), table.owners(), months.year_of(world.as_of)
    begun = np.where(owner >= 0, since[owner], UNKNOWN) if len(since) else since
    inside = (owner >= 0) & (begun >= 0) & (year >= begun // 12) & (year < last)

    def count(chosen: Bools) -> Ints:
        return np.bincount(owner[chosen], minlength=len(since)).astype(np.int32)

    results = table.texts("result")
    known = inside & (results.codes >= 0)
    told = np.unique(owner[known].astype(np.int64) * 10_000 + year[known]) // 10_000
    excellent = count(inside & results.mask("优秀"))
    poor = count(inside & results.mask(*NOT_COUNTED))
    years = np.where(since >= 0, np.maximum(last - since // 12, 0), 0)
    recorded = np.bincount(told, minlength=len(since))
    missing = np.maximum(years - recorded, 0).astype(np.int32)
    return excellent, poor, missing


def _barred(world: World) -> tuple[Ints, Ints]:
    """Give the first month no sanction of a person is in force, (earliest, latest); 0: none."""
    table, count = world.snapshot["sanction"], len(world.snapshot.people)
    ends = sanctions.end_spans(table, dict(sanction_periods(world.book.at(world.as_of))))
    owner, month = table.owners(), table.ints("month")
    low, high = np.zeros(count, dtype=np.int32), np.zeros(count, dtype=np.int32)
    rows = (owner >= 0) & ((month < 0) | (month <= world.as_of)) & (ends.high > world.as_of)
    np.maximum.at(low, owner[rows], ends.low[rows])
    np.maximum.at(high, owner[rows], ends.high[rows])
    return low, high
