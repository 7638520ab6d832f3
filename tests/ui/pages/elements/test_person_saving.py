"""Saving one person: what is typed, and what photo is set, while it is being written."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from leadership_model.store import photo, records
from tests.ui.pages.elements.by_hand import editor, retype, stored_person
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def page(stored, shown):
    return shown(ElementsPage(stored))


@pytest.fixture
def section(page):
    return page.section()


def test_what_is_typed_for_the_next_person_outlives_the_saving_of_the_first(
    qtbot, section, stored, settle, asker
):
    first, other = section.form.before.id, section.view.rows.shown_ids()[3]
    retype(qtbot, section, "post_text", "先保存的职务")
    section.save()
    asker.answers.append(True)
    section.view.select_ids((other,))
    retype(qtbot, section, "post_text", "还在写的职务")
    settle()
    assert section.form.before.id == other
    assert editor(section, "post_text").text() == "还在写的职务"
    assert section.dirty()
    assert stored_person(stored, first).post_text == "先保存的职务"


def test_what_is_typed_while_saving_stays_and_can_be_saved(qtbot, page, section, stored, settle):
    id = section.form.before.id
    retype(qtbot, section, "origin", "云岭甲县")
    page._save.trigger()
    retype(qtbot, section, "work_start", "2001.08")  # the first one is on its way
    retype(qtbot, section, "party_joined", "2001.13")
    settle()
    assert stored_person(stored, id).origin == "云岭甲县"
    assert stored_person(stored, id).work_start != 2001 * 12 + 7
    assert editor(section, "work_start").line.text() == "2001-08"
    assert editor(section, "party_joined").line.text() == "2001.13"
    assert "work_start" in section.form.changed_fields()
    assert "origin" not in section.form.changed_fields()
    assert section.form.before == stored_person(stored, id)
    line = editor(section, "party_joined").line
    for _ in range(2):
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, "07")  # typing goes on where it stood
    assert line.text() == "2001.07"
    page._save.trigger()
    settle()
    assert stored_person(stored, id).work_start == 2001 * 12 + 7
    assert stored_person(stored, id).party_joined == 2001 * 12 + 6
    assert not section.dirty()


def test_saving_twice_in_a_row_saves_both(qtbot, page, section, stored, settle, asker):
    id = section.form.before.id
    retype(qtbot, section, "origin", "云岭甲县")
    page._save.trigger()
    retype(qtbot, section, "birthplace", "云岭乙县")
    page._save.trigger()
    settle()
    assert (stored_person(stored, id).origin, stored_person(stored, id).birthplace) == (
        "云岭甲县",
        "云岭乙县",
    )
    assert not section.dirty()
    assert asker.asked == []


def test_somebody_else_changed_leaves_the_form_alone(qtbot, page, section, stored, settle):
    id, others = section.form.before.id, stored.workspace.snapshot.people.ids
    other = next(each for each in others if each != id)
    retype(qtbot, section, "origin", "云岭")
    kept = section.form.draft

    def rename(engine, actor):
        return records.save(engine, actor, replace(stored_person(stored, other), name="欧阳新名"))

    stored.workspace.write(rename, "改名")
    settle()
    assert section.form.draft is kept
    assert any(text.startswith("欧阳新名") for text in section.form._names.people.values())
    page._revert.trigger()
    stored.workspace.write(partial(change_of, stored, id), "改籍贯")
    settle()
    assert editor(section, "origin").line.text() == "云岭丙县"


def change_of(stored, id, engine, actor):
    return records.save(engine, actor, replace(stored_person(stored, id), origin="云岭丙县"))


def painted(box, asker, colour):
    """Paste a picture of one colour, taken as it is."""
    image = QImage(80, 100, QImage.Format.Format_RGB32)
    image.fill(colour)
    QGuiApplication.clipboard().setImage(image)
    asker.answers.append(True)
    box.paste_button.click()


def test_a_photo_set_while_saving_stays_and_can_be_saved(
    qtbot, page, section, stored, settle, asker
):
    box, id = section.form.photo, section.form.before.id
    settle()
    painted(box, asker, Qt.GlobalColor.blue)
    settle()
    first = box.after()
    retype(qtbot, section, "origin", "云岭甲县")
    page._save.trigger()
    box.remove()  # the first one is on its way
    settle()
    engine = stored.workspace.loaded.engine
    assert photo.get(engine, id) == first == box.before()
    assert box.after() is None
    assert section.dirty()
    assert stored_person(stored, id).origin == "云岭甲县"
    page._save.trigger()
    settle()
    assert photo.get(engine, id) is None
    assert not section.dirty()
    QGuiApplication.clipboard().clear()
