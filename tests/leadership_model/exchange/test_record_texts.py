import pytest

from leadership_model.exchange.record_texts import appraisals, deeds


def rewards(text):
    return [(each.month, each.organ, each.name) for each in deeds(text).rewards]


def sanctions(text):
    return [(each.kind, each.month, each.organ) for each in deeds(text).sanctions]


def test_rewards_in_the_composed_form():
    text = "2014.02，经甲市人民政府批准，嘉奖；2020.12,经甲省委批准,授予“先进工作者”称号。"
    assert rewards(text) == [
        (24169, "甲市人民政府", "嘉奖"),
        (24251, "甲省委", "授予“先进工作者”称号"),
    ]
    assert not deeds(text).unread


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2014年02月，经甲县批准，授予乙；", [(24169, "甲县", "授予乙")]),
        ("2014.02荣获全省先进个人", [(24169, None, "荣获全省先进个人")]),
        ("2014.02、2015.03获甲县委嘉奖", [(24169, "甲县委", "嘉奖"), (24182, "甲县委", "嘉奖")]),
        ("2014年，记三等功", [(None, None, "记三等功")]),
    ],
)
def test_rewards_in_other_forms(text, found):
    assert rewards(text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2019.05，经甲县纪委批准，受党内警告处分。", "党内警告"),
        ("2019.05，经甲县纪委批准，受党内严重警告处分。", "党内严重警告"),
        ("2019.05，经甲县纪委批准，受警告处分", "党内警告"),
        ("2019.05，经甲县纪委批准，受行政警告处分", "政务警告"),
        ("2019.05，经甲县纪委批准，给予政务记大过处分", "政务记大过"),
        ("2019.05，经甲县纪委批准，给予记过处分", "政务记过"),
        ("2019.05，经甲县纪委批准，因失职被诫勉谈话", "诫勉"),
    ],
)
def test_sanctions(text, kind):
    assert sanctions(text) == [(kind, 24232, "甲县纪委")]
    assert not rewards(text)


@pytest.mark.parametrize("text", ["受过处分", "2017.13，嘉奖", "受党内警告处分", "2019.05受到处分"])
def test_what_is_not_understood_is_said(text):
    assert deeds(text).unread
    assert not deeds(text).sanctions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2016年、2017年、2018年年度考核均为称职。", {2016: "称职", 2017: "称职", 2018: "称职"}),
        (
            "2022年、2023年年度考核均为称职，2024年年度考核为优秀。",
            {2022: "称职", 2023: "称职", 2024: "优秀"},
        ),
        ("2016年称职，2017年优秀", {2016: "称职", 2017: "优秀"}),
        ("2019年年度考核优秀；2020年年度考核称职；", {2019: "优秀", 2020: "称职"}),
        ("2016-2018年均为称职", {2016: "称职", 2017: "称职", 2018: "称职"}),
        ("2016年至2018年均为合格", {2016: "称职", 2017: "称职", 2018: "称职"}),
        ("优秀：2016、2017年；称职：2018年", {2016: "优秀", 2017: "优秀", 2018: "称职"}),
        ("2018年基本称职，2019年不称职", {2018: "基本称职", 2019: "不称职"}),
        ("2018年基本合格，2019年不定等次", {2018: "基本称职", 2019: "不定等次"}),
        ("２０１６年优秀", {2016: "优秀"}),
    ],
)
def test_appraisals(text, found):
    read = appraisals(text)
    assert {each.year: each.result for each in read.results} == found
    assert not read.unread


@pytest.mark.parametrize("text", ["近三年均为称职", "2020年年度考核", "见附件"])
def test_appraisals_that_are_not_understood(text):
    assert appraisals(text).unread
    assert not appraisals(text).results
