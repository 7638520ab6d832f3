"""Choices around a scenario: their JSON form, teams on the board, what is gone."""

import pytest

from leadership_model.errors import UserError
from leadership_model.people.snapshot import of_records
from leadership_model.staffing.draft import (
    Choices,
    Draft,
    from_json,
    to_json,
    with_teams,
    without_gone,
    without_team,
)
from leadership_model.staffing.move import Move
from leadership_model.staffing.scenario import Scenario
from tests.leadership_model.staffing.small import AS_OF, person, team


def test_choices_survive_their_text():
    choices = Choices(
        teams=("a", "b"),
        weights=(5.0, 0.0, 1.0),
        rearrange=True,
        pool=("p",),
        pool_title="候选",
        stage="考察",
        sections=(("p", "拟提任正职人选"),),
    )
    assert from_json(to_json(choices)) == choices


@pytest.mark.parametrize("name", ["", "节" * 31])
def test_a_section_has_a_name_that_fits(name):
    with pytest.raises(ValueError, match="分节名称"):
        Choices(sections=(("p", name),))


def test_readers_written_before_they_had_a_place_of_their_own_are_left_out():
    assert from_json('{"shared_with": ["李四"], "teams": ["a"]}') == Choices(teams=("a",))


def test_text_of_an_empty_entry_gives_the_usual_choices():
    assert from_json("{}") == Choices()


@pytest.mark.parametrize("text", ["", "[]", '{"other": 1}', '{"stage": "无"}'])
def test_text_that_holds_no_choices_is_refused(text):
    with pytest.raises(UserError, match="方案的设置"):
        from_json(text)


def test_teams_come_once_and_go():
    choices = with_teams(Choices(teams=("a",)), "b", "a", "c")
    assert choices.teams == ("a", "b", "c")
    assert without_team(choices, "b").teams == ("a", "c")


def test_what_is_gone_is_left_out_and_told():
    snapshot = of_records([person("p"), *team("T", ({}, {}))])
    moves = (
        Move(kind="appoint", person="p", post="T1"),
        Move(kind="appoint", person="q", post="T0"),
        Move(kind="keep", post="X"),
        Move(kind="remove", person="p"),
    )
    scenario = Scenario(id="s", label="s", base=0, month=AS_OF, moves=moves, cursor=3)
    draft, gone = without_gone(
        Draft(scenario=scenario, choices=Choices(teams=("T", "U"), pool=("p", "q"))), snapshot
    )
    assert draft.scenario.moves == (moves[0], moves[3])
    assert draft.scenario.cursor == 1
    assert draft.choices.teams == ("T",)
    assert draft.choices.pool == ("p",)
    assert gone == moves[1:3]
