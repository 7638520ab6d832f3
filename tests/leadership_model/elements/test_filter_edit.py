"""An experience filter changed piece by piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.conditions.tree import Between, Compare, Is, Within
from leadership_model.elements import codec, filter_edit, starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.soundness import filter_faults
from leadership_model.errors import UserError

SHIPPED = shipped()
HEADS = SHIPPED.filter("乡镇党政正职")


def change(found, slot, picked):
    return filter_edit.edited(found, slot, picked, SHIPPED)


def test_pieces_read_as_a_sentence():
    text = "".join(piece.text for piece in filter_edit.pieces(HEADS))
    assert text.startswith("履历行符合 单位类别属于乡镇、街道 且 岗位类别属于党委书记、行政正职")
    assert "不含挂职" in text


def test_parts_branches_and_secondment():
    found = starts.begin_filter(SHIPPED)
    found = change(found, "op.0.0", "属于")
    found = change(found, "value.0.0", ("乡镇", "街道"))
    found = change(found, "add.0", "月数")
    found = change(found, "branch", "挂职")
    found = change(found, "secondment", "yes")
    assert found.branches == (
        (Within("单位类别", ("乡镇", "街道")), Compare("月数", ">=", 24)),
        (Compare("挂职", "=", "是"),),
    )
    assert found.secondment
    assert change(found, "name.1.0", "（删去这一条）").branches == found.branches[:1]


def test_the_last_part_stays():
    with pytest.raises(UserError, match="至少要有一个条件"):
        change(starts.begin_filter(SHIPPED), "name.0.0", "（删去这一条）")


def test_spans_of_months_are_typed():
    found = change(starts.begin_filter(SHIPPED), "name.0.0", "开始")
    found = change(found, "op.0.0", "介于")
    found = change(found, "value.0.0", "2010.01、2020.12")
    assert isinstance(found.branches[0][0], Between)
    with pytest.raises(UserError, match="两个值"):
        change(found, "value.0.0", "2010.01")
    assert change(found, "op.0.0", "待核").branches[0][0] == Is("开始", "待核")


@given(st.data())
def test_whatever_is_chosen_is_sound_and_reads_back(data):
    found = data.draw(st.sampled_from(SHIPPED.filters))
    for _ in range(3):
        slots = [piece.slot for piece in filter_edit.pieces(found) if piece.slot]
        slot = data.draw(st.sampled_from(slots))
        offered = filter_edit.choices(found, slot, SHIPPED)
        if not offered.options:
            continue
        picked = data.draw(st.sampled_from(offered.options))[0]
        try:
            found = change(found, slot, (picked,) if offered.many else picked)
        except UserError:
            continue
    assert filter_faults(found, SHIPPED) == ()
    assert codec.filter_from(codec.filter_to(found), SHIPPED, "试") == found
