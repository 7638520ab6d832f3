"""The tab 预警提醒 through its widgets."""

import openpyxl
import pytest
from PySide6.QtCore import Qt

from ui.navigation import OpenPerson, OpenTeam, ShowPeople
from ui.pages.assessment import watch_work as work


@pytest.fixture
def watch(page, settle):
    page.tabs.turn("watch")
    settle()
    return page.tabs.content("watch")


def turn(choice, id):
    choice.set_current(id)
    choice.chosen.emit(id)


def test_flags_of_all_teams_then_of_one(watch, page):
    count = watch.flags.rows.rowCount()
    up = [each for each in watch.seen.flags if each.result == "fail"]
    assert count == len(up) > 0
    page.show_team(up[0].team)
    turn(watch.scope, "team")
    assert 0 < watch.flags.rows.rowCount() < count
    assert {row.flag.team for row in watch._rows.values()} == {up[0].team}
    turn(watch.scope, "area")
    area = watch.seen.world.snapshot.teams.raw("area")
    assert {area[row.flag.team] for row in watch._rows.values()} == {area[up[0].team]}


def test_what_nothing_decides_stands_apart(watch):
    turn(watch.kind, "doubts")
    assert {row.flag.result for row in watch._rows.values()} == {"unknown"}
    assert "W4" in {row.flag.rule for row in watch._rows.values()}


def test_a_row_leads_to_its_people_or_its_team(watch, requests, qtbot):
    for id, row in list(watch._rows.items())[:8]:
        watch.flags.select_ids([id])
        qtbot.keyClick(watch.flags, Qt.Key.Key_Return)
        people = row.flag.people
        wanted = OpenTeam if not people else OpenPerson if len(people) == 1 else ShowPeople
        assert isinstance(requests[-1], wanted)


def test_what_falls_due_grows_with_the_time_looked_ahead(watch):
    turn(watch.kind, "dues")
    assert watch.dues.isVisible()
    assert not watch.flags.isVisible()
    counts = []
    for id, _ in work.AHEAD:
        turn(watch.ahead, id)
        counts.append(watch.dues.rows.rowCount())
        last = watch.seen.world.as_of + int(id)
        assert all(row.due.month <= last for row in watch._rows.values())
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]


def test_a_reminder_leads_to_the_person(watch, requests):
    turn(watch.kind, "dues")
    id = next(id for id, row in watch._rows.items() if row.due.person >= 0)
    watch.dues.opened.emit(id)
    assert isinstance(requests[-1], OpenPerson)


def test_the_list_shown_is_written(watch, asker, settle, tmp_path):
    watch.field.setText("W5")
    watch._on_filter("W5")
    asker.answers.append(tmp_path / "预警.xlsx")
    watch._on_export()
    settle()
    for ending in ("docx", "pdf"):
        asker.answers.append(tmp_path / f"预警.{ending}")
        watch._on_export()
        settle()
        assert (tmp_path / f"预警.{ending}").stat().st_size > 1000
    sheet = openpyxl.load_workbook(tmp_path / "预警.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    listed = [row for row in rows if row[2] and row[2].startswith("W")]
    assert len(listed) == len(watch.flags.rows.shown_ids()) > 0
    assert {row[2].split()[0] for row in listed} == {"W5"}
