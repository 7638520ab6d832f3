"""Values entered by hand on screen: one, changed, deleted, a whole column; undone exactly."""

import pytest
from openpyxl import Workbook

from ui.pages.elements.page import ElementsPage


@pytest.fixture
def section(stored, shown, settle):
    page = shown(ElementsPage(stored))
    page.turn("library")
    settle()
    page.section().show_element("专长")
    settle()
    return page.section()


@pytest.fixture
def card(section):
    return section.detail.marks


def marks(stored):
    table = stored.workspace.snapshot["person_mark"]
    return sorted(
        (m.person, m.element, m.value, m.entered_by, m.entered_at)
        for m in (table.record(at) for at in range(len(table)))
    )


def test_one_value_is_entered_changed_deleted_and_undone(card, stored, settle, asker):
    first = marks(stored)
    person = stored.workspace.snapshot.people.ids[0]

    def enter(dialog):
        dialog.value.setText("招商引资")
        dialog._on_ok()
        assert "先选择干部" in dialog.wrong.text()
        dialog.choose_person(person)
        dialog.who.setText("考察组")
        dialog.when.setText("2026-10-08")
        return True

    asker.answers.append(enter)
    card.add.click()
    settle()
    assert (person, "专长", "招商引资", "考察组", "2026-10-08") in marks(stored)
    assert [row.mark.value for row in card.rows()] == ["招商引资"]

    def change(dialog):
        dialog.value.setText("招商引资、城建")
        return True

    card.table.select_ids((card.rows()[0].mark.id,))
    asker.answers.append(change)
    card.change.click()
    settle()
    assert card.rows()[0].mark.value == "招商引资、城建"
    card.table.select_ids((card.rows()[0].mark.id,))
    card.drop.click()
    settle()
    assert card.rows() == ()
    for _ in range(3):
        stored.undo.stack.undo()
        settle()
    assert marks(stored) == first


def test_a_column_of_a_roster_is_taken_over(card, stored, settle, asker, tmp_path):
    snapshot = stored.workspace.snapshot
    names = snapshot.people.raw("name")
    single = next(name for name in names if names.count(name) == 1)
    book = Workbook()
    for row in (["姓名", "专长"], [single, "财税"], ["没有这个人", "农业"]):
        book.active.append(row)
    path = tmp_path / "名册.xlsx"
    book.save(path)

    def look(dialog):
        assert "可导入 1 行" in dialog.told.text()
        assert len(dialog.rows()) == 2
        return True

    asker.answers.extend([path, look])
    card.sheet.click()
    settle()
    assert [(row.name, row.mark.value) for row in card.rows()] == [(single, "财税")]
    stored.undo.stack.undo()
    settle()
    assert card.rows() == ()


def test_a_column_becomes_an_element(section, stored, settle, asker, tmp_path):
    book = Workbook()
    for row in (["姓名", "考试成绩"], ["甲", 88], ["乙", 120]):
        book.active.append(row)
    path = tmp_path / "成绩.xlsx"
    book.save(path)
    asker.answers.extend([path, "考试成绩"])
    section.list.new.click()
    section.list.picker.take("roster")
    settle()
    section.save()
    settle()
    element = stored.workspace.catalogue.element("考试成绩")
    assert (element.kind, element.low, element.high) == ("number", 0.0, 120.0)
    assert section.detail.marks.isVisible()
