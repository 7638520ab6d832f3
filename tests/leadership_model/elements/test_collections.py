"""有 and 没有: what is recorded, what may be missing, what is dated later."""

import pytest

from tests.leadership_model.elements.makers import (
    appraisal,
    ask,
    features,
    person,
    relative,
    sanction,
    schooling,
    tenure,
    township,
    value,
)


@pytest.mark.parametrize(
    ("rows", "question", "answer"),
    [
        ([(2024, "优秀")], "有 考核 [年度 = 2024, 结果 = 优秀]", True),
        ([(2024, "称职")], "有 考核 [年度 = 2024, 结果 = 优秀]", False),
        ([(2023, "称职")], "有 考核 [年度 = 2024, 结果 = 优秀]", None),
        ([(2024, None)], "有 考核 [年度 = 2024, 结果 = 优秀]", None),
        ([(2024, "称职")], "有 考核 [结果 = 优秀]", None),
        ([(2026, "优秀")], "有 考核 [结果 = 优秀, 年度 >= 2026]", False),
        ([(2024, "优秀")], "有 考核 [年度 = 2030]", False),
        ([(2024, "优秀")], "没有 考核 [年度 = 2024, 结果 = 优秀]", False),
        ([(2024, "优秀")], "近 3 年年度考核 优秀 不少于 1 次", True),
        (
            [(2023, "优秀"), (2024, "优秀"), (2025, "称职")],
            "近 3 年年度考核 优秀 不少于 3 次",
            False,
        ),
        ([(2023, "优秀"), (2024, "优秀")], "近 3 年年度考核 优秀 不少于 3 次", None),
        ([(2023, "优秀"), (2024, "优秀"), (2025, None)], "近 3 年年度考核 优秀 不少于 3 次", None),
        ([(2022, "优秀"), (2026, "优秀")], "近 3 年年度考核 优秀 不少于 1 次", None),
        (
            [(2023, "称职"), (2024, "称职"), (2025, "称职"), (2026, "优秀"), (2022, "优秀")],
            "近 3 年年度考核 优秀 不少于 1 次",
            False,
        ),
    ],
)
def test_appraisals_are_complete_year_by_year(rows, question, answer):
    found = features(*(appraisal(year, result) for year, result in rows))
    assert ask(found, question) is answer


def test_years_before_work_began_have_no_appraisal():
    found = features(person(work_start="2025.03"), appraisal(2025, "称职"))
    assert ask(found, "近 3 年年度考核 优秀 不少于 1 次") is False
    assert value(found, "近三年优秀次数") == 0
    assert ask(found, "有 考核 [结果 = 优秀]") is False


def test_a_form_that_says_none_has_no_appraisals():
    found = features(person(absent="appraisal_text"))
    assert ask(found, "近 3 年年度考核 优秀 不少于 1 次") is False
    assert value(features(person()), "近三年优秀次数") == (0, 3)


@pytest.mark.parametrize(
    ("fields", "rows", "answer"),
    [
        ({}, [], None),
        ({"rewards_complete": True}, [], False),
        ({"absent": "reward_text"}, [], False),
        ({}, [sanction("党内警告", "2025.12")], True),
        ({"rewards_complete": True}, [sanction("党内警告", "2025.11")], False),
        ({"rewards_complete": True}, [sanction("党内警告", "2026.12")], False),
        ({"rewards_complete": True}, [sanction("党内警告", None)], None),
        ({"rewards_complete": True}, [sanction("党内警告", "2020.01", ends=2026 * 12 + 11)], True),
        ({"rewards_complete": True}, [sanction("党内警告", "2020.01", ends=2026 * 12 + 10)], False),
    ],
)
def test_a_sanction_takes_effect_for_its_months(fields, rows, answer):
    found = features(person(**fields), *rows)
    assert ask(found, "处分影响期内 = 是") is answer
    assert ask(found, "有 处分 [影响期内 = 是]") is answer


def test_kinds_of_sanctions():
    found = features(person(rewards_complete=True), sanction("诫勉", "2026.08"))
    assert ask(found, "有 处分 [类别 = 诫勉, 时间 = 2026.08]") is True
    assert ask(found, "有 处分 [类别 = 党内警告]") is False
    assert ask(found, "有 处分 [影响期满 <= 2027.02]") is True
    assert ask(found, "没有 处分 []") is False


def test_family_is_never_complete():
    found = features(relative("妻子", party="中共党员"), relative("儿子", birth_year=2010))
    assert ask(found, "有 亲属 [关系 = 夫妻, 政治面貌 = 中共党员]") is True
    assert ask(found, "有 亲属 [关系 = 夫妻, 政治面貌 = 群众]") is None
    assert ask(found, "没有 亲属 [称谓 = 父亲]") is None
    assert ask(found, "有 亲属 [称谓 = 儿子, 出生年月 >= 2010.01]") is True


@pytest.mark.parametrize(
    ("rows", "question", "answer"),
    [
        ([("全日制", "大学")], "有 教育 [形式 = 全日制, 学历 >= 大学]", True),
        ([("全日制", "大专")], "有 教育 [形式 = 全日制, 学历 >= 大学]", False),
        ([("在职", "大学")], "有 教育 [形式 = 全日制, 学历 >= 大学]", None),
        ([("全日制", "大专")], "有 教育 [学历 >= 大学]", None),
        ([("全日制", "大专"), ("在职", "大专")], "有 教育 [学历 >= 大学]", False),
    ],
)
def test_a_way_of_education_without_a_row_may_have_one(rows, question, answer):
    assert ask(features(*(schooling(mode, name) for mode, name in rows)), question) is answer


def test_tenures_are_always_complete():
    found = features(
        *township(), tenure("镇-书记", "2020.11", "2022.11"), tenure("镇-镇长", "2022.11")
    )
    assert ask(found, "有 任职 [岗位 = 镇书记, 月数 = 24]") is True
    assert ask(found, "有 任职 [岗位 = 镇书记, 月数 > 24]") is False
    assert ask(found, "有 任职 [岗位 = 镇镇长, 结束 无, 开始 = 2022.11]") is True
    assert ask(found, "有 任职 [班子类别 = 乡镇, 地区 = 青川县, 职能 包含 经济]") is True
    assert ask(found, "有 任职 [班子 包含 党政, 方式 = 任职, 岗位类别 = 行政正职]") is True
    assert ask(found, "有 任职 [班子类别 = 街道]") is False


def test_a_tenure_dated_later_is_not_seen():
    found = features(*township(), tenure("镇-书记", "2026.12"))
    assert ask(found, "有 任职 []") is False
