"""Edits of an indicator system item by item."""

from dataclasses import replace

from leadership_model.people import indicator_edit as edit
from leadership_model.people.indicator_system import Item, System, faults

LEAF = Item(id="b", name="乙", weight=100.0)
HEAD = Item(id="a", name="甲", weight=100.0, items=(LEAF,))
MADE = System(id="y", name="绩效", categories=("乡镇",), items=(HEAD,))


def ids(system):
    return [(depth, item.id) for depth, item in system.each()]


def test_an_item_is_changed_where_it_stands_and_keeps_what_is_below():
    found = edit.put(MADE, Item(id="a", name="改", weight=90.0))
    assert found.items[0].name == "改"
    assert found.items[0].items == (LEAF,)
    assert ids(edit.put(MADE, replace(LEAF, name="改"))) == ids(MADE)


def test_items_are_added_beside_and_below():
    fresh = Item(id="c", name="丙", weight=1.0)
    assert ids(edit.added_beside(MADE, "a", fresh)) == [(0, "a"), (1, "b"), (0, "c")]
    assert ids(edit.added_beside(MADE, "b", fresh)) == [(0, "a"), (1, "b"), (1, "c")]
    assert ids(edit.added_below(MADE, "b", fresh)) == [(0, "a"), (1, "b"), (2, "c")]


def test_a_dropped_item_takes_along_what_is_below():
    assert ids(edit.dropped(MADE, "a")) == []
    assert ids(edit.dropped(MADE, "b")) == [(0, "a")]


def test_a_new_item_has_a_name_of_its_own_and_no_weight_yet():
    first = edit.added_beside(MADE, "a", edit.new_item(MADE))
    second = edit.new_item(first)
    assert second.name not in [item.name for _, item in first.each()]
    assert any("权重应大于 0" in each for each in faults(first))


def test_a_copy_has_ids_of_its_own():
    made = edit.copied(MADE, "副本")
    assert {id for _, id in ids(made)}.isdisjoint({id for _, id in ids(MADE)})
    assert (made.name, made.id != MADE.id) == ("副本", True)


def test_a_new_system_can_be_kept_at_once():
    assert faults(edit.new_system("新", ("乡镇",))) == ()
