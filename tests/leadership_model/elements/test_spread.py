import numpy as np
import pytest

from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Meaning,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.elements.spread import MOST_BARS, gaps, shares
from leadership_model.people.gaps import ABSENT, UNKNOWN


def numbers(values, absent=(), unknown=()):
    count = len(values)
    low = np.array(values, dtype=np.float32)
    marks = [np.isin(np.arange(count), rows) for rows in (absent, unknown)]
    return NumberColumn(low, low, marks[0], marks[1], np.zeros(count, dtype=np.bool_))


def choices(codes, values):
    return ChoiceColumn(np.array(codes, dtype=np.int32), values)


def test_the_three_states_share_out_everybody():
    found = gaps(numbers([1, 2, 3, 4], absent=[1], unknown=[3]))
    assert found.known.tolist() == [True, False, True, False]
    assert found.absent.tolist() == [False, True, False, False]
    assert found.unknown.tolist() == [False, False, False, True]


def test_few_numbers_stand_each_by_themselves():
    bars = shares(numbers([3, 1, 3, 2], unknown=[3]), Meaning("x", "number"))
    assert [(bar.label, bar.people.tolist()) for bar in bars] == [("1", [1]), ("3", [0, 2])]


@pytest.mark.parametrize("top", [30, 64, 200, 420])
def test_many_numbers_are_banded_and_nobody_is_lost(top):
    values = list(range(top)) * 2
    bars = shares(numbers(values), Meaning("x", "number"))
    assert len(bars) <= MOST_BARS
    assert sorted(np.concatenate([bar.people for bar in bars]).tolist()) == list(range(2 * top))


def test_the_farthest_do_not_stretch_the_scale():
    bars = shares(numbers([*range(20, 60)] * 5 + [5000]), Meaning("x", "number"))
    assert bars[-1].label.startswith("≥")
    assert 200 in bars[-1].people


def test_months_are_banded_by_year():
    bars = shares(numbers([1975 * 12, 1975 * 12 + 11, 1976 * 12]), Meaning("x", "month"))
    assert [(bar.label, len(bar.people)) for bar in bars] == [("1975", 2), ("1976", 1)]


def test_ranked_values_stand_from_the_top():
    meaning = Meaning("x", "choice", ("小", "大"), ranks={"小": 1, "大": 2})
    bars = shares(choices([0, 1, 0, UNKNOWN, ABSENT], ("小", "大")), meaning)
    assert [(bar.label, bar.people.tolist()) for bar in bars] == [("大", [1]), ("小", [0, 2])]


def test_too_many_values_are_put_together():
    values = tuple(f"值{i}" for i in range(40))
    codes = [i for i in range(40) for _ in range(40 - i)]
    bars = shares(choices(codes, values), Meaning("x", "choice", values, open_values=True))
    assert len(bars) == MOST_BARS
    assert bars[-1].label == "其他"
    assert sum(len(bar.people) for bar in bars) == len(codes)


def test_a_set_counts_everybody_with_each_value():
    bits = np.array([[1, 1], [1, 0], [0, 0], [0, 0]], dtype=np.bool_)
    column = SetColumn(bits, ("经济", "农业"), np.array([False, False, False, True]))
    bars = shares(column, Meaning("x", "set", ("经济", "农业")))
    assert [(bar.label, len(bar.people)) for bar in bars] == [("经济", 2), ("农业", 1), ("没有", 1)]


def test_a_text_is_filled_in_or_not():
    column = TextColumn(("甲", None, None), np.array([False, True, False]))
    assert [len(bar.people) for bar in shares(column, Meaning("x", "text"))] == [1]
    assert gaps(column).unknown.tolist() == [False, False, True]
