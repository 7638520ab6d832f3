"""The months 职级 fall due, person by person, by this room's own walk through the calendar."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.person import Appraisal, Person
from leadership_model.sample.register import Register

# Years in a grade before the next one (公务员职务与职级并行规定).
ASKED = {
    "二级科员": 2,
    "一级科员": 2,
    "四级主任科员": 2,
    "三级主任科员": 2,
    "二级主任科员": 2,
    "一级主任科员": 2,
    "四级调研员": 2,
    "三级调研员": 2,
    "二级调研员": 3,
    "一级调研员": 4,
    "二级巡视员": 4,
}
WINDOW = (-1, 13)  # months from the reference month of which everybody is stated
Told = Mapping[str, Mapping[int, str]]  # results by person and year


@dataclass(frozen=True, slots=True)
class GradeTruth:
    """The months in which the years of one person are full, earliest and latest.

    Both None where the beginning of the grade is lost; `planted` whether it was put in on purpose.
    """

    person: str
    low: int | None
    high: int | None
    planted: bool = False


def results_of(register: Register) -> dict[str, dict[int, str]]:
    """Give what is recorded of each person's years."""
    told: dict[str, dict[int, str]] = {}
    for row in register.rows:
        if isinstance(row, Appraisal) and row.person and row.year and row.result:
            told.setdefault(row.person, {})[row.year] = row.result
    return told


def find(register: Register, planted: Set[str]) -> tuple[GradeTruth, ...]:
    """State everybody whose years are, or may be, full in a month of WINDOW; by id."""
    told = results_of(register)
    first, last = (register.as_of + each for each in WINDOW)
    found = []
    for person in register.people.values():
        if person.status != "在职" or person.grade not in ASKED:
            continue
        truth = GradeTruth(person.id, None, None)
        if person.grade_since is not None:
            truth = GradeTruth(person.id, *_span(register, person, told.get(person.id, {})))
        if truth.low is None or truth.high is None or (first <= truth.high and truth.low <= last):
            found.append(replace(truth, planted=person.id in planted))
    return tuple(sorted(found, key=lambda each: each.person))


def _span(register: Register, person: Person, told: Mapping[int, str]) -> tuple[int, int]:
    """Give the month with every year nobody recorded at its best, and at its worst."""
    since, asked = person.grade_since or 0, 12 * ASKED[person.grade or ""]
    low, high = (full(since, asked, told, register.as_of, gap) for gap in ("优秀", "基本称职"))
    return tuple(max(each, *_barred(register, person.id)) for each in (low, high))  # type: ignore[return-value]


def full(since: int, asked: int, told: Mapping[int, str], as_of: int, gap: str) -> int:
    """Go month by month until enough is served; a year is worth what it was when it is over."""
    served, month = 0, since
    while served < asked:
        month += 1
        served += 1
        over = month // 12 - 1
        if month % 12 == 0 and since // 12 <= over < as_of // 12:
            served += {"优秀": 6, "称职": 0}.get(told.get(over, gap), -12)
    return month


def _barred(register: Register, person: str) -> Iterator[int]:
    """Give the ends of the sanctions still in force, and 0."""
    lasts = codes.values("sanctions", "months")
    yield 0
    for row in register.sanctions.get(person, []):
        if row.month is not None and row.month <= register.as_of and row.kind in lasts:
            end = row.ends or row.month + lasts[row.kind or ""]
            if end > register.as_of:
                yield end


def document(truths: tuple[GradeTruth, ...]) -> list[dict[str, Any]]:
    """Put them into the form of the file beside a database."""

    def shown(month: int | None) -> str | None:
        return None if month is None else months.show_iso(month)

    return [
        {
            "person": each.person,
            "low": shown(each.low),
            "high": shown(each.high),
            "planted": each.planted,
        }
        for each in truths
    ]
