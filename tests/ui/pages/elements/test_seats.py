import pytest

from leadership_model.people.team import Team
from leadership_model.store import records
from ui.navigation import MatchPost, OpenPerson, OpenTeam, ShowPeople
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def page(stored, shown):
    return shown(ElementsPage(stored))


def retype(qtbot, editor, text):
    editor.line.setFocus()
    editor.line.selectAll()
    if text.isascii():
        qtbot.keyClicks(editor.line, text)
    else:  # a Chinese text comes from an input method, not from keys
        editor.line.insert(text)
        editor.line.textEdited.emit(text)


def test_a_quota_is_edited_saved_and_taken_back(qtbot, page, stored, settle):
    page.turn("teams")
    section = page.section()
    team = section.form.before
    retype(qtbot, section.form.editors["quota_deputy"], "17")
    assert page._save.isEnabled()
    page._save.trigger()
    settle()
    engine = stored.workspace.loaded.engine
    assert records.get(engine, Team, team.id).quota_deputy == 17
    assert stored.undo.stack.undoText() == f"修改班子 {team.name} 的副职职数"
    stored.undo.stack.undo()
    settle()
    assert records.get(engine, Team, team.id).quota_deputy == team.quota_deputy
    assert not section.dirty()


def test_a_wrong_number_is_refused_where_it_stands(qtbot, page, stored, settle):
    page.turn("teams")
    section = page.section()
    retype(qtbot, section.form.editors["quota_head"], "两个")
    assert "整数" in section.form.editors["quota_head"].wrong.text()
    page._save.trigger()
    settle()
    assert section.dirty()
    page._revert.trigger()
    assert not section.dirty()


def test_a_team_lists_its_seats_and_leads_on(page, requests):
    page.turn("teams")
    section = page.section()
    position = section.current_position()
    seats = section.context.workspace.world.seating.seats(position)
    assert len(section.listing.items()) == len(seats)
    section._assess.click()
    section._people.click()
    seating = section.context.workspace.world.seating
    at, holder = next((at, int(seating.holder[at])) for at in seats if seating.holder[at] >= 0)
    section._on_listed(section.context.workspace.snapshot.posts.ids[at])
    assert requests[0] == OpenTeam(section.form.before.id)
    assert isinstance(requests[1], ShowPeople)
    assert requests[1].ids
    assert requests[2] == OpenPerson(section.context.workspace.snapshot.people.ids[holder])


def test_units_stand_beside_teams(page, settle):
    page.turn("teams")
    section = page.section()
    section._switch.button("unit").click()
    settle()
    assert section.view.rows.rowCount() == len(section.context.workspace.snapshot["unit"])
    assert "short_name" in section.form.editors
    section._switch.button("team").click()
    assert "quota_head" in section.form.editors


def test_a_post_takes_functions_from_a_list(qtbot, page, stored, settle):
    page.turn("posts")
    section = page.section()
    field = section.form.editors["functions"]
    field.open_list()
    picker = field.picker
    picker._chosen = []
    picker.take("农业")
    picker.take("经济")
    picker._on_done()
    assert section.form.draft.functions == "农业、经济"
    page._save.trigger()
    settle()
    assert stored.workspace.snapshot.posts.record(section.current_position()).functions == (
        "农业、经济"
    )


def test_a_post_leads_to_matching(page, requests):
    page.turn("posts")
    section = page.section()
    section._on_match()
    assert requests == [MatchPost(section.form.before.id)]
    assert section.listing.items()[0].note == "所在班子"
