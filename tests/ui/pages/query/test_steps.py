"""The steps of a question are listed and gone back to; a query that fails is mended in place."""

import pytest

from ui import navigation as go
from ui.pages.query.page import QueryPage


@pytest.fixture
def page(context, shown):
    return shown(QueryPage(context))


def test_a_step_of_before_is_gone_back_to_and_forward_again(page, settle):
    for sentence in ("性别 = 女", "性别 = 女 且 年龄 <= 40", "学历 >= 大学"):
        page.receive(go.RunQuery(sentence))
        settle()
    page.people.steps_button.click()
    entries = page.menu.actions()
    assert [each.isChecked() for each in entries] == [False, False, False, True]
    entries[1].trigger()
    page.menu.close()
    settle()
    assert page.people.bar.text() == "性别 = 女"
    page.desk.go_to(3)
    settle()
    assert page.people.bar.text() == "学历 >= 大学"
    page.desk.go_to(0)
    settle()
    assert page.people.table.rows.rowCount() == page.workspace.world.facts.count


def test_a_query_whose_element_is_gone_is_mended_in_the_sentence(page, asker, settle, qtbot):
    asker.answers.append(True)
    page.receive(go.RunQuery("性别 = 女 且 已停用的要素 = 1"))
    assert "已停用的要素" in asker.asked[-1][1]
    bar = page.people.bar
    assert bar.editing
    assert bar.editor.marked() == "已停用的要素"
    bar.editor.setPlainText("性别 = 女")
    bar.editor.entered.emit()
    settle()
    assert page.people.bar.text() == "性别 = 女"


def test_a_query_that_fails_may_be_left_alone(page, asker):
    asker.answers.append(False)
    page.receive(go.RunQuery("已停用的要素 = 1"))
    assert not page.people.bar.editing
