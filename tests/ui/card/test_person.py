"""The card as a widget: it shows a person, leads on, follows the month, and is freed."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel

from ui.card.lanes import CareerLanes
from ui.card.person import PersonCard
from ui.navigation import AddToPlan, EditPerson, MakePapers, MatchPerson


@pytest.fixture
def card(context, shown):
    made = shown(PersonCard(context), 356, 900)
    seated = int(context.workspace.world.seating.main_post().argmax())
    made.show_person(context.workspace.snapshot.people.ids[seated])
    return made


def texts(card):
    return [each.text() for each in card.findChildren(QLabel)]


def test_it_shows_the_person(card, settle):
    settle()
    assert card.facts.name in texts(card)
    assert card.facts.position in texts(card)
    assert "若离任 · 对班子的影响" in texts(card)


def test_buttons_lead_on(qtbot, card, requests):
    for button, kind in ((card.match, MatchPerson), (card.plan, AddToPlan)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert requests[-1] == kind(card.person_id)
    qtbot.mouseClick(card.form, Qt.MouseButton.LeftButton)
    assert requests[-1] == MakePapers((card.person_id,), card.facts.name, "form")
    card._on_edit()
    assert requests[-1] == EditPerson(card.person_id)


def test_it_follows_the_month(card, context, settle):
    before = card.facts.as_of
    context.workspace.set_month(before + 12)
    settle()
    assert card.facts.as_of == before + 12


def test_all_career_lines_can_be_seen(card):
    if len(card.facts.career) > 4:
        card._on_whole()
    lines = [text for _, text, _ in card.facts.career]
    assert set(lines) <= set(texts(card))


def test_lanes_know_what_lies_under_the_mouse(card, qtbot, look):
    lanes = CareerLanes()
    qtbot.addWidget(lanes)
    lanes.resize(330, 200)
    lanes.show_career(card.facts)
    found = lanes.stretch_at(lanes._box(card.facts.stretches[-1]).center())
    assert found is not None
    assert lanes.stretch_at(QPointF(-5, -5)) is None
    assert not lanes.grab().isNull()


def test_nobody(card):
    card.clear()
    assert card.person_id == ""
