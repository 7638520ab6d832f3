import pytest

from leadership_model.elements import catalogue
from leadership_model.elements.describe import (
    describe,
    field_label,
    meaning_of_filter,
    pieces,
    source_of,
)

SHIPPED = catalogue.shipped()


@pytest.mark.parametrize("element", SHIPPED.elements, ids=[each.id for each in SHIPPED.elements])
def test_every_shipped_element_reads_as_one_chinese_sentence(element):
    text = describe(element, SHIPPED)
    assert text.endswith("。")
    assert text.count("。") == 1
    assert not any("a" <= char <= "z" for char in text), text
    assert source_of(element.definition)


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("年龄", "从 出生年月 到基准日期 满了几年（周年，当月即算满）。"),
        ("基层工作月数", "履历中属于 基层工作（不含挂职） 的月数，累计。"),
        ("有乡镇党政正职经历", "履历中属于 乡镇党政正职（不含挂职） 的，记为“是”。"),
        ("40岁左右", "符合 年龄 <= 42 的，记为“是”。"),
        ("性别", "取干部信息中的 性别。"),
    ],
)
def test_sentences(label, wanted):
    assert describe(SHIPPED.element(label), SHIPPED) == wanted


def test_bands_name_their_edges():
    text = describe(SHIPPED.element("年龄段"), SHIPPED)
    assert "把 年龄 按 36、41、46、51、55、60 分为 7 段：" in text
    assert "36-40岁（36 起）" in text


def test_parts_lead_to_the_elements_they_name():
    found = [each for each in pieces(SHIPPED.element("年龄段"), SHIPPED) if each.opens]
    assert [each.opens for each in found] == ["年龄"]


def test_a_filter_says_what_it_asks_of_a_line():
    text = meaning_of_filter("乡镇党政正职", SHIPPED)
    assert "岗位类别 属于 {党委书记, 行政正职}" in text
    assert text.endswith("（不含挂职）")
    assert meaning_of_filter("没有的经历", SHIPPED) == ""


def test_a_field_nobody_named_keeps_its_own_name():
    assert field_label("birth") == "出生年月"
    assert field_label("no_such") == "no_such"
