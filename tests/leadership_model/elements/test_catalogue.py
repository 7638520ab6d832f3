"""The shipped catalogue, sensitivity, own elements, and what is refused."""

import pytest

from leadership_model.conditions.check import check
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Compare, Within
from leadership_model.elements import fields, references
from leadership_model.elements.catalogue import Catalogue, shipped
from leadership_model.elements.element import Band, FieldOf, Group, MonthsSince, When, YearsSince
from leadership_model.errors import UserError
from leadership_model.people import codes

SENSITIVE = {
    *("性别", "民族", "少数民族", "政治面貌", "中共党员", "党外", "党派类别", "入党时间", "党龄"),
    *("健康状况", "籍贯", "出生地", "成长地", "本地任职", "外地任职经历", "到龄时间", "距到龄月数"),
}


def known(name):
    """Say what a name means that must exist."""
    meaning = shipped().meaning(name)
    assert meaning is not None
    return meaning


def test_exactly_these_elements_are_sensitive():
    found = {each.label for each in shipped().elements if shipped().sensitive(each.label)}
    assert found == SENSITIVE


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("年龄 <= 42", ()),
        ("年龄 <= 42 且 (党外 = 是 或 性别 = 女) 且 党外 = 否", ("党外", "性别")),
        ("曾任 外地任职 且 曾任 乡镇党政正职", ("外地任职",)),
        ("非 (曾任 [本地 = 是, 单位类别 = 乡镇])", ("本地",)),
        ("没有 亲属 [称谓 = 父亲]", ("亲属", "称谓")),
        ("有 教育 [学历 = 大学] 且 近 3 年年度考核 优秀 不少于 1 次", ()),
    ],
)
def test_sensitive_names_of_a_condition_are_listed_in_order(sentence, found):
    assert shipped().sensitive_in(parse(sentence, shipped())) == found


def test_every_element_explains_itself():
    assert len(shipped().elements) >= 40
    for each in shipped().elements:
        assert each.help, each.label
        if each.kind in ("number", "month"):
            assert each.low < each.high, each.label
            assert each.unit or each.kind == "month", each.label


def test_every_field_named_exists_with_its_kind():
    for each in shipped().elements:
        match each.definition:
            case FieldOf(name):
                assert fields.KINDS[name] == each.kind, each.label
            case YearsSince(name) | MonthsSince(name):
                assert fields.KINDS[name] == "month", each.label
    assert set(fields.KINDS) >= references.SEATED_FIELDS


def test_every_value_that_bands_and_groups_give_is_declared():
    for each in shipped().elements:
        if isinstance(each.definition, Band):
            assert each.values == each.definition.labels
        if isinstance(each.definition, Group):
            source = known(each.definition.of)
            mapped = dict(each.definition.mapping)
            assert "*" in mapped or set(mapped) == set(source.values)
        if isinstance(each.definition, When):
            assert check(each.definition.condition, shipped()) == ()


def test_grassroots_means_what_the_code_list_says():
    wanted = Within("单位类别", codes.career_words("grassroots"))
    assert shipped().filter_parts("基层工作") == (wanted,)


def test_all_the_filters_the_department_asks_for_are_there():
    wanted = {
        *("乡镇党政正职", "乡镇党政班子成员", "县级党政正职", "县级党政班子成员", "县直部门正职"),
        *("县直部门领导", "市直部门正职", "市直部门领导", "市直部门中层", "基层工作", "企业工作"),
        *("高校工作", "共青团工作", "政法工作", "经济工作", "农业工作", "纪检工作", "组织工作"),
        *("村社区任职", "挂职"),
    }
    assert wanted <= set(shipped().filter_names())
    assert all(each.help for each in shipped().filters)


def test_ordered_values_ascend():
    for name in ("学历", "职务层次", "职级", "学位"):
        meaning = known(name)
        ranks = [meaning.ranks[value] for value in meaning.values]
        assert ranks == sorted(ranks)
        assert ranks


def own(label, definition, kind="flag", **more):
    return {
        "id": label, "label": label, "group": "自定义", "kind": kind, "definition": definition
    } | more  # fmt: skip


def when(sentence):
    return {"kind": "when", "condition": sentence}


def test_own_elements_are_built_on_shipped_and_on_one_another():
    found = shipped().with_own(
        [own("甲", when("乙 = 是 且 年龄 <= 42")), own("乙", when("少数民族 = 是 或 曾任 国企"))],
        [{"name": "国企", "branches": ["单位类别 = 国有企业"]}],
    )
    assert found.sensitive("甲")
    assert shipped().meaning("甲") is None
    assert check(parse("曾任 国企 且 甲 = 是", found), found) == ()


def test_sensitivity_passes_through_conditions_and_filters():
    found = shipped().with_own(
        [own("甲", {"kind": "ever", "filter": "本乡"}), own("乙", when("曾任 本乡"))],
        [{"name": "本乡", "branches": ["单位类别 = 乡镇, 本地 = 是"]}],
    )
    assert found.sensitive("甲")
    assert found.sensitive("乙")


def test_an_own_element_replaces_the_shipped_one_with_its_id():
    body = own("40岁左右", when("年龄 <= 45")) | {"id": "about_40"}
    found = shipped().with_own([body])
    assert len(found.elements) == len(shipped().elements)
    changed = found.element("40岁左右")
    assert changed is not None
    assert changed.definition == When(parse("年龄 <= 45", shipped()))
    again = shipped().with_own(filters=[{"name": "挂职", "branches": ["挂职 = 否"]}])
    assert again.filter_parts("挂职") == (Compare("挂职", "=", "否"),)


@pytest.mark.parametrize(
    ("bodies", "word"),
    [
        ([own("甲", when("乙 = 是")), own("乙", when("甲 = 是"))], "循环引用：甲 → 乙 → 甲"),
        ([own("甲", when("甲 = 是"))], "循环引用：甲 → 甲"),
        ([own("甲", when("丁 = 是"))], "没有名为“丁”的要素"),
        ([own("甲", {"kind": "ever", "filter": "飞行"})], "引用了不存在的经历“飞行”"),
        ([own("甲", {"kind": "months_until", "of": "丁"}, "number")], "引用了不存在的要素“丁”"),
        ([own("年龄", when("性别 = 女"))], "要素名称“年龄”重复"),
    ],
)
def test_what_cannot_be_worked_out_is_refused(bodies, word):
    with pytest.raises(UserError) as caught:
        shipped().with_own(bodies)
    assert word in caught.value.sentence


def test_nothing_is_known_of_names_that_do_not_exist():
    empty = Catalogue(())
    assert empty.meaning("年龄") is None
    assert empty.filter_parts("挂职") is None
    assert empty.row_meaning("家属", "称谓") is None
    assert not empty.sensitive("性别")
