import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.conditions.sentence import parse, write
from leadership_model.elements.catalogue import shipped
from leadership_model.errors import UserError
from leadership_model.query import asking
from leadership_model.query.asking import Parameter
from tests.leadership_model.query.random_trees import random_tree

SENTENCE = "年龄 <= 45 且 (性别 = 女 或 民族 属于 {傣族, 彝族}) 且 近 3 年年度考核 优秀 不少于 1 次"


def asked(values, sentence=SENTENCE):
    return write(asking.filled(parse(sentence, shipped()), values, shipped()))


def test_values_go_into_lines_by_their_place_in_the_sentence():
    found = asked({0: "40", 2: "白族、回族", 3: "2"})
    assert found == (
        "年龄 <= 40 且 (性别 = 女 或 民族 属于 {白族, 回族}) 且 近 3 年年度考核 优秀 不少于 2 次"
    )


@given(st.integers(0, 10_000))
@settings(max_examples=40)
def test_filling_in_the_values_there_are_changes_nothing(seed):
    tree = random_tree(random.Random(seed))
    leaves = asking.lines(tree)
    values = {at: asking.value_of(leaf) for at, leaf in enumerate(leaves) if asking.askable(leaf)}
    assert asking.filled(tree, values, shipped()) == tree
    for at in values:
        assert asking.unit_of(leaves[at], shipped()) is not None


@pytest.mark.parametrize(
    ("sentence", "text", "words"),
    [
        ("年龄 <= 45", "四十", "数字"),
        ("年龄 <= 45", " ", "请填写"),
        ("年龄 介于 30 与 40", "30", "范围"),
        ("年龄 介于 30 与 40", "40 至 30", "下限高于上限"),
        ("性别 = 女", "甲", "只能是"),
        ("近 3 年年度考核 优秀 不少于 1 次", "0", "1 以上"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_a_sentence(sentence, text, words):
    with pytest.raises(UserError, match=words):
        asked({0: text}, sentence)


def test_parameters_come_back_from_json_and_faults_are_named():
    kept = (Parameter("month", "基准日期"), Parameter("line", "年龄上限", 0))
    assert asking.from_json(asking.to_json(kept)) == kept
    condition = parse("年龄 <= 45 且 性别 已知", shipped())
    wrong = (Parameter("line", "", 1), Parameter("line", "", 5), kept[1], kept[1])
    assert len(asking.checked(wrong, condition)) == 3
    assert not asking.checked(kept, condition)
    for text in ("{", '{"ask": 1}', '[{"ask": "line", "line": 0}]', '[{"ask": "month", "x": 1}]'):
        with pytest.raises(UserError):
            asking.from_json(text)
