"""Q14 of those promoted to posts of 乡科级, by this room's own reading (see `truths`).

Asked of the month the present seat was taken, as things stood just before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from leadership_model.people import codes
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.sample.rule_truths import SURE
from leadership_model.sample.sitting import Sitting, posts_held
from leadership_model.sample.truth import Truth

NEED = {"乡科级正职": 24, "乡科级副职": 36}
BELOW = {"乡科级正职": "乡科级副职", "乡科级副职": "科员"}
COLLEGE = "大专"
FAR = 2100 * 12  # no month of a city lies beyond


@dataclass(frozen=True, slots=True)
class _Stood:
    """The level somebody held: its rank lies in low..high, since when (None = not on record)."""

    low: int
    high: int
    since: int | None


def section_truths(sitting: Sitting) -> Iterator[Truth]:
    """List who surely or perhaps was promoted too early, or without the schooling."""
    for team, post, tenure, person in sitting.seats():
        if not tenure.promoted or tenure.start is None or post.level not in NEED:
            continue
        stood, target = _stood(sitting, person, tenure.start - 1), codes.ranks("levels")[post.level]
        if target <= stood.low:
            continue  # no promotion
        sure, possible = _passes(sitting, person, post.level, tenure.start, stood)
        if sure:
            continue
        fails = not possible and target > stood.high
        yield Truth("Q14", "fail" if fails else "unknown", (person.id,), team.id, post.id)


def _stood(sitting: Sitting, person: Person, month: int) -> _Stood:
    ranks = codes.ranks("levels")
    if person.level and person.level_since is not None and person.level_since <= month:
        rank = ranks[person.level]
        return _Stood(rank, rank, person.level_since)
    if person.level is None and (person.grade or person.is_absent("level")):
        return _Stood(0, 0, None)
    held = [
        ranks[row.level]
        for row in posts_held(sitting, person.id)
        if row.level and (row.sure or 0) >= SURE and month in _months(row)
    ]
    if not held:
        return _Stood(0, max(ranks.values()), None)
    covered, start = _at_least(sitting, person, max(held)), month
    while start - 1 in covered:
        start -= 1
    return _Stood(max(held), max(held), start)


def _passes(
    sitting: Sitting, person: Person, level: str, month: int, stood: _Stood
) -> tuple[bool, bool]:
    """Say whether the years and the schooling are there: surely, possibly."""
    ranks, need = codes.ranks("levels"), NEED[level]
    below, deputy = ranks[BELOW[level]], level == "乡科级副职"
    known = stood.low == stood.high == below and stood.since is not None
    have = month - (stood.since or 0) if known else 0
    grades = codes.ranks("grades")
    clerk = deputy and person.grade and grades[person.grade] >= grades["一级科员"]
    if clerk and person.grade_since is not None:
        have, known = max(have, month - person.grade_since), True
    have = max(have, len([m for m in _at_least(sitting, person, below) if m < month]))
    rows = posts_held(sitting, person.id)
    worked = {m for row in rows for m in _months(row) if m < month}
    schooling = [
        codes.ranks("education")[row.schooling]
        for row in sitting.register.educations.get(person.id, [])
        if row.schooling
    ]
    college = codes.ranks("education")[COLLEGE]
    schooled = not deputy or max(schooling, default=-1) >= college
    unschooled = deputy and bool(schooling) and not schooled
    long = have >= need or stood.low > below
    other = deputy and len(worked) >= need
    open_ = not known and not _complete(sitting, person)
    return long and schooled, (long or open_ or other) and not unschooled


def _at_least(sitting: Sitting, person: Person, rank: int) -> set[int]:
    """Give the months in which a level of this rank or above was held, by what was surely read."""
    ranks = codes.ranks("levels")
    return {
        month
        for row in posts_held(sitting, person.id)
        if row.level and ranks[row.level] >= rank and (row.sure or 0) >= SURE
        for month in _months(row)
    }


def _complete(sitting: Sitting, person: Person) -> bool:
    rows = sitting.careers.get(person.id, [])
    return bool(person.resume) and all(
        (row.sure or 0) >= SURE and row.start is not None for row in rows
    )


def _months(row: CareerEntry) -> range:
    return range(row.start or 0, FAR if row.end is None else row.end)
