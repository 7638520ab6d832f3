"""Rows that hang on a person, and the photo, through the page."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from leadership_model.people import fields
from leadership_model.store.belongings import of_person
from tests.ui.pages.elements.by_hand import count_of, put, stored_person, trigger
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def page(stored, shown):
    return shown(ElementsPage(stored))


@pytest.fixture
def section(page):
    return page.section()


# ---- rows and photos


def test_rows_are_added_changed_dropped_and_saved_together(
    qtbot, page, section, stored, settle, undone
):
    id = next(i for i in section.view.rows.shown_ids() if count_of(stored, "appraisal", i) > 1)
    section.edit_person(id)
    section.form.tabs.turn("appraisal")
    pane = section.form.rows["appraisal"]
    before = len(pane.draft.rows)
    first = next(iter(pane.draft.rows))
    pane.view.select_ids((first,))
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    qtbot.keyClick(pane.view, Qt.Key.Key_Insert)
    assert section.dirty()
    page._save.trigger()
    assert section.form.fault()  # the new row has no year yet
    assert count_of(stored, "appraisal", id) == before
    put(pane.editors["year"], "1999")
    put(pane.editors["result"], "优秀")
    page._save.trigger()
    settle()
    assert not section.dirty()
    assert count_of(stored, "appraisal", id) == before
    assert stored.undo.stack.undoText().endswith("的年度考核")
    assert undone()


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        ("reserve", {"list": "近期使用", "role": "正职", "start": "2026.05"}),
        ("training", {"link": "实践锻炼", "title": "到乡镇挂职", "start": "2026.05"}),
    ],
)
def test_reserve_and_training_are_kept_in_the_form_and_taken_back(
    page, section, stored, settle, undone, kind, needed
):
    id = section.view.rows.shown_ids()[0]
    section.edit_person(id)
    before = count_of(stored, kind, id)
    section.form.tabs.turn(kind)
    pane = section.form.rows[kind]
    pane.add()
    page._save.trigger()
    assert section.dirty()  # what is needed is not there yet
    for name, text in needed.items():
        put(pane.editors[name], text)
    put(pane.editors["end"], "2026.04")
    page._save.trigger()
    assert section.dirty()  # it cannot end before it begins
    put(pane.editors["end"], "")
    page._save.trigger()
    settle()
    assert not section.dirty()
    assert count_of(stored, kind, id) == before + 1
    assert undone()


def test_a_wrong_row_is_refused_where_it_stands(page, section, stored, settle):
    section.form.tabs.turn("education")
    pane = section.form.rows["education"]
    pane.add()
    put(pane.editors["start"], "2001.13")
    assert "有效的年月" in pane.editors["start"].wrong.text()
    version = section.form.before.version
    section.form.tabs.turn("resume")
    page._save.trigger()
    settle()
    assert section.form.tabs.current() == "education"
    assert stored_person(stored, section.form.before.id).version == version
    page._revert.trigger()
    assert not section.dirty()


def picture(tmp_path, name="a.png", size=(300, 200)):
    path = tmp_path / name
    Image.new("RGB", size, (200, 40, 40)).save(path)
    return path


def photo_of(stored, id):
    return of_person(stored.workspace.loaded.engine, id).picture


def test_a_chosen_photo_is_cut_saved_and_taken_back(
    qtbot, page, section, stored, asker, settle, undone, tmp_path
):
    box = section.form.photo
    settle()
    seen = {}

    def cut(dialog):
        seen["box"] = dialog.frame.box()
        qtbot.keyClick(dialog.frame, Qt.Key.Key_Minus)
        qtbot.keyClick(dialog.frame, Qt.Key.Key_Left)
        dialog._on_taken()
        seen["after"] = dialog.box
        return True

    asker.answers.extend([picture(tmp_path), cut])
    box.choose_button.click()
    settle()
    left, top, right, bottom = seen["box"]
    assert (round((right - left) * 300), round((bottom - top) * 200)) == (160, 200)
    assert seen["after"][0] != left
    assert seen["after"][3] - seen["after"][1] < 1
    assert section.dirty()
    page._save.trigger()
    settle()
    id = section.form.before.id
    with Image.open(io.BytesIO(photo_of(stored, id))) as kept:
        assert abs(kept.width / kept.height - 0.8) < 0.02
    assert stored_person(stored, id).has_photo
    assert undone()


def test_pasting_dropping_and_what_is_no_picture(
    qtbot, section, stored, asker, settle, tmp_path, heard
):
    box = section.form.photo
    settle()
    stored.jobs.refused.connect(heard.note)
    image = QImage(80, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    asker.answers.append(True)
    box.paste_button.click()
    settle()
    pasted = box.after()
    assert pasted is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture(tmp_path, size=(80, 100))))])
    asker.answers.append(True)
    box.portrait.dropped.emit(data)
    settle()
    dropped = box.after()
    assert dropped != pasted
    broken = tmp_path / "b.jpg"
    broken.write_bytes(b"no picture at all")
    data.setUrls([QUrl.fromLocalFile(str(broken))])
    box.portrait.dropped.emit(data)
    settle()
    assert "不是能读取的图片" in heard[0][0].sentence
    assert box.after() == dropped
    qtbot.keyClick(box.portrait, Qt.Key.Key_Delete)
    assert box.after() is None
    QGuiApplication.clipboard().clear()


def test_the_frame_is_moved_and_sized_by_mouse(qtbot, stored):
    from ui.pages.elements.photo_crop import CropDialog

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    image.save(buffer, "PNG")
    dialog = CropDialog(bytes(buffer.data().data()), "某人")
    dialog.show()
    qtbot.waitExposed(dialog)
    frame = dialog.frame
    frame.scale_by(0.5)
    middle, start = frame.shown_frame().center(), frame.box()
    qtbot.mousePress(frame, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    qtbot.mouseMove(frame, (middle + QPointF(30, 0)).toPoint())
    qtbot.mouseRelease(frame, Qt.MouseButton.LeftButton)
    moved = frame.box()
    assert moved[0] > start[0]
    assert moved[1] == pytest.approx(start[1])
    corner = frame.shown_frame().bottomRight()
    qtbot.mousePress(frame, Qt.MouseButton.LeftButton, pos=corner.toPoint())
    qtbot.mouseMove(frame, (corner + QPointF(20, 20)).toPoint())
    qtbot.mouseRelease(frame, Qt.MouseButton.LeftButton)
    grown = frame.box()
    assert grown[3] - grown[1] > moved[3] - moved[1]
    assert (grown[2] - grown[0]) * 400 / ((grown[3] - grown[1]) * 300) == pytest.approx(
        0.8, abs=0.01
    )
    dialog.close()


def test_every_field_of_a_person_is_a_column(section):
    shown = {each.id for each in section.view.rows.columns}
    assert {each.name for each in fields.FIELDS} - {"post_text"} <= shown | {"post"}


def test_unsaved_work_is_asked_about_before_the_window_closes(window, asker, settle):
    from ui.navigation import EditPerson

    window.lead(EditPerson(window.context.workspace.snapshot.people.ids[0]))
    settle()
    section = window.pages["elements"].section()
    put(section.form.editors["health"], "一般")
    asker.answers.append(False)
    window.close()
    assert window.isVisible()
    assert "干部" in asker.asked[-1][1]
    asker.answers.append(False)
    window.files.close()
    assert window.context.workspace.is_open
    section.revert()
    window.close()
    assert not window.isVisible()


def test_an_empty_database_is_filled_from_the_page(bare_context, asker, shown, settle, tmp_path):
    bare_context.workspace.create(tmp_path / "new.lmdb")
    settle()
    page = shown(ElementsPage(bare_context))
    section = page.section()
    assert section.view.rows.rowCount() == 0

    def fill(dialog):
        put(dialog.editors["name"], "第一人")
        put(dialog.editors["unit"], "没有的单位")
        wrong = dialog.editors["unit"].wrong.text()
        put(dialog.editors["unit"], "")
        dialog._on_add()
        return "请从列表中选择" in wrong and dialog.result() == 1

    asker.answers.append(fill)
    section.view._empty.button.click()
    settle()
    assert section.form.before.name == "第一人"
    for name in ("step", "batch", "merge"):
        trigger(page, f"elements.person.{name}")
    settle()
    asker.answers.append(True)
    trigger(page, "elements.person.remove")
    settle()
    assert section.view.rows.rowCount() == 0
    assert section.person() is None
