"""Every way of defining can be begun, every piece changed, and what comes of it is kept exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.elements import codec, edit, starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.describe import describe, pieces
from leadership_model.elements.element import (
    Band,
    CountOf,
    Ever,
    Group,
    MonthsIn,
    SanctionInForce,
    When,
)
from leadership_model.elements.soundness import faults
from leadership_model.errors import UserError

SHIPPED = shipped()


def slots(element):
    found = (*pieces(element, SHIPPED), *edit.head(element))
    return [piece.slot for piece in found if piece.slot]


@pytest.mark.parametrize("start", list(starts.STARTS))
def test_every_beginning_is_sound_and_reads_back(start):
    element = starts.begin(start, SHIPPED)
    assert faults(element, SHIPPED) == ()
    assert describe(element, SHIPPED).endswith("。")
    again = SHIPPED.with_own([codec.element_to(element)]).element(element.label)
    assert again == element


@pytest.mark.parametrize("start", list(starts.STARTS))
def test_every_piece_can_become_something(start):
    element = starts.begin(start, SHIPPED)
    for slot in slots(element):
        found = edit.choices(element, slot, SHIPPED)
        assert found.options or found.typed, slot
        assert found.hint, slot


@given(st.data())
def test_whatever_is_chosen_gives_an_element_that_reads_back_or_a_sentence(data):
    element = starts.begin(data.draw(st.sampled_from(list(starts.STARTS))), SHIPPED)
    for _ in range(3):
        slot = data.draw(st.sampled_from(slots(element)))
        found = edit.choices(element, slot, SHIPPED)
        if not found.options:
            continue
        picked = data.draw(st.sampled_from(found.options))[0]
        try:
            element = edit.edited(element, slot, (picked,) if found.many else picked, SHIPPED)
        except UserError:
            continue
    if not faults(element, SHIPPED):
        read = SHIPPED.with_own([codec.element_to(element)]).element(element.label)
        assert read == element


def test_a_career_element_counts_otherwise():
    element = starts.begin("months_in", SHIPPED)
    assert element.definition == MonthsIn(element.definition.filter)
    ever = edit.edited(element, "measure", "ever", SHIPPED)
    assert (ever.definition, ever.kind) == (Ever(element.definition.filter), "flag")
    count = edit.edited(ever, "measure", "count", SHIPPED)
    assert (count.definition, count.unit) == (CountOf(element.definition.filter), "条")


def test_a_band_that_stays_keeps_its_name():
    element = starts.begin("band", SHIPPED)
    element = edit.edited(element, "edges", "36、46", SHIPPED)
    element = edit.edited(element, "label.1", "中年", SHIPPED)
    element = edit.edited(element, "edges", "30、36、46", SHIPPED)
    assert element.definition == Band(
        "年龄", (30.0, 36.0, 46.0), ("30 以下", "30-35", "中年", "46 以上")
    )
    assert element.values == element.definition.labels


def test_a_value_goes_from_one_group_into_another():
    element = starts.begin("group", SHIPPED)
    first, rest = element.definition.mapping[0][0], element.definition.mapping[1][1]
    element = edit.edited(element, "members.1", ("大学", "*"), SHIPPED)
    assert element.definition == Group("学历", ((first, first), ("大学", rest), ("*", rest)))
    element = edit.edited(element, "members.0", ("大学",), SHIPPED)
    assert element.definition == Group("学历", (("大学", first), ("*", rest)))
    element = edit.edited(element, "group.0", "（删去这一组）", SHIPPED)
    assert element.values == (rest,)


def test_any_sanction_or_some():
    element = starts.begin("sanction_in_force", SHIPPED)
    some = edit.edited(element, "kinds", ("任何处分", "警告"), SHIPPED)
    assert some.definition == SanctionInForce(("警告",))
    assert edit.edited(some, "kinds", ("任何处分",), SHIPPED).definition == SanctionInForce(())


def test_a_condition_is_read_and_refused_with_the_place():
    element = starts.begin("when", SHIPPED)
    made = edit.edited(element, "condition", "年龄 <= 42 且 学历 >= 大学", SHIPPED)
    assert isinstance(made.definition, When)
    with pytest.raises(UserError, match="没有名为"):
        edit.edited(element, "condition", "没有的要素 = 1", SHIPPED)


def test_a_copied_mark_is_entered_under_its_own_name():
    made = starts.copy(SHIPPED.element("气质"), SHIPPED)
    assert made.label == made.definition.name == "气质（副本）"
    again = starts.copy(SHIPPED.element("气质"), SHIPPED.with_element(made))
    assert again.label == "气质（副本）2"
