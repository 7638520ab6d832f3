from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.conditions.sentence import parse
from leadership_model.elements import catalogue
from leadership_model.errors import UserError
from leadership_model.structure import portrait_edit as edit
from leadership_model.structure import portrait_phrase as phrase
from leadership_model.structure import templates
from leadership_model.structure.model import HEADINGS, Portrait, Term, Weight
from leadership_model.structure.portrait_phrase import Item

NAMES = catalogue.shipped()
DEGREE, SEX = parse("学历 >= 大学", NAMES), parse("性别 = 女", NAMES)
LAW = "《民族区域自治法》第十七条"
PORTRAIT = Portrait(
    id="p",
    label="书记画像",
    category="乡镇",
    role="正职",
    qualifications=(DEGREE, parse("年龄 <= 50", NAMES)),
    terms=(Term("约束性", "本地规定"),),
    weights=(
        Weight(label="学历", points=10.0, condition=DEGREE),
        Weight(label="资历", points=15.0, element="任现层次月数", start=0.0, full=48.0),
    ),
)
ITEMS = phrase.items(PORTRAIT)


@pytest.mark.parametrize("item", ITEMS, ids=[each.id for each in ITEMS])
def test_every_piece_typed_as_it_stands_changes_nothing(item):
    assert phrase.item_of(item.id) == item
    for piece in phrase.item_pieces(PORTRAIT, item):
        if piece.slot:
            assert edit.edited(PORTRAIT, item, piece.slot, piece.text, NAMES) == PORTRAIT


def test_the_head_reads_and_changes():
    for piece in phrase.head_pieces(PORTRAIT):
        if piece.slot:
            assert edit.edited_head(PORTRAIT, piece.slot, piece.text) == PORTRAIT
    assert edit.edited_head(PORTRAIT, "key", "重点岗位").key
    assert edit.edited_head(PORTRAIT, "role", "不限").role is None
    with pytest.raises(UserError, match="名称"):
        edit.edited_head(PORTRAIT, "label", " ")


def test_conditions_stand_under_their_headings_in_order():
    made = edit.edited(PORTRAIT, Item("weight", 1), "heading", "常用", NAMES)
    listed = [(item.part, phrase.heading(made, item)) for item in phrase.items(made)]
    assert listed == [
        ("qualification", "约束性"), ("qualification", "岗位必要"),
        ("weight", "常用"), ("weight", "优先性"),
    ]  # fmt: skip
    with pytest.raises(UserError, match="、".join(HEADINGS)):
        edit.edited(PORTRAIT, Item("weight", 0), "heading", "别的", NAMES)


@pytest.mark.parametrize("item", [Item("qualification", 0), Item("weight", 0)])
def test_a_sensitive_element_needs_a_law_on_the_condition_itself(item):
    portrait = replace(PORTRAIT, basis="《某某条例》第三条")
    with pytest.raises(UserError, match="性别"):
        edit.edited(portrait, item, "condition", "性别 = 女", NAMES)
    vague = edit.edited(portrait, item, "basis", "上级要求", NAMES)
    with pytest.raises(UserError, match="必须写明法规依据"):
        edit.edited(vague, item, "condition", "性别 = 女", NAMES)
    cited = edit.edited(portrait, item, "basis", LAW, NAMES)
    made = edit.edited(cited, item, "condition", "性别 = 女", NAMES)
    assert phrase.sensitive_in(made, item, NAMES) == ("性别",)
    assert phrase.basis(made, item) == LAW
    with pytest.raises(UserError, match="依据"):
        edit.edited(made, item, "basis", "未填写", NAMES)


def test_a_sensitive_element_derived_from_another_is_no_way_round():
    derived = next(e.label for e in NAMES.elements if e.kind == "flag" and NAMES.sensitive(e.label))
    with pytest.raises(UserError, match="敏感"):
        edit.edited(PORTRAIT, Item("weight", 0), "condition", f"{derived} = 是", NAMES)


@given(st.lists(st.tuples(st.sampled_from(["q", "w", "g", "drop", "up", "down"]), st.integers(0, 9)), max_size=8))  # fmt: skip
def test_terms_stay_beside_their_conditions(steps):
    made = PORTRAIT
    for step, number in steps:
        listed = phrase.items(made)
        match step:
            case "q":
                made = edit.added(made, "qualification", NAMES)
            case "w" | "g":
                form = "condition" if step == "w" else "element"
                made = edit.added(made, "weight", NAMES, form)
            case "drop" if listed:
                made = edit.removed(made, listed[number % len(listed)])
            case "up" | "down" if listed:
                item = listed[number % len(listed)]
                before = phrase.item_pieces(made, item)
                made, then = edit.moved(made, item, -1 if step == "up" else 1)
                assert phrase.item_pieces(made, then) == before
    assert len(made.terms) <= len(made.qualifications)
    assert [term.basis for c, term in made.qualified() if term.heading == "约束性"] in (
        ["本地规定"], [],
    )  # fmt: skip


def test_other_forms_of_a_weight():
    graded = edit.edited(PORTRAIT, Item("weight", 0), "form", "按程度计", NAMES)
    assert graded.weights[0].element
    assert graded.weights[0].condition is None
    back = edit.edited(graded, Item("weight", 0), "form", "符合", NAMES)
    assert back.weights[0].condition == DEGREE
    with pytest.raises(UserError, match="不能相同"):
        edit.edited(PORTRAIT, Item("weight", 1), "full", "0", NAMES)
    with pytest.raises(UserError, match="不是数"):
        edit.edited(PORTRAIT, Item("weight", 1), "points", "许多", NAMES)


@pytest.mark.parametrize("portrait", templates.portraits(), ids=[p.id for p in templates.portraits()])  # fmt: skip
def test_shipped_portraits_read_back_piece_by_piece(portrait):
    for item in phrase.items(portrait):
        for piece in phrase.item_pieces(portrait, item):
            if piece.slot:
                assert edit.edited(portrait, item, piece.slot, piece.text, NAMES) == portrait
