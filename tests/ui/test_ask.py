"""The asker of the running program: real dialogs, each run in a loop of its own."""

from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from ui.ask import WindowAsker
from ui.settings import Settings
from ui.widgets.dialog import Dialog
from ui.widgets.picker import Option, Picker
from ui.widgets.questions import Choice, TextQuestion

EXEC = QDialog.exec  # elsewhere in tests it is refused


@pytest.fixture
def real(look, monkeypatch):
    monkeypatch.setattr(QDialog, "exec", EXEC)
    return WindowAsker(Settings())


def _answer(act):
    """Do something with the dialog that is about to be run."""
    QTimer.singleShot(0, partial(_act, act))


def _act(act):
    act(QApplication.activeModalWidget())


def test_a_line_that_was_typed_is_given_back(real, qtbot):
    def type_it(dialog):
        assert isinstance(dialog, TextQuestion)
        dialog.field.setText("乡镇党政正职")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    _answer(type_it)
    assert real.text("保存查询", "名称") == "乡镇党政正职"


def test_what_was_chosen_is_given_back(real):
    def choose(dialog):
        assert isinstance(dialog, Choice)
        dialog.choose("second")
        dialog.accept()

    _answer(choose)
    assert real.choose("另存", "保存为", [("first", "新方案"), ("second", "覆盖")]) == "second"


def test_a_question_that_is_closed_means_no(real):
    _answer(Dialog.reject)
    assert not real.confirm("删除", "要删除吗？")


def test_what_was_entered_can_be_read_after_a_dialog_and_the_dialog_is_freed(real, qtbot):
    dialog = Dialog("登记")
    field = QLineEdit()
    dialog.body.addWidget(field)

    def enter(shown):
        field.setText("财政")
        shown.accept()

    _answer(enter)
    assert real.show(dialog)
    assert field.text() == "财政"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(dialog)


def test_a_dialog_that_ends_with_its_page_means_no(real, qtbot):
    page = QWidget()
    dialog = Dialog("登记", page)
    QTimer.singleShot(0, partial(shiboken6.delete, page))
    assert not real.show(dialog)
    assert not shiboken6.isValid(dialog)


def test_a_question_stands_above_the_window_and_never_above_a_popup(real, qtbot, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    picker = Picker([Option("1", "一")], "选择", parent=window)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: picker)
    above = []

    def close_both(dialog):
        above.append(dialog.parentWidget())
        picker.close()
        dialog.accept()

    _answer(close_both)
    assert real.confirm("删除", "要删除吗？")
    assert above == [window]
