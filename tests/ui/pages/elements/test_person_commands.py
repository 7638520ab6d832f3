"""Adding, removing, merging, steps and batches through the page, each taken back exactly."""

import io
from dataclasses import replace
from functools import partial

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from leadership_model import months
from leadership_model.people import fields, lifecycle
from leadership_model.people.person import Person
from leadership_model.people.seating import VACANT
from leadership_model.people.tenure import Tenure
from leadership_model.store import records
from leadership_model.store.belongings import of_person
from leadership_model.store.connection import reading
from leadership_model.store.tables import METADATA
from ui.pages.elements.page import ElementsPage

ITS_OWN = frozenset({"audit", "setting", "derived"})
COUNTERS = frozenset({"version", "changed_at"})


@pytest.fixture
def page(stored, shown):
    return shown(ElementsPage(stored))


@pytest.fixture
def section(page):
    return page.section()


@pytest.fixture
def undone(stored, settle):
    """Give a function that takes the last edit back and says whether all is as it was before."""
    engine = stored.workspace.loaded.engine
    first = exported(engine)

    def check():
        assert exported(engine) != first
        stored.undo.stack.undo()
        settle()
        assert exported(engine) == first
        stored.undo.stack.redo()
        settle()
        assert exported(engine) != first
        stored.undo.stack.undo()
        settle()
        return exported(engine) == first

    return check


def exported(engine):
    made = []
    with reading(engine) as connection:
        for target in METADATA.sorted_tables:
            if target.name not in ITS_OWN:
                names = [each.name for each in target.c if each.name not in COUNTERS]
                rows = connection.execute(target.select()).mappings()
                made += sorted(f"{target.name} {[row[name] for name in names]!r}" for row in rows)
    return made


def _add(record, engine, actor):
    return records.add(engine, actor, record)


def _save(record, engine, actor):
    return records.save(engine, actor, record)


def put(editor, text):
    """Type or pick a text: what an input method does."""
    editor.line.setText(text)
    editor.edited.emit(text)


def trigger(page, id):
    next(each for each in page.actions() if each.objectName() == id).trigger()


def stored_person(stored, id):
    return records.get(stored.workspace.loaded.engine, Person, id)


def seated(stored):
    """Give somebody who holds one seat alone, and the seat."""
    seating = stored.workspace.world.seating
    snapshot = stored.workspace.snapshot
    for at, id in enumerate(snapshot.people.ids):
        held = lifecycle.open_tenures(snapshot, id)
        if len(held) == 1 and len(seating.posts_of(at)) == 1 and snapshot.people.raw("resume")[at]:
            return id, held[0].post
    raise AssertionError("nobody holds one seat")


# ---- adding and removing


def test_a_person_is_added_with_few_fields_and_shown(
    qtbot, page, section, stored, asker, settle, undone
):
    def fill(dialog):
        put(dialog.editors["name"], "欧阳新")
        put(dialog.editors["birth"], "1988-04")
        put(dialog.editors["sex"], "女")
        dialog._on_add()
        return dialog.result() == 1

    asker.answers.append(fill)
    trigger(page, "elements.person.add")
    settle()
    assert section.form.before.name == "欧阳新"
    assert section.form.before.birth == months.of(1988, 4)
    assert stored.undo.stack.undoText() == "新增 欧阳新"
    assert undone()
    assert section.person() is not None  # somebody else is shown


def test_who_may_be_there_is_named_and_must_be_checked(page, section, stored, asker, settle):
    snapshot = stored.workspace.snapshot
    at = next(i for i, b in enumerate(snapshot.people.raw("birth")) if b is not None)
    known = snapshot.people.record(at)
    seen = {}

    def fill(dialog):
        put(dialog.editors["name"], known.name)
        put(dialog.editors["birth"], months.show_iso(known.birth))
        seen["alike"] = [each.first for each in dialog.alike()]
        dialog._on_add()
        seen["refused"] = dialog.wrong.text()
        dialog.sure.setChecked(True)
        dialog._on_add()
        return dialog.result() == 1

    count = len(snapshot.people)
    asker.answers.append(fill)
    trigger(page, "elements.person.add")
    settle()
    assert at in seen["alike"]
    assert "可能已有此人" in seen["refused"]
    assert len(stored.workspace.snapshot.people) == count + 1


def test_a_wrong_number_is_refused_at_the_field_and_the_known_record_opens(
    page, section, stored, asker, settle
):
    snapshot = stored.workspace.snapshot
    at = next(i for i, n in enumerate(snapshot.people.raw("id_number")) if n and i > 5)
    seen = {}

    def fill(dialog):
        put(dialog.editors["name"], "某人")
        put(dialog.editors["id_number"], "123")
        dialog._on_add()
        seen["wrong"] = dialog.editors["id_number"].wrong.text()
        seen["result"] = dialog.result()
        put(dialog.editors["id_number"], snapshot.people.raw("id_number")[at])
        from PySide6.QtWidgets import QPushButton

        dialog.findChild(QPushButton, snapshot.people.ids[at]).click()
        return dialog.result() == 1

    asker.answers.append(fill)
    trigger(page, "elements.person.add")
    settle()
    assert "18 位" in seen["wrong"]
    assert seen["result"] == 0
    assert section.form.before.id == snapshot.people.ids[at]


def test_removing_asks_says_what_goes_and_is_taken_back(
    page, section, stored, asker, settle, undone
):
    id, _ = seated(stored)
    section.edit_person(id)
    asker.answers.append(False)
    trigger(page, "elements.person.remove")
    assert "1 条任职" in asker.asked[-1][1]
    assert stored_person(stored, id) is not None
    asker.answers.append(True)
    trigger(page, "elements.person.remove")
    settle()
    assert stored_person(stored, id) is None
    assert section.form.before.id != id
    assert undone()


def test_nothing_is_done_over_unsaved_work(page, section, stored, asker):
    put(section.form.editors["health"], "一般")
    asked = len(asker.asked)
    for name in ("add", "remove", "merge", "step", "batch"):
        trigger(page, f"elements.person.{name}")
    assert len(asker.asked) == asked


# ---- merging


def test_two_selected_people_become_one(qtbot, page, section, stored, asker, settle, undone):
    first, second = section.view.rows.shown_ids()[2:4]
    section.view.select_ids((first, second))
    other = stored_person(stored, second)
    seen = {}

    def choose(dialog):
        seen["names"] = [each.name for each in dialog.lines if not each.same]
        dialog.view.select_ids(("name",))
        qtbot.keyClick(dialog.view, Qt.Key.Key_Right)
        line = next(each for each in dialog.lines if each.name == "tenure")
        seen["sides"] = line.sides
        dialog.pick("tenure", "both")
        seen["after"] = next(e for e in dialog.lines if e.name == "name").result()
        dialog.accept()
        return True

    asker.answers.append(choose)
    trigger(page, "elements.person.merge")
    settle()
    assert "name" in seen["names"]
    assert seen["after"] == other.name
    assert stored_person(stored, second) is None
    assert stored_person(stored, first).name == other.name
    assert section.form.before.id == first
    assert undone()


def test_a_click_on_a_side_takes_it_and_the_sides_can_be_turned(qtbot, stored, shown):
    from ui.pages.elements.merge_dialog import MergeDialog

    dialog = MergeDialog(stored, 0, 1)
    dialog.show()
    qtbot.waitExposed(dialog)
    view = dialog.view
    row = view.rows.row_of("name")
    for side in ("right", "left"):
        column = next(i for i, c in enumerate(view.rows.columns) if c.id == side)
        place = view.visualRect(view.rows.index(row, column)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert dialog.picks()["name"] == side
    dialog._on_turn()
    assert (dialog.left, dialog.right) == (1, 0)
    dialog.close()


def test_possible_doubles_are_proposed(page, section, stored, asker, settle):
    engine = stored.workspace.loaded.engine
    at = next(i for i, n in enumerate(stored.workspace.snapshot.people.raw("id_number")) if n)
    known = stored.workspace.snapshot.people.record(at)
    twin = Person(id="p-twin", name=known.name, birth=known.birth, id_number=known.id_number)
    stored.workspace.write(partial(_add, twin), "加一条")
    settle()
    section.view.select_ids((known.id,))
    seen = {}

    def take(dialog):
        seen["pairs"] = [each.sure for each in dialog.found.values()]
        dialog._on_go()
        return True

    asker.answers.extend([take, True])
    trigger(page, "elements.person.merge")
    settle()
    assert seen["pairs"][0] == 3
    assert (stored_person(stored, known.id) is None) != (stored_person(stored, "p-twin") is None)
    assert engine is stored.workspace.loaded.engine


# ---- steps


def test_retiring_shows_the_effect_and_empties_the_seat(
    page, section, stored, asker, settle, undone
):
    id, post = seated(stored)
    section.edit_person(id)
    seen = {}

    def retire(dialog):
        dialog.set_kind("退休")
        settle()
        seen["effect"] = dialog.effects.effect
        dialog._on_go()
        return dialog.result() == 1

    asker.answers.append(retire)
    trigger(page, "elements.person.step")
    settle()
    effect = seen["effect"]
    assert [each.after for each in effect.seats] == ["空缺"]
    assert effect.teams[0].vacancies[1] >= effect.teams[0].vacancies[0]
    assert section.form.before.status == "退休"
    snapshot = stored.workspace.snapshot
    holder = stored.workspace.world.seating.holder
    assert holder[snapshot.posts.positions[post]] == VACANT
    assert undone()
    assert stored_person(stored, id).status == "在职"


def test_a_transfer_needs_a_free_seat_and_takes_it(page, section, stored, asker, settle, undone):
    snapshot = stored.workspace.snapshot
    id, post = seated(stored)
    seating = stored.workspace.world.seating
    taken = next(p for p, who in enumerate(seating.holder.tolist())
                 if who >= 0 and snapshot.people.ids[who] != id)  # fmt: skip
    free = next(
        p
        for p, who in enumerate(seating.holder.tolist())
        if who == VACANT and not snapshot.posts.raw("linked")[p]
    )
    # The level of the seat must not be above: that would be a promotion.
    person = stored_person(stored, id)
    changed = replace(person, level=snapshot.posts.raw("level")[free])
    stored.workspace.write(partial(_save, changed), "同层次")
    settle()
    section.edit_person(id)
    seen = {}

    def move(dialog):
        names = dialog._names.posts
        dialog.set_kind("转任")
        seen["without"] = dialog.faults()["post"]
        put(dialog.editors["post"], names[snapshot.posts.ids[taken]])
        dialog.work_out()
        seen["taken"] = dialog.editors["post"].wrong.text()
        put(dialog.editors["post"], names[snapshot.posts.ids[free]])
        put(dialog.editors["document"], "云任〔2026〕88号")
        seen["text"] = dialog.editors["post_text"].text()
        dialog._on_go()
        return dialog.result() == 1

    asker.answers.append(move)
    trigger(page, "elements.person.step")
    settle()
    assert "请选择" in seen["without"]
    assert seen["taken"]
    now = stored.workspace.world.seating
    at = stored.workspace.snapshot.people.positions[id]
    assert now.holder[free] == at
    assert now.holder[snapshot.posts.positions[post]] == VACANT
    person = stored_person(stored, id)
    assert person.post_text == seen["text"]
    assert seen["text"] in person.resume.splitlines()[-1]
    documents = {
        e.document for e in of_person(stored.workspace.loaded.engine, id).rows
        if isinstance(e, Tenure) and e.start == stored.workspace.as_of
    }  # fmt: skip
    assert documents == {"云任〔2026〕88号"}
    stored.undo.stack.undo()
    settle()
    assert stored.workspace.world.seating.holder[snapshot.posts.positions[post]] == at


# ---- batches


def test_a_field_of_several_people_is_changed_after_a_preview(
    page, section, stored, asker, settle, undone
):
    chosen = section.view.rows.shown_ids()[:6]
    section.view.select_ids(chosen)
    seen = {}

    def change(dialog):
        dialog.picker.edited.emit("technical_title")
        put(dialog.editor, "经济师")
        dialog._preview()
        settle()
        seen["rows"] = [(each.old, each.new) for each in dialog.proposals]
        seen["button"] = dialog.go.text()
        dialog._on_go()
        return dialog.result() == 1

    asker.answers.append(change)
    trigger(page, "elements.person.batch")
    settle()
    assert len(seen["rows"]) == 6
    assert {new for _, new in seen["rows"]} == {"经济师"}
    assert seen["button"].startswith("修改 ")
    assert {stored_person(stored, id).technical_title for id in chosen} == {"经济师"}
    assert undone()


def test_who_cannot_have_the_value_is_left_out_and_named(page, section, stored, asker, settle):
    section.view.select_ids(section.view.rows.shown_ids()[:5])
    seen = {}

    def change(dialog):
        dialog.picker.edited.emit("work_start")
        put(dialog.editor, "1975-01")
        dialog._preview()
        settle()
        seen["refused"] = [each.refused for each in dialog.proposals if each.refused]
        seen["go"] = dialog.go.isEnabled()
        put(dialog.editor, "1975-13")
        dialog._preview()
        seen["wrong"] = dialog.editor.wrong.text()
        return False

    asker.answers.append(change)
    trigger(page, "elements.person.batch")
    assert seen["refused"]
    assert "有效的年月" in seen["wrong"]


# ---- rows and photos


def test_rows_are_added_changed_dropped_and_saved_together(
    qtbot, page, section, stored, settle, undone
):
    id = next(i for i in section.view.rows.shown_ids() if _count(stored, "appraisal", i) > 1)
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
    assert pane.editors["year"].field.hasFocus() or section.dirty()
    put(pane.editors["year"], "1999")
    put(pane.editors["result"], "优秀")
    page._save.trigger()
    settle()
    assert not section.dirty()
    assert _count(stored, "appraisal", id) == before
    assert stored.undo.stack.undoText().endswith("的年度考核")
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


def _count(stored, name, id):
    snapshot = stored.workspace.snapshot
    return len(snapshot[name].of(snapshot.people.positions[id]))


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
