"""方案比较: plans beside today and each other, single moves taken over, the tables as files."""

import docx
import openpyxl
import pytest

from tests.ui.pages.staffing.test_desk import accept
from tests.ui.pages.staffing.test_storage import named


@pytest.fixture
def compared(page, board, asker, settle):
    """Two plans: in the first one somebody waits; the second is empty and at hand."""
    board.choose(board.held())
    page.keys.bench.trigger()
    first = page.plan.scenario
    asker.answers.append(named("第二"))
    page.keys.new.trigger()
    settle()
    return page, first


def test_any_plans_stand_beside_today(compared, asker, settle):
    page, first = compared

    def look(dialog):
        assert dialog.chosen() == (page.plan.scenario.id,)
        assert len(dialog.views["people"].rows.shown_ids()) == 0
        dialog.plans[first.id].setChecked(True)
        settle()
        assert list(dialog.views["people"].rows.shown_ids()) == [first.done[0].person]
        dialog.which.button("split").click()
        assert len(dialog.views["teams"].rows.shown_ids()) == 1
        dialog.which.button("all").click()
        assert len(dialog.views["teams"].rows.shown_ids()) == 2
        everything = len(dialog.views["requirements"].rows.shown_ids())
        dialog.which.button("changed").click()
        assert len(dialog.views["requirements"].rows.shown_ids()) < everything
        for box in dialog.plans.values():
            box.setChecked(False)
        assert "至少选一个方案" in dialog.wrong.text()
        return accept(dialog)

    asker.answers.append(look)
    page.keys.compare.trigger()
    settle()


def test_single_moves_are_adopted_from_one_plan_into_another(compared, asker, settle):
    page, first = compared

    def adopt(dialog):
        dialog.plans[first.id].setChecked(True)
        settle()
        dialog.tabs.turn("moves")
        dialog.adopt.click()
        assert "请先" in dialog.wrong.text()
        (key,) = dialog.views["moves"].rows.shown_ids()
        dialog.views["moves"].select_ids([key])
        dialog.adopt.click()
        assert dialog.wrong.text() == ""
        dialog.views["moves"].select_ids([key])
        dialog.adopt.click()
        assert "已有同样的一步调整" in dialog.wrong.text()
        return accept(dialog)

    asker.answers.append(adopt)
    page.keys.compare.trigger()
    settle()
    assert [move.person for move in page.plan.scenario.done] == [first.done[0].person]
    assert page.plan.situation.folded.bench
    page.plan.stack.undo()
    assert page.plan.scenario.done == ()


def test_a_row_leads_to_the_person_or_team(compared, asker, settle, requests):
    page, first = compared

    def lead(dialog):
        dialog.plans[first.id].setChecked(True)
        settle()
        dialog.views["people"].opened.emit(first.done[0].person)
        return True

    asker.answers.append(lead)
    page.keys.compare.trigger()
    settle()
    assert requests[-1].id == first.done[0].person


def test_the_tables_are_written_as_they_are_shown(compared, asker, settle, tmp_path):
    page, first = compared
    names = {kind: tmp_path / f"比较.{kind}" for kind in ("xlsx", "docx", "pdf")}

    def export(dialog):
        dialog.plans[first.id].setChecked(True)
        settle()
        for path in names.values():
            asker.answers.append(path)
            dialog.out.export.click()
            settle()
        asker.answers.append(seen)
        dialog.out.print.click()
        settle()
        return accept(dialog)

    def seen(preview):
        pages.append(len(preview._paper.pages))
        return False

    pages = []
    asker.answers.append(export)
    page.keys.compare.trigger()
    settle()
    book = openpyxl.load_workbook(names["xlsx"])
    assert book.sheetnames == ["总览", "班子", "要求", "人员", "调整"]
    people = [each.value for each in book["人员"]["A"] if each.value]
    snapshot = page.workspace.snapshot
    who = snapshot.people.raw("name")[snapshot.people.positions[first.done[0].person]]
    assert any(each.startswith(who) for each in people)
    heads = [each.value for each in book["班子"][3]]
    assert heads == ["班子", "现状", page.plan.scenario.label, first.label]
    (team,) = [row for row in book["班子"].iter_rows(min_row=4, values_only=True) if row[1]]
    assert team[1].split()[0] in ("达标", "接近", "不达标", "一票否决", "待核", "未配置")
    tables = docx.Document(names["docx"]).tables
    assert any(who in cell.text for table in tables for cell in table.column_cells(0))
    assert names["pdf"].read_bytes().startswith(b"%PDF")
    assert pages[0] >= 5
