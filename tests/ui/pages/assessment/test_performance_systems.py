"""Indicator systems through their widgets: edited, made, taken out of use, changed by period."""

import pytest

from leadership_model.people.indicator_system import systems
from ui.pages.assessment.page import AssessmentPage


@pytest.fixture
def context(bare_context):
    return bare_context


@pytest.fixture
def page(bare_context, shown, settle, tmp_path):
    """The page over a small city in a file."""
    bare_context.workspace.make_sample(tmp_path / "city.lmdb", 300)
    settle()
    return shown(AssessmentPage(bare_context))


@pytest.fixture
def tab(page, settle):
    page.tabs.turn("performance")
    settle()
    return page.tabs.content("performance")


def turn(tab, kind):
    tab.kind.set_current(kind)
    tab.kind.chosen.emit(kind)


def press(pane, text):
    next(each for each in pane.tools if each.text() == text).click()


def undo(context, settle):
    context.undo.group.undo()
    settle()


def stored(context, name):
    return tuple(context.workspace.snapshot[name].rows)


def test_a_system_is_edited_and_weights_must_add_up(tab, asker, context, settle):
    turn(tab, "items")
    before = stored(context, "indicator_system")
    said = []

    def answer(dialog):
        dialog.table.select_ids(["unit"])
        dialog.form.lines["weight"].setText("50")
        dialog.form.lines["weight"].textEdited.emit("50")
        said.append(dialog.sums.text())
        dialog._on_save()
        said.append(dialog.wrong.text())
        dialog.table.select_ids(["member"])
        dialog.form.lines["weight"].setText("15")
        dialog.form.lines["weight"].textEdited.emit("15")
        dialog._on_save()
        return dialog.result() == 1

    asker.answers.append(answer)
    press(tab.items, "编辑")
    settle()
    assert all("合计应为 100，现为 110" in each for each in said)
    (system,) = systems(context.workspace.snapshot)
    assert [item.weight for item in system.items] == [50.0, 35.0, 15.0]
    undo(context, settle)
    assert stored(context, "indicator_system") == before
    (system,) = systems(context.workspace.snapshot)
    assert [item.weight for item in system.items] == [40.0, 35.0, 25.0]


def test_a_system_of_ones_own_is_made_entered_withdrawn_and_restored(
    tab, page, asker, context, settle
):
    turn(tab, "items")

    def answer(dialog):
        dialog.lines["name"].setText("乡镇实绩")
        dialog.lines["categories"].setText("乡镇、街区")
        dialog.lines["name"].textEdited.emit("")
        assert "没有班子类别“街区”" in dialog.wrong.text()
        dialog.lines["categories"].setText("乡镇、街道")
        dialog._on_below()
        dialog._on_beside()
        for id in [row.item.id for row in dialog.table.rows.items if row.depth == 1]:
            dialog.table.select_ids([id])
            dialog.form.lines["weight"].setText("50")
            dialog.form.lines["weight"].textEdited.emit("50")
        dialog._on_save()
        assert dialog.wrong.text() == "" or dialog.result() == 1
        return dialog.result() == 1

    asker.answers.append(answer)
    press(tab.items, "新建")
    settle()
    assert tab.system is not None
    assert (tab.system.name, tab.system.categories) == ("乡镇实绩", ("乡镇", "街道"))
    assert [depth for depth, _ in tab.system.each()] == [0, 1, 1]
    turn(tab, "places")
    assert tab.places.rows
    assert {row.standing.best for row in tab.places.rows.values()} == {None}
    turn(tab, "items")
    asker.answers.append(True)
    press(tab.items, "停用")
    settle()
    assert "乡镇实绩" not in [each.name for each in systems(context.workspace.snapshot)]
    asker.answers.append(lambda: None)
    retired = next(e for e in context.workspace.snapshot["indicator_system"].records() if e.retired)
    asker.answers[-1] = retired.id
    press(tab.items, "恢复停用的")
    settle()
    assert "乡镇实绩" in [each.name for each in systems(context.workspace.snapshot)]


def weighted(dialog, **weights):
    """Type weights of items."""
    for id, weight in weights.items():
        dialog.table.select_ids([id])
        dialog.form.lines["weight"].setText(weight)
        dialog.form.lines["weight"].textEdited.emit(weight)


def test_a_change_begins_after_what_is_scored_and_the_past_stays(tab, asker, context, settle):
    turn(tab, "places")
    before = {id: row.standing.node.low for id, row in tab.places.rows.items()}
    assert tab.places.span == (2026, "H1")
    turn(tab, "items")
    assert not tab.items.versions.isVisible()
    offered = []

    def answer(dialog):
        offered.extend(dialog.begins.itemText(i) for i in range(dialog.begins.count()))
        weighted(dialog, unit="20", secretary="55")
        dialog._on_save()
        return dialog.result() == 1

    asker.answers.append(answer)
    press(tab.items, "编辑")
    settle()
    assert offered[0] == "2026年下半年"
    (system,) = systems(context.workspace.snapshot)
    assert (system.since, len(system.earlier)) == ((2026, "H2"), 1)
    assert tab.items.versions.isVisible()
    assert tab.items.versions.currentText() == "2026年下半年起（现行）"
    assert [row.item.weight for row in tab.items.table.rows.items if not row.depth][:2] == [20, 55]
    tab.items.versions.setCurrentIndex(1)
    tab.items.versions.activated.emit(1)
    assert [row.item.weight for row in tab.items.table.rows.items if not row.depth][:2] == [40, 35]
    assert "已不再使用" in tab.items.note()
    turn(tab, "places")
    assert {id: row.standing.node.low for id, row in tab.places.rows.items()} == before


def test_the_form_of_a_period_asks_for_the_items_of_its_time(tab, asker, settle):
    turn(tab, "items")

    def drop(dialog):
        weighted(dialog, unit="60")
        dialog.table.select_ids(["member"])
        dialog._on_drop()
        weighted(dialog, secretary="40")
        dialog._on_save()
        return dialog.result() == 1

    asker.answers.append(drop)
    press(tab.items, "编辑")
    settle()
    turn(tab, "places")
    seen = {}

    def look(dialog):
        for at in range(dialog.periods.count()):
            dialog.periods.setCurrentIndex(at)
            seen[dialog.periods.itemText(at)] = tuple(dialog.lines)
        return False

    asker.answers.append(look)
    press(tab.places, "录入")
    assert any(each.startswith("member") for each in seen["2026年上半年"])
    assert not any(each.startswith("member") for each in seen["2026年下半年"])
    assert seen["2026年下半年"]
