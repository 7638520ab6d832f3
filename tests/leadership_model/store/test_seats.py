from dataclasses import replace

import pytest

from leadership_model.errors import StaleError, UserError
from leadership_model.people.post import Post
from leadership_model.people.seating import seat
from leadership_model.people.team import Team
from leadership_model.store import audit, bulk, load, records
from leadership_model.store.nouns import MoveEntry, ScenarioEntry
from leadership_model.store.seats import leaving
from tests.leadership_model.store.conftest import small_city


@pytest.fixture
def city(base, actor):
    bulk.write(base, actor, small_city())
    return base


def retiring(record):
    return leaving((record,), (replace(record, retired=True),), ((record.id, "县长"),))


def test_a_retired_post_is_kept_and_counts_nowhere(city, actor):
    post = records.get(city, Post, "s-1")
    edit = retiring(post)
    changes = edit.forward(city, actor)
    assert changes.kinds == {"post"}
    assert changes.teams == {"t-1"}
    now = load.snapshot(city)
    assert now.posts.ids == ("s-2",)
    assert [row[0] for row in now.posts.retired] == ["s-1"]
    assert len(seat(now, 24310).holder) == 1
    assert now["tenure"].ints("post").tolist() == [-1]
    edit.backward(city, actor)
    assert load.snapshot(city).posts.ids == ("s-1", "s-2")


def test_a_plan_that_speaks_of_a_post_is_named(city, actor):
    plan = ScenarioEntry(id="x-1", label="换届方案", effective=24310, author=actor.name)
    move = MoveEntry(id="m-1", scenario="x-1", order=0, body='{"kind":"appoint","post":"s-1"}')
    bulk.write(city, actor, [plan, move])
    with pytest.raises(UserError, match="“县长”还在方案“换届方案”中"):
        retiring(records.get(city, Post, "s-1")).forward(city, actor)
    retiring(records.get(city, Post, "s-2")).forward(city, actor)


def test_what_rows_refer_to_is_not_deleted(city, actor):
    team = records.get(city, Team, "t-1")
    with pytest.raises(UserError, match="2 条岗位"):
        leaving((team,), (), (("t-1", "x"),)).forward(city, actor)


def test_a_deleted_post_comes_back_as_it_was(city, actor):
    post = records.get(city, Post, "s-2")
    edit = leaving((post,), (), (("s-2", "副县长"),))
    edit.forward(city, actor)
    assert records.get(city, Post, "s-2") is None
    edit.backward(city, actor)
    again = records.get(city, Post, "s-2")
    assert replace(again, version=1, changed_at="") == replace(post, version=1, changed_at="")
    whats = [line.what for line in audit.lines(city, "post", "s-2")]
    assert whats == ["删除", "新建"]


def test_an_edit_of_what_changed_meanwhile_is_refused(city, actor):
    post = records.get(city, Post, "s-2")
    records.save(city, actor, replace(post, name="常务副县长"))
    with pytest.raises(StaleError):
        retiring(post).forward(city, actor)
