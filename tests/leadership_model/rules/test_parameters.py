import pytest

from leadership_model.errors import UserError
from leadership_model.rules.parameters import check_setting, effective_text, parameters_of
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
    ],
)
def test_who_confirmed_goes_with_a_day(by, on, told):
    with pytest.raises(UserError, match=told):
        check_setting(BOOK["X1"], None, {}, by, on)
    check_setting(BOOK["X1"], None, {}, "王某", "2026-11-20")


def test_the_time_a_version_holds():
    assert effective_text(BOOK["X1"]) == "2006.06起"
    assert effective_text(BOOK["M1"]) == "一直有效"
