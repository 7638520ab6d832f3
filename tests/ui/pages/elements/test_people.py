from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from leadership_model.store import records
from leadership_model.store.actor import Actor
from tests.ui.pages.elements.by_hand import editor, retype, stored_person
from ui.navigation import OpenPerson
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def page(stored, shown):
    return shown(ElementsPage(stored))


@pytest.fixture
def section(page):
    return page.section()


def careers(stored, id):
    snapshot = stored.workspace.snapshot
    table = snapshot["career_entry"]
    return [table.record(row) for row in table.of(snapshot.people.positions[id])]


def resumed(stored, section):
    """Open somebody whose 简历 has some lines."""
    people = stored.workspace.snapshot.people
    at = next(i for i, text in enumerate(people.raw("resume")) if text and text.count("\n") > 3)
    section.edit_person(people.ids[at])
    return people.ids[at]


def test_the_first_person_of_the_order_is_open(section, stored):
    assert section.form.before is not None
    assert section.view.current_id() == section.form.before.id
    assert not section.dirty()


def test_a_typed_date_is_saved_and_taken_back_by_name(qtbot, page, section, stored, settle):
    id = section.form.before.id
    before = stored_person(stored, id).work_start
    retype(qtbot, section, "work_start", "2001.08")
    assert section.dirty()
    assert page._save.isEnabled()
    page._save.trigger()
    settle()
    assert stored_person(stored, id).work_start == 2001 * 12 + 7
    assert not section.dirty()
    name = section.form.before.name
    assert stored.undo.stack.undoText() == f"修改 {name} 的参加工作时间"
    stored.undo.stack.undo()
    settle()
    assert stored_person(stored, id).work_start == before
    assert section.form.draft.work_start == before
    stored.undo.stack.redo()
    settle()
    assert stored_person(stored, id).work_start == 2001 * 12 + 7


def test_a_wrong_date_is_refused_where_it_stands_and_stays(qtbot, page, section, stored, settle):
    id = section.form.before.id
    version = stored_person(stored, id).version
    retype(qtbot, section, "work_start", "2001.13")
    field = editor(section, "work_start")
    assert "不是有效的年月" in field.wrong.text()
    assert not field.wrong.isHidden()
    page._save.trigger()
    settle()
    assert field.line.text() == "2001.13"
    assert stored_person(stored, id).version == version
    page._revert.trigger()
    assert field.wrong.isHidden()
    assert not section.dirty()


def test_dates_are_held_against_each_other(qtbot, page, section, stored, settle):
    retype(qtbot, section, "birth", "1980-03")
    retype(qtbot, section, "work_start", "1985-01")
    assert "不满 14 岁" in editor(section, "work_start").wrong.text()
    version = section.form.before.version
    page._save.trigger()
    settle()
    assert stored_person(stored, section.form.before.id).version == version


@pytest.mark.parametrize(("key", "state"), [(Qt.Key.Key_F7, "absent"), (Qt.Key.Key_F8, "unknown")])
def test_nothing_and_unknown_are_one_key_away(qtbot, page, section, stored, settle, key, state):
    from leadership_model.people import fields

    section.edit_person(resumed(stored, section))
    line = editor(section, "origin").line
    retype(qtbot, section, "origin", "云岭甲县")
    page._save.trigger()
    settle()
    qtbot.keyClick(line, key)
    page._save.trigger()
    settle()
    person = stored_person(stored, section.form.before.id)
    assert fields.state_of(person, "origin") == state
    assert line.placeholderText() == {"absent": "无", "unknown": "待核"}[state]


def test_a_coded_field_takes_pinyin(qtbot, section):
    field = editor(section, "ethnicity")
    section.form._draft = replace(section.form.draft, ethnicity="汉族")
    field.line.setFocus()
    qtbot.keyClicks(field.line, "h")
    picker = field.picker
    assert picker.isVisible()
    qtbot.keyClicks(picker.field, "nz")
    assert picker.texts() == ["哈尼族　16"]
    picker.field.setText("")
    qtbot.keyClicks(picker.field, "16")  # its code in GB/T 3304
    assert picker.texts() == ["哈尼族　16"]
    picker.take("哈尼族")
    assert section.form.draft.ethnicity == "哈尼族"
    assert field.line.text() == "哈尼族"


def test_the_buttons_in_the_line_say_nothing_and_unknown(qtbot, section):
    field = editor(section, "religion")
    qtbot.mouseClick(field.unknown, Qt.MouseButton.LeftButton)
    assert not section.form.draft.is_absent("religion")
    qtbot.mouseClick(field.absent, Qt.MouseButton.LeftButton)
    assert section.form.draft.is_absent("religion")


def test_the_reading_follows_the_text(qtbot, section, stored):
    resumed(stored, section)
    pane = section.form.resume
    count = len(pane.lines())
    assert not any(line.fresh for line in pane.lines())
    pane.box.moveCursor(QTextCursor.MoveOperation.End)
    pane.box.insertPlainText("\n2026.10--2026.11  云溪市农业农村局副局长")
    pane.read_now()
    assert len(pane.lines()) > count
    fresh = [line for line in pane.lines() if line.fresh]
    assert fresh[-1].entry.unit_kind == "市直部门"
    assert "保存时改写" in pane.note.text()


def test_only_the_changed_line_is_written_anew(qtbot, page, section, stored, settle):
    id = resumed(stored, section)
    before = {each.id: each for each in careers(stored, id)}
    text = section.form.resume.text()
    pane = section.form.resume
    pane.box.moveCursor(QTextCursor.MoveOperation.End)
    pane.box.insertPlainText("\n2026.10--2026.11  云溪市农业农村局副局长")
    page._save.trigger()
    settle()
    after = {each.id: each for each in careers(stored, id)}
    assert {key: after[key] for key in before if key in after} == before
    assert len(after) == len(before) + 1
    assert "农业农村局" in stored_person(stored, id).resume
    stored.undo.stack.undo()
    settle()
    assert {each.id: each for each in careers(stored, id)} == before
    assert section.form.resume.text() == text


def test_somebody_elses_change_is_not_written_over(qtbot, page, section, stored, settle):
    refused = []
    stored.jobs.refused.connect(refused.append)
    id = section.form.before.id
    other = stored_person(stored, id)
    records.save(
        stored.workspace.loaded.engine,
        Actor("别人", lambda: "2026-11-20T11:00:00"),
        replace(other, health="一般"),
    )
    retype(qtbot, section, "post_text", "新的职务")
    page._save.trigger()
    settle()
    assert "已被别人改过" in refused[0].sentence
    assert editor(section, "post_text").line.text() == "新的职务"
    assert stored_person(stored, id).post_text != "新的职务"


def test_leaving_an_unsaved_record_asks(qtbot, section, asker):
    first = section.form.before.id
    retype(qtbot, section, "post_text", "未保存的职务")
    other = section.view.rows.shown_ids()[3]
    asker.answers.append(False)
    section.view.select_ids((other,))
    assert section.form.before.id == first
    assert section.view.current_id() == first
    asker.answers.append(True)
    section.view.select_ids((other,))
    assert section.form.before.id == other


def test_scopes_and_search(qtbot, section, settle):
    every = section.view.rows.rowCount()
    section.scope.button("seated").click()
    seated = section.view.rows.rowCount()
    assert 0 < seated < every
    section.scope.button("faulty").click()
    assert 0 < section.view.rows.rowCount() < every
    section.scope.button("all").click()
    section.view.filter_text("没有这样的人")
    assert section.view.rows.rowCount() == 0


def test_undo_in_a_field_takes_back_what_was_typed_and_then_what_was_saved(
    qtbot, page, section, stored, settle
):
    first = section.form.before
    editor = section.form.editors["name"]
    editor.field.setFocus()
    editor.line.end(False)
    qtbot.keyClicks(editor.line, "X")
    section.save()
    settle()
    assert section.form.before.name == f"{first.name}X"
    editor.line.setText(editor.text())  # nothing was typed since
    wanted = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "z"
    )
    QApplication.sendEvent(editor.line, wanted)
    assert not wanted.isAccepted()  # so that the window takes it
    qtbot.keyClicks(editor.line, "Y")
    QApplication.sendEvent(editor.line, wanted)
    assert wanted.isAccepted()
    qtbot.keyClick(editor.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == f"{first.name}X"


def test_what_was_taken_back_elsewhere_is_not_unsaved_here(section, stored, settle):
    first = section.form.before
    editor = section.form.editors["name"]
    editor.line.setText(f"{first.name}甲")
    editor.edited.emit(editor.text())
    section.save()
    settle()
    editor.line.setText(first.name)  # as it was, not saved yet
    editor.edited.emit(editor.text())
    assert section.dirty()
    stored.undo.stack.undo()
    settle()
    assert not section.dirty()
    assert section.form.before.name == first.name


def test_the_card_is_one_key_away(qtbot, section, requests):
    qtbot.keyClick(section.view, Qt.Key.Key_Space)
    assert requests == [OpenPerson(section.form.before.id)]


def test_every_kind_of_row_stands_in_a_tab_of_its_own(section, stored):
    resumed(stored, section)
    for name in ("appraisal", "education", "relative"):
        section.form.tabs.turn(name)
        pane = section.form.rows[name]
        assert pane.view.rows.rowCount() == len(pane.draft.rows) > 0
