import pytest

from leadership_model.people.verified import BIRTH, FACTS, IDENTITY
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def pane(stored, shown, settle):
    page = shown(ElementsPage(stored))
    page.turn("issues")
    section = page.section()
    section.tabs.turn("facts")
    settle()
    return section.facts


OPEN = ("open",) * len(FACTS)


def choose(pane, at=0):
    """Choose one of those nobody has verified anything of."""
    id = [row.id for row in pane.view.rows.items if row.states == OPEN][at]
    pane.view.select_ids((id,))
    pane.view.chosen.emit(id)
    return id


def of(stored, person):
    """Give what is noted of one person."""
    notes = stored.workspace.snapshot["verification"].records()
    return [each for each in notes if each.person == person]


def put(pane, fact, name, text):
    editor = pane.form.facts[fact].editors[name]
    editor.line.setText(text)
    editor.edited.emit(text)


def record(pane, settle, **texts):
    for name, text in texts.items():
        put(pane, BIRTH, name, text)
    pane.form.save_button.click()
    settle()


def test_everybody_in_office_is_listed_with_six_facts(pane, stored):
    here = stored.workspace.snapshot.people.texts("status").mask("在职").sum()
    assert pane.view.rows.rowCount() == here
    noted = set(stored.workspace.snapshot["verification"].raw("person"))
    states = {row.id: row.states for row in pane.view.rows.items}
    assert {id for id, each in states.items() if each != OPEN} == noted & states.keys() != set()
    assert all(len(each) == len(FACTS) for each in states.values())


def test_a_conflict_makes_age_unknown_until_it_is_verified(pane, stored, settle):
    id = choose(pane, 2)
    at = stored.workspace.snapshot.people.positions[id]

    def unknown():
        return bool(stored.workspace.world.facts.column("年龄").unknown[at])

    assert not unknown()
    record(pane, settle, conflict="1960.01（入团志愿书）")
    assert unknown()
    assert pane.view.rows.items[0].id == id
    assert pane.view.rows.items[0].states[0] == "disputed"
    assert pane.form.facts[BIRTH].state.text() == "存疑"
    assert "1960.01" in pane.form.facts[BIRTH].why.text()
    pane.form.facts[BIRTH].verified.setChecked(True)
    record(pane, settle, document="入团志愿书")
    assert not unknown()
    row = next(row for row in pane.view.rows.items if row.id == id)
    assert row.states[0] == "verified"


def test_a_verified_fact_names_its_document(pane, stored, settle):
    id = choose(pane)
    before = len(stored.workspace.snapshot["verification"])
    pane.form.facts[IDENTITY].verified.setChecked(True)
    pane.form.save_button.click()
    settle()
    assert "档案材料" in pane.form.wrong.text()
    assert len(stored.workspace.snapshot["verification"]) == before
    put(pane, IDENTITY, "document", "转干审批表")
    pane.form.save_button.click()
    settle()
    (note,) = of(stored, id)
    assert (note.fact, note.verified, note.document) == (IDENTITY, True, "转干审批表")
    assert note.entered_by
    assert note.entered_at


def test_recording_is_undone_exactly(pane, stored, settle):
    before = stored.workspace.snapshot
    choose(pane)
    record(pane, settle, value="1970.01", conflict="1972.01")
    stored.undo.group.undo()
    settle()
    after = stored.workspace.snapshot
    assert after["verification"].rows == before["verification"].rows
    assert pane.form.facts[BIRTH].editors["conflict"].text() == ""


def test_a_fact_emptied_is_no_longer_recorded(pane, stored, settle):
    id = choose(pane)
    record(pane, settle, conflict="1972.01")
    assert len(of(stored, id)) == 1
    record(pane, settle, conflict="")
    assert not of(stored, id)


def test_the_scopes_part_the_people(pane, settle):
    id = choose(pane)
    record(pane, settle, conflict="1972.01")
    states = {row.id: row.states for row in pane.view.rows.items}
    pane.scope.button("disputed").click()
    assert {row.id for row in pane.view.rows.items} == {
        each for each in states if "disputed" in states[each]
    }
    assert [row.disputed for row in pane.view.rows.items if row.id == id] == [1]
    pane.scope.button("done").click()
    assert {row.states for row in pane.view.rows.items} <= {("verified",) * len(FACTS)}
    assert id not in pane.view.rows.shown_ids()


def test_nothing_typed_is_lost_without_asking(pane, asker):
    first = choose(pane)
    put(pane, BIRTH, "value", "1970.01")
    asker.answers.append(False)
    other = pane.view.rows.shown_ids()[1]
    pane.view.chosen.emit(other)
    assert pane.form.person() == first
    asker.answers.append(True)
    pane.view.chosen.emit(other)
    assert pane.form.person() == other
