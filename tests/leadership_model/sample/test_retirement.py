import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.people.retirement import due as shared_due
from leadership_model.sample import retirement

CASES = [
    ("男", 1964, 12, None, (2024, 12)),
    ("男", 1965, 1, None, (2025, 2)),
    ("男", 1965, 4, None, (2025, 5)),
    ("男", 1965, 5, None, (2025, 7)),
    ("男", 1970, 6, None, (2031, 11)),
    ("男", 1976, 8, None, (2039, 7)),
    ("男", 1976, 9, None, (2039, 9)),
    ("女", 1969, 12, "乡科级正职", (2024, 12)),
    ("女", 1970, 1, "乡科级正职", (2025, 2)),
    ("女", 1981, 9, "乡科级副职", (2039, 9)),
    ("女", 1970, 6, "县处级副职", (2031, 11)),
]


@pytest.mark.parametrize(("sex", "year", "month", "level", "expected"), CASES)
def test_check_values(sex, year, month, level, expected):
    assert retirement.due(sex, months.of(year, month), level) == months.of(*expected)


def test_women_with_a_senior_title_take_the_line_of_sixty():
    birth = months.of(1970, 6)
    assert retirement.due("女", birth, "乡科级副职", "高级教师") == months.of(2031, 11)
    assert retirement.due("女", birth, "乡科级副职", "一级教师") == months.of(2025, 8)


@given(st.integers(months.of(1940, 1), months.of(2005, 12)), st.booleans())
def test_both_tables_agree(birth, man):
    sex, age = ("男", 60) if man else ("女", 55)
    assert retirement.due(sex, birth, "乡科级正职") == shared_due(birth, age)
