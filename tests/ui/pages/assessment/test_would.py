"""Who would satisfy a requirement, or pass a rule: one click leads to the people."""

import pytest

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.rules import appointment
from ui.navigation import RunQuery, ShowPeople
from ui.pages.assessment import verdicts
from ui.pages.assessment.detail import inspect
from ui.pages.assessment.page import AssessmentPage


@pytest.fixture
def page(context, shown):
    return shown(AssessmentPage(context))


def test_a_requirement_leads_to_the_question_who_would_count(page, context, requests, asker):
    seen = page.seen
    model = seen.world.model(seen.team)
    offered = []

    def press(dialog):
        offered.append(dialog.question)
        if dialog.question:
            dialog.would.click()
        return True

    for each in model.requirements[:6]:
        asker.answers.append(press)
        inspect(context, seen, each.id, page)
    asked = [each for each in offered if each]
    assert asked
    assert [each for each in requests if isinstance(each, RunQuery)] == list(map(RunQuery, asked))
    for sentence in asked:
        parse(sentence, seen.world.catalogue)


def test_a_rule_leads_to_everybody_who_passes_it_for_the_post(page, requests):
    seen = page.seen
    rows = [row for row in verdicts.rows(seen, everything=True) if verdicts.asks_people(row)]
    assert rows
    row = rows[0]
    found = verdicts.who_passes(seen, row)
    assert isinstance(found, ShowPeople)
    world: World = seen.world
    at = world.snapshot.people.positions
    inside = set(found.ids)
    post = row.result.post
    for id in (*list(found.ids)[:3], *[i for i in world.person_ids if i not in inside][:3]):
        told = appointment.explain(world.book, world.seating, at[id], post, world.as_of)
        result = next((each for each in told if each.rule == row.result.rule), None)
        if id in inside:
            assert result is None or result.result == "pass"
