"""Parts of a year figures are entered for: its months, its halves, the year itself.

A code is 01 to 12, H1, H2, or empty for the whole year.
"""

from collections.abc import Mapping
from typing import Literal

from leadership_model import months

Kind = Literal["month", "half", "year"]
MONTHS = tuple(f"{number:02d}" for number in range(1, 13))
HALVES = ("H1", "H2")
YEAR = ""
CODES: Mapping[Kind, tuple[str, ...]] = {"month": MONTHS, "half": HALVES, "year": (YEAR,)}
_WORDS = {"H1": "上半年", "H2": "下半年", YEAR: "全年"}


def inside(code: str, kind: Kind) -> tuple[str, ...]:
    """Give the periods of a kind that lie in a period; nothing where they are longer than it."""
    if kind == "year":
        return (YEAR,) if code == YEAR else ()
    if code == YEAR:
        return CODES[kind]
    if kind == "half":
        return (code,) if code in HALVES else ()
    if code in HALVES:
        return MONTHS[:6] if code == "H1" else MONTHS[6:]
    return (code,)


def offered(kind: Kind) -> tuple[str, ...]:
    """Give the periods results can be asked for: those entered, then the whole year."""
    return CODES[kind] if kind == "year" else (*CODES[kind], YEAR)


def show(year: int, code: str) -> str:
    """Write a period: 2026年上半年, 2026年3月, 2026年全年."""
    return f"{year}年{_WORDS.get(code) or f'{int(code)}月'}"


def last_month(year: int, code: str) -> int:
    """Give the month a period ends with."""
    return months.of(year, {"H1": 6, "H2": 12, YEAR: 12}.get(code) or int(code))


def current(as_of: int, kind: Kind) -> tuple[int, str]:
    """Give the period of a kind the reference month lies in."""
    year = months.year_of(as_of)
    code = next(c for c in CODES[kind] if last_month(year, c) >= as_of)
    return year, code


def after(year: int, code: str, kind: Kind) -> tuple[int, str]:
    """Give the period of a kind that follows one of them."""
    found = CODES[kind]
    at = found.index(code) + 1
    return (year, found[at]) if at < len(found) else (year + 1, found[0])
