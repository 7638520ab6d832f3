"""What changes with an element: itself and all that is built from it, and nothing else."""

from dataclasses import replace

from leadership_model.conditions.sentence import parse
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.dependents import affected, changed

SHIPPED = shipped()


def test_nothing_changes_by_nothing():
    assert affected(SHIPPED, SHIPPED) == frozenset()


def test_what_is_built_from_it_follows():
    other = replace(SHIPPED.element("年龄"), high=80)
    after = SHIPPED.with_element(other)
    assert changed(SHIPPED, after) == {"年龄"}
    assert {"年龄", "年龄段", "40岁左右", "35岁左右"} <= affected(SHIPPED, after)
    assert "性别" not in affected(SHIPPED, after)


def test_a_filter_carries_its_elements_and_what_they_carry():
    found = SHIPPED.filter("乡镇党政正职")
    after = SHIPPED.with_filter(replace(found, secondment=True))
    assert affected(SHIPPED, after) >= {"乡镇党政正职", "有乡镇党政正职经历"}


def test_an_element_put_in_place_keeps_the_order():
    element = SHIPPED.element("年龄段")
    after = SHIPPED.with_element(replace(element, help="另一句"))
    assert [each.id for each in after.elements] == [each.id for each in SHIPPED.elements]


def test_a_retired_element_is_understood_and_not_offered():
    after = SHIPPED.with_element(replace(SHIPPED.element("40岁左右"), retired=True))
    assert "40岁左右" not in after.element_names()
    assert parse("40岁左右 = 是", after)
