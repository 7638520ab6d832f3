import random
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt

from leadership_model.store import audit, drafts
from leadership_model.structure import compose, dimension, phrase
from leadership_model.structure.requirement import Average, Count, Share
from ui.navigation import ShowModel
from ui.pages.structure.page import StructurePage


@pytest.fixture
def page(context, shown):
    return shown(StructurePage(context))


@pytest.fixture
def writing(stored, shown):
    return shown(StructurePage(stored))


def turn(page, settle, category="乡镇"):
    page.receive(ShowModel(category=category))
    settle()


def at_hand(page):
    return page.editing.requirement()


@pytest.mark.parametrize("kind", compose.KINDS, ids=[each.id for each in compose.KINDS])
def test_every_kind_is_made_from_the_list_and_reads_as_a_sentence(page, settle, kind):
    turn(page, settle)
    desk = page.desk.requirements
    count = len(page.hand().whole.requirements)
    desk.new_link.click()
    desk.picker.take(kind.id)
    settle()
    made = at_hand(page)
    assert isinstance(made.measure, kind.kind)
    assert len(page.hand().whole.requirements) == count + 1
    tokens = desk.sentence.tokens
    assert tokens["kind"].text() == phrase.KIND_WORDS[kind.kind]
    assert page.undo_stack().undoText() == f"新建要求 {made.label}"
    page.undo_stack().undo()
    settle()
    assert not page.hand().changed


def test_the_kind_is_changed_in_place_and_the_condition_stays(page, settle, qtbot):
    turn(page, settle)
    page.desk.requirements.made.emit(Count)
    settle()
    before = at_hand(page)
    sentence = page.desk.requirements.sentence
    sentence.tokens["kind"].setFocus()
    qtbot.keyClick(sentence.tokens["kind"], Qt.Key.Key_Return)
    sentence.picker.field.setText("占比")
    sentence.picker.field.textEdited.emit("占比")
    qtbot.keyClick(sentence.picker.field, Qt.Key.Key_Return)
    settle()
    assert isinstance(at_hand(page).measure, Share)
    assert at_hand(page).measure.condition == before.measure.condition


def test_a_formula_of_the_size_is_typed(page, settle, qtbot):
    turn(page, settle)
    page.desk.requirements.made.emit(Count)
    settle()
    sentence = page.desk.requirements.sentence
    sentence.open_slot("lo")
    sentence.picker.field.setText("人数×1/3＋1")
    sentence.picker.field.textEdited.emit("人数×1/3＋1")
    qtbot.keyClick(sentence.picker.field, Qt.Key.Key_Return)
    settle()
    assert (at_hand(page).lo, at_hand(page).lo_per) == (1, Fraction(1, 3))
    assert sentence.tokens["lo"].text() == "人数×1/3＋1 人"
    sizes = {team: len(page.workspace.world.members(team)) for team in page.row().teams}
    for shift in page.effect().shifts:
        found = next(f for f in shift.after.findings if f.requirement == at_hand(page).id)
        assert found.lo == -(-sizes[shift.team] // 3) + 1


def test_a_requirement_is_copied_moved_and_retired(page, settle):
    turn(page, settle)
    page.desk.requirements.table.select_ids((page.hand().whole.requirements[0].id,))
    settle()
    first = at_hand(page)
    page.editing.copy()
    settle()
    copy = at_hand(page)
    assert copy.label == f"{first.label}（副本）"
    assert copy.measure == first.measure
    page.editing.down()
    settle()
    ids = [each.id for each in page.hand().whole.requirements]
    page.editing.up()
    settle()
    assert [each.id for each in page.hand().whole.requirements] != ids
    page.editing.retire()
    settle()
    assert copy.id not in [each.id for each in page.hand().whole.requirements]
    assert page.published() is not None
    assert page.published().requirements[0] == first


def test_points_that_do_not_add_up_are_shared_out(page, settle):
    turn(page, settle)
    page.desk.requirements.made.emit(Average)
    settle()
    page.desk.requirements.sentence.taken.emit("points", "20")
    settle()
    link = page.desk.requirements.spread_link
    assert link.text() == "把多出的 20 分摊掉"
    link.click()
    settle()
    assert dimension.rest(page.hand().whole) == 0
    assert link.isHidden()


def test_dimensions_are_renamed_ordered_and_weighed_in_the_dialog(page, settle, asker):
    turn(page, settle)
    names = [each.name for each in dimension.dimensions(page.hand().whole)]
    told = []

    def answer(dialog):
        dialog.names[0].setText("班子规模")
        dialog.points[1].setText("x")
        dialog.done_button.click()
        told.append(dialog.wrong.text())
        dialog.points[1].setText("30")
        dialog.points[1].textEdited.emit("30")
        told.append(dialog.sum.text())
        dialog.spread.click()
        told.append(dialog.sum.text())
        dialog.done_button.click()
        return True

    asker.answers.append(answer)
    page.desk.requirements.dimension_link.click()
    settle()
    assert "不是 0 以上的数" in told[0]
    assert "合计" in told[1]
    assert told[2] == "合计 100 分，正好"
    after = dimension.dimensions(page.hand().whole)
    assert [each.name for each in after] == ["班子规模", *names[1:]]
    assert sum(each.points for each in after) == 100


def do_something(page, source):
    """Make one random edit with the gestures of the page."""
    whole = page.hand().whole
    if whole.requirements:
        page.editing.chosen = source.choice(whole.requirements).id
    match source.randrange(8):
        case 0:
            page.desk.requirements.made.emit(source.choice(compose.KINDS).kind)
        case 1:
            page.editing.copy()
        case 2:
            page.editing.retire()
        case 3:
            page.desk.requirements.moved.emit(source.choice((-1, 1)))
        case 4:
            page.editing.spread()
        case 5:
            page.desk.lines_changed.emit(float(source.randrange(60)), 90.0)
        case 6:
            page.desk.requirements.sentence.show_requirement(
                page.editing.requirement(), page.workspace.catalogue
            )
            page.desk.requirements.sentence.taken.emit("points", str(source.randrange(20)))
        case _:
            page.desk.requirements.sentence.show_requirement(
                page.editing.requirement(), page.workspace.catalogue
            )
            kind = source.choice(compose.KINDS)
            page.desk.requirements.sentence.taken.emit("kind", kind.title)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("place", ["乡镇||", "县级政府|自治县|"])
def test_random_edits_all_undone_give_the_first_model(page, settle, seed, place):
    page.show_place(place)
    settle()
    first, source, stack = page.hand(), random.Random(seed), page.undo_stack()
    steps = [first.whole]
    for _ in range(12):
        do_something(page, source)
        assert stack.index() - len(steps) in (-1, 0)
        steps += [page.hand().whole] * (stack.index() + 1 - len(steps))
    assert len(steps) > 4
    while stack.canUndo():
        stack.undo()
        assert page.hand().whole == steps[stack.index()]
    assert page.hand() == first
    assert page.drafts.value == {}
    while stack.canRedo():
        stack.redo()
        assert page.hand().whole == steps[stack.index()]
    settle()


def test_every_edit_is_written_down_and_what_is_published_stays(writing, stored, settle):
    turn(writing, settle)
    engine = stored.workspace.loaded.engine
    published = writing.published()
    writing.desk.requirements.made.emit(Count)
    settle()
    assert drafts.read(engine)[published.id].model == writing.draft()
    writing.undo_stack().undo()
    settle()
    assert drafts.read(engine) == {}
    writing.undo_stack().redo()
    settle()
    lines = [each.what for each in audit.lines(engine, "model_draft", published.id)]
    assert lines[0].startswith("新建要求")
    assert lines[1].startswith("撤销 新建要求")
    assert lines[2].startswith("重做 新建要求")
    assert writing.published() == published


def test_a_draft_is_there_when_the_page_is_made_again(writing, stored, settle, shown):
    turn(writing, settle)
    writing.desk.requirements.made.emit(Count)
    settle()
    draft = writing.draft()
    again = shown(StructurePage(stored))
    turn(again, settle)
    assert again.draft() == draft
    again.desk.requirements.made.emit(Average)
    settle()
    assert drafts.read(stored.workspace.loaded.engine)[draft.id].version == 2


def test_a_model_begins_with_nothing_but_its_first_requirement(page, settle):
    turn(page, settle, "国企高校")
    assert page.hand() is None
    page.lines.begin()
    page.desk.requirements.picker.take("count")
    settle()
    assert page.draft().category == "国企高校"
    assert len(page.draft().requirements) == 1
    assert page.desk.requirements.spread_link.text() == "把余下的 100 分摊到各项"
    page.undo_stack().undo()
    page.undo_stack().undo()
    settle()
    assert page.hand() is None


def test_drafts_that_came_from_elsewhere_are_shown_and_not_undone_with_ours(
    writing, stored, settle
):
    from functools import partial

    from leadership_model.store.drafts import Shelf

    turn(writing, settle, "县级党委")
    other = writing.published()
    turn(writing, settle)
    writing.desk.requirements.made.emit(Count)
    settle()
    changed = replace(other, label="导入的草稿")
    stored.workspace.write_aside(partial(_foreign, Shelf(), changed))
    settle()
    assert writing.drafts.value[other.id] == changed
    assert not writing.undo_stack().canUndo()
    writing.desk.requirements.made.emit(Average)
    writing.undo_stack().undo()
    settle()
    assert writing.drafts.value[other.id] == changed
    assert other.id in drafts.read(stored.workspace.loaded.engine)


def _foreign(shelf, model, engine, actor):
    return shelf.put(engine, actor, model.id, model, "导入")
