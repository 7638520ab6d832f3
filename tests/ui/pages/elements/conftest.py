"""What tests of 要素维护 stand on."""

import pytest

from tests.ui.pages.elements.by_hand import exported


@pytest.fixture
def undone(stored, settle):
    """Give a function that takes the last edit back and says whether all is as it was before."""
    engine = stored.workspace.loaded.engine
    first = exported(engine)

    def check():
        assert exported(engine) != first
        stored.undo.stack.undo()
        settle()
        assert exported(engine) == first
        stored.undo.stack.redo()
        settle()
        assert exported(engine) != first
        stored.undo.stack.undo()
        settle()
        return exported(engine) == first

    return check
