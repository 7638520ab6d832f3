"""Conditions of requirements and portraits built line by line: the same tree both ways."""

import pytest
from PySide6.QtCore import Qt

from leadership_model.conditions.sentence import parse, write
from leadership_model.structure.requirement import Count
from tests.ui.pages.structure.test_page import turn
from ui.pages.structure.page import StructurePage
from ui.widgets.condition_dialog import ConditionDialog


@pytest.fixture
def page(context, shown):
    return shown(StructurePage(context))


def begin(page, settle):
    turn(page, settle, "乡镇")
    page.desk.requirements.made.emit(Count)
    settle()
    return page.desk.requirements.sentence


def typed(sentence, seen):
    def answer(dialog):
        assert isinstance(dialog, ConditionDialog)
        seen.append(None if dialog.condition() is None else write(dialog.condition()))
        if sentence is None:
            return False
        assert dialog.take(sentence)
        return True

    return answer


def test_the_builder_shows_what_stands_there_and_gives_its_tree_back(page, settle, asker, context):
    line, seen = begin(page, settle), []
    before = line.requirement()
    wanted = "(性别 = 女 或 年龄 <= 35) 且 非 (学历 < 大学)"
    tree = parse(wanted, context.workspace.catalogue)
    asker.answers.append(typed(wanted, seen))
    line.builder.click()
    settle()
    assert seen == [write(before.measure.condition)]
    assert line.requirement().measure.condition == tree
    assert line.tokens["condition"].toolTip() == write(tree) or write(tree) in line.text(
        "condition"
    )
    asker.answers.append(typed(None, seen))
    line.builder.click()
    assert seen[1] == write(tree)
    assert line.requirement().measure.condition == tree
    page.undo_stack().undo()
    assert line.requirement() == before


def test_the_builder_opens_by_keyboard(page, settle, asker, qtbot):
    line, seen = begin(page, settle), []
    asker.answers.append(typed(None, seen))
    assert line.builder.focusPolicy() & Qt.FocusPolicy.TabFocus
    line.tokens["condition"].setFocus()
    qtbot.keyClick(line.builder, Qt.Key.Key_Space)
    assert len(seen) == 1


def test_requirements_without_a_condition_have_no_builder(page, settle):
    from leadership_model.structure.requirement import Filled

    line = begin(page, settle)
    assert line.builder is not None
    page.desk.requirements.made.emit(Filled)
    settle()
    assert line.builder is None


def test_a_condition_of_a_portrait_is_built_and_a_sensitive_one_refused(page, settle, asker):
    turn(page, settle, "乡镇")
    page.desk.turn("portraits")
    editor, seen = page.views.portrait_editor, []
    editor.begun.emit(True)
    settle()
    asker.answers.append(typed("年龄 <= 45 且 学历 >= 大学", seen))
    editor.line.builder.click()
    settle()
    (made,) = [each for each in page.hand().whole.portraits if each.label == "新的重点岗位画像"]
    assert write(made.weights[0].condition) == "年龄 <= 45 且 学历 >= 大学"
    asker.answers.append(typed("性别 = 女", seen))
    editor.line.builder.click()
    settle()
    assert any(what == "error" and "必须写明法规依据" in text for what, text in asker.asked)
    (kept,) = [each for each in page.hand().whole.portraits if each.id == made.id]
    assert kept == made
