from fractions import Fraction
from typing import Any

import pytest

from leadership_model.conditions.tree import Compare
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import Element, FamiliarFields, FieldOf, YearsSince
from leadership_model.structure.check import check, check_requirement
from leadership_model.structure.check_portraits import check_portrait
from leadership_model.structure.model import Model, Portrait, Weight
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Requirement,
    Rung,
    Scope,
    Share,
)

FIELDS = ("经济", "农业", "城建")


def element(label, kind, definition, **more):
    return Element(id=label, label=label, group="基本", kind=kind, definition=definition, **more)


CATALOGUE = Catalogue(
    (
        element("年龄", "number", YearsSince("birth"), low=18, high=70, absent_possible=False),
        element("性别", "choice", FieldOf("sex"), values=("男", "女")),
        element("职务层次", "choice", FieldOf("level"), values=("甲", "乙")),
        element("籍贯", "choice", FieldOf("origin")),
        element("熟悉领域", "set", FamiliarFields(), values=FIELDS),
    )
)
WOMAN = Compare("性别", "=", "女")


def ask(measure, lo=1, hi=None, **more):
    lo, hi, ideal_lo, ideal_hi = (
        None if each is None else Fraction(each)
        for each in (lo, hi, more.pop("ideal_lo", None), more.pop("ideal_hi", None))
    )
    fields: dict[str, Any] = {"id": "r", "dimension": "年龄", "label": "甲", "points": 100.0}
    return Requirement(
        **fields | more,
        measure=measure,
        lo=lo,
        hi=hi,
        ideal_lo=ideal_lo,
        ideal_hi=ideal_hi,
    )


def ladder(*rungs):
    return ask(Ladder("年龄", rungs), None)


FINE = {
    "count": ask(Count(WOMAN)),
    "share": ask(Share(WOMAN), "1/3", 1),
    "average": ask(Average("年龄"), None, "46.5"),
    "extent": ask(Extent("年龄"), 8),
    "ladder": ladder(Rung(None, 40, 2), Rung(41, 50, 1), Rung(51, None, 0, 4)),
    "cover": ask(Cover("熟悉领域", ("经济", "农业")), 2),
    "cover of open values": ask(Cover("籍贯", ("易溪", "江岭")), 2),
    "share at most": ask(Share(WOMAN), None, "1/3"),
    "distinct": ask(Distinct("籍贯"), 40),
    "concentration": ask(Concentration("籍贯"), None, 3),
    "every": ask(Every(WOMAN), None),
    "apart": ask(Apart(("籍贯", "熟悉领域")), None),
    "filled": ask(Filled(), 4, 5),
    "carried": ask(Carried(("经济", "农业")), 2, scope=Scope("副职", "党务")),
    "ideal": ask(Count(WOMAN), 1, ideal_lo=2),
}


@pytest.mark.parametrize("requirement", FINE.values(), ids=FINE)
def test_nothing_is_wrong(requirement):
    assert check_requirement(requirement, CATALOGUE) == ()


FAULTS = {
    "unknown element": (ask(Average("身高")), "没有名为“身高”的要素"),
    "unknown element in a condition": (ask(Count(Compare("身高", ">", 1))), "身高"),
    "mean of a choice": (ask(Average("性别")), "要素“性别”的类型不合适，这种要求要用数值"),
    "extent of a set": (ask(Extent("熟悉领域")), "要素“熟悉领域”的类型不合适"),
    "different numbers": (ask(Distinct("年龄")), "这种要求要用选项"),
    "apart by a number": (ask(Apart(("年龄",)), None), "要素“年龄”的类型不合适"),
    "apart by nothing": (ask(Apart(()), None), "没有写要互不相同的要素"),
    "value that does not exist": (ask(Cover("熟悉领域", ("航天",))), "没有“航天”这个取值"),
    "value twice": (ask(Cover("熟悉领域", ("经济", "经济"))), "取值“经济”写了两次"),
    "no values": (ask(Cover("熟悉领域", ()), 0), "没有列出要覆盖的取值"),
    "each 0": (ask(Cover("熟悉领域", ("经济",), 0)), "至少是 1，不能是 0"),
    "unknown function": (ask(Carried(("航天",))), "没有名为“航天”的职责板块"),
    "no function": (ask(Carried(()), 0), "没有写要承担的职责板块"),
    "unknown function of the scope": (ask(Filled(), scope=Scope(function="航天")), "“航天”"),
    "no target": (ask(Count(WOMAN), None), "没有写目标"),
    "share above 1": (ask(Share(WOMAN), 2), "下限 2 不可能达到，最大只能是 1"),
    "mean above the domain": (ask(Average("年龄"), 71), "下限 71 不可能达到，最大只能是 70"),
    "mean below the domain": (ask(Average("年龄"), None, 17), "上限 17 不可能达到，最小只能是 18"),
    "extent above the domain": (ask(Extent("年龄"), 53), "最大只能是 52"),
    "more than there are values": (ask(Cover("熟悉领域", ("经济",)), 2), "最大只能是 1"),
    "more kinds than there are": (ask(Distinct("性别"), 3), "最大只能是 2"),
    "more functions than listed": (ask(Carried(("经济",)), 2), "最大只能是 1"),
    "fewer than none": (ask(Count(WOMAN), None, -1), "上限 -1 不可能达到，最小只能是 0"),
    "half a person": (ask(Count(WOMAN), "1/2"), "目标 1/2 应当是整数"),
    "target of a fixed kind": (ask(Every(WOMAN), 1), "目标固定为 0"),
    "negative tolerance": (ask(Count(WOMAN), tolerance=-1.0), "容差不能为负"),
    "ideal outside": (ask(Count(WOMAN), 2, ideal_lo=1), "理想区间应当落在目标之内"),
    "ideal crossed": (ask(Count(WOMAN), 1, ideal_lo=3, ideal_hi=2), "理想区间的下限 3 高于上限 2"),
    "no rungs": (ladder(), "没有写各段的人数"),
    "rungs that share a year": (ladder(Rung(None, 40, 1), Rung(40, 50, 1)), "第 1 段与第 2 段重叠"),
    "rung inside a rung": (ladder(Rung(41, 45, 1), Rung(None, None, 1)), "第 1 段与第 2 段重叠"),
    "rung upside down": (ladder(Rung(50, 40, 1)), "第 1 段的下限 50 高于上限 40"),
    "rung with too few": (ladder(Rung(41, 50, 3, 2)), "第 1 段的人数不可能：至少 3，至多 2"),
}


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_one_thing_is_wrong(case):
    requirement, sentence = case
    (issue,) = check_requirement(requirement, CATALOGUE)
    assert sentence in issue.text
    assert (issue.about, issue.severity) == ("r", "error")


def test_a_share_that_leaves_no_whole_number_is_noted_with_the_sizes():
    (issue,) = check_requirement(ask(Share(WOMAN), "2/5", "3/5"), CATALOGUE)
    assert issue.severity == "note"
    assert "成员为 1、3 人时" in issue.text


def model(*requirements, **more):
    return Model(
        **{"id": "m", "category": "乡镇", "label": "乡镇"} | more, requirements=requirements
    )


def test_a_whole_model():
    fine, twice = FINE["count"], FINE["share"]
    assert check(model(fine), CATALOGUE) == ()
    (issue, note) = check(model(fine, twice), CATALOGUE)
    assert "多条要求的编号都是“r”" in issue.text
    assert (note.severity, note.about) == ("warning", "")
    assert "合计 200" in note.text


def test_points_that_are_all_0_cannot_be_scored():
    (issue,) = check(model(ask(Count(WOMAN), points=0.0)), CATALOGUE)
    assert (issue.severity, "分值都是 0" in issue.text) == ("error", True)
    assert check(model(ask(Count(WOMAN), points=0.0), team="t"), CATALOGUE) == ()


def portrait(*weights, **more):
    return Portrait(**{"id": "p", "label": "书记", "category": "乡镇"} | more, weights=weights)


LEVEL = Weight(label="层次", points=5.0, condition=Compare("职务层次", "=", "甲"))
YOUNG = Weight(label="年轻", points=5.0, element="年龄", start=55.0, full=35.0)
SEX = Weight(label="女", points=5.0, condition=WOMAN)
PORTRAIT_FAULTS = {
    "sensitive without basis": (portrait(SEX), "用到敏感要素“性别”，必须写明法规依据"),
    "sensitive 资格": (portrait(LEVEL, qualifications=(WOMAN,)), "的资格条件：用到敏感要素“性别”"),
    "no points": (portrait(Weight(label="层次", points=0.0, condition=LEVEL.condition)), "都是 0"),
    "negative": (
        portrait(LEVEL, Weight(label="层次", points=-1.0, condition=LEVEL.condition)),
        "分值不能为负",
    ),
    "condition on what does not exist": (
        portrait(Weight(label="高", points=1.0, condition=Compare("身高", ">", 1))),
        "身高",
    ),
    "graded choice": (
        portrait(Weight(label="层次", points=1.0, element="职务层次", start=0, full=1)),
        "类型不合适",
    ),
    "unknown element": (
        portrait(Weight(label="身高", points=1.0, element="身高", start=0, full=1)),
        "没有名为“身高”的要素",
    ),
}


@pytest.mark.parametrize("case", PORTRAIT_FAULTS.values(), ids=PORTRAIT_FAULTS)
def test_portrait_faults(case):
    found, sentence = case
    (issue,) = check_portrait(found, CATALOGUE)
    assert sentence in issue.text
    assert issue.about == "p"


def test_portraits_without_fault():
    assert check_portrait(portrait(LEVEL, YOUNG), CATALOGUE) == ()
    cited = Weight(label="女", points=5.0, condition=WOMAN, basis="《某法》第二条")
    assert check_portrait(portrait(cited), CATALOGUE) == ()
    assert check_portrait(portrait(SEX, basis="《某法》第二条"), CATALOGUE) != ()


def test_a_sensitive_number_is_never_graded():
    catalogue = Catalogue((element("党龄", "number", YearsSince("party_joined"), high=60),))
    weight = Weight(label="党龄", points=5.0, element="党龄", start=0, full=20, basis="《某法》")
    (issue,) = check_portrait(portrait(weight), catalogue)
    assert "不能按程度计分" in issue.text


def test_portraits_of_a_model_are_checked_with_it():
    issues = check(model(FINE["count"], portraits=(portrait(SEX), portrait(SEX))), CATALOGUE)
    assert [issue.about for issue in issues] == ["p", "p", "p"]


def test_whoever_has_a_value_shares_it_with_himself():
    sex = element("性别", "choice", FieldOf("sex"), values=("男", "女"), absent_possible=False)
    (issue,) = check_requirement(ask(Concentration("性别"), None, 0), Catalogue((sex,)))
    assert "上限 0 不可能达到，最小只能是 1" in issue.text
    assert check_requirement(ask(Concentration("籍贯"), None, 0), CATALOGUE) == ()
