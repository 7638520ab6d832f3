from hypothesis import given
from hypothesis import strategies as st

from leadership_model.people.area_tree import area_tree, fault_in_parent, unit_tree
from leadership_model.people.snapshot import of_records
from leadership_model.people.unit import Unit

CITY = Unit(id="u0", name="云溪市", kind="地区", area_kind="地级市")
COUNTY = Unit(id="u1", name="易溪县", kind="地区", area_kind="县", parent="u0", order=1)
OFFICE = Unit(id="u2", name="易溪县委", kind="县级党委", parent="u1")
TOWN = Unit(id="u3", name="白冲镇", kind="乡镇", parent="u1", order=5)
BUREAU = Unit(id="u4", name="市财政局", kind="市直部门", parent="u0", order=2)
BASE = of_records([TOWN, OFFICE, BUREAU, COUNTY, CITY])


def shown(tree):
    names = BASE["unit"].raw("name")
    return [(branch.depth, names[branch.unit]) for branch in tree]


def test_a_unit_is_followed_by_those_below_it():
    assert shown(unit_tree(BASE)) == [
        (0, "云溪市"), (1, "易溪县"), (2, "易溪县委"), (2, "白冲镇"), (1, "市财政局"),
    ]  # fmt: skip
    assert [branch.below for branch in unit_tree(BASE)] == [2, 2, 0, 0, 0]


def test_areas_come_with_their_townships_alone():
    assert shown(area_tree(BASE)) == [(0, "云溪市"), (1, "易溪县"), (2, "白冲镇")]


def test_a_unit_cannot_stand_below_itself():
    moved = Unit(id="u0", name="云溪市", parent="u3")
    assert "不能隶属于自己" in fault_in_parent(BASE, moved)
    assert "不能隶属于自己" in fault_in_parent(BASE, Unit(id="u4", name="局", parent="u4"))
    assert fault_in_parent(BASE, Unit(id="u4", name="局", parent="u3")) == ""
    assert fault_in_parent(BASE, Unit(id="u9", name="局", parent="gone")) == ""


@given(st.lists(st.integers(-1, 7), min_size=1, max_size=8))
def test_every_unit_stands_in_the_tree_once_whatever_the_parents(parents):
    units = [
        Unit(id=f"u{i}", name=f"单位{i}", parent=f"u{p}" if 0 <= p < len(parents) else None)
        for i, p in enumerate(parents)
    ]
    tree = unit_tree(of_records(units))
    assert sorted(branch.unit for branch in tree) == list(range(len(units)))
