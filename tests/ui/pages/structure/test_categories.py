import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leadership_model.people import codes
from leadership_model.structure import categories as kept
from ui.pages.structure.category_dialog import AssignDialog, NewCategory
from ui.pages.structure.page import StructurePage


@pytest.fixture(autouse=True)
def shipped_codes():
    before = codes.own()
    yield
    codes.lay(before)


@pytest.fixture
def writing(stored, shown):
    page = shown(StructurePage(stored))
    stored.undo.activate(page.undo_stack())
    return page


def keys(page):
    return [row.key for row in page._rows]


def test_a_category_is_added_with_a_template(writing, stored, settle, asker):
    told = []

    def answer(dialog):
        assert isinstance(dialog, NewCategory)
        dialog.name.setText("乡镇")
        dialog.take()
        told.append(dialog.wrong.text())
        dialog.name.setText("涉农街道")
        dialog.like.setCurrentText("街道")
        dialog.template.setCurrentIndex(1)
        dialog.take()
        return True

    asker.answers.append(answer)
    writing.left.add_category()
    settle()
    assert "已有" in told[0]
    assert "涉农街道||" in keys(writing)
    assert writing.row().category == "涉农街道"
    assert len(writing.draft().requirements) > 5
    assert writing.draft().category == "涉农街道"
    assert codes.values("teams", "band")["涉农街道"] == "乡科级"


def test_three_county_types_are_added_and_teams_assigned(writing, stored, settle, asker):
    writing.show_place("县级党委||")
    settle()
    asker.answers.append("近郊县、丘陵县、山区县")
    writing.left.add_subs()
    settle()
    assert {"县级党委|近郊县|", "县级党委|山区县|"} <= set(keys(writing))
    snapshot = stored.workspace.snapshot
    teams = [t for t, c in enumerate(snapshot.teams.raw("category")) if c == "县级党委"][:2]
    ids = [snapshot.teams.ids[t] for t in teams]

    def answer(dialog):
        assert isinstance(dialog, AssignDialog)
        dialog.take()
        assert "勾选" in dialog.wrong.text()
        dialog.sub.setCurrentText("山区县")
        for id in ids:
            dialog.table.select_ids((id,))
            QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        dialog.take()
        return True

    asker.answers.append(answer)
    writing.left.assign()
    settle()
    found = next(row for row in writing._rows if row.key == "县级党委|山区县|")
    assert [stored.workspace.snapshot.teams.ids[t] for t in found.teams] == ids
    writing.show_place(found.key)
    settle()
    assert writing.hand().above is not None
    assert not writing.hand().changed
    asker.answers.append("高山县")
    writing.left.rename()
    settle()
    assert "县级党委|高山县|" in keys(writing)
    subs = stored.workspace.snapshot.teams.raw("sub_category")
    assert [subs[stored.workspace.snapshot.teams.ids.index(id)] for id in ids] == ["高山县"] * len(
        ids
    )
    for _ in range(2):
        writing.undo_stack().undo()
        settle()
    assert "县级党委|高山县|" not in keys(writing)
    found = next(row for row in writing._rows if row.key == "县级党委|山区县|")
    assert found.teams == ()


def test_names_that_clash_are_refused(writing, settle, asker):
    writing.show_place("县级党委||")
    settle()
    asker.answers.append("甲类、甲类")
    writing.left.add_subs()
    assert ("refused", "同一个名称写了两次。") in asker.asked
    asker.answers.append("乙/丙")
    writing.left.add_subs()
    assert any("不能有" in text for what, text in asker.asked if what == "refused")


def test_a_category_with_teams_is_not_retired_and_a_shipped_one_not_renamed(writing, settle, asker):
    writing.show_place("县级政府||")
    settle()
    writing.left.retire()
    writing.left.rename()
    (told,) = [text for what, text in asker.asked if what == "error"]
    assert "请先把它们改到别的类别" in told
    what, way = asker.asked[-1]
    assert what == "confirm"
    assert "不能直接改名" in way
    assert "另建一个类别，层级相当于“县级政府”" in way
    dialogs = []
    asker.answers.extend([True, dialogs.append])
    writing.left.rename()
    assert len(dialogs) == 1, "the way begins with the dialog of a new category"


def test_an_empty_sub_category_is_retired_and_comes_back(writing, settle, asker):
    writing.show_place("乡镇||")
    settle()
    asker.answers.append("坝区")
    writing.left.add_subs()
    settle()
    writing.show_place("乡镇|坝区|")
    settle()
    writing.left.retire()
    settle()
    assert kept.retired("乡镇", "坝区")
    assert writing.row().retired
    writing.left.retire()
    settle()
    assert not kept.retired("乡镇", "坝区")
