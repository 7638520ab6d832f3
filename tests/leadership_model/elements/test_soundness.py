"""A circle, a missing part, an impossible band and a bad name are refused with a sentence."""

from dataclasses import replace

import pytest

from leadership_model.conditions.tree import Compare, Is
from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.element import (
    AppraisalCount,
    Band,
    ExperienceFilter,
    FieldOf,
    Group,
    MonthsIn,
    MonthsUntil,
    When,
    YearsSince,
)
from leadership_model.elements.soundness import faults, filter_faults

SHIPPED = shipped()


def test_everything_shipped_is_sound():
    assert [text for each in SHIPPED.elements for text in faults(each, SHIPPED)] == []
    assert [text for each in SHIPPED.filters for text in filter_faults(each, SHIPPED)] == []


def test_a_circle_is_named_with_its_chain():
    flag = replace(SHIPPED.element("40岁左右"), definition=When(Is("年龄段", "已知")))
    assert faults(flag, SHIPPED) == ()
    back = When(Compare("40岁左右", "=", "是"))
    band = replace(SHIPPED.element("年龄段"), definition=back, kind="flag", values=())
    looped = faults(flag, SHIPPED.with_element(band))
    assert looped == ("要素定义循环引用：年龄段 → 40岁左右 → 年龄段，请改其中一个的定义",)
    own = replace(SHIPPED.element("40岁左右"), definition=When(Compare("40岁左右", "=", "是")))
    assert faults(own, SHIPPED) == ("要素定义循环引用：40岁左右 → 40岁左右，请改其中一个的定义",)


@pytest.mark.parametrize(
    ("start", "definition", "wanted"),
    [
        ("months_in", MonthsIn("没有的经历"), "没有名为“没有的经历”的经历筛选"),
        ("months_until", MonthsUntil("年龄"), "不是年月要素"),
        ("field", FieldOf("nowhere"), "没有名为 nowhere 的字段"),
        ("years_since", YearsSince("sex"), "不是年月"),
        ("appraisal", AppraisalCount(3, "很好"), "没有名为“很好”的考核等次"),
        ("band", Band("性别", (1.0,), ("甲", "乙")), "不是数值或年月要素"),
        ("band", Band("年龄", (46.0, 36.0), ("甲", "乙", "丙")), "由小到大"),
        ("band", Band("年龄", (5.0,), ("甲", "乙")), "“甲”一段不可能有人：年龄只在 18 到 70"),
        ("band", Band("年龄", (90.0,), ("甲", "乙")), "“乙”一段不可能有人"),
        ("band", Band("年龄", (36.0,), ("甲", "甲")), "不能相同"),
        ("group", Group("性别", (("第三种", "甲"),)), "没有“第三种”这个取值"),
        ("group", Group("性别", (("男", "甲"), ("男", "乙"))), "同时归入了两组"),
        ("group", Group("没有", (("男", "甲"),)), "没有名为“没有”的要素"),
    ],
)
def test_faults_are_sentences(start, definition, wanted):
    element = replace(starts.begin(start, SHIPPED), definition=definition)
    assert wanted in faults(element, SHIPPED)[0]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("", "不能为空"), (" 甲", "不能有空格"), ("且", "查询语句用的词"), ("年龄", "已经有名为")],
)
def test_names_are_refused(name, wanted):
    element = replace(starts.begin("field", SHIPPED), label=name)
    assert wanted in faults(element, SHIPPED)[0]


def test_a_filter_without_conditions_or_with_unknown_items_is_refused():
    assert "至少要有一个条件" in filter_faults(ExperienceFilter("甲", ()), SHIPPED)[0]
    odd = ExperienceFilter("甲", ((Compare("颜色", "=", "红"),),))
    assert "没有名为“颜色”的项目" in filter_faults(odd, SHIPPED)[0]
