"""Whether there is a plan, looked at over few columns."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.staffing import possible as module
from leadership_model.staffing.linear import Builder, terms
from leadership_model.staffing.possible import Few, mended, possible

PLACES, EACH = 4, 6


def drawn(seed):
    """Places to be filled from six columns each; rows ask for sums of drawn numbers."""
    rng = np.random.default_rng(seed)
    builder = Builder()
    places = np.repeat(np.arange(PLACES, dtype=np.int32), EACH)
    builder.variables([f"x{at}" for at in range(len(places))], integer=True)
    for place in range(PLACES):
        builder.row(f"place {place}", terms(np.flatnonzero(places == place)), 1.0, 1.0)
    for row in range(3):
        numbers = rng.integers(0, 4, len(places)).astype(float)
        low = float(rng.integers(4, 12))
        builder.row(f"ask {row}", terms(np.arange(len(places)), numbers), low, low + 1.0)
    objective = terms(np.arange(len(places)), rng.normal(size=len(places)))
    return builder.build(objective), places


@given(st.integers(0, 100_000))
@settings(max_examples=15)
def test_few_columns_answer_as_all_do(seed):
    linear, places = drawn(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MANY", 0)
        patch.setattr(module, "SEED", 1)
        patch.setattr(module, "JOIN", 1)
        few = Few.of(places)
        assert len(few.pool) < len(places)
        assert possible(linear, few) == possible(linear)


def test_columns_that_mend_join_and_what_none_mends_is_broken():
    linear, places = drawn(1)
    few = Few(places, np.flatnonzero(np.arange(len(places)) % EACH == 0).astype(np.int32))
    most = linear.with_row("most", terms(np.arange(len(places)), 1.0), low=PLACES)
    assert mended(most, few) == possible(most)
    assert not mended(linear.with_row("more", terms([0, 6]), low=3.0), few)


def test_some_of_each_place_are_begun_with():
    places = np.repeat(np.arange(3, dtype=np.int32), [100, 2, 1])
    few = Few.of(places)
    assert np.unique(places[few.pool]).tolist() == [0, 1, 2]
    assert np.bincount(places[few.pool]).tolist() == [34, 2, 1]


def test_what_columns_are_worth_does_not_matter():
    _, places = drawn(1)
    builder, every = Builder(), np.arange(len(places))
    builder.variables([f"x{at}" for at in every], integer=True)
    for place in range(PLACES):
        builder.row(f"place {place}", terms(np.flatnonzero(places == place)), 0.0, 1.0)
    builder.row("others", terms(np.flatnonzero(every % EACH == 3)), low=2.0)
    few = Few(places, np.flatnonzero(every % EACH == 0).astype(np.int32))
    assert mended(builder.build(terms(every, -1000.0)), few)
