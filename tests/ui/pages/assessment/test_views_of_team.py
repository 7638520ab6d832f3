"""What the tabs of one team show, and where their cells, cards and rows lead."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt

from leadership_model import months
from ui import loading
from ui.navigation import (
    OpenPerson,
    OpenTeam,
    ShowModel,
    ShowPeople,
    ShowPosts,
    ShowTeams,
)


def test_a_cell_of_the_table_leads_to_the_people(page, qtbot, requests, team_of, settle):
    page.show_team(team_of(lambda each: each.findings and each.findings[0].people))
    settle()
    grid = page.tabs.content("analysis").natural
    at = grid.rect_of(0, 3).center().toPoint()
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at)
    finding = page.seen.assessment.findings[0]
    assert isinstance(requests[-1], ShowPeople)
    assert len(requests[-1].ids) == len(finding.people)


def test_dial_radar_and_losses_lead_to_people(page, qtbot, requests, team_of, settle):
    page.show_team(team_of(lambda e: e.score_low is not None and e.score_low < 95))
    settle()
    analysis = page.tabs.content("analysis")
    analysis.grab()
    analysis.dial.clicked.emit(analysis.dial.spec().ids)
    assert len(requests[-1].ids) == len(page.seen.members())
    axis = next(each for each in analysis.radar.spec().axes if each.ids)
    analysis.radar.clicked.emit(axis.ids)
    assert axis.label in requests[-1].title
    assert requests[-1].ids == axis.ids
    before = len(requests)
    place = analysis.lost.visualRect(analysis.lost.model().index(0, 0)).center()
    qtbot.mouseClick(analysis.lost.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(requests) == before + 1
    assert isinstance(requests[-1], ShowPeople)


def test_a_team_without_a_model_says_so(page, requests, context, loaded, settle):
    bare = replace(loaded, base=replace(loaded.base, models=()))
    context.workspace.adopt(loading.look(bare, loaded.as_of))
    settle()
    assert page.seen.assessment.state == "unconfigured"
    analysis = page.tabs.content("analysis")
    assert analysis._none.isVisible()
    assert not analysis.natural.isVisible()
    assert analysis.posts.isVisible()
    analysis._none.button.click()
    assert isinstance(requests[-1], ShowModel)
    assert requests[-1].category


def test_parts_two_and_three_stand_beside_each_other_where_there_is_room(page, qtbot):
    analysis = page.tabs.content("analysis")

    def apart() -> int:
        places = [each.mapTo(page, QPoint()).x() for each in (analysis.natural, analysis.function)]
        return places[1] - places[0]

    page.resize(1900, 900)
    qtbot.waitUntil(lambda: apart() > 0)
    page.resize(1100, 700)
    qtbot.waitUntil(lambda: apart() == 0)


def test_part_one_turns_where_posts_do_not_fit(page, team_of, settle):
    page.show_team(team_of(lambda each: each.seats >= 10))
    settle()
    analysis = page.tabs.content("analysis")
    page.resize(1900, 900)
    assert [row[0].cell.text for row in analysis.posts.sheet().rows] == ["应配", "实配", "任职"]
    page.resize(760, 700)
    assert [each.title for each in analysis.posts.sheet().columns] == [
        "岗位",
        "应配",
        "实配",
        "任职",
    ]


def test_members_as_cards_and_as_roster(page, qtbot, requests):
    page.tabs.turn("members")
    members = page.tabs.content("members")
    known = [each for each in members.cards if each.id]
    qtbot.mouseClick(known[0], Qt.MouseButton.LeftButton)
    assert requests[-1] == OpenPerson(known[0].id)
    members.switch.button("roster").click()
    assert members.table.isVisible()
    members.table.select_ids([known[-1].id])
    qtbot.keyClick(members.table, Qt.Key.Key_Space)
    assert requests[-1] == OpenPerson(known[-1].id)
    members.all.click()
    assert len(requests[-1].ids) == len(known)


def test_ticks_name_and_open_members(page, qtbot, requests):
    page.tabs.turn("members")
    ticks = page.tabs.content("members").ticks[0]
    person = ticks._scale.ticks[0].person
    at = QPoint(round(ticks.x_of(person)), ticks.height() // 2)
    qtbot.mouseMove(ticks, at)
    qtbot.mouseClick(ticks, Qt.MouseButton.LeftButton, pos=at)
    assert isinstance(requests[-1], OpenPerson)
    qtbot.keyClick(ticks, Qt.Key.Key_Right)
    assert "岁" in ticks._tip()
    before = len(requests)
    qtbot.keyClick(ticks, Qt.Key.Key_Return)
    assert len(requests) == before + 1


def test_rules_show_open_or_all_results(page, qtbot, requests, team_of):
    page.tabs.turn("rules")
    page.show_team(team_of(lambda each: any(r.people for r in each.rules)))
    rules = page.tabs.content("rules")
    few = rules.table.rows.rowCount()
    assert few == len(page.seen.assessment.rules)
    rules.switch.button("all").click()
    assert rules.table.rows.rowCount() > few
    rules.switch.button("open").click()
    rules.table.select_ids(rules.table.rows.shown_ids()[:1])
    assert rules.detail.isVisible()
    qtbot.keyClick(rules.table, Qt.Key.Key_Return)
    assert isinstance(requests[-1], OpenPerson | ShowPeople)
    before = len(requests)
    rules.people.click()
    assert len(requests) == before + 1


def test_no_open_results_offer_all(page, team_of, context, loaded, settle):
    # A year and a half before the terms end some teams have nothing to be said of.
    context.workspace.adopt(loading.look(loaded, months.of(2025, 6)))
    settle()
    page.tabs.turn("rules")
    page.show_team(team_of(lambda each: not each.rules and each.filled))
    rules = page.tabs.content("rules")
    assert rules.table.rows.rowCount() == 0
    rules.table._empty.button.click()
    assert rules.table.rows.rowCount() > 0


def test_teams_are_compared(page, qtbot, requests, team_of, context, settle):
    page.show_team(team_of(lambda each: len(each.findings) > 5 and each.findings[0].people))
    page.tabs.turn("across")
    across = page.tabs.content("across")
    assert across.table.current_id() == page.seen.id
    row = across.table.rows.row_of(page.seen.id)
    columns = [each.title for each in across.table.rows.columns]
    label = page.seen.assessment.findings[0].label
    across.table.clicked.emit(across.table.rows.index(row, columns.index(label)))
    assert isinstance(requests[-1], ShowPeople)
    assert label in requests[-1].title
    other = across.table.rows.id_at(0)
    across.table.activated_id.emit(other)
    assert requests[-1] == OpenTeam(other, "analysis")
    state = page.seen.assessment.state
    across.heat.bar.clicked.emit(state)
    assert isinstance(requests[-1], ShowTeams)
    assert page.seen.id in requests[-1].ids
    across.scope.button("area").click()
    area = context.workspace.snapshot.teams.raw("area")
    same = [at for at, name in enumerate(area) if name == area[page.seen.team]]
    assert across.table.rows.rowCount() == len(same)


def test_vacancies_in_the_comparison_lead_to_posts(page, requests, team_of):
    page.show_team(team_of(lambda each: each.vacancies))
    page.tabs.turn("across")
    table = page.tabs.content("across").table
    columns = [each.id for each in table.rows.columns]
    row = table.rows.row_of(page.seen.id)
    table.clicked.emit(table.rows.index(row, columns.index("vacant")))
    assert isinstance(requests[-1], ShowPosts)
    assert len(requests[-1].ids) == len(page.seen.assessment.vacancies)
