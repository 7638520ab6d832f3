"""Who may rise to the next grade 职级 by the years served in the present one, and when.

公务员职务与职级并行规定: the years are those of the code list, counted from the beginning of the
present grade. The month they are full is found year by year: each year of 优秀 that is over adds to
what has been served, a year of 基本称职 or less, without a grade or not taken part in takes off
(公务员考核规定; by how much are parameters of rule G1). What happens in a year after the years were
full changes nothing. While a sanction is in force nobody rises. Years to come are taken as 称职. A
year nothing is recorded of may have been either, so the month lies in a span. Whether a place is
free: `grade_places`.
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
YEARS = 10_000  # what a person's position is multiplied by, to stand before a year
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
    """How the month of one person comes about; `until` is the end of a sanction, else None.

    Years are counted up to the one before the latest month the years are full.
    """

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
        high = _full(world)[1] if RULE in world.book.at(world.as_of) else None
        return Reasons(world, _counts(world, high), _barred(world)[0])

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
    need, since = people.texts("grade").mapped(_needs()), people.ints("grade_since")
    asked = people.texts("status").mask("在职") & (need > 0)
    begun = asked & (since >= 0)
    full = _full(world)
    low, high = np.where(begun, full[0], 0), np.where(begun, full[1], OPEN)
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


def _full(world: World) -> tuple[Ints, Ints]:
    """Give the month everybody's years are full, (earliest, latest); UNKNOWN without a beginning.

    Whoever holds no grade that another stands above is given the beginning itself.
    """
    rule = world.book.at(world.as_of)[RULE]
    shorter = int(rule.parameters.get("excellent_months", SHORTER))
    longer = int(rule.parameters.get("poor_months", LONGER))
    told = _Told.of(world)
    # Of a year nothing is recorded of, the best and the worst.
    low = _walk(
        world, told.keys, np.where(told.best > 0, shorter, -longer * (told.best < 0)), shorter
    )
    high = _walk(
        world, told.keys, np.where(told.worst > 0, shorter, -longer * (told.worst < 0)), -longer
    )
    return low, high


def _walk(world: World, keys: Ints, gains: Ints, else_: int) -> Ints:
    """Go from year to year with all whose years are not full yet, until they are."""
    people, last = world.snapshot.people, months.year_of(world.as_of)
    since = people.ints("grade_since")
    need = np.maximum(people.texts("grade").mapped(_needs()), 0)
    found = np.full(len(people), UNKNOWN, dtype=np.int32)
    who = np.flatnonzero(since >= 0).astype(np.int32)
    year, gained = since[who] // 12, np.zeros(len(who), dtype=np.int32)
    while len(who):
        month = np.maximum(since[who] + np.maximum(need[who] - gained, 0), year * 12)
        full = (month < (year + 1) * 12) | (year >= last)
        found[who[full]] = month[full]
        who, year, gained = who[~full], year[~full], gained[~full]
        gained = gained + _looked_up(keys, gains, _key(who, year), else_)
        year = year + 1
    return found


def _looked_up(keys: Ints, values: Ints, wanted: Ints, else_: int) -> Ints:
    """Give the value of each key wanted, `else_` where it is not among the sorted keys."""
    if not len(keys):
        return np.full(len(wanted), else_, dtype=np.int32)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at], else_).astype(np.int32)


def _key(person: Ints, year: Ints) -> Ints:
    return person.astype(np.int64) * YEARS + year


@dataclass(frozen=True, slots=True)
class _Told:
    """What is recorded of each person's years: sorted keys, 1 优秀, -1 not counted, 0 else.

    Where two records of one year differ, `best` and `worst` do.
    """

    keys: Ints
    best: Ints
    worst: Ints

    @staticmethod
    def of(world: World) -> "_Told":
        table = world.snapshot["appraisal"]
        year, owner, results = table.ints("year"), table.owners(), table.texts("result")
        known = (owner >= 0) & (year >= 0) & (results.codes >= 0)
        kind = results.mask("优秀").astype(np.int32) - results.mask(*NOT_COUNTED)
        keys, at = np.unique(_key(owner[known], year[known]), return_inverse=True)
        best, worst = np.full(len(keys), -1, dtype=np.int32), np.ones(len(keys), dtype=np.int32)
        np.maximum.at(best, at, kind[known])
        np.minimum.at(worst, at, kind[known])
        return _Told(keys, best, worst)


def _counts(world: World, high: Ints | None) -> tuple[Ints, Ints, Ints]:
    """Count the years since the present grade that made the month: 优秀, not counted, no record."""
    told, since = _Told.of(world), world.snapshot.people.ints("grade_since")
    last = np.full(len(since), months.year_of(world.as_of), dtype=np.int32)
    if high is not None:
        last = np.minimum(last, high // 12)
    owner, year = told.keys // YEARS, told.keys % YEARS
    inside = (since[owner] >= 0) & (year >= since[owner] // 12) & (year < last[owner])

    def count(chosen: Bools) -> Ints:
        return np.bincount(owner[chosen], minlength=len(since)).astype(np.int32)

    years = np.where(since >= 0, np.maximum(last - since // 12, 0), 0)
    missing = (years - count(inside)).astype(np.int32)
    return count(inside & (told.worst > 0)), count(inside & (told.worst < 0)), missing


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
