"""Indicator systems: points of an entry, faults, as data and back, shipped and own ones."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.people import indicator_system as of
from leadership_model.people.indicator_system import Item, System
from leadership_model.people.snapshot import of_records


def system(*items, **values):
    return System(id="y", name="绩效", categories=("市直部门",), items=items, **values)


def item(name, weight, **values):
    return Item(id=name, name=name, weight=weight, **values)


UP = item("完成率", 100, target=95.0, floor=60.0, unit="%")
DOWN = item("问题数", 100, target=0.0, floor=5.0, direction="down", unit="个")


@pytest.mark.parametrize(
    ("each", "value", "points"),
    [
        (UP, 95, 100),
        (UP, 100, 100),
        (UP, 60, 0),
        (UP, 59.9, 0),
        (UP, 77.5, 50),
        (DOWN, 0, 100),
        (DOWN, 5, 0),
        (DOWN, 6, 0),
        (DOWN, 1, 80),
        (item("有无", 100, target=1.0, floor=1.0), 1, 100),
        (item("有无", 100, target=1.0, floor=1.0), 0.99, 0),
        (item("有无", 100, target=1.0, floor=1.0, direction="down"), 1.01, 0),
    ],
)
def test_points_run_from_floor_to_target(each, value, points):
    assert of.score_of(each, value) == points


def test_the_shipped_index_can_be_used_and_says_what_is_not_confirmed():
    (index,) = [each for each in of.shipped() if each.id == "party-building"]
    assert of.faults(index) == ()
    assert index.share == 15
    assert [each.subject for each in index.items] == ["单位", "书记", "党员"]
    assert index.period == "half"
    assert index.unsure
    assert all(each.unsure for _, each in index.each())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (system(item("甲", 60), item("乙", 30)), "合计应为 100，现为 90，少 10"),
        (system(item("甲", 60), item("乙", 45)), "现为 105，多 5"),
        (system(), "还没有指标"),
        (replace(system(item("甲", 100)), name=" "), "请填写指标体系的名称"),
        (replace(system(item("甲", 100)), categories=()), "班子类别"),
        (replace(system(item("甲", 100)), share=101), "0 到 100"),
        (replace(system(item("甲", 100)), first=2027, last=2026), "晚于终止年度"),
        (system(item("甲", 100, target=50.0, floor=60.0)), "不低于零分值"),
        (system(item("甲", 100, target=5.0, floor=0.0, direction="down")), "不高于零分值"),
        (system(item("甲", 0), item("乙", 100)), "“甲”的权重应大于 0"),
        (system(item("甲", 50), item("甲", 50)), "重复"),
        (system(replace(item("甲", 100), items=(item("乙", 99),))), "“甲”下各项权重"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_sentence(wrong, said):
    assert any(said in each for each in of.faults(wrong))


names = st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=4)
leaves = st.builds(
    Item,
    id=names,
    name=names,
    weight=st.floats(0.5, 100),
    unit=st.sampled_from(("分", "%", "个")),
    target=st.floats(0, 100),
    floor=st.floats(0, 100),
    direction=st.sampled_from(("up", "down")),
    reporter=names,
    unsure=st.booleans(),
)
trees = st.recursive(
    leaves,
    lambda below: st.builds(
        lambda head, items: replace(head, items=tuple(items)), leaves, st.lists(below, max_size=3)
    ),
    max_leaves=6,
)


@given(st.lists(trees, max_size=3), st.sampled_from(("month", "half", "year")))
def test_a_system_written_reads_back_the_same(items, period):
    made = system(*items, period=period, share=15.0, first=2024, basis="依据")
    assert of.read(of.written(made)) == made


@given(leaves, st.floats(0, 200), st.floats(0, 200))
def test_more_is_never_worse_the_way_it_counts(each, a, b):
    low, high = sorted((a, b))
    wrong = each.target < each.floor if each.direction == "up" else each.target > each.floor
    if not wrong:
        first, last = of.score_of(each, low), of.score_of(each, high)
        assert first <= last if each.direction == "up" else first >= last


def test_an_own_system_stands_in_the_place_of_the_shipped_one_until_it_is_retired():
    (shipped, *_) = of.shipped()
    own = of.entry_of(replace(shipped, share=20.0))
    fresh = of.entry_of(system(item("甲", 100)))
    known = of.systems(of_records([own, fresh]))
    assert [(each.id, each.share) for each in known if each.id in ("party-building", "y")] == [
        ("party-building", 20.0),
        ("y", 0.0),
    ]
    gone = of.systems(of_records([replace(own, retired=True), fresh]))
    assert "party-building" not in [each.id for each in gone]


def test_a_system_holds_for_its_years():
    made = system(item("甲", 100), first=2025, last=2026)
    assert [year for year in range(2023, 2029) if made.holds(year)] == [2025, 2026]
