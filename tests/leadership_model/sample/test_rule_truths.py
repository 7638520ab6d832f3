"""The rules on terms, rotation, home, business and 乡科级, and the flags, at five seeds.

What is found is what the generator states, fail and unknown alike, and nothing else of its kinds.
"""

from collections import Counter

import pytest

from leadership_model.assessment.flags import all_flags
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.people.snapshot import of_records
from leadership_model.rules.book import shipped
from leadership_model.sample import city as cities

KINDS = ("T1", "T2", "T3", "T4", "X1", "X2", "X3", "X4", "X5", "X6", "X7", "A4", "A6", "A7", "Q14")
FLAGS = tuple(f"W{number}" for number in range(1, 12))
CITIES = ((300, 11), (400, 12), (500, 13), (700, 14), (900, 15))


@pytest.fixture(scope="module", params=CITIES, ids=lambda each: f"{each[0]}-{each[1]}")
def drawn(request):
    people, seed = request.param
    city = cities.draw(people, seed)
    world = World.of(of_records(city.records, city.settings), city.month)
    return city, world, assess_all(world)


def test_the_rules_find_what_is_stated_and_nothing_else(drawn):
    city, world, assessments = drawn
    people, posts, teams = (world.snapshot[name].ids for name in ("person", "post", "team"))
    found = Counter(
        (
            one.rule,
            one.result,
            tuple(sorted(people[each] for each in one.people)),
            teams[assessment.team],
            posts[one.post] if one.post >= 0 else None,
        )
        for assessment in assessments
        for one in assessment.rules
        if one.rule in KINDS
    )
    stated = Counter(
        (each.rule, each.result, tuple(sorted(each.people)), each.team, each.post)
        for each in city.truths
        if each.rule in KINDS
    )
    assert found == stated
    assert {"T1", "X1", "A4", "Q14"} <= {rule for rule, *_ in stated}


def test_the_flags_are_those_stated_and_no_others(drawn):
    city, world, assessments = drawn
    teams = world.snapshot.teams.ids
    found = Counter(
        (each.rule, each.result, teams[each.team]) for each in all_flags(world, assessments)
    )
    assert found == Counter((each.rule, each.result, each.team) for each in city.flags)


def test_every_kind_is_stated_somewhere():
    drawn = [cities.draw(people, seed) for people, seed in CITIES]
    rules = {each.rule for city in drawn for each in city.truths}
    flags = {each.rule for city in drawn for each in city.flags}
    assert set(KINDS) - {"X4"} <= rules
    assert set(FLAGS) <= flags
    assert set(KINDS) | set(FLAGS) <= set(shipped())


def test_both_heads_changed_together_in_the_default_city(default):
    assert [each.rule for each in default.truths if each.rule == "X4"] == ["X4"]


def test_all_terms_of_the_default_city_end_the_month_after_its_own(default):
    """The usual case: 换届 of all elected teams falls into one month, so each is shown half a year
    before (near_months = 6), and none is over yet."""
    over = [each for each in default.truths if each.rule == "T1"]
    teams = {each.id: each for each in default.records if type(each).__name__ == "Team"}
    ends = {teams[each.team].term_start + teams[each.team].term_months for each in over}
    assert ends == {default.month + 1}
    assert len(over) == 110


def test_planting_changes_nobody_else(default):
    planted = {each.people[0] for each in default.truths if each.planted and each.people}
    assert len(planted) > 60
    homes = [each for each in default.truths if each.rule in ("A6", "A7")]
    assert len(homes) == 5
    assert all(each.planted for each in homes)
