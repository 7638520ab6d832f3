"""The tab 规则库 through its widgets, on a database of its own."""

import json

import pytest
from PySide6.QtCore import Qt

from leadership_model.sample.build import build
from leadership_model.store import load
from tests.ui.conftest import actor
from ui.pages.assessment.page import AssessmentPage


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    path = tmp_path_factory.mktemp("city") / "小城.lmdb"
    build(path, 300, actor=actor())
    return path


@pytest.fixture
def book(city, tmp_path, bare_context, shown, settle):
    path = tmp_path / "小城.lmdb"
    path.write_bytes(city.read_bytes())
    bare_context.workspace.open(path)
    settle()
    page = shown(AssessmentPage(bare_context))
    page.tabs.turn("book")
    settle()
    return page.tabs.content("book")


def choose(book, id):
    book.table.select_ids([id])
    book._on_rule(id)


def type_in(book, qtbot, field, text):
    field.selectAll()
    qtbot.keyClicks(field, text)


def held(book):
    return {each.id: each for each in load.rule_settings(book._context.workspace.loaded.engine)}


def test_every_rule_is_listed_with_its_form(book):
    assert set(book._rules) == set(book._seen.world.book)
    for id, rule in list(book._rules.items()):
        choose(book, id)
        assert book.form.typed().severity == rule.severity
        assert set(book.form.values) == set(rule.parameters)
        assert book.card.title() == f"{rule.id} {rule.title}"


def test_typing_shows_the_effect_and_saving_keeps_it(book, qtbot, settle):
    choose(book, "X5")
    type_in(book, qtbot, book.form.values["months"], "12")
    qtbot.waitUntil(lambda: book.effects.rows.rowCount() > 0)
    count = book.effects.rows.rowCount()
    assert f"新增 {count} 条" in book.told.text()
    assert held(book) == {}
    qtbot.keyClick(book.form.values["months"], Qt.Key.Key_Return)
    settle()
    assert json.loads(held(book)["X5"].parameters) == {"months": 12}
    assert book._seen.world.book["X5"].parameters["months"] == 12
    results = [r for each in book._context.workspace.survey for r in each.rules if r.rule == "X5"]
    assert len([r for r in results if r.result == "fail"]) >= count


def test_saving_is_taken_back_and_reset_goes_to_what_was_shipped(book, qtbot, settle):
    choose(book, "T4")
    type_in(book, qtbot, book.form.values["months"], "170")
    book.save()
    settle()
    assert "T4" in held(book)
    book._context.undo.group.activeStack().undo()
    settle()
    assert held(book) == {}
    choose(book, "T4")
    type_in(book, qtbot, book.form.values["months"], "171")
    book.save()
    settle()
    choose(book, "T4")
    book.reset()
    settle()
    assert held(book) == {}
    assert book._seen.world.book["T4"].parameters["months"] == 180


@pytest.mark.parametrize(
    ("text", "told"),
    [("-3", "0 到 600"), ("十年", "应填整数"), ("", "应填整数"), ("9999", "0 到 600")],
)
def test_wrong_parameters_are_refused_with_a_sentence(book, settle, text, told):
    choose(book, "X1")
    book.form.values["months"].setText(text)
    book.save()
    settle()
    assert told in book.fault.text()
    assert book.fault.isVisible()
    assert held(book) == {}


def test_confirming_a_rule_takes_it_off_the_open_ones(book, settle):
    choose(book, "N1")
    book.form.by.setText("核对员")
    book.form.on.setText("2026-11-20")
    book.save()
    settle()
    book.kinds.set_current("open")
    book.kinds.chosen.emit("open")
    assert "N1" not in book._rules
    assert "N2" in book._rules
    book.kinds.set_current("own")
    book.kinds.chosen.emit("own")
    assert book._rules == {}


def test_switching_a_rule_off_drops_its_results(book, qtbot, settle):
    choose(book, "P1")
    qtbot.mouseClick(
        book.form.active, Qt.MouseButton.LeftButton, pos=book.form.active.rect().center()
    )
    book.form.active.setChecked(False)
    book.save()
    settle()
    survey = book._context.workspace.survey
    assert not [r for each in survey for r in each.rules if r.rule == "P1"]
    book.kinds.set_current("off")
    book.kinds.chosen.emit("off")
    assert set(book._rules) == {"P1", "R2"}


def test_what_is_typed_stays_when_something_else_is_written(book, qtbot, settle):
    choose(book, "X1")
    type_in(book, qtbot, book.form.values["months"], "96")
    book._context.workspace.set_month(book._seen.world.as_of - 1)
    settle()
    book.show_team(book._seen)
    assert book.form.values["months"].text() == "96"
