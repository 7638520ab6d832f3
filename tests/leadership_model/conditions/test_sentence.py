"""The question language: what is read, what is written, what is refused and where."""

import pytest
from hypothesis import given

from leadership_model.conditions.sentence import SentenceError, parse, parse_parts, write
from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
    Contains,
    Exists,
    Grades,
    Is,
    Not,
    Some,
    Within,
)
from tests.leadership_model.conditions.catalogue import NAMES
from tests.leadership_model.conditions.trees import TREES

EXAMPLE = (
    "年龄 <= 42 且 学历 >= 大学 且 (性别 = 女 或 民族 ≠ 汉族) "
    "且 曾任 乡镇党政正职 满 24 个月 且 近 3 年年度考核 优秀 不少于 1 次"
)
TREE = All(
    (
        Compare("年龄", "<=", 42),
        Compare("学历", ">=", "大学"),
        Some((Compare("性别", "=", "女"), Compare("民族", "≠", "汉族"))),
        Career("曾任", "乡镇党政正职", "累计", 24),
        Grades(3, "优秀", 1),
    )
)


@given(TREES)
def test_what_is_written_reads_back_as_the_same_tree(tree):
    text = write(tree)
    again = parse(text, NAMES)
    assert again == tree
    assert write(again) == text


def test_the_example_is_read_and_written():
    assert parse(EXAMPLE, NAMES) == TREE
    assert write(TREE) == EXAMPLE


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("年龄<=42", "年龄 <= 42"),
        ("年龄 ≤ ４２", "年龄 <= 42"),
        ("年龄≥42", "年龄 >= 42"),
        ("性别＝女", "性别 = 女"),
        ("性别 != 女", "性别 ≠ 女"),
        ("性别 <> 女", "性别 ≠ 女"),
        ("（年龄 > 3）", "年龄 > 3"),
        ("民族 属于｛汉族，彝族｝", "民族 属于 {汉族, 彝族}"),
        ("曾任 基层工作 满24个月", "曾任 基层工作 满 24 个月"),
        ("曾任 基层工作 累计满2年", "曾任 基层工作 满 24 个月"),
        ("曾任 基层工作 累计 满 2 年", "曾任 基层工作 满 24 个月"),
        ("曾任 基层工作 连续满 24个月", "曾任 基层工作 连续 满 24 个月"),
        ("现任 基层工作 满 1.5 年", "现任 基层工作 满 18 个月"),
        ("近3年年度考核 优秀 不少于1次", "近 3 年年度考核 优秀 不少于 1 次"),
        ("近 3年年度考核 优秀 不少于 1次", "近 3 年年度考核 优秀 不少于 1 次"),
        ("近３年年度考核优秀不少于１次", "近 3 年年度考核 优秀 不少于 1 次"),
        ("从未任 [ 单位类别=乡镇 ]", "从未任 [单位类别 = 乡镇]"),
        ("没有 考核 [结果 = 称职]", "没有 考核 [结果 = 称职]"),
        ("有 亲属 []", "有 亲属 []"),
        ("非 (非 (年龄 > 3))", "非 (非 (年龄 > 3))"),
        ("出生年月 >= 2004-10", "出生年月 >= 2004.10"),
        ("出生年月 >= 2004年1月", "出生年月 >= 2004.01"),
        ("党龄　无", "党龄 无"),
        ("((年龄 > 3 且 性别 = 女)) 或 党外 = 是", "年龄 > 3 且 性别 = 女 或 党外 = 是"),
    ],
)
def test_forgiving_forms_become_canonical(text, canonical):
    assert write(parse(text, NAMES)) == canonical
    assert write(parse(canonical, NAMES)) == canonical


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("年龄 介于 30 与 40", Between("年龄", 30, 40)),
        ("出生年月 = 2004.10", Compare("出生年月", "=", "2004.10")),
        ("年龄 = 4.50", Compare("年龄", "=", 4.5)),
        ("年龄 > -3", Compare("年龄", ">", -3)),
        ("专业 = 24", Compare("专业", "=", "24")),
        ("熟悉领域 包含 经济", Contains("熟悉领域", "经济")),
        ("专业 属于 {「且」, 「a b」, 「」}", Within("专业", ("且", "a b", ""))),
        ("专业 = 「引」」号」", Compare("专业", "=", "引」号")),
        ("「2024」 = 3", Compare("2024", "=", 3)),
        ("「且」 待核", Is("且", "待核")),
        ("从未任 基层工作", Not(Career("曾任", "基层工作"))),
        (
            "有 考核 [年度 = 2024, 结果 = 优秀]",
            Exists("考核", (Compare("年度", "=", 2024), Compare("结果", "=", "优秀"))),
        ),
        (
            "年龄 > 1 或 年龄 > 2 且 年龄 > 3",
            Some(
                (
                    Compare("年龄", ">", 1),
                    All((Compare("年龄", ">", 2), Compare("年龄", ">", 3))),
                )
            ),
        ),
        (
            "(年龄 > 1 且 年龄 > 2) 且 年龄 > 3",
            All(
                (
                    All((Compare("年龄", ">", 1), Compare("年龄", ">", 2))),
                    Compare("年龄", ">", 3),
                )
            ),
        ),
    ],
)
def test_a_sentence_means_a_tree(text, tree):
    assert parse(text, NAMES) == tree
    assert write(parse(write(tree), NAMES)) == write(tree)


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("年龄 >= 大学", (0, 8), "年龄”是数字，不能与“大学”"),
        ("性别 = 女 且 年令 > 4", (9, 11), "没有名为“年令”的要素，是不是指 “年龄”"),
        ("学历 >= 大雪", (0, 8), "不在“学历”的次序之内"),
        ("性别 > 男", (0, 6), "没有高低次序"),
        ("性别 = 好", (0, 6), "只能是 男、女"),
        ("党外 >= 是", (0, 7), "是是否，不能用"),
        ("年龄 包含 3", (0, 7), "不能用“包含”"),
        ("熟悉领域 = 经济", (0, 9), "请用“包含”"),
        ("出生年月 > 2004.13", (0, 14), "要写成 2004.10 这样"),
        ("年龄 介于 40 与 30", (0, 13), "下限高于上限"),
        ("曾任 乡镇正职", (3, 7), "没有名为“乡镇正职”的经历，是不是指 “乡镇党政正职”"),
        ("曾任 [单位 = 乡镇]", (4, 6), "履历里没有名为“单位”的项目"),
        ("有 家属 []", (2, 4), "只能是 教育、考核、处分、亲属、任职、履历"),
        ("近 3 年年度考核 优异 不少于 1 次", (10, 12), "年度考核结果只能是"),
        ("近 0 年年度考核 优秀 不少于 1 次", (2, 3), "大于 0 的整数"),
        ("曾任 基层工作 满 0 个月", (0, 14), "整月数"),
        ("曾任 基层工作 满 1.3 年", (0, 15), "整月数"),
        ("年龄 > 3 且", (8, 8), "句子没有写完，后面应当是名称或值"),
        ("年龄 > 3 年龄 > 4", (7, 9), "看不懂，这里应当是句子结束"),
        ("年龄 > 3)", (6, 7), "多余"),
        ("年龄", (2, 2), "比较符号"),
        ("「年龄 > 3", (0, 7), "没有对应的“」”"),
        ("年龄 ! 3", (3, 4), "看不懂"),
        ("   ", (0, 3), "还没有写条件"),
        ("（" * 61 + "年龄 > 3" + "）" * 61, (60, 61), "括号套得太深"),
    ],
)
def test_a_refusal_says_where_and_what(text, at, word):
    with pytest.raises(SentenceError) as caught:
        parse(text, NAMES)
    assert word in caught.value.sentence
    assert (caught.value.start, caught.value.end) == at


def test_places_count_in_the_text_as_typed():
    text = "曾任 基层工作 满24个月 且 年令 > ３"
    with pytest.raises(SentenceError) as caught:
        parse(text, NAMES)
    assert text[caught.value.start : caught.value.end] == "年令"


def test_sixty_brackets_are_still_read():
    assert parse("(" * 60 + "年龄 > 3" + ")" * 60, NAMES) == Compare("年龄", ">", 3)


def test_parts_stand_alone_for_experience_filters():
    assert parse_parts("单位类别 = 乡镇, 职能 包含 农业", NAMES) == (
        Compare("单位类别", "=", "乡镇"),
        Contains("职能", "农业"),
    )


@pytest.mark.parametrize(
    "make",
    [
        lambda: All((Compare("年龄", ">", 3),)),
        lambda: Some(()),
        lambda: Within("年龄", ()),
        lambda: Career("曾任", "基层工作", "连续"),
        lambda: Career("曾任", "基层工作", "累计", 0),
        lambda: Grades(0, "优秀", 1),
        lambda: Grades(3, "优秀", 0),
    ],
)
def test_trees_that_no_sentence_can_say_are_refused(make):
    with pytest.raises(ValueError, match=r"至少|写明"):
        make()
