"""Yearly figures of a team: what may be entered, what they say, what they never decide."""

import pytest

from leadership_model import months
from leadership_model.assessment.flags import flags
from leadership_model.assessment.operation import (
    GRADES,
    appraised,
    check_year,
    clean,
    facts,
    figures_of,
)
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.people.person import Appraisal, Person
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Indicator, Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit

NOW = months.of(2026, 11)


def seen(*figures, grades=("优秀", "称职", None)):
    records = [Unit(id="u", name="局"), Team(id="t", unit="u", name="局班子", category="市直部门")]
    for at, grade in enumerate(grades):
        records += [
            Person(id=f"p{at}", name=f"甲{at}", birth=months.of(1980, 1)),
            Post(id=f"s{at}", team="t", name="副局长", order=at),
            Tenure(id=f"n{at}", post=f"s{at}", person=f"p{at}", start=NOW - 40),
        ]
        if grade:
            records.append(Appraisal(id=f"a{at}", person=f"p{at}", year=2025, result=grade))
    records += [
        Indicator(id=f"i{at}", team="t", year=year, name=name, value=value)
        for at, (year, name, value) in enumerate(figures)
    ]
    return World.of(of_records(records), NOW, models=(), portraits=())


def told(*figures, **more):
    world = seen(*figures, **more)
    assessment = assess(world, 0)
    found, missing = facts(world, assessment, flags(world, assessment))
    return {(each.state, each.text) for each in found}, missing


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("民主测评优秀率", "85%", "85"),
        ("民主测评优秀率", " 100 ", "100"),
        ("民主测评优秀率", "0", "0"),
        ("年度考核名次", "1", "1"),
        ("年度考核等次", "良好", "良好"),
        ("信访举报件数", "无", "无"),
        ("党建绩效指数", "92.50", "92.5"),
        ("营商环境评价", "全省先进", "全省先进"),
    ],
)
def test_a_value_is_kept_in_one_form(name, text, kept):
    assert clean(name, text) == kept


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("民主测评优秀率", "100.1"),
        ("民主测评优秀率", "高"),
        ("年度考核名次", "0"),
        ("年度考核名次", "1.5"),
        ("年度考核等次", "合格"),
        ("信访举报件数", "-1"),
        ("营商环境评价", " "),
    ],
)
def test_a_wrong_value_is_refused(name, text):
    with pytest.raises(UserError, match=name):
        clean(name, text)


def test_years_end_with_the_reference_month():
    assert check_year(" 2026 ", NOW) == 2026
    assert check_year("2000", NOW) == 2000
    for wrong in ("2027", "1999", "26", ""):
        with pytest.raises(UserError, match="年度"):
            check_year(wrong, NOW)


def test_members_grades_are_counted_among_those_graded():
    found = appraised(seen(grades=("优秀", "基本称职", "未参加", None)), 0, 2025)
    assert (found.excellent, found.poor, found.graded) == ((0,), (1,), 2)
    assert appraised(seen(), 0, 2024).graded == 0


@pytest.mark.parametrize(("grade", "state"), list(GRADES.items()))
def test_the_grade_of_the_team_speaks_for_one_state(grade, state):
    found, missing = told((2025, "年度考核等次", grade))
    assert (state, f"2025年班子年度考核为{grade}") in found
    assert "年度考核等次" not in missing
    assert "班子团结" in missing


def test_a_figure_speaks_by_its_way_since_the_year_before():
    assert ("运行一般", "2025年民主测评优秀率 80，由 90 下降") in told(
        (2024, "民主测评优秀率", "90"), (2025, "民主测评优秀率", "80%")
    )[0]
    assert ("运行优良", "2025年党建绩效指数 91，由 90 上升") in told(
        (2024, "党建绩效指数", "90"), (2025, "党建绩效指数", "91")
    )[0]
    same = told((2024, "党建绩效指数", "90"), (2025, "党建绩效指数", "90"))[0]
    assert not any("党建" in text for _, text in same)


def test_discord_and_poor_members_speak_for_the_gravest_state():
    found, _ = told((2025, "班子团结", "不团结"), grades=("不称职",))
    grave = [text for state, text in found if state == "存在问题"]
    assert any("不团结" in text for text in grave)
    assert any("基本称职以下 1 人" in text for text in grave)


@pytest.mark.parametrize(("value", "up"), [("2", True), ("0", False), ("无", False)])
def test_marks_count_only_where_there_are_some(value, up):
    found, _ = told((2025, "信访举报件数", value))
    assert (("运行一般", f"2025年信访举报件数 {value}") in found) is up


def test_figures_are_found_by_name_and_year():
    found = figures_of(seen((2024, "班子团结", "团结"), (2025, "班子团结", "较团结")), 0)
    assert [(key, each.value) for key, each in found.items()] == [
        (("班子团结", 2024), "团结"),
        (("班子团结", 2025), "较团结"),
    ]
