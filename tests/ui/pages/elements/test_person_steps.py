"""Steps of a career and batches through the page, each taken back exactly."""

from dataclasses import replace
from functools import partial

import pytest

from leadership_model.people.seating import VACANT
from leadership_model.people.tenure import Tenure
from leadership_model.store.belongings import of_person
from tests.ui.pages.elements.by_hand import put, save, seated, stored_person, trigger
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def page(stored, shown):
    return shown(ElementsPage(stored))


@pytest.fixture
def section(page):
    return page.section()


# ---- steps


def test_retiring_shows_the_effect_and_empties_the_seat(
    page, section, stored, asker, settle, undone
):
    id, post = seated(stored)
    section.edit_person(id)
    seen = {}

    def retire(dialog):
        dialog.set_kind("退休")
        settle()
        seen["effect"] = dialog.effects.effect
        dialog._on_go()
        return dialog.result() == 1

    asker.answers.append(retire)
    trigger(page, "elements.person.step")
    settle()
    effect = seen["effect"]
    assert [each.after for each in effect.seats] == ["空缺"]
    assert effect.teams[0].vacancies[1] >= effect.teams[0].vacancies[0]
    assert section.form.before.status == "退休"
    snapshot = stored.workspace.snapshot
    holder = stored.workspace.world.seating.holder
    assert holder[snapshot.posts.positions[post]] == VACANT
    assert undone()
    assert stored_person(stored, id).status == "在职"


def test_a_transfer_needs_a_free_seat_and_takes_it(page, section, stored, asker, settle, undone):
    snapshot = stored.workspace.snapshot
    id, post = seated(stored)
    seating = stored.workspace.world.seating
    taken = next(p for p, who in enumerate(seating.holder.tolist())
                 if who >= 0 and snapshot.people.ids[who] != id)  # fmt: skip
    free = next(
        p
        for p, who in enumerate(seating.holder.tolist())
        if who == VACANT and not snapshot.posts.raw("linked")[p]
    )
    # The level of the seat must not be above: that would be a promotion.
    person = stored_person(stored, id)
    changed = replace(person, level=snapshot.posts.raw("level")[free])
    stored.workspace.write(partial(save, changed), "同层次")
    settle()
    section.edit_person(id)
    seen = {}

    def move(dialog):
        names = dialog._names.posts
        dialog.set_kind("转任")
        seen["without"] = dialog.faults()["post"]
        put(dialog.editors["post"], names[snapshot.posts.ids[taken]])
        dialog.work_out()
        seen["taken"] = dialog.editors["post"].wrong.text()
        put(dialog.editors["post"], names[snapshot.posts.ids[free]])
        put(dialog.editors["document"], "云任〔2026〕88号")
        seen["text"] = dialog.editors["post_text"].text()
        dialog._on_go()
        return dialog.result() == 1

    asker.answers.append(move)
    trigger(page, "elements.person.step")
    settle()
    assert "请选择" in seen["without"]
    assert seen["taken"]
    now = stored.workspace.world.seating
    at = stored.workspace.snapshot.people.positions[id]
    assert now.holder[free] == at
    assert now.holder[snapshot.posts.positions[post]] == VACANT
    person = stored_person(stored, id)
    assert person.post_text == seen["text"]
    assert seen["text"] in person.resume.splitlines()[-1]
    documents = {
        e.document for e in of_person(stored.workspace.loaded.engine, id).rows
        if isinstance(e, Tenure) and e.start == stored.workspace.as_of
    }  # fmt: skip
    assert documents == {"云任〔2026〕88号"}
    stored.undo.stack.undo()
    settle()
    assert stored.workspace.world.seating.holder[snapshot.posts.positions[post]] == at


# ---- batches


def test_a_field_of_several_people_is_changed_after_a_preview(
    page, section, stored, asker, settle, undone
):
    chosen = section.view.rows.shown_ids()[:6]
    section.view.select_ids(chosen)
    seen = {}

    def change(dialog):
        dialog.picker.edited.emit("technical_title")
        put(dialog.editor, "经济师")
        dialog._preview()
        settle()
        seen["rows"] = [(each.old, each.new) for each in dialog.proposals]
        seen["button"] = dialog.go.text()
        dialog._on_go()
        return dialog.result() == 1

    asker.answers.append(change)
    trigger(page, "elements.person.batch")
    settle()
    assert len(seen["rows"]) == 6
    assert {new for _, new in seen["rows"]} == {"经济师"}
    assert seen["button"].startswith("修改 ")
    assert {stored_person(stored, id).technical_title for id in chosen} == {"经济师"}
    assert undone()


def test_who_cannot_have_the_value_is_left_out_and_named(page, section, stored, asker, settle):
    section.view.select_ids(section.view.rows.shown_ids()[:5])
    seen = {}

    def change(dialog):
        dialog.picker.edited.emit("work_start")
        put(dialog.editor, "1975-01")
        dialog._preview()
        settle()
        seen["refused"] = [each.refused for each in dialog.proposals if each.refused]
        seen["go"] = dialog.go.isEnabled()
        put(dialog.editor, "1975-13")
        dialog._preview()
        seen["wrong"] = dialog.editor.wrong.text()
        return False

    asker.answers.append(change)
    trigger(page, "elements.person.batch")
    assert seen["refused"]
    assert "有效的年月" in seen["wrong"]
