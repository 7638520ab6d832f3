"""The tab 绩效指标 through its widgets: places, entry, sheets, tasks, the systems themselves."""

import openpyxl
import pytest
from PySide6.QtWidgets import QPushButton

from leadership_model import months
from leadership_model.assessment import performance
from leadership_model.people.indicator_system import systems
from ui.navigation import OpenTeam
from ui.pages.assessment.page import AssessmentPage
from ui.tables.cell import cell_of


@pytest.fixture
def context(bare_context):
    return bare_context


@pytest.fixture
def page(bare_context, shown, settle, tmp_path):
    """The page over a small city in a file."""
    bare_context.workspace.make_sample(tmp_path / "city.lmdb", 600)
    settle()
    return shown(AssessmentPage(bare_context))


@pytest.fixture
def tab(page, settle):
    page.tabs.turn("performance")
    settle()
    return page.tabs.content("performance")


def turn(tab, kind):
    tab.kind.set_current(kind)
    tab.kind.chosen.emit(kind)


def press(pane, text):
    next(each for each in pane.tools if each.text() == text).click()


def undo(context, settle):
    context.undo.group.undo()
    settle()


def stored(context, name):
    return tuple(context.workspace.snapshot[name].rows)


def test_all_teams_of_the_index_are_ranked_in_the_latest_period(tab, page):
    (system,) = systems(page.seen.world.snapshot)
    teams = performance.teams_of(page.seen.world.snapshot, system)
    assert len(tab.places.rows) == len(teams) > 1
    assert tab.places.span == (2026, "H1")
    assert tab.places.spans.currentText() == "2026年上半年"
    lows = [each.standing.node.low for each in tab.places.rows.values() if each.standing.best]
    assert lows == sorted(lows, reverse=True)
    first = next(row for row in tab.places.rows.values() if row.standing.node.sure)
    (column,) = [c for c in tab.places.table.rows.columns if c.id == "share"]
    share = float(cell_of(column.cell(first)).text)
    assert share == pytest.approx(first.standing.node.low * 0.15, abs=0.06)


def test_another_period_shows_what_was_reached_then(tab, page, qtbot):
    before = {id: row.standing.node.low for id, row in tab.places.rows.items()}
    at = tab.places.spans.findText("2025年全年")
    tab.places.spans.setCurrentIndex(at)
    tab.places.spans.activated.emit(at)
    after = {id: row.standing.node.low for id, row in tab.places.rows.items()}
    assert after.keys() == before.keys()
    assert after != before
    assert {row.standing.node.asked for row in tab.places.rows.values()} == {18}


def test_a_row_leads_to_the_operation_of_its_team(tab, requests):
    id = next(iter(tab.places.rows))
    tab.places.table.opened.emit(id)
    assert requests[-1] == OpenTeam(id, "operation")


def test_an_entry_changes_the_place_and_is_taken_back(tab, asker, context, settle):
    before, id = stored(context, "team_indicator"), list(tab.places.rows)[-1]
    tab.places.table.select_ids([id])

    def answer(dialog):
        assert dialog.span == (2026, "H1")
        for item, line in dialog.lines.items():
            line.setText("0" if item == "unit-problems" else "100")
        dialog._on_save()
        return dialog.result() == 1

    asker.answers.append(answer)
    press(tab.places, "录入")
    settle()
    row = tab.places.rows[id]
    assert (row.standing.node.low, row.standing.best) == (100.0, 1)
    undo(context, settle)
    assert stored(context, "team_indicator") == before
    assert tab.places.rows[id].standing.node.low < 100.0


def test_a_sheet_is_written_filled_looked_at_and_taken_over(tab, asker, context, settle, tmp_path):
    before, path = stored(context, "team_indicator"), tmp_path / "表.xlsx"
    asker.answers.append(path)
    press(tab.places, "导出填报表")
    settle()
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["C5"] = 33.5
    book.worksheets[0]["D6"] = "无"
    team = book.worksheets[0]["A5"].value
    book.save(path)
    seen = []

    def look(dialog):
        seen.append(dialog.table.rows.rowCount())
        yes = [b for b in dialog.findChildren(QPushButton) if b.text() == "导入"]
        return bool(yes)

    asker.answers += [path, look]
    press(tab.places, "导入填报表")
    settle()
    assert seen == [2]
    values = {
        each.name: each.value
        for each in context.workspace.snapshot["team_indicator"].records()
        if each.team == team and (each.year, each.period) == (2026, "H1")
    }
    assert values["unit-politics"] == "33.5"
    undo(context, settle)
    assert stored(context, "team_indicator") == before


def test_a_sheet_with_a_fault_writes_nothing(tab, asker, context, settle, tmp_path):
    before, path = stored(context, "team_indicator"), tmp_path / "表.xlsx"
    asker.answers.append(path)
    press(tab.places, "导出填报表")
    settle()
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["C5"] = 50
    book.worksheets[0]["C6"] = "很好"
    book.save(path)
    said = []

    def look(dialog):
        said.append(dialog.wrong.text())
        said.extend(b.text() for b in dialog.findChildren(QPushButton))
        return False

    asker.answers += [path, look]
    press(tab.places, "导入填报表")
    settle()
    assert "1 处问题" in said[0]
    assert "导入" not in said
    assert stored(context, "team_indicator") == before


def test_no_sheet_for_a_year_made_of_halves(tab, asker):
    at = tab.places.spans.findText("2025年全年")
    tab.places.spans.setCurrentIndex(at)
    tab.places.spans.activated.emit(at)
    press(tab.places, "导出填报表")
    assert "请先选一个填报期间" in str(asker.asked[-1])


def test_the_places_are_written_with_month_basis_and_state(tab, asker, settle, tmp_path):
    path = tmp_path / "排名.xlsx"
    asker.answers.append(path)
    press(tab.places, "导出排名")
    settle()
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [row for row in book.worksheets[1].iter_rows(min_row=4, values_only=True) if row[4]]
    first = next(row for row in tab.places.rows.values() if row.standing.node.sure)
    mine = [row for row in rows if row[0] == first.name and row[4] != "未填"]
    assert len(mine) == first.standing.node.told == first.standing.node.asked
    said = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    for words in ("基准日期 2026-11", "模型版本", "数据状态", "待核实"):
        assert words in said
    names = [row[1].value for row in sheet.iter_rows(min_row=4)]
    assert [n for n in names if n][: len(tab.places.rows)] == [
        row.name for row in tab.places.rows.values()
    ]


def test_tasks_are_given_followed_up_finished_and_dropped(tab, page, asker, context, settle):
    turn(tab, "tasks")
    before, count = stored(context, "team_task"), len(tab.tasks.rows)
    teams = len(tab.places.rows)

    def give(dialog):
        dialog._on_save()
        assert "请填写任务内容" in dialog.wrong.text()
        dialog.title.setText("专题研讨")
        dialog.due.setText("2026-10")
        dialog.by.setText("组织科")
        dialog.teams.setCurrentIndex(dialog.teams.findData("all"))
        dialog._on_save()
        return dialog.result() == 1

    asker.answers.append(give)
    press(tab.tasks, "下达任务")
    settle()
    assert len(tab.tasks.rows) == count + teams
    mine = [id for id, row in tab.tasks.rows.items() if row.task.title == "专题研讨"]
    assert {tab.tasks.rows[id].standing for id in mine} == {"overdue"}

    tab.tasks.table.select_ids(mine[:2])
    press(tab.tasks, "标记完成")
    settle()
    assert [tab.tasks.rows[id].standing for id in mine[:2]] == ["late", "late"]

    def follow(dialog):
        dialog.done_on.setText("2026-10")
        dialog._on_save()
        return dialog.result() == 1

    asker.answers.append(follow)
    tab.tasks.table.opened.emit(mine[2])
    settle()
    assert tab.tasks.rows[mine[2]].standing == "done"

    tab.tasks.table.select_ids(mine[:1])
    asker.answers.append(True)
    press(tab.tasks, "删除")
    settle()
    assert mine[0] not in tab.tasks.rows
    for _ in range(4):
        undo(context, settle)
    assert stored(context, "team_task") == before


def test_overdue_tasks_stand_apart(tab, page):
    turn(tab, "tasks")
    tab.tasks.stands.set_current("overdue")
    tab.tasks.stands.chosen.emit("overdue")
    as_of = page.seen.world.as_of
    assert tab.tasks.rows
    assert all(
        row.task.due < as_of and (row.task.done is None or row.task.done > as_of)
        for row in tab.tasks.rows.values()
    )


def test_only_the_team_looked_at(tab, page, team_of, settle):
    category = page.seen.world.snapshot.teams.raw("category")
    team = team_of(lambda each: category[each.team] == "市直部门")
    page.show_team(team)
    settle()
    tab.scope.set_current("team")
    tab.scope.chosen.emit("team")
    assert list(tab.places.rows) == [page.seen.id]
    (row,) = tab.places.rows.values()
    assert row.standing.best is None or row.standing.best >= 1
    turn(tab, "tasks")
    assert {row.team for row in tab.tasks.rows.values()} == {team}
    assert {months.year_of(row.task.due) for row in tab.tasks.rows.values()} == {2026}
