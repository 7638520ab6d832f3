from leadership_model.people.areas import Areas, areas_of, of_names, unit_ids
from leadership_model.people.snapshot import of_records
from leadership_model.people.unit import Unit


def test_an_autonomous_county_has_three_spellings():
    areas = of_names("云溪市", ("勐河哈尼族彝族傣族自治县",))
    assert [spelling for spelling, _ in areas.counties] == [
        "勐河哈尼族彝族傣族自治县",
        "勐河自治县",
        "勐河县",
    ]


def test_areas_come_from_the_units_of_a_base():
    base = of_records(
        [
            Unit(id="u-1", name="云溪市", kind="地区", area_kind="地级市"),
            Unit(id="u-2", name="易溪县", short_name="易溪", kind="地区", area_kind="县"),
            Unit(id="u-3", name="易溪县财政局", kind="县直部门"),
        ]
    )
    assert areas_of(base) == Areas(("云溪市",), (("易溪县", "易溪县"),))
    assert unit_ids(base)["易溪县财政局"] == "u-3"


def test_a_name_that_two_units_bear_is_left_out():
    base = of_records([Unit(id="u-1", name="甲局"), Unit(id="u-2", name="甲局")])
    assert not unit_ids(base)
