"""Posts retired, deleted, linked, with their requirement sheet: through the section itself."""

import pytest

from leadership_model.people.post import Post
from leadership_model.store import records
from tests.ui.pages.elements.by_hand import Watch
from ui.pages.elements.post_section import PostsSection


@pytest.fixture
def posts(stored, shown):
    return shown(Watch(stored, PostsSection)).section


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
