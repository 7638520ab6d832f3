import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.conditions.sentence import write as sentence
from leadership_model.elements.catalogue import shipped
from leadership_model.errors import UserError
from leadership_model.query import asking, kept_text
from leadership_model.query.asking import Parameter
from leadership_model.query.kept_text import Kept
from tests.leadership_model.query.random_trees import random_tree

WORDS = (
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)


@st.composite
def queries(draw):
    tree = random_tree(random.Random(draw(st.integers(0, 10_000))), 2)
    able = [at for at, leaf in enumerate(asking.lines(tree)) if asking.askable(leaf)]
    lines = tuple(Parameter("line", draw(WORDS), at) for at in able[:1])
    month = (Parameter("month", asking.MONTH_WORDS),) if draw(st.booleans()) else ()
    folder, note = (draw(st.sampled_from(["", draw(WORDS)])) for _ in range(2))
    return Kept(
        label=draw(WORDS),
        sentence=sentence(tree),
        folder=folder,
        note=note,
        parameters=(*month, *lines),
    )


@given(st.lists(queries(), max_size=4, unique_by=lambda kept: kept.label), st.randoms())
@settings(max_examples=12)
def test_what_is_written_reads_back_equal_whatever_the_order(kept, order):
    mixed = list(kept)
    order.shuffle(mixed)
    for suffix in (".toml", ".json"):
        text = kept_text.write(kept, suffix)
        assert text == kept_text.write(mixed, suffix)
        found = kept_text.read(text, f"查询{suffix}", shipped())
        assert not found.faults
        assert sorted(found.queries, key=repr) == sorted(kept, key=repr)


TEXT = """format = "班子模型工作台查询"
version = 1

[[query]]
label = "好"
sentence = "年龄 <= 40"

[[query]]
label = "坏"
sentence = "岁数 <= 40"

[[query]]
sentence = "年龄 <= 40"
colour = "红"

[[query]]
label = "好"
sentence = "年龄 <= 30"

[[query]]
label = "参数"
sentence = "年龄 <= 30"
parameters = [{ask = "line", line = 4}]
"""


def test_every_fault_is_a_sentence_with_its_line_and_the_sound_ones_are_kept():
    found = kept_text.read(TEXT, "查询.toml", shipped())
    assert [each.label for each in found.queries] == ["好"]
    faults = found.faults
    assert [fault.partition("：")[0] for fault in faults] == [
        *("第 8 行", "第 12 行", "第 12 行", "第 16 行", "第 20 行"),
    ]
    for words, fault in zip(
        ("岁数", "colour", "缺少 label", "两次", "第 4 个"), faults, strict=True
    ):
        assert words in fault


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[1]", "a.json"),
        ("{", "a.json"),
        ("a = ", "a.toml"),
        ("a = 1", "a.toml"),
        (TEXT.replace("version = 1", "version = 7"), "a.toml"),
        ('format = "班子模型工作台查询"\nversion = 1\nquery = 3', "a.toml"),
    ],
)
def test_what_is_no_such_text_is_refused(text, name):
    with pytest.raises(UserError, match=name):
        kept_text.read(text, name, shipped())
