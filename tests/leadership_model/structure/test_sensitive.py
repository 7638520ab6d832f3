"""A sensitive element acts on a person only where a legal basis is cited, and is then shown."""

from dataclasses import replace

from leadership_model.conditions.sentence import parse
from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.element import When
from leadership_model.structure.model import Portrait, Weight
from leadership_model.structure.sensitive import acting, cites_law, refusal, refusal_of_grade

SHIPPED = shipped()
LAW = "《民族区域自治法》第十七条"


def portrait(sentence, basis="", catalogue=SHIPPED):
    return Portrait(
        id="p",
        label="县长",
        category="县政府",
        qualifications=(parse(sentence, catalogue),),
        basis=basis,
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


def test_a_note_is_no_legal_basis():
    noted = portrait("性别 = 女", "通用权重，按本地实际调整；待核实")
    assert "必须写明法规依据" in acting(noted, SHIPPED)[0].refusal
    assert cites_law(LAW)
    assert cites_law("民族区域自治法第十七条")
    assert not cites_law("按规定")
    assert not cites_law(None)
