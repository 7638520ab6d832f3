"""Where a scenario stands: the same worked out at once or step by step, and its figures."""

import random

import pytest

from leadership_model.assessment.world import World
from leadership_model.people.person import Sanction
from leadership_model.people.snapshot import of_records
from leadership_model.rules.book import shipped
from leadership_model.staffing.move import Move
from leadership_model.staffing.scenario import Scenario, moved, undone
from leadership_model.staffing.situation import (
    figures,
    moved_people,
    of_person,
    origin_of,
    situate,
    swap,
    target_of,
)
from tests.leadership_model.staffing.small import (
    AS_OF,
    MODEL,
    OTHER,
    PORTRAITS,
    M,
    person,
    sit,
    team,
)


def records():
    yield from team("A", ({}, {}, {}, {}))
    yield from team("B", ({}, {}, {}), category="市直部门")
    for n in range(8):
        yield person(f"p{n}", birth=f"19{70 + n}-05", sex="女" if n % 3 == 0 else "男")
    yield from (sit("A0", "p0"), sit("A1", "p1"), sit("A2", "p2"))
    yield from (sit("B0", "p3"), sit("B1", "p4"))
    yield Sanction(id="x", person="p5", kind="党内警告", month=M("2026-08"))


@pytest.fixture(scope="module")
def world():
    return World.of(
        of_records(records()), AS_OF, models=(MODEL, OTHER), portraits=PORTRAITS, book=shipped()
    )


def start(*moves):
    return moved(Scenario(id="s", label="甲", base=0, month=AS_OF), *moves)


def appoint(who, post):
    return Move(kind="appoint", person=who, post=post)


def position(world, who):
    return world.snapshot.people.positions[who]


def post(world, id):
    return world.snapshot.posts.positions[id]


def team_at(world, id):
    return world.snapshot.teams.positions[id]


def test_nothing_moved_changes_nothing(world):
    found = situate(world, start(), (0,))
    assert found.world is world
    assert set(found.deltas) == {0}
    assert found.deltas[0].before == found.deltas[0].after
    assert figures(found).moved == ()
    assert figures(found).gain == 0


def test_a_person_from_another_team_leaves_a_vacancy_there(world):
    found = situate(world, start(appoint("p4", "A3")), (team_at(world, "A"),))
    told = figures(found)
    assert told.moved == (position(world, "p4"),)
    assert told.chain == (post(world, "B1"),)
    assert told.inside == ()
    assert told.vacant_before == (post(world, "A3"),)
    assert told.vacant_after == ()
    assert team_at(world, "B") in found.deltas
    assert told.gain == pytest.approx(sum(each.score_low for each in found.deltas.values()))
    assert origin_of(found, position(world, "p4")) == (post(world, "B1"),)
    assert target_of(found, position(world, "p4")) == (post(world, "A3"),)


def test_whoever_is_put_out_is_counted_as_moved(world):
    found = situate(world, start(appoint("p6", "A1")), (team_at(world, "A"),))
    assert moved_people(found) == (position(world, "p6"), position(world, "p1"))
    assert found.folded.bench == (position(world, "p1"),)


def test_a_conflict_belongs_to_its_move_and_person(world):
    found = situate(world, start(appoint("p6", "A3"), appoint("p5", "B2")), (0,))
    mine = of_person(found, position(world, "p5"))
    assert all(each.move == 1 for each in mine)
    assert not {each.result.rule for each in of_person(found, position(world, "p6"))} & {"S1"}


def test_step_by_step_equals_all_at_once(world):
    chance = random.Random(5)
    people, posts = world.person_ids, world.post_ids
    found = situate(world, start(), (0, 1))
    for step in range(25):
        if step % 7 == 6:
            scenario = undone(found.scenario)
        else:
            scenario = moved(found.scenario, appoint(chance.choice(people), chance.choice(posts)))
        found = situate(world, scenario, (0, 1), found)
        whole = situate(world, scenario, (0, 1))
        assert found.deltas == whole.deltas
        assert found.conflicts == whole.conflicts
        assert figures(found) == figures(whole)


def test_another_base_forgets_the_former_situation(world):
    former = situate(world, start(appoint("p4", "A3")), (0,))
    other = world.with_holders({post(world, "A2"): -1})
    found = situate(other, former.scenario, (0,), former)
    assert found.deltas == situate(other, former.scenario, (0,)).deltas


def test_two_holders_change_places(world):
    found = situate(world, start(), (0, 1))
    moves = swap(found, position(world, "p1"), post(world, "A2"))
    after = situate(world, start(*moves), (0, 1))
    assert int(after.world.seating.holder[post(world, "A2")]) == position(world, "p1")
    assert int(after.world.seating.holder[post(world, "A1")]) == position(world, "p2")
    assert after.folded.bench == ()


def test_who_has_no_seat_to_give_only_takes(world):
    found = situate(world, start(), (0,))
    assert len(swap(found, position(world, "p6"), post(world, "A2"))) == 1
    assert len(swap(found, position(world, "p1"), post(world, "A3"))) == 1
