"""总体评价及优化方向: drafted, edited, kept while other teams are looked at, stored and signed."""

import pytest

from leadership_model.store import records
from leadership_model.store.nouns import Conclusion
from ui.pages.assessment import conclusion
from ui.pages.assessment.page import AssessmentPage


@pytest.fixture
def stored(bare_context, shown, settle, tmp_path):
    """The page over a small city in a file."""
    bare_context.workspace.make_sample(tmp_path / "city.lmdb", 300)
    settle()
    return shown(AssessmentPage(bare_context))


def closing_of(page):
    return page.tabs.content("analysis").closing


def kept(page):
    engine = page.workspace.loaded.engine
    return records.get(engine, Conclusion, conclusion.conclusion_id(page.seen))


def test_a_draft_stands_there_first(page):
    closing = closing_of(page)
    assert closing.texts() == conclusion.draft(page.seen)
    assert "未保存" in closing.note()


def test_what_was_typed_is_kept_while_others_are_looked_at(page):
    closing = closing_of(page)
    closing.fields[0].setPlainText("班子结构总体合理。")
    first = page.seen.team
    assert "已修改" in closing.note()
    assert page.unsaved()
    page.show_team(page.teams.beside(first, 1))
    assert closing.texts() == conclusion.draft(page.seen)
    page.show_team(first)
    assert closing.texts()[0] == "班子结构总体合理。"


def test_the_draft_can_be_had_again(page):
    closing = closing_of(page)
    closing.fields[1].setPlainText("换一个说法")
    closing.redraft.click()
    assert closing.texts() == conclusion.draft(page.seen)
    assert closing.waiting(page.seen) is None
    assert not page.unsaved()


def test_empty_texts_are_refused(page, asker):
    closing = closing_of(page)
    for field in closing.fields:
        field.setPlainText("  ")
    closing.save.click()
    assert asker.asked[-1][0] == "error"


def test_saving_signs_it_for_the_month(stored, settle):
    closing = closing_of(stored)
    closing.fields[0].setPlainText("总体评价已会审。")
    closing.save.click()
    settle()
    record = kept(stored)
    assert record is not None
    assert (record.text, record.signed_by) == ("总体评价已会审。", "测试员")
    assert record.month == stored.workspace.as_of
    assert closing.note() == "测试员 2026-11 保存"
    assert closing.texts() == conclusion.texts_of(record)
    assert not closing.save.isEnabled()


def test_saving_again_changes_the_same_record_and_can_be_taken_back(stored, settle):
    closing, undo = closing_of(stored), stored.context.undo.stack
    for text in ("第一稿", "第二稿"):
        closing.fields[0].setPlainText(text)
        closing.save.click()
        settle()
    assert kept(stored).text == "第二稿"
    assert kept(stored).version == 2
    undo.undo()
    settle()
    assert kept(stored).text == "第一稿"
    undo.undo()
    settle()
    assert kept(stored) is None
    undo.redo()
    settle()
    assert kept(stored).text == "第一稿"


def test_what_is_stored_is_printed(stored, settle, tmp_path):
    import openpyxl

    closing = closing_of(stored)
    closing.fields[1].setPlainText("优先补配专职副书记。")
    closing.save.click()
    settle()
    target = tmp_path / "表.xlsx"
    stored.ask.answers.append(target)
    next(a for a in stored.actions() if a.objectName() == "assessment.export").trigger()
    settle()
    sheet = openpyxl.load_workbook(target).active
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert "优化方向：优先补配专职副书记。" in texts


def test_another_team_has_its_own(stored, settle):
    closing = closing_of(stored)
    closing.fields[0].setPlainText("只属于这个班子")
    closing.save.click()
    settle()
    stored.show_team(stored.teams.beside(stored.seen.team, 1))
    settle()
    assert closing.texts() == conclusion.draft(stored.seen)
    assert kept(stored) is None


def test_what_is_typed_for_the_next_team_outlives_the_saving_of_the_first(stored, settle):
    closing, first = closing_of(stored), stored.seen.team
    closing.fields[0].setPlainText("先保存的班子")
    closing.save.click()
    stored.show_team(stored.teams.beside(first, 1))
    closing.fields[0].setPlainText("还在写的班子")
    settle()
    assert closing.texts()[0] == "还在写的班子"
    assert closing.waiting(stored.seen) is not None
    stored.show_team(first)
    settle()
    assert closing.texts()[0] == "先保存的班子"
    assert "未保存" not in closing.note()


def test_what_was_typed_belongs_to_its_month(stored, settle):
    closing, month = closing_of(stored), stored.workspace.as_of
    closing.fields[0].setPlainText("本月的评价")
    stored.workspace.set_month(month + 1)
    settle()
    assert closing.texts() == conclusion.draft(stored.seen)
    stored.workspace.set_month(month)
    settle()
    assert closing.texts()[0] == "本月的评价"
