"""Photos held in memory: bounded, the oldest go first, those in sight stay."""

import pytest
from PySide6.QtGui import QPixmap

from ui.card.pictures import MOST, Pictures
from ui.pages.staffing.board import Board


@pytest.fixture
def some(qapp):
    def make(*ids):
        return {id: QPixmap(2, 2) for id in ids}

    return make


def test_the_oldest_go_first(some):
    held = Pictures(3)
    for id in "abcd":
        held.add(some(id))
    assert [id in held for id in "abcd"] == [False, True, True, True]


def test_looking_at_one_keeps_it(some):
    held = Pictures(3)
    held.add(some("a", "b", "c"))
    assert held.get("a") is not None
    held.add(some("d"))
    assert [id in held for id in "abcd"] == [True, False, True, True]
    assert held.get("b") is None


def test_those_needed_stay_however_many_they_are(some):
    held = Pictures(2)
    held.add(some("a", "b", "c"), needed={"a", "b", "c"})
    assert len(held) == 3
    held.add(some("d"), needed={"a", "d"})
    assert [id in held for id in "abcd"] == [True, False, False, True]


def test_memory_does_not_grow_while_one_pages_through_many_people(some):
    held = Pictures()
    for page in range(100):
        ids = [f"{page}-{at}" for at in range(20)]
        held.add(some(*ids), needed=ids)
        assert all(held.get(id) is not None for id in ids)
    assert len(held) == MOST


def test_the_board_holds_no_more(qtbot, some):
    board = Board()
    qtbot.addWidget(board)
    board.add_pictures(some(*map(str, range(MOST))))
    assert board.picture("0") is not None  # which is a use of it
    board.add_pictures(some("new"))
    assert board.picture("0") is not None
    assert board.picture("1") is None
