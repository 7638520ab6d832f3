"""Conditions as JSON."""

import json

import pytest
from hypothesis import given

from leadership_model.conditions.codec import from_json, to_json
from leadership_model.errors import UserError
from tests.leadership_model.conditions.trees import TREES


@given(TREES)
def test_a_tree_comes_back_from_json(tree):
    assert from_json(json.loads(json.dumps(to_json(tree)))) == tree


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (3, "带 kind 的对象"),
        ({"kind": "maybe"}, "没有 maybe 这种条件"),
        ({"kind": "compare", "name": "年龄", "op": "<="}, "compare 缺少 value"),
        ({"kind": "compare", "name": "年龄", "op": "~", "value": 3}, "只能是 ="),
        ({"kind": "compare", "name": 3, "op": "=", "value": 3}, "应当是文字"),
        ({"kind": "compare", "name": "党外", "op": "=", "value": True}, "值应当是文字或数字"),
        ({"kind": "all", "parts": [{"kind": "is", "name": "a", "state": "无"}]}, "至少要连接两个"),
        ({"kind": "all", "parts": 3}, "应当是一个列表"),
        ({"kind": "within", "name": "a", "values": []}, "至少要列出一个值"),
        ({"kind": "exists", "rows": "家属", "parts": []}, "只能是 教育"),
        ({"kind": "grades", "years": True, "grade": "优秀", "times": 1}, "应当是整数"),
        (
            {"kind": "exists", "rows": "教育", "parts": [{"kind": "not", "part": {}}]},
            "这种条件",
        ),
        (
            {
                "kind": "exists",
                "rows": "教育",
                "parts": [{"kind": "grades", "years": 1, "grade": "优秀", "times": 1}],
            },
            "只能写单项比较",
        ),
    ],
)
def test_a_wrong_shape_is_refused_with_a_sentence(found, word):
    with pytest.raises(UserError) as caught:
        from_json(found)
    assert word in caught.value.sentence
