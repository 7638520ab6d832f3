"""An empty database is filled through the screens alone: category, unit, team, posts."""

import pytest

from leadership_model.people import codes
from tests.ui.pages.elements.by_hand import Watch
from tests.ui.pages.elements.test_code_lists import fill
from ui.pages.elements.code_lists import CodesSection
from ui.pages.elements.post_section import PostsSection
from ui.pages.elements.team_section import TeamsSection


@pytest.fixture
def empty(bare_context, tmp_path, settle):
    bare_context.workspace.create(tmp_path / "empty.lmdb")
    settle()
    yield bare_context
    codes.lay(())


def test_category_unit_team_and_posts(empty, shown, settle, asker):
    section = shown(Watch(empty, CodesSection)).section
    section.pane.choose("teams")
    asker.answers.append(fill(name="园区", like="功能区"))
    section.pane._add.click()
    settle()

    teams = shown(Watch(empty, TeamsSection)).section
    assert teams.view._empty.button.text() == "新建班子"
    teams.new_unit.click()
    form = teams.form
    for name, text in [
        ("name", "临江县"),
        ("kind", "地区"),
        ("area_kind", "县"),
        ("code", "990301"),
    ]:
        form.take(name, text)
    teams.save()
    settle()
    county = form.before
    teams.new_unit.click()
    assert form.draft.parent == county.id  # below the area chosen
    for name, text in [("name", "临江经开区"), ("area", "临江县"), ("kind", "功能区")]:
        form.take(name, text)
    teams.save()
    settle()
    assert len(empty.workspace.snapshot["unit"]) == 2

    teams._team.click()
    assert form.draft.name == "临江经开区领导班子"
    assert "园区" in [option.id for option in form.options_of("category")]
    for name, text in [("category", "园区"), ("quota_head", "1"), ("quota_deputy", "2")]:
        form.take(name, text)
    teams.save()
    settle()
    team = form.before
    assert (team.category, team.unit, team.area) == ("园区", empty.workspace.snapshot["unit"].ids[
        list(empty.workspace.snapshot["unit"].raw("name")).index("临江经开区")], "临江县")  # fmt: skip

    wanted = []
    teams.post_wanted.connect(wanted.append)
    teams._post.click()
    posts = shown(Watch(empty, PostsSection)).section
    posts.begin_in(wanted[0])
    assert posts.form.draft.role == "正职"
    posts.form.take("name", "主任")
    posts.save()
    settle()
    posts.new_post.click()
    assert (posts.form.draft.role, posts.form.draft.order) == ("副职", 1)
    posts.save()
    assert posts.form.editors["name"].wrong.text() == "请填写岗位名称。"
    posts.form.take("name", "副主任")
    posts.form.take("functions", "经济")
    posts.save()
    settle()
    snapshot = empty.workspace.snapshot
    assert snapshot.posts.raw("name") == ("主任", "副主任")
    assert empty.workspace.world.seating.seats(0) == range(2)

    while empty.undo.stack.canUndo():
        empty.undo.stack.undo()
        settle()
    snapshot = empty.workspace.snapshot
    assert (len(snapshot["unit"]), len(snapshot.teams), len(snapshot.posts)) == (0, 0, 0)
    assert codes.own() == ()
