"""The table as people use it: mouse, keys, clipboard, menus, remembered columns."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from ui.settings import Settings
from ui.tables import clipboard
from ui.tables.cell import Bar, Cell
from ui.tables.columns import Column
from ui.tables.view import TableView

NAMES = ["王伟", "李娜", "张三", "赵四", "单建华"]
COLUMNS = (
    Column(
        id="name",
        title="姓名",
        cell=lambda i: Cell(text=NAMES[i], avatar="王", link=True),
        search=True,
    ),
    Column(
        id="age",
        title="年龄",
        cell=lambda i: str(30 + i),
        keys=lambda items: np.asarray(items) + 30,
        align="right",
    ),
    Column(id="sex", title="性别", cell=lambda i: "男" if i % 2 else "女"),
    Column(
        id="fit",
        title="匹配",
        cell=lambda i: Cell(
            bar=Bar(parts=((50, "c1"),), low=40, high=60, marks=((60, "red"),)), second="x"
        ),
    ),
    Column(
        id="state",
        title="状态",
        cell=lambda i: Cell(
            text="符合", mark="green", tone="green", chip="拟任", tint="green", tail="尾"
        ),
        stretch=True,
    ),
    Column(
        id="extra",
        title="备注",
        cell=lambda i: Cell(text="长" * 90, icon="pin", strike=True),
        shown=False,
    ),
)
IDS = [f"p{i}" for i in range(5)]


@pytest.fixture
def settings():
    return Settings()


@pytest.fixture
def make(qtbot, look, settings):
    def build(**options):
        view = TableView(settings, "test", **options)
        qtbot.addWidget(view)
        view.resize(800, 300)
        view.show_rows(COLUMNS, np.arange(5), IDS)
        view.show()
        return view

    return build


def click_head(qtbot, view, section, modifier=Qt.KeyboardModifier.NoModifier):
    heads = view.horizontalHeader()
    place = QPoint(heads.sectionViewportPosition(section) + 20, heads.height() // 2)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def place_of(view, row, column):
    return view.visualRect(view.rows.index(row, column)).center()


def test_it_paints_every_kind_of_cell(make):
    view = make(checks=True)
    view.keeper.set_shown("extra", True)
    view.select_ids(["p1"])
    image = view.grab().toImage()
    assert not image.isNull()
    colours = {image.pixelColor(x, y).name() for x in range(0, 800, 2) for y in range(0, 200, 2)}
    assert len(colours) > 20


def test_a_click_on_a_heading_sorts_and_again_reverses(qtbot, make):
    view = make()
    click_head(qtbot, view, 1)
    assert view.rows.sort_keys == (("age", False),)
    click_head(qtbot, view, 1)
    assert view.rows.shown_ids()[0] == "p4"
    click_head(qtbot, view, 2, Qt.KeyboardModifier.ShiftModifier)
    assert view.rows.sort_keys == (("age", True), ("sex", False))


def test_selection_and_current_row_survive_sorting_and_new_rows(make):
    view = make()
    view.select_ids(["p3", "p1"])
    view.sort_by((("age", True),))
    assert view.selected_ids() == ("p3", "p1")
    view.show_rows(COLUMNS, np.arange(5)[::-1], IDS[::-1])
    assert set(view.selected_ids()) == {"p1", "p3"}
    assert view.current_id() == "p3"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, "double", "ctrl-i"])
def test_the_card_is_asked_for(qtbot, make, key):
    view = make()
    view.select_ids(["p2"])
    with qtbot.waitSignal(view.opened) as caught:
        if key == "double":
            place = place_of(view, 2, 0)
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
            qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        elif key == "ctrl-i":
            qtbot.keyClick(view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        else:
            qtbot.keyClick(view, key)
    assert caught.args == ["p2"]


def test_enter_activates(qtbot, make):
    view = make()
    view.select_ids(["p2"])
    with qtbot.waitSignal(view.activated_id) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["p2"]


def test_copy_gives_a_table_of_visible_columns(qtbot, make):
    view = make()
    view.keeper.set_shown("fit", False)
    view.select_ids(["p0", "p2"])
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0] == "姓名\t年龄\t性别\t状态"
    assert lines[1].startswith("王伟\t30\t女\t符合")
    assert len(lines) == 3
    assert "<td>王伟</td>" in QApplication.clipboard().mimeData().html()


def test_copying_asks_nothing_of_columns_out_of_sight(make):
    view, asked = make(), []
    column = Column(id="dear", title="另算", cell=lambda item: asked.append(item) or "值")
    view.show_rows([*COLUMNS, column], [0, 1], IDS[:2])
    view.keeper.set_shown("dear", False)
    asked.clear()
    view.select_ids(IDS[:2])
    view.copy()
    assert QApplication.clipboard().text().startswith("姓名\t年龄")
    assert asked == []


def test_many_rows_are_copied_in_slices(qtbot, make, monkeypatch):
    monkeypatch.setattr(clipboard, "SLICE", 0)
    QApplication.clipboard().clear()
    view = make()
    view.select_ids(IDS)
    with qtbot.waitSignal(view.copied) as caught:
        view.copy()
        assert QApplication.clipboard().text() == ""  # one row a turn: not there yet
    assert caught.args == [5]
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines[1:]] == NAMES


def test_other_rows_end_the_copying(qtbot, make, monkeypatch):
    monkeypatch.setattr(clipboard, "SLICE", 0)
    QApplication.clipboard().setText("before")
    view = make()
    view.select_ids(IDS)
    view.copy()
    view.show_rows(COLUMNS, [0], ["p0"])
    qtbot.wait(30)
    assert QApplication.clipboard().text() == "before"


def test_select_all_takes_everything_in_sight(qtbot, make):
    view = make()
    view.filter_text("三")
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_ids() == ("p2",)


def test_typing_jumps(qtbot, make):
    view = make()
    view.select_ids(["p0"])
    view.keyboardSearch("赵")
    assert view.current_id() == "p3"
    view.keyboardSearch("没有")
    assert view.current_id() == "p3"


def choose(view, row, column, what):
    menu = view.menus.make(view.rows.index(row, column))
    action = next(each for each in menu.actions() if each.data() and each.data()[0] == what)
    action.trigger()
    menu.deleteLater()


def test_the_cell_menu_filters_by_value(qtbot, make):
    view = make()
    choose(view, 1, 2, "only")
    assert view.rows.shown_ids() == ("p1", "p3")
    choose(view, 0, 2, "clear")
    choose(view, 1, 2, "without")
    assert view.rows.shown_ids() == ("p0", "p2", "p4")
    choose(view, 0, 1, "sort")
    assert view.rows.sort_keys == (("age", False),)
    choose(view, 1, 0, "copy-cell")
    assert QApplication.clipboard().text() == "张三"
    with qtbot.waitSignal(view.opened) as caught:
        choose(view, 1, 0, "open")
    assert caught.args == ["p2"]


def test_boxes_are_checked_by_mouse_and_keys(qtbot, make):
    view = make(checks=True)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, 1, 0))
    assert view.checked_ids() == ("p1",)
    view.select_ids(["p0", "p1"])
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert view.checked_ids() == ("p0", "p1")
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert view.checked_ids() == ()
    click_head(qtbot, view, 0)
    assert view.checked_ids() == tuple(IDS)


def test_columns_are_remembered(make, settings):
    view = make()
    heads = view.horizontalHeader()
    heads.resizeSection(0, 150)
    heads.moveSection(0, 2)
    view.keeper.set_shown("extra", True)
    view.keeper.set_shown("sex", False)
    view.sort_by((("age", True),))
    view.keeper.remember()
    other = make()
    heads = other.horizontalHeader()
    assert heads.sectionSize(0) == 150
    assert heads.visualIndex(0) == 2
    assert other.keeper.hidden() == {"sex"}
    assert other.rows.sort_keys == (("age", True),)
    other.keeper.reset()
    assert heads.visualIndex(0) == 0
    assert other.keeper.hidden() == {"extra"}


def test_the_column_menu_shows_and_hides(make):
    view = make()
    menu = view.keeper.menu()
    action = next(each for each in menu.actions() if each.text() == "性别")
    action.trigger()
    assert "sex" in view.keeper.hidden()
    menu.deleteLater()


def test_an_empty_table_explains_itself(make):
    view = make()
    view.set_empty("magnify", "没有结果", "换一个条件试试")
    assert not view._empty.isVisible()
    view.filter_text("没有这个人")
    assert view._empty.isVisible()
    assert view._empty.geometry() == view.viewport().rect()
