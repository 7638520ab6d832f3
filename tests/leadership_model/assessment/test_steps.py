"""A team at a few months to come: the forecast's own view, with the causes of what changes."""

import pytest

from leadership_model import months
from leadership_model.assessment.forecast import forecast
from leadership_model.assessment.outlook import later, leavings, looks
from leadership_model.assessment.steps import EVERY, steps
from leadership_model.assessment.world import World
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw
from tests.leadership_model.assessment.test_outlook import BIRTHS, team_world


def test_the_retired_leave_their_seats_empty_from_their_month_on():
    world = team_world((months.of(1967, 1), *BIRTHS[1:]))  # 60 years and 7 months
    month = leavings(world, 0)[0].high
    before, at = steps([later(world, month - 1), later(world, month)], 0)
    assert before.gone == ()
    assert before.assessment.score_low == 100.0
    assert at.gone == at.leaving
    assert [(each.person, each.post, each.rule) for each in at.gone] == [(0, 0, "R1")]
    assert at.assessment.vacancies == (0,)
    assert at.assessment.score_low == 50.0
    assert [(each.requirement, each.before, each.after) for each in at.changes] == [
        ("seats", "green", "yellow")
    ]
    assert [(each.kind, each.person, each.rule) for each in at.changes[0].causes] == [
        ("left", 0, "R1")
    ]


def test_who_has_reached_the_month_already_is_gone_in_the_first_look():
    (today,) = steps([team_world()], 0)
    assert [each.person for each in today.gone] == [0]
    assert today.leaving == ()
    assert today.changes == ()


def test_nobody_leaves_whose_month_is_unknown():
    (today,) = steps([team_world((BIRTHS[2],), birth=None)], 0)
    assert today.gone == ()


@pytest.fixture(scope="module")
def city():
    drawn = draw(120, 4)
    return World.of(of_records(drawn.records, drawn.settings), drawn.month)


def test_every_step_is_what_the_forecast_says_of_that_month(city):
    found, at = forecast(city, 36, EVERY), looks(city.as_of, 36, 12)
    worlds = [later(city, month) for month in at]
    assert found.departures
    for team in range(len(city.snapshot.teams)):
        for step in steps(worlds, team):
            assert step.assessment == found.at(team, step.month)
            mine = {post for post in found.gone(step.month) if post in city.seating.seats(team)}
            assert {each.post for each in step.gone} == mine
