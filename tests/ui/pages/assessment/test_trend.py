"""The tab 趋势 through its widgets: months, causes, stand-ins, the whole base, its file."""

from types import SimpleNamespace

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt

from leadership_model.assessment.exits import windows
from leadership_model.assessment.forecast import at_month
from leadership_model.assessment.team import assess
from leadership_model.papers import cause_words
from ui.navigation import MatchPost, OpenPerson, ShowPeople, ShowTeams
from ui.pages.assessment import exits_work, future, future_sheets
from ui.pages.assessment.exits_work import WHOLE, Chosen
from ui.pages.assessment.sheet import Followers, Inspect, Look

QUIET = SimpleNamespace(cancelled=False, check=lambda: None, report=lambda *_: None)


@pytest.fixture
def trend(page, settle, team_of):
    page.show_team(team_of(lambda each: each.score_low is not None and each.filled > 3))
    page.tabs.turn("trend")
    settle()
    return page.tabs.content("trend")


def place(grid, row, column):
    return grid.rect_of(row, column).center().toPoint()


def test_months_rules_and_stand_ins_arrive(trend, page):
    found = trend.future()
    assert found.seen.team == page.seen.team
    assert trend.strip.strip().rows[0].label == "状态"
    assert trend.strip.sizeHint().height() > 100
    assert len(trend.changes.sheet().rows) == len(found.changes)
    assert len(trend.missed.sheet().rows) == len(page.seen.members())
    assert len(trend.seats.sheet().rows) == len(page.seen.world.member_seats(page.seen.team))


def test_a_month_is_picked_by_mouse_and_keys(trend, qtbot):
    start = trend.strip.strip().start
    at = QPoint(int(trend.strip.x_of(start + 24)), 40)
    qtbot.mouseClick(trend.strip, Qt.MouseButton.LeftButton, pos=at)
    assert trend.strip.month() == start + 24
    world, _ = at_month(trend.future().seen.world, start + 24, ("R1",))
    expected = assess(world, trend.future().seen.team, with_rules=False)
    assert trend._then.assessment == expected
    assert trend._cards["then"].title() == "2028-11 的班子"
    qtbot.keyClick(trend.strip, Qt.Key.Key_Right)
    assert trend.strip.month() == start + 25
    qtbot.keyClick(trend.strip, Qt.Key.Key_End)
    assert trend.strip.month() == trend.strip.strip().end - 1
    qtbot.keyClick(trend.strip, Qt.Key.Key_PageDown)
    assert trend.strip.month() == trend.strip.strip().end - 1


def test_cells_lead_to_months_people_and_requirements(trend, requests, qtbot, asker):
    qtbot.mouseClick(trend.missed, Qt.MouseButton.LeftButton, pos=place(trend.missed, 0, 0))
    assert isinstance(requests[-1], OpenPerson)
    if trend.changes.sheet().rows:
        month = trend.changes.sheet().rows[-1][0].request
        assert isinstance(month, Look)
        qtbot.mouseClick(
            trend.changes,
            Qt.MouseButton.LeftButton,
            pos=place(trend.changes, len(trend.changes.sheet().rows) - 1, 0),
        )
        assert trend.strip.month() == month.month
    cell = next(
        (r, c)
        for r, row in enumerate(trend.then.sheet().rows)
        for c, each in enumerate(row)
        if each is not None and isinstance(each.request, Inspect)
    )
    titles = []
    asker.answers.append(lambda dialog: titles.append(dialog.windowTitle()))
    qtbot.mouseClick(trend.then, Qt.MouseButton.LeftButton, pos=place(trend.then, *cell))
    assert len(titles) == 1


def test_stand_ins_of_a_seat_are_explained(trend, requests, qtbot, asker):
    row = next(
        at
        for at, each in enumerate(trend.seats.sheet().rows)
        if trend.benches[each[2].request.post].found
    )
    assert isinstance(trend.seats.sheet().rows[row][3].request, Followers)

    def press(dialog):
        assert dialog.grid.sheet().rows
        qtbot.mouseClick(dialog.grid, Qt.MouseButton.LeftButton, pos=place(dialog.grid, 0, 1))
        return True

    asker.answers.append(press)
    qtbot.mouseClick(trend.seats, Qt.MouseButton.LeftButton, pos=place(trend.seats, row, 3))
    assert isinstance(requests[-1], OpenPerson)

    def match(dialog):
        dialog._on_match()
        return True

    asker.answers.append(match)
    qtbot.mouseClick(trend.seats, Qt.MouseButton.LeftButton, pos=place(trend.seats, row, 4))
    assert isinstance(requests[-1], MatchPost)


def test_the_past_is_shown_as_recorded(trend, settle):
    trend.span.set_current("past")
    trend.span.chosen.emit("past")
    settle()
    strip = trend.strip.strip()
    now = trend.future().seen.world.as_of
    assert (strip.start, strip.end) == (now - 60, now + 1)
    assert trend.strip.month() == now
    assert not trend._cards["missed"].isVisibleTo(trend)


def test_the_other_way_of_leaving_says_when_its_rule_is_off(trend, settle):
    trend.leaves.set_current("R1R2")
    trend.leaves.chosen.emit("R1R2")
    settle()
    off = "R2" not in trend.future().seen.world.book.at(trend.future().seen.world.as_of)
    assert ("R2" in trend._note.text()) == off
    assert trend.future().forecast.leaves == ("R1", "R2")


@pytest.fixture
def base(trend, settle):
    trend.scope.set_current("base")
    trend.scope.chosen.emit("base")
    settle()
    return trend.base


def test_the_base_counts_and_opens_people(base, requests, qtbot):
    for kind in ("leave", "term", "probation", "post", "sanction"):
        base.kind.set_current(kind)
        base.role.set_current("all")
        base._on_choice(kind)
        found = exits_work.table(base.base, base.chosen())
        listed = exits_work.chosen_of(base.base, base.chosen())
        assert len(found.behind.get((WHOLE, WHOLE), ())) == len(listed) == len(base._rows)
    base.kind.set_current("term")
    base._on_choice("term")
    cells = base.map.spec().cells
    key = next(each.id for each in cells if each.text != "·" and WHOLE not in each.id)
    base.map.clicked.emit((key,))
    row, column = key.split("/")
    assert len(base._rows) == len(exits_work.table(base.base, base.chosen()).behind[(row, column)])
    base.people.click()
    assert isinstance(requests[-1], ShowPeople)
    assert set(requests[-1].ids) == {
        base.base.world.person_ids[each.exit.person] for each in base._rows.values()
    }
    base.table.setFocus()
    base.table.select_ids([next(iter(base._rows))])
    qtbot.keyClick(base.table, Qt.Key.Key_Return)
    assert isinstance(requests[-1], OpenPerson)


def test_whose_month_cannot_be_said_is_listed_apart(base, requests):
    base.kind.set_current("leave")
    base.role.set_current("all")
    base._on_choice("leave")
    unsure = exits_work.in_doubt(base.base, base.chosen())
    assert base.doubts.isVisibleTo(base) == bool(unsure)
    gone = {each.person for each in base.base.forecast.departures}
    assert not gone & set(unsure)
    if unsure:
        base.doubts.click()
        assert len(requests[-1].ids) == len(unsure)
    base.kind.set_current("term")
    base._on_choice("term")
    assert not base.doubts.isVisibleTo(base)


def test_an_empty_cell_lists_nobody(base):
    empty = next(each.id for each in base.map.spec().cells if each.text == "·")
    base.map.clicked.emit((empty,))
    assert base._rows == {}
    assert not base.people.isEnabled()


def test_the_states_to_come_open_teams(base, requests):
    spec = base.states.spec()
    cell = next(each for each in spec.cells if each.id)
    base.states.clicked.emit((cell.id,))
    assert isinstance(requests[-1], ShowTeams)
    assert len(requests[-1].ids) == int(cell.text)
    for place_ in range(len(spec.columns)):
        whole = sum(int(c.text) for c in spec.cells if c.column == place_ and c.id)
        assert whole == len(base.base.world.snapshot.teams)


def test_the_base_is_exported_with_its_rows(base, asker, settle, tmp_path):
    base.kind.set_current("term")
    base.role.set_current("all")
    base._on_choice("term")
    path = tmp_path / "分半年.xlsx"
    asker.answers.append(path)
    base.export.click()
    settle()
    book = openpyxl.load_workbook(path)
    counts, rows, turns = book.worksheets
    assert turns.max_row > 4
    assert all(turns.cell(at, 6).value for at in range(4, turns.max_row + 1))
    listed = exits_work.chosen_of(base.base, base.chosen())
    assert counts.cell(counts.max_row, counts.max_column).value == len(listed)
    assert rows.max_row - 3 == len(listed)
    assert "基准日期" in counts.cell(2, 1).value


def test_categories_count_the_same_people(base):
    whole = {
        by: len(
            exits_work.table(base.base, Chosen("term", heads=False, by=by)).behind[WHOLE, WHOLE]
        )
        for by in ("area", "category")
    }
    assert whole["area"] == whole["category"] > 0


def test_windows_cover_every_month_once():
    found = windows(100, 160)
    assert [m for low, high in found for m in range(low, high + 1)] == list(range(101, 161))
    assert windows(0, 8) == ((1, 6), (7, 8))


def test_every_change_has_a_cause_in_words(context):
    world, survey = context.workspace.world, context.workspace.survey
    years = future.Years(world)
    found = years.of(("R1",), "ahead", QUIET)
    assert years.of(("R1",), "ahead", QUIET) is found
    count = 0
    for each in survey:
        for change in future.changes(world, found, each.team):
            assert cause_words.cause_text(world, change), change
            count += 1
    assert count > 20


def test_the_note_of_a_month_names_who_has_left(context, view_of):
    world = context.workspace.world
    found = future.Years(world).of(("R1",), "ahead", QUIET)
    gone = found.departures[-1]
    seen = view_of(gone.team)
    told = future.foresee(seen, future.Years(world), ("R1",), "ahead", QUIET)
    note = future_sheets.month_note(told, told.at(found.last))
    assert world.snapshot.people.raw("name")[gone.person] in note


def test_a_team_is_exported_with_every_table(trend, asker, settle, tmp_path):
    path = tmp_path / "趋势.xlsx"
    asker.answers.append(path)
    trend.export.click()
    settle()
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == "逐月状态"
    assert {"缺一人的影响", "各岗位可接替人选"} <= set(book.sheetnames)
    first = book.worksheets[0]
    runs = sum(len(row.runs) for row in trend.strip.strip().rows)
    assert first.max_row - 3 == runs
    assert "基准日期" in first.cell(2, 1).value
