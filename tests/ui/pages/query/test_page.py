"""The page of questions through its real widgets."""

import pytest
from PySide6.QtCore import Qt

from leadership_model.conditions.sentence import parse
from leadership_model.query.draft import Line, draft_of
from ui import navigation as go
from ui.pages.query.page import QueryPage

WOMEN = "性别 = 女"


@pytest.fixture
def page(context, shown):
    return shown(QueryPage(context))


@pytest.fixture
def ask(page, settle):
    def run(sentence):
        page.receive(go.RunQuery(sentence))
        settle()
        return page

    return run


def test_without_a_question_everybody_is_listed(page, context):
    assert page.people.table.rows.rowCount() == len(context.workspace.snapshot.people)


def test_a_sentence_finds_the_people_the_domain_finds(ask, context):
    page = ask(WOMEN)
    expected = context.workspace.world.facts.tri(parse(WOMEN, context.workspace.catalogue))
    assert page.people.table.rows.rowCount() == int(expected.sure.sum())
    assert page.people.bar.text() == WOMEN
    assert list(page.people.builder.rows) == [(0,)]


def test_a_facet_is_a_line_and_taken_back_by_undo(page, settle, qtbot):
    row = page.people.facets.row("性别", "女")
    count = row.count
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    settle()
    assert page.people.table.rows.rowCount() == count
    assert page.people.facets.row("性别", "女").isChecked()
    page.undo_stack().undo()
    settle()
    assert page.people.table.rows.rowCount() > count


def test_a_second_click_on_a_facet_takes_the_line_out(ask, settle, qtbot):
    page = ask(WOMEN)
    qtbot.mouseClick(page.people.facets.row("性别", "女"), Qt.MouseButton.LeftButton)
    settle()
    assert page.desk.question.value.draft.parts == ()


def test_a_line_switched_off_does_not_count(ask, settle):
    page = ask(f"{WOMEN} 且 年龄 <= 40")
    both = page.people.table.rows.rowCount()
    page.people.builder.rows[1,].box.click()
    settle()
    assert page.people.bar.text() == WOMEN
    assert page.people.table.rows.rowCount() > both


def test_a_new_line_asks_for_its_value_at_once(page, settle, qtbot):
    builder = page.people.builder
    builder.add_line.click()
    first = builder.picker
    qtbot.keyClicks(builder.picker.field, "nl")
    qtbot.keyClick(builder.picker.field, Qt.Key.Key_Return)
    settle()
    assert page.people.bar.text() == "年龄 <= 45"
    qtbot.waitUntil(lambda: builder.picker is not first)
    qtbot.wait(30)
    qtbot.keyClicks(builder.picker.field, "x")
    qtbot.keyClick(builder.picker.field, Qt.Key.Key_Return)
    assert builder.picker.wrong.isVisible()
    builder.picker.field.clear()
    qtbot.keyClicks(builder.picker.field, "38")
    qtbot.keyClick(builder.picker.field, Qt.Key.Key_Return)
    settle()
    assert page.people.bar.text() == "年龄 <= 38"


def test_a_wrong_sentence_is_marked_where_it_is_wrong(page, qtbot):
    bar = page.people.bar
    bar.edit()
    bar.editor.setPlainText("性别 = 女 且 年龄 >= 大学")
    qtbot.keyClick(bar.editor, Qt.Key.Key_Return)
    assert bar.editing
    assert bar.editor.marked() == "年龄 >= 大学"
    assert "年龄" in bar.wrong.text()


def test_typing_a_sentence_offers_names_by_pinyin(page, qtbot):
    bar = page.people.bar
    bar.edit()
    bar.editor.clear()
    qtbot.keyClicks(bar.editor, "xb")
    assert "性别" in bar.editor.offers()
    bar.editor.popup.hide()


def test_escape_leaves_the_sentence_as_it_was(ask, qtbot):
    page = ask(WOMEN)
    page.people.bar.edit()
    page.people.bar.editor.setPlainText("年龄")
    qtbot.keyClick(page.people.bar.editor, Qt.Key.Key_Escape)
    assert not page.people.bar.editing
    assert page.people.bar.text() == WOMEN


def test_a_typed_sentence_becomes_lines(page, settle, qtbot):
    page.people.bar.edit()
    page.people.bar.editor.setPlainText(f"{WOMEN} 或 年龄 <= 35")
    qtbot.keyClick(page.people.bar.editor, Qt.Key.Key_Return)
    settle()
    assert page.people.builder.boxes[()].group.kind == "any"
    assert len(page.people.builder.rows) == 2


def test_a_list_from_elsewhere_is_shown_and_searched_in(page, context, settle):
    ids = context.workspace.snapshot.people.ids[:20]
    page.receive(go.ShowPeople(ids, "二十人", "测试"))
    settle()
    assert set(page.people.table.rows.ids) == set(ids)
    assert "二十人" in page.people.basis.words.text()
    page.desk.ask_draft(draft_of(parse(WOMEN, context.workspace.catalogue)), "女")
    settle()
    inside = set(page.people.table.rows.ids)
    assert inside < set(ids)
    page.desk._on_mode("subtract")
    settle()
    assert set(page.people.table.rows.ids) == set(ids) - inside
    page.people.basis.close_button.click()
    settle()
    assert page.desk.question.value.basis is None


def test_every_figure_opens_its_people(ask, requests):
    page = ask("年龄 <= 40")
    figure = next(each for each in page.people.stats.figures if each.name == "女")
    figure.click()
    assert requests[-1].title == "女"
    assert len(requests[-1].ids) == int(figure.text())
    page.people.stats.bars[0].click()
    assert requests[-1].ids == page.people.stats.bars[0].figure.ids


def test_the_counts_of_a_line_open_their_people(ask, requests, context):
    page = ask(f"{WOMEN} 且 年龄 <= 40")
    builder = page.people.builder
    builder.rows[1,].count.click()
    builder._on_chosen(next(a for a in builder.menu.actions() if a.data()[0] == "people.alone"))
    builder.menu.close()
    sure = context.workspace.world.facts.tri(parse("年龄 <= 40", context.workspace.catalogue)).sure
    assert len(requests[-1].ids) == int(sure.sum())


def test_the_histogram_asks_for_a_range(page, settle, qtbot):
    view = page.people.facets.histograms["年龄"]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    low, high = view.range()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle()
    assert page.people.bar.text() == f"年龄 介于 {low:g} 与 {high:g}"


def test_orders_sort_by_age(page):
    view = page.people
    at = view.orders.findData("old")
    view._on_order(at)
    births = [page.desk.roll.birth[view.table.rows.item_at(row)] for row in range(20)]
    assert births == sorted(births)
    assert view.orders.currentIndex() == at


def test_the_roster_is_written_with_the_sensitive_question(ask, asker, tmp_path, settle):
    openpyxl = pytest.importorskip("openpyxl")
    page = ask(WOMEN)
    asker.answers.append(tmp_path / "名册.xlsx")
    page.commands["roster"].trigger()
    settle()
    sheet = openpyxl.load_workbook(tmp_path / "名册.xlsx").active
    assert "性别" in sheet.cell(2, 1).value
    assert sheet.max_row == 4 + page.people.table.rows.rowCount()


def test_forms_of_checked_people_only(page, context, requests):
    ids = context.workspace.snapshot.people.ids[:2]
    page.people.table.rows.set_checked(ids, True)
    page.commands["forms"].trigger()
    assert isinstance(requests[-1], go.MakePapers)
    assert set(requests[-1].ids) == set(ids)
    assert requests[-1].kind == "form"


def test_the_pool_gets_the_people_shown(ask, requests):
    page = ask(WOMEN)
    page.commands["pool"].trigger()
    assert isinstance(requests[-1], go.UsePool)
    assert set(requests[-1].ids) == set(page.people.table.rows.ids)


def named(dialog):
    dialog.name.setText("女干部")
    return True


def test_a_query_of_another_name_is_refused_where_nothing_is_stored(ask, asker):
    page = ask(WOMEN)
    asker.answers.append(named)
    page.commands["save"].trigger()
    assert asker.asked[-1][0] == "error"


def test_a_common_question_is_chosen_from_the_list(page, settle):
    box = page.people.saved
    assert box.count() > 3
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle()
    assert page.people.bar.text() == box.itemData(1)


def test_an_empty_result_says_so(ask):
    page = ask("年龄 >= 68 且 年龄 <= 20")
    assert page.people.table.rows.rowCount() == 0
    assert page.people.table._empty.isVisible()


def test_lines_keep_their_kinds(ask):
    page = ask("从未任 乡镇工作 且 没有 处分 [影响期内 = 是] 且 近 3 年年度考核 优秀 不少于 1 次")
    assert [type(part) for part in page.desk.question.value.draft.parts] == [Line] * 3
