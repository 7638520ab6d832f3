"""A list in groups: everybody once, in the order given, 待核 and 无 last."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.errors import UserError
from leadership_model.query.grouping import grouping

ELEMENTS = ("性别", "学历", "单位", "班子类别", "熟悉领域", "年龄", "任现层次时间", "任现职月数")


@pytest.mark.parametrize("element", ELEMENTS)
@settings(max_examples=8)
@given(st.randoms(use_true_random=False))
def test_groups_hold_everybody_once_in_the_order_given(world, element, dice):
    people = dice.sample(range(world.facts.count), dice.randint(0, world.facts.count))
    found = grouping(world, element, people)
    parts = found.parts(people)
    assert sorted(each for _, inside in parts for each in inside) == sorted(people)
    for _, inside in parts:
        places = [people.index(each) for each in inside]
        assert places == sorted(places)
    counts = found.counts(people)
    assert {label: len(inside) for label, inside in parts} == {
        label: int(count) for label, count in zip(found.labels, counts, strict=True) if count
    }
    assert found.labels[-1] == "待核" or "待核" not in dict(parts)


def test_a_group_says_what_the_element_says(world):
    people = list(range(world.facts.count))
    column = world.facts.column("学历")
    for label, inside in grouping(world, "学历", people).parts(people):
        codes = column.codes[list(inside)]
        if label == "待核":
            assert (codes == -1).all()
        elif label != "无":
            assert {column.values[code] for code in codes.tolist()} == {label}


def test_ranked_values_stand_from_the_top(world):
    people = list(range(world.facts.count))
    ranks = world.facts.meaning("学历").ranks
    labels = [each for each, _ in grouping(world, "学历", people).parts(people) if each in ranks]
    assert [ranks[each] for each in labels] == sorted((ranks[e] for e in labels), reverse=True)


def test_units_stand_in_the_order_of_their_first_seat(world):
    people = list(range(world.facts.count))
    seats = np.arange(world.facts.count, dtype=np.int32)[::-1].copy()
    parts = grouping(world, "单位", people, seats).parts(people)
    firsts = [
        min(int(seats[each]) for each in inside) for label, inside in parts if label != "待核"
    ]
    assert firsts == sorted(firsts)
    assert len(firsts) > 3


def test_an_element_that_is_gone_is_told(world):
    with pytest.raises(UserError, match="没有名为“星座”的要素"):
        grouping(world, "星座", [0])
