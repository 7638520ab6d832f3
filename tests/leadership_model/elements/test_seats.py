"""What the present seat says: area, home, origin."""

import pytest

from leadership_model.people.unit import Unit
from tests.leadership_model.elements.makers import (
    features,
    job,
    person,
    tenure,
    township,
    value,
)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"unit_kind": "县直部门", "unit": None}, "县（市、区）"),
        ({"unit_kind": "市直部门"}, "市直单位"),
        ({"unit_kind": "县级纪委"}, "县（市、区）"),
        ({"unit_kind": "省直单位"}, "上级机关"),
        ({"unit_kind": "部队"}, "军队转业"),
        ({"unit_kind": "国有企业"}, "其他"),
        ({"unit_kind": "乡镇", "unit": "u-镇"}, "本单位"),
        ({"unit_kind": None}, "待核"),
        ({"unit_kind": "县直部门", "sure": 10}, "待核"),
    ],
)
def test_where_one_came_from(fields, expected):
    found = features(
        *township(),
        tenure("镇-书记", "2022.01"),
        job("2010.01", "2018.01", unit_kind="市直部门"),
        job("2018.01", "2022.01", **fields),
        job("2022.01", unit="u-镇"),
    )
    assert value(found, "来源") == expected


def test_who_sits_nowhere_came_into_no_team():
    assert value(features(*township(), job("2018.01")), "来源") == "无"


def test_a_study_or_secondment_is_no_origin():
    found = features(
        *township(),
        tenure("镇-书记", "2022.01"),
        job("2010.01", "2022.01", unit_kind="县直部门"),
        job("2020.01", "2021.01", unit_kind="省直单位", secondment=True),
        job("2022.01", unit="u-镇"),
    )
    assert value(found, "来源") == "县（市、区）"


@pytest.mark.parametrize(
    ("hometown", "expected"), [("青川县", "是"), ("石桥县", "否"), ("别处", "否"), (None, "待核")]
)
def test_serving_in_the_home_area(hometown, expected):
    found = features(person(hometown=hometown), *township(), tenure("镇-书记", "2022.01"))
    assert value(found, "本地任职") == expected


def test_the_area_is_that_of_the_seat_else_of_the_unit():
    unit = Unit(id="u", name="农业局", area="石桥县")
    assert value(features(unit, person(unit="u")), "所在地区") == "石桥县"
    assert value(features(unit, person(unit="u")), "单位") == "农业局"
    seated = features(unit, person(unit="u"), *township(), tenure("镇-书记", "2022.01"))
    assert value(seated, "所在地区") == "青川县"
    assert value(seated, "单位") == "农业局"
    assert value(features(person()), "所在地区") == "待核"


def test_team_and_role_of_the_seat():
    found = features(*township(), tenure("镇-书记", "2022.01"))
    assert value(found, "班子类别") == "乡镇"
    assert value(found, "岗位角色") == "正职"
