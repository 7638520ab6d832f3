"""Score, dimensions and the six states."""

from typing import Any

import pytest

from leadership_model.assessment.delta import compare, touched
from leadership_model.assessment.finding import Finding
from leadership_model.assessment.survey import assess_all, assess_some, team_of
from leadership_model.assessment.target import verdict_of
from leadership_model.assessment.team import assess, dimensions, scores, states
from leadership_model.people.seating import VACANT
from leadership_model.rules.rule import RuleResult
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Count
from tests.leadership_model.assessment.cast import EMPTY, WOMAN, requirement, world

MODEL = Model(id="m", category="县级党委", label="县委", red=60.0, green=85.0)


def finding(s_low, s_high=None, points=10.0, veto=False, dimension="年龄"):
    s_high = s_low if s_high is None else s_high
    return Finding(
        requirement="r",
        label="要求",
        dimension=dimension,
        kind="count",
        verdict=verdict_of(s_low, s_high),
        measured_low=0,
        measured_high=1,
        lo=1,
        hi=None,
        s_low=s_low,
        s_high=s_high,
        points=points,
        veto=veto,
    )


# findings -> state, state from the low end, state from the high end
STATES = {
    "nothing asked": ([], ("unconfigured",) * 3),
    "all met": ([finding(1)], ("green",) * 3),
    "on the red line": ([finding(0.6)], ("yellow",) * 3),
    "just below the red line": ([finding(0.5999)], ("red",) * 3),
    "on the green line": ([finding(0.85)], ("green",) * 3),
    "just below the green line": ([finding(0.8499)], ("yellow",) * 3),
    "green score with a red finding": ([finding(1, points=90), finding(0)], ("yellow",) * 3),
    "a red finding without points too": ([finding(1), finding(0, points=0)], ("yellow",) * 3),
    "veto failed": ([finding(1, points=90), finding(0, veto=True)], ("veto",) * 3),
    "veto half met is failed": ([finding(1), finding(0.9, veto=True)], ("veto",) * 3),
    "veto without points": ([finding(1), finding(0, points=0, veto=True)], ("veto",) * 3),
    "veto goes before red": ([finding(0), finding(0, veto=True)], ("veto",) * 3),
    "veto may be failed": (
        [finding(1, points=90), finding(0, 1, veto=True)],
        ("unknown", "veto", "green"),
    ),
    "veto may be failed, red anyway": (
        [finding(0.1, points=90), finding(0, 1, veto=True)],
        ("unknown", "veto", "red"),
    ),
    "yellow to green": ([finding(0.7, 1)], ("unknown", "yellow", "green")),
    "red to green": ([finding(0, 1)], ("unknown", "red", "green")),
    "unknown that does not matter": ([finding(0.7, 0.8)], ("yellow",) * 3),
    "unknown finding, yellow on both ends": (
        [finding(0.8, points=90), finding(0, 1)],
        ("yellow",) * 3,
    ),
    "may be red on the low end only": (
        [finding(1, points=90), finding(0, 1)],
        ("unknown", "yellow", "green"),
    ),
}


@pytest.mark.parametrize("case", STATES.values(), ids=STATES)
def test_state(case):
    findings, expected = case
    assert states(MODEL, findings) == expected


def test_no_model_is_unconfigured():
    assert states(None, [finding(1)]) == ("unconfigured",) * 3


def test_score_weighs_by_points_on_both_ends():
    assert scores([finding(0.5, points=30), finding(0, 1, points=10)]) == (37.5, 62.5)
    assert scores([finding(0, points=0)]) == (100.0, 100.0)


def test_thirds_that_add_up_are_whole():
    assert scores([finding(1 / 3), finding(1 / 3), finding(1 / 3), finding(1)])[0] == 50.0


def test_dimensions_keep_the_models_order_and_leave_out_what_carries_no_points():
    found = dimensions(
        [
            finding(1, dimension="年龄"),
            finding(0, dimension="性别"),
            finding(0, 1, dimension="年龄"),
            finding(0, points=0, dimension="党派"),
        ]
    )
    assert found == (("年龄", 50.0, 100.0), ("性别", 0.0, 0.0))


WOMEN = requirement(Count(WOMAN), 2, id="women", points=100.0)


def judged(people, seats=None, models=None):
    model = Model(id="m", category="县级党委", label="县委", requirements=(WOMEN,))
    return world(seats=seats, models=(model,) if models is None else models, 性别=people)


def test_assess_a_team():
    found = assess(judged(["女", "男"], seats=[0, 1, EMPTY]), 0, with_rules=False)
    assert (found.model, found.state, found.score_low, found.score_high) == ("m", "red", 50.0, 50.0)
    assert (found.seats, found.filled, found.vacancies) == (3, 2, (2,))
    assert [each.requirement for each in found.findings] == ["women"]
    assert found.dimensions == (("年龄", 50.0, 50.0),)


def test_a_team_without_a_model_has_no_score():
    found = assess(judged(["女"], models=()), 0, with_rules=False)
    assert (found.model, found.state, found.score_low, found.score_high) == (
        None,
        "unconfigured",
        None,
        None,
    )


def test_a_model_that_takes_everything_away_leaves_nothing_configured():
    empty = Model(id="m", category="县级党委", label="县委")
    found = assess(judged(["女"], models=(empty,)), 0, with_rules=False)
    assert (found.model, found.state, found.score_low) == (None, "unconfigured", None)


def test_all_teams_give_what_one_gives():
    there = judged(["女", "男"])
    one = assess(there, 0, with_rules=False)
    assert assess_all(there, with_rules=False) == (one,)
    assert assess_some(there, [0, 0], with_rules=False) == (one, one)
    assert assess_some(there, []) == ()


def test_other_holders_make_another_world_and_leave_the_first_as_it_was():
    before = judged(["女", "男", "女"], seats=[0, 1])
    after = before.with_holders({1: 2})
    assert assess(after, 0, with_rules=False).score_low == 100.0
    assert assess(before, 0, with_rules=False).score_low == 50.0
    assert before.with_holders({1: 1}) is before
    assert assess(before.with_holders({1: VACANT}), 0, with_rules=False).vacancies == (1,)


def test_touched_teams_are_those_of_the_seats_and_of_the_people():
    before = judged(["女", "男", "女"], seats=[0, 1])
    assert touched(before, before.with_holders({1: 2})) == (0,)
    assert touched(before, before) == ()


def result(rule, people=()):
    return RuleResult(rule=rule, result="fail", severity="warn", waiver="local", people=people)


def test_delta_names_what_changed():
    before = judged(["女", "男", "女"], seats=[0, 1])
    after = before.with_holders({1: 2})
    then, now = (assess(each, 0, with_rules=False) for each in (before, after))
    object.__setattr__(then, "rules", (result("X1", (1,)), result("P1", (0,))))
    object.__setattr__(now, "rules", (result("P1", (0,)), result("T1", (2,))))
    found = compare(then, now)
    assert (found.score_low, found.score_high) == (50.0, 50.0)
    assert [(each.requirement, each.before, each.after) for each in found.verdicts] == [
        ("women", "yellow", "green")
    ]
    assert [each.rule for each in found.came] == ["T1"]
    assert [each.rule for each in found.gone] == ["X1"]
    same = compare(then, then)
    assert (same.verdicts, same.came, same.gone, same.score_low) == ((), (), (), 0.0)


def test_a_result_belongs_to_its_team_or_to_that_of_its_post():
    there = judged(["女", "男"])
    assert team_of(there, RuleResult(**COMMON, team=0)) == 0
    assert team_of(there, RuleResult(**COMMON, post=1)) == 0
    assert team_of(there, RuleResult(**COMMON)) == -1


COMMON: dict[str, Any] = {"rule": "X1", "result": "fail", "severity": "warn", "waiver": "local"}
