from fractions import Fraction

import pytest

from leadership_model.elements import catalogue
from leadership_model.errors import UserError
from leadership_model.structure import edit, phrase, templates
from leadership_model.structure.requirement import (
    Average,
    Count,
    Filled,
    Ladder,
    Requirement,
    Rung,
    Scope,
    Share,
)

NAMES = catalogue.shipped()
WOMEN = edit.edited(
    Requirement(id="r", dimension="性别", label="女干部", measure=Filled()), "points", "10", NAMES
)


def count(**values):
    from leadership_model.conditions.sentence import parse

    measure = Count(parse("性别 = 女", NAMES))
    return Requirement(id="r", dimension="性别", label="女干部", measure=measure, **values)


def test_a_count_reads_as_a_sentence():
    made = count(lo=Fraction(1), ideal_lo=Fraction(2), points=10, veto=True, basis="换届要求")
    assert phrase.sentence(made, NAMES) == (
        "在 全部成员 中，性别 = 女 的人数 不少于 1 人，理想 ≥ 2 人；"
        "达不到时在 按惯例 之内按比例得分，分值 10，一票否决，自 版本生效之月 起，依据 换届要求。"
    )


@pytest.mark.parametrize("model", templates.shipped(), ids=[m.id for m in templates.shipped()])
def test_every_shipped_requirement_reads_and_its_pieces_read_back(model):
    for each in model.requirements:
        text = phrase.sentence(each, NAMES)
        assert text.endswith("。")
        assert "None" not in text
        for piece in phrase.pieces(each, NAMES):
            if piece.slot in ("condition", "element", "elements", "values", "rungs", "lo", "hi"):
                assert edit.edited(each, piece.slot, piece.text, NAMES) == each, piece
            if piece.slot in (
                "scope",
                "bound",
                "tolerance",
                "points",
                "veto",
                "ideal",
                "functions",
            ):
                assert edit.edited(each, piece.slot, piece.text, NAMES) == each, piece


@pytest.mark.parametrize(
    ("lo", "hi", "wanted"),
    [
        (2, None, "≥ 2"),
        (None, 49, "≤ 49"),
        (1, 1, "= 1"),
        (4, 6, "4–6"),
        (Fraction(1, 3), None, "≥ 1/3"),
        (None, None, ""),
        (None, Fraction(97, 2), "≤ 48.5"),
    ],
)
def test_bands_in_signs(lo, hi, wanted):
    exact = [None if each is None else Fraction(each) for each in (lo, hi)]
    assert phrase.band(*exact) == wanted


@pytest.mark.parametrize(
    ("words", "bounds"),
    [("不少于", (3, None)), ("不多于", (None, 3)), ("等于", (3, 3)), ("介于", (3, 4))],
)
def test_another_bound(words, bounds):
    made = edit.edited(count(lo=Fraction(3)), "bound", words, NAMES)
    assert (made.lo, made.hi) == bounds


def test_numbers_are_read_with_units_shares_and_percent():
    assert edit.bound("3 人") == 3
    assert edit.bound("1/3") == Fraction(1, 3)
    assert edit.bound("50%") == Fraction(1, 2)
    assert edit.bound("≤ 48.5 岁") == Fraction(97, 2)
    with pytest.raises(UserError, match="不是数"):
        edit.bound("几个")


def test_ideals():
    base = count(lo=Fraction(1))
    assert edit.edited(base, "ideal", "3 人", NAMES).ideal_lo == 3
    both = edit.edited(base, "ideal", "3-5", NAMES)
    assert (both.ideal_lo, both.ideal_hi) == (3, 5)
    assert edit.edited(both, "ideal", "不另定", NAMES).ideal_lo is None


@pytest.mark.parametrize(
    ("slot", "text", "words"),
    [
        ("lo", "许多", "不是数"),
        ("condition", "年龄 >= 大学", "年龄"),
        ("scope", "半数成员", "没有"),
        ("veto", "也许", "选择"),
        ("bound", "大约", "选择"),
    ],
)
def test_a_fault_is_one_sentence(slot, text, words):
    assert words in edit.fault(count(lo=Fraction(1)), slot, text, NAMES)
    assert edit.fault(count(lo=Fraction(1)), "lo", "2", NAMES) == ""


def test_bounds_that_cross_are_refused():
    made = count(lo=Fraction(2), hi=Fraction(4))
    assert "高于上限" in edit.fault(made, "lo", "5", NAMES)


def test_a_share_cannot_pass_one():
    share = Requirement(
        id="r",
        dimension="x",
        label="x",
        measure=Share(count().measure.condition),
        lo=Fraction(1, 2),
    )
    assert "不能超过 1" in edit.fault(share, "lo", "3", NAMES)


def test_scopes_by_function():
    assert "分管农业的全部成员" in edit.scopes()
    made = edit.edited(count(), "scope", "分管农业的全部成员", NAMES)
    assert made.scope == Scope("全部", "农业")
    assert phrase.scope_words(made.scope) == "分管农业的全部成员"


def test_rungs():
    made = Requirement(
        id="r",
        dimension="年龄",
        label="梯次",
        measure=Ladder("年龄", (Rung(None, 40, 2), Rung(41, 50, 5, 7), Rung(51, None, 0, 4))),
    )
    assert phrase.target(made) == "..40:2；41..50:5-7；51..:0-4"
    again = edit.edited(made, "rungs", "..40:3、41..50:5", NAMES)
    assert again.measure.rungs == (Rung(None, 40, 3), Rung(41, 50, 5))
    assert "一段" in edit.fault(made, "rungs", "四十以下两人", NAMES)


def test_units():
    mean = Requirement(
        id="r", dimension="年龄", label="x", measure=Average("年龄"), hi=Fraction(49)
    )
    assert phrase.unit(mean, NAMES) == "岁"
    assert phrase.unit(WOMEN) == "人"
    assert WOMEN.points == 10
