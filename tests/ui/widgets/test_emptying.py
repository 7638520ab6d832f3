import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.emptying import empty, put_in


def turn():
    """Let pass the turn in which Qt deletes what is to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("kind", [QVBoxLayout, QGridLayout])
def test_what_is_taken_out_is_hidden_at_once_and_deleted_later(qtbot, kind):
    home = QWidget()
    qtbot.addWidget(home)
    layout = kind(home)
    labels = [QLabel(text) for text in ("一", "二", "三")]
    for each in labels:
        layout.addWidget(each)
    home.show()
    empty(layout)
    assert layout.count() == 0
    assert all(shiboken6.isValid(each) and each.isHidden() for each in labels)
    turn()
    assert not any(shiboken6.isValid(each) for each in labels)


class Area(QScrollArea):
    """Shows a button; its click shows another one."""

    def __init__(self):
        super().__init__()
        self.alive = None
        self.show_button()

    def show_button(self):
        button = QPushButton("另一个")
        button.clicked.connect(self.on_clicked)
        put_in(self, button)

    def on_clicked(self):
        pressed = self.sender()
        self.show_button()
        self.alive = shiboken6.isValid(pressed) and self.widget() is not pressed


def test_a_button_lives_through_the_click_that_replaces_it(qtbot):
    area = Area()
    qtbot.addWidget(area)
    area.show()
    first = area.widget()
    first.click()
    assert area.alive
    turn()
    assert not shiboken6.isValid(first)
    assert area.findChildren(QPushButton) == [area.widget()]
