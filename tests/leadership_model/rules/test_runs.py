import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.people.gaps import OPEN
from leadership_model.rules.runs import join


def runs(*rows, count=3):
    columns = np.array(rows, dtype=np.int32).reshape(-1, 3)
    return join(count, columns[:, 0], columns[:, 1], columns[:, 2])


def ask(found, person, month):
    one, when = np.array([person], dtype=np.int32), np.array([month], dtype=np.int32)
    return int(found.total(one, when)[0]), int(found.since(one, when)[0])


def test_touching_rows_are_one_stretch():
    found = runs((0, 10, 20), (0, 20, 30))
    assert ask(found, 0, 29) == (19, 10)
    assert ask(found, 0, 30) == (20, -1)


def test_overlaps_count_once_and_gaps_break():
    found = runs((1, 10, 20), (1, 15, 18), (1, 25, OPEN))
    assert ask(found, 1, 40) == (25, 25)
    assert ask(found, 1, 22) == (10, -1)


def test_somebody_else_has_none():
    found = runs((1, 10, 20))
    assert ask(found, 0, 40) == (0, -1)
    assert ask(found, 2, 15) == (0, -1)


def test_before_the_first_and_nothing_at_all():
    assert ask(runs((0, 10, 20)), 0, 10) == (0, 10)
    assert ask(runs((0, 10, 20)), 0, 9) == (0, -1)
    assert ask(runs(), 0, 50) == (0, -1)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 40), st.integers(0, 40)), max_size=12),
    st.integers(0, 2),
    st.integers(0, 45),
)
def test_equals_counting_month_by_month(rows, person, month):
    held = {m for p, a, b in rows if p == person for m in range(a, b)}
    total, since = ask(runs(*rows), person, month)
    assert total == len([m for m in held if m < month])
    if month in held:
        first = month
        while first - 1 in held:
            first -= 1
        assert since == first
    else:
        assert since == -1
