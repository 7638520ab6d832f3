"""Who could follow in a seat so that the team keeps its state: beside trying everybody."""

from fractions import Fraction

import numpy as np
import pytest

from leadership_model.assessment.pivotal import placed
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Compare
from leadership_model.matching.rank import candidates, rank_people
from leadership_model.matching.scores import Scores
from leadership_model.matching.standins import STANDING, bench, keeps
from leadership_model.people.snapshot import of_records
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Average, Count, Requirement
from tests.leadership_model.matching.conftest import MONTH, portraits


def model(*requirements):
    return Model(id="m", category="乡镇", label="乡镇", requirements=requirements)


WOMEN = Requirement(
    id="women",
    dimension="性别",
    label="女干部",
    measure=Count(Compare("性别", "=", "女")),
    lo=Fraction(1),
    points=10.0,
)
YOUNG = Requirement(
    id="age",
    dimension="年龄",
    label="平均年龄",
    measure=Average("年龄"),
    hi=Fraction(45),
    points=10.0,
)


@pytest.fixture(scope="module")
def townships(city_records):
    world = World.of(
        of_records(city_records), MONTH, models=(model(WOMEN, YOUNG),), portraits=portraits()
    )
    return Scores(world)


def seats_of(scores, state):
    world = scores.world
    for team in range(len(world.snapshot.teams)):
        if assess(world, team, with_rules=False).state == state:
            yield from ((team, post) for post in world.seats(team).tolist())


def test_as_trying_everybody_in_the_order_of_the_ranking(townships):
    world = townships.world
    team, post = next(iter(seats_of(townships, "green")))
    before = assess(world, team, with_rules=False)
    found = bench(townships, post, limit=10_000, tried=10_000)
    members = set(world.members(team).tolist())
    people = [p for p in candidates(world, post, above=False).tolist() if p not in members]
    ranking = rank_people(townships, post, np.array(people, dtype=np.int32))
    fit = [int(p) for p, e in zip(ranking.items, ranking.eligible, strict=True) if e == 2]
    assert (found.asked, found.tried) == (len(fit), len(fit))
    kept = {p for p in fit if keeps(before, assess(placed(world, post, p), team, with_rules=False))}
    assert {each.person for each in found.found} == kept
    order = [(e.rank, len(e.worse), -(e.score or 0.0)) for e in found.found]
    assert order == sorted(order)
    assert STANDING[before.state_low] == 3


def test_nobody_named_drops_the_state_and_effects_are_named(townships):
    world, named = townships.world, 0
    for team, post in list(seats_of(townships, "green"))[:12]:
        before = assess(world, team, with_rules=False)
        found = bench(townships, post, before)
        assert len(found.found) <= 10
        assert found.holder == int(world.seating.holder[post])
        for each in found.found:
            assert each.after.state_low == "green"
            assert each.score == round((each.after.score_low or 0) - (before.score_low or 0), 9)
            changed = {c.requirement for c in (*each.better, *each.worse)}
            then = {f.requirement: f.verdict for f in before.findings}
            now = {f.requirement: f.verdict for f in each.after.findings}
            assert changed == {key for key in now if now[key] != then[key]}
        named += len(found.found)
    assert named


def test_the_search_ends_and_can_be_stopped(townships):
    _, post = next(iter(seats_of(townships, "green")))
    assert bench(townships, post, tried=1).tried == 1

    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bench(townships, post, pause=stop)


def test_without_a_model_every_follower_keeps_the_state(scores):
    found = bench(scores, 0)
    assert found.tried == len(found.found) or len(found.found) == 10
    assert all(each.score is None and not each.worse for each in found.found)
