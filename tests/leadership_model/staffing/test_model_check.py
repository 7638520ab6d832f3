from dataclasses import replace
from fractions import Fraction

import pytest

from leadership_model.assessment.impact import teams_of
from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Compare, Is
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw
from leadership_model.staffing.model_check import check_model, clashes
from leadership_model.staffing.model_loosen import loosened
from leadership_model.structure.requirement import Average, Count, Requirement

OLD = Compare("年龄", ">=", 70)


@pytest.fixture(scope="module")
def world():
    city = draw(300, 1)
    return World.of(of_records(city.records), city.month)


@pytest.fixture(scope="module")
def model(world):
    return next(each for each in world.models if each.id == "shipped-county-party")


def requirement(id, measure, lo=None, hi=None):
    bounds = (None if each is None else Fraction(each) for each in (lo, hi))
    lo, hi = bounds
    return Requirement(id=id, dimension="年龄", label=id, measure=measure, lo=lo, hi=hi, points=5)


def with_more(model, *more):
    return replace(model, requirements=(*model.requirements, *more))


def found(draft, world):
    return check_model(draft, world, teams_of(world, draft))


def test_shipped_models_can_be_met_by_the_teams_they_are_for(world):
    for model in world.models:
        teams = teams_of(world, model)
        assert clashes(model, world, teams) == ()
        assert [i for i in check_model(model, world, teams) if i.severity == "error"] == []


def test_a_clash_of_every_team_is_an_error_with_a_way_out(world, model):
    young = requirement("年轻班子", Average("年龄"), hi=30)
    old = requirement("老同志", Count(Compare("年龄", ">=", 45)), lo=9)
    draft = with_more(model, young, old)
    (issue,) = [i for i in found(draft, world) if i.severity == "error"]
    assert {issue.about, *issue.others} == {"年轻班子", "老同志"}
    assert "不可能同时达到：“年轻班子”（≤ 30 岁）、“老同志”（≥ 9 人）" in issue.text
    assert "最省的放宽办法：“年轻班子”由 ≤ 30 岁 放宽到" in issue.text
    teams = teams_of(world, model)
    (clash,) = clashes(draft, world, teams)
    assert set(clash.teams) == set(teams)
    assert clashes(loosened(draft, clash.eases), world, teams) == ()


def test_a_single_requirement_too_large_for_the_team_is_named_alone(world, model):
    many = requirement("女干部众多", Count(Compare("性别", "=", "女")), lo=40)
    errors = [i for i in found(with_more(model, many), world) if i.severity == "error"]
    assert [i.about for i in errors] == ["女干部众多"]
    assert "达不到" in errors[0].text


def test_a_requirement_nobody_can_meet_says_how_many_could(world, model):
    none = requirement("没有年龄", Count(Is("年龄", "无")), lo=1)
    some = requirement("七十岁以上", Count(OLD), lo=1)
    issues = {i.about: i for i in found(with_more(model, none, some), world)}
    assert issues["没有年龄"].severity == "warning"
    assert "没有一人，而一个班子就要 1 人" in issues["没有年龄"].text
    assert issues["七十岁以上"].severity == "note"
    assert "没有一人，另有" in issues["七十岁以上"].text


def test_a_draft_with_an_unknown_element_is_still_checked_for_the_rest(world, model):
    wrong = requirement("错", Average("身高"), hi=1)
    young = requirement("年轻班子", Average("年龄"), hi=30)
    old = requirement("老同志", Count(Compare("年龄", ">=", 45)), lo=9)
    issues = found(with_more(model, wrong, young, old), world)
    assert {i.about for i in issues if i.severity == "error"} == {"错", "年轻班子"}


def test_a_model_without_teams_is_asked_of_a_usual_team(world, model):
    many = requirement("女干部众多", Count(Compare("性别", "=", "女")), lo=40)
    issues = check_model(with_more(model, many), world, ())
    assert [i.about for i in issues if i.severity == "error"] == ["女干部众多"]


def test_the_seats_of_a_team_that_is_not_there_are_not_judged(world):
    """On an empty database every shipped model can be published."""
    for each in world.models:
        assert [i for i in check_model(each, world, ()) if i.severity == "error"] == []


def test_it_can_be_stopped(world, model):
    def stop():
        raise InterruptedError

    with pytest.raises(InterruptedError):
        check_model(model, world, teams_of(world, model), stop)
