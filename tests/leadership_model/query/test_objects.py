"""Teams, posts and models as objects of a query."""

import random

import pytest

from leadership_model import months
from leadership_model.assessment.forecast import forecast
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse, write
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.query import models, object_facets, posts, teams, would
from leadership_model.query.object_facets import Filters

NOW = months.of(2026, 11)


@pytest.fixture(scope="module")
def survey(world):
    return assess_all(world, with_rules=False)


@pytest.fixture(scope="module")
def listed(world, survey):
    later = teams.later_states(world, world.as_of + 24)
    return {
        "teams": (teams.with_later(teams.team_rows(world, survey), later), teams.GROUPS, ()),
        "posts": (posts.post_rows(world), posts.GROUPS, posts.NUMBERS),
        "models": (models.model_rows(world), models.GROUPS, models.NUMBERS),
    }


def slowly(rows, groups, numbers, filters):
    """Say in the plainest way who passes."""
    found = []
    for row in rows:
        passes = filters.ids is None or row.id in filters.ids
        for group in groups:
            asked = filters.of(group.id)
            passes = passes and (not asked or any(v in asked for v in group.values(row)))
        for number in numbers:
            least = dict(filters.least).get(number.id)
            value = number.value(row)
            passes = passes and (least is None or (value is not None and value >= least))
        if passes:
            found.append(row)
    return found


@pytest.mark.parametrize("kind", ["teams", "posts", "models"])
@pytest.mark.parametrize("seed", range(6))
def test_every_count_is_what_a_click_would_leave(listed, kind, seed):
    rows, groups, numbers = listed[kind]
    source, filters = random.Random(seed), Filters()
    if source.random() < 0.3:
        filters = Filters(tuple(row.id for row in source.sample(rows, len(rows) // 2)))
    for number in numbers:
        if source.random() < 0.4:
            filters = object_facets.at_least(filters, number.id, source.randint(0, 6))
    for _ in range(4):
        found = object_facets.chosen(rows, groups, filters, numbers)
        assert found == slowly(rows, groups, numbers, filters)
        group = source.choice(groups)
        offered = object_facets.values(rows, groups, filters, group, numbers)
        for each in offered:
            if not each.chosen:
                after = object_facets.toggled(filters, group.id, each.value)
                left = object_facets.chosen(rows, groups, after, numbers)
                assert len(left) == each.count, (group.id, each)
        if offered:
            filters = object_facets.toggled(filters, group.id, source.choice(offered).value)
    assert object_facets.words(groups, numbers, filters) or filters.ids or not filters.asked


def test_a_value_asked_for_twice_is_let_go_of():
    once = object_facets.toggled(Filters(), "a", "x")
    assert object_facets.toggled(once, "a", "x") == Filters()
    assert object_facets.at_least(object_facets.at_least(Filters(), "n", 3), "n", None) == Filters()


def test_who_falls_below_is_what_the_forecast_says(world, listed):
    ahead = forecast(world, 24)
    for row in listed["teams"][0]:
        assert row.later == ahead.at(row.team, world.as_of + 24).state
        now = set(row.unmet)
        red = {
            each.label
            for each in ahead.at(row.team, world.as_of + 24).findings
            if each.verdict == "red"
        }
        assert set(row.breaks) == red - now
        if row.turn() == teams.FALLS:
            assert row.state != row.later


def small():
    records = [
        Unit(id="u", name="单位"),
        Team(id="t", unit="u", name="班子", category="乡镇", area="甲县"),
        *(
            Post(id=f"p{at}", team="t", name=f"岗{at}", role="副职", order=at, requires=text)
            for at, text in enumerate(("年龄 <= 40", "年龄 <= 40", None, "年龄 <= 40", None))
        ),
        Person(id="a", name="甲", birth=NOW - 12 * 30),
        Person(id="b", name="乙", birth=NOW - 12 * 50),
        Person(id="c", name="丙"),
        Tenure(id="1", post="p0", person="a", start=NOW - 30),
        Tenure(id="2", post="p1", person="b", start=NOW - 130),
        Tenure(id="3", post="p3", person="c"),
        Tenure(id="4", post="p4", person="a", start=NOW - 50, end=NOW - 9),
        Tenure(id="5", post="p4", person="b", start=NOW - 90, end=NOW - 50),
    ]
    return World.of(of_records(records), NOW)


def test_posts_say_since_when_they_are_held_or_vacant_and_who_meets_the_sheet():
    rows = {row.id: row for row in posts.post_rows(small())}
    groups = {each.id: each for each in posts.GROUPS}
    assert [rows[f"p{at}"].sheet for at in range(5)] == [
        *("任职者符合", "任职者不符合", "未设资格条件", "任职者待核", "未设资格条件"),
    ]
    assert [tuple(groups["held"].values(rows[f"p{at}"])) for at in range(5)] == [
        *(("1–3年",), ("10年以上",), (), ("任职时间待核",), ()),
    ]
    assert (rows["p4"].empty_since, rows["p4"].empty) == (NOW - 9, 9)
    assert tuple(groups["empty"].values(rows["p4"])) == ("6–12个月",)
    assert tuple(groups["empty"].values(rows["p2"])) == ("空缺时间待核",)
    held = object_facets.at_least(Filters(), "held", 10)
    found = object_facets.chosen(list(rows.values()), posts.GROUPS, held, posts.NUMBERS)
    assert [row.id for row in found] == ["p1"]


def test_models_are_listed_with_what_they_ask_and_who_is_held_against_them(world, listed):
    rows = listed["models"][0]
    assert len(rows) == len(world.models)
    for row in rows:
        for team in row.teams:
            assert row.model.id in world.model(team).id.split("+")
    held = {team for row in rows for team in row.teams}
    every = range(len(world.snapshot.teams))
    assert held == {team for team in every if world.model(team) is not None}
    with_sex = [row for row in rows if "性别" in row.elements]
    assert with_sex
    assert all(
        any("性别" in str(each.measure) for each in row.model.requirements) or row.portraits
        for row in with_sex
    )


def test_who_would_satisfy_a_requirement_is_a_question_that_can_be_asked(world):
    asked = kinds = 0
    for model in world.models:
        for requirement in model.requirements:
            kinds += 1
            found = would.of_requirement(requirement, world.catalogue)
            if found is not None:
                asked += 1
                assert parse(write(found), world.catalogue) == found
    assert asked > kinds // 2
    for portrait in world.portraits:
        found = would.of_portrait(portrait)
        assert (found is None) == (not portrait.qualifications)
