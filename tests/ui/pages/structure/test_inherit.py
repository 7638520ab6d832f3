from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt

from leadership_model.store import audit
from leadership_model.structure.difference import STANDING
from leadership_model.structure.requirement import Filled
from ui.pages.structure.page import StructurePage


@pytest.fixture
def writing(stored, shown):
    return shown(StructurePage(stored))


SUB, BASE = "县级政府|自治县|", "县级政府||"


def place(page, key, settle):
    page.show_place(key)
    page.desk.turn("inherit")
    settle()


def publish(page, settle, asker, month="2026-11"):
    asker.answers.append(month)
    page._publish.trigger()
    settle()


def row(page, id):
    return next(each for each in page.inherit._rows if each.id == id)


def choose(page, id, settle):
    page.inherit.table.select_ids((id,))
    settle()


def base_edited(page, settle, asker, id, **changes):
    """Publish another version of the category's model with one requirement changed."""
    place(page, BASE, settle)
    found = next(each for each in page.hand().whole.requirements if each.id == id)
    page.desk.requirements.requirement_changed.emit(replace(found, **changes), "改")
    settle()
    publish(page, settle, asker)


def test_lines_say_where_they_come_from(writing, settle):
    place(writing, SUB, settle)
    assert row(writing, "minority").mark == "改动"
    assert {each.mark for each in writing.inherit._rows if each.id != "minority"} == {"继承"}
    assert writing.inherit.table.current_id() == "minority"
    assert not writing.inherit.keep_button.isEnabled()
    origins = {r.requirement.id: r.origin for r in writing.desk.requirements.table.rows.items}
    assert origins["minority"] == "改动"


def test_one_key_resets_a_line(writing, settle, qtbot):
    place(writing, SUB, settle)
    above = writing.hand().above
    choose(writing, "minority", settle)
    qtbot.keyClick(writing.inherit.table, Qt.Key.Key_F6)
    settle()
    assert row(writing, "minority").mark == "继承"
    wanted = next(each for each in above.requirements if each.id == "minority")
    assert wanted in writing.hand().whole.requirements
    assert writing.hand().changed
    writing.undo_stack().undo()
    settle()
    assert row(writing, "minority").mark == "改动"


def test_a_line_is_removed_added_adjusted_and_all_is_reset(writing, settle, asker):
    place(writing, SUB, settle)
    gone = next(r for r in writing.hand().whole.requirements if r.id != "minority")
    writing.desk.requirements.removed.emit(gone)
    writing.desk.requirements.made.emit(Filled)
    settle()
    counted = next(
        r
        for r in writing.hand().whole.requirements
        if r.lo == 1 and row(writing, r.id).mark == "继承"
    )
    choose(writing, counted.id, settle)
    asker.answers.append("+1")
    writing.inherit.adjust_button.click()
    settle()
    marks = {each.id: each.mark for each in writing.inherit._rows}
    assert marks[gone.id] == "减去"
    assert marks[counted.id] == "增量 ＋1"
    assert "增加" in marks.values()
    whole = {each.id: each for each in writing.hand().whole.requirements}
    assert whole[counted.id].lo == 2
    writing.inherit.all_button.click()
    settle()
    assert {each.mark for each in writing.inherit._rows} == {"继承"}


def test_a_wrong_amount_is_refused(writing, settle, asker):
    place(writing, SUB, settle)
    counted = next(r for r in writing.inherit._rows if r.state == "inherited")
    choose(writing, counted.id, settle)
    asker.answers.append("多一些")
    writing.inherit.adjust_button.click()
    assert any("不是增减数" in text for _, text in asker.asked)
    assert not writing.hand().changed


def test_a_change_above_reaches_what_was_left_alone(writing, settle, asker):
    place(writing, SUB, settle)
    other = next(each for each in writing.inherit._rows if each.state == "inherited")
    base_edited(writing, settle, asker, other.id, why="新的理由")
    assert writing.published().version == 2, asker.asked
    place(writing, SUB, settle)
    found = next(each for each in writing.hand().whole.requirements if each.id == other.id)
    assert found.why == "新的理由"
    assert row(writing, other.id).mark == "继承"
    assert not writing.hand().conflicts()


@pytest.mark.parametrize("choice", ["own", "above", "edit"])
def test_a_change_above_of_a_line_of_ones_own_is_a_conflict_and_is_settled(
    writing, stored, settle, asker, choice
):
    place(writing, SUB, settle)
    choose(writing, writing.inherit._rows[-1].id, settle)
    base_edited(writing, settle, asker, "minority", lo=Fraction(3))
    place(writing, BASE, settle)
    assert writing.desk.tabs.button("inherit").text() == "继承 ⚠1"
    assert [(each.key, each.conflicts) for each in writing.inherit.below.rows.items] == [(SUB, 1)]
    writing.inherit.below.activated_id.emit(SUB)
    settle()
    assert writing.inherit._own.title() == "1 处冲突"
    first = writing.inherit._rows[0]
    assert (first.id, first.conflict) == ("minority", True)
    assert "≥ 1" in first.seen
    assert "≥ 3" in first.above
    assert "≥ 2" in first.own
    assert writing.inherit.table.current_id() == "minority"
    if choice == "edit":
        writing.inherit.edit_button.click()
        settle()
        assert writing.desk.current() == "requirements"
        writing.desk.requirements.sentence.taken.emit("lo", "4")
        settle()
        writing.desk.turn("inherit")
        choose(writing, "minority", settle)
    (writing.inherit.take_button if choice == "above" else writing.inherit.keep_button).click()
    settle()
    assert not writing.hand().conflicts()
    found = next(each for each in writing.hand().whole.requirements if each.id == "minority")
    assert found.lo == {"own": 2, "above": 3, "edit": 4}[choice]
    engine = stored.workspace.loaded.engine
    lines = [each.what for each in audit.lines(engine, "model_draft", writing.draft().id)]
    assert lines[-1].startswith("冲突采用上级" if choice == "above" else "冲突保留本级")
    publish(writing, settle, asker)
    assert not writing.hand().conflicts()
    assert writing.published().version == 2
    assert not writing.hand().changed


def test_a_team_gets_differences_of_its_own(writing, stored, settle, asker):
    place(writing, BASE, settle)
    snapshot = stored.workspace.snapshot
    team = snapshot.teams.ids[writing.row().teams[0]]

    def answer(dialog):
        dialog.list.choose(team)
        dialog.take()
        return True

    asker.answers.append(answer)
    writing.left.add_team()
    settle()
    assert writing.row().team == team
    assert not writing.hand().changed
    requirement = writing.hand().whole.requirements[0]
    changed = replace(requirement, points=requirement.points + 1)
    writing.desk.requirements.requirement_changed.emit(changed, "改")
    settle()
    assert writing.hand().changed
    publish(writing, settle, asker)
    world = stored.workspace.world
    used = world.model(snapshot.teams.ids.index(team))
    assert used.id.endswith(f"own-team-{team}")
    assert changed in used.requirements
    base = next(each for each in world.models if each.id == "shipped-county-government")
    assert requirement in base.requirements


def test_an_inherited_portrait_is_taken_away_here_and_listed_and_comes_back(writing, settle, asker):
    place(writing, BASE, settle)
    writing.desk.turn("portraits")
    editor = writing.views.portrait_editor
    editor.begun.emit(True)
    settle()
    made = writing.hand().whole.portraits[-1]
    publish(writing, settle, asker)
    place(writing, SUB, settle)
    assert row(writing, made.id).mark == "继承"
    editor.changed.emit(made, None, "删除画像")
    settle()
    assert writing.hand().draft.removed == {made.id}
    assert made not in writing.hand().whole.portraits
    assert row(writing, made.id).mark == "减去"
    choose(writing, made.id, settle)
    assert not writing.inherit.edit_button.isEnabled()
    writing.inherit.reset_button.click()
    settle()
    assert made in writing.hand().whole.portraits
    writing.undo_stack().undo()
    writing.undo_stack().undo()
    settle()
    assert writing.hand().draft.removed == frozenset()


def test_own_red_and_green_lines_are_listed_and_reset(writing, settle):
    place(writing, SUB, settle)
    assert row(writing, STANDING).state == "inherited"
    writing.desk.red.setText("55")
    writing.desk.red.editingFinished.emit()
    settle()
    found = row(writing, STANDING)
    assert (found.mark, found.own) == ("改动", "红线 55 分，绿线 85 分")
    assert found.above == "红线 60 分，绿线 85 分"
    choose(writing, STANDING, settle)
    assert not writing.inherit.adjust_button.isEnabled()
    writing.inherit.reset_button.click()
    settle()
    assert writing.desk.red.text() == "60"
    assert not writing.hand().draft.own_lines
    writing.undo_stack().undo()
    settle()
    assert writing.desk.red.text() == "55"
