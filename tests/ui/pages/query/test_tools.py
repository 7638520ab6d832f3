"""The list's tools: the basket that lasts, column sets, groups, colours, people side by side."""

import pytest

from leadership_model.store import load
from leadership_model.store.nouns import Basket, ColourRule, ColumnSet
from ui import navigation as go
from ui.pages.query.colours import ColoursDialog
from ui.pages.query.compare import CompareDialog
from ui.pages.query.page import QueryPage

ROSTER = "常规名册"


@pytest.fixture
def page(stored, shown, settle):
    made = shown(QueryPage(stored))
    stored.undo.activate(made.undo_stack())
    settle()
    return made


def listed(page):
    return page.people.table.rows.shown_ids()


# ---- basket


def test_the_basket_outlives_searches_and_the_program(page, stored, shown, settle):
    first = listed(page)[:2]
    page.people.table.rows.set_checked(first, True)
    page.tools.commands["basket"].trigger()
    settle()
    page.receive(go.RunQuery("年龄 <= 40"))
    settle()
    third = listed(page)[3:4]
    page.people.table.rows.set_checked(listed(page), False)
    page.people.table.select_ids(third)
    page.tools.commands["basket"].trigger()
    settle()
    assert page.people.basket_button.text() == "候选篮 3"
    (kept,) = load.every(stored.workspace.loaded.engine, Basket)
    assert (kept.id, kept.people.split()) == ("测试员", [*first, *third])
    again = shown(QueryPage(stored))
    settle()
    assert again.tools.basket.ids == (*first, *third)
    page.undo_stack().undo()
    settle()
    assert load.every(stored.workspace.loaded.engine, Basket)[0].people.split() == [*first]


def test_the_basket_is_a_set_like_any_other(page, asker, settle):
    page.tools.basket.put_in(listed(page)[:3])
    first = page.tools.basket.ids

    def open_it(dialog):
        dialog._on_open()
        return True

    asker.answers.append(open_it)
    page.people.basket_button.click()
    settle()
    assert set(listed(page)) == set(first)
    assert "候选篮" in page.people.basis.words.text()
    page.tools.basket.toggle(first)
    page.people.basket_button.click()
    assert "候选篮是空的" in asker.asked[-1][1]


# ---- looks


def look(page, label):
    menu = page.tools.looks.menu([])
    action = next(e for e in menu.findChildren(type(menu.actions()[0])) if e.text() == label)
    action.trigger()
    menu.close()


def test_a_column_set_shows_its_columns_in_their_order(page, settle):
    look(page, ROSTER)
    settle()
    assert page.tools.looks.shown() == page.tools.looks.look.shown
    assert page.tools.seen().layout == "roster"
    look(page, "讨论任免名单")
    assert page.tools.seen().layout == "discussion"
    page.people.table.keeper.set_shown("sex", shown=False)
    assert page.tools.seen().layout == ""  # not the official columns any more


def test_an_own_column_set_is_kept_in_the_base_and_comes_back(page, asker, settle):
    look(page, ROSTER)
    page.people.table.keeper.set_shown("sex", shown=False)
    page.people.table.sort_by((("birth", True), ("name", False)))
    shown = page.tools.looks.shown()
    asker.answers.append("我的 列")
    page.tools.looks.save()
    settle()
    (kept,) = load.every(page.workspace.loaded.engine, ColumnSet)
    assert kept.label == "我的 列"
    look(page, "查询默认")
    assert page.tools.looks.shown() != shown
    look(page, "我的 列")
    assert page.tools.looks.shown() == shown
    assert page.people.table.rows.sort_keys == (("birth", True), ("name", False))
    asker.answers.append(ROSTER)
    page.tools.looks.save()
    assert "已经有列方案" in asker.asked[-1][1]
    asker.answers.append(True)
    look(page, "我的 列…")
    settle()
    assert load.every(page.workspace.loaded.engine, ColumnSet) == ()
    page.undo_stack().undo()
    settle()
    assert load.every(page.workspace.loaded.engine, ColumnSet)[0].label == "我的 列"


def test_groups_add_up_to_the_list_and_are_written_as_unit_rows(page, asker, tmp_path, settle):
    everybody = listed(page)
    look(page, "按 班子类别")
    settle()
    groups = page.tools.parts()
    assert sum(len(inside) for _, inside in groups) == len(everybody)
    heading = page.people.table.rows.heading_at(0)
    assert heading is not None
    assert groups[0][0] == f"{heading[0]}（{len(groups[0][1])} 人）"
    page.receive(go.RunQuery("年龄 <= 40"))
    settle()
    assert page.people.table.rows.heading_at(0) is not None
    asker.answers.append(tmp_path / "名册.csv")
    page.commands["roster"].trigger()
    settle()
    lines = (tmp_path / "名册.csv").read_text("utf-8-sig").splitlines()
    words = [words for words, _ in page.tools.parts()]
    assert [line.split(",")[0] for line in lines if line.split(",")[0] in words] == words
    look(page, "不分组")
    assert page.tools.parts() == ()


def test_columns_chosen_by_hand_are_written_as_they_stand(page, asker, tmp_path, settle):
    page.tools.looks._on_columns(("年龄", "sex", "熟悉领域"))
    settle()
    assert page.tools.looks.shown() == ("name", "sex", "element.年龄", "element.熟悉领域")
    asker.answers.append(tmp_path / "名册.csv")
    page.commands["roster"].trigger()
    settle()
    text = (tmp_path / "名册.csv").read_text("utf-8-sig")
    assert "姓名,性别,年龄,熟悉领域" in text


def test_a_roster_says_how_many_are_in_doubt_and_which_some_were_picked(page, settle):
    page.receive(go.RunQuery("熟悉领域 包含 农业"))
    settle()
    whole = page.desk.answered.people
    assert whole.unknown_ids
    assert page.desk.chosen().unknown_ids == whole.unknown_ids
    page.people.table.rows.set_checked(listed(page)[:1], True)
    assert page.desk.chosen().unknown_ids == ()
    assert page.desk.chosen().origin == "熟悉领域 包含 农业（从中选定 1 人）"


def test_a_group_by_an_element_that_is_gone_is_told(page, stored, settle, qtbot):
    with qtbot.waitSignal(stored.say.said) as said:
        page.tools.looks.group_by("星座")
    assert "没有名为“星座”的要素" in said.args[0]
    assert page.people.table.rows.groups is None


# ---- colours


def rule(dialog, name, sentence):
    assert isinstance(dialog, ColoursDialog)
    dialog.name.setText(name)
    dialog.condition.setText(sentence)
    dialog.add.click()


def test_a_colour_marks_whom_its_condition_finds_and_the_legend_opens_them(
    page, asker, settle, requests
):
    def fill(dialog):
        rule(dialog, "女", "性别 = 妇")
        assert dialog.wrong.text()
        rule(dialog, "女", "性别 = 女")
        rule(dialog, "年轻", "年龄 <= 40")
        dialog.up.click()
        return True

    asker.answers.append(fill)
    page.tools.commands["colours"].trigger()
    settle()
    stored = load.every(page.workspace.loaded.engine, ColourRule)
    assert {each.label: each.order for each in stored} == {"年轻": 1, "女": 2}
    sex = page.workspace.snapshot.people.raw("sex")
    world = page.workspace.world
    young = {id for id in listed(page) if page.people.marks.tones.get(id)}
    assert young >= {id for id, each in zip(world.person_ids, sex, strict=True) if each == "女"}
    entry, shade = page.people.legend.entries[1]
    assert entry.text() == f"女 {len(shade.ids)}"
    entry.click()
    assert requests[-1].ids == shade.ids
    page.undo_stack().undo()
    settle()
    assert page.people.marks.tones == {}
    assert not page.people.legend.isVisible()


# ---- side by side


def test_people_stand_side_by_side_on_one_axis(page, asker, tmp_path, settle):
    page.people.table.rows.set_checked(listed(page)[:3], True)
    seen = []

    def look_at(dialog):
        assert isinstance(dialog, CompareDialog)
        seen.append({(each._start, each._end) for each in dialog.lanes})
        same = [widgets for aspect, widgets in dialog.rows if aspect.same]
        dialog.only.setChecked(True)
        assert all(each.isHidden() for widgets in same for each in widgets)
        dialog._on_save()
        return True

    asker.answers.extend([look_at, tmp_path / "比较.xlsx"])
    page.tools.commands["compare"].trigger()
    settle()
    assert len(seen[0]) == 1
    assert (tmp_path / "比较.xlsx").read_bytes().startswith(b"PK")


def test_one_or_seven_are_not_compared_and_the_sentence_says_so(page, asker):
    page.people.table.rows.set_checked(listed(page)[:7], True)
    page.tools.commands["compare"].trigger()
    assert "2 到 6 人，现在选了 7 人" in asker.asked[-1][1]
