"""The command that proposes a staffing plan."""

import json

import pytest

RESULT = {
    "status", "objective", "bound", "gap", "stages", "moves", "teams", "alternatives", "clash",
    "loosening", "verified",
}  # fmt: skip


@pytest.fixture
def open_team(ask, city):
    """A team with an open seat and a model, and that seat."""
    teams = ask("assess", city, "--all")["teams"]
    team = next(t for t in teams if t["vacancies"] and t["state"] != "unconfigured")
    return team["id"], team["vacancies"]


@pytest.fixture
def full_team(ask, city):
    teams = ask("assess", city, "--all")["teams"]
    return next(t["id"] for t in teams if not t["vacancies"] and t["findings"])


def test_an_open_seat_is_filled_and_the_plan_verified(ask, city, open_team):
    team, seats = open_team
    told = ask("staff", city, "--teams", team)
    assert set(told) >= RESULT
    assert (told["status"], told["verified"], told["gap"]) == ("optimal", True, 0.0)
    assert set(told["stages"]) == {"vacancies", "breaches"}
    assert all(set(each) >= {"person", "from", "to", "reason"} for each in told["moves"])
    assert [set(each) for each in told["teams"]] == [{"id", "before", "after"}]
    assert all(set(each["after"]) == {"state", "score_low", "score_high"} for each in told["teams"])
    filled = {post for move in told["moves"] for post in move["to"]}
    assert filled | {each["post"] for each in told["unfilled"]} == set(seats)


def test_a_run_limited_by_steps_says_the_same_twice_and_has_alternatives(ask, city, open_team):
    first, second = (
        ask("staff", city, "--teams", open_team[0], "--steps", "200", "--alternatives", "2")
        for _ in range(2)
    )
    assert json.dumps(first) == json.dumps(second)
    assert first["repeatable"] is True
    assert len(first["alternatives"]) == 2
    plans = [frozenset(move["person"] for move in each["moves"]) for each in first["alternatives"]]
    assert len({*plans, frozenset(move["person"] for move in first["moves"])}) == 3
    best = first["objective"]
    assert all(each["objective"] <= best + 1e-6 for each in first["alternatives"])


def test_a_team_without_an_open_seat_is_left_as_it_is(ask, city, full_team):
    told = ask("staff", city, "--teams", full_team)
    assert (told["status"], told["moves"], told["unfilled"]) == ("optimal", [], [])
    assert told["teams"][0]["before"] == told["teams"][0]["after"]


def test_the_question_that_chose_the_people_is_printed_on_the_plan(ask, city, open_team):
    told = ask("staff", city, "--teams", open_team[0], "--pool", "性别=女 且 年龄 <= 50")
    assert told["rails"][0] == "人选范围：性别 = 女 且 年龄 <= 50。"
    assert "人选范围" not in "".join(ask("staff", city, "--teams", open_team[0])["rails"])


def test_an_empty_pool_is_said_seat_by_seat(ask, city, open_team):
    team, seats = open_team
    told = ask("staff", city, "--teams", team, "--pool", "年龄 <= 18")
    assert told["moves"] == []
    assert {each["post"] for each in told["unfilled"]} == set(seats)
    assert all("没有提出人选：不在人选范围" in each["text"] for each in told["unfilled"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--seconds", "0"), "--seconds 要大于 0"),
        (("--seconds", "-3"), "--seconds 要大于 0"),
        (("--seconds", "nan"), "--seconds 要大于 0"),
        (("--seconds", "inf"), "--seconds 要大于 0"),
        (("--steps", "0"), "--steps 至少为 1"),
        (("--alternatives", "-1"), "不能为负"),
        (("--pool", "年龄 >="), "字"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_limits_that_make_no_sense_are_refused(refused, city, full_team, arguments, words):
    assert words in refused("staff", city, "--teams", full_team, *arguments)


def test_teams_are_named_once_and_exist(refused, city, full_team):
    assert "t-x" in refused("staff", city, "--teams", "t-x")
    assert "两次" in refused("staff", city, "--teams", f"{full_team},{full_team}")
    assert "至少选择一个班子" in refused("staff", city, "--teams", ",")
