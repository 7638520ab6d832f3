"""列方案 come back as they were kept, and a broken one is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.elements.catalogue import shipped
from leadership_model.errors import UserError
from leadership_model.query.column_sets import SHIPPED, Look, checked_name, from_json, to_json

TEXTS = st.text(max_size=8)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(TEXTS, st.integers(0, 900)), max_size=6),
    st.lists(TEXTS, max_size=3),
    TEXTS,
)
def test_a_look_comes_back_as_it_was_kept(columns, sort, group):
    look = Look(id="x", label="短", columns=tuple(columns), sort=tuple(sort), group=group)
    assert from_json("x", "短", to_json(look)) == look


@pytest.mark.parametrize("body", ["", "[]", '{"columns": 3}', '{"columns": [["a"]]}', "{}"])
def test_a_look_that_cannot_be_read_is_told(body):
    with pytest.raises(UserError, match="列方案“短”的内容读不出来"):
        from_json("x", "短", body)


def test_shipped_looks_show_elements_there_are():
    known = set(shipped().element_names())
    shown = {id.removeprefix("element.") for look in SHIPPED for id in look.shown if "." in id}
    assert shown <= known
    assert {look.group for look in SHIPPED} - {""} <= known
    assert all("name" in look.shown for look in SHIPPED)


@pytest.mark.parametrize(
    ("name", "told"), [("", "起一个名字"), ("长" * 21, "最长"), ("常规名册", "已经有列方案")]
)
def test_a_name_that_is_no_good_is_refused(name, told):
    with pytest.raises(UserError, match=told):
        checked_name(name, ())
