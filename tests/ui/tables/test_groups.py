"""Rows under headings: folded, checked, copied, numbered; columns that stay in sight."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from ui.settings import Settings
from ui.tables.columns import Column
from ui.tables.groups import Groups
from ui.tables.view import TableView

NAMES = ("丁一", "王二", "张三", "李四", "赵五", "孙六")
OF = np.array([1, 0, 1, 0, 2, 1], dtype=np.int32)
LABELS = ("正职", "副职", "待核")
BEHIND = ("副职 3 人 · 50.0 % · 另 2 人待核", "丁一", "待核 1 人 · 16.7 %", "赵五")
COLUMNS = (
    Column(id="name", title="姓名", cell=NAMES.__getitem__, width=90, fixed=True),
    *(Column(id=f"c{at}", title=f"列{at}", cell=str, width=160) for at in range(6)),
)


@pytest.fixture
def view(qtbot, look):
    made = TableView(Settings(), "test", checks=True, numbered=True)
    qtbot.addWidget(made)
    made.resize(500, 420)
    groups = Groups(OF, LABELS, ("", "另 2 人待核", ""))
    made.show_rows(COLUMNS, range(6), [f"p{at}" for at in range(6)], groups)
    made.show()
    qtbot.waitExposed(made)
    return made


def rows(view):
    """Give what stands in sight: headings by their label, people by their id."""
    found = [view.rows.heading_at(row) for row in range(view.rows.rowCount())]
    return [view.rows.id_at(row) if each is None else each[0] for row, each in enumerate(found)]


def press(view, qtbot, row, x):
    y = view.rowViewportPosition(row) + 5
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def test_rows_stand_under_their_headings_with_counts(view):
    assert rows(view) == ["正职", "p1", "p3", "副职", "p0", "p2", "p5", "待核", "p4"]
    assert view.rows.heading_at(3) == ("副职", "3 人 · 50.0 % · 另 2 人待核")
    assert [view.rows.number_of(row) for row in range(9)] == [0, 1, 2, 0, 3, 4, 5, 0, 6]
    assert view.rows.shown_ids() == ("p1", "p3", "p0", "p2", "p5", "p4")


def test_a_heading_folds_by_mouse_and_by_key_and_its_people_stay_in_the_list(view, qtbot):
    press(view, qtbot, 3, 120)
    assert rows(view) == ["正职", "p1", "p3", "副职", "待核", "p4"]
    assert set(view.rows.shown_ids()) == {f"p{at}" for at in range(6)}
    view.setCurrentIndex(view.rows.index(3, 1))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert rows(view)[3:6] == ["副职", "p0", "p2"]


def test_the_box_of_a_heading_checks_the_whole_group(view, qtbot):
    press(view, qtbot, 0, 10)
    assert view.checked_ids() == ("p1", "p3")
    press(view, qtbot, 0, 10)
    assert view.checked_ids() == ()


def test_sorting_keeps_groups_and_a_filter_leaves_out_empty_ones(view):
    view.sort_by((("name", True),))
    assert [each for each in rows(view) if each in LABELS] == list(LABELS)
    view.filter_text("赵五")
    assert rows(view) == ["待核", "p4"]
    view.rows.clear_filters()
    view.show_rows(COLUMNS, range(6), [f"p{at}" for at in range(6)])
    assert len(rows(view)) == 6


def test_a_copy_carries_the_headings_as_text_and_html(view, qtbot):
    with qtbot.waitSignal(view.copied) as copied:
        view.copy_ids(("p4", "p0", "p1"))
    assert copied.args == [3]
    data = QApplication.clipboard().mimeData()
    lines = [line.split("\t")[0] for line in data.text().split("\n")]
    assert lines == ["姓名", "正职 2 人 · 33.3 %", "王二", *BEHIND]
    assert "<td>王二</td>" in data.html()


def test_the_name_stays_in_sight_and_can_be_pressed_there(view, qtbot):
    assert view.fixed_sections() == []
    view.horizontalScrollBar().setValue(200)
    sections = view.fixed_sections()
    assert [view.rows.columns[at].id for at in sections] == ["check", "name"]
    place = QPoint(60, view.rowViewportPosition(1) + 5)
    assert view.rows.columns[view.indexAt(place).column()].id == "name"
    press(view, qtbot, 1, 10)
    assert view.checked_ids() == ("p1",)
    view.setCurrentIndex(view.rows.index(4, 1))
    assert view.horizontalScrollBar().value() == 200
    heads = view.horizontalHeader().viewport()
    qtbot.mouseClick(heads, Qt.MouseButton.LeftButton, pos=QPoint(60, 5))
    assert view.rows.sort_keys == (("name", False),)


def test_the_menu_of_a_heading_folds_checks_and_copies_its_group(view, qtbot):
    def choose(words):
        menu = view.menus.make(view.rows.index(3, 1))
        next(each for each in menu.actions() if each.text().startswith(words)).trigger()
        menu.close()

    choose("勾选本组")
    assert view.checked_ids() == ("p0", "p2", "p5")
    choose("折叠或展开")
    assert rows(view) == ["正职", "p1", "p3", "副职", "待核", "p4"]
    with qtbot.waitSignal(view.copied) as copied:
        choose("复制本组")
    assert copied.args == [3]
    choose("全部展开")
    assert len(rows(view)) == 9
    choose("全部折叠")
    assert rows(view) == list(LABELS)
