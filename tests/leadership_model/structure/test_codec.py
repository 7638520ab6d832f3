import json
import tomllib
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.conditions.tree import All, Compare
from leadership_model.errors import UserError
from leadership_model.structure.codec import (
    model_from_json,
    model_to_json,
    portrait_from_json,
    portrait_to_json,
    requirement_from_json,
    requirement_to_json,
)
from leadership_model.structure.model import Adjustment, Model, Portrait, Term, Weight
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Requirement,
    Rung,
    Scope,
    Share,
)
from leadership_model.structure.writing import toml

WOMAN = Compare("性别", "=", "女")
YOUNG_WOMAN = All((WOMAN, Compare("年龄", "<=", 42)))
MEASURES = (
    Count(WOMAN),
    Share(YOUNG_WOMAN),
    Average("年龄"),
    Extent("年龄"),
    Ladder("年龄", (Rung(None, 40, 2), Rung(41, 50.5, 5), Rung(51, None, 0, 4))),
    Cover("熟悉领域", ("经济", "农业"), 2),
    Distinct("专业门类"),
    Concentration("籍贯"),
    Every(WOMAN),
    Apart(("籍贯", "院校")),
    Filled(),
    Carried(("经济", "农业")),
)
NUMBERS = st.none() | st.fractions(0, 20, max_denominator=6)


@st.composite
def requirements(draw):
    lo, hi = draw(NUMBERS), draw(NUMBERS)
    if lo is not None and hi is not None:
        lo, hi = sorted((lo, hi))
    return Requirement(
        id=draw(st.sampled_from(["a", "b", "c"])),
        dimension="性别",
        label=draw(st.text(max_size=5)),
        measure=draw(st.sampled_from(MEASURES)),
        scope=Scope(
            draw(st.sampled_from(["全部", "正职", "副职", "其他"])),
            draw(st.none() | st.just("经济")),
        ),
        lo=lo,
        hi=hi,
        lo_per=Fraction(0) if lo is None else draw(st.fractions(0, 2, max_denominator=4)),
        ideal_lo=draw(NUMBERS),
        tolerance=draw(st.none() | st.floats(0, 9, allow_subnormal=False)),
        points=draw(st.floats(0, 100, allow_subnormal=False)),
        veto=draw(st.booleans()),
        effective=draw(st.none() | st.integers(2000 * 12, 2030 * 12)),
        basis=draw(st.text(max_size=5)),
        why=draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=5)),
    )


PORTRAITS = (
    Portrait(id="p", label="画像", category="乡镇", weights=()),
    Portrait(
        id="q",
        label="书记",
        category="乡镇",
        place="党委",
        role="正职",
        post_kind="党委书记",
        post="s1",
        key=True,
        qualifications=(YOUNG_WOMAN, WOMAN),
        terms=(Term("约束性", "《某法》第一条"),),
        weights=(
            Weight(label="女", points=5.0, condition=WOMAN, basis="某法"),
            Weight(label="年轻", points=2.5, element="年龄", start=55.0, full=35.0, heading="常用"),
        ),
        basis="某规定",
    ),
)


@given(requirements())
def test_a_requirement_comes_back_as_it_went(requirement):
    written = json.loads(json.dumps(requirement_to_json(requirement)))
    assert requirement_from_json(written) == requirement


@given(st.lists(requirements(), max_size=3), st.booleans())
def test_a_model_comes_back_as_it_went_through_json_and_toml(found, difference):
    model = Model(
        id="m",
        category="乡镇",
        label="乡镇",
        version=3,
        sub_category="山区" if difference else None,
        effective=2026 * 12,
        red=55.0,
        green=80.5,
        own_lines=difference,
        requirements=tuple(found),
        removed=frozenset({"x", "y"}),
        portraits=PORTRAITS,
        adjusted=(Adjustment("x", Fraction(-1, 2)),) if difference else (),
        seen=tuple(found[:1]) if difference else (),
        seen_portraits=PORTRAITS[:1],
    )
    written = model_to_json(model)
    assert model_from_json(json.loads(json.dumps(written))) == model
    assert model_from_json(tomllib.loads(toml(written))) == model


@pytest.mark.parametrize("portrait", PORTRAITS, ids=lambda portrait: portrait.id)
def test_a_portrait_comes_back_as_it_went(portrait):
    assert portrait_from_json(json.loads(json.dumps(portrait_to_json(portrait)))) == portrait


def test_a_difference_without_lines_inherits_them():
    body: dict[str, Any] = {"id": "d", "category": "乡镇", "label": "差异", "team": "t1"}
    assert not model_from_json(body).own_lines
    assert model_from_json(body | {"green": 80}).own_lines
    assert "red" not in model_to_json(model_from_json(body))


def test_keys_keep_their_order():
    body: dict[str, Any] = {"id": "a", "dimension": "年龄", "label": "均龄"}
    body |= {"kind": "average", "element": "年龄"}
    body |= {"hi": 46, "points": 10, "basis": "本地", "why": "因为。"}
    assert list(requirement_to_json(requirement_from_json(body))) == list(body)


@pytest.mark.parametrize(
    ("text", "bound"),
    [("1/3", Fraction(1, 3)), (0.35, Fraction(7, 20)), (3, Fraction(3)), ("0.5", Fraction(1, 2))],
)
def test_bounds_stay_exact(text, bound):
    body = {"id": "a", "dimension": "年龄", "label": "均龄", "kind": "average", "element": "年龄"}
    assert requirement_from_json(body | {"lo": text}).lo == bound


GOOD: dict[str, Any] = {
    "id": "women",
    "dimension": "性别",
    "label": "女",
    "kind": "distinct",
    "element": "专业",
}
FAULTS = {
    "kind": ({"kind": "sum"}, "要求“women”的 kind：没有这种要求，可用：count"),
    "missing": ({"element": None}, "要求“women”的 element：没有填写"),
    "bound": ({"lo": "1/0"}, "要求“women”的 lo：应当是数字"),
    "bound of words": ({"lo": "一半"}, "要求“women”的 lo：应当是数字"),
    "points": ({"points": "十"}, "要求“women”的 points：应当是数字"),
    "veto": ({"veto": 1}, "要求“women”的 veto：应当是 true 或 false"),
    "month": ({"effective": "2026年"}, "要求“women”的 effective：应当是“2026-01”"),
    "role": ({"role": "组长"}, "要求“women”的 role：只能是 全部、正职"),
    "label": ({"label": 3}, "要求“women”的 label：应当是文字"),
    "each": (
        {"kind": "cover", "values": ["经济"], "each": 1.5},
        "要求“women”的 each：应当是整数",
    ),
    "no points": ({"tolerance": "大"}, "要求“women”的 tolerance：应当是数字"),
    "list": ({"kind": "cover", "values": "经济"}, "要求“women”的 values：应当是列表"),
    "list of texts": ({"kind": "cover", "values": [1]}, "要求“women”的 values：应当是文字的列表"),
    "negative points": ({"points": -1}, "要求“women”：要求“女”的分值不能为负"),
    "no condition": ({"kind": "count", "element": None}, "要求“women”的 condition：没有填写"),
    "misspelt": ({"pionts": 3}, "要求“women”的 pionts：不认识这个键"),
    "crossed": ({"lo": 3, "hi": 2}, "要求“women”：要求“女”的下限 3 高于上限 2"),
}


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_faults_name_the_place_and_the_key(case):
    change, sentence = case
    with pytest.raises(UserError, match=sentence.split("（")[0]):
        requirement_from_json(GOOD | change)


def test_faults_inside_a_model_name_the_file_and_the_requirement():
    body: dict[str, Any] = {"id": "m", "category": "乡镇", "label": "乡镇"}
    with pytest.raises(UserError, match=r"data/x\.toml“m” requirements“women”的 lo：应当是数字"):
        model_from_json(body | {"requirements": [GOOD | {"lo": []}]}, where="data/x.toml")
    with pytest.raises(UserError, match="requirements：第 1 项应当是一组键和值"):
        model_from_json(body | {"requirements": ["x"]})
    with pytest.raises(UserError, match="red：应当是数字"):
        model_from_json(body | {"red": "六十"})
    with pytest.raises(UserError, match=r"红线 90\.0 高于绿线 85\.0"):
        model_from_json(body | {"red": 90})
    with pytest.raises(UserError, match="模型应当是一组键和值"):
        model_from_json([])


def test_a_condition_that_cannot_be_read_names_its_key():
    with pytest.raises(UserError, match="要求“women”的 condition：条件格式有误"):
        requirement_from_json(GOOD | {"kind": "count", "condition": {"kind": "?"}, "element": None})


@pytest.mark.parametrize(
    ("weight", "sentence"),
    [
        ({"label": "甲", "points": 1}, "二者必居其一"),
        ({"label": "甲"}, "二者必居其一"),
        ({"label": "甲", "element": "年龄", "start": 1, "full": 2}, "points：没有填写"),
        (
            {"label": "甲", "points": 1, "element": "年龄", "start": 1, "full": 1},
            "不能与 start 相同",
        ),
    ],
)
def test_a_weight_is_a_condition_or_a_graded_number(weight, sentence):
    body = {"id": "p", "label": "画像", "category": "乡镇", "weights": [weight]}
    with pytest.raises(UserError, match=sentence):
        portrait_from_json(body)
