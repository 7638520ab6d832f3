import random

import pytest

from leadership_model.conditions.sentence import parse, write
from leadership_model.conditions.tree import All
from leadership_model.elements.catalogue import shipped
from leadership_model.query.contradiction import contradictions
from tests.leadership_model.query.random_trees import random_leaf


def said(sentence):
    return contradictions(parse(sentence, shipped()), shipped())


@pytest.mark.parametrize(
    "sentence",
    [
        "年龄 <= 30 且 年龄 >= 40",
        "年龄 < 40 且 年龄 >= 40",
        "年龄 介于 20 与 30 且 年龄 属于 {31, 50}",
        "性别 = 女 且 性别 = 男",
        "学历 >= 研究生 且 学历 = 大专",
        "民族 属于 {傣族, 彝族} 且 性别 = 女 且 民族 = 汉族",
        "职务层次 无 且 职务层次 = 县处级正职",
        "性别 待核 且 性别 已知",
        "(年龄 <= 30 且 性别 = 女) 且 年龄 > 30",
        "性别 = 女 或 (年龄 = 3 且 年龄 = 4)",
    ],
)
def test_lines_that_exclude_each_other_are_named(sentence):
    (found,) = said(sentence)
    assert "不能同时成立" in found


@pytest.mark.parametrize(
    "sentence",
    [
        "年龄 <= 40 且 年龄 >= 40",
        "年龄 <= 30 或 年龄 >= 40",
        "年龄 <= 30 且 非 (年龄 >= 40)",
        "学历 >= 大学 且 学历 = 研究生",
        "熟悉领域 包含 农业 且 熟悉领域 包含 经济",
        "性别 ≠ 女 且 性别 = 男",
        "年龄 待核 且 年龄 <= 60",
        "职级 无 且 职级 ≠ 一级科员",
    ],
)
def test_lines_that_can_hold_together_are_not(sentence):
    assert said(sentence) == ()


def test_whoever_is_said_to_be_impossible_is_not_found(world):
    said_of = 0
    for seed in range(900):
        source = random.Random(seed)
        tree = All((random_leaf(source), random_leaf(source), random_leaf(source)))
        if contradictions(tree, world.catalogue):
            said_of += 1
            assert not world.facts.tri(tree).sure.any(), write(tree)
    assert said_of > 20
