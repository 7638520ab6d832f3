import pytest

from leadership_model.assessment.judge import judge
from leadership_model.assessment.phrase import show, span, wanted
from leadership_model.structure.requirement import (
    Apart,
    Carried,
    Concentration,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Rung,
    Share,
)
from tests.leadership_model.assessment.cast import BLANK, OUTSIDE, WOMAN, requirement, world

DETAILS = {
    "extent": (Extent("年龄"), 8, {"年龄": [40, 46]}, "相差 6 岁，目标不少于 8 岁"),
    "ladder": (
        Ladder("年龄", (Rung(None, 40, 2), Rung(41, None, 0, 1))),
        None,
        {"年龄": [40, 46, 47]},
        "40岁以下 1 人（目标不少于 2）、41岁以上 2 人（目标0～1），差 2 人",
    ),
    "cover": (
        Cover("领域", ("经济", "农业", "法治")),
        2,
        {"领域": ["经济", BLANK]},
        "已有 1～3 项，目标不少于 2 项，缺农业、法治，待核 1 人",
    ),
    "cover of a value nobody can have": (
        Cover("领域", ("经济", "航天")),
        1,
        {"领域": ["经济"]},
        "已有 1 项，目标不少于 1 项，缺航天",
    ),
    "cover of a choice": (
        Cover("专业", ("理", "工")),
        1,
        {"专业": ["理"]},
        "已有 1 项，目标不少于 1 项，缺工",
    ),
    "distinct": (Distinct("专业"), 2, {"专业": ["理", "工"]}, "共 2 种，目标不少于 2 种"),
    "concentration": (
        Concentration("籍贯"),
        1,
        {"籍贯": ["易溪"]},
        "最多 1 人相同，目标不少于 1 人",
    ),
    "every": (Every(WOMAN), None, {"性别": ["女"]}, "均符合"),
    "every but one": (Every(WOMAN), None, {"性别": ["女", "男"]}, "1 人不符合"),
    "apart": (Apart(("籍贯",)), None, {"籍贯": ["易溪", "易溪"]}, "1 对相同"),
    "all apart": (Apart(("籍贯",)), None, {"籍贯": ["易溪", "江岭"]}, "没有相同的"),
    "carried": (Carried(("经济",)), 1, {"性别": ["女"]}, "已承担 0 项，目标不少于 1 项"),
    "nobody": (Share(WOMAN), "1/2", {"性别": []}, "没有可供统计的成员"),
}


@pytest.mark.parametrize("case", DETAILS.values(), ids=DETAILS)
def test_detail(case):
    measure, lo, values, sentence = case
    assert judge(requirement(measure, lo), 0, world(**values)).detail == sentence


def test_detail_of_filled_names_the_quota():
    there = world(2, [0, 1, OUTSIDE], quota=(1, 3, 0))
    assert judge(requirement(Filled(), 3, 4), 0, there).detail == "实配 3 人，目标3～4 人（核定 4）"


def test_numbers():
    assert (show(3.0), show(45.25), show(2 / 3)) == ("3", "45.2", "0.7")
    assert (span(1, 1), span(1, 2.5), span(None, None)) == ("1", "1～2.5", "—")
    assert [wanted(*each) for each in ((None, None), (2, None), (None, 3), (1, 1), (1, 2))] == [
        "不限",
        "不少于 2",
        "不多于 3",
        "为 1",
        "1～2",
    ]
