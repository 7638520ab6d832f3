"""Teams and posts on the page of questions."""

import pytest

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
    page.posts.kinds.button("vacant").click()
    assert page.posts.shown()
    assert all(each.vacant for each in page.posts.shown())


def test_a_post_leads_to_matching(page, context, requests):
    page.turn("posts")
    page.posts.table.opened.emit(context.workspace.snapshot.posts.ids[0])
    assert requests == [go.MatchPost(context.workspace.snapshot.posts.ids[0])]
