"""学历 is the highest of both ways; one way not recorded leaves it unknown, yet surely reached."""

import pytest

from tests.leadership_model.elements.makers import ask, features, schooling, value


def both(full_time, in_service):
    rows = []
    for mode, name in (("全日制", full_time), ("在职", in_service)):
        if name == "无":
            rows.append(schooling(mode, None, absent="schooling degree degree_level"))
        elif name is not None:
            rows.append(schooling(mode, None if name == "?" else name))
    return features(*rows)


@pytest.mark.parametrize(
    ("full_time", "in_service", "highest"),
    [
        ("大学", "无", "大学"),
        ("大专", "大学", "大学"),
        ("大学", "大专", "大学"),
        ("大学", "中央党校大学", "大学"),
        ("大专", "中央党校研究生", "中央党校研究生"),
        ("无", "大学", "大学"),
        ("无", "无", "无"),
        ("大学", None, "待核"),
        (None, "大学", "待核"),
        ("大学", "?", "待核"),
        (None, None, "待核"),
        ("研究生", None, "研究生"),
    ],
)
def test_the_highest_of_both_ways(full_time, in_service, highest):
    assert value(both(full_time, in_service), "学历") == highest


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("学历 >= 大学", True),
        ("学历 >= 大专", True),
        ("学历 > 大学", None),
        ("学历 < 大学", False),
        ("学历 = 大专", False),
        ("学历 待核", True),
        ("全日制学历 = 大学", True),
        ("在职学历 >= 大学", None),
    ],
)
def test_what_is_recorded_is_surely_reached(question, answer):
    assert ask(both("大学", None), question) is answer


def test_ways_are_told_apart():
    found = both("大专", "大学")
    assert value(found, "全日制学历") == "大专"
    assert value(found, "在职学历") == "大学"
    assert value(both("无", "大学"), "全日制学历") == "无"


def test_several_of_one_way_give_the_highest():
    found = features(schooling("全日制", "大专"), schooling("全日制", "大学"))
    assert value(found, "全日制学历") == "大学"


def test_degrees():
    found = features(
        schooling("全日制", "大学", degree="农学学士", degree_level="学士"),
        schooling("在职", "研究生", absent="degree degree_level"),
    )
    assert value(found, "学位") == "学士"
    assert value(found, "全日制学位") == "学士"
    none = features(schooling("全日制", "大学", absent="degree degree_level"))
    assert value(none, "全日制学位") == "无"
    assert value(none, "学位") == "待核"


def test_major_school_and_discipline_go_with_the_highest():
    found = features(
        schooling("全日制", "大专", major="会计", school="甲校", discipline="管理学"),
        schooling("在职", "大学", major="法学", school="乙校", discipline="法学"),
    )
    assert value(found, "专业") == "法学"
    assert value(found, "毕业院校") == "乙校"
    assert value(found, "专业门类") == "法学"
    assert value(found, "全日制专业") == "会计"
    assert value(found, "全日制专业门类") == "管理学"


def test_among_equals_full_time_goes_first():
    found = features(
        schooling("在职", "大学", major="法学"), schooling("全日制", "大学", major="会计")
    )
    assert value(found, "专业") == "会计"


def test_nothing_recorded_is_unknown_and_none_is_none():
    assert value(both(None, None), "专业") == "待核"
    assert value(both("无", "无"), "专业") == "无"
    assert value(both("无", "无"), "专业门类") == "无"


def test_a_study_that_ends_later_is_not_seen():
    later = schooling("在职", "研究生", end=2026 * 12 + 11)
    found = features(
        schooling("全日制", "大学"), schooling("在职", None, absent="schooling"), later
    )
    assert value(found, "学历") == "大学"
