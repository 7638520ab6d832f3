"""Sanctions 处分: until when one takes effect, and which are in force at a month.

Periods: 中国共产党纪律处分条例 (2023), 公职人员政务处分法; kinds and lengths stand
in data/codes/sanctions.toml. A stored end goes before the one worked out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leadership_model.people import codes
from leadership_model.people.gaps import OPEN
from leadership_model.people.table import Bools, Ints, Table


@dataclass(frozen=True, slots=True)
class Ends:
    """First month a sanction is no longer in force, per row; it lies in low..high.

    Equal where it is known. Nothing known: 0..OPEN.
    """

    low: Ints
    high: Ints


def end_span(
    kind: str | None,
    month: int | None,
    ends: int | None = None,
    periods: Mapping[str, float] | None = None,
) -> tuple[int, int]:
    """Give the first month one sanction is no longer in force, as (earliest, latest).

    `periods`: lengths in months that go before those of the code list. For 留党察看 the length
    counts from the end of the one or two years of watching, hence an interval.
    """
    if ends is not None:
        return ends, ends
    length = _length(kind, periods or {})
    if month is None or length is None:
        return (0, OPEN) if month is None else (month, OPEN)
    return month + length[0], month + length[1]


def end_month(
    kind: str | None,
    month: int | None,
    ends: int | None = None,
    periods: Mapping[str, float] | None = None,
) -> int | None:
    """Give the first month one sanction is no longer in force; None where it cannot be said."""
    low, high = end_span(kind, month, ends, periods)
    return low if low == high else None


def end_spans(sanctions: Table, periods: Mapping[str, float] | None = None) -> Ends:
    """Give the first month out of force of every row of the sanction table."""
    rows = zip(sanctions.raw("kind"), sanctions.raw("month"), sanctions.raw("ends"), strict=True)
    spans = [end_span(kind, month, ends, periods) for kind, month, ends in rows]
    both = np.array(spans, dtype=np.int32).reshape(-1, 2)
    return Ends(both[:, 0], both[:, 1])


def in_force(month: Ints, ends: Ends, at: int) -> tuple[Bools, Bools]:
    """Say which sanctions are in force at the end of a month: (surely, possibly).

    In force: month <= at < end. A sanction decided later is not seen; one without a month is
    possibly in force until it has surely ended.
    """
    surely = (month >= 0) & (month <= at) & (at < ends.low)
    possibly = ((month < 0) | (month <= at)) & (at < ends.high)
    return surely, possibly


def kinds_of(rule: str) -> tuple[str, ...]:
    """List the kinds of sanction that fall under a rule (S1 ... S6), in order of the code list."""
    return tuple(name for name, found in codes.values("sanctions", "rule").items() if found == rule)


def _length(kind: str | None, periods: Mapping[str, float]) -> tuple[int, int] | None:
    """Give the shortest and longest time of effect of a kind in months; None when unknown."""
    known = codes.spellings("sanctions").get(kind or "")
    if known is None:
        return None
    length = int(periods.get(known, codes.values("sanctions", "months")[known]))
    before = codes.values("sanctions", "watched").get(known, (0, 0))
    return before[0] + length, before[1] + length
