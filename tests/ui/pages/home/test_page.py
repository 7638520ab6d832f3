import gc
import weakref

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from leadership_model.changes import Changes
from ui.navigation import (
    ImportFiles,
    OpenPage,
    OpenTeam,
    RunQuery,
    ShowImports,
    ShowIssues,
    ShowPeople,
    ShowPosts,
    ShowTeams,
    StaffTeams,
)
from ui.pages.home.hover import facts
from ui.pages.home.lists import ImportItem
from ui.pages.home.page import HomePage

KINDS = {"people": ShowPeople, "posts": ShowPosts, "teams": ShowTeams}


@pytest.fixture
def page(shown, context, requests, settle):
    made = shown(HomePage(context), 1788, 1004)
    settle()
    return made


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def cell(page, team):
    return page.content.map_card.map.cell_of(team).rect.center().toPoint()


def test_each_tile_opens_exactly_what_it_counts(page, qtbot, requests, context):
    snapshot = context.workspace.snapshot
    for id, tile in page.content.tiles.items():
        requests.clear()
        click(qtbot, tile)
        if id == "doubts":
            assert requests == [ShowIssues()]
            continue
        (request,) = requests
        assert isinstance(request, KINDS[tile.figure.kind])
        table = {"people": snapshot.people, "posts": snapshot.posts, "teams": snapshot.teams}
        ids = table[tile.figure.kind].ids
        assert request.ids == tuple(ids[i] for i in tile.figure.behind)
        assert "2026-11" in request.title


def test_the_link_on_a_tile_opens_those_of_whom_it_is_unknown(page, qtbot, requests, context):
    tile = next(t for t in page.content.tiles.values() if t.figure.doubtful)
    link = tile.findChild(type(tile._doubt))
    click(qtbot, link)
    (request,) = requests
    assert len(request.ids) == len(tile.figure.doubtful)
    assert "待核" in request.title


def test_each_state_lists_its_teams_and_they_add_up(page, qtbot, requests, context):
    for button in page.content.states.buttons.values():
        click(qtbot, button)
    ids = [id for request in requests for id in request.ids]
    assert sorted(ids) == sorted(context.workspace.snapshot.teams.ids)


def test_a_cell_of_the_map_opens_its_team(page, qtbot, requests, context):
    shown = page.content.map_card.map
    for team in (0, 7):
        requests.clear()
        page.content.map_card.area.ensureVisible(cell(page, team).x(), cell(page, team).y())
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=cell(page, team))
        assert requests == [OpenTeam(context.workspace.snapshot.teams.ids[team])]


def test_the_name_of_a_row_lists_its_teams(page, qtbot, requests):
    shown = page.content.map_card.map
    box = shown.layout_shown().rows[0]
    place = QPoint(10, round(box.rect.center().y()))
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=place)
    (request,) = requests
    assert len(request.ids) == box.row.count
    assert box.row.area.name in request.title


def test_arrow_keys_walk_over_the_map_and_enter_opens(page, requests, context):
    shown = page.content.map_card.map
    shown.setFocus()
    cells = shown.layout_shown().cells
    QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert requests == [OpenTeam(context.workspace.snapshot.teams.ids[cells[1].team])]
    before = shown.cell_of(shown.current).rect
    QTest.keyClick(shown, Qt.Key.Key_Down)
    after = shown.cell_of(shown.current).rect
    assert after.center().y() > before.center().y()
    QTest.keyClick(shown, Qt.Key.Key_Up)
    assert shown.cell_of(shown.current).rect.top() == before.top()


def test_the_hover_card_says_what_the_team_misses(page, context):
    survey, world = context.workspace.survey, context.workspace.world
    team = next(each for each in survey if each.state in ("yellow", "red", "veto"))
    card = page.content.map_card
    card.map._point(team.team)
    assert not card.hover.isHidden()
    name, score, lines = facts(world, team)
    assert world.snapshot.teams.raw("name")[team.team] == name
    assert f"{team.score_low:.1f}" in score
    assert any(line in card.hover.text() for line in lines)
    label = card.hover._lines
    assert label.height() >= label.heightForWidth(label.width())
    assert any(
        "不达标" in line or "接近" in line or "待核" in line or "否决" in line for line in lines
    )
    card.map._point(None)
    assert card.hover.isHidden()


def test_the_menu_of_a_cell_lists_members_and_starts_a_plan(page, requests, context):
    card = page.content.map_card
    team = page.content.map_card.map.layout_shown().cells[0].team
    card._menu_team = team
    for action in card.menu.actions():
        action.trigger()
    snapshot = context.workspace.snapshot
    members = context.workspace.world.seating.members(team)
    assert requests[0] == OpenTeam(snapshot.teams.ids[team])
    assert requests[1].ids == tuple(snapshot.people.ids[i] for i in members if i >= 0)
    assert requests[2] == StaffTeams((snapshot.teams.ids[team],))


def test_a_question_at_the_right_is_asked(page, qtbot, requests):
    view = page.content.queries.list
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert requests == [RunQuery(view.items()[1].id)]


def test_to_do_rows_lead_to_what_they_name(page, qtbot, requests):
    view = page.content.todo.list
    for at, each in enumerate(page.overview.todos):
        requests.clear()
        index = view.model().index(at, 0)
        view.scrollTo(index)
        place = view.visualRect(index).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert len(requests) == 1
        if each.kind in ("people", "team", "staff"):
            ids = getattr(requests[0], "ids", None) or (requests[0].id,)
            assert ids == each.ids


def test_the_last_import_leads_to_its_line_in_the_list(page, qtbot, requests):
    card = page.content.imported
    click(qtbot, card._link)
    counts = (("新增", 3), ("变更", 2))
    item = ImportItem(id="b7", label="三季度", changed_at="", counts=counts, undone=False)
    card.show_import(item, "2026-11-20")
    click(qtbot, card._link)
    assert requests == [ImportFiles(), ShowImports("b7")]


def test_commands_lead_on(page, requests, context, asker, tmp_path, settle):
    commands = {each.objectName(): each for each in page.actions()}
    commands["home.import"].trigger()
    commands["home.plan"].trigger()
    assert requests == [ImportFiles(), OpenPage("staffing")]
    target = tmp_path / "状态.xlsx"
    asker.answers.append(target)
    commands["home.sheet"].trigger()
    settle()
    assert target.stat().st_size > 3000
    commands["home.print"].trigger()
    assert asker.asked[-1] == ("show", "打印预览 · 班子状态一览表")


def test_the_page_looks_again_at_another_month(page, context, settle):
    before = page.content.tiles["retiring6"].figure
    context.workspace.set_month(context.workspace.as_of + 18)
    settle()
    assert page.content.tiles["retiring6"].figure != before
    assert "2028-05" in page.header.note()
    context.workspace.set_month(context.workspace.as_of - 18)
    settle()


def test_what_others_do_with_tables_it_does_not_show_changes_nothing(page, settle):
    page.refresh(Changes(frozenset({"saved_query"})))
    settle()
    assert page.content.tiles["vacant"].figure is not None


@pytest.mark.parametrize(("width", "height"), [(1288, 692), (1788, 1004), (900, 640)])
def test_nothing_is_wider_than_its_window(shown, context, settle, width, height):
    page = shown(HomePage(context), width, height)
    page.set_narrow(width < 1500)
    settle()
    assert page.width() == width
    content = page.content
    for widget in (content.states, content.map_card, *content.tiles.values(), content.queries):
        right = widget.mapTo(page, QPointF(widget.width(), 0)).x()
        assert right <= width
    assert content.todo.isVisible() == (width > 1500 or width < 1000)


def test_a_closed_page_is_freed(context, qtbot, settle):
    page = HomePage(context)
    page.resize(1600, 900)
    page.show()
    settle()
    gone = weakref.ref(page)
    page.close()
    page.deleteLater()
    del page
    qtbot.wait(1)
    gc.collect()
    assert gone() is None


def test_the_map_keeps_its_states_when_only_a_plan_was_written(page):
    """A plan saved beside the world leaves the survey standing: no second one is announced."""
    before = page.content.map_card.map.grab().toImage()
    page.refresh(Changes(frozenset({"scenario"}), frozenset(), frozenset()))
    after = page.content.map_card.map.grab().toImage()
    assert after == before
    page.content.map_card.show_world(page.workspace.world, (), None)
    assert page.content.map_card.map.grab().toImage() != before


def test_the_statistics_hold_the_rows_behind_every_tile(page, asker, settle, tmp_path):
    target = tmp_path / "统计表.xlsx"
    asker.answers.append(target)
    command = next(each for each in page.actions() if each.objectName() == "home.sheet")
    command.trigger()
    settle()
    book = openpyxl.load_workbook(target)
    index = list(book["目录"].iter_rows(min_row=4, values_only=True))
    figures = page.overview.figures
    assert [(row[0], row[1]) for row in index] == [(f.title, str(f.count)) for f in figures]
    for row, figure in zip(index, figures, strict=True):
        if figure.behind:
            assert book[row[2]].max_row == len(figure.behind) + 3
