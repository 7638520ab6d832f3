"""The page goes away without leaving anything behind, and each of its commands does something."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QMenu

from ui import navigation as go
from ui.pages.query.page import QueryPage
from ui.widgets.picker import Picker, matches


def test_the_page_is_freed(context, qtbot, settle):
    page = QueryPage(context)
    page.resize(1500, 800)
    page.show()
    settle()
    page.people.facets.rows[0].click()
    settle()
    gone = weakref.ref(page)
    page.leave()
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del page
    gc.collect()
    assert gone() is None


def test_every_command_does_something(context, shown, settle, asker, requests):
    page = shown(QueryPage(context))
    page.people.facets.rows[0].click()
    settle()
    said = []
    context.say.said.connect(said.append)
    for id, action in page.commands.items():
        before = (len(asker.asked), len(requests), len(said), page.desk.question.value)
        editing = page.people.bar.editing
        action.trigger()
        settle()
        after = (len(asker.asked), len(requests), len(said), page.desk.question.value)
        assert before != after or page.people.bar.editing != editing, id
        page.people.bar._turn(page.people.bar.sentence)
        if page.desk.question.value.draft.parts == ():
            page.desk.undo.undo()
            settle()


def test_the_menus_open(context, shown, settle):
    page = shown(QueryPage(context))
    for opened in (page._on_more, page.people.menu_button.click, page.people.columns_button.click):
        opened()
        menus = [each for each in page.findChildren(QMenu) if each.isVisible()]
        assert menus
        for each in menus:
            each.close()


def test_a_picker_finds_by_pinyin_and_by_text():
    assert matches("年龄", "nl")
    assert matches("年龄", "nianling")
    assert matches("年龄段", "龄段")
    assert not matches("年龄", "xb")


def test_more_facets_are_chosen_with_boxes(context, shown, settle, qtbot):
    page = shown(QueryPage(context))
    page.people.facets.more.click()
    picker = page.desk.picker
    assert isinstance(picker, Picker)
    picker.take("性别")
    picker.take("学历")
    picker.done.click()
    settle()
    assert "性别" not in page.desk.question.value.facets
    assert page.desk.question.value.facets[-1] == "学历"


def test_lines_that_exclude_each_other_are_named_where_nobody_is_found(context, shown, settle):
    page = shown(QueryPage(context))
    page.receive(go.RunQuery("年龄 <= 30 且 年龄 >= 50"))
    settle()
    texts = [each.text() for each in page.people.table._empty.findChildren(QLabel)]
    assert any("矛盾" in text for text in texts)
    assert any("“年龄 <= 30”与“年龄 >= 50”" in text for text in texts)


def test_an_empty_result_names_the_line_that_keeps_everybody_out(context, shown, settle):
    page = shown(QueryPage(context))
    page.receive(go.RunQuery("年龄 <= 19 且 性别 已知"))
    settle()
    texts = "".join(each.text() for each in page.people.table._empty.findChildren(QLabel))
    assert "停用“年龄 <= 19”一行" in texts
