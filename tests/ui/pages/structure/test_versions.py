import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from leadership_model.store import audit, trials
from tests.ui.pages.structure.drafting import counted, edit
from tests.ui.pages.structure.test_page import turn
from ui.navigation import OpenTeam
from ui.pages.structure.page import StructurePage


@pytest.fixture
def page(context, shown):
    return shown(StructurePage(context))


@pytest.fixture
def writing(stored, shown):
    return shown(StructurePage(stored))


# ---- versions


def published(page, settle, asker, month, **values):
    edit(page, settle, **values)
    asker.answers += [True, month]
    page._publish.trigger()
    settle()
    asker.answers.clear()


def test_publishing_says_it_is_final_and_what_it_passes_over(writing, settle, asker):
    turn(writing, settle, "县直部门")
    published(writing, settle, asker, "2027-01", points=12.0)
    assert "不能修改或撤销" in asker.asked[-1][1]
    assert "请注意" not in asker.asked[-1][1]
    published(writing, settle, asker, None, points=11.0)
    assert "第 2 版已定于 2027-01 起生效，将被新版取代" in asker.asked[-1][1]


def test_without_differences_there_are_no_versions_to_compare(writing, settle, asker):
    writing.show_place("县级党委|自治县|")
    settle()
    assert writing.hand().published is None
    writing.versions.ask_versions()
    settle()
    assert [kind for kind, _ in asker.asked] == ["inform"]
    assert "没有自己的版本" in asker.asked[0][1]


def test_a_model_that_is_still_to_come_is_told_of(writing, settle, asker):
    turn(writing, settle, "功能区")
    writing.lines.begin()
    writing.desk.requirements.picker.take("filled")
    settle()
    writing.desk.requirements.sentence.taken.emit("points", "100")
    settle()
    asker.answers += ["2027-05"]
    writing._publish.trigger()
    settle()
    assert writing.hand() is None
    texts = [each.text() for each in writing._empty.findChildren(QLabel)]
    assert any("第 1 版已发布，自 2027-05 起生效" in each for each in texts)
    turn(writing, settle, "国企高校")
    texts = [each.text() for each in writing._empty.findChildren(QLabel)]
    assert not any("已发布" in each for each in texts)


def test_two_versions_stand_beside_each_other(writing, settle, asker, requests):
    turn(writing, settle, "县直部门")
    published(writing, settle, asker, "2026-11", points=9.5)
    label = counted(writing.hand().whole).label
    seen = {}

    def look(dialog):
        settle()
        titles = [(item.title, item.right) for item in dialog.list.items()]
        seen["titles"] = titles
        seen["lines"] = [(r.line.label, r.word, r.before, r.after)
                         for r in dialog.lines.rows.items if r.line]  # fmt: skip
        seen["teams"] = [(t.gain, [c.label for c in t.causes]) for t in dialog.teams.rows.items]
        dialog.list.choose("1")
        settle()
        seen["turned"] = [(r.word, r.before, r.after) for r in dialog.lines.rows.items if r.line]
        dialog.tabs.button("teams").click()
        assert dialog.teams.isVisibleTo(dialog)
        return False

    asker.answers.append(look)
    writing._versions.trigger()
    settle()
    assert seen["titles"] == [("第 2 版", "现行"), ("第 1 版", "已被取代")]
    assert (label, "分值") == seen["lines"][0][:2]
    assert seen["lines"][0][3] == "9.5"
    assert seen["turned"][0] == ("分值", "9.5", seen["lines"][0][2])
    assert seen["teams"]
    assert all(label in causes for gain, causes in seen["teams"] if gain)


def test_an_earlier_version_is_taken_up_again(writing, settle, asker):
    turn(writing, settle, "县直部门")
    first = counted(writing.hand().whole).points
    published(writing, settle, asker, "2026-11", points=9.5)

    def begin(dialog):
        settle()
        dialog.list.choose("1")
        settle()
        dialog.begin_button.click()
        return True

    asker.answers.append(begin)
    writing._versions.trigger()
    settle()
    assert counted(writing.hand().whole).points == first
    assert writing.published().version == 2
    writing.undo_stack().undo()
    settle()
    assert counted(writing.hand().whole).points == 9.5


def test_a_version_to_come_leaves_the_one_in_force(writing, stored, settle, asker):
    turn(writing, settle, "县直部门")
    published(writing, settle, asker, "2027-01", points=9.5)
    assert writing.published().version == 1
    assert [
        m.version for m in stored.workspace.world.models if m.id == "shipped-county-department"
    ] == [
        1,
        2,
    ]


# ---- trials


def test_a_draft_on_trial_is_kept_compared_and_ended(writing, stored, settle, asker):
    turn(writing, settle, "县直部门")
    edit(writing, settle, points=9.5)
    asker.answers.append("2026-12")
    writing._trial.trigger()
    settle()
    engine = stored.workspace.loaded.engine
    (found,) = trials.read(engine)
    assert counted(found.model).points == 9.5
    survey = stored.workspace.survey
    seen = []

    def end(dialog):
        settle()
        seen.extend(item.title for item in dialog.list.items())
        dialog.list.choose("trial")
        settle()
        assert dialog.lines.rows.items
        dialog.end_button.click()
        return True

    asker.answers.append(end)
    writing._versions.trigger()
    settle()
    assert seen == ["草稿", "试行稿", "第 1 版"]
    assert trials.read(engine) == ()
    assert [a.state for a in stored.workspace.survey] == [a.state for a in survey]
    assert [line.what for line in audit.lines(engine, "model_trial")] == ["试行", "结束试行"]


def test_putting_on_trial_is_taken_back_exactly(writing, stored, settle, asker):
    turn(writing, settle, "县直部门")
    engine = stored.workspace.loaded.engine
    for points, month in ((9.5, "2026-12"), (9.0, "2027-01")):
        edit(writing, settle, points=points)
        asker.answers.append(month)
        writing._trial.trigger()
        settle()
    (second,) = trials.read(engine)
    assert counted(second.model).points == 9.0
    stored.undo.stack.undo()
    settle()
    (first,) = trials.read(engine)
    assert counted(first.model).points == 9.5
    stored.undo.stack.redo()
    settle()
    (again,) = trials.read(engine)
    assert again.model == second.model
    assert again.since == second.since


# ---- packs


def test_a_pack_is_shown_with_its_effect_and_switched(writing, stored, settle, asker):
    states = []

    def switch(dialog):
        settle()
        states.append((dialog.switch.text(), dialog._state.text()))
        assert "贵州" in dialog.pack().label
        assert len(dialog.teams.rows.items) == len(dialog.effect.trial.shifts)
        dialog.switch.click()
        return True

    asker.answers.append(switch)
    writing.versions.ask_packs()
    settle()
    asker.answers.append(switch)
    writing.versions.ask_packs()
    settle()
    assert states == [("启用", "未启用"), ("停用", "已启用")]
    versions = [m.version for m in stored.workspace.world.models if m.id == "shipped-township"]
    assert versions == [1, 2, 3]


def test_a_wrong_month_of_a_pack_is_refused_where_it_stands(page, settle, asker):
    def type_wrong(dialog):
        settle()
        dialog.month.setText("2026-13")
        dialog.month.editingFinished.emit()
        assert "不是有效的年月" in dialog.wrong.text()
        assert not dialog.switch.isEnabled()
        return False

    asker.answers.append(type_wrong)
    page.versions.ask_packs()
    settle()


def test_teams_of_the_comparison_open(writing, settle, asker, requests):
    turn(writing, settle, "县直部门")
    edit(writing, settle, points=60.0)
    ids = []

    def open_first(dialog):
        settle()
        dialog.tabs.button("teams").click()
        ids.append(dialog.teams.rows.shown_ids()[0])
        dialog.teams.activated_id.emit(ids[0])
        return False

    asker.answers.append(open_first)
    writing._versions.trigger()
    settle()
    assert requests[-1] == OpenTeam(ids[0])


def test_the_commands_are_at_the_head_of_the_page(page):
    words = {each.text() for each in page.findChildren(QPushButton)}
    assert {"版本", "试行", "规则包", "发布"} <= words


@pytest.mark.parametrize("category", ["功能区", "国企高校"])
def test_a_category_without_a_template_says_why(page, settle, category):
    turn(page, settle, category)
    assert page.hand() is None
    words = " ".join(label.text() for label in page._empty.findChildren(QLabel))
    assert "所以不随附模板" in words
    assert "未配置" in words


def test_publishing_leaves_what_was_done_to_other_models(writing, settle, asker):
    turn(writing, settle, "县级党委")
    other = writing.published()
    first = edit(writing, settle, points=3.0)
    edit(writing, settle, points=4.0)
    twice = writing.drafts.value[other.id]
    turn(writing, settle, "县直部门")
    published(writing, settle, asker, "2026-11", points=12.0)
    assert writing.published().version == 2
    assert list(writing.drafts.value) == [other.id]
    stack = writing.undo_stack()
    assert stack.count() == stack.index() == 2
    stack.undo()
    settle()
    (once,) = (r for r in writing.drafts.value[other.id].requirements if r.id == first.id)
    assert once.points == 3.0
    stack.undo()
    settle()
    assert other.id not in writing.drafts.value
    assert not stack.canUndo()
    stack.redo()
    stack.redo()
    settle()
    assert writing.drafts.value == {other.id: twice}
