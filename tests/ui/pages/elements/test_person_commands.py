"""Adding, removing and merging people through the page, each taken back exactly."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from leadership_model import months
from leadership_model.people.person import Person
from tests.ui.pages.elements.by_hand import add, put, seated, stored_person, trigger
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def page(stored, shown):
    return shown(ElementsPage(stored))


@pytest.fixture
def section(page):
    return page.section()


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
    stored.workspace.write(partial(add, twin), "加一条")
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
