"""Every view of every page speaks Chinese, and its words have room, in a window of 1366 x 768."""

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.everything.pressing import Presser
from tests.ui.everything.reading import cramped, cut, english
from tests.ui.everything.sight import roots
from tests.ui.everything.test_everything_acts import begin
from ui import registry

OFFICE = (1366, 768)


@pytest.mark.timeout(400)  # it opens every view there is, one after the other
@pytest.mark.parametrize("name", [spec.name for spec in registry.PAGES])
def test_every_view_of_a_page(qtbot, whole, yes, name):
    window = whole(name, *OFFICE)
    begin(window, name)
    found: set[str] = set()

    def read() -> None:
        for _ in range(50):  # what was shown last gets its room, on a busy machine not at once
            qtbot.wait(1)
            faults = [
                fault
                for root in roots(window)
                for fault in (*english(root), *cramped(root), *cut(root))
            ]
            if not faults:
                break
            qtbot.wait(20)
        found.update(faults)

    presser = Presser(qtbot, window, yes, lambda: begin(whole(name, *OFFICE), name))
    presser.page = name
    presser.only = ("tab", "list", "segment")
    presser.after = read
    read()
    presser.press_all(lambda: window.pages[name])
    assert not found, "\n".join(sorted(found))
    assert not presser.faults


def test_every_dialog_of_the_window_and_the_welcome_page(qtbot, whole, yes):
    window = whole("home", *OFFICE)
    found: list[str] = []
    yes.looks.append(
        lambda dialog: found.extend((*english(dialog), *cramped(dialog), *cut(dialog)))
    )
    for id in ("help.help", "view.settings", "go.month", "view.tasks", "go.find"):
        window.commands[id].trigger()
        for root in roots(window):
            found.extend((*english(root), *cramped(root), *cut(root)))
    assert not found, "\n".join(sorted(set(found)))
    window.context.workspace.close()

    def welcomes_without_a_word_cut() -> None:
        assert not [*english(window), *cramped(window), *cut(window)]

    qtbot.waitUntil(welcomes_without_a_word_cut)


def test_words_without_room_and_english_words_are_found(qtbot):
    ground = ground_of(qtbot)
    place(QLabel("副县长（分管农业）", ground), 0, 0, 40)
    place(QLabel("Submit 提交", ground), 0, 30, 300)
    assert [each.split("”")[0] for each in cramped(ground)] == ["QLabel  “副县长（分管农业）"]
    assert len(english(ground)) == 1
    assert "Submit" in english(ground)[0]


def test_words_that_are_cut_off_and_words_on_words_are_found(qtbot):
    ground = ground_of(qtbot)
    place(QLabel("够宽", ground), 0, 0, 60)
    place(QLabel("出界", ground), 380, 0, 60)
    place(QLabel("重叠", ground), 100, 50, 60)
    place(QLabel("重叠二", ground), 140, 50, 60)
    area = QScrollArea(ground)
    place(area, 0, 100, 80)
    place(wide := QWidget(), 0, 0, 300)
    area.setWidget(wide)
    qtbot.wait(20)
    found = sorted(cut(ground))
    assert len(found) == 3
    assert "“重叠二” lies on “重叠”" in found[0]
    assert "“出界” is cut by QWidget at its side" in found[1]
    assert "scrolls sideways" in found[2]


def ground_of(qtbot: QtBot) -> QWidget:
    """Give a widget of 400 x 300 in sight."""
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(400, 300)
    ground.show()
    return ground


def place(widget: QWidget, left: int, top: int, width: int) -> None:
    """Show a widget at a place, 40 high."""
    widget.setGeometry(left, top, width, 40)
    widget.show()
