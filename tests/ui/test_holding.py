"""暂缓使用 through its dialogs: set, seen by those named alone, lifted, taken back."""

import shutil

import pytest

from leadership_model.people import held
from leadership_model.people.hold import Hold
from leadership_model.sample.build import build
from leadership_model.store.actor import Actor
from leadership_model.store.joint import JointEdit
from ui import holding
from ui.card.person import PersonCard
from ui.pages.matching.choices import people_of
from ui.pages.matching.page import MatchingPage


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    path = tmp_path_factory.mktemp("held") / "city.db"
    build(path, 100, actor=Actor("示例", lambda: "2026-11-01T00:00:00"))
    return path


@pytest.fixture
def context(bare_context, city, tmp_path, settle):
    """A small city in a file."""
    bare_context.workspace.open(shutil.copy(city, tmp_path / "a.db"))
    settle()
    return bare_context


@pytest.fixture
def page(context, shown):
    return shown(MatchingPage(context))


def fill(reason="核查中", seen=""):
    def answer(dialog):
        dialog.reason.setText(reason)
        dialog.seen_by.setText(seen)
        dialog._on_hold()
        return dialog.hold is not None

    return answer


def lift_first(dialog):
    dialog._on_lift()
    return dialog.wanted is not None


def test_who_is_held_leaves_the_list_and_comes_back_when_lifted(page, context, asker, settle):
    person = page.hand.pair[0]
    id = context.workspace.world.person_ids[person]
    before = len(page.listing.ranking)
    assert not page.content.held.isVisible()
    asker.answers.append(fill())
    page.commands["hold"].trigger()
    settle()
    assert id not in page.content.people.rows.ids
    assert len(page.listing.ranking) == before - 1
    assert page.content.held.text() == "另有 1 人暂缓使用"
    assert page.content.held.isVisible()
    asker.answers.append(lift_first)
    page.content.held.click()
    settle()
    assert id in page.content.people.rows.ids
    assert not page.content.held.isVisible()
    context.undo.group.undo()
    settle()
    assert held.held(context.workspace.snapshot, context.workspace.as_of)[person]
    context.undo.group.undo()
    settle()
    assert len(context.workspace.snapshot["hold"]) == 0


def test_a_hold_without_a_reason_is_refused_where_it_stands(page, context, asker, settle):
    told = []

    def refused(dialog):
        dialog._on_hold()
        told.append(dialog.wrong.text())
        return False

    asker.answers.append(refused)
    page.commands["hold"].trigger()
    settle()
    assert "原因" in told[0]
    assert len(context.workspace.snapshot["hold"]) == 0


def write(context, hold, settle):
    edit = JointEdit((), (hold,))
    context.workspace.write(edit.forward, "暂缓使用", undo=edit.backward)
    settle()


def test_others_learn_the_number_alone(page, context, asker, settle, qtbot):
    workspace = context.workspace
    person, _ = page.hand.pair
    id = workspace.world.person_ids[person]
    hold = Hold(id="h", person=id, reason="密", start=0, until=workspace.as_of, entered_by="别人")
    write(context, hold, settle)
    assert page.content.held.text() == "另有 1 人暂缓使用"
    dialog = holding.HeldDialog(workspace.snapshot, workspace.as_of, workspace.user, page)
    assert dialog.list.items() == ()
    dialog.deleteLater()
    card = PersonCard(context)
    qtbot.addWidget(card)
    card.show_person(id)
    assert card.holds == []
    holding.lift(context, hold)  # and may not lift it
    settle()
    assert asker.asked[-1][0] == "error"
    assert held.held(workspace.snapshot, workspace.as_of)[person]


def test_the_card_tells_those_who_may_see_it(page, context, asker, settle, qtbot):
    workspace = context.workspace
    id = workspace.world.person_ids[page.hand.pair[0]]
    card = PersonCard(context)
    qtbot.addWidget(card)
    card.show_person(id)
    asker.answers.append(fill(seen="赵工"))
    card._on_hold()
    settle()
    assert [each.seen_by for each in card.holds] == ["赵工"]
    assert card.holds[0].entered_by == workspace.user
    card._on_lift()
    settle()
    assert card.holds == []


def test_who_is_held_is_not_in_the_list_of_people_to_choose(page, context, asker, settle):
    id = context.workspace.world.person_ids[page.hand.pair[0]]
    assert id in people_of(context.workspace.world).ids()
    asker.answers.append(fill())
    page.commands["hold"].trigger()
    settle()
    assert id not in people_of(context.workspace.world).ids()
