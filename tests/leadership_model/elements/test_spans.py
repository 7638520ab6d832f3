"""Months in rows, each counted once; checked against counting months one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.elements import spans

SPANS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 20), st.integers(0, 9)), max_size=12
).map(sorted)


def cut(found):
    owner, start, length = (np.array([each[i] for each in found], dtype=np.int32) for i in range(3))
    return spans.pieces(owner, start, start + length)


def months_of(found, person):
    return {
        m for owner, start, length in found if owner == person for m in range(start, start + length)
    }


def stretches(found, person):
    held = months_of(found, person)
    lengths = [0]
    for m in range(40):
        if m in held:
            lengths[-1] += 1
        else:
            lengths.append(0)
    return lengths


@given(SPANS)
def test_overlapping_rows_count_once(found):
    assert spans.total(cut(found), 4).tolist() == [len(months_of(found, p)) for p in range(4)]


@given(SPANS)
def test_the_longest_stretch_has_no_gap(found):
    assert spans.longest(cut(found), 4).tolist() == [max(stretches(found, p)) for p in range(4)]


@given(SPANS, st.integers(0, 30))
def test_the_running_stretch_reaches_up_to_the_month(found, month):
    clipped = [(p, s, min(s + n, month) - s) for p, s, n in found if s <= month]
    wanted = []
    for person in range(4):
        held, length = months_of(clipped, person), 0
        while month - 1 - length in held:
            length += 1
        wanted.append(length)
    assert spans.running(cut(clipped), 4, month).tolist() == wanted


def test_rows_that_touch_are_one_stretch():
    assert spans.longest(cut([(0, 0, 5), (0, 5, 5)]), 1).tolist() == [10]
    assert spans.longest(cut([(0, 0, 5), (0, 6, 5)]), 1).tolist() == [5]


def test_nobody_has_no_months():
    assert spans.total(cut([]), 2).tolist() == [0, 0]
    assert spans.longest(cut([]), 2).tolist() == [0, 0]
    assert spans.running(cut([]), 2, 5).tolist() == [0, 0]
