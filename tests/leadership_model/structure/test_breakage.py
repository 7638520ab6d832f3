"""What another catalogue would no longer understand is named."""

from dataclasses import replace

from leadership_model.conditions.sentence import parse
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.element import When
from leadership_model.structure import templates
from leadership_model.structure.breakage import broken

SHIPPED = shipped()


def test_the_same_catalogue_breaks_nothing():
    assert broken(SHIPPED, SHIPPED, templates.shipped(), templates.portraits()) == ()


def test_a_value_that_is_gone_and_a_kind_that_is_another_are_named():
    band = replace(SHIPPED.element("年龄段"), values=("一段",), open_values=False)
    asked = parse("年龄段 = 35岁以下", SHIPPED)
    found = broken(SHIPPED, SHIPPED.with_element(band), (), (), [("查询", "年轻干部", "q", asked)])
    assert any(each.startswith("查询“年轻干部”：") for each in found)
    text = replace(SHIPPED.element("年龄"), kind="text")
    found = broken(SHIPPED, SHIPPED.with_element(text), templates.shipped(), ())
    assert any(each.startswith("模型“") for each in found)


def test_a_portrait_is_not_made_sensitive_from_below():
    flag = SHIPPED.element("有乡镇党政正职经历")
    hidden = replace(flag, definition=When(parse("性别 = 女", SHIPPED)))
    found = broken(SHIPPED, SHIPPED.with_element(hidden), (), templates.portraits())
    assert found
    assert all("法规依据" in each for each in found)
