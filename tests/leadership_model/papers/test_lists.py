"""Sheets of figures and of rankings."""

from leadership_model.matching.fit import DISCLAIMER
from leadership_model.papers.figures import figures
from leadership_model.papers.shortlist import HEADS, shortlist
from leadership_model.query.distributions import Distribution
from leadership_model.query.statistics import Figure, Summary

MONTH = 2026 * 12 + 10


def values(spread):
    return {(cell.row, cell.column): cell.value for cell in spread.cells}


def test_a_ranking_ends_with_the_disclaimer():
    rows = [("1", "张三", "镇长", "某县 副县长", "90", "符合", "+2.0")]
    found = values(shortlist("某岗位", rows, MONTH, rules="规则依据"))
    assert [found[2, i] for i in range(len(HEADS))] == list(HEADS)
    assert found[3, 1] == "张三"
    assert DISCLAIMER in found[4, 0]
    assert found[5, 0] == "规则依据"


def test_figures_carry_the_question_and_its_sensitive_elements():
    women = Figure("女", 2, 0.5, 0, ("a", "b"))
    summary = Summary(4, 41.25, 0, (women,), ())
    spread = [Distribution("年龄段", (Figure("≤35", 1, 0.25, 0, ("a",)),), 4)]
    found = values(figures(summary, spread, MONTH, "性别 = 女", ("性别",)))
    assert "性别 = 女" in found[1, 0]
    assert "敏感要素：性别" in found[1, 0]
    assert (found[3, 1], found[4, 1]) == (4, 41.2)
    assert (found[5, 0], found[5, 1], found[5, 2]) == ("女", 2, "50.0%")
    assert found[6, 0] == "年龄段"
    assert found[7, 2] == "25.0%"


def test_an_age_nobody_knows_is_said_in_words():
    found = values(figures(Summary(0, None, 0, (), ()), [], MONTH))
    assert found[4, 1] == "待核"


def test_a_shortlist_tells_which_sensitive_elements_act_and_by_which_law():
    told = "资格 1 使用敏感要素 民族，依据：《民族区域自治法》第十七条"
    found = shortlist("某岗位", [], MONTH, rules="规则依据", sensitive=(told,))
    texts = [cell.value for cell in found.cells]
    assert texts.index(f"{told}。") < texts.index("规则依据")
    heights = dict(found.heights)
    assert heights[next(cell.row for cell in found.cells if cell.value == "规则依据")] == 60.0
