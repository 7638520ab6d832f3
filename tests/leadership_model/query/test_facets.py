"""The count beside a value is what one click on it would give."""

import numpy as np
import pytest

from leadership_model.conditions.sentence import parse, write
from leadership_model.conditions.tree import Compare, Contains, Is
from leadership_model.query import facet_lines
from leadership_model.query.draft import EMPTY, condition_of, draft_of
from leadership_model.query.facets import facet, histogram, with_chosen

HAN, DAI = Compare("民族", "=", "汉族"), Compare("民族", "=", "傣族")
UNKNOWN = Is("民族", "待核")


def found(world, root):
    condition = condition_of(root)
    if condition is None:
        return np.ones(world.facts.count, dtype=np.bool_)
    return world.facts.tri(condition).sure


def shown(world, root, name):
    bare = found(world, facet_lines.without(root, name))
    return with_chosen(world, facet(world, name, bare), bare, facet_lines.chosen(root, name))


@pytest.mark.parametrize("name", ["民族", "学历", "熟悉领域", "职级"])
@pytest.mark.parametrize("before", ["年龄 <= 45", "性别 = 女 或 年龄 <= 35", ""])
def test_one_click_gives_the_count_it_says(world, name, before):
    root = draft_of(parse(before, world.catalogue)) if before else EMPTY
    for _ in range(3):  # nothing chosen, one value, two values
        facet_shown = shown(world, root, name)
        fresh = [each for each in facet_shown.values if not each.chosen]
        for value in fresh:
            after = facet_lines.toggled(root, value.condition)
            assert int(found(world, after).sum()) == value.count, value
        if fresh:
            root = facet_lines.toggled(root, fresh[0].condition)


def test_several_values_are_one_line_and_unknown_stands_beside_them():
    root = facet_lines.toggled(facet_lines.toggled(EMPTY, HAN), DAI)
    assert write(condition_of(root)) == "民族 属于 {汉族, 傣族}"
    root = facet_lines.toggled(root, UNKNOWN)
    assert write(condition_of(root)) == "民族 属于 {汉族, 傣族} 或 民族 待核"
    root = facet_lines.toggled(facet_lines.toggled(root, HAN), DAI)
    assert write(condition_of(root)) == "民族 待核"
    assert facet_lines.toggled(root, UNKNOWN) == EMPTY


def test_values_of_a_set_stand_beside_each_other(world):
    root = facet_lines.with_values(
        draft_of(parse("年龄 <= 45", world.catalogue)),
        "熟悉领域",
        (Contains("熟悉领域", "经济"), Contains("熟悉领域", "农业")),
    )
    assert write(condition_of(root)) == "年龄 <= 45 且 (熟悉领域 包含 经济 或 熟悉领域 包含 农业)"
    assert len(facet_lines.chosen(root, "熟悉领域")) == 2


@pytest.mark.parametrize(
    "sentence", ["民族 ≠ 汉族", "民族 = 汉族 或 年龄 <= 40", "非 (民族 = 汉族)", "民族 已知"]
)
def test_what_was_written_otherwise_is_left_alone(world, sentence):
    root = draft_of(parse(sentence, world.catalogue))
    assert facet_lines.chosen(root, "民族") == ()
    after = facet_lines.toggled(root, DAI)
    assert facet_lines.chosen(after, "民族") == (DAI,)
    assert condition_of(facet_lines.toggled(after, DAI)) == condition_of(root)


def test_a_chosen_value_nobody_has_stays_in_sight(world):
    root = facet_lines.toggled(draft_of(parse("年龄 <= 45", world.catalogue)), HAN)
    root = facet_lines.toggled(root, Compare("民族", "=", "没有这个民族"))
    last = [each for each in shown(world, root, "民族").values if each.chosen][-1]
    assert (last.label, last.count) == ("没有这个民族", 0)


def test_a_histogram_counts_everybody_once(world):
    inside = found(world, draft_of(parse("性别 = 女", world.catalogue)))
    drawn = histogram(world, "年龄", inside)
    assert sum(drawn.counts) + drawn.unknown + drawn.absent == int(inside.sum())


def test_the_range_of_a_number_is_found_in_the_draft(world):
    root = draft_of(parse("性别 = 女 且 年龄 介于 30 与 40", world.catalogue))
    assert facet_lines.range_place(root, "年龄") == 1
    assert facet_lines.range_place(root, "工龄") is None
    root = draft_of(parse("性别 = 女 且 年龄 ≠ 40", world.catalogue))
    assert facet_lines.range_place(root, "年龄") is None
