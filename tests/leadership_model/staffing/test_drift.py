"""The base changes under a plan: what is told of it, and what each move may become."""

import json

import pytest

from leadership_model.errors import UserError
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.tenure import Tenure
from leadership_model.staffing.apply import fold
from leadership_model.staffing.drift import CHOICE_WORDS, concerns, drifts, rebased
from leadership_model.staffing.ground import NOTHING_SEEN, Ground, from_json, seen, to_json
from leadership_model.staffing.move import Move
from leadership_model.staffing.scenario import Scenario, moved
from tests.leadership_model.staffing.small import AS_OF, person, sit, team

HELD = {"a0": "p0", "a1": "p1", "a2": "p2", "b1": "p2", "b0": "p3"}


def base(held=HELD, people=6, posts=None, **fields):
    records = [person(f"p{at}", **fields.get(f"p{at}", {})) for at in range(people)]
    records += team("a", [{}, {}, {"linked": "双"}])
    records += team("b", [{}, {"linked": "双"}], category="市直部门")
    records = [each for each in records if posts is None or getattr(each, "id", "") not in posts]
    for post, who in held.items():
        if who == "*":
            records.append(Tenure(id=post, post=post, outsider="某某", start=AS_OF - 9))
        else:
            records.append(sit(post, who))
    return seat(of_records(records), AS_OF)


def appoint(who, post, **more):
    return Move(kind="appoint", person=who, post=post, **more)


def plan(*moves, teams=()):
    made = moved(Scenario(id="s", label="方案", base=0, month=AS_OF), *moves)
    start = base()
    from dataclasses import replace

    return replace(made, ground=seen(start, made.moves, teams, NOTHING_SEEN))


def told(scenario, now):
    return [(each.move, tuple(each.allowed), each.proposed) for each in concerns(scenario, now)]


def test_nothing_changed_concerns_nothing():
    scenario = plan(appoint("p4", "a1"), Move(kind="retire", person="p0"), teams=(0, 1))
    assert drifts(scenario.ground, base()) == ()
    assert concerns(scenario, base()) == ()
    assert rebased(scenario, base(), {}, (0, 1)) == scenario


def test_the_seats_of_the_teams_on_the_board_are_watched():
    scenario = plan(teams=(0,))
    found = drifts(scenario.ground, base(HELD | {"a1": "p4", "b0": "p5"}))
    assert [(each.kind, each.id) for each in found] == [("seat", "a1")]
    assert found[0].text == "青石县a班子a副职1原为人员p1，现为人员p4"


def test_what_was_seen_first_is_kept():
    start = base()
    once = seen(start, (appoint("p4", "a1"),), (), NOTHING_SEEN)
    twice = seen(base(HELD | {"a1": "p5"}), (appoint("p4", "a1"), appoint("p1", "b0")), (), once)
    assert twice.seats == {"a1": "p1", "b0": "p3"}
    assert twice.people == {"p4": (), "p1": ()}
    assert once.people == {"p4": ()}


def test_linked_seats_are_seen_together_and_outsiders_and_vacancies_told_apart():
    found = seen(base(HELD | {"b1": "*"}), (appoint("p4", "a2"),), (), NOTHING_SEEN)
    assert found.seats == {"a2": "p2", "b1": "*"}
    held = {post: who for post, who in HELD.items() if post != "a1"}
    assert seen(base(held), (appoint("p4", "a1"),), (), NOTHING_SEEN).seats == {"a1": ""}


def test_a_ground_survives_its_text():
    found = seen(base(), (appoint("p2", "a1"),), (0,), NOTHING_SEEN)
    assert from_json(to_json(found)) == found
    assert from_json("{}") == Ground()
    assert json.loads(to_json(NOTHING_SEEN)) == {}
    for text in ("", "[]", '{"other": 1}'):
        with pytest.raises(UserError, match="底数"):
            from_json(text)


def test_who_retired_meanwhile_is_replaced_by_the_next_candidate():
    scenario = plan(appoint("p3", "a1"), appoint("p4", "a1", order=2))
    gone = base({k: v for k, v in HELD.items() if v != "p3"}, p3={"status": "退休"})
    (found,) = concerns(scenario, gone)
    assert (found.move, tuple(found.allowed)) == (0, ("adapt", "drop"))
    assert "已离开" in found.drifts[0].text
    assert "退休" in found.drifts[0].text
    now = rebased(scenario, gone, {}, ())
    assert [(move.person, move.order) for move in now.done] == [("p4", 1), ("p4", 2)]


def test_without_a_further_candidate_the_move_is_dropped():
    scenario = plan(appoint("p3", "a1"), appoint("p4", "a0"))
    gone = base({k: v for k, v in HELD.items() if v != "p3"}, p3={"status": "退休"})
    assert told(scenario, gone) == [(0, ("drop",), "drop")]
    now = rebased(scenario, gone, {}, ())
    assert [move.person for move in now.moves] == ["p4"]
    assert concerns(now, gone) == ()


def test_who_left_his_seats_but_serves_on_may_still_be_appointed():
    scenario = plan(appoint("p3", "a1"))
    away = base({k: v for k, v in HELD.items() if v != "p3"})
    assert told(scenario, away) == [(0, ("keep", "drop"), "keep")]


def test_a_seat_taken_meanwhile_asks_again():
    scenario = plan(appoint("p4", "a1"))
    taken = base(HELD | {"a1": "p5"})
    (found,) = concerns(scenario, taken)
    assert tuple(found.allowed) == ("drop", "keep", "adapt")
    assert found.drifts[0].text == "青石县a班子a副职1原为人员p1，现为人员p5"
    assert rebased(scenario, taken, {0: "keep"}, ()).done == scenario.done
    adapted = rebased(scenario, taken, {0: "adapt"}, ())
    assert fold(taken, adapted.done).candidates == {1: (4,)}
    assert rebased(scenario, taken, {}, ()).done == ()


def test_what_came_true_meanwhile_is_dropped():
    scenario = plan(appoint("p4", "a1"))
    assert told(scenario, base(HELD | {"a1": "p4"})) == [(0, ("drop", "keep"), "drop")]


def test_a_removal_follows_the_person_or_is_dropped():
    scenario = plan(Move(kind="remove", person="p1", post="a1"))
    elsewhere = base({"a0": "p0", "b0": "p1"})
    (found,) = concerns(scenario, elsewhere)
    assert tuple(found.allowed) == ("drop", "adapt")
    assert rebased(scenario, elsewhere, {0: "adapt"}, ()).done[0].post == "b0"
    assert told(scenario, base({"a0": "p0"})) == [(0, ("drop",), "drop")]


def test_a_retirement_is_dropped_when_it_came_about():
    scenario = plan(Move(kind="retire", person="p1"))
    without = {k: v for k, v in HELD.items() if v != "p1"}
    assert told(scenario, base(without)) == [(0, ("drop",), "drop")]
    assert told(scenario, base(without | {"b0": "p1"})) == [(0, ("keep", "drop"), "keep")]


def test_a_pin_loses_its_sense_with_its_holder():
    scenario = plan(Move(kind="keep", post="a1"))
    assert told(scenario, base(HELD | {"a1": "p5"})) == [(0, ("drop", "keep"), "drop")]


def test_what_names_a_post_or_person_that_is_gone_is_dropped():
    scenario = plan(appoint("p4", "a1"), appoint("p5", "b0"))
    shorter = base({"a0": "p0", "b0": "p3"}, people=5, posts=("a1",))
    assert told(scenario, shorter) == [(0, ("drop",), "drop"), (1, ("drop",), "drop")]
    words = [each.text for found in concerns(scenario, shorter) for each in found.drifts]
    assert words == ["岗位“a副职1”已撤销", "人员p5已不在库中"]
    assert rebased(scenario, shorter, {}, ()).moves == ()


def test_gone_ones_that_were_never_noted_are_told_as_well():
    scenario = moved(Scenario(id="s", label="s", base=0, month=AS_OF), appoint("x", "a1"))
    (found,) = concerns(scenario, base())
    assert (found.drifts[0].kind, found.proposed) == ("person gone", "drop")


def test_a_choice_there_is_not_is_our_bug():
    scenario = plan(Move(kind="retire", person="p1"))
    without = base({k: v for k, v in HELD.items() if v != "p1"})
    with pytest.raises(ValueError, match="cannot be rebased"):
        rebased(scenario, without, {0: "keep"}, ())


def test_rebased_once_nothing_is_left_to_ask():
    scenario = plan(appoint("p4", "a1"), Move(kind="remove", person="p2", post="a2"), teams=(0, 1))
    now = base({"a0": "p5", "a1": "p0", "b0": "p2", "a2": "p3", "b1": "p3"})
    assert len(drifts(scenario.ground, now)) > 2
    after = rebased(scenario, now, {}, (0, 1))
    assert drifts(after.ground, now) == ()
    assert concerns(after, now) == ()
    assert set(CHOICE_WORDS) == {"keep", "drop", "adapt"}
