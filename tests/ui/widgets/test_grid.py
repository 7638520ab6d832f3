"""The widget of a sheet: a click, keys and copying."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from ui.navigation import OpenPerson
from ui.tables.cell import Cell
from ui.widgets.grid import Grid
from ui.widgets.sheet import Band, Sheet, SheetCell, SheetColumn


def cell(text, id="", **more):
    return SheetCell(cell=Cell(text=text), request=OpenPerson(id) if id else None, **more)


BAND = Band(start=0, end=10, lo=2, hi=None, low=1, high=3, verdict="yellow")
SHEET = Sheet(
    columns=(SheetColumn(title="项目", width=60), SheetColumn(title="现状", width=60, stretch=1)),
    rows=(
        (cell("年龄", "a", rows=2), cell("2", "b", tip="两人")),
        (None, cell("", "c", band=BAND)),
        (cell("性别"), cell("1", "d")),
    ),
)


@pytest.fixture
def grid(qtbot, look):
    made = Grid("自然结构")
    qtbot.addWidget(made)
    made.show_sheet(SHEET)
    made.resize(300, made.sizeHint().height())
    made.show()
    return made


@pytest.fixture
def opened(grid):
    seen = []
    grid.opened.connect(seen.append)
    return seen


def click(qtbot, grid, row, column):
    at = grid.rect_of(row, column).center().toPoint()
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at)


def test_a_click_opens_what_stands_there(qtbot, grid, opened):
    click(qtbot, grid, 0, 1)
    click(qtbot, grid, 1, 1)
    assert opened == [OpenPerson("b"), OpenPerson("c")]


def test_a_cell_over_two_rows_answers_in_both(qtbot, grid, opened):
    rect = grid.rect_of(0, 0)
    low = QPoint(round(rect.center().x()), round(rect.bottom() - 3))
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=low)
    assert opened == [OpenPerson("a")]


def test_a_cell_that_leads_nowhere_stays_silent(qtbot, grid, opened):
    click(qtbot, grid, 2, 0)
    assert opened == []


def test_keys_walk_over_what_leads_somewhere(qtbot, grid, opened):
    grid.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(grid, key)
    qtbot.keyClick(grid, Qt.Key.Key_Left)  # 性别 leads nowhere: stays
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert opened == [OpenPerson("d"), OpenPerson("d")]


def test_copying_gives_a_table(qtbot, grid):
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "项目\t现状",
        "年龄\t2",
        "\t",
        "性别\t1",
    ]


def test_the_stretching_column_takes_what_is_left(grid):
    assert grid.rect_of(0, 0).width() == 60
    assert grid.rect_of(0, 1).width() == 240


def test_a_narrow_grid_shares_the_room(grid):
    grid.resize(80, 200)
    assert grid.rect_of(0, 0).width() == 40
    assert grid.rect_of(0, 1).right() == 80


def test_it_is_painted(grid):
    assert not grid.grab().isNull()


def test_rows_for_columns_where_there_is_little_room():
    turned = SHEET.transposed("岗位")
    assert [each.title for each in turned.columns] == ["岗位", "年龄", "", "性别"]
    assert turned.texts()[1:] == [["现状", "2", "", "1"]]
    assert turned.rows[0][1].request == OpenPerson("b")


@pytest.mark.parametrize(("lo", "hi"), [(None, 5), (2, None), (None, None), (2, 2)])
def test_bands_of_all_kinds_are_painted(grid, lo, hi):
    band = replace(BAND, lo=lo, hi=hi, low=3, high=3)
    row = (cell("甲"), cell("", "x", band=band))
    grid.show_sheet(replace(SHEET, rows=(row,), heading_lines=2))
    assert not grid.grab().isNull()
