"""Nothing in the window is for show: whatever can be pressed does something, and never fails."""

import gc

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from leadership_model.people.snapshot import Snapshot
from tests.ui.everything.pressing import Presser
from ui import navigation as go
from ui import registry
from ui.widgets.buttons import button
from ui.window import Window

# What may do nothing that can be seen at once, and why.
ALLOWED = {
    "固定卡片": "keeps the card when another person is chosen later",
    "canvas  / PersonCard": "it is pulled onto a post of a plan; a click into it means nothing",
    "/ Meeting": "before an audience the board is worked by keys alone; the mouse reaches nothing",
}


def two_teams(snapshot: Snapshot) -> tuple[str, ...]:
    """Give two teams of which the first has an empty seat."""
    return tuple(snapshot.teams.ids[:2])


def begin(window: Window, name: str) -> None:
    """Bring something onto a page that is empty until somebody asks a question."""
    snapshot = window.context.workspace.snapshot
    match name:
        case "query":
            window.lead(go.RunQuery("年龄 <= 27 且 学历 >= 大学"))
        case "staffing":
            window.lead(go.StaffTeams(two_teams(snapshot)))
        case "matching":
            window.lead(go.MatchPost(snapshot.posts.ids[3]))


@pytest.mark.timeout(400)  # it presses some hundred controls, one after the other
@pytest.mark.parametrize("name", [spec.name for spec in registry.PAGES])
def test_every_control_of_a_page_acts(qtbot, whole, yes, name):
    window = whole(name)
    begin(window, name)

    def again() -> None:
        begin(whole(name), name)

    presser = Presser(qtbot, window, yes, again)
    presser.page = name
    presser.press_all(lambda: window.pages[name])
    judge(presser, yes)


@pytest.mark.timeout(400)  # see above
def test_every_control_of_the_frame_acts(qtbot, whole, yes):
    window = whole("home")
    window.show_person(window.context.workspace.snapshot.people.ids[5])
    presser = Presser(qtbot, window, yes, lambda: whole("home"))
    presser.page = "home"
    presser.drawer = True
    for part in (window.drawer, window.status, window.topbar, window.rail):
        presser.press_all(lambda part=part: part)
    judge(presser, yes)


@pytest.mark.timeout(400)  # see above
def test_every_command_of_the_window_acts(qtbot, whole, yes):
    window = whole("home")
    presser = Presser(qtbot, window, yes, lambda: whole("home"))
    presser.page = "home"
    last = ("file.sample", "file.new", "welcome.import", "file.open", "file.close", "file.quit")
    ids = [id for id in window.commands.actions if id not in last]
    for id in (*ids, *last):
        action = window.commands[id]
        if action.isEnabled() and id != "page.home":  # which is shown already
            presser.trigger(id, action.trigger)
    judge(presser, yes)


def test_every_control_of_the_welcome_page_acts(qtbot, whole, yes):
    window = whole("home")
    window.context.workspace.close()
    presser = Presser(qtbot, window, yes, window.context.workspace.close)
    presser.welcome = True
    presser.press_all(lambda: window.welcome)
    judge(presser, yes)


def test_a_control_that_does_nothing_is_found(qtbot, whole, yes):
    window = whole("home")
    ground = QWidget(window.pages["home"])
    row = QHBoxLayout(ground)
    marked = QLabel("")
    for each in (QPushButton("没有反应"), button("有反应", marked.show), marked):
        row.addWidget(each)
    marked.hide()
    ground.resize(400, 60)
    ground.show()
    presser = Presser(qtbot, window, yes, lambda: None)
    presser.page = "home"
    presser.press_all(lambda: ground)
    assert [each.split(" / ")[0] for each in presser.dead] == ["button 没有反应"]
    assert presser.faults == []


def judge(presser, yes) -> None:
    """Ask for no fault, no dead control, every file written, every dialog gone."""
    assert not presser.faults, "\n".join(presser.faults)
    dead = [each for each in presser.dead if not any(words in each for words in ALLOWED)]
    assert not dead, "these do nothing:\n" + "\n".join(dead)
    assert not yes.unwritten()
    gc.collect()
    assert not yes.left()
