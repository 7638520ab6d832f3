"""A condition in a dialog: lines and the sentence say the same; what cannot be read is refused."""

import pytest
from PySide6.QtWidgets import QWidget

from leadership_model.conditions.sentence import parse, write
from ui.widgets.condition_dialog import ConditionDialog


@pytest.fixture
def dialog(context, qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    world = context.workspace.world
    made = ConditionDialog("条件", "说明", world, parse("年龄 <= 42", world.catalogue), home)
    yield made
    made.close()


def test_a_typed_sentence_becomes_lines(dialog):
    dialog.sentence.setText("年龄 <= 42 且 学历 >= 大学")
    dialog.sentence.textEdited.emit(dialog.sentence.text())
    assert len(dialog.builder.rows) == 2
    assert write(dialog.condition()) == "年龄 <= 42 且 学历 >= 大学"


def test_a_line_taken_out_leaves_the_sentence(dialog):
    dialog.take("年龄 <= 42 且 学历 >= 大学")
    dialog.builder._on_removed((1,))
    assert dialog.sentence.text() == "年龄 <= 42"
    dialog.builder._on_removed(())
    dialog.ok.click()
    assert "还没有条件" in dialog.wrong.text()
    assert dialog.result() == 0


def test_what_cannot_be_read_keeps_the_dialog_open(dialog):
    dialog.sentence.setText("年龄 很 大")
    dialog.ok.click()
    assert dialog.wrong.text()
    assert dialog.result() == 0
    dialog.sentence.setText("年龄 <= 40")
    dialog.ok.click()
    assert dialog.result() == 1
