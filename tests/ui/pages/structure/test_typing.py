"""名称 and 理由 of a requirement: what is typed stays while it is typed, and is undone first."""

import pytest
from PySide6.QtCore import Qt

from ui.navigation import OpenPage


@pytest.fixture
def page(window, settle):
    window.lead(OpenPage("structure"))
    settle()
    window.activateWindow()
    return window.pages["structure"]


def undo(qtbot, field):
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(("name", "slot"), [("why", "why"), ("label_field", "label")])
def test_undo_takes_back_the_typing_then_the_edits_of_the_model(page, qtbot, settle, name, slot):
    field = getattr(page.desk.requirements.sentence, name)
    stored = getattr(page.editing.requirement(), slot)
    field.setFocus()
    field.end(False)
    qtbot.keyClicks(field, "abc")
    undo(qtbot, field)
    assert field.text() == stored
    assert page.undo_stack().count() == 0
    qtbot.keyClicks(field, "xyz")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert getattr(page.editing.requirement(), slot) == f"{stored}xyz"
    assert field.text() == f"{stored}xyz"
    undo(qtbot, field)
    settle()
    assert getattr(page.editing.requirement(), slot) == stored
    assert field.text() == stored


def test_what_is_being_typed_stays_when_an_effect_arrives(page, qtbot, settle):
    field = page.desk.requirements.sentence.why
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    typed = field.text()
    page.refresh_survey()
    page._on_effect(page.effect())
    assert field.text() == typed


def test_a_requirement_keeps_its_name_when_none_is_typed(page, qtbot, settle):
    field, name = page.desk.requirements.sentence.label_field, page.editing.requirement().label
    field.setFocus()
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == name
    assert page.undo_stack().count() == 0
