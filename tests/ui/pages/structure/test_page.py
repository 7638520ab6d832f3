from fractions import Fraction

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt

from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.world import World
from ui.navigation import OpenTeam, ShowModel, ShowPeople, ShowTeams
from ui.pages.structure.page import StructurePage


@pytest.fixture
def page(context, shown):
    return shown(StructurePage(context))


@pytest.fixture
def writing(stored, shown):
    return shown(StructurePage(stored))


def turn(page, settle, category):
    page.receive(ShowModel(category=category))
    settle()


def scored(page, settle):
    """Turn to a model with a counted requirement and choose it."""
    for row in page._rows:
        if row.model is None or len(row.teams) < 3 or row.under:
            continue
        for each in row.model.requirements:
            if type(each.measure).__name__ == "Count" and each.lo is not None and each.points:
                page.receive(ShowModel(id=row.id))
                page.desk.requirements.table.select_ids((each.id,))
                settle()
                return each
    raise AssertionError("no counted requirement in the sample")


def take(page, slot, text, qtbot):
    """Type into the picker of a token and press Enter."""
    editor = page.desk.requirements.sentence
    editor.tokens[slot].click()
    field = editor.picker.field
    field.setText(text)
    field.textEdited.emit(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_categories_show_their_states_and_what_has_no_model(page, context):
    rows = {row.category: row for row in page._rows if not row.under}
    assert "国企高校" in rows
    assert rows["国企高校"].model is None
    survey = context.workspace.survey
    for row in page._rows:
        assert sum(count for _, count in row.states) == len(row.teams)
        assert {survey[t].state for t in row.teams} == {state for state, _ in row.states}


def test_counts_of_a_requirement_are_those_of_the_findings(page, context, settle):
    requirement = scored(page, settle)
    row = next(
        r for r in page.desk.requirements.table.rows.items if r.requirement.id == requirement.id
    )
    survey = context.workspace.survey
    found = [
        f for t in page.row().teams for f in survey[t].findings if f.requirement == requirement.id
    ]
    assert sum(row.counts) == len(found)
    assert row.counts[0] == sum(f.verdict == "green" for f in found)


def test_choosing_a_requirement_writes_its_sentence_and_stays_chosen(page, settle):
    requirement = scored(page, settle)
    texts = [token.text() for token in page.desk.requirements.sentence.tokens.values()]
    assert any(str(requirement.lo) in text for text in texts)
    assert page.desk.requirements.table.current_id() == requirement.id
    assert len(page.desk.requirements.effect.standing.standing().dots) == len(page.row().teams)


def test_an_edit_shows_its_effect_before_saving_and_is_taken_back(page, context, settle, qtbot):
    requirement = scored(page, settle)
    published = page.published()
    take(page, "lo", "9", qtbot)
    settle()
    changed = next(r for r in page.draft().requirements if r.id == requirement.id)
    assert changed.lo == Fraction(9)
    others = [m for m in context.workspace.world.models if m.id != published.id]
    world = World.of(
        context.workspace.snapshot, context.workspace.as_of, models=[*others, page.draft()],
        portraits=context.workspace.world.portraits,
    )  # fmt: skip
    shifts = {s.team: s for s in page.effect().shifts}
    for wanted in assess_some(world, page.row().teams, with_rules=False):
        assert shifts[wanted.team].after.score_low == pytest.approx(wanted.score_low)
        assert shifts[wanted.team].after.state == wanted.state
    assert page.published() == published
    assert any(s.gain for s in shifts.values())
    assert page.undo_stack().undoText() == f"修改要求 {requirement.label}"
    page.undo_stack().undo()
    settle()
    assert page.draft() == published
    page.undo_stack().redo()
    settle()
    assert page.draft() != published


def test_a_wrong_number_is_refused_in_the_picker(page, settle, qtbot):
    scored(page, settle)
    before = page.draft()
    take(page, "lo", "许多", qtbot)
    picker = page.desk.requirements.sentence.picker
    assert "不是数" in picker.wrong.text()
    picker.close()
    assert page.draft() == before


def test_a_condition_is_typed_as_a_sentence(page, settle, qtbot):
    scored(page, settle)
    take(page, "condition", "年龄 >= 大学", qtbot)
    assert page.desk.requirements.sentence.picker.wrong.text()
    page.desk.requirements.sentence.picker.close()
    take(page, "condition", "年龄 <= 39", qtbot)
    settle()
    assert page.desk.requirements.sentence.tokens["condition"].text() == "年龄 <= 39"


def test_the_veto_and_the_scope_are_chosen(page, settle, qtbot):
    requirement = scored(page, settle)
    take(page, "veto", "不作否决" if requirement.veto else "一票否决", qtbot)
    settle()
    take(page, "scope", "副职", qtbot)
    settle()
    changed = next(r for r in page.draft().requirements if r.id == requirement.id)
    assert changed.veto is not requirement.veto
    assert changed.scope.role == "副职"


def test_lines_are_checked_where_they_stand(page, settle):
    scored(page, settle)
    page.desk.red.setText("95")
    page.desk.red.editingFinished.emit()
    assert page.desk.red.property("wrong") == "true"
    assert page.draft() == page.published()
    page.desk.red.setText("50")
    page.desk.red.editingFinished.emit()
    settle()
    assert page.draft().red == 50


def test_requirements_are_added_removed_and_restored(page, settle, qtbot):
    scored(page, settle)
    count = len(page.draft().requirements)
    page.desk.requirements.add_link.click()
    first = page.desk.requirements._offered[0]
    page.desk.requirements.picker.take(first.label)
    settle()
    assert len(page.draft().requirements) == count + 1
    assert page.desk.requirements.sentence.requirement().label == first.label
    page.desk.requirements.delete_button.click()
    settle()
    assert len(page.draft().requirements) == count
    page._revert.trigger()
    settle()
    assert page.draft() == page.published()
    assert not page._publish.isEnabled()


def test_the_checker_names_contradictions(page, settle):
    from dataclasses import replace

    requirement = scored(page, settle)
    wrong = replace(requirement, ideal_lo=Fraction(0), ideal_hi=Fraction(0))
    page.desk.requirements.requirement_changed.emit(wrong, "改")
    settle()
    assert requirement.label in page.desk.requirements.effect._check.text()


def test_teams_open_from_the_dots_and_from_the_list(page, settle, requests, qtbot):
    scored(page, settle)
    view = page.desk.requirements.effect.standing
    view.repaint()
    rect, dot = view.dots()[0]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert requests[-1] == OpenTeam(dot.id)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert isinstance(requests[-1], OpenTeam)
    qtbot.mouseMove(view, QPoint(1, 1))


def test_changed_states_open_their_teams(page, settle, qtbot, requests):
    scored(page, settle)
    page.desk.green.setText("100")
    page.desk.green.editingFinished.emit()
    settle()
    moved = [s for s in page.effect().shifts if s.moved]
    page.desk.requirements.effect.strip.link().click()
    if moved:
        assert isinstance(requests[-1], ShowTeams)
        assert len(requests[-1].ids) == len(moved)
    else:
        assert not requests


def test_portraits_open_the_people_and_holders(page, settle, requests):
    turn(page, settle, "县级党委")
    view = page.portraits.current()
    assert view.weights
    page.portraits.findChild(type(page.desk.requirements.add_link), "w0").click()
    assert requests == [ShowPeople(view.weights[0].people, f"满足：{view.weights[0].text}")]
    assert page.portraits.holders.rows.rowCount() == len(view.holders)


def test_publishing_makes_a_new_version_in_force(writing, stored, settle, asker, qtbot):
    page = writing
    requirement = scored(page, settle)
    id = page.published().id
    take(page, "points", "9.5", qtbot)
    settle()
    asker.answers += [True, "2026-11"]  # the points do not add up: asked first
    page._publish.trigger()
    settle()
    assert "分值合计" in asker.asked[0][1]
    assert page.published().id == id
    assert page.published().version == 2
    changed = next(r for r in page.published().requirements if r.id == requirement.id)
    assert changed.points == 9.5
    assert len([m for m in stored.workspace.world.models if m.id == id]) == 2
    assert not page._publish.isEnabled()
    assert not page.drafts.value


def test_a_wrong_month_and_one_before_the_last_version_publish_nothing(
    writing, stored, settle, asker, qtbot
):
    scored(writing, settle)
    for month, version in (("2026-13", 1), ("2026-12", 1), ("2026-11", 1)):
        take(writing, "points", "9" if month == "2026-12" else "8.5", qtbot)
        settle()
        asker.answers += [True, month]
        writing._publish.trigger()
        settle()
        assert writing.published().version == version
    assert any("不是有效的年月" in text for _, text in asker.asked)
    assert any("不能早于它" in text for _, text in asker.asked)
    assert [m.version for m in stored.workspace.world.models if m.id == writing.published().id] == [
        1,
        2,
    ]


def test_a_category_without_model_begins_with_a_template(writing, settle, asker):
    turn(writing, settle, "国企高校")
    assert writing.draft() is None
    assert writing._middle.currentIndex() == 1
    asker.answers.append("shipped-city-department")
    writing._template.trigger()
    settle()
    assert writing.draft().category == "国企高校"
    asker.answers.append("2026-11")
    writing._publish.trigger()
    settle()
    assert writing.published() is not None
    assert writing.published().category == "国企高校"
    states = dict(writing.row().states)
    assert "unconfigured" not in states


def test_a_narrow_window_keeps_the_page(page, settle):
    page.set_narrow(True)
    page.resize(1290, 690)
    settle()
    scored(page, settle)
    shown = {column.id for column in page.desk.requirements.table.rows.columns}
    assert "basis" not in shown


def test_the_page_is_freed_when_it_is_closed(context, settle):
    made = StructurePage(context)
    made.show()
    settle()
    made.leave()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(made)
