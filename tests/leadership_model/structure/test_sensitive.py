"""A sensitive element acts on a person only where a legal basis is cited, and is then shown."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Compare
from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.element import When
from leadership_model.elements.soundness import faults
from leadership_model.errors import UserError
from leadership_model.matching.scores import Scores
from leadership_model.people.snapshot import of_records
from leadership_model.rules.book import RuleBook
from leadership_model.structure.breakage import broken
from leadership_model.structure.check_portraits import check_portrait
from leadership_model.structure.model import Model, Portrait, Term, Weight
from leadership_model.structure.portrait_edit import edited
from leadership_model.structure.portrait_phrase import Item
from leadership_model.structure.sensitive import (
    acting,
    acting_in_sheet,
    cites_law,
    refusal,
    refusal_of_grade,
)
from leadership_model.structure.sheet import Sheet, fault_in
from tests.leadership_model.elements.makers import AS_OF, job
from tests.leadership_model.elements.makers import township as make_township
from tests.leadership_model.elements.test_sensitive import derived, people

SHIPPED = shipped()
LAW = "《民族区域自治法》第十七条"


def portrait(sentence, basis="", catalogue=SHIPPED, general=""):
    return Portrait(
        id="p",
        label="县长",
        category="县政府",
        qualifications=(parse(sentence, catalogue),),
        terms=(Term(basis=basis),) if basis else (),
        basis=general,
    )


def test_without_a_basis_it_is_refused_and_with_one_shown():
    found = acting(portrait("民族 = 彝族"), SHIPPED)
    assert "必须写明法规依据" in found[0].refusal
    found = acting(portrait("民族 = 彝族", LAW), SHIPPED)
    assert found[0].refusal == ""
    assert found[0].shown == f"资格 1 使用敏感要素 民族，依据：{LAW}"


def test_what_is_not_sensitive_does_not_act():
    assert acting(portrait("年龄 <= 50 且 曾任 乡镇党政正职"), SHIPPED) == ()


def test_a_chain_of_derived_elements_is_followed_to_its_root():
    one = replace(
        starts.begin("when", SHIPPED), label="甲", definition=When(parse("性别 = 女", SHIPPED))
    )
    first = SHIPPED.with_element(one)
    two = replace(starts.begin("when", first), label="乙", definition=When(parse("甲 = 否", first)))
    both = first.with_element(two)
    said = refusal(parse("乙 = 是", both), "", both)
    assert "“乙”（由 甲 → 性别 得出）" in said
    assert refusal(parse("乙 = 是", both), LAW, both) == ""
    assert refusal(parse("乙 = 是", both), "  ", both) == said


def test_a_sensitive_number_is_never_graded():
    weight = Weight(label="距到龄", points=10, element="距到龄月数", start=0, full=60, basis=LAW)
    made = replace(portrait("年龄 <= 50", LAW), weights=(weight,))
    found = acting(made, SHIPPED)
    assert [each.where for each in found] == ["权重“距到龄”"]
    assert "不能按程度计分" in found[0].refusal
    assert refusal_of_grade("年龄", SHIPPED) == ""


def test_a_basis_of_the_whole_portrait_is_shown_and_allows_nothing():
    (found,) = acting(portrait("民族 = 彝族", general=LAW), SHIPPED)
    assert found.basis == LAW
    assert "必须写明法规依据" in found.refusal


@pytest.mark.parametrize(
    "text",
    [
        LAW,
        "民族区域自治法第十七条",
        "《党政领导干部职务任期暂行规定》（2006年）第六条",
        "《中国共产党章程》关于党的基层和地方组织的规定",
        "《民族区域自治法》第二章",
        "《某某意见》（中发〔2019〕13号）",
        "依据《某某条例》第 12 条".replace(" ", ""),
    ],
)
def test_a_law_is_cited(text):
    assert cites_law(text)
    assert acting(portrait("性别 = 女", text), SHIPPED)[0].refusal == ""


@pytest.mark.parametrize(
    "text",
    ["通用权重，按本地实际调整；待核实", "按规定", "", None, "《民族区域自治法》", "第十七条",
     "上级要求第三条", "《某某法》的精神；本地办法另行规定"],
)  # fmt: skip
def test_what_nobody_can_look_up_is_no_legal_basis(text):
    assert not cites_law(text)
    assert "必须写明法规依据" in acting(portrait("性别 = 女", text or ""), SHIPPED)[0].refusal


def test_editor_check_sheet_and_import_have_one_rule():
    weight = Weight(label="女", points=5.0, condition=parse("性别 = 女", SHIPPED))
    for basis, refused in ((LAW, False), ("《某法》", True), ("第十七条", True)):
        held = portrait("年龄 <= 50")
        held = replace(held, weights=(replace(weight, basis=basis),))
        assert bool(check_portrait(held, SHIPPED)) == refused
        assert bool(fault_in("性别 = 女", basis, SHIPPED)) == refused
        assert bool(acting_in_sheet(weight.condition, basis, SHIPPED)[0].refusal) == refused
        if refused:
            with pytest.raises(UserError, match="依据"):
                edited(held, Item("weight", 0), "condition", "性别 = 男", SHIPPED)


def test_an_element_in_use_that_becomes_sensitive_is_no_way_round():
    made = replace(
        starts.begin("when", SHIPPED), label="甲", definition=When(parse("年龄 <= 40", SHIPPED))
    )
    before = SHIPPED.with_element(made)
    after = before.with_element(replace(made, definition=When(parse("性别 = 女", before))))
    asked = parse("甲 = 是", before)
    held = portrait("甲 = 是", catalogue=before)
    assert "必须写明法规依据" in broken(before, after, (), (held,))[0]
    for basis, refused in (("", 1), ("《某法》", 1), (LAW, 0)):
        sheets = (Sheet("县长", asked, basis),)
        assert len(broken(before, after, (), (), (), sheets)) == refused
    assert broken(after, after, (), (held,), (), (Sheet("县长", asked, ""),)) == ()


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_chain_gets_round_by_filters_portraits_or_what_is_inherited(data):
    """Portraits over any chain: those the rule lets pass score alike when only the roots differ."""
    catalogue = SHIPPED
    for number in range(data.draw(st.integers(1, 5))):
        catalogue, element = derived(data.draw, catalogue, number)
        if not faults(element, catalogue):
            catalogue = catalogue.with_element(element)
    made = _portrait_over(data.draw, catalogue)
    above = Model(id="m", category="乡镇", label="乡镇", portraits=(made,), effective=0)
    below = Model(id="t", category="乡镇", team="t-镇", label="本班子", effective=0)
    plain, other = people(data.draw)
    rest = [*make_township(), job("2010.01", "2014.01", of="p0"), job("2012.05", of="p1")]
    worlds = [
        World.of(of_records([*each, *rest]), AS_OF, catalogue, (above, below), (), RuleBook(()))
        for each in (plain, other)
    ]
    post = 0
    one, two = (Scores(world) for world in worlds)
    assert one.portrait(post) is not None, "the portrait above reaches the team below"
    if any(each.refusal for each in one.acting(post)):
        assert check_portrait(made, catalogue)
        return
    acts = {where.where for where in one.acting(post)}
    for low, high in zip(one.of_post(post), two.of_post(post), strict=True):
        assert acts or np.array_equal(low, high)
    if not acts:
        mine, theirs = one.qualified(post), two.qualified(post)
        assert np.array_equal(mine.sure, theirs.sure)
        assert np.array_equal(mine.possible, theirs.possible)


def _portrait_over(draw, catalogue):
    flags = [each for each in catalogue.elements if (each.kind == "choice" and each.values)
             or each.kind == "flag"]  # fmt: skip
    numbers = [each for each in catalogue.elements if each.kind == "number"]

    def condition():
        made = [e for e in flags if e.id.startswith("x")]
        named = draw(st.sampled_from(made if made and draw(st.booleans()) else flags))
        values = ("是", "否") if named.kind == "flag" else named.values
        return Compare(named.label, "=", draw(st.sampled_from(values)))

    graded = draw(st.sampled_from(numbers))
    weights = [Weight(label="甲", points=3.0, condition=condition()),
               Weight(label="乙", points=2.0, condition=condition(),
                      basis=draw(st.sampled_from(("", "《某法》", LAW))))]  # fmt: skip
    if draw(st.booleans()):
        weights.append(Weight(label="丙", points=1.0, element=graded.label, start=graded.low,
                              full=graded.high))  # fmt: skip
    return Portrait(id="p", label="画像", category="乡镇", qualifications=(condition(),),
                    weights=tuple(weights), basis=draw(st.sampled_from(("", LAW))))  # fmt: skip
