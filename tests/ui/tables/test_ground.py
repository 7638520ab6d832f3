"""Scrolling a table paints only the rows that come into sight."""

import pytest

from ui import fonts, theme
from ui.settings import Settings
from ui.tables.columns import Column
from ui.tables.view import TableView


class Counting(TableView):
    """Counts the cells that are painted."""

    def __init__(self):
        super().__init__(Settings(), "test.ground")
        self.painted = set()
        paint = self._cells.paint

        def counted(painter, option, index):
            self.painted.add(index.row())
            paint(painter, option, index)

        self._cells.paint = counted


@pytest.fixture(autouse=True)
def dressed(qapp):
    """The style sheet is what makes Qt paint every row again."""
    theme.apply(qapp, theme.Look(family=fonts.family()))


def shown(qtbot, rows):
    view = Counting()
    qtbot.addWidget(view)
    view.resize(400, 400)
    ids = [str(each) for each in range(rows)]
    view.show_rows([Column(id="a", title="甲", cell=str)], range(rows), ids)
    view.show()
    qtbot.waitUntil(lambda: len(view.painted) > 0)
    return view


def test_a_step_paints_the_rows_that_come_into_sight(qtbot):
    view = shown(qtbot, 500)
    everything = len(view.painted)
    view.painted.clear()
    view.verticalScrollBar().setValue(3)
    qtbot.waitUntil(lambda: len(view.painted) > 0)
    assert len(view.painted) <= 6 < everything


def test_what_no_row_covers_has_the_ground_of_the_table(qtbot):
    view = shown(qtbot, 1)
    picture = view.viewport().grab().toImage()
    color = picture.pixelColor(picture.width() // 2, picture.height() - 5)
    assert color == theme.color("surface")
