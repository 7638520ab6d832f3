from dataclasses import replace
from fractions import Fraction

import pytest

from tests.ui.pages.structure.drafting import counted, edit, errors
from tests.ui.pages.structure.test_page import turn
from ui.navigation import ShowTeams
from ui.pages.structure.page import StructurePage


@pytest.fixture
def page(context, shown):
    return shown(StructurePage(context))


@pytest.fixture
def writing(stored, shown):
    return shown(StructurePage(stored))


# ---- the strip


def test_the_strip_tells_before_and_after_and_lists_who_changes(page, settle, requests):
    turn(page, settle, "乡镇")
    strip = page.desk.requirements.effect.strip
    assert "没有班子改变状态" in strip.words()
    assert not strip.link().isEnabled()
    edit(page, settle, lo=Fraction(40), ideal_lo=None, veto=True)
    moved = page.effect().trial.moved
    assert moved
    assert f"{len(moved)} 个班子改变状态" in strip.words()
    assert f"一票否决 0 → {len(page.row().teams)}" in strip.words()
    strip.link().click()
    assert isinstance(requests[-1], ShowTeams)
    assert len(requests[-1].ids) == len(moved)


def test_the_next_edit_judges_only_what_it_changed(page, settle):
    turn(page, settle, "乡镇")
    edit(page, settle, lo=Fraction(3), ideal_lo=None)
    first = page.effect().trial
    assert first.anew == len(page.row().teams)
    page._edit(replace(page.hand().whole, red=10.0), "红线")
    settle()
    assert page.effect().trial.anew == 0
    assert page.effect().trial is not first


# ---- the checker


def test_findings_lead_to_their_requirements(page, settle):
    turn(page, settle, "乡镇")
    whole = page.hand().whole
    asked = counted(whole)
    twin = replace(asked, id="twin", label="同样的要求", points=0.0)
    page._edit(replace(whole, requirements=(*whole.requirements, twin)), "加")
    settle()
    effect = page.desk.requirements.effect
    (row,) = [r for r in effect.check_view.rows if "考核的是同一件事" in r.text.text()]
    assert effect.tabs.button("check").text() == f"核对 {len(effect.checked().issues)}"
    effect.tabs.button("check").click()
    assert effect.check_view.isVisible()
    row.links()["twin"].click()
    settle()
    assert page.editing.chosen == "twin"
    row = next(r for r in effect.check_view.rows if "考核的是同一件事" in r.text.text())
    row.links()[asked.id].click()
    settle()
    assert page.editing.chosen == asked.id


def test_a_model_no_team_can_meet_is_named_and_not_published(writing, settle, asker):
    turn(writing, settle, "县直部门")
    asked = edit(writing, settle, lo=Fraction(99), ideal_lo=None)
    checked = writing.desk.requirements.effect.checked()
    assert [i.about for i in checked.of("error")] == [asked.id]
    assert "最省的放宽办法" in checked.of("error")[0].text
    writing._publish.trigger()
    settle()
    assert "还不能发布" in errors(asker)[0]
    assert asked.label in errors(asker)[0]
    assert writing.published().version == 1


def test_the_cheapest_loosening_is_taken_by_its_link(page, settle):
    turn(page, settle, "县直部门")
    asked = edit(page, settle, lo=Fraction(99), ideal_lo=None)
    effect = page.desk.requirements.effect
    (issue,) = effect.checked().of("error")
    (row,) = [r for r in effect.check_view.rows if r.text.text() == issue.text]
    row.adopt_link.click()
    settle()
    loosened = next(r for r in page.hand().whole.requirements if r.id == asked.id)
    assert ((asked, loosened),) == issue.remedy
    assert loosened.lo < 99
    assert effect.checked().of("error") == ()
    page.undo_stack().undo()
    assert asked in page.hand().whole.requirements


def test_warnings_are_asked_and_a_no_publishes_nothing(writing, settle, asker):
    turn(writing, settle, "县直部门")
    edit(writing, settle, points=50.0)
    asker.answers.append(False)
    writing._publish.trigger()
    settle()
    assert "仍要发布吗" in asker.asked[-1][1]
    assert writing.published().version == 1
