"""标签: lists of hand-entered values kept on screen."""

from dataclasses import replace
from functools import partial

import pytest

from leadership_model.elements import starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.element import MarkOf
from leadership_model.people import codes
from leadership_model.people.person import Mark
from leadership_model.store import records
from leadership_model.store.definitions import Change, DefinitionsEdit
from leadership_model.store.nouns import SavedQuery
from tests.ui.pages.elements.by_hand import Watch
from ui.navigation import ShowElement, ShowPeople
from ui.pages.elements.code_lists import CodesSection


@pytest.fixture
def pane(stored, shown, settle):
    names = stored.workspace.catalogue
    made = replace(starts.begin("mark", names), label="特质", definition=MarkOf("特质"),
                   kind="set", values=("沉稳", "果断", "细致"))  # fmt: skip
    stored.workspace.write(DefinitionsEdit((Change(None, made),)).forward, "新建")
    settle()
    first = stored.workspace.snapshot.people.ids[0]
    mark = Mark(id="m-t", person=first, element="特质", value="沉稳、爱学习")

    def put(engine, actor):
        return records.save_many(engine, actor, [mark], [])

    stored.workspace.write(put, "录入")
    settle()
    section = shown(Watch(stored, CodesSection)).section
    section.tabs.turn("tags")
    settle()
    found = section.tabs.content("tags")
    found.lists.choose(made.id)
    yield found
    codes.lay(())


def shown_rows(pane):
    return [(row.name, len(row.people), row.listed) for row in pane._rows]


FIRST = [("沉稳", 1, True), ("果断", 0, True), ("细致", 0, True), ("爱学习", 1, False)]


def test_values_are_shown_with_whom_they_were_entered_for(pane, stored, requests):
    assert shown_rows(pane) == FIRST
    assert pane.element().label == "特质"
    pane.view.select_ids(("爱学习",))
    assert not pane._delete.isEnabled()
    pane._people.click()
    assert requests[-1] == ShowPeople((stored.workspace.snapshot.people.ids[0],), "特质：爱学习")
    pane._element.click()
    assert requests[-1] == ShowElement(pane.element().id)


def test_a_tag_is_added_moved_and_deleted_and_all_is_undone(pane, stored, asker, settle):
    asker.answers.append("果断")
    pane._add.click()
    assert ("refused", "已有标签“果断”，请换一个名称。") in asker.asked
    asker.answers.append("创新")
    pane._add.click()
    settle()
    assert pane.element().values == ("沉稳", "果断", "细致", "创新")
    pane.view.select_ids(("创新",))
    pane._up.click()
    settle()
    assert pane.element().values == ("沉稳", "果断", "创新", "细致")
    pane.view.select_ids(("沉稳",))
    pane._delete.click()
    assert any("还有 1 人在用" in text for what, text in asker.asked if what == "error")
    pane.view.select_ids(("果断",))
    asker.answers.append(True)
    pane._delete.click()
    settle()
    assert pane.element().values == ("沉稳", "创新", "细致")
    for _ in range(3):
        stored.undo.stack.undo()
        settle()
    assert shown_rows(pane) == FIRST


def test_a_tag_a_saved_query_asks_for_is_not_deleted(pane, stored, asker, settle):
    query = SavedQuery(id="q-t", label="果断的干部", sentence="特质 包含 果断")
    stored.workspace.write(partial(put_query, query), "保存查询")
    settle()
    pane.view.select_ids(("果断",))
    pane._delete.click()
    settle()
    assert "查询“果断的干部”" in asker.asked[-1][1]
    assert "果断" in pane.element().values


def put_query(query, engine, actor):
    return records.save_many(engine, actor, [query], [])


def test_a_tag_in_use_is_renamed_with_what_was_entered(pane, stored, asker, settle):
    pane.view.select_ids(("沉稳",))
    asker.answers.extend(["稳健", True])
    pane._rename.click()
    settle()
    assert "手工录入的要素值　1" in asker.asked[-1][1]
    assert shown_rows(pane)[0] == ("稳健", 1, True)
    stored.undo.stack.undo()
    settle()
    assert shown_rows(pane) == FIRST


def test_the_first_value_of_an_open_list_takes_in_what_was_entered(pane, stored, asker, settle):
    element = stored.workspace.catalogue.element("气质")
    pane.lists.choose(element.id)
    entered = tuple(row.name for row in pane._rows)
    assert element.values == ()
    asker.answers.append("新气质")
    pane._add.click()
    settle()
    assert pane.element().values == (*entered, "新气质")
    stored.undo.stack.undo()
    settle()
    assert stored.workspace.catalogue.element("气质") == shipped().element("气质")
