"""From a folder of forms to printed papers, by mouse and keys, in one window."""

import docx
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget

from leadership_model.people.seating import VACANT
from ui import navigation as go
from ui.tables import pinyin

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(qtbot, ground, words):
    """Click on the button with these words."""
    found = [
        each
        for kind in (QPushButton, QToolButton)
        for each in ground.findChildren(kind)
        if each.isVisible() and (each.text() == words or each.accessibleName() == words)
    ]
    assert len(found) == 1, f"{words}: {len(found)} buttons"
    assert found[0].isEnabled(), words
    qtbot.mouseClick(found[0], LEFT)


def keys(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press keys in the window, as it lies before the user."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)


@pytest.mark.slow
def test_from_a_folder_of_forms_to_papers(
    qtbot, empty_window, asker, settle, city, forms, tmp_path
):
    window = empty_window
    count = len(list(forms.glob("*.lrmx")))
    assert count >= 5
    bring_in(qtbot, window, asker, settle, forms, tmp_path)
    assert len(window.context.workspace.snapshot.people) == count
    seen_and_found(qtbot, window, settle, count)
    open_city(qtbot, window, asker, settle, city)
    team = judge(qtbot, window, settle)
    move_and_take_back(qtbot, window, settle, team)
    moved = solve(qtbot, window, settle)
    print_forms(qtbot, window, asker, settle, tmp_path, moved)
    print_roster(qtbot, window, asker, settle, tmp_path)
    assert not [each for each in asker.asked if each[0] in ("error", "crash")]


def bring_in(qtbot, window, asker, settle, forms, tmp_path):
    """Make a database and import a folder of forms through the wizard."""
    asker.answers.extend([True, tmp_path / "new.lmdb"])
    qtbot.mouseClick(window.welcome.findChild(QPushButton, "welcome.file.new"), LEFT)
    settle()
    assert (tmp_path / "new.lmdb").is_file()
    assert len(window.context.workspace.snapshot.people) == 0
    keys(qtbot, window, Qt.Key.Key_I, CTRL | SHIFT)
    section = window.pages["elements"].sections["import"]
    assert section.step() == "choose"
    asker.answers.append(forms)
    press(qtbot, section, "选择文件夹")
    settle()
    assert section.step() == "preview"
    qtbot.mouseClick(section.apply_button, LEFT)
    settle()
    assert section.step() == "report"


def seen_and_found(qtbot, window, settle, count):
    """See the people in 要素维护, and find some by typing a condition."""
    page = window.pages["elements"]
    row = next(n for n, item in enumerate(page.nav.items()) if item.id == "people")
    place = page.nav.visualRect(page.nav.model().index(row, 0)).center()
    qtbot.mouseClick(page.nav.viewport(), LEFT, pos=place)
    settle()
    assert page.sections["people"].view.rows.rowCount() == count
    people = window.context.workspace.snapshot.people
    name = people.raw("name")[2]
    keys(qtbot, window, Qt.Key.Key_4, CTRL)
    settle()
    query = window.pages["query"]
    qtbot.mouseClick(query.people.bar.pencil, LEFT)
    query.people.bar.editor.insertPlainText(f"姓名 = {name} 且 性别 已知")
    qtbot.keyClick(query.people.bar.editor, Qt.Key.Key_Return)
    settle()
    assert set(query.people.table.rows.shown_ids()) == {
        id for id, each in zip(people.ids, people.raw("name"), strict=True) if each == name
    }


def open_city(qtbot, window, asker, settle, city):
    asker.answers.append(city)
    keys(qtbot, window, Qt.Key.Key_O, CTRL)
    settle()
    assert window.context.workspace.path == city
    assert window.context.workspace.survey is not None


def judge(qtbot, window, settle):
    """Open the assessment of a team with an empty seat through Ctrl+K; gives its id."""
    world = window.context.workspace.world
    owners = world.snapshot.posts.owners()
    holder = world.seating.holder
    team = next(
        int(owners[post])
        for post in range(len(holder))
        if holder[post] == VACANT and (holder[owners == owners[post]] >= 0).sum() >= 4
    )
    id, name = world.snapshot.teams.ids[team], world.snapshot.teams.raw("name")[team]
    keys(qtbot, window, Qt.Key.Key_K, CTRL)
    popup = window.finder.popup
    qtbot.keyClicks(popup.field, pinyin.initials(name))
    popup.list.choose(f"team:{id}")
    assert popup.list.current_id() == f"team:{id}"
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    settle()
    assert window.current == "assessment"
    page = window.pages["assessment"]
    words = {each.text() for each in page.findChildren(QLabel) if each.isVisible()}
    assert any(name in each for each in words)
    qtbot.mouseClick(page.tabs.bar, LEFT, pos=page.tabs.bar.tabRect(1).center())
    settle()
    cards = {each.accessibleName() for each in page.findChildren(QWidget) if each.isVisible()}
    people = world.snapshot.people.raw("name")
    for person in holder[(owners == team) & (holder >= 0)]:
        assert any(each.startswith(people[person]) for each in cards), people[person]
    return id


def move_and_take_back(qtbot, window, settle, team):
    """Put somebody on the empty seat by keys alone, and take it back."""
    keys(qtbot, window, Qt.Key.Key_S, CTRL | ALT)
    settle()
    assert window.current == "staffing"
    page = window.pages["staffing"]
    assert page.plan.choices.teams == (team,)
    cards = page.board.cards()
    empty = next(card.seat.post for card in cards if card.seat.person == VACANT)
    taken = next(c.seat for c in reversed(cards) if c.seat.person >= 0 and not c.seat.linked)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.board.select(taken.post)
    qtbot.keyClick(page.board.card(taken.post), Qt.Key.Key_M)
    assert page.hand.held == taken.person
    page.board.select(empty)
    qtbot.keyClick(page.board.card(empty), Qt.Key.Key_M)
    assert page.board.card(empty).seat.person == taken.person
    keys(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert page.board.card(empty).seat.person == VACANT
    assert page.board.card(taken.post).seat.person == taken.person
    settle()


def solve(qtbot, window, settle):
    """Have a plan proposed and adopt it; gives the names of those moved."""
    page = window.pages["staffing"]
    keys(qtbot, window, Qt.Key.Key_F9)
    settle()
    assert page.trial.result.verified
    moves = page.trial.result.plan.moves
    assert moves
    assert page.plan.scenario.done == ()
    qtbot.mouseClick(page.solver.adopt, LEFT)
    settle()
    assert len(page.plan.scenario.done) == len(moves)
    people = window.context.workspace.snapshot.people
    return {people.raw("name")[each.person] for each in moves}


def print_forms(qtbot, window, asker, settle, tmp_path, moved):
    """Write the forms of those moved, and read them with another program's eyes."""
    folder = tmp_path / "papers"
    folder.mkdir()
    asker.answers.append(folder)
    window.pages["staffing"].keys.forms.trigger()
    settle()
    files = sorted(folder.glob("*.docx"))
    assert len(files) == len(moved)
    for name in moved:
        file = next(each for each in files if name in each.name)
        words = [
            cell.text
            for table in docx.Document(str(file)).tables
            for row in table.rows
            for cell in row.cells
        ]
        assert name in {each.replace(" ", "").replace("\u3000", "") for each in words}
        assert any("拟任" in each.replace("\u3000", "").replace(" ", "") for each in words)


def print_roster(qtbot, window, asker, settle, tmp_path):
    """Write a roster of those a question finds."""
    window.lead(go.RunQuery("年龄 >= 55 且 性别 = 女"))
    settle()
    page = window.pages["query"]
    found = page.people.table.rows.rowCount()
    assert found
    asker.answers.append(tmp_path / "roster.xlsx")
    press(qtbot, page.header, "名册")
    settle()
    sheet = openpyxl.load_workbook(tmp_path / "roster.xlsx").active
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    world = window.context.workspace.world
    people = dict(zip(world.snapshot.people.ids, world.snapshot.people.raw("name"), strict=True))
    for id in page.people.table.rows.shown_ids():
        assert any(people[id] == each.replace(" ", "").replace("\u3000", "") for each in cells)
    assert any("年龄" in each and "55" in each for each in cells)
