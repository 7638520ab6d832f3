"""由任职实践拟稿: a portrait drafted from holders waits in the draft of the model, to be edited."""

import pytest

from ui.pages.structure import practice_work
from ui.pages.structure.page import StructurePage


@pytest.fixture
def page(context, shown):
    return shown(StructurePage(context))


@pytest.fixture
def editor(page, settle):
    page.show_place("乡镇||")
    page.desk.turn("portraits")
    settle()
    return page.portrait_editor


def ask(page, asker, settle, answer):
    asker.answers.append(answer)
    page.portrait_editor.list.practice.click()
    settle()


def test_the_lines_ticked_become_a_portrait_of_the_draft(page, editor, asker, settle):
    seen = {}

    def some(dialog):
        settle()
        seen["lines"], seen["text"] = dialog.draft.lines, dialog.from_whom.text()
        dialog.table.rows.set_checked([str(at) for at in range(1, len(dialog.draft.lines))], False)
        dialog._on_make()
        return dialog.portrait is not None

    before = page.draft().portraits
    ask(page, asker, settle, some)
    made = page.draft().portraits[-1]
    assert len(page.draft().portraits) == len(before) + 1
    assert made.weights == (seen["lines"][0].weight,)
    assert made.key
    assert editor.portrait() == made
    assert "来自" in seen["text"]
    assert all(each.id != made.id for model in page.workspace.world.models
               for each in model.portraits)  # fmt: skip
    page.undo_stack().undo()
    assert page.draft().portraits == before


def test_without_a_line_ticked_nothing_is_made(page, editor, asker, settle):
    told = []

    def none(dialog):
        settle()
        dialog.table.rows.set_checked(list(dialog.table.rows.checked), False)
        dialog._on_make()
        told.append(dialog.wrong.text())
        return False

    before = page.draft().portraits
    ask(page, asker, settle, none)
    assert told == ["请至少勾选一条。"]
    assert page.draft().portraits == before


def test_one_team_and_each_kind_of_post_can_be_asked(page, editor, asker, settle):
    world = page.workspace.world
    seen = []

    def look(dialog):
        settle()
        whole = len(dialog.draft.posts)
        dialog.teams.setCurrentIndex(1)
        settle()
        seen.append((whole, len(dialog.draft.posts)))
        return False

    ask(page, asker, settle, look)
    assert seen[0][0] > seen[0][1] > 0
    kinds = practice_work.kinds_of(world, "乡镇")
    posts = [post for kind in kinds for post in kind.posts]
    assert len(posts) == len(set(posts))
    category = world.snapshot.teams.raw("category")
    owners = world.snapshot.posts.owners()
    assert set(posts) == {
        post for post in range(len(owners)) if category[int(owners[post])] == "乡镇"
    }
