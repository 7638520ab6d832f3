"""Teams and posts on the page of questions."""

import pytest
from PySide6.QtCore import Qt

from ui import navigation as go
from ui.pages.query.page import QueryPage


@pytest.fixture
def page(context, shown):
    made = shown(QueryPage(context))
    made.turn("teams")
    return made


def test_a_state_filters_the_teams_and_its_count_is_right(page):
    row = next(each for each in page.teams.rows if each.payload[0] == "states")
    row.click()
    found = page.teams.shown()
    assert len(found) == row.count
    assert {each.state for each in found} == {row.payload[1]}


def test_two_groups_narrow_each_other(page):
    page.teams.rows[0].click()
    category = next(each for each in page.teams.rows if each.payload[0] == "categories")
    category.click()
    assert len(page.teams.shown()) == category.count


def test_a_list_of_teams_is_shown_and_cleared(page, context):
    ids = context.workspace.snapshot.teams.ids[:3]
    page.receive(go.ShowTeams(ids, "三个班子"))
    assert {each.id for each in page.teams.shown()} == set(ids)
    assert page.teams.card.title() == "三个班子"
    page.teams.reset.click()
    assert len(page.teams.shown()) == len(context.workspace.snapshot.teams)


def test_a_team_opens_its_assessment(page, requests):
    id = page.teams.shown()[0].id
    page.teams.table.opened.emit(id)
    assert requests == [go.OpenTeam(id)]


def test_members_of_the_teams_listed(page, context, requests):
    page.receive(go.ShowTeams(context.workspace.snapshot.teams.ids[:1], "一个"))
    page.teams.people.click()
    members = context.workspace.world.seating.members(0)
    assert len(requests[-1].ids) == int((members >= 0).sum())


def test_posts_vacant_only(page, context):
    page.receive(go.ShowPosts(context.workspace.snapshot.posts.ids, "全部"))
    page.turn("posts")
    next(each for each in page.posts.rows if each.payload == ("status", "空缺")).click()
    assert page.posts.shown()
    assert all(each.vacant for each in page.posts.shown())


def test_a_post_leads_to_matching(page, context, requests):
    page.turn("posts")
    page.posts.table.opened.emit(context.workspace.snapshot.posts.ids[0])
    assert requests == [go.MatchPost(context.workspace.snapshot.posts.ids[0])]


def test_posts_held_long_are_found_by_a_number(page, requests, qtbot):
    page.turn("posts")
    field = page.posts.fields["held"]
    field.setText("六")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(page.posts.shown()) == len(page.posts.all_rows)
    field.setText("5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    found = page.posts.shown()
    assert found
    assert all(each.held >= 60 for each in found)
    page.posts.reset.click()
    assert field.text() == ""
    # Who would satisfy the sheet of a post is one click.
    row = next(each for each in page.posts.shown() if each.requires)
    page.posts.table.select_ids([row.id])
    page.posts.would.click()
    assert requests == [go.RunQuery(row.requires)]


def test_a_later_month_says_which_teams_fall(page, context, settle, requests):
    month = context.workspace.as_of + 24
    page.teams.picker.picked.emit(month)
    settle()
    falls = [each for each in page.teams.rows if each.payload == ("turns", "变差")]
    assert falls
    falls[0].click()
    assert len(page.teams.shown()) == falls[0].count
    assert all(each.turn() == "变差" for each in page.teams.shown())
    page.teams.table.opened.emit(page.teams.shown()[0].id)
    assert requests[-1].tab == "trend"
    page.teams.forget.click()
    assert len(page.teams.shown()) == len(page.teams.all_rows)


def test_models_open_their_editor_and_their_teams(page, context, requests):
    page.turn("models")
    assert len(page.models.shown()) == len(context.workspace.world.models)
    veto = next(each for each in page.models.rows if each.payload == ("vetoes", "有否决项"))
    veto.click()
    found = page.models.shown()
    assert len(found) == veto.count
    assert all(row.vetoes for row in found)
    row = next(each for each in found if each.teams)
    page.models.table.opened.emit(row.id)
    assert requests[-1] == go.ShowModel(row.model.id, row.category)
    page.models.table.select_ids([row.id])
    page.models.teams.click()
    ids = context.workspace.snapshot.teams.ids
    assert set(requests[-1].ids) == {ids[team] for team in row.teams}
