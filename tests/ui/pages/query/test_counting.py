"""结果统计 through its real widgets: tables, charts, own bands, files."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt

from leadership_model.conditions.sentence import parse
from ui import navigation as go
from ui.pages.query.page import QueryPage
from ui.widgets.sheet import plain

WOMEN = "性别 = 女 且 年龄 <= 50"


@pytest.fixture
def page(context, shown, settle):
    made = shown(QueryPage(context))
    made.receive(go.RunQuery(WOMEN))
    settle()
    return made


@pytest.fixture
def counting(page, settle):
    page.cross_button.click()
    settle()
    return page.counting


def cell(counting, row, column):
    return counting.grid.sheet().rows[row][column]


def test_a_cell_of_the_cross_table_opens_the_people_its_conditions_find(
    counting, context, requests, qtbot
):
    world = context.workspace.world
    row = next(at for at, r in enumerate(counting.seen.cross.rows.parts) if r.condition)
    column = counting.seen.cross.columns.parts[1]
    condition = f"({WOMEN})"
    both = world.facts.tri(parse(condition, world.catalogue))
    both = both & world.facts.tri(counting.seen.cross.rows.parts[row].condition)
    both = both & world.facts.tri(column.condition)
    found = cell(counting, row, 2)
    assert plain(found) == str(int(both.sure.sum()))
    total = len(counting.grid.sheet().rows) - 1, len(counting.grid.sheet().columns) - 1
    place = counting.grid.rect_of(*total).center().toPoint()
    qtbot.mouseClick(counting.grid, Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert set(requests[-1].ids) == set(counting.seen.people.ids)
    assert WOMEN in requests[-1].note


def test_rows_and_columns_are_swapped_and_shares_shown(counting, settle):
    before = [each.label for each in counting.seen.cross.rows.parts]
    counting.swap.click()
    settle()
    assert [each.label for each in counting.seen.cross.columns.parts] == before
    counting.shows.button("row").click()
    last = counting.grid.sheet().rows[-1][-1]
    assert last.cell.tail == "100.0%"


def test_own_bands_are_kept_and_wrong_ones_refused(counting, context, settle, qtbot):
    field = counting.columns.edges
    field.setText("30,45")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    labels = [each.title for each in counting.grid.sheet().columns]
    assert labels[1:4] == ["30岁以下", "31–45", "46岁以上"]
    assert context.settings.choices["query.bands.年龄"] == "30,45"
    field.setText("45,30")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "从小到大" in counting._wrong.text()
    field.setText("")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert len(counting.grid.sheet().columns) > 5
    assert "query.bands.年龄" not in context.settings.choices


def test_the_official_table_and_charts_are_of_the_result(counting, page, requests, settle, qtbot):
    count = len(counting.seen.people)
    counting.turn("levels")
    settle()
    assert plain(cell(counting, 0, 1)) == f"{count:,}"
    counting.turn("charts")
    settle()
    pyramid = counting.charts[0].spec()
    assert sum(right.value for _, right in pyramid.bands) == count
    view = counting.charts[1]
    qtbot.waitUntil(lambda: bool(view.spots()))
    spot = next(each for each in view.spots() if each.ids)
    view.clicked.emit(spot.ids)
    assert requests[-1].ids == spot.ids
    counting.further.choose("民族")
    settle()
    assert len(counting.charts) == 5
    assert "民族" in counting._foot.text()


def test_files_name_the_question_and_what_is_sensitive(counting, asker, settle, tmp_path):
    for view in ("levels", "cross", "charts"):
        counting.turn(view)
        settle()
        path = tmp_path / f"{view}.xlsx"
        asker.answers.append(path)
        counting.export_button.click()
        settle()
        sheet = load_workbook(path).worksheets[0]
        text = "\n".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value)
        assert "条件使用了敏感要素：性别" in text
        assert WOMEN in text
    for ending in ("pdf", "docx"):
        path = tmp_path / f"图.{ending}"
        asker.answers.append(path)
        counting.export_button.click()
        settle()
        assert path.stat().st_size > 2000


def test_an_empty_result_is_counted_as_nobody(page, settle):
    page.receive(go.RunQuery("年龄 <= 10"))
    settle()
    for view in ("levels", "cross", "charts"):
        page.counting.turn(view)
        page.turn("counting")
        settle()
        assert len(page.counting.seen.people) == 0
