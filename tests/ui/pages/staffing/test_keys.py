"""Everything the mouse does on the board can be done by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def focus(page, post):
    page.activateWindow()
    page.board.select(post)
    assert page.keys.chosen == post


def test_picked_up_and_put_down_by_keys(qtbot, page, board):
    source, target = board.held(), board.vacant()
    person = board.holder(source)
    focus(page, source)
    qtbot.keyClick(board.card(source), Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert page.hand.held == person
    assert "已拿起" in page.header.note()
    focus(page, target)
    assert page.hand.bubble.isVisible()
    qtbot.keyClick(board.card(target), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert board.holder(target) == person
    assert page.hand.held is None
    assert "已拿起" not in page.header.note()


def test_m_takes_up_and_puts_down(qtbot, page, board):
    source, target = board.held(), board.vacant()
    person = board.holder(source)
    focus(page, source)
    qtbot.keyClick(board.card(source), Qt.Key.Key_M)
    focus(page, target)
    qtbot.keyClick(board.card(target), Qt.Key.Key_M)
    assert board.holder(target) == person


def test_escape_lets_go(qtbot, page, board):
    focus(page, board.held())
    page.keys.pick.trigger()
    qtbot.keyClick(board.card(board.held()), Qt.Key.Key_Escape)
    assert page.hand.held is None
    assert not page.keys.put.isEnabled()


def test_delete_sends_to_the_bench(qtbot, page, board):
    post = board.held()
    person = board.holder(post)
    focus(page, post)
    qtbot.keyClick(board.card(post), Qt.Key.Key_Delete)
    assert board.holder(post) == -1
    assert page.bench.cards[0].seat.person == person


def test_p_pins_and_unpins(qtbot, page, board):
    post = board.held()
    focus(page, post)
    qtbot.keyClick(board.card(post), Qt.Key.Key_P)
    assert board.card(post).seat.pinned
    assert page.plan.stack.undoText().startswith("固定")
    qtbot.keyClick(board.card(post), Qt.Key.Key_P)
    assert not board.card(post).seat.pinned


def test_arrows_walk_over_the_cards(qtbot, page, board):
    first, second = (card.seat.post for card in page.board.cards()[:2])
    focus(page, first)
    qtbot.keyClick(board.card(first), Qt.Key.Key_Right)
    assert page.keys.chosen == second
    qtbot.keyClick(board.card(second), Qt.Key.Key_Left)
    assert page.keys.chosen == first
    qtbot.keyClick(board.card(first), Qt.Key.Key_Down)
    assert page.keys.chosen not in (first, second)


def test_space_opens_the_person(qtbot, page, board, requests, context):
    post = board.held()
    focus(page, post)
    qtbot.keyClick(board.card(post), Qt.Key.Key_Space)
    id = context.workspace.world.person_ids[board.holder(post)]
    assert requests[-1].id == id


def test_letters_typed_into_the_field_are_no_commands(qtbot, page, board):
    post = board.held()
    focus(page, post)
    field = page.panel.why.field
    page.keys.why.trigger()
    assert QApplication.focusWidget() is field or not page.isActiveWindow()
    qtbot.keyClicks(field, "pm")
    assert field.text() == "pm"
    assert not board.card(post).seat.pinned


def test_commands_are_only_there_when_they_can_do_something(page, board):
    assert not page.keys.put.isEnabled()
    assert not page.keys.motion.isEnabled()
    focus(page, board.vacant())
    assert not page.keys.bench.isEnabled()
    assert not page.keys.pick.isEnabled()
    focus(page, board.held())
    assert page.keys.bench.isEnabled()
    page.keys.bench.trigger()
    assert page.keys.motion.isEnabled()
