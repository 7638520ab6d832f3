"""Cards dragged by the mouse: what is shown on the way, what a drop does, what Esc does."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest


def middle(widget):
    return widget.rect().center()


def drag(qtbot, source, target, *, release=True, modifier=Qt.KeyboardModifier.NoModifier):
    """Press on a card, move over another widget, let go there."""
    there = source.mapFromGlobal(target.mapToGlobal(middle(target)))
    qtbot.mousePress(source, Qt.MouseButton.LeftButton, pos=middle(source))
    QTest.mouseMove(source, middle(source) + QPoint(25, 5))
    QTest.mouseMove(source, there - QPoint(3, 3))
    QTest.mouseMove(source, there)
    if release:
        qtbot.mouseRelease(source, Qt.MouseButton.LeftButton, modifier, pos=there)


def test_a_card_dropped_on_a_vacant_post_seats_the_person(qtbot, page, board):
    source, target = board.card(board.held()), board.card(board.vacant())
    person, post = source.seat.person, target.seat.post
    drag(qtbot, source, target)
    assert board.holder(post) == person
    assert board.holder(source.seat.post) == -1
    assert board.card(post).seat.proposed
    assert board.card(source.seat.post).seat.left
    assert page.plan.stack.undoText().startswith("调任")
    assert not page.hand.carrying.floating.isVisible()


def test_on_the_way_the_bubble_tells_scores_rules_and_vacancies(qtbot, page, board):
    source, target = board.card(board.held()), board.card(board.vacant())
    drag(qtbot, source, target, release=False)
    bubble = page.hand.bubble
    assert bubble.isVisible()
    assert bubble.effect.title.startswith(source.seat.name)
    assert len(bubble.effect.teams) == 2
    words = [text for _, text in bubble.effect.notes]
    assert any(text.startswith("随之空缺") for text in words)
    assert any(text.startswith("补上空缺") for text in words)
    assert page.plan.situation.folded.changes == {}
    qtbot.keyClick(source, Qt.Key.Key_Escape)
    assert not bubble.isVisible()
    assert page.plan.scenario.done == ()
    qtbot.mouseRelease(source, Qt.MouseButton.LeftButton, pos=middle(source))
    assert page.plan.scenario.done == ()


def test_dropped_on_a_held_post_the_holder_goes_to_the_bench(qtbot, page, board):
    source, target = board.card(board.held(1)), board.card(board.held(0))
    out, person = target.seat.person, source.seat.person
    drag(qtbot, source, target)
    assert board.holder(target.seat.post) == person
    assert [card.seat.person for card in page.bench.cards] == [out]
    assert page.bench.note.text() == "1 人"


def test_dropped_on_the_bench_the_person_leaves(qtbot, page, board):
    source = board.card(board.held())
    person, post = source.seat.person, source.seat.post
    drag(qtbot, source, page.bench.well)
    assert board.holder(post) == -1
    assert [card.seat.person for card in page.bench.cards] == [person]
    assert page.plan.stack.undoText().startswith("移出")


def test_from_the_bench_back_to_a_post(qtbot, page, board):
    source = board.card(board.held())
    person, vacant = source.seat.person, board.vacant()
    drag(qtbot, source, page.bench.well)
    drag(qtbot, page.bench.cards[0], board.card(vacant))
    assert board.holder(vacant) == person
    assert page.bench.cards == []


def test_let_go_outside_nothing_happens(qtbot, page, board):
    source = board.card(board.held())
    drag(qtbot, source, page.strip)
    assert page.plan.scenario.done == ()
    assert not page.hand.bubble.isVisible()


def test_a_pinned_post_takes_nobody(qtbot, page, board, context):
    said = []
    context.say.said.connect(said.append)
    target = board.card(board.held(0))
    target.setFocus()
    page.keys.pin.trigger()
    assert board.card(target.seat.post).seat.pinned
    drag(qtbot, board.card(board.held(1)), board.card(target.seat.post))
    assert len(page.plan.scenario.done) == 1
    assert "已固定" in said[-1]


def test_undo_and_redo_follow_the_stack(qtbot, page, board):
    source, target = board.card(board.held()), board.card(board.vacant())
    person, post, before = source.seat.person, target.seat.post, source.seat.post
    drag(qtbot, source, target)
    page.keys.undo.trigger()
    assert board.holder(before) == person
    assert board.holder(post) == -1
    assert len(page.plan.scenario.moves) == 1  # kept for 重做, also over a restart
    page.plan.stack.redo()
    assert board.holder(post) == person


def test_a_candidate_is_dragged_onto_the_board(qtbot, page, board, settle):
    post = board.vacant()
    board.choose(post)
    settle()
    view = page.panel.list
    row = view.rows()[0]
    at = view.visualRect(view.model().index(0, 0)).center()
    port = view.viewport()
    target = board.card(post)
    there = port.mapFromGlobal(target.mapToGlobal(middle(target)))
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(port, at - QPoint(30, 0))
    QTest.mouseMove(port, there)
    assert page.hand.bubble.isVisible()
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=there)
    assert board.holder(post) == row.key
