"""接任人选 and 下一步岗位: the lists say what the domain says, and open what they name."""

import numpy as np
import pytest

from leadership_model.matching.next_posts import next_posts
from leadership_model.matching.scores import Scores
from leadership_model.matching.standins import bench
from ui import navigation as go
from ui.pages.matching.page import MatchingPage


@pytest.fixture
def page(context, shown):
    return shown(MatchingPage(context))


def test_who_could_follow_in_a_post(page, asker, settle, requests):
    seen = []

    def look(dialog):
        seen.extend(dialog.list.items())
        dialog._on_open()
        return True

    asker.answers.append(look)
    page.commands["ahead"].trigger()
    settle()
    world = page.ground.world
    found = bench(Scores(world), page.listing.post).found
    assert [each.id for each in seen] == [world.person_ids[each.person] for each in found]
    assert requests == [go.OpenPerson(seen[0].id)]


def test_what_a_person_may_take_soon(page, context, asker, settle, requests):
    world = context.workspace.world
    scores = Scores(world)
    in_office = np.flatnonzero(world.snapshot.people.texts("status").mask("在职"))
    person = next(int(each) for each in in_office if next_posts(scores, int(each)))
    page.receive(go.MatchPerson(world.person_ids[person]))
    settle()
    assert page.commands["ahead"].text() == "下一步岗位"
    seen = []

    def look(dialog):
        seen.extend(dialog.list.items())
        dialog._on_open()
        return True

    asker.answers.append(look)
    page.commands["ahead"].trigger()
    settle()
    expected = [world.post_ids[each.post] for each in next_posts(scores, person)]
    assert [each.id for each in seen] == expected
    assert requests[-1] == go.MatchPost(expected[0])
