"""What a changed element would do equals what the whole world, worked out anew, does."""

from dataclasses import replace

import pytest

from leadership_model.assessment.replaced import with_catalogue
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.elements import edit, filter_edit, starts
from leadership_model.elements.dependents import affected
from leadership_model.matching.effect import differs, effect
from leadership_model.matching.scores import Scores
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw


@pytest.fixture(scope="module")
def world():
    city = draw(200, 1)
    return World.of(of_records(city.records), city.month)


@pytest.fixture(scope="module")
def survey(world):
    return assess_all(world)


def other(world, label, slot, value):
    element = edit.edited(world.catalogue.element(label), slot, value, world.catalogue)
    return world.catalogue.with_element(element)


CHANGES = [
    ("40岁左右", "condition", "年龄 <= 50"),
    ("年龄", "field", "work_start"),
    ("有乡镇党政正职经历", "filter", "基层工作"),
    ("近三年优秀次数", "years", "5"),
]


@pytest.mark.parametrize(("label", "slot", "value"), CHANGES)
def test_teams_and_scores_are_those_of_a_world_made_anew(world, survey, label, slot, value):
    catalogue = other(world, label, slot, value)
    anew = World.of(world.snapshot, world.as_of, catalogue=catalogue)
    found = effect(world, with_catalogue(world, catalogue), (), survey)
    fresh = assess_all(anew)
    ends = {
        at: (new.state, new.score_low, new.score_high)
        for at, (old, new) in enumerate(zip(survey, fresh, strict=True))
        if (old.state, old.state_low, old.state_high, old.score_low, old.score_high)
        != (new.state, new.state_low, new.state_high, new.score_low, new.score_high)
    }
    assert {
        s.team: (s.after.state, s.after.score_low, s.after.score_high) for s in found.teams
    } == ends
    was, now = Scores(world), Scores(anew)
    moved = {
        post
        for post in range(len(world.post_ids))
        if (was.of_post(post)[0] != now.of_post(post)[0]).any()
        or (was.of_post(post)[1] != now.of_post(post)[1]).any()
    }
    assert {post for each in found.posts if each.moved for post in each.posts} == moved


@pytest.mark.parametrize(("label", "slot", "value"), CHANGES)
def test_what_is_taken_over_is_what_would_be_worked_out(world, label, slot, value):
    for element in world.catalogue.elements:
        world.facts.column(element.label)
    catalogue = other(world, label, slot, value)
    taken = with_catalogue(world, catalogue)
    anew = World.of(world.snapshot, world.as_of, catalogue=catalogue)
    for element in catalogue.elements:
        columns = (taken.facts.column(element.label), anew.facts.column(element.label))
        assert not differs(*columns).any(), element.label


def test_a_question_says_who_comes_and_goes(world):
    question = parse("40岁左右 = 是", world.catalogue)
    after = with_catalogue(world, other(world, "40岁左右", "condition", "年龄 <= 50"))
    found = effect(world, after, [("常用", question)]).queries
    was, now = world.facts.tri(question).sure, after.facts.tri(question).sure
    assert found[0].lost == ()
    assert len(found[0].gained) == int(now.sum() - was.sum()) > 0
    assert (found[0].before, found[0].after) == (int(was.sum()), int(now.sum()))


def test_a_filter_reaches_the_elements_built_from_it(world):
    found = filter_edit.edited(
        world.catalogue.filter("乡镇党政正职"), "add.0", "月数", world.catalogue
    )
    after = with_catalogue(world, world.catalogue.with_filter(found))
    names = {each.title for each in effect(world, after).elements}
    assert names == affected(world.catalogue, after.catalogue) - {"乡镇党政正职"}
    assert "有乡镇党政正职经历" in names


def test_a_new_element_and_another_help_change_no_result(world):
    made = starts.begin("band", world.catalogue)
    after = with_catalogue(world, world.catalogue.with_element(made))
    found = effect(world, after)
    assert found.empty
    assert [each.title for each in found.elements] == [made.label]
    helped = replace(world.catalogue.element("年龄"), help="换一句说明")
    assert effect(world, with_catalogue(world, world.catalogue.with_element(helped))).empty
