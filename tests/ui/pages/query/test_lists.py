"""Lists of people from the page: kept, opened, combined, asked about, changed, taken back."""

import pytest

from leadership_model.store import load, records
from leadership_model.store.nouns import SavedQuery
from ui import navigation as go
from ui.pages.query.page import QueryPage
from ui.pages.query.sets_dialog import KeepDialog, ListsDialog, RenameDialog


@pytest.fixture
def page(stored, shown, settle):
    made = shown(QueryPage(stored))
    stored.undo.activate(made.undo_stack())
    settle()
    return made


@pytest.fixture
def kept(page, asker, settle):
    """Keep the women as a list; give its record."""
    ask(page, settle, "性别 = 女")
    answer(asker, page, "keep", "女干部", "换届")
    settle()
    return page.tools.sets.records[0]


def ask(page, settle, sentence):
    page.receive(go.RunQuery(sentence))
    settle()
    return ids(page)


def ids(page):
    return set(page.people.table.rows.shown_ids())


def answer(asker, page, command, name, folder=""):
    def fill(dialog):
        assert isinstance(dialog, KeepDialog)
        dialog.fields.name.setText(name)
        dialog.fields.folder.setCurrentText(folder)
        dialog._on_save()
        return dialog.made is not None

    asker.answers.append(fill)
    page.tools.commands[command].trigger()


def manage(asker, page, use, record):
    def choose(dialog):
        assert isinstance(dialog, ListsDialog)
        dialog.list.choose(record.id)
        if use in dialog.uses:
            dialog.uses[use].click()
        elif use == "rename":
            dialog._on_rename()
        else:
            dialog._on_delete()
        return dialog.wanted is not None

    asker.answers.append(choose)
    page.tools.commands["lists"].trigger()


def test_a_result_is_kept_opened_again_and_combined(page, kept, asker, settle):
    women = set(kept.ids)
    assert (kept.label, kept.folder, kept.origin) == ("女干部", "换届", "性别 = 女")
    young = ask(page, settle, "年龄 <= 40")
    for use, expected in (
        ("unite", young | women),
        ("intersect", young & women),
        ("subtract", young - women),
        ("open", women),
    ):
        ask(page, settle, "年龄 <= 40")
        manage(asker, page, use, kept)
        settle()
        assert ids(page) == expected, use
        assert page.people.basis.isVisible()
    page.undo_stack().undo()
    settle()
    assert ids(page) == young


def test_being_on_a_list_is_a_line_of_the_question(page, kept, asker, settle):
    young = ask(page, settle, "年龄 <= 40")
    manage(asker, page, "condition", kept)
    settle()
    assert page.people.bar.text() == "年龄 <= 40 且 名单 包含 女干部"
    assert ids(page) == young & set(kept.ids)
    people = page.desk.answered.people
    assert people.sensitive == ("性别",)  # the list rests on it


def test_keeping_and_renaming_are_taken_back(page, kept, asker, settle):
    engine = page.workspace.loaded.engine
    page.workspace.write_aside(save_question)
    settle()

    def rename(dialog):
        assert isinstance(dialog, RenameDialog)
        dialog.fields.name.setText("女 干部")
        dialog._on_save()
        return True

    def choose(dialog):
        dialog._on_rename()
        return True

    asker.answers.extend([choose, rename])
    page.tools.commands["lists"].trigger()
    settle()
    assert page.tools.sets.records[0].label == "女 干部"
    assert load.saved_queries(engine)[0].sentence == "名单 包含 「女 干部」"
    page.undo_stack().undo()
    settle()
    assert page.tools.sets.records[0].label == "女干部"
    assert load.saved_queries(engine)[0].sentence == "名单 包含 女干部"
    page.undo_stack().undo()
    settle()
    assert page.tools.sets.records == ()


def test_a_list_asked_about_is_not_deleted_and_says_why(page, stored, kept, asker, settle, heard):
    page.workspace.write_aside(save_question)
    settle()
    asker.answers.append(delete)
    asker.answers.append(True)
    stored.jobs.refused.connect(heard.note)
    page.tools.commands["lists"].trigger()
    settle()
    assert "还在用名单“女干部”" in str(heard[0][0])
    assert len(page.tools.sets.records) == 1


def save_question(engine, actor):
    query = SavedQuery(id="q", label="问", sentence="名单 包含 女干部")
    return records.save(engine, actor, query)


def delete(dialog):
    dialog._on_delete()
    return True


def test_a_name_taken_or_nobody_at_all_is_refused_where_it_stands(page, kept, asker, settle):
    def fill(dialog):
        dialog.fields.name.setText("女干部")
        dialog._on_save()
        assert "已经有名单" in dialog.wrong.text()
        dialog.fields.name.setText("  ")
        dialog._on_save()
        assert "起一个名字" in dialog.wrong.text()
        return False

    asker.answers.append(fill)
    page.tools.commands["keep"].trigger()
    ask(page, settle, "年龄 <= 18")
    page.tools.commands["keep"].trigger()
    assert "没有人" in asker.asked[-1][1]


def test_a_list_that_is_gone_is_told(page, stored, settle, qtbot):
    with qtbot.waitSignal(stored.say.said) as said:
        ask(page, settle, "名单 包含 早已删除")
    assert "没有名单“早已删除”" in said.args[0]
    assert ids(page) == set()


def test_a_step_behind_something_kept_is_gone_back_to_and_the_list_stays(page, kept, settle):
    ask(page, settle, "年龄 <= 40")
    page.desk.go_to(1)
    settle()
    assert page.people.bar.text() == "性别 = 女"
    assert len(page.tools.sets.records) == 1
