"""Units, teams and posts made, ordered, linked, retired: through the section's own widgets."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from leadership_model import months
from leadership_model.people.team import Team
from leadership_model.store import records
from tests.ui.pages.elements.by_hand import Watch
from ui.navigation import ShowModel
from ui.pages.elements.post_section import PostsSection
from ui.pages.elements.team_section import TeamsSection


@pytest.fixture
def teams(stored, shown):
    return shown(Watch(stored, TeamsSection)).section


@pytest.fixture
def posts(stored, shown):
    return shown(Watch(stored, PostsSection)).section


def order_of(stored, team):
    posts = stored.workspace.snapshot.posts
    at = stored.workspace.snapshot.teams.positions[team]
    return [posts.ids[seat] for seat in posts.of(at)]


def test_a_seat_is_dragged_and_the_drag_taken_back(qtbot, teams, stored, settle):
    team = teams.form.before.id
    teams.panel.tabs.turn("list")
    before = order_of(stored, team)
    view = teams.listing.viewport()
    centres = [
        teams.listing.visualRect(teams.listing.model().index(row, 0)).center() for row in (0, 2)
    ]
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=centres[0])
    qtbot.mouseMove(view, centres[0] + QPoint(0, QApplication.startDragDistance() + 2))
    qtbot.mouseMove(view, centres[1])
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=centres[1])
    settle()
    moved = order_of(stored, team)
    assert moved == [before[1], before[2], before[0], *before[3:]]
    assert [item.id for item in teams.listing.items()] == moved
    stored.undo.stack.undo()
    settle()
    assert order_of(stored, team) == before


def test_alt_and_an_arrow_move_a_seat(qtbot, teams, stored, settle):
    team = teams.form.before.id
    teams.panel.tabs.turn("list")
    before = order_of(stored, team)
    teams.listing.choose(before[1])
    qtbot.keyClick(teams.listing, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert order_of(stored, team)[:2] == [before[1], before[0]]
    assert teams.listing.current_id() == before[1]


def test_a_post_moves_in_the_table_of_posts_too(qtbot, posts, stored, settle):
    first = posts.form.before
    before = order_of(stored, first.team)
    qtbot.keyClick(posts.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert order_of(stored, first.team)[:2] == [before[1], before[0]]
    assert posts.form.before.id == first.id
    qtbot.keyClick(posts.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert order_of(stored, first.team) == before


def test_a_field_is_absent_or_unknown_by_one_key(qtbot, teams, stored, settle):
    editor = teams.form.editors["quota_other"]
    editor.line.setFocus()
    qtbot.keyClick(editor.line, Qt.Key.Key_F7)
    assert editor.line.placeholderText() == "无"
    teams.save()
    settle()
    team = records.get(stored.workspace.loaded.engine, Team, teams.form.before.id)
    assert (team.quota_other, team.absent) == (None, "quota_other")
    qtbot.keyClick(editor.line, Qt.Key.Key_F8)
    teams.save()
    settle()
    assert records.get(stored.workspace.loaded.engine, Team, team.id).absent == ""


def test_what_is_in_use_is_not_retired(teams, stored, asker, settle):
    teams._retire.click()
    settle()
    kind, sentence = asker.asked[-1]
    assert kind == "error"
    assert "还不能停用：岗位" in sentence
    assert teams.form.before.id in stored.workspace.snapshot.teams.positions


def test_the_terms_of_an_area_are_set_together(teams, stored, asker, settle):
    area = teams.form.before.area

    def set_terms(dialog):
        dialog.start.line.setText("2026-12")
        dialog.start.line.textEdited.emit("2026-12")
        assert dialog.end.text() == "2031-11"
        dialog._on_accept()
        return dialog.wrong.text() == ""

    asker.answers.append(set_terms)
    before = [team for team in stored.workspace.snapshot.teams.records() if team.place]
    teams.terms.click()
    settle()
    now = {team.id: team for team in stored.workspace.snapshot.teams.records()}
    for team in before:
        expected = months.of(2026, 12) if team.area == area else team.term_start
        assert now[team.id].term_start == expected
    assert now[before[0].id].term_number == before[0].term_number + 1
    stored.undo.stack.undo()
    settle()
    assert stored.workspace.snapshot.teams.record(0).term_start == before[0].term_start


def test_a_unit_is_not_put_below_itself(teams, stored, settle):
    teams.turn_kind("unit")
    city = teams.form.before
    below = next(
        unit for unit in stored.workspace.snapshot["unit"].records() if unit.parent == city.id
    )
    teams.form.take("parent", teams.form._names.units[below.id])
    teams.save()
    settle()
    assert "不能隶属于自己" in teams.form.editors["parent"].wrong.text()
    assert teams.dirty()


def test_an_area_others_name_keeps_its_name(teams, stored, settle):
    teams.turn_kind("unit")
    county = next(u for u in stored.workspace.snapshot["unit"].records() if u.area_kind == "自治县")
    teams.show_id(county.id)
    teams.form.take("name", "新县")
    teams.save()
    settle()
    assert "不能在这里改名" in teams.form.editors["name"].wrong.text()


def test_what_is_begun_is_not_given_up_unasked(teams, asker):
    teams.new_unit.click()
    assert teams.form.fresh
    teams.form.take("name", "半成品")
    other = next(id for id in teams.view.rows.shown_ids())
    teams._on_chosen(other)
    assert teams.form.fresh
    assert asker.asked[-1][0] == "confirm"
    teams.revert()
    assert not teams.form.fresh


def test_lists_open_at_pinyin_and_at_codes(qtbot, teams, posts):
    teams.turn_kind("unit")
    editor = teams.form.editors["parent"]
    for typed, expected in (("990101", "勐河哈尼族彝族傣族自治县"), ("yunxishi", "云溪市")):
        editor.open_list()
        qtbot.keyClicks(editor.picker.field, typed)
        qtbot.keyClick(editor.picker.field, Qt.Key.Key_Return)
        assert editor.text() == expected
    level = posts.form.editors["level"]
    level.open_list()
    qtbot.keyClicks(level.picker.field, "1A32")
    qtbot.keyClick(level.picker.field, Qt.Key.Key_Return)
    assert posts.form.draft.level == "县处级副职"


def test_categories_are_a_click_away(teams, requests):
    category = teams.form.before.category
    teams.categories.click()
    assert requests == [ShowModel("", category)]
