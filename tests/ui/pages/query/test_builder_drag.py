"""Lines are dragged where they belong; facets take several values; ranges are widened again."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ui import navigation as go
from ui.pages.query.page import QueryPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ask(context, shown, settle):
    page = shown(QueryPage(context))

    def run(sentence):
        page.receive(go.RunQuery(sentence))
        settle()
        return page

    return run


def test_a_line_is_dragged_into_a_group_and_the_counts_stay(ask, settle, qtbot):
    page = ask("年龄 <= 45 且 学历 >= 大学 且 (性别 = 女 或 党外 = 是)")
    builder, found = page.people.builder, page.people.table.rows.rowCount()
    row = builder.rows[1,]
    target = builder.boxes[2,]
    grip = row.grip
    builder.tree._on_dragged((1,), target.mapToGlobal(QPoint(40, target.height() - 4)))
    assert builder.tree.bar.isVisible()
    grip.let_go.emit()
    settle()
    assert page.people.bar.text() == "年龄 <= 45 且 (性别 = 女 或 党外 = 是 或 学历 >= 大学)"
    page.undo_stack().undo()
    settle()
    assert page.people.table.rows.rowCount() == found


def test_a_line_is_dragged_by_its_handle_with_the_mouse(ask, settle, qtbot):
    page = ask("年龄 <= 45 且 性别 = 女")
    builder = page.people.builder
    grip, other = builder.rows[1,].grip, builder.rows[0,]
    qtbot.mousePress(grip, LEFT, pos=grip.rect().center())
    place = grip.mapFromGlobal(other.mapToGlobal(QPoint(10, 2)))
    held = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(grip.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(grip, held)
    qtbot.mouseRelease(grip, LEFT, pos=place)
    settle()
    assert page.people.bar.text() == "性别 = 女 且 年龄 <= 45"


def test_a_line_says_how_many_it_lets_through_alone_and_within(ask):
    page = ask("性别 = 女 且 年龄 <= 45")
    tally = page.desk.answered.tallies[1,]
    assert tally.alone > tally.left
    assert page.people.builder.rows[1,].count.text() == f"{tally.alone:,}\n→ {tally.left:,}"


def test_two_values_of_a_facet_give_what_the_second_click_says(ask, settle, qtbot):
    page = ask("年龄 <= 50")
    facets = page.people.facets
    qtbot.mouseClick(facets.row("性别", "女"), LEFT)
    settle()
    count = facets.row("性别", "男").count
    qtbot.mouseClick(facets.row("性别", "男"), LEFT)
    settle()
    assert page.people.bar.text() == "年龄 <= 50 且 性别 属于 {女, 男}"
    assert page.people.table.rows.rowCount() == count


def test_a_long_facet_is_searched_and_takes_several_values(ask, settle):
    page = ask("年龄 <= 60")
    page.desk._on_facet_picked(("籍贯",))
    settle()
    page.people.facets.finders["籍贯"].click()
    picker = page.people.facets.picker
    last = [each.label for each in page.people.facets._found.values][-2:]
    for each in last:
        picker.take(each)
    picker.done.click()
    settle()
    assert f"籍贯 属于 {{{', '.join(last)}}}" in page.people.bar.text()


def test_a_range_is_widened_again_by_its_handle(ask, settle, qtbot):
    page = ask("年龄 介于 40 与 45")
    view = page.people.facets.histograms["年龄"]
    assert sum(view._shown.counts) > page.people.table.rows.rowCount()  # all ages are in sight
    low, high = view.range()
    bar = view._bar(view._last)
    place = QPoint(round(bar.right()), view.height() // 2)
    qtbot.mousePress(view, LEFT, pos=place)
    qtbot.mouseMove(view, QPoint(view.width() - 6, place.y()))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(view.width() - 6, place.y()))
    settle()
    after = page.people.facets.histograms["年龄"].range()
    assert after[0] <= low
    assert after[1] > high
