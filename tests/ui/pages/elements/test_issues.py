import pytest

from leadership_model.rules.quality import check
from ui.navigation import EditPerson, OpenPerson, ShowPeople
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def section(context, shown, settle):
    page = shown(ElementsPage(context))
    page.turn("issues")
    settle()
    return page.section()


def about_a_person(section):
    return next(row for row in section.view.rows.items if row.person)


def test_every_issue_of_the_rules_is_listed(section, context):
    found = check(context.workspace.snapshot, context.workspace.as_of)
    assert section.view.rows.rowCount() == len(found)
    assert f"错误 {sum(r.severity == 'forbid' for r in found)}" in section.note()


def test_severity_and_rule_narrow_the_list(section):
    section.severity.button("warn").click()
    rows = section.view.rows.items
    assert {row.severity for row in rows} == {"warn"}
    rule = rows[0].rule
    section.rules.choose(rule)
    assert {row.rule for row in section.view.rows.items} == {rule}


def test_an_issue_leads_to_its_record_and_to_the_card(section, requests):
    row = about_a_person(section)
    section.view.select_ids((row.id,))
    section._on_edit()
    section.view.opened.emit(row.id)
    assert requests == [EditPerson(row.person), OpenPerson(row.person)]


def test_the_people_of_the_list_are_a_list_of_people(section, requests):
    section.show_rule(about_a_person(section).rule)
    section._on_people()
    assert isinstance(requests[0], ShowPeople)
    assert set(requests[0].ids) == {row.person for row in section.view.rows.items}
