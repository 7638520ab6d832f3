from leadership_model.people.seat_names import area_names, seat_names
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit

BASE = of_records(
    [
        Unit(id="u0", name="云溪市", kind="地区", area_kind="地级市", area="市直"),
        Unit(id="u1", name="易溪县", kind="地区", area_kind="县", area="易溪县", order=2),
        Unit(id="u2", name="南屏县", kind="地区", area_kind="县", area="南屏县", order=1),
        Unit(id="u3", name="白冲镇", area="易溪县"),
        Unit(id="u4", name="白冲镇", area="南屏县"),
        Unit(id="u5", name="站", area="南屏县"),
        Unit(id="u6", name="站", area="南屏县"),
        Team(id="t1", unit="u3", name="党政班子"),
    ]
)


def test_equal_names_bear_their_area_and_at_last_their_id():
    names = seat_names(BASE)
    assert names.units["u3"] == "白冲镇（易溪县）"
    assert names.units["u5"] == "站（u5）"
    assert names.units["u1"] == "易溪县"
    assert len(names.unit_ids) == 7
    assert all(names.unit_ids[text] == id for id, text in names.units.items())
    assert names.ids("team") == {"党政班子": "t1"}


def test_areas_stand_in_their_order_behind_the_city_itself():
    assert area_names(BASE) == ("市直", "南屏县", "易溪县")
