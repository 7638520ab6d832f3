import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.widgets.taborder import follow_layout


def test_tab_goes_as_the_page_is_read_whatever_was_made_first(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    split = QSplitter(page)
    scroll = QScrollArea(split)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner, right = QWidget(), QWidget(split)
    made = {name: QLineEdit(page) for name in ("last", "head", "second", "first")}
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    QHBoxLayout(inner).addWidget(made["first"])
    QHBoxLayout(right).addWidget(made["second"])
    column, row = QVBoxLayout(page), QHBoxLayout()
    row.addWidget(made["head"])
    column.addLayout(row)
    column.addWidget(split)
    column.addWidget(made["last"])
    follow_layout(page)
    page.show()
    made["head"].setFocus()
    seen = [page.focusWidget()]
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
    assert seen == [made[name] for name in ("head", "first", "second", "last")]


REBUILT = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QApplication, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget)
from ui.widgets.taborder import follow_layout

app = QApplication(["-platform", "offscreen"])
page = QWidget()
column = QVBoxLayout(page)
for _ in range(60):
    buttons = [QPushButton(str(number)) for number in range(30)]
    for each in buttons:
        column.addWidget(each)
    walk(page, column)
    for each in buttons:
        each.setParent(None)
        each.deleteLater()
    buttons.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = QListWidget(page)
    for _ in range(4):
        for number in range(60):
            found.addItem(QListWidgetItem(str(number)))
        assert all(type(found.item(at)) is QListWidgetItem for at in range(60))
        found.clear()
    found.setParent(None)
    found.deleteLater()
    del found
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
sys.stdout.write("whole")
"""
OURS = "def walk(page, column):\n    follow_layout(page)\n"
BY_ITEMS = (
    "def walk(page, column):\n"
    "    return [getattr(column, 'item' + 'At')(at) for at in range(column.count())]\n"
)


@pytest.mark.parametrize(("walk", "whole"), [(OURS, True), (BY_ITEMS, False)])
def test_a_page_rebuilt_after_the_tab_order_was_set_does_not_crash(walk, whole):
    """The second case shows that the first can fail: going by a layout's items does crash."""
    command = [sys.executable, "-c", walk + REBUILT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode == 0 and done.stdout == "whole") is whole, done.stderr
