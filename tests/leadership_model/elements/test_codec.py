"""Elements and filters as bodies, both ways; errors name the place."""

import json

import pytest

from leadership_model.elements import codec
from leadership_model.elements.catalogue import Catalogue, shipped
from leadership_model.errors import UserError

GOOD = {
    "id": "x", "label": "甲", "group": "自定义", "kind": "number", "low": 0, "high": 9,
    "definition": {"kind": "months_in", "filter": "基层工作"},
}  # fmt: skip


def test_the_whole_catalogue_comes_back_from_json():
    elements = [codec.element_to(each) for each in shipped().elements]
    filters = [codec.filter_to(each) for each in shipped().filters]
    read = json.loads(json.dumps([elements, filters]))
    assert Catalogue(()).with_own(*read) == shipped()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"colour": "red"}, "多余的键 colour"),
        ({"label": None, "id": None}, None),
        ({"kind": "figure"}, "kind 只能是"),
        ({"kind": "flag"}, "kind 应当是 number"),
        ({"definition": {"kind": "guess"}}, "definition.kind 只能是"),
        ({"definition": {"kind": "months_in"}}, "缺少 filter"),
        ({"definition": {"kind": "months_in", "filter": "a", "way": 1}}, "多余的键 way"),
        ({"definition": "年龄"}, "应当是一个带 kind 的对象"),
        ({"definition": {"kind": "when"}, "kind": "flag"}, "缺少 condition"),
        ({"definition": {"kind": "when", "condition": "年令 > 3"}, "kind": "flag"}, "没有名为“年令”"),
        ({"definition": {"kind": "when", "condition": {"kind": "all"}}, "kind": "flag"}, "条件有误"),
        ({"code_list": "planets"}, "不存在的代码表 planets"),
        ({"kind": "month", "low": 3, "definition": {"kind": "retirement_month"}}, "1940.01"),
        ({"kind": "text", "definition": {"kind": "field", "field": "现任"}}, "应当是字段名"),
        (
            {
                "kind": "choice", "values": ["少", "多"],
                "definition": {"kind": "band", "of": "年龄", "edges": [3], "labels": ["少"]},
            },
            "labels 应当比 edges 多一个",
        ),
        (
            {
                "kind": "choice", "values": ["少"],
                "definition": {"kind": "band", "of": "年龄", "edges": [3], "labels": ["少", "多"]},
            },
            "values 里缺少“多”",
        ),
    ],
)  # fmt: skip
def test_a_wrong_body_is_refused_with_place_and_key(change, word):
    body = {key: value for key, value in (GOOD | change).items() if value is not None}
    with pytest.raises(UserError) as caught:
        shipped().with_own([body])
    assert (word or "缺少 id") in caught.value.sentence
    assert "自定义要素：要素“" in caught.value.sentence


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({"name": "甲"}, "缺少 name 或 branches"),
        ({"name": "甲", "branches": ["单位 = 乡镇"], "colour": 1}, "多余的键 colour"),
        ({"name": "甲", "branches": ["单位类 = 乡镇"]}, "没有名为“单位类”的项目"),
        ({"name": "甲", "branches": ["单位类别 = 村"]}, "经历“甲”的条件有误"),
    ],
)
def test_a_wrong_filter_is_refused(body, word):
    with pytest.raises(UserError) as caught:
        shipped().with_own(filters=[body])
    assert word in caught.value.sentence
