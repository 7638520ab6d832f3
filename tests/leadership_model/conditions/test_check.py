"""Checking trees that did not come from a sentence."""

import pytest
from hypothesis import given

from leadership_model.conditions.check import check, demand
from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
    Contains,
    Exists,
    Grades,
    Not,
    Some,
    Within,
)
from leadership_model.errors import UserError
from tests.leadership_model.conditions.catalogue import NAMES
from tests.leadership_model.conditions.trees import TREES


@given(TREES)
def test_well_typed_trees_pass(tree):
    assert check(tree, NAMES) == ()
    assert demand(tree, NAMES) == tree


@pytest.mark.parametrize(
    ("tree", "word"),
    [
        (Compare("年龄", ">=", "大学"), "“年龄”是数字"),
        (Compare("年令", ">=", 3), "是不是指 “年龄”"),
        (Compare("学历", ">", "博士"), "次序之内"),
        (Between("性别", "男", "女"), "没有高低次序"),
        (Between("学历", "大学", "大专"), "下限高于上限"),
        (Between("出生年月", "2004.10", "2003.10"), "下限高于上限"),
        (Within("性别", ("男", "好")), "只能是 男、女"),
        (Contains("性别", "男"), "不能用“包含”"),
        (Contains("熟悉领域", "外交"), "只能是 经济、农业、党务"),
        (Career("曾任", "乡镇"), "没有名为“乡镇”的经历"),
        (Career("曾任", (Compare("单位类别", "=", "村"),)), "单位类别"),
        (Exists("考核", (Compare("年份", "=", 2024),)), "考核里没有名为“年份”的项目"),
        (Grades(3, "很好", 1), "年度考核结果只能是"),
    ],
)
def test_each_fault_has_a_sentence(tree, word):
    (sentence,) = check(tree, NAMES)
    assert word in sentence
    with pytest.raises(UserError):
        demand(Not(tree), NAMES)


def test_all_faults_of_a_tree_are_listed_in_order():
    tree = All(
        (Compare("性别", "=", "甲"), Some((Compare("年龄", "=", "乙"), Career("现任", "丙"))))
    )
    found = check(tree, NAMES)
    assert [next(word for word in "甲乙丙" if word in each) for each in found] == list("甲乙丙")
