"""What is kept of holders gives, in any other seating, what asking everything anew gives."""

import random

import pytest

from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.people.seating import OUTSIDER, VACANT
from leadership_model.people.snapshot import of_records
from leadership_model.rules import holders, state
from leadership_model.rules.book import RuleBook
from leadership_model.sample.city import draw


@pytest.fixture(scope="module")
def drawn():
    return draw(300)


def world_of(drawn):
    snapshot = of_records(drawn.records)
    return World.of(snapshot, drawn.month)


def answers(world, book, teams, full=False):
    return (
        state.check_teams(world.seating, book, teams, full=full),
        holders.check(world.seating, book, teams, full=full),
    )


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_other_seats_are_answered_as_if_nothing_were_kept(drawn, seed, full):
    kept = world_of(drawn)
    every = range(len(kept.snapshot.teams))
    answers(kept, kept.book, every, full)  # from here on it is known
    chance = random.Random(seed)
    people = len(kept.snapshot.people)
    posts = chance.sample(range(len(kept.seating.holder)), 6)
    others = [VACANT, OUTSIDER, *(chance.randrange(people) for _ in range(4))]
    changes = dict(zip(posts, others, strict=True))
    fresh = world_of(drawn)
    moved, anew = kept.with_holders(changes), fresh.with_holders(changes)
    some = sorted(chance.sample(every, 3))
    assert answers(moved, kept.book, some, full) == answers(anew, fresh.book, some, full)
    assert answers(moved, kept.book, every, full) == answers(anew, fresh.book, every, full)


def test_another_book_is_asked_itself(drawn):
    world = world_of(drawn)
    every = range(len(world.snapshot.teams))
    assess_all(world)
    assert any(each.rule == "R1" for each in state.check(world.seating, world.book))
    without = RuleBook(tuple(each for each in world.book.rules if each.id != "R1"))
    found = state.check_teams(world.seating, without, every)
    assert found == tuple(
        each for each in state.check_teams(world.seating, world.book, every) if each.rule != "R1"
    )
