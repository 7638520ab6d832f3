"""Every name inside brackets can be asked about, of rows recorded and of present seats."""

import pytest

from leadership_model.conditions.tree import Compare, Is
from leadership_model.elements.vocabulary import ROW_NAMES
from leadership_model.errors import UserError
from tests.leadership_model.elements.makers import (
    appraisal,
    ask,
    features,
    job,
    person,
    relative,
    sanction,
    schooling,
    tenure,
    township,
)

EVERYTHING = (
    *township(),
    person(unit="u-镇", hometown="青川县", work_start="2026.01"),
    tenure("镇-书记", "2022.01"),
    job("2010.01", "2022.01", unit="u-镇", text="2010.01--2022.01 龙泉镇党委书记"),
    schooling(
        "全日制", "大学", degree="农学学士", degree_level="学士", school="甲校", major="农学"
    ),
    appraisal(2025),
    sanction("诫勉", "2026.08"),
    relative("妻子", name="某某", birth=23800, party="群众", post_text="教师"),
)


@pytest.mark.parametrize(
    ("rows", "name"), [(rows, name) for rows, names in ROW_NAMES.items() for name in names]
)
def test_each_name_is_in_one_state_in_each_row(rows, name):
    found = features(*EVERYTHING).rows(rows)
    answers = [found.answer((Is(name, state),)) for state in ("已知", "待核", "无")]
    assert len(found.owner)
    for row in range(len(found.owner)):
        assert [each.at(row) for each in answers].count(True) == 1


@pytest.mark.parametrize("name", list(ROW_NAMES["履历"]))
def test_present_seats_answer_the_same_names_as_careers(name):
    seats_only = features(*(each for each in EVERYTHING if type(each).__name__ != "CareerEntry"))
    states = [
        seats_only.career("现任", (Is(name, s),), "累计", None) for s in ("已知", "待核", "无")
    ]
    assert any(each.at(0) is True for each in states)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("有 履历 [单位 = 龙泉镇, 内容 包含 党委书记]", True),
        ("有 履历 [开始 = 2010.01, 结束 = 2022.01, 月数 = 144]", True),
        ("有 履历 [开始 = 2010.01, 月数 < 144]", False),
        ("有 履历 [本单位 = 是, 本地 = 是]", True),
        ("现任 [单位 = 镇, 内容 = 镇书记, 开始 = 2022.01, 结束 无, 月数 = 58]", True),
        ("现任 [本单位 = 是, 本地 = 是, 类别 = 任职, 挂职 = 否]", True),
        ("现任 [职能 包含 经济, 角色 = 正职, 职务层次 = 乡科级正职]", True),
        ("现任 [地区 = 石桥县]", False),
        ("有 教育 [院校 = 甲校, 专业 包含 农, 学位层次 >= 学士]", True),
        ("有 亲属 [姓名 = 某某, 单位及职务 = 教师, 已故 = 否]", True),
    ],
)
def test_what_rows_say(question, answer):
    assert ask(features(*EVERYTHING), question) is answer


@pytest.mark.parametrize(
    ("records", "question", "answer"),
    [
        ([], "有 履历 [单位类别 = 乡镇]", None),  # a résumé of which no line is on record
        ([job("2020.01")], "有 履历 [单位类别 = 乡镇]", True),
        ([job("2020.01")], "有 履历 [单位类别 = 县直部门]", False),
        ([job("2020.01", sure=59)], "有 履历 [单位类别 = 乡镇]", None),
        ([job("2020.01", sure=59)], "有 履历 [单位类别 = 县直部门]", None),
        ([relative("妻子", name="某某")], "有 亲属 [姓名 = 某某]", True),
        ([relative("妻子", name="某某")], "有 亲属 [姓名 = 另一人]", None),
        ([schooling("全日制")], "有 教育 [形式 = 全日制, 院校 = 甲校]", None),
        ([schooling("全日制", school="乙校")], "有 教育 [形式 = 全日制, 院校 = 甲校]", False),
        ([schooling("全日制", school="乙校")], "有 教育 [院校 = 甲校]", None),
    ],
)
def test_a_row_exists_surely_perhaps_or_not(records, question, answer):
    """True: a row surely matches. Unknown: one may, or one that is not on record may."""
    assert ask(features(*records), question) is answer


def test_a_name_that_rows_do_not_have_is_refused():
    with pytest.raises(UserError, match="履历里没有名为“颜色”的项目"):
        features(*EVERYTHING).rows("履历").exists((Compare("颜色", "=", "红"),))


def test_there_are_no_other_kinds_of_rows():
    with pytest.raises(ValueError, match="家属"):
        features(*EVERYTHING).rows("家属")


def test_asking_a_column_for_the_wrong_kind_is_our_mistake():
    rows = features(*EVERYTHING).rows("履历")
    with pytest.raises(TypeError):
        rows.choices("职能")
    with pytest.raises(TypeError):
        rows.sets("地区")
