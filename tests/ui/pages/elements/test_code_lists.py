"""Own codes, areas and 成长地, through the widgets of the section."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from leadership_model.people import area_tree, codes, homes
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.person import Person
from leadership_model.store import load, records
from leadership_model.store.joint import JointEdit
from tests.ui.pages.elements.by_hand import Watch
from ui.navigation import EditPerson, OpenPerson, ShowPeople, ShowTeams
from ui.pages.elements.code_lists import CodesSection
from ui.pages.elements.post_section import PostsSection


@pytest.fixture(autouse=True)
def as_shipped():
    codes.lay(())
    yield
    codes.lay(())


@pytest.fixture
def section(stored, shown):
    return shown(Watch(stored, CodesSection)).section


def fill(**texts):
    def answer(dialog):
        for name, text in texts.items():
            dialog.editors[name].line.setText(text)
        dialog._on_accept()
        return not any(editor.wrong.text() for editor in dialog.editors.values())

    return answer


def test_a_shipped_list_shows_its_standard_and_cannot_be_changed(section, asker):
    section.pane.choose("education")
    assert "ZB 64" in section.pane._about.text()
    row = section.pane._row()
    assert row.own is None
    assert section.pane._change.isHidden()
    assert section.pane._delete.isHidden()
    section.pane._on_change()
    assert asker.asked == []
    section.pane.choose("sexes")
    assert section.pane._add.isHidden()


def test_an_own_function_is_added_offered_retired_and_deleted(
    section, stored, asker, settle, shown
):
    pane = section.pane
    pane.choose("functions")
    asker.answers.append(fill(name="招商引资", also="投资促进、外来投资"))
    pane._add.click()
    settle()
    engine = stored.workspace.loaded.engine
    (entry,) = load.every(engine, OwnCode)
    assert (entry.list, entry.name, entry.also) == ("functions", "招商引资", "投资促进、外来投资")
    assert stored.workspace.catalogue.row_meaning("履历", "职能").values[-1] == "招商引资"
    posts = shown(Watch(stored, PostsSection)).section
    offered = [option.id for option in posts.form.options_of("functions")]
    assert "招商引资" in offered
    posts.form.take("functions", "经济、招商引资")
    posts.save()
    settle()
    pane.view.select_ids(("招商引资",))
    assert pane._row().used == 1
    pane._delete.click()
    assert "不能删除" in asker.asked[-1][1]
    pane._retire.click()
    settle()
    assert "招商引资" not in [option.id for option in posts.form.options_of("functions")]
    assert posts.form.before.functions == "经济、招商引资"
    for _ in range(3):  # the retiring, the post, the adding
        stored.undo.stack.undo()
        settle()
    assert load.every(engine, OwnCode) == ()
    assert "招商引资" not in codes.names("functions")


def test_a_wrong_entry_is_refused_in_the_dialog(section, stored, asker, settle):
    section.pane.choose("education")
    asker.answers.append(fill(name="职工大学"))
    section.pane._add.click()
    settle()
    assert load.every(stored.workspace.loaded.engine, OwnCode) == ()


def test_an_own_entry_is_changed(section, stored, asker, settle):
    section.pane.choose("functions")
    asker.answers.append(fill(name="招商"))
    section.pane._add.click()
    settle()
    section.pane.view.select_ids(("招商",))
    asker.answers.append(fill(name="招商引资", code="Z1"))
    section.pane._change.click()
    settle()
    (entry,) = load.every(stored.workspace.loaded.engine, OwnCode)
    assert (entry.name, entry.code) == ("招商引资", "Z1")


def test_areas_are_found_by_name_pinyin_and_code(section, requests, qtbot):
    section.tabs.turn("areas")
    pane = section.tabs.content("areas")
    every = len(pane.view.rows.ids)
    assert every > 2
    for typed in ("勐河哈尼族", "mhhnz", "990101"):
        pane.search.typed.emit(typed)
        assert 0 < len(pane.view.rows.shown_ids()) < every, typed
    pane.search.typed.emit("990101")
    pane.view.select_ids(pane.view.rows.shown_ids())
    pane._teams.click()
    pane._people.click()
    assert isinstance(requests[0], ShowTeams)
    assert requests[0].ids
    assert isinstance(requests[1], ShowPeople)
    edited = []
    section.unit_wanted.connect(edited.append)
    pane._edit.click()
    assert edited == [pane.view.current_id()]


def test_a_home_is_set_by_keys_and_the_count_follows(qtbot, section, stored, settle, requests):
    world = stored.workspace.world
    person = next(row.person for row in homes.rows(world.seating))
    id = stored.workspace.snapshot.people.ids[person]
    section.tabs.turn("homes")
    pane = section.tabs.content("homes")
    pane.view.select_ids((next(each for each in pane.view.rows.ids if each.startswith(id)),))
    engine = stored.workspace.loaded.engine
    before = records.get(engine, Person, id)
    qtbot.keyClick(pane.view, Qt.Key.Key_F8)
    settle()
    count = homes.open_count(stored.workspace.world.seating)
    assert f"{count} 待核" in section.tabs.bar.tabText(2)
    assert records.get(engine, Person, id).hometown is None
    pane.view.select_ids((next(each for each in pane.view.rows.ids if each.startswith(id)),))
    qtbot.keyClick(pane.view, Qt.Key.Key_W)
    settle()
    assert records.get(engine, Person, id).hometown == "市外"
    assert homes.open_count(stored.workspace.world.seating) == count - 1
    row = next(each for each in pane.view.rows.ids if each.startswith(id))
    pane.view.select_ids((row,))
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    names = [option.text for option in pane.picker._options]
    assert names[0] == "市直"
    assert names[-1] == "市外"
    pane.picker.take(names[1])
    settle()
    assert records.get(engine, Person, id).hometown == names[1]
    pane.view.select_ids((row,))
    qtbot.keyClick(pane.view, Qt.Key.Key_F7)
    settle()
    assert records.get(engine, Person, id).absent.split().count("hometown") == 1
    while stored.undo.stack.canUndo():
        stored.undo.stack.undo()
        settle()
    now = records.get(engine, Person, id)
    assert (now.hometown, now.absent) == (before.hometown, before.absent)
    pane.view.select_ids((row,))
    pane._on_opened(row)
    pane._on_edit()
    assert requests[-2:] == [OpenPerson(id), EditPerson(id)]


def test_an_own_entry_in_use_is_renamed_with_its_users_and_given_back(
    section, stored, asker, settle
):
    section.pane.choose("functions")
    asker.answers.append(fill(name="低空经济"))
    section.pane._add.click()
    settle()
    post = stored.workspace.snapshot.posts.record(0)
    changed = replace(post, functions="低空经济、党务")
    edit = JointEdit((post,), (changed,))
    stored.workspace.write(edit.forward, "职责")
    settle()
    section.pane.view.select_ids(("低空经济",))
    asker.answers.append("农业")
    section.pane._rename.click()
    settle()
    assert ("refused", "随程序提供的代码里已有“农业”。") in asker.asked
    asker.answers.extend(["低空产业", True])
    section.pane._rename.click()
    settle()
    assert "岗位的职责板块　1" in asker.asked[-1][1]
    assert stored.workspace.snapshot.posts.record(0).functions == "低空产业、党务"
    assert [each.name for each in codes.own("functions")] == ["低空产业"]
    stored.undo.stack.undo()
    settle()
    assert stored.workspace.snapshot.posts.record(0).functions == "低空经济、党务"
    assert [each.also for each in codes.own("functions")] == [None]


def test_an_area_is_renamed_with_its_users(section, stored, asker, settle):
    section.tabs.turn("areas")
    settle()
    pane = section.tabs.content("areas")
    snapshot = stored.workspace.snapshot
    units = snapshot["unit"]
    at = next(i for i, kind in enumerate(units.raw("area_kind")) if kind in ("县", "自治县"))
    old, id = units.raw("name")[at], units.ids[at]
    teams = int(
        (snapshot.teams.texts("area").codes == snapshot.teams.texts("area").code(old)).sum()
    )
    assert teams
    pane.view.select_ids((id,))
    asker.answers += ["新溪市", True]
    pane._rename.click()
    settle()
    assert f"班子的所在地区　{teams}" in asker.asked[-1][1]
    now = stored.workspace.snapshot
    assert now["unit"].raw("name")[now["unit"].positions[id]] == "新溪市"
    assert now.teams.texts("area").code(old) < 0
    assert sum(each == "新溪市" for each in now.teams.raw("area")) == teams
    stored.undo.stack.undo()
    settle()
    assert stored.workspace.snapshot.teams.raw("area") == snapshot.teams.raw("area")
    before = len(asker.asked)
    towns = [
        units.ids[i] for i, kind in enumerate(units.raw("kind")) if kind in area_tree.TOWNSHIPS
    ]
    for town in towns[:1]:
        pane.view.select_ids((town,))
        pane._rename.click()
    assert len(asker.asked) == before


def test_with_large_text_the_buttons_of_an_own_entry_fit(window, settle):
    codes.lay([OwnCode(id="c1", list="education", name="军校大专", like="大专", order=0)])
    window.resize(1366, 768)
    window.context.settings.scale = 175
    window.looks.apply()
    window.open_page("elements")
    page = window.pages["elements"]
    page.turn("codes")
    settle()
    page.sections["codes"].pane.view.select_ids(("军校大专",))
    settle()
    pane = page.sections["codes"].pane
    assert pane._delete.isVisible()
    assert pane.minimumSizeHint().width() <= pane.width()
