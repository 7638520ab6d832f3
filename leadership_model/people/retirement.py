"""Statutory retirement 法定退休: the month it falls due, for one person and for all at once.

Since 2025-01 the original ages (men 60, women cadres 55, women workers 50) rise step by step:
国务院关于渐进式延迟法定退休年龄的办法. Women at 县处级 and above, and women with a senior title,
take the men's line of 60 (组通字〔2015〕14号); whether that line rises to 63 as the men's does is
unconfirmed, so the age is a parameter. A flexible early retirement that was agreed goes before
when it is earlier; leaders may not stay longer.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT, OPEN, UNKNOWN
from leadership_model.people.person import Person
from leadership_model.people.table import Bools, Ints, Table

COUNTY_RANK = codes.ranks("levels")["县处级副职"]
COUNTY_WOMEN = 60
EARLY_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Line:
    """One table of the delay: original age, first month of birth delayed, births a step, cap."""

    age_years: int
    first: int
    step: int
    cap: int


LINES = {
    60: Line(60, months.of(1965, 1), 4, 36),
    55: Line(55, months.of(1970, 1), 4, 36),
    50: Line(50, months.of(1975, 1), 2, 60),
}


@dataclass(frozen=True, slots=True)
class Span:
    """The month retirement falls due, per person: it lies in low..high, equal where it is known.

    Nothing known: 0..OPEN, so that `m >= high` is "surely due", `m >= low` "possibly due".
    """

    low: Ints
    high: Ints


def due(birth: int, age_years: int) -> int:
    """Give the statutory month of a birth month on the line of 60, 55 or 50.

    delay = 0 before the first cohort, else min(cap, (birth - first) // step + 1);
    month = birth + 12 x age + delay.
    """
    line = LINES[age_years]
    delay = 0 if birth < line.first else min(line.cap, (birth - line.first) // line.step + 1)
    return birth + 12 * line.age_years + delay


def earliest(due_month: int, birth: int, age_years: int) -> int:
    """Give the first month of a flexible early retirement 弹性提前退休.

    At most three years before the statutory month, never before the original age is reached
    (实施弹性退休制度暂行办法, 2025). Leaders may not stay longer.
    """
    return max(due_month - EARLY_MONTHS, birth + 12 * LINES[age_years].age_years)


def dues(birth: Ints, age_years: int) -> Ints:
    """Give the statutory months of many birth months on one line; meaningless for gaps."""
    line = LINES[age_years]
    delay = np.minimum(line.cap, (birth - line.first) // line.step + 1)
    late = np.where(birth < line.first, 0, delay)
    return (birth + 12 * line.age_years + late).astype(np.int32)


def statutory_month(
    sex: str | None,
    birth: int | None,
    level: str | None,
    work: Literal["干部", "工人"] = "干部",
    *,
    senior: bool = False,
    county_women: int = COUNTY_WOMEN,
    early: int | None = None,
) -> int | None:
    """Give the month one person's retirement falls due; None where it cannot be said.

    `level` matters for women: None = unknown, 无 = holds none. `senior`: holds a senior title.
    """
    line = line_of(sex, level, work, senior=senior, county_women=county_women)
    if birth is None or line is None:
        return None
    month = due(birth, line)
    return month if early is None else min(month, early)


def line_of(
    sex: str | None,
    level: str | None,
    work: Literal["干部", "工人"] = "干部",
    *,
    senior: bool = False,
    county_women: int = COUNTY_WOMEN,
) -> int | None:
    """Give somebody's original age: 60, 55 or 50; None where it cannot be said."""
    if sex == "男":
        return 60
    if sex != "女":
        return None
    if senior:
        return county_women
    if level is None:
        return None
    if codes.ranks("levels").get(level, 0) >= COUNTY_RANK:
        return county_women
    return 50 if work == "工人" else 55


def line_of_person(person: Person) -> int | None:
    """Give the original age of a person on record: 60, 55 or 50; None where it cannot be said."""
    level = "无" if person.is_absent("level") else person.level
    return line_of(person.sex, level, senior=is_senior(person.technical_title or ""))


def month_of_person(person: Person) -> int | None:
    """Give the month a person's retirement falls due; None where it cannot be said."""
    line = line_of_person(person)
    if person.birth is None or line is None:
        return None
    month = due(person.birth, line)
    early = person.early_retirement
    return month if early is None else min(month, early)


def statutory_months(
    woman: Ints,
    birth_low: Ints,
    birth_high: Ints,
    county: Ints,
    *,
    county_women: int = COUNTY_WOMEN,
    early: Ints | None = None,
) -> Span:
    """Give the months due of many people.

    `woman` and `county` (at 县处级 and above, or with a senior title) hold 1, 0 or UNKNOWN;
    births lie in birth_low..birth_high, UNKNOWN where nothing is known; `early` holds months.
    """
    soon = np.where(county == 1, county_women, 55)
    late = np.where(county == 0, 55, county_women)
    low_age = np.where(woman == 0, 60, soon)
    high_age = np.where(woman == 1, late, 60)
    low, high = _on_lines(birth_low, low_age), _on_lines(birth_high, high_age)
    known = birth_low >= 0
    low, high = np.where(known, low, 0), np.where(known, high, OPEN)
    if early is not None:
        low = np.where(early >= 0, np.minimum(low, early), low)
        high = np.where(early >= 0, np.minimum(high, early), high)
    return Span(low.astype(np.int32), high.astype(np.int32))


def of_people(
    people: Table, county_women: int = COUNTY_WOMEN, doubted: Bools | None = None
) -> Span:
    """Give the month due of everybody in the people table, early retirement included.

    `doubted` marks the people whose birth is in dispute and counts as unknown.
    """
    sex, title = people.texts("sex"), people.texts("technical_title")
    woman = np.where(sex.codes >= 0, sex.mask("女"), UNKNOWN).astype(np.int32)
    birth, year = people.ints("birth"), people.ints("birth_year")
    if doubted is not None:
        birth, year = np.where(doubted, UNKNOWN, birth), np.where(doubted, UNKNOWN, year)
    by_year = (birth < 0) & (year > 0)
    rank = people.texts("level").mapped(codes.ranks("levels"))
    county = np.select([rank == ABSENT, rank < 0], [0, UNKNOWN], rank >= COUNTY_RANK)
    county = np.where(_senior(title.table)[title.codes], 1, county)
    return statutory_months(
        woman,
        np.where(by_year, year * 12, birth).astype(np.int32),
        np.where(by_year, year * 12 + 11, birth).astype(np.int32),
        county.astype(np.int32),
        county_women=county_women,
        early=people.ints("early_retirement"),
    )


def is_senior(title: str) -> bool:
    """Say whether a 专业技术职务 is a senior one 高级职称, by its name."""
    bare = title.removeprefix("副")
    starts = ("高级", "正高", "高工", "教授", "研究员", "研究馆员", "主任", "编审", "译审")
    return bare.startswith(starts) or bare in ("一级律师", "二级律师")


def _senior(titles: tuple[str, ...]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Mark the senior titles of a column's table; the last place answers for gaps."""
    return np.array([*(is_senior(title) for title in titles), False, False], dtype=np.bool_)


def _on_lines(birth: Ints, age_years: Ints) -> Ints:
    """Give the month due, each birth on its own line."""
    return np.where(age_years == 60, dues(birth, 60), dues(birth, 55))
