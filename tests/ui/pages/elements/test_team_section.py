"""Units, teams and posts made, ordered, linked, retired: through the section's own widgets."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from leadership_model import months
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.store import records
from ui.pages.elements.post_section import PostsSection
from ui.pages.elements.team_section import TeamsSection
from ui.workspace import EVERYTHING


class Watch(QWidget):
    """Stands for the page: the section looks again when the workspace changed."""

    def __init__(self, context, maker):
        super().__init__()
        self.section = maker(context, self)
        self.section.setParent(self)
        context.workspace.changed.connect(self._on_changed)
        self.section.refresh(EVERYTHING)

    def _on_changed(self, changes, initiator):
        self.section.refresh(changes)

    def resizeEvent(self, event):  # noqa: N802 - Qt
        self.section.setGeometry(self.rect())


@pytest.fixture
def teams(stored, shown):
    return shown(Watch(stored, TeamsSection)).section


@pytest.fixture
def posts(stored, shown):
    return shown(Watch(stored, PostsSection)).section


def order_of(stored, team):
    posts = stored.workspace.snapshot.posts
    at = stored.workspace.snapshot.teams.positions[team]
    return [posts.ids[seat] for seat in posts.of(at)]


def test_a_seat_is_dragged_and_the_drag_taken_back(qtbot, teams, stored, settle):
    team = teams.form.before.id
    teams.panel.tabs.turn("list")
    before = order_of(stored, team)
    view = teams.listing.viewport()
    centres = [
        teams.listing.visualRect(teams.listing.model().index(row, 0)).center() for row in (0, 2)
    ]
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=centres[0])
    qtbot.mouseMove(view, centres[0] + QPoint(0, QApplication.startDragDistance() + 2))
    qtbot.mouseMove(view, centres[1])
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=centres[1])
    settle()
    moved = order_of(stored, team)
    assert moved == [before[1], before[2], before[0], *before[3:]]
    assert [item.id for item in teams.listing.items()] == moved
    stored.undo.stack.undo()
    settle()
    assert order_of(stored, team) == before


def test_alt_and_an_arrow_move_a_seat(qtbot, teams, stored, settle):
    team = teams.form.before.id
    teams.panel.tabs.turn("list")
    before = order_of(stored, team)
    teams.listing.choose(before[1])
    qtbot.keyClick(teams.listing, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert order_of(stored, team)[:2] == [before[1], before[0]]
    assert teams.listing.current_id() == before[1]


def test_a_post_moves_in_the_table_of_posts_too(qtbot, posts, stored, settle):
    first = posts.form.before
    before = order_of(stored, first.team)
    qtbot.keyClick(posts.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert order_of(stored, first.team)[:2] == [before[1], before[0]]
    assert posts.form.before.id == first.id
    qtbot.keyClick(posts.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert order_of(stored, first.team) == before


def test_a_field_is_absent_or_unknown_by_one_key(qtbot, teams, stored, settle):
    editor = teams.form.editors["quota_other"]
    editor.line.setFocus()
    qtbot.keyClick(editor.line, Qt.Key.Key_F7)
    assert editor.line.placeholderText() == "无"
    teams.save()
    settle()
    team = records.get(stored.workspace.loaded.engine, Team, teams.form.before.id)
    assert (team.quota_other, team.absent) == (None, "quota_other")
    qtbot.keyClick(editor.line, Qt.Key.Key_F8)
    teams.save()
    settle()
    assert records.get(stored.workspace.loaded.engine, Team, team.id).absent == ""


def test_what_is_in_use_is_not_retired(teams, stored, asker, settle):
    teams._retire.click()
    settle()
    kind, sentence = asker.asked[-1]
    assert kind == "error"
    assert "还不能停用：岗位" in sentence
    assert teams.form.before.id in stored.workspace.snapshot.teams.positions


def test_an_empty_post_is_retired_read_and_restored(posts, stored, settle):
    seating = stored.workspace.world.seating
    snapshot = stored.workspace.snapshot
    vacant = next(
        at for at in range(len(snapshot.posts))
        if seating.holder[at] == -1 and not snapshot.posts.raw("linked")[at]
    )  # fmt: skip
    id, count = snapshot.posts.ids[vacant], len(snapshot.posts)
    posts.show_id(id)
    posts._retire.click()
    settle()
    assert len(stored.workspace.snapshot.posts) == count - 1
    posts.turn_kind("gone")
    assert posts.form.before.id == id
    assert posts.form.editors["name"].field.isReadOnly()
    assert posts._restore.isVisible()
    posts._restore.click()
    settle()
    assert id in stored.workspace.snapshot.posts.positions
    for _ in range(2):
        stored.undo.stack.undo()
        settle()
    assert stored.workspace.snapshot.posts.rows[vacant][:16] == snapshot.posts.rows[vacant][:16]


def test_a_post_is_deleted_after_a_question_and_comes_back(posts, stored, asker, settle):
    posts.begin_in(stored.workspace.snapshot.teams.ids[0])
    posts.form.take("name", "副调研员")
    posts.save()
    settle()
    id = posts.form.before.id
    assert posts.form.before.name == "副调研员"
    posts._delete.click()
    assert id in stored.workspace.snapshot.posts.positions  # the question was not answered
    asker.answers.append(True)
    posts._delete.click()
    settle()
    assert id not in stored.workspace.snapshot.posts.positions
    stored.undo.stack.undo()
    settle()
    assert id in stored.workspace.snapshot.posts.positions


def test_posts_are_linked_in_a_dialog(posts, stored, asker, settle):
    snapshot = stored.workspace.snapshot
    free = [at for at, group in enumerate(snapshot.posts.raw("linked")) if group is None][:2]
    posts.show_id(snapshot.posts.ids[free[0]])

    def choose(dialog):
        dialog.take(free[1])
        assert len(dialog.list.items()) == 2
        return True

    asker.answers.append(choose)
    posts._links.click()
    settle()
    linked = stored.workspace.snapshot.posts.raw("linked")
    assert linked[free[0]] == linked[free[1]] is not None
    stored.undo.stack.undo()
    settle()
    assert stored.workspace.snapshot.posts.raw("linked")[free[0]] is None


def test_a_post_goes_out_of_its_link_by_the_dialog(posts, stored, asker, settle):
    snapshot = stored.workspace.snapshot
    groups = snapshot.posts.raw("linked")
    at = next(at for at, group in enumerate(groups) if group and groups.count(group) == 2)
    other = next(o for o, group in enumerate(groups) if group == groups[at] and o != at)
    posts.show_id(snapshot.posts.ids[at])

    def part(dialog):
        dialog.list.choose(str(other))
        dialog.remove.click()
        return True

    asker.answers.append(part)
    posts._links.click()
    settle()
    now = stored.workspace.snapshot.posts.raw("linked")
    assert (now[at], now[other]) == (None, None)


def test_the_requirement_sheet_is_built_and_checked(posts, stored, asker, settle):
    id = posts.form.before.id

    def write(dialog):
        dialog.basis.setPlainText("")
        dialog.sentence.setPlainText("民族 ≠ 汉族")
        assert "敏感要素" in dialog.wrong.text()
        dialog.basis.setPlainText("民族区域自治法第十七条")
        assert dialog.wrong.text() == ""
        dialog.sentence.setPlainText("年龄 = 大学")
        assert dialog.fault()
        dialog.sentence.setPlainText("年龄<=45 且 民族≠汉族")
        settle()
        assert "人符合" in dialog.count.text()
        assert len(dialog.builder.rows) == 2
        return True

    asker.answers.append(write)
    posts._sheet.click()
    settle()
    post = records.get(stored.workspace.loaded.engine, Post, id)
    assert (post.requires, post.basis) == ("年龄 <= 45 且 民族 ≠ 汉族", "民族区域自治法第十七条")


def test_a_sensitive_sheet_without_a_basis_is_not_saved(posts, settle):
    posts.form.take("basis", "")
    posts.form.take("requires", "性别 = 女")
    posts.save()
    settle()
    assert posts.dirty()
    assert "敏感要素" in posts.form.editors["basis"].wrong.text()


def test_the_terms_of_an_area_are_set_together(teams, stored, asker, settle):
    area = teams.form.before.area

    def set_terms(dialog):
        dialog.start.line.setText("2026-12")
        dialog.start.line.textEdited.emit("2026-12")
        assert dialog.end.text() == "2031-11"
        dialog._on_accept()
        return dialog.wrong.text() == ""

    asker.answers.append(set_terms)
    before = [team for team in stored.workspace.snapshot.teams.records() if team.place]
    teams.terms.click()
    settle()
    now = {team.id: team for team in stored.workspace.snapshot.teams.records()}
    for team in before:
        expected = months.of(2026, 12) if team.area == area else team.term_start
        assert now[team.id].term_start == expected
    assert now[before[0].id].term_number == before[0].term_number + 1
    stored.undo.stack.undo()
    settle()
    assert stored.workspace.snapshot.teams.record(0).term_start == before[0].term_start


def test_a_unit_is_not_put_below_itself(teams, stored, settle):
    teams.turn_kind("unit")
    city = teams.form.before
    below = next(
        unit for unit in stored.workspace.snapshot["unit"].records() if unit.parent == city.id
    )
    teams.form.take("parent", teams.form._names.units[below.id])
    teams.save()
    settle()
    assert "不能隶属于自己" in teams.form.editors["parent"].wrong.text()
    assert teams.dirty()


def test_an_area_others_name_keeps_its_name(teams, stored, settle):
    teams.turn_kind("unit")
    county = next(u for u in stored.workspace.snapshot["unit"].records() if u.area_kind == "自治县")
    teams.show_id(county.id)
    teams.form.take("name", "新县")
    teams.save()
    settle()
    assert "不能在这里改名" in teams.form.editors["name"].wrong.text()


def test_what_is_begun_is_not_given_up_unasked(teams, asker):
    teams.new_unit.click()
    assert teams.form.fresh
    teams.form.take("name", "半成品")
    other = next(id for id in teams.view.rows.shown_ids())
    teams._on_chosen(other)
    assert teams.form.fresh
    assert asker.asked[-1][0] == "confirm"
    teams.revert()
    assert not teams.form.fresh


def test_lists_open_at_pinyin_and_at_codes(qtbot, teams, posts):
    teams.turn_kind("unit")
    editor = teams.form.editors["parent"]
    for typed, expected in (("990101", "勐河哈尼族彝族傣族自治县"), ("yunxishi", "云溪市")):
        editor.open_list()
        qtbot.keyClicks(editor.picker.field, typed)
        qtbot.keyClick(editor.picker.field, Qt.Key.Key_Return)
        assert editor.text() == expected
    level = posts.form.editors["level"]
    level.open_list()
    qtbot.keyClicks(level.picker.field, "1A32")
    qtbot.keyClick(level.picker.field, Qt.Key.Key_Return)
    assert posts.form.draft.level == "县处级副职"
