"""What is said of a few people laid over what is said of everybody."""

import numpy as np
import pytest

from leadership_model.conditions.laid import laid_over
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tri import Tri

PEOPLE = np.array([1, 3], dtype=np.int32)


def bools(text):
    return np.array([sign == "x" for sign in text], dtype=np.bool_)


def ints(*values):
    return np.array(values, dtype=np.int32)


def test_answers_are_written_over():
    before = Tri(bools("x..."), bools("xx.."))
    found = laid_over(before, Tri(bools("x."), bools("xx")), PEOPLE)
    assert found.sure.tolist() == bools("xx..").tolist()
    assert found.possible.tolist() == bools("xx.x").tolist()
    assert before.sure.tolist() == bools("x...").tolist()


def test_what_says_the_same_is_the_same_value():
    before = Tri(bools("x..."), bools("xx.."))
    assert laid_over(before, Tri(bools(".."), bools("x.")), PEOPLE) is before


def test_a_row_behind_the_last_person_stays():
    before = ChoiceColumn(ints(0, 1, 0, 1, -1), ("甲", "乙"))
    found = laid_over(before, ChoiceColumn(ints(0, 0, -1), ("甲", "乙")), PEOPLE)
    assert found.codes.tolist() == [0, 0, 0, 0, -1]


@pytest.mark.parametrize(
    "few",
    [
        ChoiceColumn(ints(0, 0), ("乙", "甲")),
        ChoiceColumn(ints(0, 0), ("甲", "乙", "丙")),
        ChoiceColumn(ints(0, 0), ("甲", "乙"), ints(0, 0)),
        Tri(bools(".."), bools("..")),
    ],
    ids=["other order", "more values", "reaches", "other kind"],
)
def test_other_terms_are_not_laid(few):
    assert laid_over(ChoiceColumn(ints(0, 1, 0, 1), ("甲", "乙")), few, PEOPLE) is None


def test_texts_sets_and_numbers():
    texts = laid_over(
        TextColumn(("a", "b", None, "d"), bools("..x.")),
        TextColumn((None, "d"), bools("x.")),
        PEOPLE,
    )
    assert texts.texts == ("a", None, None, "d")
    assert texts.absent.tolist() == bools(".xx.").tolist()
    bits = np.zeros((4, 2), dtype=np.bool_)
    sets = laid_over(
        SetColumn(bits, ("甲", "乙"), bools("....")),
        SetColumn(np.ones((2, 2), dtype=np.bool_), ("甲", "乙"), bools("..")),
        PEOPLE,
    )
    assert sets.bits.sum(axis=1).tolist() == [0, 2, 0, 2]
    four, two = np.zeros(4, dtype=np.float32), np.ones(2, dtype=np.float32)
    blank = bools("....")
    numbers = laid_over(
        NumberColumn(four, four, blank, blank, blank),
        NumberColumn(two, two, bools(".."), bools(".."), bools("..")),
        PEOPLE,
    )
    assert numbers.low.tolist() == [0.0, 1.0, 0.0, 1.0]
    assert numbers.low.dtype == np.float32


def test_nobody_changes_nothing():
    before = Tri(bools("x."), bools("x."))
    nobody = np.zeros(0, dtype=np.int32)
    assert laid_over(before, Tri(bools(""), bools("")), nobody) is before
