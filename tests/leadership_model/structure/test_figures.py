from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.errors import UserError
from leadership_model.structure import figures
from leadership_model.structure.bounds import bounds_at
from leadership_model.structure.requirement import Filled, Requirement


@given(st.fractions(-50, 50, max_denominator=30), st.fractions(0, 5, max_denominator=12))
def test_a_formula_reads_back(value, per):
    if per or value >= 0:
        assert figures.grown(figures.formula(value, per)) == (value, per)


@given(st.floats(0, 1e6, allow_nan=False))
def test_digits_read_back(value):
    assert float(figures.digits(value)) == value


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        ("3 人", 3, 0),
        ("人数×1/3", 0, Fraction(1, 3)),
        ("人数 * 1/2 + 1 人", 1, Fraction(1, 2)),
        ("班子人数-2", -2, 1),
        ("人数×50%", 0, Fraction(1, 2)),
    ],
)
def test_formulas_as_they_are_typed(text, value, per):
    assert figures.grown(text) == (value, per)


@pytest.mark.parametrize(("text", "value"), [("+1", 1), ("－2", -2), ("增1", 1), ("减少 1/2", Fraction(-1, 2))])  # fmt: skip
def test_differences(text, value):
    assert figures.difference(text) == value
    assert figures.difference(figures.signed(Fraction(value))) == value


@pytest.mark.parametrize("text", ["一", "人数多", "x"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(UserError):
        figures.difference(text)


@pytest.mark.parametrize(("present", "lo", "hi"), [(0, 1, 0), (1, 2, 0), (9, 4, 7), (10, 5, 8)])
def test_bounds_that_grow_with_the_team_are_rounded_away_from_it(present, lo, hi):
    asked = Requirement(
        id="r", dimension="x", label="x", measure=Filled(),
        lo=Fraction(1), lo_per=Fraction(1, 3), hi=Fraction(-2), hi_per=Fraction(1),
    )  # fmt: skip
    assert bounds_at(asked, present) == (lo, hi)


def test_a_formula_needs_its_bound():
    with pytest.raises(ValueError, match="没有写全"):
        Requirement(id="r", dimension="x", label="x", measure=Filled(), lo_per=Fraction(1))
