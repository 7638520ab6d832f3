"""People carried from lists into a plan: by the mouse over the rail to a card, and by Ctrl+G."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from leadership_model.people.seating import VACANT
from ui import navigation as go
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.lists import ListItem, TwoLineList


@pytest.fixture
def staffed(window, settle):
    """The window with a plan for a team with an open seat, looked at from another page."""
    world = window.context.workspace.world
    posts = world.seating.holder.tolist()
    owners = world.snapshot.posts.owners()
    empty = next(at for at, who in enumerate(posts) if who == VACANT)
    window.lead(go.StaffTeams((world.snapshot.teams.ids[int(owners[empty])],)))
    settle()
    window.empty = empty
    window.open_page("home")
    settle()
    return window


def table_of(window, ids):
    """A table of people on the page in sight."""
    view = TableView(window.context.settings, "porter", parent=window.pages["home"])
    column = Column(id="name", title="姓名", cell=str, width=200)
    view.show_rows((column,), list(ids), list(ids))
    view.setGeometry(40, 60, 320, 300)
    view.show()
    view.raise_()
    return view


def row(view, at):
    return view.visualRect(view.rows.index(at, 0)).center()


def pull(qtbot, view, at):
    """Press on a row and pull it out of its place."""
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view.viewport(), at + QPoint(30, 4))


def to(window, widget, point=None):
    """Take what is carried over another widget."""
    at = widget.mapToGlobal(widget.rect().center() if point is None else point)
    window.porter._move(QPointF(at))
    return at


def let_go(window, at):
    window.porter._drop(QPointF(at))


def free(window, count=1):
    """People without a seat."""
    world = window.context.workspace.world
    seated = set(world.seating.holder.tolist())
    status = world.snapshot.people.raw("status")
    found = (at for at in range(len(status)) if at not in seated and status[at] == "在职")
    return tuple(world.person_ids[next(found)] for _ in range(count))


def test_a_row_goes_over_the_rail_onto_a_card(qtbot, staffed, settle):
    (person,) = free(staffed)
    view = table_of(staffed, (person,))
    view.select_ids((person,))
    pull(qtbot, view, row(view, 0))
    assert staffed.porter.ids == (person,)
    to(staffed, staffed.rail.button("staffing"))
    assert staffed.current == "staffing"
    settle()
    page = staffed.pages["staffing"]
    at = to(staffed, page.board.card(staffed.empty))
    assert page.hand.bubble.isVisible() or page.hand._over == staffed.empty
    page.hand._allowed = list  # whatever rules say of whoever came first
    let_go(staffed, at)
    (move,) = page.plan.scenario.done
    assert (move.person, move.post) == (
        person,
        staffed.context.workspace.world.post_ids[staffed.empty],
    )
    assert staffed.porter.ids == ()
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)


def test_several_become_the_pool_of_the_plan(qtbot, staffed, settle):
    people = free(staffed, 3)
    view = table_of(staffed, people)
    view.selectAll()
    pull(qtbot, view, row(view, 1))
    assert view.selected_ids() == people
    let_go(staffed, to(staffed, staffed.rail.button("staffing")))
    settle()
    assert staffed.pages["staffing"].plan.choices.pool == people


def test_escape_a_drop_elsewhere_and_what_is_nobody_change_nothing(qtbot, staffed):
    first, second = free(staffed, 2)
    view = table_of(staffed, (first, second, "没有这个人"))
    pull(qtbot, view, row(view, 1))
    assert staffed.porter.ids == ()  # what is not selected yet is selected, as everywhere
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    view.select_ids((first,))
    pull(qtbot, view, row(view, 0))
    assert staffed.porter.ids == (first,)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert staffed.porter.ids == ()
    pull(qtbot, view, row(view, 0))
    let_go(staffed, to(staffed, staffed.topbar))
    assert staffed.porter.tag is None
    view.selectAll()
    assert not view.joins()
    pull(qtbot, view, row(view, 2))
    assert staffed.porter.ids == ()
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    assert staffed.current == "home"


def test_a_list_and_the_card_can_be_pulled_too(qtbot, staffed, settle):
    (person,) = free(staffed)
    found = TwoLineList(staffed.pages["home"])
    found.show_items([ListItem(id=person, title="某人"), ListItem(id="", title="别的")])
    found.setGeometry(40, 60, 300, 200)
    found.show()
    pull(qtbot, found, found.visualRect(found.model().index(0, 0)).center())
    assert staffed.porter.ids == (person,)
    staffed.porter.end()
    staffed.show_person(person)
    settle()
    card = staffed.drawer.card
    qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    QTest.mouseMove(card, QPoint(40, 40))
    assert staffed.porter.ids == (person,)
    staffed.porter.end()


def test_ctrl_g_leads_each_kind_where_it_belongs(qtbot, staffed, heard):
    snapshot = staffed.context.workspace.snapshot
    staffed.led.connect(heard.note)
    wanted = {"people": go.UsePool, "posts": go.StaffTeams, "teams": go.StaffTeams}
    for kind, request in wanted.items():
        staffed.open_page("home")
        ids = getattr(snapshot, kind).ids[:2]
        view = table_of(staffed, ids)
        view.selectAll()
        assert view.joins()
        qtbot.keyClick(view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        assert type(heard.pop()[0]) is request
        assert staffed.current == "staffing"
        view.hide()
