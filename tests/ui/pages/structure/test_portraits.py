import pytest

from leadership_model.store import load
from leadership_model.structure import portrait_phrase
from leadership_model.structure.portrait_phrase import Item
from ui.pages.structure.page import StructurePage
from ui.pages.structure.portraits import short_name

LAW = "《民族区域自治法》第十七条"


@pytest.fixture
def page(context, shown):
    return shown(StructurePage(context))


@pytest.fixture
def writing(stored, shown):
    page = shown(StructurePage(stored))
    stored.undo.activate(page.undo_stack())
    return page


def open_editor(page, settle, place="县级党委||"):
    page.show_place(place)
    page.desk.turn("portraits")
    settle()
    return page.portrait_editor


def begin(page, settle):
    editor = open_editor(page, settle)
    editor.list.begin_key()
    settle()
    return editor


def test_a_portrait_of_a_key_post_is_made_and_goes_with_the_draft(page, settle):
    editor = begin(page, settle)
    made = editor.portrait()
    assert made in page.draft().portraits
    editor.head.taken.emit("label", "县委书记画像")
    editor.head.taken.emit("post_kind", "书记")
    editor._on_qualification()
    editor.line.taken.emit("condition", "曾任 乡镇党政正职 满 24 个月")
    editor.line.taken.emit("heading", "约束性")
    editor._on_graded()
    editor.line.taken.emit("points", "25")
    settle()
    found = page.draft().portraits[-1]
    assert found.label == "县委书记画像"
    assert found.post_kind == "书记"
    assert found.terms[0].heading == "约束性"
    assert [each.points for each in found.weights] == [100, 25]
    headings = [row.heading for row in editor.table.rows.items]
    assert headings == ["约束性", "优先性", ""]
    for _ in range(page.undo_stack().count()):
        page.undo_stack().undo()
    assert page.drafts.value == {}


def test_a_sensitive_element_is_refused_where_it_is_typed_until_a_law_is_cited(page, settle, qtbot):
    editor = begin(page, settle)
    editor._on_qualification()
    settle()
    before = editor.portrait()
    editor.line.open_slot("condition")
    field = editor.line.picker.field
    field.setText("民族 = 哈尼族")
    field.textEdited.emit(field.text())
    editor.line.picker._on_enter()
    assert "敏感要素“民族”" in editor.line.picker.wrong.text()
    editor.line.picker.close()
    editor.line.taken.emit("condition", "民族 = 哈尼族")
    assert "民族" in editor._wrong.text()
    assert editor.portrait() == before
    editor.line.taken.emit("basis", LAW)
    editor.line.taken.emit("condition", "民族 = 哈尼族")
    settle()
    row = next(row for row in editor.table.rows.items if row.sensitive)
    assert row.sensitive == f"使用敏感要素 民族，依据：{LAW}"
    assert editor._term.note() == row.sensitive
    editor.line.taken.emit("basis", "")
    assert editor.portrait().terms[0].basis == LAW


def test_conditions_are_moved_dropped_and_taken_from_others(page, settle):
    editor = begin(page, settle)
    offered = next(each for each in editor._offered if each.note.startswith("权重"))
    editor.offer_link.click()
    editor.picker.take(offered.text)
    settle()
    assert editor.portrait().weights[-1] == offered.made
    assert editor.item() == Item("weight", 1)
    editor.up_button.click()
    settle()
    assert editor.portrait().weights[0] == offered.made
    assert editor.item() == Item("weight", 0)
    editor.drop_button.click()
    settle()
    assert offered.made not in editor.portrait().weights
    editor.copy_button.click()
    settle()
    assert len(page.draft().portraits) == len(page.published().portraits) + 2
    editor.delete_button.click()
    settle()
    assert len(page.draft().portraits) == len(page.published().portraits) + 1


def test_a_general_portrait_is_stored_at_once_and_taken_back(writing, stored, settle):
    editor = open_editor(writing, settle)
    first = editor.portrait()
    engine = stored.workspace.loaded.engine
    before = load.portraits(engine)
    assert first in before
    editor.choose(first.id)
    editor._on_item("weight:0")
    editor.line.taken.emit("points", "33")
    settle()
    assert editor.portrait().weights[0].points == 33
    assert editor.portrait() in load.portraits(engine)
    assert writing.drafts.value == {}
    writing.undo_stack().undo()
    settle()
    assert load.portraits(engine) == before
    assert editor.portrait() == first
    editor.list.begin_general()
    settle()
    assert len(load.portraits(engine)) == len(before) + 1
    assert editor.portrait() not in before


def test_an_inherited_portrait_is_changed_but_not_deleted(page, settle, asker):
    editor = begin(page, settle)
    made = editor.portrait()
    page.show_place("县级党委|自治县|")
    settle()
    assert made not in page.hand().whole.portraits
    assert portrait_phrase.items(made)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("县级人大正职通用权重", "正职"),
        ("县级人大其他成员通用权重", "其他成员"),
        ("县（市、区）委书记画像", "县委书记"),
        ("市直部门主要负责人画像", "市直部…"),
    ],
)
def test_the_switch_names_what_tells_portraits_apart(text, shown):
    assert short_name(text, 4) == shown
