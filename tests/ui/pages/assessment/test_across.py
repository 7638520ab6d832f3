"""The tab 横向比较 through its widgets: selections, four views, files."""

import openpyxl
import pytest
from PySide6.QtCore import Qt

from leadership_model.assessment.comparing import faults
from ui.navigation import OpenTeam, ShowPeople, ShowPosts, ShowTeams
from ui.pages.assessment import beside, groups_work, turns_work
from ui.pages.assessment.team_chooser import TeamChooser, holding


@pytest.fixture
def across(page, settle, team_of):
    page.show_team(team_of(lambda each: len(each.findings) > 5))
    page.tabs.turn("across")
    settle()
    return page.tabs.content("across")


def turn(across, settle, mode, scope="all"):
    across.scope.set_current(scope)
    across.mode.set_current(mode)
    across.mode.chosen.emit(mode)
    settle()
    return across.view()


def test_all_teams_are_compared_unconfigured_ones_too(across, settle, context):
    heat = turn(across, settle, "heat")
    assert heat.table.rows.rowCount() == len(context.workspace.survey)
    assert "未配置" in heat.ticks._scale.rest
    scored = [row for row in heat._rows.values() if row.assessment.score_low is not None]
    assert len(heat.ticks._scale.ticks) == len(scored)


def test_teams_are_chosen_by_area_condition_and_hand(across, settle, asker, context, qtbot):
    world = context.workspace.world

    def choose(dialog):
        assert isinstance(dialog, TeamChooser)
        dialog.none.click()
        dialog.area.setCurrentIndex(1)
        dialog.area.activated.emit(1)
        dialog.all.click()
        listed = dialog.listed()
        assert set(dialog.ids()) == set(listed)
        dialog.none.click()
        dialog._on_ok()
        assert dialog.ids() == ()
        dialog.sentence.setText("年龄 <= 45")
        dialog.by_query.click()
        settle()
        assert set(dialog.ids()) == set(holding(world, "年龄 <= 45", 1)) & set(listed)
        assert dialog.question() == "成员条件 年龄 <= 45，至少 1 人"
        dialog.sentence.setText("年龄 <=")
        qtbot.keyClick(dialog.sentence, Qt.Key.Key_Return)
        settle()
        dialog.none.click()
        dialog.table.opened.emit(listed[0])
        dialog.table.rows.set_checked([listed[1]], True)  # as a click on its box
        dialog.area.setCurrentIndex(2)
        dialog.area.activated.emit(2)
        assert set(dialog.ids()) == set(listed[:2])  # hidden, and still chosen
        for at in range(1, dialog.category.count()):
            dialog.category.setCurrentIndex(at)
            dialog.category.activated.emit(at)
            assert dialog.listed()
        choose.ids = dialog.ids()
        return True

    asker.answers.append(choose)
    across.choose.click()
    assert across.scope.current() == "own"
    assert across.own == choose.ids
    assert len(across.own) == 2
    assert across.heat.table.rows.rowCount() == 2


def test_going_back_from_choosing_compares_the_like(across, settle):
    across.scope.set_current("own")
    across.scope.chosen.emit("own")  # the asker cancels
    assert across.scope.current() == "category"


def test_the_same_fault_lists_its_teams_and_people(across, settle, requests, context, qtbot):
    view = turn(across, settle, "faults")
    listed = faults(context.workspace.world, across.found.chosen)
    assert view.table.rows.rowCount() == len(listed)
    with_people = next(
        key for key, each in view._faults.items() if each.kind == "rule" and each.places[0].people
    )
    view.table.select_ids([with_people])
    view._on_fault(with_people)
    assert view.teams.rows.rowCount() == len(view._faults[with_people].places)
    first = view.teams.rows.id_at(0)
    view.teams.select_ids([first])
    view.teams.setFocus()
    qtbot.keyClick(view.teams, Qt.Key.Key_Space)
    assert requests[-1] == OpenTeam(first, "analysis")
    view.teams.activated_id.emit(first)
    assert isinstance(requests[-1], ShowPeople)
    empty = next((key for key, each in view._faults.items() if each.kind == "vacancy"), None)
    if empty is not None:
        view.table.select_ids([empty])
        view._on_fault(empty)
        view.teams.activated_id.emit(view.teams.rows.id_at(0))
        assert isinstance(requests[-1], ShowPosts)


def test_two_areas_side_by_side(across, settle, requests):
    view = turn(across, settle, "groups")
    one, two = view.sides()
    assert one.id.startswith("area:")
    assert two.id.startswith("area:")
    assert one.id != two.id
    row = next(
        at for at in range(view.table.rows.rowCount()) if view.table.rows.id_at(at) == "班子数"
    )
    view.table.clicked.emit(view.table.rows.index(row, 2))
    assert isinstance(requests[-1], ShowTeams)
    assert len(requests[-1].ids) == len(two.teams)
    view.swap.click()
    assert view.sides()[0].id == two.id
    kind = view.category.findText("乡镇")
    if kind > 0:
        view.category.setCurrentIndex(kind)
        view.category.activated.emit(kind)
        world = across.found.world
        for group in view.sides():
            assert {world.snapshot.teams.raw("category")[e.team] for e in group.teams} <= {"乡镇"}


def test_one_team_against_another(across, settle):
    view = turn(across, settle, "groups")
    ids = [each.id for each in groups_work.options(across.found) if each.id.startswith("team:")]
    view.choose(0, ids[0])
    view._open(1)
    view.picker.take(ids[1])
    assert [len(group.teams) for group in view.sides()] == [1, 1]
    pair = view._pairs["平均得分"]
    one, two = (group.teams[0] for group in view.sides())
    if one.score_low is not None and two.score_low is not None:
        assert groups_work.difference(pair) == pytest.approx(one.score_low - two.score_low)


def test_what_changed_since_a_month(across, settle, requests):
    view = turn(across, settle, "turns")
    assert view.found.against.month == view.found.selection.world.as_of - 12
    assert view.table.rows.rowCount() == len(view.found.turned)
    view.month.show_month(view.found.selection.world.as_of - 30)
    view.time.set_current("month")
    view.time.chosen.emit("month")
    settle()
    assert view.found.against.month == view.found.selection.world.as_of - 30
    moved = dict(turns_work.counts(view.found))
    if moved:
        key, count = next(iter(moved.items()))
        chip = next(c for c in view._chips.children() if c.objectName() == key)
        chip.clicked.emit()
        assert isinstance(requests[-1], ShowTeams)
        assert len(requests[-1].ids) == count
    assert all(row.why for row in view._rows.values())
    some = next(row for row in view._rows.values() if turns_work.people_of(row.turned))
    ids = across.found.world.snapshot.teams.ids
    view.table.select_ids([ids[some.turned.team]])
    view.people.click()
    assert isinstance(requests[-1], ShowPeople)


def test_another_version_of_a_model(across, settle):
    view = turn(across, settle, "turns")
    view.time.set_current("model")
    view.time.chosen.emit("model")
    settle()
    assert view.against() is None or view.against().model is not None
    option = turns_work.version_options(across.found)[0]
    view.picker.take(option.id)
    settle()
    assert view.found.against.model.label in option.text
    assert "状态变化" in view._note.text()


@pytest.mark.parametrize("mode", ["heat", "faults", "groups", "turns"])
def test_every_view_has_a_file_with_rows_behind(across, settle, asker, tmp_path, mode):
    turn(across, settle, mode)
    path = tmp_path / f"{mode}.xlsx"
    asker.answers.append(path)
    across.export.click()
    settle()
    book = openpyxl.load_workbook(path)
    assert len(book.worksheets) == 2
    for sheet in book.worksheets:
        assert "基准日期" in sheet.cell(2, 1).value
        assert sheet.max_row > 3
    if mode == "heat":
        assert book.worksheets[0].max_row - 3 == len(across.found.chosen)


def test_nothing_is_exported_before_there_is_anything(across, settle, asker, tmp_path):
    view = turn(across, settle, "turns")
    view._clear()
    asker.answers.append(tmp_path / "x.xlsx")
    across.export.click()
    assert asker.asked[-1][0] == "inform"
    assert not (tmp_path / "x.xlsx").exists()


def test_words_filter_the_rows_of_the_open_view(across, settle, qtbot):
    heat = turn(across, settle, "heat")
    across.field.setText("公安局")
    qtbot.keyClick(across.field, Qt.Key.Key_Return)
    assert 0 < heat.table.rows.rowCount() < len(across.found.chosen)


def test_a_selection_names_its_teams(view_of, team_of, context):
    survey = context.workspace.survey
    seen = view_of(team_of(lambda each: each.score_low is not None))
    ids = seen.world.snapshot.teams.ids
    own = beside.selection(seen, survey, "own", (ids[3], ids[1], "fremd"))
    assert [each.team for each in own.chosen] == [1, 3]
    assert own.title == "自选 2 个班子"
    assert beside.selection(seen, survey, "all").chosen == tuple(survey)
    asked = beside.selection(seen, survey, "own", (ids[1],), "成员条件 性别 = 女，至少 1 人")
    assert asked.title == "自选 1 个班子（成员条件 性别 = 女，至少 1 人）"
