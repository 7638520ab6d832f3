import pytest

from leadership_model.rules.quality import check
from ui.navigation import EditPerson, EditTeam, OpenPerson, ShowPeople
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def section(context, shown, settle):
    page = shown(ElementsPage(context))
    page.turn("issues")
    settle()
    return page.section()


@pytest.fixture
def writable(stored, shown, settle):
    """Give the section over a database that can be written to."""
    page = shown(ElementsPage(stored))
    page.turn("issues")
    settle()
    return page.section()


def about_a_person(section):
    return next(row for row in section.list.view.rows.items if row.person)


def test_every_issue_of_the_rules_is_listed(section, context):
    found = check(context.workspace.snapshot, context.workspace.as_of)
    assert section.list.view.rows.rowCount() == len(found)
    assert f"错误 {sum(r.severity == 'forbid' for r in found)}" in section.note()


def test_severity_and_rule_narrow_the_list(section):
    section.list.severity.button("warn").click()
    rows = section.list.view.rows.items
    assert {row.severity for row in rows} == {"warn"}
    rule = rows[0].rule
    section.list.rules.choose(rule)
    assert {row.rule for row in section.list.view.rows.items} == {rule}


def test_an_issue_leads_to_its_field_and_to_the_card(section, requests):
    row = about_a_person(section)
    section.list.view.select_ids((row.id,))
    section.list.edit_button.click()
    section.list.view.opened.emit(row.id)
    assert requests == [EditPerson(row.person, row.field), OpenPerson(row.person)]


def test_an_issue_of_a_team_leads_to_its_field(section, requests):
    row = next(row for row in section.list.view.rows.items if row.team)
    section.list.view.activated_id.emit(row.id)
    assert requests == [EditTeam(row.team, row.field)]


def test_the_people_of_the_list_are_a_list_of_people(section, requests):
    section.list.show_rule(about_a_person(section).rule)
    section.list.people_button.click()
    assert isinstance(requests[0], ShowPeople)
    assert set(requests[0].ids) == {row.person for row in section.list.view.rows.items}


def by_field(section, field):
    return next((r for r in section.list.view.rows.items if r.field == field), None)


@pytest.mark.parametrize("name", ["health", "education.start", "relative.birth", "origin"])
def test_the_cursor_stands_in_the_faulty_field(context, shown, settle, name):
    page = shown(ElementsPage(context))
    page.turn("issues")
    settle()
    row = by_field(page.section(), name)
    if row is None:
        pytest.skip("no such fault in this city")
    page.receive(EditPerson(row.person, row.field))
    settle()
    form = page.section().form
    table, _, field = name.partition(".")
    editor = form.rows[table].editors[field] if field else form.editors[name]
    assert editor.field.hasFocus()
    if field:
        assert form.tabs.current() == table
        assert not editor.text()


def test_the_cursor_stands_in_the_quota_of_a_team(context, shown, settle):
    page = shown(ElementsPage(context))
    page.turn("issues")
    settle()
    row = next(row for row in page.section().list.view.rows.items if row.team)
    page.receive(EditTeam(row.team, row.field))
    settle()
    assert page.current() == "teams"
    assert page.section().form.editors[row.field].field.hasFocus()


def test_an_issue_is_ignored_with_a_reason_and_taken_up_again(writable, stored, asker, settle):
    rows = writable.list.view.rows.items
    row = about_a_person(writable)
    asker.answers.append("档案原件遗失，已说明")
    writable.list.view.select_ids((row.id,))
    writable.list.change_button.click()
    settle()
    assert row.id not in {each.id for each in writable.list.view.rows.items}
    assert writable.list.view.rows.rowCount() == len(rows) - 1
    (stood,) = writable.ignored.view.rows.items
    assert (stood.id, stood.note.reason) == (row.id, "档案原件遗失，已说明")
    assert stood.note.entered_by
    assert stood.note.entered_at[:7].count("-") == 1
    unit = next(u for u in writable.progress.view.rows.items if u.name == stood.unit)
    assert unit.ignored + unit.open >= 1
    writable.ignored.view.select_ids((row.id,))
    writable.ignored.change_button.click()
    settle()
    assert writable.ignored.view.rows.rowCount() == 0
    assert {each.id for each in writable.list.view.rows.items} == {each.id for each in rows}


def test_ignoring_is_undone_exactly(writable, stored, asker, settle):
    before = stored.workspace.snapshot["ignored_issue"].rows
    row = about_a_person(writable)
    asker.answers.append("理由")
    writable.list.view.select_ids((row.id,))
    writable.list.change_button.click()
    settle()
    assert stored.workspace.snapshot["ignored_issue"].rows != before
    stored.undo.group.undo()
    settle()
    assert stored.workspace.snapshot["ignored_issue"].rows == before
    assert row.id in {each.id for each in writable.list.view.rows.items}


def test_a_reason_is_needed(writable, asker, settle):
    asker.answers.append(None)
    writable.list.view.select_ids((about_a_person(writable).id,))
    writable.list.change_button.click()
    settle()
    assert writable.ignored.view.rows.rowCount() == 0


def test_the_units_add_up(section, context):
    rows = section.progress.view.rows.items
    snapshot = context.workspace.snapshot
    records = sum(row.clear + row.ignored + row.open for row in rows)
    assert records == len(snapshot.people) + len(snapshot.teams)
    assert sum(row.issues for row in rows) == section.list.view.rows.rowCount()


def test_a_unit_leads_to_its_issues(section):
    row = section.progress.view.rows.items[0]
    section.progress.view.activated_id.emit(row.id)
    assert section.tabs.current() == "issues"
    ids = set(section.list.view.rows.shown_ids())
    units = {each.unit for each in section.list.view.rows.items if each.id in ids}
    assert units == {row.name}


def test_the_tab_in_sight_is_what_is_exported(section):
    for tab, part in (
        ("issues", section.list),
        ("facts", section.facts),
        ("ignored", section.ignored),
        ("units", section.progress),
    ):
        section.tabs.turn(tab)
        assert section.table() is part.view
