"""The page through its widgets: tree, filter, tabs, requests, files."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog

from leadership_model.changes import Changes
from ui.navigation import (
    OpenTeam,
    StaffTeams,
)
from ui.pages.assessment.page import TABS, AssessmentPage


def trigger(page, id):
    next(each for each in page.actions() if each.objectName() == id).trigger()


def test_the_first_team_is_shown_with_state_and_model(page, context):
    survey = context.workspace.survey
    assert page.seen is not None
    name = context.workspace.snapshot.teams.raw("name")[page.seen.team]
    assert page.header.title() == name
    assert "基准日期 2026-11" in page.header.note()
    assert page.teams.current() == page.seen.team
    assert page.seen.assessment is survey[page.seen.team]


def test_next_and_former_go_round(page):
    first = page.seen.team
    trigger(page, "assessment.next")
    second = page.seen.team
    assert second != first
    trigger(page, "assessment.former")
    assert page.seen.team == first
    trigger(page, "assessment.former")
    assert page.seen.team == page.teams.in_sight()[-1]


def test_a_team_chosen_in_the_tree_is_shown(page, qtbot):
    teams = page.teams.in_sight()
    item = page.teams._items[teams[3]]
    page.teams.view.setCurrentItem(item)
    assert page.seen.team == teams[3]
    qtbot.keyClick(page.teams.view, Qt.Key.Key_Down)
    assert page.seen.team != teams[3]


def test_words_filter_the_tree(page, qtbot, context):
    names = context.workspace.snapshot.teams.raw("name")
    wanted = [at for at, name in enumerate(names) if "公安局" in name]
    page.teams.field.setText("公安局")
    qtbot.keyClick(page.teams.field, Qt.Key.Key_Return)
    assert sorted(page.teams.in_sight()) == wanted
    qtbot.keyClick(page.teams.field, Qt.Key.Key_Escape)
    assert len(page.teams.in_sight()) == len(names)


def test_nothing_found_is_said(page, qtbot):
    page.teams.field.setText("没有这个班子")
    qtbot.keyClick(page.teams.field, Qt.Key.Key_Return)
    assert page.teams.none.isVisible()
    trigger(page, "assessment.next")
    assert page.seen is not None


def test_states_filter_the_tree_and_count(page, qtbot, context):
    states = [each.state for each in context.workspace.survey]
    for state, chip in page.teams.chips.items():
        assert chip.text() == str(states.count(state))
    qtbot.mouseClick(page.teams.chips["yellow"], Qt.MouseButton.LeftButton)
    assert len(page.teams.in_sight()) == states.count("yellow")
    qtbot.mouseClick(page.teams.chips["green"], Qt.MouseButton.LeftButton)
    assert len(page.teams.in_sight()) == states.count("yellow") + states.count("green")
    for state in ("yellow", "green"):
        qtbot.mouseClick(page.teams.chips[state], Qt.MouseButton.LeftButton)
    assert len(page.teams.in_sight()) == len(states)


def test_a_request_shows_team_and_tab(page, context):
    id = context.workspace.snapshot.teams.ids[-1]
    page.receive(OpenTeam(id, "rules"))
    assert page.seen.id == id
    assert page.tabs.current() == "rules"
    page.receive(OpenTeam("gone"))
    assert page.seen.id == id
    assert context.ask.asked[-1][0] == "inform"


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_follows_the_team(page, tab, settle):
    page.tabs.turn(tab)
    settle()
    content = page.tabs.content(tab)
    name = "_seen" if hasattr(content, "_seen") else "_view"
    assert getattr(content, name) is page.seen
    trigger(page, "assessment.next")
    settle()
    assert getattr(content, name) is page.seen
    assert not content.grab().isNull()


def test_the_plan_is_asked_for_the_team(page, requests):
    trigger(page, "assessment.staff")
    assert requests == [StaffTeams((page.seen.id,))]


def test_the_filter_is_found_by_its_short_cut(page, qtbot):
    page.activateWindow()
    trigger(page, "assessment.find")
    qtbot.waitUntil(page.teams.field.hasFocus)


def test_export_as_workbook(page, asker, settle, tmp_path):
    import openpyxl

    target = tmp_path / "表.xlsx"
    asker.answers.append(target)
    trigger(page, "assessment.export")
    settle()
    sheet = openpyxl.load_workbook(target).active
    assert str(sheet["A1"].value).startswith(page.header.title())


def test_export_as_pdf(page, asker, settle, tmp_path):
    target = tmp_path / "表.pdf"
    asker.answers.append(target)
    trigger(page, "assessment.export")
    settle()
    assert target.read_bytes().startswith(b"%PDF")


def test_export_into_a_missing_folder_is_explained(page, asker, settle, tmp_path):
    asker.answers.append(tmp_path / "没有" / "表.pdf")
    trigger(page, "assessment.export")
    settle()
    assert asker.asked[-1][0] == "error"


def test_export_can_be_given_up(page, asker, settle):
    trigger(page, "assessment.export")
    settle()
    assert [kind for kind, _ in asker.asked] == ["save_file"]


def test_print_shows_a_preview(page, asker, settle):
    seen = []

    def look(dialog: QDialog) -> bool:
        seen.append(dialog.windowTitle())
        return True

    asker.answers.append(look)
    trigger(page, "assessment.print")
    settle()
    assert page.header.title() in seen[0]


def test_the_team_stays_when_the_world_changes(page, context, settle):
    trigger(page, "assessment.next")
    id = page.seen.id
    context.workspace.set_month(context.workspace.as_of + 12)
    settle()
    assert page.seen.id == id
    assert "基准日期 2027-11" in page.header.note()
    assert page.seen.world is context.workspace.world
    assert page.seen.assessment is context.workspace.survey[page.seen.team]


def test_narrow_and_wide(page):
    page.set_narrow(True)
    page.refresh(Changes(frozenset({"team"})))
    assert page.seen is not None


def test_the_page_is_freed(context, qtbot, settle):
    page = AssessmentPage(context)
    page.resize(1400, 800)
    page.show()
    for tab in TABS:
        page.tabs.turn(tab)
    settle()
    gone = weakref.ref(page)
    page.leave()
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del page
    gc.collect()
    assert gone() is None
