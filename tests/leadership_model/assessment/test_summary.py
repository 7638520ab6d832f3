"""The drafted closing texts: state, what is missed, vacancies, rotation, age, doubts."""

from dataclasses import replace

from leadership_model import months
from leadership_model.assessment.summary import direction, evaluation
from leadership_model.assessment.team import assess
from leadership_model.conditions.tree import Compare
from leadership_model.structure.requirement import Count, Filled
from tests.leadership_model.assessment.test_forecast import AS_OF, MODEL, a_seat, asked, city

WOMEN = asked("women", Count(Compare("性别", "=", "女")), lo=1)
PLAIN = (replace(MODEL, requirements=(WOMEN, asked("filled", Filled(), 2))),)


def texts(*seats, models=PLAIN):
    world = city(*seats, models=models)
    found = assess(world, 0)
    return evaluation(world, found), direction(world, found)


def test_nothing_is_said_of_a_team_without_a_model():
    said, _ = texts(a_seat(), models=())
    assert "尚未配置结构模型" in said


def test_what_is_missed_is_named_with_its_points():
    said, advice = texts(a_seat(), a_seat())
    assert "women：现有 0 人，目标不少于 1 人" in said
    assert "改善“women”" in advice
    assert "可增加 5.0 分" in advice


def test_empty_seats_come_first():
    _, advice = texts(a_seat(), a_seat(end=AS_OF - 1, since=AS_OF - 9))
    assert advice.startswith("①补配常委（空缺 1 个岗位）")


def test_ten_years_in_a_post_is_a_case_for_rotation():
    _, advice = texts(a_seat(since=AS_OF - 121), a_seat(sex="女", since=AS_OF - 119))
    assert "甲0任职年限已到，建议列入交流计划" in advice
    assert "甲1" not in advice


def test_who_reaches_the_age_is_named():
    _, advice = texts(a_seat(birth=months.of(1966, 6)), a_seat(sex="女"))
    assert "甲0已到或临近法定退休年龄，及早研究接替人选" in advice


def test_doubts_are_to_be_cleared():
    said, advice = texts(a_seat(sex=None), a_seat())
    assert "women因资料缺失待核" in said
    assert "核实 1 人的缺失资料后再作判定" in advice


def test_a_team_without_faults_is_kept():
    said, advice = texts(a_seat(), a_seat(sex="女"))
    assert "比较合理" in said
    assert advice == "保持现有结构，关注任期与到龄变化。"
