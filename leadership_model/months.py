"""Months as integers: year x 12 + month - 1. Every date the program reckons with is one of these.

A state "at month m" is the state at the *end* of m. Spans are half-open: start a, end b holds for
a <= m < b, so in the month of hand-over the successor holds the seat.
"""

import re

FIRST_YEAR = 1900
LAST_YEAR = 2100

_SHAPES = (
    re.compile(r"^(?P<y>\d{4})[.\-/年](?P<m>\d{1,2})(?:[.\-/月](?P<d>\d{1,2})?日?)?月?$"),
    re.compile(r"^(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})?$"),
)


def of(year: int, month: int) -> int:
    """Give the index of a calendar month (month 1 to 12)."""
    if not 1 <= month <= 12:
        raise ValueError(f"a month lies between 1 and 12, not {month}")
    return year * 12 + month - 1


def year_of(month: int) -> int:
    """Give the calendar year of a month index."""
    return month // 12


def month_of(month: int) -> int:
    """Give the calendar month, 1 to 12, of a month index."""
    return month % 12 + 1


def parse(text: str) -> int | None:
    """Read 2026-11, 2026.11, 202611, 20261103, 2026年11月; None when it is no possible month."""
    full = parse_date(text)
    return None if full is None else full[0]


def parse_date(text: str) -> tuple[int, int | None] | None:
    """Read a date as (month index, day or None); None when the calendar has no such date."""
    for shape in _SHAPES:
        found = shape.match(text.strip())
        if not found:
            continue
        year, month = int(found["y"]), int(found["m"])
        day = int(found["d"]) if found["d"] else None
        if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
            return None
        if day is not None and not 1 <= day <= days_in(of(year, month)):
            return None
        return of(year, month), day
    return None


def is_day(text: str) -> bool:
    """Say whether a text is a day of the calendar, written 2026-11-20."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    found = parse_date(text.replace("-", ""))
    return found is not None and found[1] is not None


def days_in(month: int) -> int:
    """Count the days of a month."""
    year, number = year_of(month), month_of(month)
    if number == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if number in (4, 6, 9, 11) else 31


def show(month: int) -> str:
    """Write a month as the field does: 1975.03."""
    return f"{year_of(month)}.{month_of(month):02d}"


def show_known(month: int | None) -> str:
    """Write a month as the field does, nothing where none is recorded."""
    return "" if month is None else show(month)


def show_iso(month: int) -> str:
    """Write a month for files and the command line: 1975-03."""
    return f"{year_of(month)}-{month_of(month):02d}"


def show_digits(month: int) -> str:
    """Write a month for form files: 197503."""
    return f"{year_of(month)}{month_of(month):02d}"


def years_between(start: int, end: int) -> int:
    """Count the completed years from one month to another; the month itself counts as reached."""
    return (end - start) // 12
