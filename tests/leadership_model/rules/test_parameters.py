import pytest

from leadership_model.errors import UserError
from leadership_model.rules.parameters import (
    IN_ORDER,
    PARAMETERS,
    check_setting,
    effective_text,
    parameters_of,
)
from tests.leadership_model.rules.county import BOOK


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_every_parameter_shipped_has_words_and_lies_within_its_bounds(rule):
    assert [each.name for each in parameters_of(rule)] == list(rule.parameters)
    check_setting(rule, rule.severity, rule.parameters)
    assert all(each.words for each in parameters_of(rule))


@pytest.mark.parametrize(
    ("rule", "severity", "values", "told"),
    [
        ("X1", None, {"months": -1}, "“期限”应为 0 到 600 之间的整数，不能是 -1"),
        ("X1", None, {"months": 120.5}, "不能是 120.5"),
        ("X1", None, {"months": 601}, "不能是 601"),
        ("X1", None, {"years": 3}, "规则 X1 没有参数“years”"),
        ("X1", "fatal", {}, "处理程度只能是禁止、提醒、提示"),
        ("R1", None, {"county_women_years": 57}, "只能是 55 或 60"),
        ("S1", None, {"党内警告": 1201}, "“党内警告影响期”"),
        ("Q3", None, {"grade_unknown": 2}, "0 到 1"),
    ],
)
def test_what_makes_no_sense_is_refused(rule, severity, values, told):
    with pytest.raises(UserError, match=told):
        check_setting(BOOK[rule], severity, values)


@pytest.mark.parametrize(
    ("by", "on", "told"),
    [
        ("王某", None, "一起填写"),
        (None, "2026-11-20", "一起填写"),
        ("王某", "2026.11.20", "2026-11-20 的样子"),
        ("王某", "2026-13-20", "2026-11-20 的样子"),
        ("王某", "2026-02-30", "2026-11-20 的样子"),
        ("王某", "2026-02-28日", "2026-11-20 的样子"),
    ],
)
def test_who_confirmed_goes_with_a_day(by, on, told):
    with pytest.raises(UserError, match=told):
        check_setting(BOOK["X1"], None, {}, by, on)
    check_setting(BOOK["X1"], None, {}, "王某", "2026-11-20")


def test_the_time_a_version_holds():
    assert effective_text(BOOK["X1"]) == "2006.06起"
    assert effective_text(BOOK["M1"]) == "一直有效"


ALL = [(rule, each) for rule in BOOK.rules for each in parameters_of(rule)]
NAMES = [f"{rule.id} {each.name}" for rule, each in ALL]


@pytest.mark.parametrize(("rule", "each"), ALL, ids=NAMES)
def test_every_parameter_refuses_what_is_too_low_or_too_high(rule, each):
    for value in (each.least - 1, each.most + 1):
        if value == 0 and each.or_zero:
            continue
        with pytest.raises(UserError, match=f"“{each.words}”应为"):
            check_setting(rule, None, {each.name: value})


@pytest.mark.parametrize(("rule", "each"), ALL, ids=NAMES)
@pytest.mark.parametrize("value", ["12", None, True, float("nan"), float("inf"), [1], 0.5])
def test_every_parameter_refuses_what_is_no_whole_number(rule, each, value):
    with pytest.raises(UserError, match=f"“{each.words}”应"):
        check_setting(rule, None, {each.name: value})


@pytest.mark.parametrize(("rule", "each"), ALL, ids=NAMES)
def test_every_parameter_takes_both_of_its_bounds(rule, each):
    if each.name == "county_women_years":
        check_setting(rule, None, {each.name: 55})
        check_setting(rule, None, {each.name: 60})
        return
    paired = {name for pair in IN_ORDER for name in pair if name in rule.parameters}
    for value in (each.least, each.most):
        others = {
            name: value
            for name in paired
            if PARAMETERS[name].least <= value <= PARAMETERS[name].most and each.name in paired
        }
        check_setting(rule, None, {**others, each.name: value})


def test_local_lines_may_be_left_out():
    check_setting(BOOK["R2"], None, {"section_head_years": 0, "congress_deputy_years": 0})
    with pytest.raises(UserError, match="0 或 45 到 70 之间的整数"):
        check_setting(BOOK["R2"], None, {"section_head_years": 44})
    with pytest.raises(UserError, match="45 到 70"):
        check_setting(BOOK["R2"], None, {"head_years": 0})


@pytest.mark.parametrize(
    ("rule", "values", "told"),
    [
        ("Q6", {"rank": 7}, "“最低学历位次”（7）不能大于“厅局级以上最低学历位次”（6）"),
        ("Q6", {"rank_bureau": 3}, "不能大于"),
        ("Q9", {"months_county": 61}, "“县级委员会党龄”（61）不能大于“市级委员会党龄”（60）"),
        ("Q9", {"months_other": 37}, "不能大于"),
        ("R2", {"deputy_years": 59}, "“副职年龄”（59）不能大于“正职年龄”（58）"),
        ("R2", {"section_head_years": 50, "section_deputy_years": 51}, "乡科级副职年龄"),
        ("R2", {"congress_deputy_years": 60}, "人大政协副职年龄"),
        ("D13", {"youngest": 60, "oldest": 59}, "不能大于"),
        ("S5", {"政务警告": 13}, "“政务警告影响期”（13）不能大于“政务记过影响期”（12）"),
        ("S5", {"政务记大过": 11}, "不能大于"),
        ("X4", {"apart": 13}, "不能大于"),
    ],
)
def test_two_parameters_that_contradict_each_other_are_refused(rule, values, told):
    with pytest.raises(UserError, match=told):
        check_setting(BOOK[rule], None, values)


@pytest.mark.parametrize("pair", IN_ORDER)
def test_every_pair_in_order_stands_in_some_rule(pair):
    assert any({*pair} <= set(rule.parameters) for rule in BOOK.rules)
