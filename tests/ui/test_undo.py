"""Undo: values are put back; the active stack is the one that is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QUndoStack

from ui.undo import Holder, Repeat, Replace, Undo


@pytest.fixture
def undo(qapp):
    made = Undo()
    yield made
    made.close()


def test_a_value_is_replaced_and_put_back(undo):
    holder, seen = Holder(1), []
    holder.changed.connect(seen.append)
    undo.replace(holder, 1, 2, "调任 张三")
    assert (holder.value, undo.group.undoText()) == (2, "调任 张三")
    undo.group.undo()
    assert (holder.value, undo.group.redoText()) == (1, "调任 张三")
    undo.group.redo()
    assert seen == [2, 1, 2]


def test_a_page_may_bring_a_stack_of_its_own(undo):
    own, holder = QUndoStack(), Holder("a")
    undo.activate(own)
    undo.replace(holder, "a", "b", "改")
    undo.activate(None)
    assert not undo.group.canUndo()
    undo.activate(own)
    undo.group.undo()
    assert holder.value == "a"


def test_what_was_done_already_is_not_done_again_by_pushing(undo):
    calls = []
    undo.push(Repeat("导入", lambda: calls.append("redo"), lambda: calls.append("undo")))
    assert calls == []
    undo.group.undo()
    undo.group.redo()
    assert calls == ["undo", "redo"]


@given(st.lists(st.integers(), min_size=1, max_size=20))
def test_undoing_everything_restores_the_first_value(values):
    holder, stack = Holder(0), QUndoStack()
    for value in values:
        stack.push(Replace(holder, holder.value, value, "改"))
    stack.setIndex(0)
    assert holder.value == 0
    stack.setIndex(len(values))
    assert holder.value == values[-1]
