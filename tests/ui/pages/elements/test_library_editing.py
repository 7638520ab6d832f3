"""Elements and filters made, changed, copied and retired on screen; undone exactly."""

import pytest
from PySide6.QtCore import Qt

from leadership_model.elements import starts
from leadership_model.store import load
from leadership_model.store.nouns import ElementEntry, FilterEntry
from ui.navigation import ShowPeople
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def section(stored, shown, settle):
    page = shown(ElementsPage(stored))
    page.turn("library")
    settle()
    return page.section()


def choose(section, settle, name):
    section.show_element(name)
    settle()
    return section.detail.definition


def entries(stored):
    engine = stored.workspace.loaded.engine
    found = (*load.every(engine, ElementEntry), *load.every(engine, FilterEntry))
    return [(each.id, each.body, each.order) for each in found]


def pick(card, slot, id):
    """Open the picker of a token by a click and choose in it."""
    where = card.sentence if slot in card.sentence.tokens else card.head
    where.tokens[slot].click()
    where.picker.take(id)


def test_a_piece_is_changed_saved_after_its_effect_and_undone(section, stored, settle, asker):
    card = choose(section, settle, "有乡镇党政正职经历")
    before = entries(stored)
    pick(card, "filter", "基层工作")
    assert section.dirty()
    settle()
    effect = section.detail.effect
    assert effect.isVisible()
    assert "个岗位的资格或得分改变" in effect.told.text()
    asker.answers.append(True)
    card.save.click()
    settle()
    assert asker.asked[-1][0] == "confirm"
    element = stored.workspace.catalogue.element("有乡镇党政正职经历")
    assert element.definition.filter == "基层工作"
    assert not section.dirty()
    stored.undo.stack.undo()
    settle()
    assert entries(stored) == before
    assert stored.workspace.catalogue.element(element.label).definition.filter != "基层工作"
    stored.undo.stack.redo()
    settle()
    assert stored.workspace.catalogue.element(element.label) == element


def test_saving_waits_for_the_effect_and_can_be_given_up(section, stored, settle, asker):
    card = choose(section, settle, "有乡镇党政正职经历")
    pick(card, "filter", "基层工作")
    section.save()  # the effect is not there yet
    settle()
    assert asker.asked[-1][0] == "confirm"
    assert section.dirty()
    section.revert()
    settle()
    assert not section.dirty()
    assert entries(stored) == []


@pytest.mark.parametrize("start", [*starts.STARTS, "filter"])
def test_every_kind_is_made_on_screen_and_undone(section, stored, settle, start):
    section.list.new.click()
    section.list.picker.take(start)
    settle()
    draft = section.draft()
    assert draft.before is None
    section.detail.definition.save.click()
    settle()
    assert len(entries(stored)) == 1
    assert not section.dirty()
    stored.undo.stack.undo()
    settle()
    assert entries(stored) == []


def test_keys_alone_change_a_piece(section, settle, qtbot):
    card = choose(section, settle, "近三年优秀次数")
    token = card.sentence.tokens["years"]
    token.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(token, Qt.Key.Key_Space)
    field = card.sentence.picker.field
    field.setText("5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert section.draft().after.definition.years == 5
    assert section.window().focusWidget() is card.sentence.tokens["years"]  # and goes on there


def test_what_is_in_use_is_not_retired_nor_renamed(section, settle, asker):
    card = choose(section, settle, "有乡镇党政正职经历")
    card.retire.click()
    assert asker.asked[-1][0] == "error"
    assert "用在" in asker.asked[-1][1]
    card._on_picked("label", "另一个名称")
    settle()
    assert "不能改名" in card.wrong.text()
    assert not card.save.isEnabled()


def test_what_is_not_in_use_is_retired_and_offered_again(section, stored, settle):
    card = choose(section, settle, "年龄段")
    card.retire.click()
    settle()
    assert "年龄段" not in stored.workspace.catalogue.element_names()
    assert card.retire.text() == "启用"
    card.retire.click()
    settle()
    assert entries(stored) == []


def test_a_copy_is_a_new_one(section, stored, settle):
    card = choose(section, settle, "年龄段")
    card.copy.click()
    settle()
    section.detail.definition.save.click()
    settle()
    copied = stored.workspace.catalogue.element("年龄段（副本）")
    assert copied.definition == stored.workspace.catalogue.element("年龄段").definition


def test_a_broken_use_keeps_a_change_from_being_saved(section, settle, asker, stored):
    card = choose(section, settle, "学历")
    pick(card, "what", "专业")
    settle()
    section.save()
    assert asker.asked[-1][0] == "error"
    assert entries(stored) == []


def test_an_impossible_band_is_said_where_it_stands(section, settle):
    card = choose(section, settle, "年龄段")
    card._on_picked("edges", "10、40")
    settle()
    assert "不可能有人" in card.wrong.text()
    assert not card.save.isEnabled()


def test_a_filter_is_changed_and_its_people_counted(section, stored, settle, asker):
    card = choose(section, settle, "filter:乡镇党政正职")
    pick(card, "secondment", "yes")
    settle()
    asker.answers.append(True)
    section.save()
    settle()
    assert stored.workspace.catalogue.filter("乡镇党政正职").secondment
    card.restore.click()
    settle()
    asker.answers.append(True)
    section.save()
    settle()
    assert entries(stored) == []


def test_leaving_an_unsaved_change_is_asked_about(section, settle, asker):
    card = choose(section, settle, "年龄段")
    card._on_picked("help", "另一句说明")
    settle()
    section.view.select_ids(("sex",))
    assert asker.asked[-1][0] == "confirm"
    assert section.draft().after.label == "年龄段"
    asker.answers.append(True)
    section.view.select_ids(("sex",))
    settle()
    assert section.draft().after.label == "性别"


def test_a_comparison_counts_who_satisfies_it(section, stored, settle, requests):
    choose(section, settle, "年龄")
    asked = section.detail.asked
    asked.field.setText(">= 50")
    asked.field.returnPressed.emit()
    column = stored.workspace.world.facts.column("年龄")
    wanted = int((column.low >= 50).sum())
    assert asked.sure.text() == f"{wanted} 人"
    asked.sure.click()
    assert isinstance(requests[0], ShowPeople)
    assert len(requests[0].ids) == wanted
    asked.field.setText("很大")
    asked.field.returnPressed.emit()
    assert asked.field.property("wrong") == "true"


def test_effect_rows_open_what_they_speak_of(section, settle, requests):
    card = choose(section, settle, "有乡镇党政正职经历")
    pick(card, "filter", "基层工作")
    settle()
    effect = section.detail.effect
    for at, row in enumerate(effect.rows()):
        effect._on_open(str(at))
        opened = requests[-1]
        assert row.people or row.teams or row.posts
        assert getattr(opened, "ids", (getattr(opened, "id", ""),)) in (
            row.people, row.teams, row.posts,
        )  # fmt: skip
