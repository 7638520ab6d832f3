"""The borders of each leaf: 无 against unknown, intervals, ranks, sets, texts."""

import numpy as np
import pytest

from leadership_model.conditions.leaf import answer
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Meaning,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tree import Between, Compare, Contains, Is, Part, Within
from leadership_model.errors import UserError

AGE = Meaning("年龄", "number", low=18, high=70)
SCHOOL = Meaning("学历", "choice", ("大专", "大学", "党校大学", "研究生"), {
    "大专": 1, "大学": 2, "党校大学": 2, "研究生": 3,
})  # fmt: skip


def number(low, high=None, *, absent=False, may=False):
    high = low if high is None else high
    unknown = (low != high or may) and not absent
    start, stop = np.array([low], dtype=np.float32), np.array([high], dtype=np.float32)
    return NumberColumn(start, stop, np.array([absent]), np.array([unknown]), np.array([may]))


def school(text, at_least=None):
    values = (*SCHOOL.values, "函授")
    codes = {None: -1, "无": -2}
    code = codes.get(text, values.index(text) if text in values else 0)
    reached = None if at_least is None else np.array([values.index(at_least)])
    return ChoiceColumn(np.array([code]), values, reached)


@pytest.mark.parametrize("op", ["=", ">", ">=", "<", "<="])
def test_a_comparison_with_none_is_false_and_its_opposite_true(op):
    assert answer(Compare("年龄", op, 40), number(0, absent=True), AGE).at(0) is False
    assert answer(Compare("年龄", "≠", 40), number(0, absent=True), AGE).at(0) is True
    assert answer(Compare("学历", op, "大学"), school("无"), SCHOOL).at(0) is False
    assert answer(Compare("学历", "≠", "大学"), school("无"), SCHOOL).at(0) is True


@pytest.mark.parametrize(
    ("part", "low", "high", "expected"),
    [
        (Compare("年龄", "<=", 42), 42, 42, True),
        (Compare("年龄", "<", 42), 42, 42, False),
        (Compare("年龄", "<=", 42), 41, 42, True),
        (Compare("年龄", "<=", 42), 42, 43, None),
        (Compare("年龄", "<=", 42), 43, 44, False),
        (Compare("年龄", ">", 42), 42, 43, None),
        (Compare("年龄", ">=", 42), 42, 43, True),
        (Compare("年龄", "=", 42), 42, 43, None),
        (Compare("年龄", "=", 42), 43, 44, False),
        (Compare("年龄", "≠", 42), 43, 44, True),
        (Compare("年龄", "≠", 42), 42, 43, None),
        (Between("年龄", 40, 42), 40, 42, True),
        (Between("年龄", 40, 42), 39, 40, None),
        (Between("年龄", 40, 42), 42, 43, None),
        (Between("年龄", 40, 42), 43, 44, False),
        (Within("年龄", (40, 42)), 41, 41, False),
        (Within("年龄", (40, 42)), 41, 42, None),
        (Within("年龄", (40, 42)), 42, 42, True),
    ],
)
def test_an_interval_decides_where_it_can(part, low, high, expected):
    assert answer(part, number(low, high), AGE).at(0) is expected


def test_a_number_that_may_be_none_is_sure_of_its_difference_only():
    column = number(50, 60, may=True)
    assert answer(Compare("年龄", "≠", 40), column, AGE).at(0) is True
    assert answer(Compare("年龄", "≠", 55), column, AGE).at(0) is None
    assert answer(Compare("年龄", ">", 40), column, AGE).at(0) is None
    assert answer(Compare("年龄", "<", 40), column, AGE).at(0) is False


def test_months_are_compared_as_months():
    born = Meaning("出生年月", "month")
    column = number(2004 * 12 + 9)
    assert answer(Compare("出生年月", "=", "2004.10"), column, born).at(0) is True
    assert answer(Compare("出生年月", "<", "2004.10"), column, born).at(0) is False
    assert answer(Compare("出生年月", "<", "2004.11"), column, born).at(0) is True
    with pytest.raises(UserError, match=r"2004\.13"):
        answer(Compare("出生年月", "<", "2004.13"), column, born)


@pytest.mark.parametrize(
    ("part", "value", "expected"),
    [
        (Compare("学历", ">=", "大学"), "党校大学", True),
        (Compare("学历", ">", "大学"), "党校大学", False),
        (Compare("学历", "<=", "大学"), "党校大学", True),
        (Compare("学历", "=", "大学"), "党校大学", False),
        (Compare("学历", "≠", "大学"), "党校大学", True),
        (Within("学历", ("大学", "研究生")), "党校大学", False),
        (Between("学历", "大专", "大学"), "党校大学", True),
        (Between("学历", "大学", "大学"), "研究生", False),
        (Compare("学历", ">=", "大专"), None, None),
        (Compare("学历", "≠", "大专"), None, None),
        (Compare("学历", ">=", "大专"), "函授", None),
        (Compare("学历", "=", "大专"), "函授", False),
    ],
)
def test_order_goes_by_rank_and_equality_by_value(part, value, expected):
    assert answer(part, school(value), SCHOOL).at(0) is expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Compare("学历", ">=", "大学"), True),
        (Compare("学历", ">", "大专"), True),
        (Compare("学历", ">=", "研究生"), None),
        (Compare("学历", "<", "大学"), False),
        (Compare("学历", "<=", "大学"), None),
        (Compare("学历", "=", "大专"), False),
        (Compare("学历", "≠", "大专"), True),
        (Compare("学历", "=", "大学"), None),
        (Within("学历", ("大专",)), False),
    ],
)
def test_what_is_surely_reached_decides_an_unknown_choice(part, expected):
    assert answer(part, school(None, at_least="大学"), SCHOOL).at(0) is expected
    assert answer(Is("学历", "待核"), school(None, at_least="大学"), SCHOOL).at(0) is True


def test_sets_hold_what_is_marked_and_may_hold_more():
    bits = np.array([[True, False], [True, False], [False, False]])
    column = SetColumn(bits, ("经济", "农业"), np.array([False, True, False]))
    meaning = Meaning("熟悉领域", "set", ("经济", "农业"))
    found = answer(Contains("熟悉领域", "农业"), column, meaning)
    assert [found.at(i) for i in range(3)] == [False, None, False]
    found = answer(Contains("熟悉领域", "经济"), column, meaning)
    assert [found.at(i) for i in range(3)] == [True, True, False]
    found = answer(Contains("熟悉领域", "外交"), column, meaning)
    assert [found.at(i) for i in range(3)] == [False, None, False]
    states = [
        answer(Is("熟悉领域", s), column, meaning).sure.tolist() for s in ("已知", "待核", "无")
    ]
    assert states == [[True, False, False], [False, True, False], [False, False, True]]


def test_texts_are_known_none_or_unknown():
    column = TextColumn(("会计学", None, None), np.array([False, True, False]))
    meaning = Meaning("专业", "text")
    asked: dict[Part, list[bool | None]] = {
        Contains("专业", "会计"): [True, False, None],
        Compare("专业", "=", "会计"): [False, False, None],
        Compare("专业", "≠", "会计"): [True, True, None],
        Within("专业", ("会计学", "法学")): [True, False, None],
        Is("专业", "无"): [False, True, False],
        Is("专业", "待核"): [False, False, True],
    }
    for part, expected in asked.items():
        found = answer(part, column, meaning)
        assert [found.at(i) for i in range(3)] == expected


@pytest.mark.parametrize(
    ("part", "column", "meaning"),
    [
        (Contains("年龄", 4), number(40), AGE),
        (Compare("年龄", ">", "大学"), number(40), AGE),
        (Contains("学历", "大学"), school("大学"), SCHOOL),
        (Compare("学历", ">", "博士"), school("大学"), SCHOOL),
        (Between("专业", "a", "b"), TextColumn(("a",), np.array([False])), Meaning("专业", "text")),
        (
            Compare("领域", "=", "经济"),
            SetColumn(np.array([[True]]), ("经济",), np.array([False])),
            Meaning("领域", "set"),
        ),
    ],
)
def test_a_question_of_the_wrong_kind_is_refused(part, column, meaning):
    with pytest.raises(UserError):
        answer(part, column, meaning)
