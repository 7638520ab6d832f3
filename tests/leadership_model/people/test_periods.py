"""Parts of a year."""

import pytest

from leadership_model import months
from leadership_model.people import periods


@pytest.mark.parametrize(
    ("code", "kind", "found"),
    [
        ("", "half", ("H1", "H2")),
        ("", "year", ("",)),
        ("H1", "month", ("01", "02", "03", "04", "05", "06")),
        ("H2", "month", ("07", "08", "09", "10", "11", "12")),
        ("H2", "half", ("H2",)),
        ("03", "month", ("03",)),
        ("03", "half", ()),
        ("H1", "year", ()),
    ],
)
def test_shorter_periods_lie_in_longer_ones(code, kind, found):
    assert periods.inside(code, kind) == found


@pytest.mark.parametrize(
    ("code", "words", "last"),
    [("H1", "2026年上半年", 6), ("H2", "2026年下半年", 12), ("", "2026年全年", 12),
     ("03", "2026年3月", 3)],
)  # fmt: skip
def test_periods_in_words_and_their_last_month(code, words, last):
    assert periods.show(2026, code) == words
    assert periods.last_month(2026, code) == months.of(2026, last)


@pytest.mark.parametrize(
    ("month", "kind", "found"),
    [(6, "half", "H1"), (7, "half", "H2"), (12, "half", "H2"), (11, "month", "11"),
     (1, "year", "")],
)  # fmt: skip
def test_the_period_a_month_lies_in(month, kind, found):
    assert periods.current(months.of(2026, month), kind) == (2026, found)
